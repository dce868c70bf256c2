package limit

import (
	"math"
	"sync"
	"time"
)

// DefaultEntries is how many sources a space remembers, as many as OpenSSH does
// for each address family (max-sources4, max-sources6).
const DefaultEntries = 65536

// Ledger is the [Book] within one process. Its memory is bounded: buckets that
// are full again and penalties that have run off are forgotten, and of each space
// only so many are kept. Places are bounded by those who hold them.
type Ledger struct {
	now     func() time.Time
	entries int
	name    func(string) string
	kept    bool // somebody writes the changes down

	mu        sync.Mutex
	places    map[Key]int
	buckets   map[string]*table[bucket]
	penalties map[string]*table[penalty]
}

// LedgerOptions of a [Ledger]; the zero value is good.
type LedgerOptions struct {
	Now     func() time.Time // the clock; nil means time.Now
	Entries int              // buckets kept of each space; 0 means DefaultEntries
	// Name stands in a bucket's or a penalty's place for the name of a key, which
	// may hold an address or the hash of a code: a keyed hash, where the ledger is
	// written down. Nil keeps the names.
	Name func(string) string
}

type bucket struct {
	tokens float64
	at     time.Time
}

type penalty struct{ enforced bool } // its expiry is the entry's

// NewLedger returns an empty ledger.
func NewLedger(o LedgerOptions) *Ledger {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Entries <= 0 {
		o.Entries = DefaultEntries
	}
	if o.Name == nil {
		o.Name = func(name string) string { return name }
	}
	return &Ledger{
		now: o.Now, entries: o.Entries, name: o.Name,
		places:    make(map[Key]int),
		buckets:   make(map[string]*table[bucket]),
		penalties: make(map[string]*table[penalty]),
	}
}

// Hold is in [Book].
func (l *Ledger) Hold(key Key, n, most int) (before int, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	before = l.places[key]
	if n > most-before {
		return before, false
	}
	l.places[key] = before + n
	return before, true
}

// Release is in [Book].
func (l *Ledger) Release(key Key, n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if left := l.places[key] - n; left > 0 {
		l.places[key] = left
	} else {
		delete(l.places, key)
	}
}

// Held is in [Book].
func (l *Ledger) Held(key Key) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.places[key]
}

// Take is in [Book].
func (l *Ledger) Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	if cost <= 0 {
		return true, 0
	}
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.buckets, key.Space, l.entries)
	tokens := burst
	if e, found := t.get(key.Name, now); found {
		tokens = e.value.tokens
		if passed := now.Sub(e.value.at); passed > 0 && rate > 0 {
			tokens += passed.Seconds() * rate
		}
		tokens = min(tokens, burst)
	}
	// A token is taken as whole that only the arithmetic has nibbled at.
	if ok = tokens+1e-9 >= cost; ok {
		tokens -= cost
	}
	if ok || t.byName[key.Name] != nil {
		t.put(key.Name, bucket{tokens: tokens, at: now}, now.Add(seconds((burst-tokens)/rate)))
	}
	switch {
	case ok:
		return true, 0
	case cost > burst:
		return false, Never
	}
	return false, seconds((cost - tokens) / rate)
}

// Give is in [Book].
func (l *Ledger) Give(key Key, tokens, rate, burst float64) {
	if tokens <= 0 {
		return
	}
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.buckets, key.Space, l.entries)
	e, found := t.get(key.Name, now)
	if !found {
		return // full again, or forgotten
	}
	if passed := now.Sub(e.value.at); passed > 0 && rate > 0 {
		tokens += passed.Seconds() * rate
	}
	tokens = min(e.value.tokens+tokens, burst)
	t.put(key.Name, bucket{tokens: tokens, at: now}, now.Add(seconds((burst-tokens)/rate)))
}

// Blame is in [Book].
func (l *Ledger) Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool) {
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.penalties, key.Space, s.Sources)
	if e, found := t.get(key.Name, now); found {
		left, enforced = e.expiry.Sub(now), e.value.enforced
	}
	if by <= 0 {
		return left, enforced
	}
	left = min(left, s.Most)
	left += min(by, s.Most-left) // never overflows
	enforced = enforced || left > s.From
	t.put(key.Name, penalty{enforced: enforced}, now.Add(left))
	return left, enforced
}

// Blamed is in [Book].
func (l *Ledger) Blamed(name string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	t, ok := l.penalties[name]
	if !ok {
		return 0
	}
	return t.len(l.now())
}

// space returns the table of a space.
func space[V any](l *Ledger, tables map[string]*table[V], name string, most int) *table[V] {
	t, ok := tables[name]
	if !ok {
		t = newTable[V](most)
		if l.kept {
			t.changed = make(map[string]struct{})
		}
		tables[name] = t
	}
	t.most = max(1, most)
	return t
}

// seconds is a duration rounded up to a nanosecond, or Never.
func seconds(s float64) time.Duration {
	ns := math.Ceil(s * float64(time.Second))
	if math.IsNaN(ns) || ns >= float64(Never) {
		return Never
	}
	return max(0, time.Duration(ns))
}
