package limit

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// Refusal is why something may not come in, as a word for metrics and logs. The
// empty one means that it may.
type Refusal string

// The refusals of a connection, in the order in which they are looked at.
const (
	Admitted          Refusal = ""
	Penalised         Refusal = "penalty"            // the source has a penalty
	PenaltiesFull     Refusal = "penalties_full"     // too many have one, see OverflowDenyAll
	AllConnections    Refusal = "connections"        // no place for anyone
	SourceConnections Refusal = "source_connections" // this source has its share
	SourceHandshakes  Refusal = "source_handshakes"  // or its share of handshakes
	SourceStarts      Refusal = "source_starts"      // it connects too often
	Dropped           Refusal = "handshakes_random"  // dropped early, at random
	AllHandshakes     Refusal = "handshakes"         // no place for a handshake
)

// The refusals of a session, and of the cells of its terminal.
const (
	PublicConnections Refusal = "public_connections" // the connection has no place among the public's
	AllSessions       Refusal = "sessions"
	PublicSessions    Refusal = "public_sessions"
	SourceSessions    Refusal = "source_sessions"
	AllCells          Refusal = "cells"
	PublicCells       Refusal = "public_cells"
	SourceCells       Refusal = "source_cells"
)

// Refusals are all words that a gate may answer with.
func Refusals() []Refusal {
	return []Refusal{
		Penalised, PenaltiesFull, AllConnections, SourceConnections, SourceHandshakes, SourceStarts, Dropped, AllHandshakes,
		PublicConnections, AllSessions, PublicSessions, SourceSessions, AllCells, PublicCells, SourceCells,
	}
}

// The spaces of a book that a gate writes in for connections. The handshakes of
// offices are apart: strangers who fill the line are not in front of them.
const (
	spaceHandshakes        = "handshakes"
	spaceOfficeHandshakes  = "office_handshakes"
	spaceConnections       = "connections"
	spacePublicConnections = "public_connections"
	spaceSourceHandshakes  = "source_handshakes"
	spaceSourceConnections = "source_connections"
	spacePenalty4          = "penalty4"
	spacePenalty6          = "penalty6"
)

var (
	keyHandshakes        = Key{Space: spaceHandshakes, Name: "all"}
	keyOfficeHandshakes  = Key{Space: spaceOfficeHandshakes, Name: "all"}
	keyConnections       = Key{Space: spaceConnections, Name: "all"}
	keyPublicConnections = Key{Space: spacePublicConnections, Name: "all"}
)

// Gate counts connections and what they open. Its methods may be called from any
// goroutine.
type Gate struct {
	book   Book
	own    *Ledger // what this server alone has to give: its wire and its processor
	random func() float64
	limits atomic.Pointer[Limits]
}

// NewGate returns a gate that writes into book. random gives numbers from 0 up to
// 1; nil means a good source of its own.
func NewGate(book Book, limits Limits, random func() float64) (*Gate, error) {
	if random == nil {
		random = rand.Float64
	}
	g := &Gate{book: book, own: NewLedger(LedgerOptions{}), random: random}
	return g, g.SetLimits(limits)
}

// SetLimits puts other limits in place for connections to come. Places and
// penalties stay. Limits that do not pass [Limits.Check] change nothing.
func (g *Gate) SetLimits(l Limits) error {
	if err := l.Check(); err != nil {
		return err
	}
	l.Offices = slices.Clone(l.Offices)
	g.limits.Store(&l)
	return nil
}

// Admit counts a new connection from addr, or says why not: then pass is nil and
// nothing is counted. Whoever connects too often is refused and not held back: a
// connection that waits would keep a place from others.
func (g *Gate) Admit(addr netip.Addr) (pass *Pass, refusal Refusal) {
	l := g.limits.Load()
	entry := EntryOf(l.Offices, addr)
	p := &Pass{gate: g, addr: addr, owners: ownersOf(addr), office: entry.IsValid()}
	p.known.Store(p.office)
	if p.office {
		p.within(entry)
	} else {
		if r := g.penalised(Prefix(addr), &l.Penalties); r != Admitted {
			return nil, r
		}
	}
	return p.enter(l)
}

// AdmitBalancer counts a connection that a balancer makes without saying for whom:
// to see whether the server lives, or for a client whose address it does not tell.
// It has the share of an office, apart from the clients at that address, and no
// penalties: they would fall on all who come through the balancer. Only a check is
// no one of the public.
func (g *Gate) AdmitBalancer(balancer netip.Addr, check bool) (pass *Pass, refusal Refusal) {
	source := "balancer " + name(Prefix(balancer))
	if check {
		source += " check"
	}
	p := &Pass{gate: g, addr: balancer, owners: []owner{{source, 1}}, office: true}
	p.known.Store(check)
	return p.enter(g.limits.Load())
}

// enter takes what a connection needs before its handshake, or nothing.
func (p *Pass) enter(l *Limits) (*Pass, Refusal) {
	p.name = p.owners[0].name + "#" + strconv.FormatUint(rand.Uint64(), 36) //nolint:gosec // G404: a name, no secret
	if r := p.claim(l); r != Admitted {
		p.Leave()
		return nil, r
	}
	return p, Admitted
}

func (p *Pass) claim(l *Limits) Refusal {
	share := p.share(l)
	if _, ok := p.hold(keyConnections, l.Connections.All); !ok {
		return AllConnections
	}
	first := true // of its source and of what is around it
	for _, o := range p.payers() {
		if _, ok := p.hold(Key{Space: spaceSourceConnections, Name: o.name}, share.Connections*o.times); !ok {
			return SourceConnections
		}
		ahead, ok := p.hold(Key{Space: spaceSourceHandshakes, Name: o.name}, share.Handshakes*o.times)
		if !ok {
			return SourceHandshakes
		}
		first = first && ahead == 0
	}
	if pay(p.gate.book, p.prices(spaceConnects, 1, share.Starts)) > 0 {
		return SourceStarts
	}
	if p.office {
		if _, ok := p.hold(keyOfficeHandshakes, l.Handshakes.Full); !ok {
			return AllHandshakes
		}
		return Admitted
	}
	before, ok := p.hold(keyHandshakes, l.Handshakes.Full)
	if !ok {
		return AllHandshakes
	}
	// The only one of its source is dropped from halfway on: a few sources that
	// fill the line must not take the first connection of others with them.
	if first {
		before -= (l.Handshakes.Full - l.Handshakes.Start) / 2
	}
	if p.gate.random() < l.Handshakes.chance(before) {
		return Dropped
	}
	return Admitted
}

// chance returns how likely a connection is dropped when n are in flight, from 0
// to 1.
func (s Startups) chance(n int) float64 {
	switch {
	case n < s.Start:
		return 0
	case n >= s.Full:
		return 1
	}
	rate := float64(s.Rate) / 100
	return rate + (1-rate)*float64(n-s.Start)/float64(s.Full-s.Start)
}

// Counts returns the connections in their handshake, and all of them.
func (g *Gate) Counts() (handshakes, connections int) {
	return g.book.Held(keyHandshakes) + g.book.Held(keyOfficeHandshakes), g.book.Held(keyConnections)
}

// Pass is a connection that was let in. Its methods may be called from any
// goroutine.
type Pass struct {
	gate   *Gate
	addr   netip.Addr
	owners []owner
	name   string // its own
	office bool
	known  atomic.Bool
	entry  atomic.Pointer[owner] // of offices or kiosks, one more of its owners; nil: none

	mu      sync.Mutex
	crowded bool // among the public's connections is no place for it
	gone    bool
	held    []Key // one place each
}

// within makes the entry of offices or kiosks that the source lies in one of those
// whose places it takes, if that has more than the one source.
func (p *Pass) within(entry netip.Prefix) {
	if wide(entry, p.addr) {
		p.entry.Store(&owner{"entry " + name(entry), entryShares})
	}
}

// payers are all whose places a connection takes.
func (p *Pass) payers() []owner {
	if o := p.entry.Load(); o != nil {
		return append(slices.Clone(p.owners), *o)
	}
	return p.owners
}

// share is what the source of a connection may have.
func (p *Pass) share(l *Limits) Share {
	if p.office || p.known.Load() {
		return l.Office
	}
	return l.Source
}

// hold takes a place for as long as the connection lasts.
func (p *Pass) hold(key Key, most int) (before int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gone {
		return 0, false
	}
	before, ok = p.gate.book.Hold(key, 1, most)
	if ok {
		p.held = append(p.held, key)
	}
	return before, ok
}

// Entered says that the handshake is over and gives its place back. Only the
// first call counts. The connection now is one of the public's; when those have
// all their places, its sessions will be refused until it turns out to be known.
func (p *Pass) Entered() (crowded bool) {
	handshake := func(k Key) bool {
		return k == keyHandshakes || k == keyOfficeHandshakes || k.Space == spaceSourceHandshakes
	}
	if p.release(handshake) == 0 || p.known.Load() {
		return false
	}
	_, ok := p.hold(keyPublicConnections, p.gate.limits.Load().Connections.Public)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.crowded = !ok
	return !ok
}

// Known says that the connection is one of staff or of a kiosk, and for a kiosk from
// which entry of addresses it comes. From now on it takes nothing of what the public
// may have. False: the entry has all its connections. This one gets no session then,
// and no place of the public's: a kiosk's session has no end.
func (p *Pass) Known(entry netip.Prefix) bool {
	if p.entry.Load() == nil && wide(entry, p.addr) {
		o := owner{"entry " + name(entry), entryShares}
		if _, ok := p.hold(Key{Space: spaceSourceConnections, Name: o.name}, p.gate.limits.Load().Office.Connections*o.times); !ok {
			p.mu.Lock()
			p.crowded = true
			p.mu.Unlock()
			p.release(func(k Key) bool { return k == keyPublicConnections })
			return false
		}
		p.entry.Store(&o)
	}
	p.known.Store(true)
	p.release(func(k Key) bool { return k == keyPublicConnections })
	return true
}

// Leave says that the connection is gone and gives back all that it held. Only
// the first call counts. Sessions give back what they hold by themselves.
func (p *Pass) Leave() {
	p.mu.Lock()
	p.gone = true
	p.mu.Unlock()
	p.release(func(Key) bool { return true })
}

// release gives some of the places back, and says how many.
func (p *Pass) release(which func(Key) bool) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := len(p.held)
	p.held = slices.DeleteFunc(p.held, func(k Key) bool {
		if which(k) {
			p.gate.book.Release(k, 1)
			return true
		}
		return false
	})
	return before - len(p.held)
}

// Blame is [Gate.Blame] for the source of this connection. The connection itself
// goes on.
func (p *Pass) Blame(o Offence) Penalty {
	if p.office {
		return Penalty{}
	}
	return p.gate.Blame(p.addr, o)
}
