// Package recent keeps what was seen last, up to a number, in memory.
package recent

import "sync"

// Map keeps values by key. When it is full, the key that came first makes room. It is
// safe for concurrent use.
type Map[K comparable, V any] struct {
	mu    sync.Mutex
	most  int
	all   map[K]V
	order []K // oldest first
}

// New makes a map for at most that many keys.
func New[K comparable, V any](most int) *Map[K, V] {
	return &Map[K, V]{most: most, all: map[K]V{}}
}

// Keep stores a value.
func (m *Map[K, V]) Keep(key K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.all[key]; !ok {
		if len(m.order) >= m.most {
			delete(m.all, m.order[0])
			m.order = m.order[1:]
		}
		m.order = append(m.order, key)
	}
	m.all[key] = v
}

// Find returns a value that is still kept.
func (m *Map[K, V]) Find(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.all[key]
	return v, ok
}
