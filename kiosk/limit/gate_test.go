package limit_test

import (
	"math"
	"math/rand/v2"
	"net/netip"
	"slices"
	"sync"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// open returns limits that nothing reaches except the one under test.
func open() limit.Limits {
	l := limit.Defaults()
	l.Handshakes = limit.Startups{Start: 1000, Rate: 100, Full: 1000}
	l.Connections = limit.Room{All: 1000, Public: 1000}
	l.Source = share(1000, 1000)
	l.Office = l.Source
	return l
}

// share limits handshakes and connections only.
func share(handshakes, connections int) limit.Share {
	much := limit.Rate{Burst: 1e9, Minute: 1e9}
	return limit.Share{
		Handshakes: handshakes, Connections: connections, Sessions: 1000, Cells: 1e6,
		Starts: much, Bytes: much, Redraws: much,
	}
}

func gate(t *testing.T, l limit.Limits, random func() float64) (*limit.Gate, *clienttest.Clock) {
	t.Helper()
	c := newClock()
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{Now: c.Now}), l, random)
	if err != nil {
		t.Fatal(err)
	}
	return g, c
}

func admit(t *testing.T, g *limit.Gate, a netip.Addr, want limit.Refusal) *limit.Pass {
	t.Helper()
	pass, refusal := g.Admit(a)
	if refusal != want || (pass == nil) != (refusal != limit.Admitted) {
		t.Fatalf("%v: %q, want %q", a, refusal, want)
	}
	return pass
}

func counts(t *testing.T, g *limit.Gate, handshakes, sessions int) {
	t.Helper()
	if h, s := g.Counts(); h != handshakes || s != sessions {
		t.Errorf("%d handshakes and %d sessions, want %d and %d", h, s, handshakes, sessions)
	}
}

func TestSourceShare(t *testing.T) {
	l := open()
	l.Source = share(2, 3)
	g, _ := gate(t, l, nil)
	here, there := addr("2001:db8:0:1::1"), addr("2001:db8:0:2::1")

	first := admit(t, g, here, limit.Admitted)
	admit(t, g, addr("2001:db8:0:1:ffff::2"), limit.Admitted) // another machine of the same source
	admit(t, g, here, limit.SourceHandshakes)
	admit(t, g, there, limit.Admitted)
	first.Entered()
	third := admit(t, g, here, limit.Admitted)
	third.Entered()
	third.Entered() // counts only once
	admit(t, g, here, limit.SourceConnections)
	counts(t, g, 2, 4)

	first.Leave()
	first.Leave()   // counts only once
	first.Entered() // too late to count
	counts(t, g, 2, 3)
	admit(t, g, here, limit.Admitted)
	admit(t, g, here, limit.SourceConnections)
	counts(t, g, 3, 4)
}

func TestConnectionsInAll(t *testing.T) {
	l := open()
	l.Connections = limit.Room{All: 3, Public: 3}
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
	g, _ := gate(t, l, nil)
	var passes []*limit.Pass
	for n := range 3 {
		passes = append(passes, admit(t, g, stranger(n), limit.Admitted))
	}
	admit(t, g, stranger(9), limit.AllConnections)
	admit(t, g, addr("192.0.2.1"), limit.AllConnections) // an office as well
	passes[1].Leave()
	admit(t, g, stranger(9), limit.Admitted)
	counts(t, g, 3, 3)
}

// All connections without a known address are one source.
func TestNoAddress(t *testing.T) {
	l := open()
	l.Source.Connections = 1
	g, _ := gate(t, l, nil)
	pass := admit(t, g, netip.Addr{}, limit.Admitted)
	admit(t, g, netip.Addr{}, limit.SourceConnections)
	pass.Blame(limit.Crash)
	pass.Leave()
	admit(t, g, netip.Addr{}, limit.Penalised)
}

// The probability that a connection is dropped, by the number in flight, for OpenSSH's
// 10:30:100: for a source with a handshake in flight, and for one without.
func TestEarlyDrop(t *testing.T) {
	tests := []struct {
		inFlight int
		chance   float64
		first    float64
	}{{1, 0, 0}, {9, 0, 0}, {10, 0.30, 0}, {19, 0.37, 0}, {54, 0.64, 0}, {55, 0.65, 0.30}, {91, 0.93, 0.58}}
	for _, tt := range tests {
		l := open()
		l.Handshakes = limit.Startups{Start: 10, Rate: 30, Full: 100}
		r := rand.New(rand.NewPCG(uint64(tt.inFlight), 7))
		lucky := true
		g, _ := gate(t, l, func() float64 {
			if lucky {
				return math.Nextafter(1, 0)
			}
			return r.Float64()
		})
		for n := range tt.inFlight {
			admit(t, g, stranger(n), limit.Admitted)
		}
		lucky = false
		const tries = 20000
		for from, chance := range map[netip.Addr]float64{stranger(0): tt.chance, addr("198.51.100.1"): tt.first} {
			dropped := 0
			for range tries {
				pass, refusal := g.Admit(from)
				switch refusal {
				case limit.Dropped:
					dropped++
				case limit.Admitted:
					pass.Leave()
				default:
					t.Fatal(refusal)
				}
			}
			if got := float64(dropped) / tries; math.Abs(got-chance) > 0.02 {
				t.Errorf("%d in flight, %v: %.3f dropped, want %.2f", tt.inFlight, from, got, chance)
			}
		}
		counts(t, g, tt.inFlight, tt.inFlight) // a dropped connection holds nothing
	}
}

func TestHandshakesFull(t *testing.T) {
	l := open()
	l.Handshakes = limit.Startups{Start: 2, Rate: 100, Full: 4}
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
	g, _ := gate(t, l, func() float64 { return 0.999 })
	office := addr("::ffff:192.0.2.9")
	admit(t, g, stranger(1), limit.Admitted)
	second := admit(t, g, stranger(2), limit.Admitted)
	admit(t, g, stranger(2), limit.Dropped)
	admit(t, g, stranger(3), limit.Admitted) // the first of its source
	for range 4 {
		admit(t, g, office, limit.Admitted) // strangers do not use up the handshakes of offices
	}
	admit(t, g, office, limit.AllHandshakes)
	counts(t, g, 7, 7)
	second.Entered()
	admit(t, g, office, limit.AllHandshakes)
	admit(t, g, stranger(4), limit.Admitted)
	counts(t, g, 7, 8)
}

func TestPenalties(t *testing.T) {
	g, c := gate(t, open(), nil)
	a := addr("203.0.113.7")
	pass := admit(t, g, a, limit.Admitted)
	for range 3 {
		if p := pass.Blame(limit.AuthFailed); p.Enforced {
			t.Fatalf("15 s are not more than 15 s: %+v", p)
		}
	}
	admit(t, g, a, limit.Admitted)
	if p := pass.Blame(limit.NoAuth); p != (limit.Penalty{Left: 16 * time.Second, Enforced: true, New: true}) {
		t.Errorf("%+v", p)
	}
	if p := pass.Blame(limit.NoAuth); p.New {
		t.Errorf("new for the second time: %+v", p)
	}
	admit(t, g, a, limit.Penalised)
	admit(t, g, addr("::ffff:203.0.113.7"), limit.Penalised)
	admit(t, g, addr("203.0.113.8"), limit.Admitted)
	counts(t, g, 3, 3) // existing connections stay
	c.Advance(16 * time.Second)
	admit(t, g, a, limit.Penalised)
	c.Advance(time.Second)
	admit(t, g, a, limit.Admitted)

	for range 20 {
		g.Blame(a, limit.Crash)
	}
	if p := g.Penalty(a); p.Left != 10*time.Minute || !p.Enforced {
		t.Errorf("the most is %+v", p)
	}
	if p := g.Blame(a, "something unheard of"); p != (limit.Penalty{}) {
		t.Errorf("an offence without a price: %+v", p)
	}
	g.Blame(neighbour(1), limit.Junk)
	if v4, v6 := g.Blamed(); v4 != 1 || v6 != 1 {
		t.Errorf("%d and %d penalties", v4, v6)
	}
}

// One crash is enough for a penalty, because its time exceeds the minimum.
func TestACrashCounts(t *testing.T) {
	g, c := gate(t, open(), nil)
	if p := g.Blame(neighbour(1), limit.Crash); !p.Enforced || p.Left != 90*time.Second {
		t.Errorf("%+v", p)
	}
	admit(t, g, neighbour(1), limit.Penalised)
	c.Advance(90 * time.Second)
	admit(t, g, neighbour(1), limit.Admitted)
}

func TestOffices(t *testing.T) {
	l := open()
	l.Source = share(1, 1)
	l.Office = share(2, 3)
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/28"), netip.MustParsePrefix("2001:db8:5::/48")}
	g, _ := gate(t, l, nil)
	for _, office := range []netip.Addr{addr("192.0.2.3"), addr("2001:db8:5:1::7")} {
		for range 50 {
			if p := g.Blame(office, limit.Crash); p != (limit.Penalty{}) {
				t.Fatalf("%v: %+v", office, p)
			}
		}
		admit(t, g, office, limit.Admitted).Entered()
		admit(t, g, office, limit.Admitted)
		admit(t, g, office, limit.Admitted)
		admit(t, g, office, limit.SourceConnections)
		if p := g.Penalty(office); p.Enforced {
			t.Errorf("%v: %+v", office, p)
		}
	}
	admit(t, g, addr("192.0.2.16"), limit.Admitted)
	admit(t, g, addr("192.0.2.16"), limit.SourceConnections)
}

func TestOverflow(t *testing.T) {
	fill := func(p limit.Overflow) (*limit.Gate, *clienttest.Clock) {
		l := open()
		l.Penalties.Sources = 10
		l.Penalties.Overflow = p
		l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
		g, c := gate(t, l, nil)
		for n := range 10 {
			g.Blame(stranger(n), limit.Crash)
			c.Advance(time.Second)
		}
		return g, c
	}
	honest := addr("203.0.113.7")

	g, _ := fill(limit.OverflowPermissive)
	admit(t, g, honest, limit.Admitted)
	g.Blame(stranger(10), limit.Crash) // the penalty of the first is dropped for it
	admit(t, g, stranger(10), limit.Penalised)
	admit(t, g, stranger(1), limit.Penalised)
	admit(t, g, stranger(0), limit.Admitted)

	g, c := fill(limit.OverflowDenyAll)
	admit(t, g, honest, limit.PenaltiesFull)
	admit(t, g, neighbour(1), limit.Admitted)           // the other family
	admit(t, g, addr("192.0.2.1"), limit.Admitted)      // an office
	if p := g.Blame(honest, limit.Crash); p.Left != 0 { // the space is full, so nobody else can be blamed
		t.Errorf("%+v", p)
	}
	c.Advance(81 * time.Second)
	admit(t, g, honest, limit.Admitted)
}

// New limits apply to later connections.
func TestSetLimits(t *testing.T) {
	l := open()
	g, _ := gate(t, l, nil)
	a := addr("203.0.113.7")
	first := admit(t, g, a, limit.Admitted)
	admit(t, g, a, limit.Admitted)
	l.Source.Connections = 1
	if err := g.SetLimits(l); err != nil {
		t.Fatal(err)
	}
	admit(t, g, a, limit.SourceConnections)
	first.Leave()
	admit(t, g, a, limit.SourceConnections)

	l.Source.Connections = 0
	if g.SetLimits(l) == nil {
		t.Error("a share of nothing was taken")
	}
	counts(t, g, 1, 1)
}

func TestCheck(t *testing.T) {
	if err := limit.Defaults().Check(); err != nil {
		t.Error(err)
	}
	wrong := map[string]func(*limit.Limits){
		"start":       func(l *limit.Limits) { l.Handshakes.Start = 0 },
		"rate":        func(l *limit.Limits) { l.Handshakes.Rate = 101 },
		"full":        func(l *limit.Limits) { l.Handshakes.Full = 9 },
		"connections": func(l *limit.Limits) { l.Connections.Public = 0 },
		"sessions":    func(l *limit.Limits) { l.Sessions.Public = l.Sessions.All + 1 },
		"cells":       func(l *limit.Limits) { l.Cells = limit.Room{} },
		"starts":      func(l *limit.Limits) { l.Source.Starts.Burst = 0 },
		"no starts":   func(l *limit.Limits) { l.Connection.Minute = 0 },
		"no sessions": func(l *limit.Limits) { l.Source.Sessions = 0 },
		"no cells":    func(l *limit.Limits) { l.Office.Cells = 0 },
		"source":      func(l *limit.Limits) { l.Source.Handshakes = 0 },
		"office":      func(l *limit.Limits) { l.Office.Connections = -1 },
		"offices":     func(l *limit.Limits) { l.Offices = make([]netip.Prefix, 1) },
		"penalty":     func(l *limit.Limits) { l.Penalties.For[limit.Junk] = -1 },
		"user":        func(l *limit.Limits) { l.Penalties.For[limit.InvalidUser] = -1 },
		"too many":    func(l *limit.Limits) { l.Sessions.All = 1 << 30 },
		"max":         func(l *limit.Limits) { l.Penalties.Max = time.Second },
		"sources":     func(l *limit.Limits) { l.Penalties.Sources = 0 },
		"overflow":    func(l *limit.Limits) { l.Penalties.Overflow = "" },
	}
	for name, spoil := range wrong {
		l := limit.Defaults()
		spoil(&l)
		if l.Check() == nil {
			t.Errorf("%s: passes", name)
		}
		if _, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), l, nil); err == nil {
			t.Errorf("%s: a gate takes it", name)
		}
	}
}

// Connections come and go on many goroutines, with and without a proper end: the limits hold at
// every moment, and at the end nothing is held.
func TestNothingIsLeftBehind(t *testing.T) {
	l := limit.Defaults()
	l.Handshakes = limit.Startups{Start: 5, Rate: 30, Full: 20}
	l.Connections = limit.Room{All: 30, Public: 30}
	l.Source = share(3, 5)
	g, c := gate(t, l, nil)
	var all sync.WaitGroup
	for worker := range uint64(16) {
		all.Go(func() {
			r := rand.New(rand.NewPCG(worker, 3))
			var in []*limit.Pass
			for range 500 {
				pass, refusal := g.Admit(stranger(r.IntN(40)))
				if refusal == limit.Admitted {
					in = append(in, pass)
				} else if !slices.Contains(limit.Refusals(), refusal) {
					t.Errorf("%q is no refusal", refusal)
				}
				if h, s := g.Counts(); h > 20 || s > 30 {
					t.Errorf("%d handshakes, %d sessions", h, s)
				}
				if len(in) > 0 {
					n := r.IntN(len(in))
					switch r.IntN(4) {
					case 0:
						in[n].Entered()
					case 1:
						in[n].Blame(limit.Junk)
					default:
						in[n].Leave()
						in = slices.Delete(in, n, n+1)
					}
				}
				c.Advance(100 * time.Millisecond)
			}
			for _, pass := range in {
				pass.Leave()
			}
		})
	}
	all.Wait()
	counts(t, g, 0, 0)
}

func BenchmarkAdmit(b *testing.B) {
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), limit.Defaults(), nil)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		if pass, refusal := g.Admit(stranger(n)); refusal == limit.Admitted {
			pass.Entered()
			pass.Leave()
		}
		n++
	}
}
