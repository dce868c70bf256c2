package limit

import (
	"sync"
	"time"

	"motcua/kiosk/limit/ledger"
)

// The spaces of a ledger for what connections open. For sessions and cells they get a prefix
// for whose they are, see [Pass.claims], and a source's also one for known connections.
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

// mine returns the key of one of a connection's owners in a space. Staff have spaces of their
// own, so that the public at the same address cannot use up their places.
func (p *Pass) mine(space string, o owner) ledger.Key {
	if p.known.Load() {
		space = spaceKnown + space
	}
	return ledger.Key{Space: space, Name: o.name}
}

// price is what one bucket is charged. A cost above the size of a bucket takes the whole
// bucket.
func price(key ledger.Key, n int, r Rate, times int) ledger.Account {
	many := Rate{Burst: r.Burst * float64(times), Minute: r.Minute * float64(times)}
	return ledger.Account{Key: key, Cost: min(float64(n), many.Burst), Rate: many.second(), Burst: many.Burst}
}

// prices returns what the owners of a connection are charged.
func (p *Pass) prices(space string, n int, r Rate) []ledger.Account {
	list := make([]ledger.Account, 0, len(p.owners)+2)
	for _, o := range p.payers() {
		list = append(list, price(p.mine(space, o), n, r, o.times))
	}
	return list
}

// pay takes all prices, or none and returns how long to wait before the next attempt.
func pay(b ledger.Ledger, prices []ledger.Account) (wait time.Duration) {
	return b.Pay([]ledger.Charge{{Own: prices}}).Wait
}

// Start charges the start of a session, or returns how long to wait before calling Start
// again. The source is charged, and for the public the connection as well, so that one
// connection of many at an address is the first to wait.
func (p *Pass) Start() (wait time.Duration) {
	l := p.gate.limits.Load()
	prices := p.prices(spaceSourceStarts, 1, p.share(l).Starts)
	if p.Public() {
		prices = append(prices, price(ledger.Key{Space: spaceConnectionStarts, Name: p.name}, 1, l.Connection, 1))
	}
	return pay(p.gate.ledger, prices)
}

// Public reports whether a connection is neither of staff, nor of a kiosk, nor from an
// office.
func (p *Pass) Public() bool { return !p.office && !p.known.Load() }

// Send charges bytes that came from the source, or returns how long to wait before calling
// Send again. The server limits each connection; this limits all of one address together.
func (p *Pass) Send(bytes int) (wait time.Duration) {
	return pay(p.gate.own, p.prices(spaceBytes, bytes, p.share(p.gate.limits.Load()).Bytes))
}

// Redraw charges cells of a terminal that are redrawn, or returns how long the redraw should
// wait.
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

// Session takes a place for one session, or returns why not.
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

// claim is a request for places under a key, and the refusal if there are too few.
type claim struct {
	key     ledger.Key
	most    int
	refusal Refusal
}

// claims returns the keys under which a place counts: for the owners of its connection, in
// total, and for the public. A refusal is the name of the space that is full.
func (p *Pass) claims(space string, most int, room Room) []claim {
	const source, public = "source_", "public_"
	list := make([]claim, 0, len(p.owners)+3)
	for _, o := range p.payers() {
		list = append(list, claim{p.mine(source+space, o), most * o.times, Refusal(source + space)})
	}
	list = append(list, claim{ledger.Key{Space: space, Name: "all"}, room.All, Refusal(space)})
	if !p.known.Load() {
		list = append(list, claim{ledger.Key{Space: public + space, Name: "all"}, room.Public, Refusal(public + space)})
	}
	return list
}

// claim takes n places under each key, or none at all.
func (g *Gate) claim(wanted []claim, n int) Refusal {
	for i, c := range wanted {
		if _, ok := g.ledger.Hold(c.key, n, c.most); ok {
			continue
		}
		g.release(wanted[:i], n)
		return c.refusal
	}
	return Admitted
}

func (g *Gate) release(held []claim, n int) {
	for _, c := range held {
		g.ledger.Release(c.key, n)
	}
}

// Draw sets the size of the session's terminal in cells. When it is refused, the size stays
// as before.
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
	return g.ledger.Held(ledger.Key{Space: spaceSessions, Name: "all"}), g.ledger.Held(ledger.Key{Space: spaceCells, Name: "all"})
}
