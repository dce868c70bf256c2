package ledger

import (
	"math"
	"sync"
	"time"
)

// DefaultEntries is how many sources a space remembers, as many as OpenSSH does
// for each address family (max-sources4, max-sources6).
const DefaultEntries = 65536

// Memory is the [Ledger] in memory. It is bounded: it drops buckets that are full
// again and penalties that have ended, and limits the number in each space. Places are
// limited by those who hold them.
type Memory struct {
	now     func() time.Time
	entries int
	name    func(string) string
	kept    bool // a File writes the changes to its file

	mu        sync.Mutex
	places    map[Key]int
	buckets   map[string]*Table[bucket]
	penalties map[string]*Table[penalty]
}

// Options configures a [Memory]; the zero value is good.
type Options struct {
	Now     func() time.Time // the clock; nil means time.Now
	Entries int              // buckets kept of each space; 0 means DefaultEntries
	// Name replaces the name of a key, which may contain an address or the hash of a code,
	// for buckets and penalties. Use a keyed hash when the ledger is written to a file. Nil
	// keeps the names.
	Name func(string) string
}

type bucket struct {
	tokens float64
	at     time.Time
}

type penalty struct{ enforced bool } // when it ends is the entry's expiry

// NewMemory returns an empty ledger.
func NewMemory(o Options) *Memory {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Entries <= 0 {
		o.Entries = DefaultEntries
	}
	if o.Name == nil {
		o.Name = func(name string) string { return name }
	}
	return &Memory{
		now: o.Now, entries: o.Entries, name: o.Name,
		places:    make(map[Key]int),
		buckets:   make(map[string]*Table[bucket]),
		penalties: make(map[string]*Table[penalty]),
	}
}

// Hold implements [Ledger].
func (l *Memory) Hold(key Key, n, most int) (before int, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	before = l.places[key]
	if n > most-before {
		return before, false
	}
	l.places[key] = before + n
	return before, true
}

// Release implements [Ledger].
func (l *Memory) Release(key Key, n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if left := l.places[key] - n; left > 0 {
		l.places[key] = left
	} else {
		delete(l.places, key)
	}
}

// Held implements [Ledger].
func (l *Memory) Held(key Key) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.places[key]
}

// slack is what a bucket may be short of, so that rounding does not make a full token look
// like less than one.
const slack = 1e-9

// Pay implements [Ledger]. It looks at all buckets before it takes from the first one.
func (l *Memory) Pay(charges []Charge) Receipt {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	r := Receipt{Refused: -1, Shared: make([]bool, len(charges)), Back: l}
	var paid []Account
	for i, c := range charges {
		wait := l.short(c.Own, now)
		if wait == 0 {
			paid = append(paid, c.Own...)
			continue
		}
		if r.Shared[i] = true; c.Shared != (Account{}) {
			wait = min(wait, l.short([]Account{c.Shared}, now))
		}
		if wait > 0 {
			return Receipt{Refused: i, Wait: wait, Back: l}
		}
		paid = append(paid, c.Shared)
	}
	for _, a := range paid {
		l.take(a, now, a.Cost)
	}
	return r
}

// short returns how long until the first account that has too little has enough; 0: all
// have. The caller holds l.mu.
func (l *Memory) short(accounts []Account, now time.Time) time.Duration {
	for _, a := range accounts {
		tokens := l.tokens(a, now)
		switch {
		case tokens+slack >= a.Cost:
		case a.Cost > a.Burst:
			return Never
		default:
			return max(1, Seconds((a.Cost-tokens)/a.Rate))
		}
	}
	return 0
}

// tokens returns what the bucket of an account holds. The caller holds l.mu.
func (l *Memory) tokens(a Account, now time.Time) float64 {
	e, found := space(l, l.buckets, a.Space, l.entries).find(l.name(a.Name), now)
	if !found {
		return a.Burst
	}
	tokens := e.value.tokens
	if passed := now.Sub(e.value.at); passed > 0 && a.Rate > 0 {
		tokens += passed.Seconds() * a.Rate
	}
	return min(tokens, a.Burst)
}

// take changes what the bucket of an account holds. The caller holds l.mu.
func (l *Memory) take(a Account, now time.Time, tokens float64) {
	if tokens == 0 {
		return
	}
	left := min(l.tokens(a, now)-tokens, a.Burst)
	t := space(l, l.buckets, a.Space, l.entries)
	t.Put(l.name(a.Name), bucket{tokens: left, at: now}, now.Add(Seconds((a.Burst-left)/a.Rate)))
}

// Give implements [Ledger].
func (l *Memory) Give(key Key, tokens, rate, burst float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if _, found := space(l, l.buckets, key.Space, l.entries).find(l.name(key.Name), now); found && tokens > 0 {
		l.take(Account{Key: key, Rate: rate, Burst: burst}, now, -tokens)
	} // otherwise it is full again, or forgotten
}

// Blame implements [Ledger].
func (l *Memory) Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool) {
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.penalties, key.Space, s.Sources)
	if e, found := t.find(key.Name, now); found {
		left, enforced = e.expiry.Sub(now), e.value.enforced
	}
	if by <= 0 {
		return left, enforced
	}
	left = min(left, s.Most)
	left += min(by, s.Most-left) // never overflows
	enforced = enforced || left > s.From
	t.Put(key.Name, penalty{enforced: enforced}, now.Add(left))
	return left, enforced
}

// Left implements [Ledger].
func (l *Memory) Left(keys []Key) []time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	left := make([]time.Duration, len(keys))
	for i, k := range keys {
		if t, ok := l.penalties[k.Space]; ok {
			if e, found := t.find(l.name(k.Name), now); found {
				left[i] = e.expiry.Sub(now)
			}
		}
	}
	return left
}

// Mark implements [Ledger].
func (l *Memory) Mark(key Key, left time.Duration) { l.Impose(key, left, false) }

// Impose sets a penalty.
func (l *Memory) Impose(key Key, left time.Duration, enforced bool) {
	if left <= 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	space(l, l.penalties, key.Space, DefaultEntries).Put(l.name(key.Name), penalty{enforced}, l.now().Add(left))
}

// Spend takes what was paid elsewhere, until a bucket owes most tokens.
func (l *Memory) Spend(accounts []Account, most float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	for _, a := range accounts {
		l.take(a, now, min(a.Cost, l.tokens(a, now)+most))
	}
}

// Owed is a bucket that is not full, with the time until it is, or a penalty.
type Owed struct {
	Key
	Bucket   bool
	Left     time.Duration
	Enforced bool // of a penalty
}

// Owed yields all of them, with their names as the ledger keeps them.
func (l *Memory) Owed(yield func(o Owed)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	for space, t := range l.buckets {
		for name, e := range t.byName {
			if left := e.expiry.Sub(now); left > 0 {
				yield(Owed{Key: Key{space, name}, Bucket: true, Left: left})
			}
		}
	}
	for space, t := range l.penalties {
		for name, e := range t.byName {
			if left := e.expiry.Sub(now); left > 0 {
				yield(Owed{Key: Key{space, name}, Left: left, Enforced: e.value.enforced})
			}
		}
	}
}

// Blamed implements [Ledger].
func (l *Memory) Blamed(name string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	t, ok := l.penalties[name]
	if !ok {
		return 0
	}
	return t.len(l.now())
}

// space returns the table of a space, and creates it if necessary.
func space[V any](l *Memory, tables map[string]*Table[V], name string, most int) *Table[V] {
	t, ok := tables[name]
	if !ok {
		t = NewTable[V](most)
		if l.kept {
			t.changed = make(map[string]struct{})
		}
		tables[name] = t
	}
	t.most = max(1, most)
	return t
}

// Seconds is a number of seconds rounded up to a nanosecond, or [Never].
func Seconds(s float64) time.Duration {
	ns := math.Ceil(s * float64(time.Second))
	if math.IsNaN(ns) || ns >= float64(Never) {
		return Never
	}
	return max(0, time.Duration(ns))
}
