package client

import (
	"context"
	"errors"
	"sync"
)

// Trace is the record of what a look-up of a dossier can have told its asker. It
// is written where a system is asked and where it answers, and not derived from
// the error that comes out in the end: who hangs up while the answer is on its
// way, a hand-over page behind a system that said no, and another system that is
// down all turn that "no" into another error. Who charges for guesses reads this
// record instead.
//
// The record belongs to the flight that asks, so all askers who share one read
// the same. An asker may read it at any time; who leaves early reads what was
// asked so far.
type Trace struct {
	mu     sync.Mutex
	kept   bool // a Service keeps this record
	asking *asked
}

type traceKey struct{}

// WithTrace lets the look-up that is made with the context write into t.
func WithTrace(ctx context.Context, t *Trace) context.Context {
	return context.WithValue(ctx, traceKey{}, t)
}

// traceOf is the record of a context, nil when nobody wants one.
func traceOf(ctx context.Context) *Trace {
	t, _ := ctx.Value(traceKey{}).(*Trace)
	return t
}

// Silent tells whether no system can have told anything of the dossier or the
// proof: none was asked, or all that were asked failed without an answer. It is
// false for a look-up that no Service kept the record of: what is not known to
// have told nothing may have told something.
func (t *Trace) Silent() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.kept && !t.asking.told()
}

// Refused tells whether some system said no: it does not know the code, or the
// proof is wrong. Another may have shown the dossier all the same.
func (t *Trace) Refused() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.asking.refused()
}

// begin and share do nothing on nil.
func (t *Trace) begin() { t.share(nil) }

// share lets the record be that of a flight.
func (t *Trace) share(a *asked) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept, t.asking = true, a
}

// asked is what the systems did that one flight asked.
type asked struct {
	mu     sync.Mutex
	open   int // systems that were asked and may have told something
	denied int // of them, those that said no
}

// ask notes that a system is about to be asked. From here on the look-up may
// have told something, also when the system never comes back.
func (a *asked) ask() {
	a.mu.Lock()
	a.open++
	a.mu.Unlock()
}

// answered notes what came of it. Of a system that was let go because its asker
// left nobody knows what it would have said. late is that the route's time ran
// out.
func (a *asked) answered(err error, left, late bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case errors.Is(err, ErrNotFound):
		a.denied++
	case errors.Is(err, ErrHandOver), !left && unanswered(err, late):
		a.open-- // a page is nobody who was asked
	}
}

// told tells whether any system may have told something. On nil none was asked.
func (a *asked) told() bool {
	if a == nil {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.open > 0
}

func (a *asked) refused() bool {
	if a == nil {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.denied > 0
}

// unanswered tells whether nothing came back from a system: it was not reached,
// or did not speak in time. A fault that it sent is an answer: a portal may well
// send status 500 or a web page for a wrong proof, and then that is its "no".
func unanswered(err error, late bool) bool {
	var down *UnavailableError
	if !errors.As(err, &down) {
		return err != nil && late
	}
	return down.Cause.Silent() || late && down.Cause == CauseCancelled // by the route's time, not by the asker
}
