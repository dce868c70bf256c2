package limit_test

import (
	"math/rand/v2"
	"net/netip"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/kiosk/limit"
)

var office = netip.MustParsePrefix("192.0.2.0/24")

// session takes a place for one session and checks the refusal.
func session(t *testing.T, p *limit.Pass, want limit.Refusal) *limit.Place {
	t.Helper()
	place, refusal := p.Session()
	if refusal != want || (place == nil) != (refusal != limit.Admitted) {
		t.Fatalf("%q, want %q", refusal, want)
	}
	return place
}

func draw(t *testing.T, p *limit.Place, cells int, want limit.Refusal) {
	t.Helper()
	if got := p.Draw(cells); got != want {
		t.Fatalf("%d cells: %q, want %q", cells, got, want)
	}
}

func isOpen(t *testing.T, g *limit.Gate, sessions, cells int) {
	t.Helper()
	if s, c := g.Open(); s != sessions || c != cells {
		t.Errorf("%d sessions with %d cells, want %d with %d", s, c, sessions, cells)
	}
}

// Sessions are counted for each source and in total, over any connections, and staff at a
// crowded address have places of their own.
func TestSessions(t *testing.T) {
	l := open()
	l.Sessions = limit.Room{All: 5, Public: 3}
	l.Source.Sessions = 2
	l.Offices = []netip.Prefix{office}
	g, _ := gate(t, l, nil)
	here := addr("203.0.113.7")
	first, second := admit(t, g, here, limit.Admitted), admit(t, g, here, limit.Admitted)
	one := session(t, first, limit.Admitted)
	session(t, second, limit.Admitted)
	session(t, first, limit.SourceSessions)
	session(t, second, limit.SourceSessions)
	session(t, admit(t, g, stranger(1), limit.Admitted), limit.Admitted)
	session(t, admit(t, g, stranger(2), limit.Admitted), limit.PublicSessions)
	isOpen(t, g, 3, 0)

	second.Known(netip.Prefix{}) // staff, at the address of two sessions that use up its share
	session(t, second, limit.Admitted)
	session(t, admit(t, g, addr("192.0.2.9"), limit.Admitted), limit.Admitted)
	session(t, second, limit.AllSessions)
	isOpen(t, g, 5, 0)
	one.Leave()
	one.Leave() // counts only once
	session(t, second, limit.Admitted)
	isOpen(t, g, 5, 0)
}

// The cells of all terminals and those of one source are limited. A terminal that may not grow
// keeps its cells.
func TestCells(t *testing.T) {
	l := open()
	l.Cells = limit.Room{All: 10_000, Public: 7000}
	l.Source.Cells, l.Office.Cells = 4000, 9000
	l.Offices = []netip.Prefix{office}
	g, _ := gate(t, l, nil)
	at := func(a netip.Addr) *limit.Place { return session(t, admit(t, g, a, limit.Admitted), limit.Admitted) }
	here := addr("203.0.113.7")
	first, second := at(here), at(here)
	draw(t, first, 3000, limit.Admitted)
	draw(t, second, 2000, limit.SourceCells)
	draw(t, second, 1000, limit.Admitted)
	draw(t, first, 3001, limit.SourceCells)
	isOpen(t, g, 2, 4000)
	draw(t, first, 500, limit.Admitted)
	draw(t, second, 3500, limit.Admitted)
	isOpen(t, g, 2, 4000)

	third := at(stranger(1))
	draw(t, third, 4000, limit.PublicCells)
	draw(t, third, 3000, limit.Admitted)
	hall := at(addr("192.0.2.9"))
	draw(t, hall, 3001, limit.AllCells)
	draw(t, hall, 3000, limit.Admitted)
	isOpen(t, g, 4, 10000)
	first.Leave()
	draw(t, first, 100, limit.AllCells) // it has left
	second.Leave()
	draw(t, third, 3001, limit.Admitted)
	isOpen(t, g, 2, 6001)
}

// A session costs a token of its connection and one of its source. If the source has none, the
// connection is not charged.
func TestStarts(t *testing.T) {
	l := open()
	l.Connection = limit.Rate{Burst: 2, Minute: 60}
	l.Source.Starts, l.Office.Starts = limit.Rate{Burst: 3, Minute: 30}, limit.Rate{Burst: 5, Minute: 60}
	l.Offices = []netip.Prefix{office}
	g, c := gate(t, l, nil)
	starts := func(p *limit.Pass, want ...time.Duration) {
		t.Helper()
		for i, w := range want {
			if got := p.Start(); got != w {
				t.Errorf("start %d: wait %v, want %v", i+1, got, w)
			}
		}
	}
	here := addr("203.0.113.7")
	first, second := admit(t, g, here, limit.Admitted), admit(t, g, here, limit.Admitted)
	starts(first, 0, 0, time.Second)
	starts(second, 0, 2*time.Second)
	c.Advance(2 * time.Second)
	starts(second, 0, 2*time.Second)
	first.Known(netip.Prefix{})
	starts(first, 0, 0, 0, 0, 0, time.Second)

	hall := admit(t, g, addr("192.0.2.9"), limit.Admitted)
	starts(hall, 0, 0, 0, 0, 0, time.Second)
}

// A source that connects too often is refused, and no other is.
func TestConnects(t *testing.T) {
	l := open()
	l.Source.Starts = limit.Rate{Burst: 2, Minute: 60}
	g, c := gate(t, l, nil)
	here := addr("203.0.113.7")
	admit(t, g, here, limit.Admitted).Leave()
	admit(t, g, here, limit.Admitted).Leave()
	admit(t, g, here, limit.SourceStarts)
	admit(t, g, stranger(1), limit.Admitted).Leave()
	c.Advance(time.Second)
	admit(t, g, here, limit.Admitted).Leave()
	admit(t, g, here, limit.SourceStarts)
	counts(t, g, 0, 0)
}

// The bytes and redraws of one source are limited together. A single one above the bucket's
// size is still let through.
func TestOwn(t *testing.T) {
	l := open()
	l.Source.Bytes, l.Source.Redraws = limit.Rate{Burst: 100, Minute: 600}, limit.Rate{Burst: 50, Minute: 300}
	g, _ := gate(t, l, nil)
	synctest.Test(t, func(t *testing.T) { // these are measured by the machine's clock
		here := addr("203.0.113.7")
		first, second := admit(t, g, here, limit.Admitted), admit(t, g, here, limit.Admitted)
		waits := func(what string, got, want time.Duration) {
			t.Helper()
			if got != want {
				t.Errorf("%s: wait %v, want %v", what, got, want)
			}
		}
		waits("60 bytes", first.Send(60), 0)
		waits("50 more by another", second.Send(50), time.Second)
		waits("40", second.Send(40), 0)
		waits("all cells", first.Redraw(80), 0)
		waits("one more", second.Redraw(1), 200*time.Millisecond)
		waits("a neighbour's", admit(t, g, stranger(1), limit.Admitted).Redraw(50), 0)
		second.Known(netip.Prefix{})
		waits("staff's", second.Redraw(1000), 0)
		time.Sleep(10 * time.Second) //nolint:forbidigo // virtual
		waits("more than there ever is", first.Send(1000), 0)
	})
}

// When the public's connections are used up, the next one is admitted but opens nothing, unless
// it turns out to be staff's. Offices have the remaining places.
func TestRoomForTheKnown(t *testing.T) {
	l := open()
	l.Connections = limit.Room{All: 5, Public: 2}
	l.Offices = []netip.Prefix{office}
	g, _ := gate(t, l, nil)
	crowded := func(p *limit.Pass, want bool) {
		t.Helper()
		if got := p.Entered(); got != want {
			t.Errorf("crowded: %v, want %v", got, want)
		}
	}
	first := admit(t, g, stranger(1), limit.Admitted)
	crowded(first, false)
	crowded(first, false) // counts only once
	crowded(admit(t, g, stranger(2), limit.Admitted), false)
	third := admit(t, g, stranger(3), limit.Admitted)
	crowded(third, true)
	session(t, third, limit.PublicConnections)
	third.Known(netip.Prefix{})
	session(t, third, limit.Admitted)
	hall := admit(t, g, addr("192.0.2.9"), limit.Admitted)
	crowded(hall, false)
	session(t, hall, limit.Admitted)
	first.Known(netip.Prefix{}) // gives its place of the public back
	fifth := admit(t, g, stranger(4), limit.Admitted)
	crowded(fifth, false)
	session(t, fifth, limit.Admitted)
	counts(t, g, 0, 5)
}

// A /48 of IPv6 has the limits of four sources, for each kind of place.
func TestAWholePrefixOfSources(t *testing.T) {
	at := func(n int) netip.Addr { return addr("2001:db8:7:" + strconv.FormatInt(int64(n), 16) + "::1") }
	last := func(change func(*limit.Limits), do func(*limit.Gate, netip.Addr) limit.Refusal) (n int, why limit.Refusal) {
		l := open()
		change(&l)
		g, _ := gate(t, l, nil)
		for ; why == limit.Admitted && n < 1000; n++ {
			why = do(g, at(n))
		}
		if other := do(g, addr("2001:db8:8::1")); other != limit.Admitted {
			t.Errorf("the next /48: %q", other)
		}
		return n - 1, why
	}
	connects := func(g *limit.Gate, a netip.Addr) limit.Refusal { _, why := g.Admit(a); return why }
	opens := func(g *limit.Gate, a netip.Addr) limit.Refusal {
		place, why := admit(t, g, a, limit.Admitted).Session()
		if place != nil {
			why = place.Draw(1000)
		}
		return why
	}
	for _, tt := range []struct {
		change func(*limit.Limits)
		do     func(*limit.Gate, netip.Addr) limit.Refusal
		n      int
		why    limit.Refusal
	}{
		{func(l *limit.Limits) { l.Source = share(1000, 5) }, connects, 20, limit.SourceConnections},
		{func(l *limit.Limits) { l.Source = share(5, 1000) }, connects, 20, limit.SourceHandshakes},
		{func(l *limit.Limits) { l.Source.Starts = limit.Rate{Burst: 5, Minute: 1} }, connects, 20, limit.SourceStarts},
		{func(l *limit.Limits) { l.Source.Sessions = 5 }, opens, 20, limit.SourceSessions},
		{func(l *limit.Limits) { l.Source.Cells = 5000 }, opens, 20, limit.SourceCells},
	} {
		if n, why := last(tt.change, tt.do); n != tt.n || why != tt.why {
			t.Errorf("%d until %q, want %d until %q", n, why, tt.n, tt.why)
		}
	}
	l := open()
	l.Source.Starts, l.Connection = limit.Rate{Burst: 5, Minute: 1}, limit.Rate{Burst: 100, Minute: 1}
	g, _ := gate(t, l, nil)
	started := 0
	for n := range 6 {
		for pass := admit(t, g, at(n), limit.Admitted); pass.Start() == 0; {
			started++
		}
	}
	if started != 20 {
		t.Errorf("%d sessions of six sources started, want 20", started)
	}
}

// A balancer's own connections get no penalty, and a share that is separate from the clients at
// its address. Connections of clients that it does not identify count as the public's.
func TestBalancer(t *testing.T) {
	l := open()
	l.Source, l.Office = share(2, 2), share(3, 3)
	l.Connections = limit.Room{All: 20, Public: 2}
	g, _ := gate(t, l, nil)
	balancer := addr("10.0.0.7")
	for _, check := range []bool{true, false} {
		for n := range 4 {
			pass, refusal := g.AdmitBalancer(balancer, check)
			if n == 3 {
				if pass != nil || refusal != limit.SourceConnections {
					t.Errorf("a fourth of three: %q", refusal)
				}
				continue
			}
			for range 20 {
				if p := pass.Blame(limit.Junk); p != (limit.Penalty{}) {
					t.Fatalf("blamed: %+v", p)
				}
			}
			if got, want := pass.Entered(), !check && n == 2; got != want {
				t.Errorf("check %v, connection %d crowded: %v", check, n, got)
			}
		}
	}
	admit(t, g, balancer, limit.Admitted) // a client at the balancer's address
}

// Sessions open, resize and leave on many goroutines. At the end nothing is held, and meanwhile
// no limit is exceeded.
func TestNoSessionIsLeftBehind(t *testing.T) {
	l := open()
	l.Sessions, l.Cells = limit.Room{All: 30, Public: 20}, limit.Room{All: 30_000, Public: 20_000}
	l.Source.Sessions, l.Source.Cells = 5, 7000
	g, _ := gate(t, l, nil)
	var all sync.WaitGroup
	for worker := range uint64(16) {
		all.Go(func() {
			r := rand.New(rand.NewPCG(worker, 5))
			pass, _ := g.Admit(addr("203.0.113." + strconv.Itoa(1+int(worker)%4)))
			if worker%5 == 0 {
				pass.Known(netip.Prefix{})
			}
			var in []*limit.Place
			for range 500 {
				if place, refusal := pass.Session(); refusal == limit.Admitted {
					in = append(in, place)
				}
				if len(in) > 0 {
					n := r.IntN(len(in))
					in[n].Draw(r.IntN(3000))
					if r.IntN(3) == 0 {
						in[n].Leave()
					}
				}
				if s, c := g.Open(); s > 30 || c > 30_000 {
					t.Errorf("%d sessions, %d cells", s, c)
				}
			}
			for _, place := range in {
				place.Leave()
			}
			pass.Leave()
		})
	}
	all.Wait()
	isOpen(t, g, 0, 0)
	counts(t, g, 0, 0)
}
