package limit_test

import (
	"net/netip"
	"testing"
	"time"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

func TestEntryOf(t *testing.T) {
	list := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("10.1.2.7/24"), netip.MustParsePrefix("2001:db8::/32")}
	for a, want := range map[string]string{
		"10.9.9.9": "10.0.0.0/8", "10.1.2.3": "10.1.2.0/24", "::ffff:10.1.2.3": "10.1.2.0/24",
		"2001:db8:7::1": "2001:db8::/32", "192.0.2.1": "invalid Prefix",
	} {
		if got := limit.EntryOf(list, addr(a)).String(); got != want {
			t.Errorf("%s lies in %s, want %s", a, got, want)
		}
	}
	if limit.EntryOf(list, netip.Addr{}).IsValid() {
		t.Error("no address lies somewhere")
	}
}

// inLAN returns one of many addresses that one machine may take.
func inLAN(n int) netip.Addr {
	return netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)})
}

// A machine that takes one address after the other learns no more of a day than a few kiosks or
// offices, and uses up nothing of another entry's points.
func TestAnEntryHasATotal(t *testing.T) {
	lan, other := netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.16.0.0/12")
	kiosk := func(a netip.Addr) limit.Asker {
		return limit.Asker{Addr: a, Kiosk: limit.Prefix(a).String(), Entry: limit.EntryOf([]netip.Prefix{lan, other}, a)}
	}
	office := func(a netip.Addr) limit.Asker { return limit.Asker{Addr: a} }
	alone := func(a netip.Addr) limit.Asker { return limit.Asker{Addr: a, Kiosk: a.String()} }
	for name, tt := range map[string]struct {
		asker func(netip.Addr) limit.Asker
		one   int // how many dossiers of a day one address may be shown
		most  int // how many for all 50 addresses of the entry
	}{
		// 90 points are 30 dossiers, and the shared points of all kiosks are as many.
		"kiosks":            {kiosk, 30, 4*30 + 30},
		"offices":           {office, 300, 4*300 + 300},
		"kiosks one by one": {alone, 30, 50*30 + 30},
	} {
		t.Run(name, func(t *testing.T) {
			l := limit.DefaultLookups()
			l.Offices = []netip.Prefix{lan, other}
			// Only the limit of the day is tested.
			l.Kiosk.Own.Burst, l.Office.Own.Burst, l.DelayFree = 1e5, 1e5, limit.MostDelayFree
			b, err := limit.NewLookups(ledger.NewMemory(ledger.Options{Now: newClock().Now}), l, limit.LookupOptions{})
			if err != nil {
				t.Fatal(err)
			}
			serial := 0
			walk := func(a netip.Addr) (n int) {
				for {
					q := from("192.0.2.1", someDay, serial+1)
					q.Asker = tt.asker(a)
					if asked(b, q, limit.Hit) > 0 {
						return n
					}
					serial++
					n++
				}
			}
			all := walk(inLAN(1))
			if all < tt.one {
				t.Errorf("one is shown %d, want %d", all, tt.one)
			}
			for n := range 49 {
				all += walk(inLAN(2 + n))
			}
			if all > tt.most || all < tt.most*3/4 {
				t.Errorf("all are shown %d, want up to %d", all, tt.most)
			}
			if n := walk(addr("172.16.0.1")); n < tt.one {
				t.Errorf("one of another entry is shown %d, want %d", n, tt.one)
			}
		})
	}
}

// Ten kiosks of one hall, each with a look-up every two minutes for eight hours, an eighth of
// them for the 300 results of one day: nobody is made to wait.
func TestABusyHallOfKiosks(t *testing.T) {
	c := newClock()
	b, err := limit.NewLookups(ledger.NewMemory(ledger.Options{Now: c.Now}), limit.DefaultLookups(), limit.LookupOptions{Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	days := []string{"H55.17.05-261117", "H55.17.05-261118", "H55.17.05-261119", "H55.17.05-261121"}
	entry := netip.MustParsePrefix("10.1.2.0/24")
	n := 0
	for range 8 * 30 {
		c.Advance(2 * time.Minute)
		for k := range 10 {
			n++
			day, serial := days[n%len(days)], 1+n/2%300
			if n%8 == 0 { // one of the day's 300 results
				day, serial = someDay, 1+n/8
			}
			q := from("192.0.2.1", day, serial)
			a := inLAN(1<<16 + 2<<8 + k)
			q.Asker = limit.Asker{Addr: a, Kiosk: limit.Prefix(a).String(), Entry: entry}
			outcome := limit.Hit
			if n%10 == 0 {
				outcome = limit.Miss
			}
			if wait := asked(b, q, outcome); wait > 0 {
				t.Fatalf("look-up %d, at %v, waits %v", n, c.Now().Format(time.TimeOnly), wait)
			}
		}
	}
}

// However many addresses of one entry connect, others still get a place.
func TestAnEntryLeavesPlaces(t *testing.T) {
	lan := netip.MustParsePrefix("10.0.0.0/8")
	for name, tt := range map[string]struct {
		offices []netip.Prefix
		kiosks  bool
	}{"offices": {[]netip.Prefix{lan}, false}, "kiosks": {nil, true}, "kiosks among the offices": {[]netip.Prefix{lan}, true}} {
		t.Run(name, func(t *testing.T) {
			l := limit.Defaults()
			l.Offices = tt.offices
			c := newClock()
			g, err := limit.NewGate(ledger.NewMemory(ledger.Options{Now: c.Now}), l, func() float64 { return 1 })
			if err != nil {
				t.Fatal(err)
			}
			known, sessions := 0, 0
			for n := range 200 {
				for range 20 {
					c.Advance(time.Second)
					p, refusal := g.Admit(inLAN(1 + n))
					if p == nil {
						if refusal == limit.AllConnections {
							t.Fatal("no place is left at all")
						}
						break
					}
					p.Entered()
					if tt.kiosks && !p.Known(lan) {
						if s, refusal := p.Session(); s != nil || refusal != limit.PublicConnections {
							t.Fatalf("one too many has a session: %v", refusal)
						}
						p.Leave() // as the server ends a connection without a session
						break
					}
					known++
					if s, _ := p.Session(); s != nil {
						sessions++
					}
				}
			}
			if known != 600 || sessions != 600 {
				t.Errorf("%d connections with %d sessions, want 600", known, sessions)
			}
			p, refusal := g.Admit(addr("203.0.113.7"))
			if p == nil {
				t.Fatalf("a stranger is turned down: %s", refusal)
			}
			if s, refusal := p.Session(); s == nil {
				t.Errorf("a stranger gets no session: %s", refusal)
			}
		})
	}
}
