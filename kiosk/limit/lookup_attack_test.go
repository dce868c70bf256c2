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

	"motcua/client/clienttest"
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

// codes are handed out to the addresses of an attacker.
type codes interface {
	take() (guess, bool) // false: there are no more
	giveBack(guess)      // one that was refused, for another address to try
}

// attack tries codes from so many addresses for an hour. Each address waits as
// long as it is told, and meanwhile the others go on with its code. A nil budget
// leaves the pace of the server alone: two look-ups a second for one session, of
// which an address may have twenty. first are look-ups of the same code that are
// made before and come to nothing: with a wrong proof, or hung up on.
func attack(t *testing.T, b *limit.Lookups, w *town, sources []netip.Addr, sessions int, from codes, first ...limit.Proof) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	var all sync.WaitGroup
	for _, a := range sources {
		for range sessions {
			all.Go(func() {
				pace := rate.NewLimiter(2, 20)
				for pace.Wait(ctx) == nil {
					g, ok := from.take()
					if !ok {
						select { // somebody may give one back
						case <-ctx.Done():
						case <-time.After(time.Minute):
						}
						continue
					}
					q := limit.Lookup{Asker: limit.Asker{Addr: a}, UnitDay: g.day, Serial: fmt.Sprintf("%04d", g.serial)}
					if b == nil {
						w.look(g.day, g.serial)
						continue
					}
					for _, p := range first {
						in := q
						in.Proof = p
						if done, _ := b.Ask(in); done != nil {
							done(limit.Miss)
						}
					}
					done, limited := b.Ask(q)
					if limited == nil {
						done(w.look(g.day, g.serial))
						continue
					}
					from.giveBack(g)
					select {
					case <-ctx.Done():
					case <-time.After(limited.Wait):
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

// dayList are the numbers of a day in their order.
type dayList struct {
	mu   sync.Mutex
	left []guess
}

func walk(day string, most int) *dayList {
	l := &dayList{}
	for n := range most {
		l.left = append(l.left, guess{day, 1 + n})
	}
	return l
}

func (l *dayList) take() (guess, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.left) == 0 {
		return guess{}, false
	}
	g := l.left[0]
	l.left = l.left[1:]
	return g, true
}

func (l *dayList) giveBack(g guess) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.left = append(l.left, g)
}

// wander knows how codes are made and that low numbers exist on every day. There
// are 369,600 unit-days to choose from, so it seldom meets one twice.
type wander struct {
	mu sync.Mutex
	r  *rand.Rand
}

func wandering() *wander { return &wander{r: rand.New(rand.NewPCG(50, 1))} }

func (w *wander) take() (guess, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	r := w.r
	return guess{fmt.Sprintf("H55.%02d.%02d-26%02d%02d", 1+r.IntN(60), 1+r.IntN(20), 1+r.IntN(11), 1+r.IntN(28)), 1 + r.IntN(320)}, true
}

func (w *wander) giveBack(guess) {}

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
	// Five families with six receipts of that very day each, whose proofs they have.
	for n := range 5 {
		all.Go(func() {
			time.Sleep(time.Duration(n) * 10 * time.Minute) //nolint:forbidigo // virtual time
			for k := range 6 {
				q := from(fmt.Sprintf("198.51.100.%d", 200+n), walkedDay, 31+6*n+k)
				at(20*time.Second, fmt.Sprintf("family %d with receipt %d", n, k), q, limit.Hit)
				q.Proof = limit.TypedProof
				at(20*time.Second, fmt.Sprintf("family %d with the proof of receipt %d", n, k), q, limit.Proved)
			}
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

// One who knows the formats asks for random numbers of many days.
func TestAttackWandersOverManyDays(t *testing.T) {
	clienttest.Long(t, "plays hours of an attack in virtual time")
	synctest.Test(t, func(t *testing.T) {
		w := newTown()
		attack(t, nil, w, fifty(), 1, wandering())
		t.Logf("without budgets, one session an address: %d dossiers of many days in an hour", w.count(""))
		if w.count("") < 200_000 {
			t.Errorf("without budgets he learns %d", w.count(""))
		}
	})
	synctest.Test(t, func(t *testing.T) {
		b, w := realLookups(t, nil), newTown()
		var honest sync.WaitGroup
		honest.Go(func() { bystanders(t, b) })
		attack(t, b, w, fifty(), 1, wandering())
		t.Logf("with budgets: %d dossiers of many days in an hour", w.count(""))
		holds(t, w.count(""), wanderFigure)
		honest.Wait()
	})
}

// What the README says: the most that is learned in an hour.
const (
	walkFigure   = 68
	wanderFigure = 800
)

// holds checks a figure of the README and of doc.go: never more, and not so much
// less that they say too much. Which address is first is a matter of chance.
func holds(t *testing.T, n, figure int) {
	t.Helper()
	if n > figure || n < figure*3/4 {
		t.Errorf("%d, the README says up to %d", n, figure)
	}
}
