package limit_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// lookups returns the default budgets with a manual clock.
func lookups(t *testing.T, alarm func(limit.Alarm), change ...func(*limit.LookupLimits)) (*limit.Lookups, *clienttest.Clock) {
	t.Helper()
	c := newClock()
	l := limit.DefaultLookups()
	for _, f := range change {
		f(&l)
	}
	b, err := limit.NewLookups(ledger.NewMemory(ledger.Options{Now: c.Now}), l, limit.LookupOptions{Alarm: alarm, Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	return b, c
}

const (
	someDay  = "H55.17.05-261120"
	otherDay = "H55.17.05-261121"
)

// asked makes one complete look-up. It returns the wait, or 0 when it was allowed.
func asked(b limit.Budget, q limit.Lookup, o limit.Outcome) time.Duration {
	done, limited := b.Ask(q)
	if (done == nil) != (limited != nil && limited.Wait > 0) {
		panic("either an answer or a wait")
	}
	if limited != nil {
		return limited.Wait
	}
	done(o)
	done(limit.NoAnswer) // counts only once
	return 0
}

func from(a, day string, serial int) limit.Lookup {
	return limit.Lookup{Asker: limit.Asker{Addr: addr(a)}, UnitDay: day, Serial: fmt.Sprintf("%04d", serial)}
}

// How many look-ups of each kind a new asker makes in a row before the first wait.
func TestLookupsBeforeTheFirstWait(t *testing.T) {
	office := func(l *limit.LookupLimits) { l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")} }
	tests := []struct {
		name string
		ask  func(n int) (limit.Lookup, limit.Outcome)
		want int // within a thousand attempts; the next one had to wait
	}{
		{"citizen, one dossier again and again", func(int) (limit.Lookup, limit.Outcome) {
			return from("203.0.113.7", someDay, 7), limit.Hit
		}, 1000},
		// Seven are paid from its own points, because the maximum cost must be available. Four
		// more are paid from shared points without a wait, and the next one starts the wait.
		{"citizen, dossiers of many days", func(n int) (limit.Lookup, limit.Outcome) {
			return from("203.0.113.7", fmt.Sprintf("H55.17.05-%06d", 261100+n%30), n), limit.Hit
		}, 12},
		{"citizen, dossiers of one day", func(n int) (limit.Lookup, limit.Outcome) {
			return from("203.0.113.7", someDay, n), limit.Hit
		}, 6},
		{"citizen, typos", func(n int) (limit.Lookup, limit.Outcome) {
			return from("203.0.113.7", someDay, n), limit.Miss
		}, 8},
		{"citizen, wrong proofs", func(int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, 7)
			q.Proof = limit.TypedProof
			return q, limit.Miss
		}, 5},
		{"citizen, receipts of one day with their proofs", func(n int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, n)
			q.Proof = limit.TypedProof
			return q, limit.Proved
		}, 30},
		// Sending a secret with each code does not make a walk cheaper.
		{"citizen, dossiers of one day with secrets that nobody judges", func(n int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, n)
			q.Proof = limit.SecretProof
			return q, limit.Hit
		}, 6},
		{"citizen, secrets that one system refuses and another does not know", func(int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, 7)
			q.Proof = limit.SecretProof
			return q, limit.Mixed
		}, 5},
		{"a kiosk, dossiers of one day", func(n int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, n)
			q.Kiosk = "hall"
			return q, limit.Hit
		}, 35},
		{"a portal that is down", func(n int) (limit.Lookup, limit.Outcome) {
			return from("203.0.113.7", someDay, n), limit.NoAnswer
		}, 1000},
		{"office, dossiers of one day", func(n int) (limit.Lookup, limit.Outcome) {
			return from("192.0.2.9", someDay, n), limit.Hit
		}, 300},
		{"office, dossiers of many days", func(n int) (limit.Lookup, limit.Outcome) {
			return from("192.0.2.9", fmt.Sprintf("H55.17.05-%06d", 261100+n%30), n), limit.Hit
		}, 600},
		{"staff, a list of one day", func(n int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, n)
			q.Key = "SHA256:abc"
			return q, limit.Hit
		}, 1000},
		{"staff, a list of a thousand that nobody knows", func(n int) (limit.Lookup, limit.Outcome) {
			q := from("203.0.113.7", someDay, n)
			q.Key = "SHA256:abc"
			return q, limit.Miss
		}, 1000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, _ := lookups(t, nil, office)
			made := 0
			for n := range 1000 {
				q, o := tt.ask(n)
				if asked(b, q, o) > 0 {
					break
				}
				made++
			}
			if made < tt.want || tt.want < 300 && made != tt.want || made > 2*tt.want {
				t.Errorf("%d look-ups, want %d", made, tt.want)
			}
		})
	}
}

// A source that uses shared points waits twice as long each time, until it is forgiven.
func TestDelaysGrow(t *testing.T) {
	b, c := lookups(t, nil, func(l *limit.LookupLimits) { l.DelayFree = 0 })
	serial := 0
	next := func() limit.Lookup { serial++; return from("203.0.113.7", someDay, serial) }
	asked(b, next(), limit.Hit) // from its own points
	for _, want := range []time.Duration{30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute} {
		if wait := asked(b, next(), limit.Hit); wait != 0 {
			t.Fatalf("must wait %v although the last wait is over", wait)
		}
		if wait := asked(b, next(), limit.Hit); wait != want {
			t.Errorf("wait %v, want %v", wait, want)
		}
		if wait := asked(b, from("203.0.113.8", someDay, 900), limit.Hit); wait != 0 {
			t.Errorf("somebody else must wait %v", wait)
		}
		c.Advance(want)
	}
	c.Advance(10 * time.Hour)
	asked(b, next(), limit.Hit)
	if wait := asked(b, next(), limit.Hit); wait != 30*time.Second && wait != 0 {
		t.Errorf("after a night the wait is %v", wait)
	}
}

// The first few receipts beyond one's own points need no wait, and once they are forgiven,
// neither do later ones.
func TestTheFirstFewNeedNotWait(t *testing.T) {
	b, c := lookups(t, nil)
	serial := 0
	next := func() limit.Lookup { serial++; return from("203.0.113.7", someDay, serial) }
	for n := range 6 {
		if wait := asked(b, next(), limit.Hit); wait != 0 {
			t.Errorf("receipt %d waits %v", n+1, wait)
		}
	}
	_, limited := b.Ask(next())
	if limited == nil || limited.Wait != 30*time.Second || limited.Why != client.LimitUnitDay {
		t.Errorf("then %v", limited)
	}
	c.Advance(30 * time.Second)
	asked(b, next(), limit.Hit)
	if wait := asked(b, next(), limit.Hit); wait != time.Minute {
		t.Errorf("then %v", wait)
	}
	c.Advance(24 * time.Hour)
	for n := range 5 {
		if wait := asked(b, next(), limit.Hit); wait != 0 {
			t.Errorf("a day later receipt %d waits %v", n+1, wait)
		}
	}
}

func TestWaitCountsDown(t *testing.T) {
	b, c := lookups(t, nil, func(l *limit.LookupLimits) { l.DelayFree = 0 })
	for n := range 2 {
		asked(b, from("203.0.113.7", someDay, n), limit.Hit)
	}
	c.Advance(20 * time.Second)
	if wait := asked(b, from("203.0.113.7", otherDay, 1), limit.Hit); wait != 10*time.Second {
		t.Errorf("wait %v", wait)
	}
	c.Advance(10 * time.Second)
	if wait := asked(b, from("203.0.113.7", otherDay, 1), limit.Hit); wait != 0 {
		t.Errorf("wait %v", wait)
	}
}

// The machines of one household are one source, and so are the mapped forms of an address.
func TestWhoIsOneSource(t *testing.T) {
	tests := []struct {
		a, b string
		one  bool
	}{
		{"203.0.113.7", "::ffff:203.0.113.7", true},
		{"203.0.113.7", "203.0.113.8", false},
		{"2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true},
		{"2001:db8:0:1::1", "2001:db8:0:2::1", false},
	}
	for _, tt := range tests {
		b, _ := lookups(t, nil, func(l *limit.LookupLimits) { l.DelayFree = 0 })
		asked(b, from(tt.a, someDay, 1), limit.Hit)
		asked(b, from(tt.a, someDay, 2), limit.Hit)
		if wait := asked(b, from(tt.b, someDay, 3), limit.Hit); (wait > 0) != tt.one {
			t.Errorf("%s and %s: wait %v", tt.a, tt.b, wait)
		}
	}
}

// A /48 is one site: its 65,536 networks together have the points of sixteen.
func TestASiteIsNotEndless(t *testing.T) {
	b, _ := lookups(t, nil, func(l *limit.LookupLimits) { l.Public.SharedAll = limit.Bucket{} })
	made := 0
	for n := range 1000 {
		a := fmt.Sprintf("2001:db8:7:%x::1", n)
		if asked(b, from(a, fmt.Sprintf("H55.17.%02d-261120", n%90), n), limit.Hit) == 0 {
			made++
		}
	}
	if made < 100 || made > 128 {
		t.Errorf("%d look-ups from one /48, want some 127", made)
	}
	if wait := asked(b, from("2001:db8:8::1", someDay, 1), limit.Hit); wait != 0 {
		t.Errorf("a neighbour must wait %v", wait)
	}
}

// The shared points are used up. A source with points of its own continues.
func TestSharedPointsRunOut(t *testing.T) {
	var raised []limit.Alarm
	b, _ := lookups(t, func(a limit.Alarm) { raised = append(raised, a) })
	learned := 0
	for n := range 60 {
		for k := range 2 {
			if asked(b, from(stranger(n).String(), someDay, 2*n+k), limit.Hit) == 0 {
				learned++
			}
		}
	}
	if learned != 60+12 {
		t.Errorf("60 addresses learned %d, want one each and 12", learned)
	}
	if wait := asked(b, from("203.0.113.7", someDay, 500), limit.Miss); wait != 0 {
		t.Errorf("a citizen waits %v", wait)
	}
	if wait := asked(b, from("203.0.113.7", someDay, 501), limit.Hit); wait != 0 {
		t.Errorf("after a typo a citizen waits %v", wait)
	}
	kinds := map[limit.AlarmKind]limit.Alarm{}
	for _, a := range raised {
		if _, twice := kinds[a.Kind]; twice {
			t.Errorf("%s twice within the hour", a.Kind)
		}
		kinds[a.Kind] = a
	}
	if kinds[limit.AlarmDrained].Class != "public" {
		t.Errorf("nobody was told: %+v", raised)
	}
}

func TestManyAtOnceCostWhatOneAfterAnotherDoes(t *testing.T) {
	b, _ := lookups(t, nil, func(l *limit.LookupLimits) { l.DelayFree = 0 })
	var all sync.WaitGroup
	var made atomic.Int64
	for n := range 200 {
		all.Go(func() {
			if done, _ := b.Ask(from("203.0.113.7", someDay, n)); done != nil {
				made.Add(1)
				done(limit.Hit)
			}
		})
	}
	all.Wait()
	if n := made.Load(); n < 1 || n > 2 {
		t.Errorf("%d of 200 at once, want one or two", n)
	}
}

func TestAlarms(t *testing.T) {
	type ask struct{ source, serial int }
	order := func(n, sources, from int) (all []ask) {
		for i := range n {
			all = append(all, ask{i % sources, from + i})
		}
		return all
	}
	shuffled := func(n, of int) (all []ask) {
		r := rand.New(rand.NewPCG(1, 2))
		for i, s := range r.Perm(of)[:n] {
			all = append(all, ask{i, s})
		}
		return all
	}
	tests := []struct {
		name string
		asks []ask
		gap  time.Duration
		want []limit.AlarmKind
	}{
		{"one after the other, each from elsewhere", order(12, 12, 1), time.Second, []limit.AlarmKind{limit.AlarmInOrder}},
		{"backwards", []ask{{1, 12}, {2, 11}, {3, 10}, {4, 9}, {5, 8}, {6, 7}, {7, 6}, {8, 5}, {9, 4}, {10, 3}, {11, 2}, {12, 1}}, time.Second, []limit.AlarmKind{limit.AlarmInOrder}},
		{"eleven are not twelve", order(11, 11, 1), time.Second, nil},
		{"one dossier, asked by many", func() (all []ask) {
			for i := range 50 {
				all = append(all, ask{i, 7})
			}
			return all
		}(), time.Second, nil},
		{"a usual hour of a hall", shuffled(40, 300), 90 * time.Second, nil},
		{"a usual day of a hall", shuffled(300, 300), 96 * time.Second, nil},
		{"in no order, but very many", shuffled(80, 300), time.Second, []limit.AlarmKind{limit.AlarmDense}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			write := limit.LogAlarms(slog.New(slog.NewJSONHandler(&log, nil)))
			var kinds []limit.AlarmKind
			b, c := lookups(t, func(a limit.Alarm) {
				write(a)
				kinds = append(kinds, a.Kind)
				if a.Serials < 1 || a.Sources < 1 || a.Sources > a.Serials || a.Found > a.Serials {
					t.Errorf("%+v", a)
				}
			})
			for _, a := range tt.asks {
				if wait := asked(b, from(stranger(a.source).String(), someDay, a.serial), limit.Hit); wait > 0 {
					t.Fatalf("wait %v", wait)
				}
				c.Advance(tt.gap)
			}
			if fmt.Sprint(kinds) != fmt.Sprint(tt.want) {
				t.Errorf("alarms %v, want %v", kinds, tt.want)
			}
			for _, secret := range []string{"H55", "261120", "100.0"} {
				if strings.Contains(log.String(), secret) {
					t.Errorf("the log holds %q: %s", secret, log.String())
				}
			}
			if len(tt.want) > 0 && !strings.Contains(log.String(), `"unit_day_hash"`) {
				t.Errorf("log: %s", log.String())
			}
		})
	}
}

func TestLookupLimitsCheck(t *testing.T) {
	if err := limit.DefaultLookups().Check(); err != nil {
		t.Error(err)
	}
	nan := 0.
	nan /= nan
	for name, spoil := range map[string]func(*limit.LookupLimits){
		"own too small":  func(l *limit.LookupLimits) { l.Public.Own.Burst = 1 },
		"day too small":  func(l *limit.LookupLimits) { l.Office.UnitDay.Burst = 2 },
		"never again":    func(l *limit.LookupLimits) { l.Staff.Proof.Hourly = 0 },
		"no number":      func(l *limit.LookupLimits) { l.Public.SharedAll.Burst = nan },
		"negative":       func(l *limit.LookupLimits) { l.Public.SharedUnitDay.Hourly = -1 },
		"no office":      func(l *limit.LookupLimits) { l.Offices = make([]netip.Prefix, 1) },
		"delays fall":    func(l *limit.LookupLimits) { l.DelayMost = time.Second },
		"no delay":       func(l *limit.LookupLimits) { l.DelayFirst = 0 },
		"never forgives": func(l *limit.LookupLimits) { l.Forgive = 0 },
		"remembers":      func(l *limit.LookupLimits) { l.Remember = 100 * time.Hour },
		"alarms":         func(l *limit.LookupLimits) { l.Alarms.InOrder = 2 },
		"one network":    func(l *limit.LookupLimits) { l.Alarms.Networks = 1 },
		"no free ones":   func(l *limit.LookupLimits) { l.DelayFree = -1 },
		"kiosk":          func(l *limit.LookupLimits) { l.Kiosk.Own.Burst = 1 },
		"no total":       func(l *limit.LookupLimits) { l.Dossier.Public.Burst = 0 },
		"total for good": func(l *limit.LookupLimits) { l.Dossier.All.Hourly = 0 },
		"whole numbers":  func(l *limit.LookupLimits) { l.Dossier.Whole.Burst = nan },
	} {
		l := limit.DefaultLookups()
		spoil(&l)
		if l.Check() == nil {
			t.Errorf("%s: passes", name)
		}
	}
}

// With any look-ups by any askers in any order, no source and no day gets more than its buckets
// hold, and no wait exceeds its maximum.
func TestBudgetsHoldWhateverIsAsked(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 11))
		b, c := lookups(t, nil)
		began := c.Now()
		l := limit.DefaultLookups()
		dayLearned := map[string]map[string]bool{}
		sourceLearned := map[string]map[string]bool{}
		sources := map[string]map[string]bool{}
		for range 4000 {
			q := from(stranger(r.IntN(30)).String(), fmt.Sprintf("H55.17.%02d-261120", r.IntN(4)), r.IntN(200))
			o := limit.Outcome(r.IntN(3))
			if r.IntN(10) == 0 {
				q.Proof = limit.Proof(1 + r.IntN(3))
				o = limit.Outcome(r.IntN(5))
			}
			done, limited := b.Ask(q)
			switch {
			case limited != nil && (limited.Wait > 24*time.Hour || limited.Wait <= 0 || limited.Why == ""):
				t.Fatalf("%+v", limited)
			case limited == nil:
				done(o)
				if o == limit.Hit {
					add(dayLearned, q.UnitDay, q.Serial)
					add(sourceLearned, q.Addr.String(), q.UnitDay+q.Serial)
					add(sources, q.UnitDay, q.Addr.String())
				}
			}
			c.Advance(time.Duration(r.IntN(3000)) * time.Millisecond)
		}
		hours := c.Now().Sub(began).Hours()
		p := l.Public
		for day, learned := range dayLearned {
			// A dossier that was asked for without an answer may later be free for the day.
			// Only misses do that, and each costs a point.
			most := float64(len(sources[day]))*(p.UnitDay.Burst+p.UnitDay.Hourly*hours) + p.SharedUnitDay.Burst + p.SharedUnitDay.Hourly*hours
			if float64(len(learned)) > most {
				t.Errorf("seed %d: %d dossiers of %s, most %.0f", seed, len(learned), day, most)
			}
		}
		for source, learned := range sourceLearned {
			most := p.Own.Burst + p.Own.Hourly*hours + 8 + 4*hours // its own points, and then by the growing waits
			if float64(len(learned)) > most {
				t.Errorf("seed %d: %s learned %d, most %.0f", seed, source, len(learned), most)
			}
		}
	}
}

func add(m map[string]map[string]bool, k, v string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][v] = true
}

func BenchmarkAskLookup(b *testing.B) {
	l, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), limit.DefaultLookups(), limit.LookupOptions{Alarm: func(limit.Alarm) {}})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		if done, _ := l.Ask(limit.Lookup{Asker: limit.Asker{Addr: stranger(n)}, UnitDay: someDay, Serial: fmt.Sprintf("%04d", n%9999)}); done != nil {
			done(limit.Hit)
		}
		n++
	}
}
