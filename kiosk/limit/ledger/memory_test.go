package ledger_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/limit/ledger"
)

var minute = ledger.Scale{From: 15 * time.Second, Most: time.Minute, Sources: 100}

// newClock starts on a fixed morning.
func newClock() *clienttest.Clock {
	return clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
}

func key(name string) ledger.Key { return ledger.Key{Space: "test", Name: name} }

func TestHold(t *testing.T) {
	b := ledger.NewMemory(ledger.Options{})
	k := key("a")
	for n := range 3 {
		if before, ok := b.Hold(k, 1, 3); before != n || !ok {
			t.Errorf("place %d: %d, %v", n, before, ok)
		}
	}
	if before, ok := b.Hold(k, 1, 3); before != 3 || ok {
		t.Errorf("a fourth of three places: %d, %v", before, ok)
	}
	if _, ok := b.Hold(key("b"), 1, 1); !ok {
		t.Error("another key has its own places")
	}
	b.Release(k, 1)
	if before, ok := b.Hold(k, 1, 3); before != 2 || !ok {
		t.Errorf("a place that was given back: %d, %v", before, ok)
	}
	for range 5 {
		b.Release(k, 1)
	}
	if n := b.Held(k); n != 0 {
		t.Errorf("%d places held of none", n)
	}
	if _, ok := b.Hold(k, 4, 3); ok || b.Held(k) != 0 {
		t.Errorf("four of three places: %v, %d held", ok, b.Held(k))
	}
	if _, ok := b.Hold(k, 3, 3); !ok || b.Held(k) != 3 {
		t.Errorf("all three places: %v, %d held", ok, b.Held(k))
	}
	b.Release(k, 2)
	if before, ok := b.Hold(k, 2, 3); before != 1 || !ok {
		t.Errorf("two that were given back: %d, %v", before, ok)
	}
}

func TestHoldAtOnce(t *testing.T) {
	b := ledger.NewMemory(ledger.Options{})
	var all sync.WaitGroup
	var got atomic.Int64
	for range 50 {
		all.Go(func() {
			for range 100 {
				if _, ok := b.Hold(key("a"), 1, 10); ok {
					got.Add(1)
				}
			}
		})
	}
	all.Wait()
	if got.Load() != 10 || b.Held(key("a")) != 10 {
		t.Errorf("%d took one of 10 places, %d are held", got.Load(), b.Held(key("a")))
	}
}

func TestTake(t *testing.T) {
	c := newClock()
	b := ledger.NewMemory(ledger.Options{Now: c.Now})
	take := func(cost float64, wantOK bool, wantWait time.Duration) {
		t.Helper()
		// One token every two seconds, at most five.
		if ok, wait := b.Take(key("a"), cost, 0.5, 5); ok != wantOK || wait != wantWait {
			t.Errorf("take %v: %v, %v; want %v, %v", cost, ok, wait, wantOK, wantWait)
		}
	}
	take(3, true, 0)
	take(3, false, 2*time.Second)
	take(3, false, 2*time.Second) // a refusal costs nothing
	c.Advance(2 * time.Second)
	take(3, true, 0)
	take(1, false, 2*time.Second)
	c.Advance(time.Hour) // fills up to its size and no further
	take(5, true, 0)
	take(1, false, 2*time.Second)
	take(6, false, ledger.Never)
	take(0, true, 0)
	c.Advance(-time.Hour) // a clock that was set back adds nothing
	take(1, false, 2*time.Second)

	if ok, wait := b.Take(key("fixed"), 1, 0, 1); !ok || wait != 0 {
		t.Error("the first token of a bucket that never fills")
	}
	if ok, wait := b.Take(key("fixed"), 1, 0, 1); ok || wait != ledger.Never {
		t.Errorf("the second: %v, %v", ok, wait)
	}
}

// Give never fills a bucket beyond its size.
func TestGive(t *testing.T) {
	c := newClock()
	b := ledger.NewMemory(ledger.Options{Now: c.Now})
	b.Give(key("new"), 5, 1, 10)
	if ok, _ := b.Take(key("new"), 10, 1, 10); !ok {
		t.Error("a full bucket was made less full")
	}
	b.Give(key("new"), 3, 1, 10)
	b.Give(key("new"), -3, 1, 10)
	if ok, wait := b.Take(key("new"), 4, 1, 10); ok || wait != time.Second {
		t.Errorf("%v, %v", ok, wait)
	}
	c.Advance(5 * time.Second)
	b.Give(key("new"), 100, 1, 10)
	if ok, _ := b.Take(key("new"), 10, 1, 10); !ok {
		t.Error("not full")
	}
	if ok, _ := b.Take(key("new"), 1, 1, 10); ok {
		t.Error("fuller than it can be")
	}
}

// Whatever is asked for and when, a bucket gives no more than it held and has gained since, and
// an asker who waits as told gets the tokens.
func TestTakeKeepsItsRate(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		c := newClock()
		b := ledger.NewMemory(ledger.Options{Now: c.Now})
		rate, burst := 0.1+10*r.Float64(), 1+10*r.Float64()
		start, given := c.Now(), 0.0
		for range 200 {
			cost := r.Float64() * burst
			ok, wait := b.Take(key("a"), cost, rate, burst)
			if !ok {
				if wait > time.Millisecond {
					c.Advance(wait - time.Millisecond)
					if early, _ := b.Take(key("a"), cost, rate, burst); early {
						t.Fatalf("seed %d: given before its time", seed)
					}
					wait = time.Millisecond
				}
				c.Advance(wait)
				if ok, _ = b.Take(key("a"), cost, rate, burst); !ok {
					t.Fatalf("seed %d: not given in time", seed)
				}
			}
			given += cost
			if most := burst + rate*c.Now().Sub(start).Seconds() + 1e-6; given > most {
				t.Fatalf("seed %d: %v given of %v", seed, given, most)
			}
			c.Advance(time.Duration(r.Int64N(int64(time.Second))))
		}
	}
}

func TestBlame(t *testing.T) {
	c := newClock()
	b := ledger.NewMemory(ledger.Options{Now: c.Now})
	blame := func(by, wantLeft time.Duration, wantEnforced bool) {
		t.Helper()
		if left, enforced := b.Blame(key("a"), by, minute); left != wantLeft || enforced != wantEnforced {
			t.Errorf("%v: %v, %v; want %v, %v", by, left, enforced, wantLeft, wantEnforced)
		}
	}
	blame(0, 0, false)
	blame(5*time.Second, 5*time.Second, false)
	c.Advance(2 * time.Second)
	blame(0, 3*time.Second, false) // it has ended
	blame(12*time.Second, 15*time.Second, false)
	blame(time.Second, 16*time.Second, true)
	c.Advance(15 * time.Second)
	blame(0, time.Second, true) // until nothing is left
	blame(time.Hour, time.Minute, true)
	c.Advance(time.Minute)
	blame(0, 0, false)
	blame(time.Second, time.Second, false) // then it starts again
	if n := b.Blamed("test"); n != 1 {
		t.Errorf("%d penalties", n)
	}
	c.Advance(time.Second)
	if n := b.Blamed("test"); n != 0 {
		t.Errorf("%d penalties that have run off", n)
	}
	if n := b.Blamed("no such space"); n != 0 {
		t.Errorf("%d penalties", n)
	}
}

// When a space is full, the penalties that end first are dropped. Sources that come once cannot
// push out a source with a long penalty.
// What other servers say: penalties that they imposed, tokens that were paid there, and what a
// server hands over when it ends.
func TestWhatIsToldByOthers(t *testing.T) {
	c := newClock()
	l := ledger.NewMemory(ledger.Options{Now: c.Now})
	account := ledger.Account{Key: key("paid"), Cost: 3, Rate: 1, Burst: 5}
	tokens := func(want float64) {
		t.Helper()
		ok, wait := l.Take(account.Key, 5, account.Rate, account.Burst)
		if left := 5 - wait.Seconds(); ok || left != want {
			t.Errorf("it holds %v tokens, want %v", left, want)
		}
	}
	l.Spend([]ledger.Account{account}, 10)
	tokens(2)
	account.Cost = 100 // it never owes more than ten
	l.Spend([]ledger.Account{account}, 10)
	tokens(-10)

	l.Mark(key("marked"), time.Hour)
	l.Mark(key("ended"), -time.Second)
	l.Impose(key("imposed"), time.Minute, true)
	if left := l.Left([]ledger.Key{key("marked"), key("ended"), key("imposed")}); left[0] != time.Hour || left[1] != 0 || left[2] != time.Minute {
		t.Errorf("penalties: %v", left)
	}
	owed := func() map[ledger.Owed]bool {
		all := map[ledger.Owed]bool{}
		l.Owed(func(o ledger.Owed) { all[o] = true })
		return all
	}
	bucket := ledger.Owed{Key: account.Key, Bucket: true, Left: 15 * time.Second}
	marked := ledger.Owed{Key: key("marked"), Left: time.Hour}
	imposed := ledger.Owed{Key: key("imposed"), Left: time.Minute, Enforced: true}
	if got := owed(); len(got) != 3 || !got[bucket] || !got[marked] || !got[imposed] {
		t.Errorf("owed: %v", got)
	}
	c.Advance(15 * time.Second) // the bucket is full this very moment
	if got := owed(); len(got) != 2 {
		t.Errorf("after 15 s: %v", got)
	}
	c.Advance(45 * time.Second) // and here a penalty ends
	if got := owed(); len(got) != 1 {
		t.Errorf("after a minute: %v", got)
	}
}

func TestAWaitThatIsTooLongIsNever(t *testing.T) {
	for s, want := range map[float64]time.Duration{
		-1: 0, 0: 0, 1.5: 1500 * time.Millisecond, 1e-12: 1, ledger.Never.Seconds(): ledger.Never, math.Inf(1): ledger.Never, math.NaN(): ledger.Never,
	} {
		if got := ledger.Seconds(s); got != want {
			t.Errorf("%v s: %v, want %v", s, got, want)
		}
	}
}

func TestAFullSpaceForgetsTheLeast(t *testing.T) {
	c := newClock()
	b := ledger.NewMemory(ledger.Options{Now: c.Now, Entries: 100})
	b.Blame(key("worst"), time.Hour, minute)
	for n := range 10000 {
		b.Blame(key(strconv.Itoa(n)), time.Second, minute)
	}
	if n := b.Blamed("test"); n != 100 {
		t.Errorf("%d of 100 penalties", n)
	}
	if _, enforced := b.Blame(key("worst"), 0, minute); !enforced {
		t.Error("the worst was forgotten")
	}

	b.Take(key("greedy"), 10, 1, 10)
	for n := range 10000 {
		b.Take(key(strconv.Itoa(n)), 1, 1, 10)
	}
	if ok, _ := b.Take(key("greedy"), 1, 1, 10); ok {
		t.Error("an empty bucket was forgotten")
	}
	// Spaces do not affect each other.
	if left, _ := b.Blame(ledger.Key{Space: "other", Name: "a"}, time.Second, minute); left != time.Second {
		t.Errorf("%v", left)
	}
	if _, enforced := b.Blame(key("worst"), 0, minute); !enforced {
		t.Error("another space pushed the worst out")
	}
	// A smaller number of sources applies from the next offence on.
	few := minute
	few.Sources = 10
	b.Blame(key("next"), 2*time.Second, few)
	if n := b.Blamed("test"); n != 10 {
		t.Errorf("%d of 10 penalties", n)
	}
}

// A hundred thousand attackers take a limited amount of memory, which is released afterwards.
func TestMemoryIsBounded(t *testing.T) {
	clienttest.Long(t, "plays a hundred thousand attackers")
	c := newClock()
	b := ledger.NewMemory(ledger.Options{Now: c.Now})
	scale := ledger.Scale{From: time.Second, Most: time.Minute, Sources: ledger.DefaultEntries}
	heap := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	for n := range 100_000 {
		name := fmt.Sprintf("2001:db8:%x::/64", n)
		b.Blame(key(name), time.Duration(n%50+1)*time.Second, scale)
		b.Take(key(name), 1, 1, 60)
	}
	grown := heap() - before
	if n := b.Blamed("test"); n != ledger.DefaultEntries {
		t.Errorf("%d penalties", n)
	}
	t.Logf("%d penalties and as many buckets take %d KiB", ledger.DefaultEntries, grown>>10)
	if grown > 64<<20 {
		t.Errorf("100,000 sources take %d MiB", grown>>20)
	}
	c.Advance(time.Hour)
	b.Take(key("a"), 1, 1, 60)
	b.Blame(key("a"), time.Second, scale)
	if n := b.Blamed("test"); n != 1 {
		t.Errorf("%d penalties after an hour", n)
	}
	runtime.KeepAlive(b)
}

// Without a clock of its own the ledger uses the real one.
func TestLedgerOnTheRealClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := ledger.NewMemory(ledger.Options{})
		b.Take(key("a"), 1, 1, 1)
		_, wait := b.Take(key("a"), 1, 1, 1)
		<-time.After(wait)
		if ok, _ := b.Take(key("a"), 1, 1, 1); !ok {
			t.Errorf("no token after %v", wait)
		}
	})
}

// All methods at once, for the race detector.
func TestLedgerFromManyGoroutines(t *testing.T) {
	b := ledger.NewMemory(ledger.Options{Entries: 8})
	few := ledger.Scale{From: time.Second, Most: time.Minute, Sources: 8}
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			for n := range 500 {
				k := key(fmt.Sprint((worker + n) % 16))
				if _, ok := b.Hold(k, 1, 4); ok {
					b.Release(k, 1)
				}
				b.Take(k, 1, 1000, 10)
				b.Blame(k, time.Duration(n%3)*time.Millisecond, few)
				b.Blamed("test")
				b.Held(k)
			}
		})
	}
	all.Wait()
	for n := range 16 {
		if held := b.Held(key(strconv.Itoa(n))); held != 0 {
			t.Errorf("%d: %d places held", n, held)
		}
	}
}

func BenchmarkBlame(b *testing.B) {
	l := ledger.NewMemory(ledger.Options{})
	scale := ledger.Scale{From: time.Second, Most: time.Minute, Sources: ledger.DefaultEntries}
	names := make([]string, 100_000)
	for n := range names {
		names[n] = fmt.Sprintf("203.0.%d.%d/32", n>>8, n&0xff)
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		l.Blame(key(names[n%len(names)]), time.Second, scale)
		n++
	}
}
