package limit

import (
	"sync"
	"time"
)

// The spaces of a book for what connections open, see [Pass.mine].
const (
	spaceConnects         = "connects" // the starts of connections
	spaceConnectionStarts = "connection_starts"
	spaceSourceStarts     = "source_starts"
	spaceSessions         = "sessions"
	spacePublicSessions   = "public_sessions"
	spaceSourceSessions   = "source_sessions"
	spaceCells            = "cells"
	spacePublicCells      = "public_cells"
	spaceSourceCells      = "source_cells"
	spaceBytes            = "bytes"
	spaceRedraws          = "redraws"
	spaceKnown            = "known_" // before the name of a space
)

// mine is the key of a connection's source in a space. Staff have spaces of their
// own, so what the public does at an address takes nothing from staff at the same
// one.
func (p *Pass) mine(space string) Key {
	if p.known.Load() {
		space = spaceKnown + space
	}
	return Key{Space: space, Name: p.source}
}

// take takes a token, or says how long until there is one.
func (g *Gate) take(key Key, r Rate) (wait time.Duration) {
	_, wait = g.book.Take(key, 1, r.second(), r.Burst)
	return wait
}

// Start takes what the start of a session costs, or says how long to wait until
// Start is asked again. The source pays, and for the public the connection as
// well, so that one of many at an address is the first to wait.
func (p *Pass) Start() (wait time.Duration) {
	l := p.gate.limits.Load()
	own := Key{Space: spaceConnectionStarts, Name: p.name}
	public := !p.known.Load()
	if public {
		if wait = p.gate.take(own, l.Connection); wait > 0 {
			return wait
		}
	}
	if wait = p.gate.take(p.mine(spaceSourceStarts), p.share(l).Starts); wait > 0 && public {
		p.gate.book.Give(own, 1, l.Connection.second(), l.Connection.Burst)
	}
	return wait
}

// Send pays for bytes that came from the source, or says how long to wait until
// Send is asked again. A connection alone has the bound of the server that reads
// it; many at one address together have this one.
func (p *Pass) Send(bytes int) (wait time.Duration) {
	return p.own(spaceBytes, bytes, p.share(p.gate.limits.Load()).Bytes)
}

// Redraw pays for the cells of a terminal of the source that are drawn anew, or
// says how long that had better wait.
func (p *Pass) Redraw(cells int) (wait time.Duration) {
	return p.own(spaceRedraws, cells, p.share(p.gate.limits.Load()).Redraws)
}

// own pays out of what this server alone has to give. What costs more than there
// ever is costs all.
func (p *Pass) own(space string, n int, r Rate) (wait time.Duration) {
	_, wait = p.gate.own.Take(p.mine(space), min(float64(n), r.Burst), r.second(), r.Burst)
	return wait
}

// Place is what one session holds. Its methods may be called from any goroutine.
type Place struct {
	gate   *Gate
	limits *Limits // as they were when it began
	share  Share
	public bool
	cell   Key // of its source

	mu    sync.Mutex
	held  []Key // one place each
	cells int
	left  bool
}

// Session takes a place for one session, or says why not.
func (p *Pass) Session() (*Place, Refusal) {
	l := p.gate.limits.Load()
	s := &Place{gate: p.gate, limits: l, share: p.share(l), public: !p.known.Load(), cell: p.mine(spaceSourceCells)}
	p.mu.Lock()
	crowded := p.crowded && s.public
	p.mu.Unlock()
	if crowded {
		return nil, PublicConnections
	}
	wanted := []claim{
		{p.mine(spaceSourceSessions), s.share.Sessions, SourceSessions},
		{Key{Space: spaceSessions, Name: "all"}, l.Sessions.All, AllSessions},
	}
	if s.public {
		wanted = append(wanted, claim{Key{Space: spacePublicSessions, Name: "all"}, l.Sessions.Public, PublicSessions})
	}
	if refusal := p.gate.claim(wanted, 1); refusal != Admitted {
		return nil, refusal
	}
	for _, c := range wanted {
		s.held = append(s.held, c.key)
	}
	return s, Admitted
}

// claim is places under a key, and what to say when there are too few.
type claim struct {
	key     Key
	most    int
	refusal Refusal
}

// claim takes n places under all keys, or under none.
func (g *Gate) claim(wanted []claim, n int) Refusal {
	for i, c := range wanted {
		if _, ok := g.book.Hold(c.key, n, c.most); ok {
			continue
		}
		for _, done := range wanted[:i] {
			g.book.Release(done.key, n)
		}
		return c.refusal
	}
	return Admitted
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
	wanted := []claim{
		{s.cell, s.share.Cells, SourceCells},
		{Key{Space: spaceCells, Name: "all"}, s.limits.Cells.All, AllCells},
	}
	if s.public {
		wanted = append(wanted, claim{Key{Space: spacePublicCells, Name: "all"}, s.limits.Cells.Public, PublicCells})
	}
	if more := cells - s.cells; more > 0 {
		if refusal := s.gate.claim(wanted, more); refusal != Admitted {
			return refusal
		}
	} else {
		for _, c := range wanted {
			s.gate.book.Release(c.key, -more)
		}
	}
	s.cells = cells
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
	for _, k := range s.held {
		s.gate.book.Release(k, 1)
	}
}

// Open returns the sessions that are open, and the cells of their terminals.
func (g *Gate) Open() (sessions, cells int) {
	return g.book.Held(Key{Space: spaceSessions, Name: "all"}), g.book.Held(Key{Space: spaceCells, Name: "all"})
}
