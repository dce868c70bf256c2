package limit

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
)

// Refusal is why a connection may not come in, as a word for metrics and logs.
// The empty one means that it may.
type Refusal string

// The refusals, in the order in which they are looked at.
const (
	Admitted         Refusal = ""
	Penalised        Refusal = "penalty"           // the source has a penalty
	PenaltiesFull    Refusal = "penalties_full"    // too many have one, see OverflowDenyAll
	AllSessions      Refusal = "sessions"          // no place for anyone
	SourceSessions   Refusal = "source_sessions"   // this source has its share
	SourceHandshakes Refusal = "source_handshakes" // or its share of handshakes
	Dropped          Refusal = "handshakes_random" // dropped early, at random
	AllHandshakes    Refusal = "handshakes"        // no place for a handshake
)

// Refusals are all words that [Gate.Admit] may answer with.
func Refusals() []Refusal {
	return []Refusal{Penalised, PenaltiesFull, AllSessions, SourceSessions, SourceHandshakes, Dropped, AllHandshakes}
}

// The spaces of a book that a gate writes in.
const (
	spaceHandshakes       = "handshakes"
	spaceSessions         = "sessions"
	spaceSourceHandshakes = "source_handshakes"
	spaceSourceSessions   = "source_sessions"
	spacePenalty4         = "penalty4"
	spacePenalty6         = "penalty6"
)

var (
	keyHandshakes = Key{Space: spaceHandshakes, Name: "all"}
	keySessions   = Key{Space: spaceSessions, Name: "all"}
)

// Gate counts connections. Its methods may be called from any goroutine.
type Gate struct {
	book   Book
	random func() float64
	limits atomic.Pointer[Limits]
}

// NewGate returns a gate that writes into book. random gives numbers from 0 up to
// 1; nil means a good source of its own.
func NewGate(book Book, limits Limits, random func() float64) (*Gate, error) {
	if random == nil {
		random = rand.Float64
	}
	g := &Gate{book: book, random: random}
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
// nothing is counted.
func (g *Gate) Admit(addr netip.Addr) (pass *Pass, refusal Refusal) {
	l := g.limits.Load()
	source := Prefix(addr)
	office := contains(l.Offices, addr)
	share := l.Source
	if office {
		share = l.Office
	} else if r := g.penalised(source, &l.Penalties); r != Admitted {
		return nil, r
	}

	p := &Pass{gate: g, addr: addr}
	hold := func(key Key, most int) (before int, ok bool) {
		before, ok = g.book.Hold(key, most)
		if ok {
			p.held = append(p.held, key)
		}
		return before, ok
	}
	refuse := func(r Refusal) (*Pass, Refusal) {
		p.Leave()
		return nil, r
	}
	if _, ok := hold(keySessions, l.Sessions); !ok {
		return refuse(AllSessions)
	}
	if _, ok := hold(Key{Space: spaceSourceSessions, Name: name(source)}, share.Sessions); !ok {
		return refuse(SourceSessions)
	}
	if _, ok := hold(Key{Space: spaceSourceHandshakes, Name: name(source)}, share.Handshakes); !ok {
		return refuse(SourceHandshakes)
	}
	before, ok := hold(keyHandshakes, l.Handshakes.Full)
	if !ok {
		return refuse(AllHandshakes)
	}
	if !office && g.random() < l.Handshakes.chance(before) {
		return refuse(Dropped)
	}
	return p, Admitted
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
func (g *Gate) Counts() (handshakes, sessions int) {
	return g.book.Held(keyHandshakes), g.book.Held(keySessions)
}

// Pass is a connection that was let in. Its methods may be called from any
// goroutine.
type Pass struct {
	gate *Gate
	addr netip.Addr

	mu   sync.Mutex
	held []Key
}

// Entered says that the handshake is over and gives its place back. Only the
// first call counts.
func (p *Pass) Entered() {
	p.release(func(k Key) bool { return k.Space == spaceHandshakes || k.Space == spaceSourceHandshakes })
}

// Leave says that the connection is gone and gives back all that it held. Only
// the first call counts.
func (p *Pass) Leave() {
	p.release(func(Key) bool { return true })
}

func (p *Pass) release(which func(Key) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held = slices.DeleteFunc(p.held, func(k Key) bool {
		if which(k) {
			p.gate.book.Release(k)
			return true
		}
		return false
	})
}

// Blame is [Gate.Blame] for the source of this connection. The connection itself
// goes on.
func (p *Pass) Blame(o Offence) Penalty { return p.gate.Blame(p.addr, o) }
