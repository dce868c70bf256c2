// Package flight lets callers with the same question share one look-up.
package flight

import (
	"context"
	"sync"

	"motcua/client/goroutine"
	"motcua/client/trace"
)

// Group shares look-ups by their question. The zero value is ready. A look-up runs on its
// own context. A caller that leaves early gets the error of its own context and
// disturbs nobody; when the last caller has left, the look-up is cancelled.
type Group[K comparable, V any] struct {
	mu  sync.Mutex
	all map[K]*flight[V]
}

type flight[V any] struct {
	waiting int
	cancel  context.CancelFunc
	done    chan struct{}
	systems trace.Asked // the record that the traces of all callers read
	value   V
	err     error
}

// Do returns the answer of ask, which runs once for all callers that wait at the same
// time. ask's context carries the values of the first caller's context and ends when
// nobody waits any more. The value is shared, so no caller may change it. What ask
// writes into its record appears in the trace of every caller, including those who
// left.
func (f *Group[K, V]) Do(ctx context.Context, key K, ask func(context.Context, *trace.Asked) (V, error)) (V, error) {
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
		goroutine.Start(func() (err error) {
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
	trace.Of(ctx).Share(&c.systems)

	select {
	case <-c.done:
		return c.value, c.err
	case <-ctx.Done():
		f.mu.Lock()
		defer f.mu.Unlock()
		if c.waiting--; c.waiting == 0 {
			// The next caller with this question must not get the error of a
			// cancelled look-up.
			f.drop(key, c)
			c.cancel()
		}
		return none, ctx.Err()
	}
}

// drop forgets a flight unless another has taken its place; the lock is held.
func (f *Group[K, V]) drop(key K, c *flight[V]) {
	if f.all[key] == c {
		delete(f.all, key)
	}
}
