package limit_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"

	"motcua/kiosk/limit"
)

// An attacker has 50 addresses and an hour. How many dossiers does he learn, with
// budgets and without, and who else notices? Run it with
//
//	go test ./kiosk/limit -run TestAttack -v
//
// Time is virtual: the hour takes a second or so.

// town is what there is to find: units that took in 300 dossiers a day,
// numbered from one.
type town struct {
	dossiers int // of a unit and day

	mu      sync.Mutex
	learned map[string]bool
	byDay   map[string]int
	last    time.Time // of the newest dossier
}

func newTown() *town {
	return &town{dossiers: 300, learned: map[string]bool{}, byDay: map[string]int{}}
}

// look is what the portal says, and what the attacker writes down.
func (w *town) look(day string, serial int) limit.Outcome {
	if serial < 1 || serial > w.dossiers {
		return limit.Miss
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	key := fmt.Sprint(day, serial)
	if !w.learned[key] {
		w.learned[key], w.last = true, time.Now()
		w.byDay[day]++
	}
	return limit.Hit
}

func (w *town) count(day string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	if day == "" {
		return len(w.learned)
	}
	return w.byDay[day]
}

// guess is one code to try.
type guess struct {
	day    string
	serial int
}

// attack tries codes from so many addresses for an hour. Each address waits as
// long as it is told and tries the same code again, so none is lost. A nil budget
// leaves the pace of the server alone: two look-ups a second for one session, of
// which an address may have twenty.
func attack(t *testing.T, b *limit.Lookups, w *town, sources []netip.Addr, sessions int, next func(source int) (guess, bool)) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	var all sync.WaitGroup
	for i, a := range sources {
		for range sessions {
			all.Go(func() {
				pace := rate.NewLimiter(2, 20)
				for {
					g, ok := next(i)
					if !ok {
						return
					}
					q := limit.Lookup{Asker: limit.Asker{Addr: a}, UnitDay: g.day, Serial: fmt.Sprintf("%04d", g.serial)}
					for {
						if pace.Wait(ctx) != nil {
							return
						}
						if b == nil {
							w.look(g.day, g.serial)
							break
						}
						done, limited := b.Ask(q)
						if limited == nil {
							done(w.look(g.day, g.serial))
							break
						}
						select {
						case <-ctx.Done():
							return
						case <-time.After(limited.Wait):
						}
					}
				}
			})
		}
	}
	all.Wait()
}

func fifty() (all []netip.Addr) {
	for n := range 50 {
		all = append(all, stranger(n))
	}
	return all
}

// walk hands out the numbers of a day in their order, whoever asks.
func walk(day string, most int) func(int) (guess, bool) {
	var mu sync.Mutex
	n := 0
	return func(int) (guess, bool) {
		mu.Lock()
		defer mu.Unlock()
		n++
		return guess{day, n}, n <= most
	}
}

// wander knows how codes are made and that low numbers exist on every day. There
// are 369,600 unit-days to choose from, so it seldom meets one twice.
func wander() func(int) (guess, bool) {
	var mu sync.Mutex
	r := rand.New(rand.NewPCG(50, 1))
	return func(int) (guess, bool) {
		mu.Lock()
		defer mu.Unlock()
		return guess{fmt.Sprintf("H55.%02d.%02d-26%02d%02d", 1+r.IntN(60), 1+r.IntN(20), 1+r.IntN(11), 1+r.IntN(28)), 1 + r.IntN(320)}, true
	}
}

// bystanders are the honest people of the same hour: each gets an answer at once
// or the test fails.
func bystanders(t *testing.T, b *limit.Lookups) {
	t.Helper()
	at := func(d time.Duration, who string, q limit.Lookup, o limit.Outcome) {
		time.Sleep(d) //nolint:forbidigo // virtual time
		done, limited := b.Ask(q)
		if limited != nil {
			t.Errorf("%s is made to wait: %v", who, limited)
			return
		}
		done(o)
	}
	var all sync.WaitGroup
	// Forty citizens, most after the attack has taken what it can get: their own
	// dossier of the very day, after one typo, and once more a little later.
	for n := range 40 {
		all.Go(func() {
			a := fmt.Sprintf("198.51.100.%d", n)
			who := fmt.Sprintf("citizen %d", n)
			time.Sleep(time.Duration(n) * 80 * time.Second) //nolint:forbidigo // virtual time
			at(0, who+" with a typo", from(a, walkedDay, 4000+n), limit.Miss)
			at(20*time.Second, who, from(a, walkedDay, 1+n*7), limit.Hit)
			at(time.Minute, who+" again", from(a, walkedDay, 1+n*7), limit.Hit)
			at(time.Minute, who+" for the family", from(a, otherDay, 1+n), limit.Hit)
		})
	}
	// Thirty people of an office behind one address that is exempt: a look-up
	// each every three minutes, one in ten a typo, half of them of that day.
	for n := range 30 {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(n), 7))
			time.Sleep(time.Duration(n) * 5 * time.Second) //nolint:forbidigo // virtual time
			for range 19 {
				day, o := walkedDay, limit.Hit
				if r.IntN(2) == 0 {
					day = fmt.Sprintf("H55.17.05-2611%02d", 1+r.IntN(20))
				}
				if r.IntN(10) == 0 {
					o = limit.Miss
				}
				at(3*time.Minute, fmt.Sprintf("clerk %d", n), from("192.0.2.9", day, 1+r.IntN(300)), o)
			}
		})
	}
	// A member of staff with a list of 200 codes of that day, from an address
	// that an attacker has as well, five a second.
	all.Go(func() {
		time.Sleep(30 * time.Minute) //nolint:forbidigo // virtual time
		for n := range 200 {
			q := from(stranger(3).String(), walkedDay, 1+n)
			q.Key = "SHA256:staff"
			at(200*time.Millisecond, "staff with a list", q, limit.Hit)
		}
	})
	all.Wait()
}

const walkedDay = "H55.17.05-261120"

// realLookups are the default budgets on the clock of the bubble.
func realLookups(t *testing.T, alarm func(limit.Alarm)) *limit.Lookups {
	t.Helper()
	l := limit.DefaultLookups()
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.9/32")}
	b, err := limit.NewLookups(limit.NewLedger(limit.LedgerOptions{}), l, limit.LookupOptions{Alarm: alarm})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The figures of the README. A walk is bounded by one dossier for each address,
// twelve that all share, and six more an hour.
func TestAttackWalksADay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, w := time.Now(), newTown()
		attack(t, nil, w, fifty(), 1, walk(walkedDay, 300))
		t.Logf("without budgets: %d of 300 dossiers in %v", w.count(walkedDay), w.last.Sub(began).Round(time.Second))
		if n := w.count(walkedDay); n != 300 || w.last.Sub(began) > 10*time.Second {
			t.Errorf("without budgets he learns %d in %v", n, w.last.Sub(began))
		}
	})
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var raised []limit.Alarm
		began, first := time.Now(), time.Duration(-1)
		b, w := realLookups(t, func(a limit.Alarm) {
			mu.Lock()
			defer mu.Unlock()
			raised = append(raised, a)
			// Which pattern shows first depends on how fifty sources interleave.
			if a.Class == "public" && first < 0 {
				first = time.Since(began)
			}
		}), newTown()
		var honest sync.WaitGroup
		honest.Go(func() { bystanders(t, b) })
		attack(t, b, w, fifty(), 1, walk(walkedDay, 300))
		n := w.count(walkedDay)
		t.Logf("with budgets: %d of 300 dossiers in an hour; the log tells after %v", n, first)
		holds(t, n, walkFigure)
		if first < 0 || first > 10*time.Minute {
			t.Errorf("no alarm within ten minutes: %+v", raised)
		}
		honest.Wait()
	})
}

// The same with twenty sessions for each address: nothing is won by haste.
func TestAttackWithManySessions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, w := realLookups(t, nil), newTown()
		attack(t, b, w, fifty(), 20, walk(walkedDay, 300))
		t.Logf("with 20 sessions an address: %d of 300", w.count(walkedDay))
		if n := w.count(walkedDay); n > walkFigure {
			t.Errorf("he learns %d, with one session %d", n, walkFigure)
		}
	})
}

// Whoever rents one IPv6 site has 65,536 networks, and yet no more than sixteen
// addresses would.
func TestAttackFromOneSite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, w := realLookups(t, nil), newTown()
		var site []netip.Addr
		for n := range 1000 {
			site = append(site, addr(fmt.Sprintf("2001:db8:7:%x::1", n)))
		}
		attack(t, b, w, site, 1, walk(walkedDay, 300))
		t.Logf("from 1,000 networks of one /48: %d of 300", w.count(walkedDay))
		holds(t, w.count(walkedDay), siteFigure)
	})
}

// One who knows the formats asks for random numbers of many days.
func TestAttackWandersOverManyDays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newTown()
		attack(t, nil, w, fifty(), 1, wander())
		t.Logf("without budgets, one session an address: %d dossiers of many days in an hour", w.count(""))
		if w.count("") < 200_000 {
			t.Errorf("without budgets he learns %d", w.count(""))
		}
	})
	synctest.Test(t, func(t *testing.T) {
		b, w := realLookups(t, nil), newTown()
		var honest sync.WaitGroup
		honest.Go(func() { bystanders(t, b) })
		attack(t, b, w, fifty(), 1, wander())
		t.Logf("with budgets: %d dossiers of many days in an hour", w.count(""))
		holds(t, w.count(""), wanderFigure)
		honest.Wait()
	})
}

// A proof of four digits: how many of 10,000 are tried in an hour at one dossier.
func TestAttackOnAProof(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := realLookups(t, nil)
		var mu sync.Mutex
		tried := 0
		var all sync.WaitGroup
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		for _, a := range fifty() {
			all.Go(func() {
				for ctx.Err() == nil {
					done, limited := b.Ask(limit.Lookup{Asker: limit.Asker{Addr: a}, UnitDay: walkedDay, Serial: "0007", Proof: limit.TypedProof})
					if limited == nil {
						done(limit.Miss)
						mu.Lock()
						tried++
						mu.Unlock()
						continue
					}
					select {
					case <-ctx.Done():
					case <-time.After(limited.Wait):
					}
				}
			})
		}
		all.Wait()
		t.Logf("proofs tried at one dossier in an hour: %d of 10,000", tried)
		holds(t, tried, proofFigure)
		q := from("203.0.113.7", walkedDay, 7) // the owner, who types the whole number, with a typo
		for _, o := range []limit.Outcome{limit.Miss, limit.Proved} {
			q.Proof = limit.WholeProof
			if wait := asked(b, q, o); wait > 0 {
				t.Errorf("the owner waits %v", wait)
			}
		}
	})
}

// holds checks a figure of the README: never more, and not so much less that the
// README says too much. Which address is first is a matter of chance.
func holds(t *testing.T, n, figure int) {
	t.Helper()
	if n > figure || n < figure*3/4 {
		t.Errorf("%d, the README says up to %d", n, figure)
	}
}

// What the README says: the most that is learned in an hour.
const (
	walkFigure   = 68
	wanderFigure = 800
	proofFigure  = 22
	siteFigure   = 46
)
