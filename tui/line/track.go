package line

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/view"
)

const (
	stdinArg = "-" // stands for standard input among the codes
	askProof = "-" // as a proof: ask for it
)

// tracker looks up the codes of one run.
type tracker struct {
	*run
	proof   string
	many    bool // one line a dossier
	code    int  // the worst exit code so far
	asked   int
	full    bool     // as many were asked as MaxCodes allows
	sources []string // of the answers, told once at the end

	list list // how a list is worked through
}

// all answers every code in the order given.
func (t *tracker) all(ctx context.Context, args []argument) int {
	if err := t.open(ctx); err != nil {
		if t.json {
			for _, a := range args {
				for _, e := range a.entries {
					t.put(noDossier(e.code(), kindFailed, t.openError(err)))
				}
			}
		}
		return t.cannotOpen(err)
	}
	for _, a := range args {
		switch {
		case t.over(ctx):
		case a.stdin:
			t.answerFrom(ctx, t.In)
		default:
			t.answerAll(ctx, given(a.entries))
		}
	}
	if t.list.in != nil && !t.over(ctx) {
		t.answerFrom(ctx, t.list.in)
	}
	t.list.bar.end()
	if ctx.Err() != nil {
		t.tell(view.Error(ctx.Err(), t.env()))
		t.summary(true)
		return worse(t.code, ExitFailed)
	}
	if t.many && !t.json && len(t.sources) > 0 {
		t.say("")
		for _, s := range t.sources {
			t.say(fold(s, "", t.Width)...)
		}
	}
	t.summary(t.list.gaveUp)
	return t.code
}

// over tells whether nothing more is to be asked.
func (t *tracker) over(ctx context.Context) bool {
	return ctx.Err() != nil || t.broken != nil || t.list.gaveUp || t.full
}

// answerFrom answers a list of codes as they come.
func (t *tracker) answerFrom(ctx context.Context, in io.Reader) {
	if in == nil {
		t.fault(t.t.Line.InputEmpty)
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // lets the reader go
	if t.answerAll(ctx, entriesIn(ctx, in)) == 0 && ctx.Err() == nil {
		t.fault(t.t.Line.InputEmpty)
	}
}

// fault tells of input that cannot be used.
func (t *tracker) fault(sentence string) {
	t.beside(sentence)
	t.code = worse(t.code, ExitUsage)
}

// noLine is fault for a line of standard input of which nothing is known.
func (t *tracker) noLine(sentence string) {
	t.put(noDossier("", kindInput, sentence))
	t.fault(sentence)
}

// noEntry tells of an entry that holds no code.
func (t *tracker) noEntry(e entry) {
	w := &t.t.Line
	switch {
	case errors.Is(e.err, errLineTooLong):
		t.noLine(fmt.Sprintf(w.InputLine, e.line, fmt.Sprintf(w.InputTooLong, lineMost)))
		return
	case errors.Is(e.err, errNoCode):
		t.noLine(fmt.Sprintf(w.InputLine, e.line, w.InputNoCode))
		return
	case errors.Is(e.err, errSpreadsheet):
		t.noLine(w.InputOffice)
		return
	case errors.Is(e.err, errBroken):
		t.tell(w.InputBroken)
		t.code = worse(t.code, ExitFailed)
		return
	}
	sentence := view.Error(e.err, t.env())
	typed := short(clean.Line(e.typed), typedMost)
	t.put(noDossier(typed, kindOf(e.err), sentence))
	switch {
	case e.line > 0:
		sentence = fmt.Sprintf(w.InputLine, e.line, sentence)
	case t.many:
		sentence = typed + ": " + sentence
	}
	t.fault(sentence)
}

// failed tells of a look-up without an answer. In JSON "not found" is an answer.
func (t *tracker) failed(q client.DossierQuery, err error) {
	sentence := t.sentence(err)
	switch {
	case errors.Is(err, client.ErrNotConnected):
		t.put(notConnected(q.Code, sentence))
	case errors.Is(err, client.ErrNotFound):
		t.put(notFound(q.Code))
		if t.json {
			return
		}
	default:
		t.put(noDossier(q.Code.String(), kindOf(err), sentence))
	}
	if t.many {
		sentence = q.Code.String() + ": " + sentence
	}
	t.beside(sentence)
}

// sentence is what a person is told of a look-up without an answer.
func (t *tracker) sentence(err error) string { return t.dossierError(err, t.proof != "") }

func (t *tracker) answer(a client.Answer[client.Dossier]) {
	e := t.env()
	t.put(newTrackJSON(a, e))
	switch {
	case t.json:
	case t.many:
		t.say(t.brief(view.Row(a, e))...)
		source := view.Source(a.Source, a.AsOf, a.Stale, e)
		if !slices.Contains(t.sources, source) && len(t.sources) < 20 {
			t.sources = append(t.sources, source)
		}
	default:
		t.say(t.page(view.Dossier(a, e))...)
	}
}

// cannotOpen tells that not even the service could be readied.
func (r *run) cannotOpen(err error) int {
	r.tell(fold(r.openError(err), "", r.Width)...)
	return worse(exitOf(err), ExitFailed)
}

func (r *run) openError(err error) string {
	e := view.Env{Texts: r.t, Medium: r.medium}
	if r.Env != nil {
		e = r.Env(r.t.Lang)
		e.Texts, e.Medium = r.t, r.medium
	}
	return view.Error(err, e)
}
