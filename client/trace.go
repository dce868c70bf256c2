package client

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
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

// Unasked tells whether no system can have told anything of the dossier or the
// proof: the question reached none, because nobody was asked or because none was
// connected to. It is false for a look-up that no Service kept the record of: what
// is not known to have told nothing may have told something.
func (t *Trace) Unasked() bool {
	kept, c := t.read()
	return kept && c.open == 0
}

// Unheard tells whether systems were asked and nothing came back from any of them.
// That may be how a system says no: it cuts the connection for a wrong proof, or
// thinks for longer than anybody waits.
func (t *Trace) Unheard() bool {
	kept, c := t.read()
	return kept && c.open > 0 && c.quiet == c.open
}

// Refused tells whether some system said no: it does not know the code, or the
// proof is wrong. Another may have shown the dossier all the same.
func (t *Trace) Refused() bool {
	_, c := t.read()
	return c.denied > 0
}

// Doubted tells whether some system was asked and did not show the dossier: it
// said no, or what it did may be its no.
func (t *Trace) Doubted() bool {
	_, c := t.read()
	return c.open > c.shown
}

func (t *Trace) read() (kept bool, c counts) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.kept, t.asking.counted()
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
	mu sync.Mutex
	counts
}

type counts struct {
	open   int // systems that were asked and may have told something
	shown  int // of them, those that showed the dossier
	denied int // those that said no
	quiet  int // those that nothing came back from
}

// ask notes that a system is about to be asked. From here on the look-up may
// have told something, also when the system never comes back.
func (a *asked) ask() {
	a.mu.Lock()
	a.open++
	a.mu.Unlock()
}

// answered notes what came of it. unsent is that the question never left this
// machine. Of a system that was let go because its asker left nobody knows what it
// would have said. late is that the route's time ran out.
func (a *asked) answered(err error, unsent, left, late bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case err == nil:
		a.shown++
	case errors.Is(err, ErrNotFound):
		a.denied++
	case unsent, errors.Is(err, ErrHandOver):
		a.open-- // a page is nobody who was asked
	case !left && unheard(err, late):
		a.quiet++
	}
}

// told tells whether any system may have told something.
func (a *asked) told() bool { return a.counted().open > 0 }

// counted are the counts. On nil nobody was asked.
func (a *asked) counted() counts {
	if a == nil {
		return counts{}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.counts
}

// unheard tells whether nothing came back from a system that was asked. A fault
// that it sent is an answer: a portal may well send status 500 or a web page for a
// wrong proof, and then that is its "no".
func unheard(err error, late bool) bool {
	var down *UnavailableError
	if !errors.As(err, &down) {
		return late
	}
	return down.Silent() || late && down.Cause == CauseCancelled // by the route's time, not by the asker
}

// sending is what is known of the requests of one system in one look-up.
type sending struct{ watched, sent atomic.Bool }

type sendingKey struct{}

// unsent tells whether the question never left this machine.
func (s *sending) unsent() bool { return s.watched.Load() && !s.sent.Load() }

// Sends is for who sends the requests of a [DossierSource]. It is called before
// the first request of a look-up, a log-in as well, with the context of the
// look-up, and sent each time that a request which carries the question is handed
// to a connection. From then on silence may be an answer; before it, the look-up
// has told nothing and costs nothing. Of a source that never calls Sends it is
// taken that the question was sent at once.
func Sends(ctx context.Context) (sent func()) {
	s, ok := ctx.Value(sendingKey{}).(*sending)
	if !ok {
		return func() {}
	}
	s.watched.Store(true)
	return func() { s.sent.Store(true) }
}
