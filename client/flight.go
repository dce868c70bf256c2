package client

import (
	"context"
	"sync"
)

// flights let callers with the same question share one look-up. It runs on its
// own: who leaves early gets the error of the own context and takes nothing from
// the others, and when the last one has left it is given up.
type flights[K comparable, V any] struct {
	mu  sync.Mutex
	all map[K]*flight[V]
}

type flight[V any] struct {
	waiting int
	cancel  context.CancelFunc
	done    chan struct{}
	systems asked // what all who wait, and who waited, were told of
	value   V
	err     error
}

// do gives the answer of ask, which runs once for all callers that are there at
// the same time. Its context carries the values of the first one's and ends when
// nobody waits any more. A value is shared: no caller may change it. What ask
// writes into its record is the trace of each caller, also of those who left.
func (f *flights[K, V]) do(ctx context.Context, key K, ask func(context.Context, *asked) (V, error)) (V, error) {
	var none V
	if err := ctx.Err(); err != nil {
		return none, err
	}
	f.mu.Lock()
	c := f.all[key]
	if c == nil {
		shared, cancel := context.WithCancel(context.WithoutCancel(ctx))
		c = &flight[V]{cancel: cancel, done: make(chan struct{})}
		if f.all == nil {
			f.all = map[K]*flight[V]{}
		}
		f.all[key] = c
		Start(func() (err error) {
			c.value, err = ask(shared, &c.systems)
			return err
		}, func(err error) {
			c.err = err
			f.mu.Lock()
			f.drop(key, c)
			f.mu.Unlock()
			close(c.done)
			cancel()
		})
	}
	c.waiting++
	f.mu.Unlock()
	traceOf(ctx).share(&c.systems)

	select {
	case <-c.done:
		return c.value, c.err
	case <-ctx.Done():
		f.mu.Lock()
		defer f.mu.Unlock()
		if c.waiting--; c.waiting == 0 {
			// The next one with this question must not get the error of a
			// look-up that was given up.
			f.drop(key, c)
			c.cancel()
		}
		return none, ctx.Err()
	}
}

// drop forgets a flight unless another has taken its place; the lock is held.
func (f *flights[K, V]) drop(key K, c *flight[V]) {
	if f.all[key] == c {
		delete(f.all, key)
	}
}
