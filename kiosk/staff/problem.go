package staff

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"motcua/client/clean"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
)

// Problem is a line, or a whole file, that does not count, and why.
type Problem struct {
	where pair // "/etc/motcua/staff.keys, line 3"; empty when what says it
	what  pair
}

type pair struct{ vi, en string }

func (p pair) in(l text.Lang) string {
	if l == text.EN {
		return p.en
	}
	return p.vi
}

// In says it for a person.
func (p Problem) In(l text.Lang) string {
	says := p.what.in(l)
	if where := p.where.in(l); where != "" {
		says = where + ": " + says
	}
	return clean.Line(says)
}

// Error is for logs; In is for people.
func (p Problem) Error() string { return p.In(text.EN) }

// lineError is why a line does not count.
type lineError pair

func (e lineError) Error() string { return e.en }

func badLine(vi, en string, args ...any) error {
	if len(args) > 0 {
		vi, en = fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)
	}
	return lineError{vi, en}
}

// The ends of sentences: what follows from it.
var (
	skipped  = pair{"Dòng này bị bỏ qua.", "The line is skipped."}
	nobody   = pair{"Không ai là cán bộ nhờ tệp này.", "Nobody is staff by this file."}
	allShut  = pair{"Đến khi sửa xong, không ai được vào với tư cách cán bộ.", "Until that is mended nobody comes in as staff."}
	noFile   = pair{"không có tệp này", "there is no such file"}
	tooLarge = pair{"tệp quá lớn", "the file is too large"}
)

func lineProblem(path string, n int, err error, then pair) Problem {
	what := pair{err.Error(), err.Error()}
	if e := (lineError{}); errors.As(err, &e) {
		what = pair(e)
	}
	where := pair{path, path}
	if n > 0 {
		where = pair{fmt.Sprintf("%s, dòng %d", path, n), fmt.Sprintf("%s, line %d", path, n)}
	}
	return Problem{where, pair{what.vi + ". " + then.vi, what.en + ". " + then.en}}
}

func fileProblem(path string, err error, then pair) Problem {
	var open *keyfile.Problem
	switch {
	case errors.As(err, &open): // it names the file, or the folder above it
		return Problem{what: pair{ended(open.In(text.VI)) + then.vi, ended(open.In(text.EN)) + then.en}}
	case errors.Is(err, fs.ErrNotExist):
		err = lineError(noFile)
	}
	return lineProblem(path, 0, err, then)
}

// ended ends a command, or a sentence that may have its full stop.
func ended(s string) string { return strings.TrimSuffix(s, ".") + ". " }
