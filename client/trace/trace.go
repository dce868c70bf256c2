// Package trace records what a look-up of a dossier may have told its asker. It is
// written where a system is asked and where it answers. It cannot be derived from the
// final error: a caller that hangs up while the answer is on its way, a hand-over page
// behind a system that refused, and another system that is down all turn a refusal into a
// different error. The limits on guessing therefore read this record.
package trace

import (
	"context"
	"sync"
)

// Trace is one caller's view of the record. The record belongs to the flight that asks, so
// all callers that share a flight read the same one. A caller may read it at any time; one
// that leaves early reads what was asked so far.
type Trace struct {
	mu     sync.Mutex
	kept   bool // somebody keeps this record
	asking *Asked
}

type traceKey struct{}

// With makes the look-up that uses the returned context write into t.
func With(ctx context.Context, t *Trace) context.Context {
	return context.WithValue(ctx, traceKey{}, t)
}

// Of returns the trace of a context, nil when there is none.
func Of(ctx context.Context) *Trace {
	t, _ := ctx.Value(traceKey{}).(*Trace)
	return t
}

// Unasked reports whether no system can have revealed anything about the dossier or the
// proof, because none was asked or no connection was made. It is false for a look-up
// that nobody recorded: without a record, something may have been revealed.
func (t *Trace) Unasked() bool {
	kept, c := t.read()
	return kept && c.open == 0
}

// Unheard reports whether systems were asked and nothing came back from any of them.
// That may be a refusal: a system may cut the connection for a wrong proof, or take
// longer than any time-out.
func (t *Trace) Unheard() bool {
	kept, c := t.read()
	return kept && c.open > 0 && c.quiet == c.open
}

// Refused reports whether some system refused: it does not know the code, or the
// proof is wrong. Another system may have shown the dossier all the same.
func (t *Trace) Refused() bool {
	_, c := t.read()
	return c.refused > 0
}

// Doubted reports whether some system was asked and did not show the dossier: it
// refused, or its behaviour may be a refusal.
func (t *Trace) Doubted() bool {
	_, c := t.read()
	return c.open > c.shown
}

func (t *Trace) read() (kept bool, c counts) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.kept, t.asking.counted()
}

// Begin says that the look-up has begun and asked nobody yet. It does nothing on nil.
func (t *Trace) Begin() { t.Share(nil) }

// Share makes t read the record of a flight. It does nothing on nil.
func (t *Trace) Share(a *Asked) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept, t.asking = true, a
}

// Outcome is what became of asking one system.
type Outcome int

// The outcomes.
const (
	Doubtful Outcome = iota // it answered otherwise, or nobody waited for what it would have said
	Shown                   // it showed the dossier
	Refused                 // it refused
	Quiet                   // nothing came back
	Unasked                 // the question never left this machine, or it is no system that can be asked
)

// Asked records what the systems did that one flight asked. The zero value is ready.
type Asked struct {
	mu sync.Mutex
	counts
}

type counts struct {
	open    int // systems that were asked and may have told something
	shown   int // of those, the ones that showed the dossier
	refused int // of those, the ones that refused
	quiet   int // of those, the ones from which nothing came back
}

// Ask records that a system is about to be asked. From here on the look-up may have
// revealed something, even when the system never answers.
func (a *Asked) Ask() {
	a.mu.Lock()
	a.open++
	a.mu.Unlock()
}

// Answered records what became of it.
func (a *Asked) Answered(o Outcome) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch o {
	case Doubtful:
	case Shown:
		a.shown++
	case Refused:
		a.refused++
	case Quiet:
		a.quiet++
	case Unasked:
		a.open--
	}
}

// Told reports whether any system may have revealed something.
func (a *Asked) Told() bool { return a.counted().open > 0 }

// counted returns a copy of the counts. On nil nobody was asked.
func (a *Asked) counted() counts {
	if a == nil {
		return counts{}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.counts
}
