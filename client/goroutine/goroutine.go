// Package goroutine starts the goroutines of client. A panic in a goroutine that does not
// recover ends the whole program, and with it the sessions of all users. The sources read
// what portals send on such goroutines, so Start starts all of them; the architecture test
// reports any other.
package goroutine

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
)

// PanicError is a recovered panic: the type of its value and where it happened. The
// value itself is dropped, because it may hold what a portal or a person wrote.
type PanicError struct {
	Kind  string // "runtime.boundsError"
	Stack string
	told  atomic.Bool
}

// Error is for logs.
func (p *PanicError) Error() string { return "panic: " + p.Kind }

// First is true on the first call only, so that an error which several callers share is counted once.
func (p *PanicError) First() bool { return p.told.CompareAndSwap(false, true) }

// Run runs f and returns a panic in it as a *PanicError.
func Run(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &PanicError{Kind: fmt.Sprintf("%T", r), Stack: string(debug.Stack())}
		}
	}()
	return f()
}

var errLeft = errors.New("the goroutine ended without a result")

// Start runs f on a goroutine of its own and then calls done with f's error, also
// after a panic (a *PanicError) or runtime.Goexit. done must not panic.
func Start(f func() error, done func(error)) {
	go func() {
		err := errLeft // kept when f ends by runtime.Goexit
		defer func() { done(err) }()
		err = Run(f)
	}()
}
