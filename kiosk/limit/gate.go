package limit

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"motcua/kiosk/limit/ledger"
)

// Refusal is the reason for a refusal, as a word for metrics and logs. The empty one means
// that nothing was refused.
type Refusal string

// The refusals of a connection, in the order of the checks.
const (
	Admitted          Refusal = ""
	Penalised         Refusal = "penalty"            // the source has a penalty
	PenaltiesFull     Refusal = "penalties_full"     // too many have one, see OverflowDenyAll
	AllConnections    Refusal = "connections"        // the limit of all connections
	SourceConnections Refusal = "source_connections" // the limit of this source
	SourceHandshakes  Refusal = "source_handshakes"  // this source's limit of handshakes
	SourceStarts      Refusal = "source_starts"      // it connects too often
	Dropped           Refusal = "handshakes_random"  // dropped early, at random
	AllHandshakes     Refusal = "handshakes"         // the limit of all handshakes
)

// The refusals of a session, and of the cells of its terminal.
const (
	PublicConnections Refusal = "public_connections" // the public's part of the connections is used up
	AllSessions       Refusal = "sessions"
	PublicSessions    Refusal = "public_sessions"
	SourceSessions    Refusal = "source_sessions"
	AllCells          Refusal = "cells"
	PublicCells       Refusal = "public_cells"
	SourceCells       Refusal = "source_cells"
)

// The spaces of a ledger for connections. Handshakes of offices are counted separately, so
// that strangers who use up all handshakes do not keep offices out.
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
	keyHandshakes        = ledger.Key{Space: spaceHandshakes, Name: "all"}
	keyOfficeHandshakes  = ledger.Key{Space: spaceOfficeHandshakes, Name: "all"}
	keyConnections       = ledger.Key{Space: spaceConnections, Name: "all"}
	keyPublicConnections = ledger.Key{Space: spacePublicConnections, Name: "all"}
)

// Gate counts connections and what they open. Its methods may be called from any
// goroutine.
type Gate struct {
	ledger ledger.Ledger
	own    *ledger.Memory // limits of this server alone: network and processor
	random func() float64
	limits atomic.Pointer[Limits]
}

// NewGate returns a gate that keeps its numbers in a ledger. random returns numbers in [0, 1);
// nil means a good source.
func NewGate(in ledger.Ledger, limits Limits, random func() float64) (*Gate, error) {
	if random == nil {
		random = rand.Float64
	}
	g := &Gate{ledger: in, own: ledger.NewMemory(ledger.Options{}), random: random}
	return g, g.SetLimits(limits)
}

// SetLimits replaces the limits for later connections. Held places and penalties stay. It
// changes nothing when the limits do not pass [Limits.Check].
func (g *Gate) SetLimits(l Limits) error {
	if err := l.Check(); err != nil {
		return err
	}
	l.Offices = slices.Clone(l.Offices)
	g.limits.Store(&l)
	return nil
}

// Admit counts a new connection from addr, or returns why not: then pass is nil and nothing
// is counted. A source that connects too often is refused and not delayed, because a
// waiting connection would take a place from others.
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

// AdmitBalancer counts a connection that a balancer makes without a client's address: a
// health check, or for a client whose address it does not tell. It has the limits of an
// office, separate from the clients at that address, and no penalties, which would hit
// everybody behind the balancer. A check does not count as public.
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
		if _, ok := p.hold(ledger.Key{Space: spaceSourceConnections, Name: o.name}, share.Connections*o.times); !ok {
			return SourceConnections
		}
		ahead, ok := p.hold(ledger.Key{Space: spaceSourceHandshakes, Name: o.name}, share.Handshakes*o.times)
		if !ok {
			return SourceHandshakes
		}
		first = first && ahead == 0
	}
	if pay(p.gate.ledger, p.prices(spaceConnects, 1, share.Starts)) > 0 {
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
	// The only connection of a source is dropped at random only from halfway on, so that a
	// few sources that use up the handshakes do not keep out the first connection of others.
	if first {
		before -= (l.Handshakes.Full - l.Handshakes.Start) / 2
	}
	if p.gate.random() < l.Handshakes.chance(before) {
		return Dropped
	}
	return Admitted
}

// chance returns how likely a connection is dropped when n handshakes are in flight, from 0
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
	return g.ledger.Held(keyHandshakes) + g.ledger.Held(keyOfficeHandshakes), g.ledger.Held(keyConnections)
}

// Pass is an admitted connection. Its methods may be called from any goroutine.
type Pass struct {
	gate   *Gate
	addr   netip.Addr
	owners []owner
	name   string // unique for the connection
	office bool
	known  atomic.Bool
	entry  atomic.Pointer[owner] // of offices or kiosks, one more of its owners; nil: none

	mu      sync.Mutex
	crowded bool // the public's part of the connections had no place for it
	gone    bool
	held    []ledger.Key // one place each
}

// within adds the entry of offices or kiosks that the source lies in to those whose places
// it takes, if the entry has more than one source.
func (p *Pass) within(entry netip.Prefix) {
	if wide(entry, p.addr) {
		p.entry.Store(&owner{"entry " + name(entry), entryShares})
	}
}

// payers returns everybody whose places a connection takes.
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

// hold takes a place for the duration of the connection.
func (p *Pass) hold(key ledger.Key, most int) (before int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gone {
		return 0, false
	}
	before, ok = p.gate.ledger.Hold(key, 1, most)
	if ok {
		p.held = append(p.held, key)
	}
	return before, ok
}

// Entered says that the handshake is over and gives its place back. Only the first call
// counts. From now on the connection counts as public; when the public's part is used up,
// its sessions are refused until Known is called.
func (p *Pass) Entered() (crowded bool) {
	handshake := func(k ledger.Key) bool {
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

// Known says that the connection is one of staff or of a kiosk, and for a kiosk in which
// entry of addresses it lies. From now on it takes nothing from the public's part. It
// returns false when the entry has all its connections; then this one gets no session, and
// no place of the public's either, because a kiosk's session has no end.
func (p *Pass) Known(entry netip.Prefix) bool {
	if p.entry.Load() == nil && wide(entry, p.addr) {
		o := owner{"entry " + name(entry), entryShares}
		if _, ok := p.hold(ledger.Key{Space: spaceSourceConnections, Name: o.name}, p.gate.limits.Load().Office.Connections*o.times); !ok {
			p.mu.Lock()
			p.crowded = true
			p.mu.Unlock()
			p.release(func(k ledger.Key) bool { return k == keyPublicConnections })
			return false
		}
		p.entry.Store(&o)
	}
	p.known.Store(true)
	p.release(func(k ledger.Key) bool { return k == keyPublicConnections })
	return true
}

// Leave says that the connection has ended and gives back all that it held. Only the first
// call counts. Sessions give back their own places.
func (p *Pass) Leave() {
	p.mu.Lock()
	p.gone = true
	p.mu.Unlock()
	p.release(func(ledger.Key) bool { return true })
}

// release gives some of the places back and returns how many.
func (p *Pass) release(which func(ledger.Key) bool) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := len(p.held)
	p.held = slices.DeleteFunc(p.held, func(k ledger.Key) bool {
		if which(k) {
			p.gate.ledger.Release(k, 1)
			return true
		}
		return false
	})
	return before - len(p.held)
}

// Blame is [Gate.Blame] for the source of this connection. It does not end the connection.
func (p *Pass) Blame(o Offence) Penalty {
	if p.office {
		return Penalty{}
	}
	return p.gate.Blame(p.addr, o)
}
