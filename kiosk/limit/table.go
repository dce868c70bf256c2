package limit

import (
	"container/heap"
	"time"
)

// table keeps values until they mean nothing any more, and a bounded number of
// them: when it is full, the one goes that would be the first to go anyway. So
// strangers who come once cannot push out what a persistent one has earned.
type table[V any] struct {
	most   int
	byName map[string]*entry[V]
	queue  queue[V]
	// changed are the names that were set or dropped since somebody took the
	// changes; nil while nobody wants to know.
	changed map[string]struct{}
}

type entry[V any] struct {
	name   string
	value  V
	expiry time.Time
	place  int // in the queue
}

func newTable[V any](most int) *table[V] {
	return &table[V]{most: most, byName: make(map[string]*entry[V])}
}

// get returns the entry of a name that has not expired.
func (t *table[V]) get(name string, now time.Time) (*entry[V], bool) {
	t.expire(now)
	e, ok := t.byName[name]
	return e, ok
}

// put sets a value and when it expires.
func (t *table[V]) put(name string, value V, expiry time.Time) {
	t.note(name)
	if e, ok := t.byName[name]; ok {
		e.value, e.expiry = value, expiry
		heap.Fix(&t.queue, e.place)
		return
	}
	e := &entry[V]{name: name, value: value, expiry: expiry}
	t.byName[name] = e
	heap.Push(&t.queue, e)
	for len(t.queue) > t.most {
		t.drop()
	}
}

// expire drops what has expired. Each entry is dropped once, so the time for it
// was paid when it was put in.
func (t *table[V]) expire(now time.Time) {
	for len(t.queue) > 0 && !t.queue[0].expiry.After(now) {
		t.drop()
	}
}

func (t *table[V]) drop() {
	e, ok := heap.Pop(&t.queue).(*entry[V])
	if ok {
		delete(t.byName, e.name)
		t.note(e.name)
	}
}

// remove takes an entry out.
func (t *table[V]) remove(e *entry[V]) {
	heap.Remove(&t.queue, e.place)
	delete(t.byName, e.name)
	t.note(e.name)
}

// each gives the entries that changed since the last time, nil for those that are
// gone, or all that are there.
func (t *table[V]) each(all bool, now time.Time, yield func(name string, e *entry[V])) {
	t.expire(now)
	if all {
		for name, e := range t.byName {
			yield(name, e)
		}
	} else {
		for name := range t.changed {
			yield(name, t.byName[name])
		}
	}
	clear(t.changed)
}

func (t *table[V]) note(name string) {
	if t.changed != nil {
		t.changed[name] = struct{}{}
	}
}

func (t *table[V]) len(now time.Time) int {
	t.expire(now)
	return len(t.queue)
}

// queue is a heap with the first to expire on top.
type queue[V any] []*entry[V]

func (q queue[V]) Len() int           { return len(q) }
func (q queue[V]) Less(i, j int) bool { return q[i].expiry.Before(q[j].expiry) }
func (q queue[V]) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].place, q[j].place = i, j
}

// Push is for package heap.
func (q *queue[V]) Push(x any) {
	e, ok := x.(*entry[V])
	if ok {
		e.place = len(*q)
		*q = append(*q, e)
	}
}

// Pop is for package heap.
func (q *queue[V]) Pop() any {
	old := *q
	e := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	return e
}
