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
	"motcua/kiosk/limit/ledger"
)

// An attacker has 50 addresses and an hour. How many dossiers do they learn, with and without
// budgets, and is anyone else affected? Run it with
//
// go test ./kiosk/limit -run TestAttack -v
//
// Time is virtual: the hour takes about a second.

// town is the data to find: units with 300 dossiers a day, numbered from one.
type town struct {
	dossiers int // of each unit and day

	mu      sync.Mutex
	learned map[string]bool
	byDay   map[string]int
	last    time.Time // the newest dossier's day
}

func newTown() *town {
	return &town{dossiers: 300, learned: map[string]bool{}, byDay: map[string]int{}}
}

// look returns the portal's answer and records what the attacker learns.
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

// codes hands codes out to the addresses of an attacker.
type codes interface {
	take() (guess, bool) // false: there are none left
	giveBack(guess)      // a refused code, for another address to try
}

// attack tries codes from these addresses for an hour. Each address waits as long as it is
// told, and meanwhile the others continue with its code. A nil budget leaves only the server's
// pace: two look-ups a second for each session, of which an address may have twenty. first are
// look-ups that are made before each one of the same code and that fail: with a wrong proof, or
// hung up.
func attack(t *testing.T, b limit.Budget, w *town, sources []netip.Addr, sessions int, from codes, first ...limit.Proof) {
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
						select { // another address may give one back
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

// dayList hands out the numbers of a day in order.
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

// wander hands out random codes: it knows their format and that low numbers exist on every day.
// It chooses from 369,600 unit-days, so it seldom uses one twice.
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

// bystanders are honest people during the same hour. The test fails unless each of them gets an
// answer at once.
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
	// Forty citizens, most of them after the attack has used up the shared points. Each looks
	// up their own dossier of the attacked day after one typing error, and again a little
	// later.
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
	// Five families, each with six receipts of the attacked day and their proofs.
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
	// Thirty people in an office behind one configured address: each makes a look-up every
	// three minutes, one in ten with a typing error, half of them of the attacked day.
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
	// A member of staff with a list of 200 codes of the attacked day, at an address of the
	// attacker, five a second.
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

// realLookups returns the default budgets on the virtual clock.
func realLookups(t *testing.T, alarm func(limit.Alarm)) *limit.Lookups {
	t.Helper()
	l := limit.DefaultLookups()
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.9/32")}
	b, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), l, limit.LookupOptions{Alarm: alarm})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// These figures are in the README. A walk is limited to one dossier for each address, twelve
// from the shared points, and six more an hour.
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
			// Which pattern is reported first depends on how the fifty sources interleave.
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

// An attacker who knows the format asks for random numbers of many days.
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

// The README's figures: the most dossiers that are learned in an hour.
const (
	walkFigure   = 68
	wanderFigure = 850
)

// holds checks a figure of the README and doc.go: n must not exceed it, and must not be below
// three quarters of it. Which address comes first is random.
func holds(t *testing.T, n, figure int) {
	t.Helper()
	if n > figure || n < figure*3/4 {
		t.Errorf("%d, the README says up to %d", n, figure)
	}
}
