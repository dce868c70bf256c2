package client

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
)

// A panic on a goroutine that nobody recovers ends the whole program, and with it
// everybody's session. What portals send is read on goroutines of this room, so all
// of them are started by Start; a test of the architecture looks for others.

// PanicError is a panic of ours as an error: the type of its value and where it was.
// The value itself may hold what a portal or a person wrote, so nobody gets it.
type PanicError struct {
	Kind  string // "runtime.boundsError"
	Stack string
	told  atomic.Bool
}

// Error is for logs.
func (p *PanicError) Error() string { return "panic: " + p.Kind }

// First is true once, for whoever counts it: askers of one look-up share its error.
func (p *PanicError) First() bool { return p.told.CompareAndSwap(false, true) }

// Guarded runs f and gives a panic in it as a *PanicError.
func Guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &PanicError{Kind: fmt.Sprintf("%T", r), Stack: string(debug.Stack())}
		}
	}()
	return f()
}

var errLeft = errors.New("the goroutine ended without a result")

// Start runs f on a goroutine of its own, and then done with what came of it,
// whatever that was. done must not panic.
func Start(f func() error, done func(error)) {
	go func() {
		err := errLeft // of runtime.Goexit
		defer func() { done(err) }()
		err = Guarded(f)
	}()
}

// asking asks a source. What a panic is over, the source has sent: it cannot be read.
func asking[T any](src SourceName, ask func() (T, error)) (T, error) {
	var v, none T
	err := Guarded(func() (err error) {
		v, err = ask()
		return err
	})
	if fault := (*PanicError)(nil); errors.As(err, &fault) {
		return none, &UnavailableError{Source: src, Cause: CauseContent, Err: err}
	}
	return v, err
}
