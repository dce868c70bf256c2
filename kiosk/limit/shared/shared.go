package shared

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"motcua/kiosk/limit/ledger"
)

// Local is a server's own ledger: a [ledger.Memory] or a [ledger.File] that keeps names as
// they are. It gets hashed names.
type Local interface {
	ledger.Ledger
	// Spend takes what was paid elsewhere, until a bucket owes most tokens.
	Spend(accounts []ledger.Account, most float64)
	// Impose sets a penalty.
	Impose(key ledger.Key, left time.Duration, enforced bool)
	// Owed yields all buckets that are not full, with the time until they are, and all
	// penalties.
	Owed(yield func(o ledger.Owed))
}

// Options configure a [Ledger].
type Options struct {
	Addr     string // of the store: host and port
	Password string
	TLS      *tls.Config // nil: without TLS
	// Secret is the key of the hashes. All servers have the same one.
	Secret []byte
	// Also is what else all servers must have in common, for example the ID of the key by
	// which they hash codes. A server that differs does not use the store.
	Also string
	// Servers is how many servers share the budgets.
	Servers int
	// Timeout is how long a call may take.
	Timeout time.Duration
	// Conns is the most connections to the store; 0: ten for each processor.
	Conns int
	// Shared says which spaces the servers share.
	Shared func(space string) bool
	// Dearest is the highest cost of a look-up in one bucket: a share is no smaller.
	Dearest float64
	// Now is the clock in the place of the store's, for tests; nil: the store's.
	Now   func() time.Time
	Log   *slog.Logger
	Watch Watch // may be nil
}

// Watch is told how the store does.
type Watch interface {
	Store(up bool)
	StoreFailed(cause string)
	StoreCall(took time.Duration)
}

// Ledger is a [ledger.Ledger] that several servers share.
type Ledger struct {
	opts  Options
	local Local
	db    *redis.Client
	id    string // of this server's places
	name  string // of a life of the store, as all servers with the same secrets call it
	share float64

	life    atomic.Pointer[string] // of the store; nil: the store is not used
	changes chan change
	stop    chan struct{}
	done    sync.WaitGroup
	once    sync.Once
	clear   noPenalty

	mu   sync.Mutex
	held map[ledger.Key]bool // keys of shared places
	told string              // the cause of the latest warning

	// Of beat alone: the life of the store that is being told, and what of it is left.
	telling string
	untold  [][]change
}

var _ ledger.Ledger = (*Ledger)(nil)

// Open returns a ledger that must be closed. A store that does not answer is a warning in the
// log, and no error: the ledger goes on without it.
func Open(local Local, o Options) *Ledger {
	redis.SetLogger(quiet{}) // it would write to standard error
	l := &Ledger{
		opts: o, local: local, id: rand.Text(), share: float64(max(1, o.Servers)),
		changes: make(chan change, 4096), stop: make(chan struct{}), held: map[ledger.Key]bool{},
		clear: noPenalty{table: ledger.NewTable[struct{}](4096)},
	}
	l.db = redis.NewClient(dialled(o))
	l.name = hex.EncodeToString(l.sum("life", o.Also)[:8]) + ":"
	if l.opts.Watch == nil {
		l.opts.Watch = nobody{}
	}
	l.opts.Watch.Store(false)
	l.beat(0)
	l.done.Go(l.beats)
	l.done.Go(l.sends)
	return l
}

// Close gives the places of this server back and ends the connections.
func (l *Ledger) Close() {
	l.once.Do(func() {
		close(l.stop)
		l.done.Wait()
		l.life.Store(nil) // a session that ends later warns of no lost store
		_ = l.db.Close()
	})
}

// sum is a keyed hash. Equal names of two spaces have different ones.
func (l *Ledger) sum(space, name string) []byte {
	h := hmac.New(sha256.New, l.opts.Secret)
	h.Write([]byte(space + "\x00" + name))
	return h.Sum(nil)
}

// hashed returns a key as the ledgers know it.
func (l *Ledger) hashed(k ledger.Key) ledger.Key {
	return ledger.Key{Space: k.Space, Name: hex.EncodeToString(l.sum(k.Space, k.Name)[:16])}
}

// The kinds of numbers, as the names of the store begin. The braces keep all of them on one
// node of a cluster of stores.
const (
	prefix    = "{motcua}:"
	bucketKey = prefix + "bucket:"
	penalKey  = prefix + "penalty:"
	placeKey  = prefix + "place:"
	lifeKey   = prefix + "life"
	toldKey   = prefix + "told:"
)

// stored returns the name of a hashed key in the store.
func stored(kind string, k ledger.Key) string { return kind + k.Space + ":" + k.Name }

// Pay implements [ledger.Ledger].
func (l *Ledger) Pay(charges []ledger.Charge) ledger.Receipt {
	named := make([]ledger.Charge, len(charges))
	share := true
	for i, c := range charges {
		for _, a := range c.Own {
			a.Key = l.hashed(a.Key)
			share = share && l.opts.Shared(a.Space)
			named[i].Own = append(named[i].Own, a)
		}
		if c.Shared != (ledger.Account{}) {
			named[i].Shared = c.Shared
			named[i].Shared.Key = l.hashed(c.Shared.Key)
		}
	}
	if !share {
		r := l.local.Pay(named)
		r.Back = giver(l.giveOwn)
		return r
	}
	if r, ok := l.payStore(named); ok {
		return r
	}
	for i := range named {
		for j := range named[i].Own {
			named[i].Own[j] = l.part(named[i].Own[j])
		}
		if named[i].Shared != (ledger.Account{}) {
			named[i].Shared = l.part(named[i].Shared)
		}
	}
	r := l.local.Pay(named)
	r.Back = giver(l.givePart)
	return r
}

// part is this server's part of a bucket.
func (l *Ledger) part(a ledger.Account) ledger.Account {
	a.Rate /= l.share
	a.Burst = max(a.Burst/l.share, min(a.Burst, l.opts.Dearest))
	return a
}

// payStore pays from the store, and notes that in this server's part.
func (l *Ledger) payStore(charges []ledger.Charge) (r ledger.Receipt, ok bool) {
	var keys []string
	args := []any{len(charges)}
	account := func(a ledger.Account) {
		keys = append(keys, stored(bucketKey, a.Key))
		args = append(args, a.Cost, refilled(a.Rate, a.Burst), a.Burst)
	}
	for _, c := range charges {
		args = append(args, len(c.Own))
		if c.Shared != (ledger.Account{}) {
			args = append(args, 1)
		} else {
			args = append(args, 0)
		}
		for _, a := range c.Own {
			account(a)
		}
		if c.Shared != (ledger.Account{}) {
			account(c.Shared)
		}
	}
	got, ok := l.run(payScript, keys, args...)
	if !ok || len(got) < 2 {
		return r, false
	}
	r = ledger.Receipt{Refused: int(got[0]), Wait: micros(got[1]), Shared: make([]bool, len(charges)), Back: giver(l.giveBoth)}
	if got[1] < 0 {
		r.Wait = ledger.Never
	}
	if r.Refused >= 0 {
		return r, true
	}
	var paid []ledger.Account
	for i, c := range charges {
		from := c.Own
		if r.Shared[i] = got[2+i] > 0; r.Shared[i] {
			from = []ledger.Account{c.Shared}
		}
		for _, a := range from {
			paid = append(paid, l.part(a))
		}
	}
	l.local.Spend(paid, l.opts.Dearest)
	return r, true
}

// refilled is the rate of a bucket. One that never fills would need a value without an end,
// so it fills within a month.
func refilled(rate, burst float64) float64 {
	return max(rate, burst/(30*24*time.Hour).Seconds(), 1e-9)
}

// giver is a function that implements [ledger.Giver], for keys that are not hashed yet.
type giver func(key ledger.Key, tokens, rate, burst float64)

// Give implements [ledger.Giver].
func (g giver) Give(key ledger.Key, tokens, rate, burst float64) { g(key, tokens, rate, burst) }

// giveOwn is for a space of this server alone.
func (l *Ledger) giveOwn(key ledger.Key, tokens, rate, burst float64) {
	l.local.Give(l.hashed(key), tokens, rate, burst)
}

// givePart gives back what was paid without the store.
func (l *Ledger) givePart(key ledger.Key, tokens, rate, burst float64) {
	a := l.part(ledger.Account{Key: l.hashed(key), Rate: rate, Burst: burst})
	l.local.Give(a.Key, tokens, a.Rate, a.Burst)
}

// giveBoth gives back what was paid from the store. When the store is gone by then, it keeps
// it.
func (l *Ledger) giveBoth(key ledger.Key, tokens, rate, burst float64) {
	if tokens <= 0 {
		return
	}
	l.givePart(key, tokens, rate, burst)
	l.later(change{kind: "give", key: stored(bucketKey, l.hashed(key)), x: tokens, y: refilled(rate, burst)})
}

// Give implements [ledger.Ledger].
func (l *Ledger) Give(key ledger.Key, tokens, rate, burst float64) {
	if l.opts.Shared(key.Space) {
		l.giveBoth(key, tokens, rate, burst)
	} else {
		l.giveOwn(key, tokens, rate, burst)
	}
}

// Hold implements [ledger.Ledger]. The server's own count is exact; that of the others is as
// new as their latest change or, where a message was lost, their latest beat.
func (l *Ledger) Hold(key ledger.Key, n, most int) (before int, ok bool) {
	key = l.hashed(key)
	before, ok = l.local.Hold(key, n, most)
	if !ok || !l.opts.Shared(key.Space) {
		return before, ok
	}
	l.mu.Lock()
	l.held[key] = true
	l.mu.Unlock()
	if got, here := l.run(holdScript, []string{stored(placeKey, key)}, l.id, before, n, most, placeLife.Microseconds()); here && len(got) == 2 {
		before, ok = int(got[0]), got[1] > 0
	} else {
		ok = before+n <= max(1, (most+int(l.share)-1)/int(l.share))
	}
	if !ok {
		l.local.Release(key, n)
	}
	return before, ok
}

// Release implements [ledger.Ledger].
func (l *Ledger) Release(key ledger.Key, n int) {
	key = l.hashed(key)
	l.local.Release(key, n)
	if l.opts.Shared(key.Space) {
		l.later(l.places(key))
	}
}

// places is the message of how many places this server holds under a key.
func (l *Ledger) places(key ledger.Key) change {
	return change{kind: "place", key: stored(placeKey, key), x: l.id, y: l.local.Held(key), z: placeLife.Microseconds()}
}

// Held implements [ledger.Ledger], for this server.
func (l *Ledger) Held(key ledger.Key) int { return l.local.Held(l.hashed(key)) }

// Blame implements [ledger.Ledger].
func (l *Ledger) Blame(key ledger.Key, by time.Duration, s ledger.Scale) (left time.Duration, enforced bool) {
	key = l.hashed(key)
	if !l.opts.Shared(key.Space) {
		return l.local.Blame(key, by, s)
	}
	if by <= 0 {
		if left, enforced = l.local.Blame(key, 0, s); enforced || l.clear.has(key, time.Now()) {
			return left, enforced // a flood of refused connections does not reach the store
		}
	}
	got, ok := l.run(blameScript, []string{stored(penalKey, key)}, by.Microseconds(), s.From.Microseconds(), s.Most.Microseconds())
	if !ok || len(got) != 2 {
		return l.local.Blame(key, by, s)
	}
	if by > 0 {
		left, enforced = l.local.Blame(key, by, s)
	}
	if here := micros(got[0]); here >= left {
		left, enforced = here, got[1] > 0
		l.local.Impose(key, left, enforced)
	}
	if by <= 0 && left == 0 {
		l.clear.put(key, time.Now())
	}
	return left, enforced
}

// Left implements [ledger.Ledger].
func (l *Ledger) Left(keys []ledger.Key) []time.Duration {
	hashed, names := make([]ledger.Key, len(keys)), make([]string, len(keys))
	for i, k := range keys {
		hashed[i] = l.hashed(k)
		names[i] = stored(penalKey, hashed[i])
	}
	left := l.local.Left(hashed)
	if got, ok := l.run(leftScript, names); ok && len(got) == len(left) {
		for i := range left {
			left[i] = max(left[i], micros(got[i]))
		}
	}
	return left
}

// Mark implements [ledger.Ledger].
func (l *Ledger) Mark(key ledger.Key, left time.Duration) {
	key = l.hashed(key)
	l.local.Mark(key, left)
	if l.opts.Shared(key.Space) {
		l.later(change{kind: "mark", key: stored(penalKey, key), x: left.Microseconds()})
	}
}

// Blamed implements [ledger.Ledger], for what this server knows.
func (l *Ledger) Blamed(space string) int { return l.local.Blamed(space) }

func micros(n int64) time.Duration { return time.Duration(n) * time.Microsecond }

// noPenalty remembers for a second which sources have no penalty: somebody who connects again
// and again is not looked up each time.
type noPenalty struct {
	mu    sync.Mutex
	table *ledger.Table[struct{}]
}

const clearTime = time.Second

func (c *noPenalty) has(key ledger.Key, now time.Time) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.table.Get(key.Space+key.Name, now)
	return ok
}

func (c *noPenalty) put(key ledger.Key, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.table.Put(key.Space+key.Name, struct{}{}, now.Add(clearTime))
}

// nobody is a [Watch] that does nothing.
type nobody struct{}

func (nobody) Store(bool)              {}
func (nobody) StoreFailed(string)      {}
func (nobody) StoreCall(time.Duration) {}
