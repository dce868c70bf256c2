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

// Take implements [Ledger].
func (l *Memory) Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	if cost <= 0 {
		return true, 0
	}
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.buckets, key.Space, l.entries)
	tokens := burst
	if e, found := t.find(key.Name, now); found {
		tokens = e.value.tokens
		if passed := now.Sub(e.value.at); passed > 0 && rate > 0 {
			tokens += passed.Seconds() * rate
		}
		tokens = min(tokens, burst)
	}
	// Rounding must not make a full token look like less than one.
	if ok = tokens+1e-9 >= cost; ok {
		tokens -= cost
	}
	if ok || t.byName[key.Name] != nil {
		t.Put(key.Name, bucket{tokens: tokens, at: now}, now.Add(Seconds((burst-tokens)/rate)))
	}
	switch {
	case ok:
		return true, 0
	case cost > burst:
		return false, Never
	}
	return false, Seconds((cost - tokens) / rate)
}

// Give implements [Ledger].
func (l *Memory) Give(key Key, tokens, rate, burst float64) {
	if tokens <= 0 {
		return
	}
	key.Name = l.name(key.Name)
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	t := space(l, l.buckets, key.Space, l.entries)
	e, found := t.find(key.Name, now)
	if !found {
		return // full again, or forgotten
	}
	if passed := now.Sub(e.value.at); passed > 0 && rate > 0 {
		tokens += passed.Seconds() * rate
	}
	tokens = min(e.value.tokens+tokens, burst)
	t.Put(key.Name, bucket{tokens: tokens, at: now}, now.Add(Seconds((burst-tokens)/rate)))
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
