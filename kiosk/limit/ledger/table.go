package ledger

import (
	"container/heap"
	"time"
)

// Table keeps a limited number of values until they expire: when it is full, it drops the
// one that would expire first. So strangers who come once cannot push out the penalty of a
// persistent one.
type Table[V any] struct {
	most   int
	byName map[string]*entry[V]
	queue  queue[V]
	// changed are the names that were set or dropped since the changes were last taken; nil
	// while nobody needs them.
	changed map[string]struct{}
}

type entry[V any] struct {
	name   string
	value  V
	expiry time.Time
	place  int // in the queue
}

// NewTable returns a table for that many values.
func NewTable[V any](most int) *Table[V] {
	return &Table[V]{most: most, byName: make(map[string]*entry[V])}
}

// Get returns the value of a name, unless it has expired.
func (t *Table[V]) Get(name string, now time.Time) (value V, ok bool) {
	if e, found := t.find(name, now); found {
		return e.value, true
	}
	return value, false
}

// find returns the entry of a name that has not expired.
func (t *Table[V]) find(name string, now time.Time) (*entry[V], bool) {
	t.expire(now)
	e, ok := t.byName[name]
	return e, ok
}

// Put sets a value and when it expires.
func (t *Table[V]) Put(name string, value V, expiry time.Time) {
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

// expire drops what has expired. Each entry is dropped once, so this takes constant time
// for each entry that is put in.
func (t *Table[V]) expire(now time.Time) {
	for len(t.queue) > 0 && !t.queue[0].expiry.After(now) {
		t.drop()
	}
}

func (t *Table[V]) drop() {
	e, ok := heap.Pop(&t.queue).(*entry[V])
	if ok {
		delete(t.byName, e.name)
		t.note(e.name)
	}
}

// remove takes an entry out.
func (t *Table[V]) remove(e *entry[V]) {
	heap.Remove(&t.queue, e.place)
	delete(t.byName, e.name)
	t.note(e.name)
}

// each yields the entries that changed since the last call, nil for dropped ones, or all
// entries.
func (t *Table[V]) each(all bool, now time.Time, yield func(name string, e *entry[V])) {
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

func (t *Table[V]) note(name string) {
	if t.changed != nil {
		t.changed[name] = struct{}{}
	}
}

func (t *Table[V]) len(now time.Time) int {
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
