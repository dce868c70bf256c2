package national

import (
	"container/list"
	"strings"
	"sync"
)

// maxIDs allows for the whole catalogue (totals seen: 5,208 to 6,312) and the codes of
// cases, in about 2 MB.
const maxIDs = 10_000

// idMemory maps codes to UUIDs; the least recently used entry is dropped first.
type idMemory struct {
	mu    sync.Mutex
	limit int
	order *list.List // of idEntry, most recently used first
	byKey map[string]*list.Element
}

type idEntry struct{ key, id string }

func newIDMemory(limit int) *idMemory {
	return &idMemory{limit: limit, order: list.New(), byKey: map[string]*list.Element{}}
}

func (m *idMemory) keep(code, id string) {
	if code == "" || id == "" {
		return
	}
	key := strings.ToUpper(code)
	m.mu.Lock()
	defer m.mu.Unlock()
	if e, ok := m.byKey[key]; ok {
		e.Value = idEntry{key, id}
		m.order.MoveToFront(e)
		return
	}
	m.byKey[key] = m.order.PushFront(idEntry{key, id})
	if m.order.Len() > m.limit {
		oldest := m.order.Back()
		delete(m.byKey, m.order.Remove(oldest).(idEntry).key)
	}
}

func (m *idMemory) find(code string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.byKey[strings.ToUpper(code)]
	if !ok {
		return "", false
	}
	m.order.MoveToFront(e)
	return e.Value.(idEntry).id, true
}

func (m *idMemory) forget(code string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := strings.ToUpper(code)
	if e, ok := m.byKey[key]; ok {
		m.order.Remove(e)
		delete(m.byKey, key)
	}
}
