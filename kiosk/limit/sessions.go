package limit

import (
	"sync"
	"time"
)

// The spaces of a book for what connections open. Before sessions and cells stands
// whose they are, see [Pass.claims], and before a source's that it is known.
const (
	spaceConnects         = "connects" // the starts of connections
	spaceConnectionStarts = "connection_starts"
	spaceSourceStarts     = "source_starts"
	spaceSessions         = "sessions"
	spaceCells            = "cells"
	spaceBytes            = "bytes"
	spaceRedraws          = "redraws"
	spaceKnown            = "known_"
)

// mine is a key of one of a connection's owners in a space. Staff have spaces of
// their own, so what the public does at an address takes nothing from staff at the
// same one.
func (p *Pass) mine(space string, o owner) Key {
	if p.known.Load() {
		space = spaceKnown + space
	}
	return Key{Space: space, Name: o.name}
}

// price is what is taken out of one bucket.
type price struct {
	key  Key
	n    float64
	rate Rate
}

// prices are what the owners of a connection pay. What costs more than there ever is
// costs all.
func (p *Pass) prices(space string, n int, r Rate) []price {
	list := make([]price, 0, len(p.owners)+2)
	for _, o := range p.payers() {
		many := Rate{Burst: r.Burst * float64(o.times), Minute: r.Minute * float64(o.times)}
		list = append(list, price{p.mine(space, o), min(float64(n), many.Burst), many})
	}
	return list
}

// pay takes all prices, or none and says how long until it had better be asked again.
func pay(b Book, prices []price) (wait time.Duration) {
	for i, p := range prices {
		if _, wait = b.Take(p.key, p.n, p.rate.second(), p.rate.Burst); wait <= 0 {
			continue
		}
		for _, done := range prices[:i] {
			b.Give(done.key, done.n, done.rate.second(), done.rate.Burst)
		}
		return wait
	}
	return 0
}

// Start takes what the start of a session costs, or says how long to wait until
// Start is asked again. The source pays, and for the public the connection as
// well, so that one of many at an address is the first to wait.
func (p *Pass) Start() (wait time.Duration) {
	l := p.gate.limits.Load()
	prices := p.prices(spaceSourceStarts, 1, p.share(l).Starts)
	if p.Public() {
		prices = append(prices, price{Key{Space: spaceConnectionStarts, Name: p.name}, 1, l.Connection})
	}
	return pay(p.gate.book, prices)
}

// Public tells that a connection is neither one of staff or of a kiosk nor one from
// an office.
func (p *Pass) Public() bool { return !p.office && !p.known.Load() }

// Send pays for bytes that came from the source, or says how long to wait until
// Send is asked again. A connection alone has the bound of the server that reads
// it; many at one address together have this one.
func (p *Pass) Send(bytes int) (wait time.Duration) {
	return pay(p.gate.own, p.prices(spaceBytes, bytes, p.share(p.gate.limits.Load()).Bytes))
}

// Redraw pays for the cells of a terminal of the source that are drawn anew, or
// says how long that had better wait.
func (p *Pass) Redraw(cells int) (wait time.Duration) {
	return pay(p.gate.own, p.prices(spaceRedraws, cells, p.share(p.gate.limits.Load()).Redraws))
}

// Place is what one session holds. Its methods may be called from any goroutine.
type Place struct {
	gate     *Gate
	sessions []claim
	cells    []claim

	mu   sync.Mutex
	size int // cells that are held
	left bool
}

// Session takes a place for one session, or says why not.
func (p *Pass) Session() (*Place, Refusal) {
	l := p.gate.limits.Load()
	share := p.share(l)
	p.mu.Lock()
	crowded := p.crowded
	p.mu.Unlock()
	if crowded && !p.known.Load() {
		return nil, PublicConnections
	}
	s := &Place{
		gate:     p.gate,
		sessions: p.claims(spaceSessions, share.Sessions, l.Sessions),
		cells:    p.claims(spaceCells, share.Cells, l.Cells),
	}
	if refusal := p.gate.claim(s.sessions, 1); refusal != Admitted {
		return nil, refusal
	}
	return s, Admitted
}

// claim is places under a key, and what to say when there are too few.
type claim struct {
	key     Key
	most    int
	refusal Refusal
}

// claims are the keys under which a place of some kind counts: for the owners of
// its connection, in all, and among the public's. Each refusal is the name of the
// space in which there is no place.
func (p *Pass) claims(space string, most int, room Room) []claim {
	const source, public = "source_", "public_"
	list := make([]claim, 0, len(p.owners)+3)
	for _, o := range p.payers() {
		list = append(list, claim{p.mine(source+space, o), most * o.times, Refusal(source + space)})
	}
	list = append(list, claim{Key{Space: space, Name: "all"}, room.All, Refusal(space)})
	if !p.known.Load() {
		list = append(list, claim{Key{Space: public + space, Name: "all"}, room.Public, Refusal(public + space)})
	}
	return list
}

// claim takes n places under all keys, or under none.
func (g *Gate) claim(wanted []claim, n int) Refusal {
	for i, c := range wanted {
		if _, ok := g.book.Hold(c.key, n, c.most); ok {
			continue
		}
		g.release(wanted[:i], n)
		return c.refusal
	}
	return Admitted
}

func (g *Gate) release(held []claim, n int) {
	for _, c := range held {
		g.book.Release(c.key, n)
	}
}

// Draw says how many cells the session's terminal has now. When it may not have
// more of them, it has as many as before.
func (s *Place) Draw(cells int) Refusal {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left {
		return AllCells
	}
	return s.draw(cells)
}

func (s *Place) draw(cells int) Refusal {
	if more := cells - s.size; more > 0 {
		if refusal := s.gate.claim(s.cells, more); refusal != Admitted {
			return refusal
		}
	} else {
		s.gate.release(s.cells, -more)
	}
	s.size = cells
	return Admitted
}

// Leave gives back all that the session held. Only the first call counts.
func (s *Place) Leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left {
		return
	}
	s.draw(0)
	s.left = true
	s.gate.release(s.sessions, 1)
}

// Open returns the sessions that are open, and the cells of their terminals.
func (g *Gate) Open() (sessions, cells int) {
	return g.book.Held(Key{Space: spaceSessions, Name: "all"}), g.book.Held(Key{Space: spaceCells, Name: "all"})
}
