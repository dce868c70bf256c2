// Package reviewing is the work of motcua papers: it says what is wrong in a file of reviewed
// pages, begins such a file from a page as it was read, and lists the pages that an office
// should review, in words or as JSON.
//
// What a review is and how it is read is in client/review.
package reviewing

import (
	"fmt"
	"io"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/oserror"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"motcua/tui/view/failure"
)

// Run is one run of the command. What it writes to Err is for a person, Out gets the result.
// The error of its methods was already reported when it is a *exit.Error.
type Run struct {
	Config config.Config
	Wiring *wire.Wiring
	Out    io.Writer
	Err    io.Writer
	Lang   text.Lang
	JSON   bool
	States []config.State // the state folders with marks, "" for none
}

// tell writes sentences for a person.
func (r *Run) tell(lines ...string) {
	for _, l := range lines {
		_, _ = fmt.Fprintln(r.Err, l)
	}
}

// fail says a sentence and returns the exit code.
func (r *Run) fail(code int, sentence string) error {
	r.tell(sentence)
	return &exit.Error{Code: code}
}

func (r *Run) fault(err error) string { return oserror.Told(err, r.Lang) }

// problem formats a mistake in a file of reviews.
func (r *Run) problem(p review.Problem) string {
	if p.Kind == review.Changed {
		return fmt.Sprintf(operator.PapersChanged.In(r.Lang), clean.Line(p.File), p.Line, p.Value)
	}
	return failure.Review(p, text.For(r.Lang), r.fault)
}
