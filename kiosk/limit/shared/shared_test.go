package shared_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/limit/shared"
	"motcua/kiosk/limit/shared/storetest"
)

// watch counts what a ledger tells of its store.
type watch struct {
	mu     sync.Mutex
	up     bool
	causes []string
}

func (w *watch) Store(up bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.up = up
}

func (w *watch) StoreFailed(cause string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.causes = append(w.causes, cause)
}

func (w *watch) StoreCall(time.Duration) {}

func (w *watch) isUp() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.up
}

func (w *watch) failedOf(cause string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Contains(w.causes, cause)
}

// server is one of the servers that share a store.
type server struct {
	*shared.Ledger
	watch *watch
	log   *clienttest.Buffer
}

// join returns one of two servers that share the store at addr.
func join(t *testing.T, addr string, change ...func(*shared.Options)) *server {
	t.Helper()
	return joinWith(t, addr, nil, change...)
}

// joinWith is join for a server that has an own ledger; nil: a new one in memory.
func joinWith(t *testing.T, addr string, own shared.Local, change ...func(*shared.Options)) *server {
	t.Helper()
	s := &server{watch: &watch{}, log: &clienttest.Buffer{}}
	o := shared.Options{
		Addr: addr, Secret: []byte("the secret of a test"), Servers: 2, Timeout: 2 * time.Second,
		Shared: limit.Shared, Dearest: limit.Dearest,
		Log: slog.New(slog.NewTextHandler(s.log, nil)), Watch: s.watch,
	}
	for _, c := range change {
		c(&o)
	}
	if own == nil {
		own = ledger.NewMemory(ledger.Options{Now: o.Now})
	}
	s.Ledger = shared.Open(own, o)
	t.Cleanup(s.Close)
	return s
}

func at(clock *clienttest.Clock) func(*shared.Options) {
	return func(o *shared.Options) { o.Now = clock.Now }
}

func newClock() *clienttest.Clock {
	return clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for began := time.Now(); !holds(); time.Sleep(5 * time.Millisecond) { //nolint:forbidigo // another process
		if time.Since(began) > time.Minute {
			t.Fatalf("not within a minute: %s", what)
		}
	}
}

func key(space, name string) ledger.Key { return ledger.Key{Space: space, Name: name} }

// account is a bucket of a space that servers share.
func account(name string, cost, hourly, burst float64) ledger.Account {
	return ledger.Account{Key: key("lookup_own", name), Cost: cost, Rate: hourly / 3600, Burst: burst}
}

func pay(l ledger.Ledger, accounts ...ledger.Account) (bool, time.Duration) {
	r := l.Pay([]ledger.Charge{{Own: accounts}})
	return r.Refused < 0, r.Wait
}

// pays checks how many of forty payments of one unit are taken.
func pays(t *testing.T, l ledger.Ledger, want int) {
	t.Helper()
	paid := 0
	for range 40 {
		if ok, _ := pay(l, account("x", 1, 1, 40)); ok {
			paid++
		}
	}
	if paid != want {
		t.Errorf("%d were paid, want %d", paid, want)
	}
}

// The store decides as the ledger in memory does: ten thousand calls at random times, from two
// servers, have the same answers.
func TestTheStoreCountsAsMemoryDoes(t *testing.T) {
	store, c := storetest.Start(t), newClock()
	servers := []*server{join(t, store.Addr, at(c)), join(t, store.Addr, at(c))}
	memory := ledger.NewMemory(ledger.Options{Now: c.Now})
	r := rand.New(rand.NewPCG(19, 1))
	scale := ledger.Scale{From: 15 * time.Second, Most: 10 * time.Minute, Sources: ledger.DefaultEntries}
	charge := func(kind string) ledger.Charge {
		n := r.IntN(3)
		c := ledger.Charge{Own: []ledger.Account{account(fmt.Sprint(kind, n), float64(r.IntN(4))+.25, 4, 8), account(fmt.Sprint(kind, "site", n), 2, 64, 128)}}
		if r.IntN(2) == 0 {
			c.Shared = ledger.Account{Key: key("lookup_shared", kind), Cost: 1, Rate: 18. / 3600, Burst: 12}
		}
		return c
	}
	near := func(a, b time.Duration) bool { return max(a-b, b-a) <= 10*time.Millisecond }
	refused := 0
	for n := range 10_000 {
		s := servers[r.IntN(2)]
		c.Advance(time.Duration(r.Int64N(int64(4 * time.Minute))))
		switch r.IntN(3) {
		case 0:
			by := time.Duration(r.IntN(8)) * time.Second
			k := key("penalty4", fmt.Sprint(r.IntN(3)))
			want, wantOn := memory.Blame(k, by, scale)
			if by == 0 {
				continue // another server's is known after a second
			}
			if left, on := s.Blame(k, by, scale); !near(left, want) || on != wantOn {
				t.Fatalf("call %d: penalty %v, %v; want %v, %v", n, left, on, want, wantOn)
			}
		default:
			charges := []ledger.Charge{charge("a"), charge("b")}
			want, got := memory.Pay(charges), s.Pay(charges)
			if got.Refused != want.Refused || !near(got.Wait, want.Wait) || got.Refused < 0 && !slices.Equal(got.Shared, want.Shared) {
				t.Fatalf("call %d: %+v, want %+v", n, got, want)
			}
			if want.Refused >= 0 {
				refused++
				continue
			}
			a := charges[0].Own[0]
			if want.Shared[0] {
				a = charges[0].Shared
			}
			back := a.Cost / 2
			want.Back.Give(a.Key, back, a.Rate, a.Burst)
			got.Back.Give(a.Key, back, a.Rate, a.Burst)
			s.Flush()
		}
	}
	if refused < 500 || refused > 6000 {
		t.Errorf("%d of the calls were refused, so they compare little", refused)
	}
	for i, s := range servers {
		if !s.watch.isUp() {
			t.Errorf("server %d left the store: %s", i, s.log.String())
		}
	}
}

// A source has its places once, over both servers; those of a server that was killed come back.
func TestPlacesOfTwoServers(t *testing.T) {
	store := storetest.Start(t)
	a, b := join(t, store.Addr), join(t, store.Addr)
	k, own := key("source_sessions", "203.0.113.7/32"), key("sessions", "all")
	for n := range 3 {
		if before, ok := a.Hold(k, 1, 5); !ok || before != n {
			t.Fatalf("%d, %v", before, ok)
		}
		a.Hold(own, 1, 5)
	}
	if before, ok := b.Hold(k, 2, 5); !ok || before != 3 {
		t.Errorf("on the other server %d, %v", before, ok)
	}
	if before, ok := b.Hold(k, 1, 5); ok || before != 5 {
		t.Errorf("a sixth place: %d, %v", before, ok)
	}
	if b.Held(own) != 0 {
		t.Error("a server's total counts for another")
	}
	a.Release(k, 1)
	a.Flush()
	if before, ok := b.Hold(k, 1, 5); !ok || before != 4 {
		t.Errorf("a place that was given back on the other server: %d, %v", before, ok)
	}
	a.Close()
	if before, ok := b.Hold(k, 1, 5); !ok || before != 3 {
		t.Errorf("a server that stopped: %d, %v", before, ok)
	}
}

// Places of a server that is killed end by themselves, and those of one that lives do not.
func TestPlacesOfAKilledServer(t *testing.T) {
	store, c := storetest.Start(t), newClock()
	a, b := join(t, store.Addr, at(c)), join(t, store.Addr, at(c))
	k := key("source_sessions", "203.0.113.7/32")
	a.Hold(k, 4, 5)
	a.Cut() // no beat any more
	b.Hold(k, 1, 5)
	if _, ok := b.Hold(k, 1, 5); ok {
		t.Error("a sixth place")
	}
	c.Advance(16 * time.Second)
	if before, ok := b.Hold(k, 4, 5); !ok || before != 1 {
		t.Errorf("sixteen seconds later: %d, %v", before, ok)
	}
}

// A penalty of one server counts on the other within a second.
func TestPenaltiesOfTwoServers(t *testing.T) {
	store := storetest.Start(t)
	a, b := join(t, store.Addr), join(t, store.Addr)
	scale := ledger.Scale{From: 15 * time.Second, Most: 10 * time.Minute, Sources: 100}
	k := key("penalty4", "203.0.113.7/32")
	if left, on := b.Blame(k, 0, scale); left != 0 || on {
		t.Fatalf("%v, %v", left, on)
	}
	a.Blame(k, 10*time.Second, scale)
	b.Blame(k, 10*time.Second, scale)
	if left, on := a.Blame(k, 0, scale); !on || left < 15*time.Second {
		eventually(t, "the other knows", func() bool { left, on = a.Blame(k, 0, scale); return on && left > 15*time.Second })
	}
	if left, on := b.Blame(k, 0, scale); !on || left < 15*time.Second {
		t.Errorf("%v, %v", left, on)
	}
	// What is enforced is not asked for again.
	before := store.DB.Info(t.Context(), "commandstats").Val()
	for range 100 {
		b.Blame(k, 0, scale)
	}
	if after := store.DB.Info(t.Context(), "commandstats").Val(); calls(after, "evalsha")-calls(before, "evalsha") > 20 {
		t.Error("each refused connection reaches the store")
	}
}

func calls(info, command string) (n int) {
	_, rest, _ := strings.Cut(info, "cmdstat_"+command+":calls=")
	_, _ = fmt.Sscan(strings.SplitN(rest, ",", 2)[0], &n)
	return n
}

// planted are texts of a look-up that must not leave the process.
var planted = []string{"203.0.113", "2001:db8", "fingerprint", "lobby", "H55", "261120", "public", "office"}

// After a simulation neither the store nor the wire to it has a planted text, or the hash of one
// that was made without the key. Every number has a lifetime.
func TestTheStoreLearnsNothing(t *testing.T) {
	store := storetest.Start(t)
	line := storetest.NewLine(t, store.Addr)
	s := join(t, line.Addr)
	b, err := limit.NewLookups(s, limit.DefaultLookups(), limit.LookupOptions{Hash: func(s string) string { return "code:" + s }})
	if err != nil {
		t.Fatal(err)
	}
	gate, err := limit.NewGate(s, limit.Defaults(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 40 {
		for _, who := range []limit.Asker{{Addr: addr(fmt.Sprintf("203.0.113.%d", n))}, {Addr: addr("2001:db8:7:8::1")}, {Key: "SHA256:fingerprint"}, {Kiosk: "lobby"}} {
			q := limit.Lookup{Asker: who, UnitDay: "H55.17.05-261120", Serial: fmt.Sprintf("%04d", n), Proof: limit.TypedProof}
			if done, limited := b.Ask(q); limited == nil {
				done([]limit.Outcome{limit.Miss, limit.Proved, limit.Hit, limit.Unclear}[n%4])
			}
		}
		if p, _ := gate.Admit(addr(fmt.Sprintf("203.0.113.%d", n))); p != nil {
			p.Entered()
			p.Session()
			p.Blame(limit.Crash)
		}
	}
	s.Flush()
	all := store.Everything()
	if n := strings.Count(all, "\n"); n < 100 {
		t.Errorf("the store has %d numbers, so little is looked at", n)
	}
	for _, text := range slices.Concat(planted, unkeyed(planted), unkeyed([]string{"203.0.113.7/32", "code:H55.17.05-261120-0007", "203.0.113.7/32 code:H55.17.05-261120-0007"})) {
		for where, what := range map[string]string{"store": all, "wire": line.Asked.String()} {
			// "lookup_public" would be a space's name; there is none with such a word.
			if strings.Contains(strings.ToLower(what), strings.ToLower(text)) {
				t.Errorf("the %s holds %q", where, text)
			}
		}
	}
	for numbers := range strings.Lines(all) {
		if strings.HasSuffix(strings.TrimSpace(numbers), " -1ns") {
			t.Errorf("without a lifetime: %s", numbers)
		}
	}
}

// A store that is killed is one warning. Each server goes on with half of the budgets, and what
// was spent is spent when the store comes back empty.
func TestAStoreThatIsKilled(t *testing.T) {
	store := storetest.Start(t)
	a, b := join(t, store.Addr), join(t, store.Addr)
	spend := func(s *server, n int) (paid int) {
		for range n {
			if ok, _ := pay(s, account("x", 1, 1, 40)); ok {
				paid++
			}
		}
		return paid
	}
	if n := spend(a, 5) + spend(b, 7); n != 12 {
		t.Fatalf("%d paid", n)
	}
	if ok, _ := pay(a, account("y", 3, 1, 5)); !ok {
		t.Fatal("y")
	}
	a.Mark(key("lookup_opened", "z"), 7*24*time.Hour)
	a.Flush()
	store.Kill()
	// Of 40, each has 20; a has spent 5 and b 7 of them.
	if n, m := spend(a, 40), spend(b, 10); n != 15 || m != 10 {
		t.Errorf("without the store a paid %d and b %d, want 15 and 10", n, m)
	}
	if ok, _ := pay(a, account("new", 3, 1, 5)); !ok {
		t.Error("without the store a first look-up is refused")
	}
	if a.watch.isUp() || !a.watch.failedOf("unreachable") || strings.Count(a.log.String(), "level=WARN") != 1 {
		t.Errorf("up %v, %s", a.watch.isUp(), a.log.String())
	}
	store.Run()
	eventually(t, "both are back", func() bool { return a.watch.isUp() && b.watch.isUp() })
	// a owes 20 and b 17 of its 20.
	if n := spend(a, 20); n != 3 {
		t.Errorf("after that %d were paid, want 3", n)
	}
	if left := b.Left([]ledger.Key{key("lookup_opened", "z")})[0]; left < 6*24*time.Hour {
		t.Errorf("who opened a dossier is forgotten: %v", left)
	}
	for _, s := range []*server{a, b} {
		if log := s.log.String(); strings.Count(log, "level=WARN") != 1 || strings.Count(log, "used again") != 1 {
			t.Errorf("log: %s", log)
		}
	}
}

// A store that was emptied, while no connection broke, gives nothing back either.
func TestAStoreThatIsEmptied(t *testing.T) {
	store := storetest.Start(t)
	a := join(t, store.Addr)
	for range 20 {
		pay(a, account("x", 1, 1, 40))
	}
	if err := store.DB.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	if ok, _ := pay(a, account("x", 1, 1, 40)); ok {
		t.Error("paid from this server's part, which is spent")
	}
	eventually(t, "it is back", a.watch.isUp)
	if !a.watch.failedOf("emptied") {
		t.Errorf("%v", a.watch.causes)
	}
	pays(t, a, 20)
}

// A server that restarts, as in an upgrade, charges nobody again for what the store knows.
// When the store was emptied in the meantime, it tells what was spent.
func TestAServerThatRestarts(t *testing.T) {
	store := storetest.Start(t)
	file := filepath.Join(t.TempDir(), "budgets")
	paid := 0
	started := func(n int) {
		t.Helper()
		kept, _, err := ledger.Open(file, ledger.FileOptions{Options: ledger.Options{Name: func(name string) string { return name }}})
		if err != nil {
			t.Fatal(err)
		}
		s := joinWith(t, store.Addr, kept)
		defer func() { s.Close(); _ = kept.Close() }()
		if !s.watch.isUp() {
			t.Fatalf("the store is not used: %s", s.log.String())
		}
		for range n {
			if ok, _ := pay(s, account("x", 1, 1, 40)); ok {
				paid++
			}
		}
	}
	other := join(t, store.Addr)
	started(8)
	started(0)
	started(2)
	for range 40 {
		if ok, _ := pay(other, account("x", 1, 1, 40)); ok {
			paid++
		}
	}
	if paid != 40 {
		t.Errorf("over three starts %d were paid, want 40", paid)
	}
	other.Close()
	// It is the same life also when all servers are down for a night.
	if left := store.DB.PTTL(t.Context(), "{motcua}:life").Val(); left < 12*time.Hour {
		t.Errorf("the store begins another life in %v", left)
	}
	if err := store.DB.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	paid = 0
	started(40)
	if paid != 30 { // the server itself had paid ten
		t.Errorf("with an emptied store %d were paid, want 30", paid)
	}
}

// hangsWhenTold makes a line hang for a while once its server tells what was spent.
type hangsWhenTold struct {
	*ledger.Memory
	line *storetest.Line
	once atomic.Bool
}

func (l *hangsWhenTold) Owed(yield func(o ledger.Owed)) {
	l.Memory.Owed(yield)
	if l.once.Swap(false) {
		l.line.Hangs.Store(true)
		time.AfterFunc(time.Second, func() { l.line.Hangs.Store(false) })
	}
}

// A server whose telling timed out asks again, and the store counts it once.
func TestTellingThatTimedOut(t *testing.T) {
	store := storetest.Start(t)
	own := &hangsWhenTold{Memory: ledger.NewMemory(ledger.Options{}), line: storetest.NewLine(t, store.Addr)}
	s := joinWith(t, own.line.Addr, own, func(o *shared.Options) { o.Timeout = 250 * time.Millisecond })
	for range 10 {
		pay(s, account("x", 1, 1, 40))
	}
	s.Mark(key("lookup_opened", "y"), time.Hour)
	s.Flush() // now the store knows the script
	if err := store.DB.FlushAll(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	own.once.Store(true)
	eventually(t, "the store is left", func() bool { return !s.watch.isUp() })
	eventually(t, "it is used again", s.watch.isUp)
	if own.once.Load() || !s.watch.failedOf("timeout") {
		t.Errorf("telling did not time out: %v", s.watch.causes)
	}
	pays(t, s, 30)
}

// However slow a store is, a look-up waits for it once and briefly. One that takes 50 ms is used.
func TestASlowStore(t *testing.T) {
	store := storetest.Start(t)
	for name, tt := range map[string]struct {
		delay time.Duration
		hangs bool
		used  bool
	}{"50 ms": {50 * time.Millisecond, false, true}, "500 ms": {500 * time.Millisecond, false, false}, "hangs": {0, true, false}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			line := storetest.NewLine(t, store.Addr)
			s := join(t, line.Addr, func(o *shared.Options) { o.Timeout = 250 * time.Millisecond })
			eventually(t, "it is used", s.watch.isUp)
			line.Delay.Store(int64(tt.delay))
			line.Hangs.Store(tt.hangs)
			var slowest, all time.Duration
			const calls = 20
			for n := range calls {
				began := time.Now()
				if ok, _ := pay(s, account(name+fmt.Sprint(n), 1, 1, 8)); !ok {
					t.Error("refused")
				}
				took := time.Since(began)
				all += took
				slowest = max(slowest, took)
			}
			t.Logf("20 calls: %v in all, the slowest %v", all.Round(time.Millisecond), slowest.Round(time.Millisecond))
			if slowest > 2*time.Second || !tt.used && all > 4*time.Second {
				t.Errorf("slow: %v, %v", slowest, all)
			}
			if s.watch.isUp() != tt.used || !tt.used && !s.watch.failedOf("timeout") {
				t.Errorf("used: %v, %v", s.watch.isUp(), s.watch.causes)
			}
			line.Delay.Store(0)
			line.Hangs.Store(false)
			eventually(t, "it is used again", s.watch.isUp)
		})
	}
}

// A call that timed out may have been carried out. It is paid once from this server's part, and
// the store keeps what it took: at most the cost of that one look-up.
func TestAChargeThatTimedOut(t *testing.T) {
	store := storetest.Start(t)
	line := storetest.NewLine(t, store.Addr)
	s, other := join(t, line.Addr, func(o *shared.Options) { o.Timeout = 250 * time.Millisecond }), join(t, store.Addr)
	pay(s, account("before", 3, 1, 8)) // now the store knows the script
	line.Hangs.Store(true)
	r := s.Pay([]ledger.Charge{{Own: []ledger.Account{account("x", 3, 1, 8)}}})
	if r.Refused >= 0 {
		t.Fatal("refused")
	}
	line.Hangs.Store(false)
	eventually(t, "it is back", s.watch.isUp)
	r.Back.Give(key("lookup_own", "x"), 2, 1./3600, 8) // goes where it was taken
	s.Flush()
	paid := 0
	for range 10 {
		if ok, _ := pay(other, account("x", 1, 1, 8)); ok {
			paid++
		}
	}
	if paid != 5 {
		t.Errorf("%d are left in the store of 8, want 5", paid)
	}
}

// A store without room refuses, and then each server keeps to its part.
func TestAFullStore(t *testing.T) {
	store := storetest.Start(t, "--maxmemory", "4mb", "--maxmemory-policy", "noeviction")
	s := join(t, store.Addr)
	if ok, _ := pay(s, account("x", 1, 1, 8)); !ok {
		t.Fatal("refused")
	}
	fill := func() {
		for size, n := 16<<10, 0; size > 10; n++ {
			if store.DB.Set(context.Background(), fmt.Sprint("filler", n), bytes.Repeat([]byte("x"), size), 0).Err() != nil {
				size /= 4
			}
		}
	}
	eventually(t, "it is full", func() bool {
		fill()
		pay(s, account("y", 1, 1, 8))
		return !s.watch.isUp()
	})
	paid := 0
	for range 10 {
		if ok, _ := pay(s, account("x", 1, 1, 8)); ok {
			paid++
		}
	}
	if paid != 3 || s.watch.isUp() || !s.watch.failedOf("full") {
		t.Errorf("%d were paid of this server's four, one of them before; used %v, %v", paid, s.watch.isUp(), s.watch.causes)
	}
	for n := range 200 {
		store.DB.Del(context.Background(), fmt.Sprint("filler", n))
	}
	eventually(t, "it is back", s.watch.isUp)
}

// A server that the store does not admit, or that has another secret, keeps to its part.
func TestAServerThatDoesNotBelong(t *testing.T) {
	store := storetest.Start(t)
	guarded := storetest.Start(t, "--requirepass", "a good password")
	join(t, store.Addr)
	const mistaken = "a mistaken password"
	for name, tt := range map[string]struct {
		addr   string
		change func(*shared.Options)
		cause  string
	}{
		"no password":              {guarded.Addr, func(*shared.Options) {}, "password"},
		"a wrong password":         {guarded.Addr, func(o *shared.Options) { o.Password = mistaken }, "password"},
		"another secret":           {store.Addr, func(o *shared.Options) { o.Secret = []byte("another") }, "secret"},
		"another key of the codes": {store.Addr, func(o *shared.Options) { o.Also = "another" }, "secret"},
	} {
		t.Run(name, func(t *testing.T) {
			s := join(t, tt.addr, tt.change)
			if s.watch.isUp() || !s.watch.failedOf(tt.cause) || !strings.Contains(s.log.String(), "cause="+tt.cause) {
				t.Errorf("used %v, %v: %s", s.watch.isUp(), s.watch.causes, s.log.String())
			}
			if strings.Contains(s.log.String(), mistaken) {
				t.Errorf("the password stands in the log: %s", s.log.String())
			}
			if ok, _ := pay(s, account("x", 3, 1, 5)); !ok {
				t.Error("a first look-up is refused")
			}
			if ok, _ := pay(s, account("x", 3, 1, 5)); ok {
				t.Error("more than a part is paid")
			}
		})
	}
	s := join(t, guarded.Addr, func(o *shared.Options) { o.Password = "a good password" })
	if !s.watch.isUp() {
		t.Errorf("the right password: %s", s.log.String())
	}
}
