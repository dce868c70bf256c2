package recent

import (
	"sync"
	"time"
)

// Personal keeps values that concern a person, for a short time and not beyond the visit in
// which they were asked for. When it is full it takes no more: it is better to ask again
// than to push out what others need. It is safe for concurrent use.
type Personal[K comparable, V any] struct {
	mu      sync.Mutex
	most    int
	longest time.Duration
	all     map[K]dated[V]
	visits  int // the number of the current visit
}

type dated[V any] struct {
	at    time.Time
	value V
}

// NewPersonal makes one for at most that many keys, each kept for longest at most.
func NewPersonal[K comparable, V any](most int, longest time.Duration) *Personal[K, V] {
	return &Personal[K, V]{most: most, longest: longest, all: map[K]dated[V]{}}
}

// Visit returns the number of the current visit. A look-up that began in one visit must
// not leave its answer to the next.
func (p *Personal[K, V]) Visit() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.visits
}

// Keep stores a value of the time at, unless the visit changed since the question was asked:
// the person who asked may be gone, and the answer must not outlive them.
func (p *Personal[K, V]) Keep(key K, v V, at time.Time, visit int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sweep(at)
	if visit == p.visits && len(p.all) < p.most {
		p.all[key] = dated[V]{at, v}
	}
}

// Find returns a value that is no older than age.
func (p *Personal[K, V]) Find(key K, now time.Time, age time.Duration) (v V, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sweep(now)
	d, ok := p.all[key]
	if !ok || now.Sub(d.at) > age {
		return v, false
	}
	return d.value, true
}

// Sweep drops what is too old. Every access sweeps; a process without look-ups does it by
// the clock.
func (p *Personal[K, V]) Sweep(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sweep(now)
}

// sweep is Sweep while the lock is held.
func (p *Personal[K, V]) sweep(now time.Time) {
	for key, d := range p.all {
		if now.Sub(d.at) > p.longest {
			delete(p.all, key)
		}
	}
}

// Drop drops the values of these keys and begins the next visit.
func (p *Personal[K, V]) Drop(keys ...K) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, key := range keys {
		delete(p.all, key)
	}
	p.visits++
}

// Clear drops everything and begins the next visit.
func (p *Personal[K, V]) Clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.all)
	p.visits++
}
