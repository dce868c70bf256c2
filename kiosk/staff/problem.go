package staff

import (
	"errors"
	"io/fs"
	"strings"

	"motcua/client/clean"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Problem is a line or a whole file that is skipped, and why.
type Problem struct {
	where text.Said // "/etc/motcua/staff.keys, line 3"; empty when what contains the place
	what  text.Said
}

// In returns the message for a person.
func (p Problem) In(l text.Lang) string {
	says := p.what.In(l)
	if where := p.where.In(l); where != "" {
		says = where + ": " + says
	}
	return clean.Line(says)
}

// Error returns the English message, for logs; people get In.
func (p Problem) Error() string { return p.In(text.EN) }

// lineError says why a line is skipped.
type lineError struct{ text.Said }

func (e lineError) Error() string { return e.In(text.EN) }

func badLine(what text.Said) error { return lineError{what} }

func lineProblem(path string, n int, err error, then text.Said) Problem {
	what := text.Same(err.Error())
	if e := (lineError{}); errors.As(err, &e) {
		what = e.Said
	}
	where := text.Same(path)
	if n > 0 {
		where = operator.FileLine.With(path, n)
	}
	return Problem{where, text.Same("%s. %s").With(what, then)}
}

func fileProblem(path string, err error, then text.Said) Problem {
	var open *keyfile.Problem
	switch {
	case errors.As(err, &open): // its message contains the name of the file or of a folder above it
		return Problem{what: text.Same("%s%s").With(open.Said().Map(ended), then)}
	case errors.Is(err, fs.ErrNotExist):
		err = lineError{operator.StaffNoFile}
	}
	return lineProblem(path, 0, err, then)
}

// ended adds the end of a sentence to a command, or to a sentence with or without a full
// stop.
func ended(s string) string { return strings.TrimSuffix(s, ".") + ". " }
