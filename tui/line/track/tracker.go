package track

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"motcua/client"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
	"motcua/tui/wrap"
)

// askProof as a proof: ask for it.
const askProof = "-"

// tracker looks up the codes of one run.
type tracker struct {
	*verb.Run
	proof   string
	many    bool // several dossiers: one line each
	code    int  // the worst exit code so far
	asked   int
	full    bool     // MaxCodes codes were looked up
	sources []string // of the answers, named once at the end

	list  list   // state of a list
	board *board // of --watch on a terminal; nil: lines
}

// tabulate makes a table of several dossiers, unless another form was asked for, and makes
// room for the codes.
func (t *tracker) tabulate(args []codelist.Argument) {
	switch {
	case t.Sheet != nil && t.Sheet.Form == table.Table:
		// Sentences stand beside a table, as they stand beside its rows without --output.
		t.JSON, t.many = false, true
	case t.Sheet == nil && t.many && !t.JSON:
		t.Tabulate(table.Table)
	default:
		return
	}
	var typed []string
	for _, a := range args {
		for _, e := range a.Entries {
			typed = append(typed, e.Code())
		}
	}
	t.Sheet.Widen("code", typed)
}

// all answers every code in the given order and returns the exit code.
func (t *tracker) all(ctx context.Context, args []codelist.Argument) int {
	if err := t.Connect(ctx); err != nil {
		if t.JSON {
			for _, a := range args {
				for _, e := range a.Entries {
					t.put(record.NoDossier(e.Code(), record.KindFailed, t.OpenError(err)))
				}
			}
		}
		return t.CannotOpen(err)
	}
	for _, a := range args {
		switch {
		case t.over(ctx):
		case a.Stdin:
			t.answerFrom(ctx, t.In)
		default:
			t.answerAll(ctx, given(a.Entries))
		}
	}
	if t.list.in != nil && !t.over(ctx) {
		t.answerFrom(ctx, t.list.in)
	}
	t.list.bar.End()
	if ctx.Err() != nil {
		t.Tell(failure.Dossier(ctx.Err(), t.View()))
		t.summary(true)
		return exit.Worse(t.code, exit.Failed)
	}
	if t.Sheet != nil {
		t.Sheet.End()
	}
	if t.many && !t.JSON && len(t.sources) > 0 {
		t.Say("")
		for _, s := range t.sources {
			t.Say(wrap.Fold(s, "", t.Width)...)
		}
	}
	t.summary(t.list.gaveUp)
	return t.code
}

// over reports whether nothing more should be asked.
func (t *tracker) over(ctx context.Context) bool {
	return ctx.Err() != nil || t.Broken != nil || t.list.gaveUp || t.full
}

// answerFrom answers the codes of a list as they are read.
func (t *tracker) answerFrom(ctx context.Context, in io.Reader) {
	if in == nil {
		t.fault(t.Texts.Line.InputEmpty)
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends the reader
	if t.answerAll(ctx, codelist.Stream(ctx, in)) == 0 && ctx.Err() == nil {
		t.fault(t.Texts.Line.InputEmpty)
	}
}

// fault reports input that cannot be used.
func (t *tracker) fault(sentence string) {
	t.beside(sentence)
	t.code = exit.Worse(t.code, exit.Usage)
}

// noLine reports a line of standard input that could not be read.
func (t *tracker) noLine(sentence string) {
	t.put(record.NoDossier("", record.KindInput, sentence))
	t.fault(sentence)
}

// noEntry reports an entry without a code.
func (t *tracker) noEntry(e codelist.Entry) {
	w := &t.Texts.Line
	switch {
	case errors.Is(e.Err, codelist.ErrLineTooLong):
		t.noLine(fmt.Sprintf(w.InputLine, e.Line, fmt.Sprintf(w.InputTooLong, codelist.LineMost)))
		return
	case errors.Is(e.Err, codelist.ErrNoCode):
		t.noLine(fmt.Sprintf(w.InputLine, e.Line, w.InputNoCode))
		return
	case errors.Is(e.Err, codelist.ErrSpreadsheet):
		t.noLine(w.InputOffice)
		return
	case errors.Is(e.Err, codelist.ErrBroken):
		t.Tell(w.InputBroken)
		t.code = exit.Worse(t.code, exit.Failed)
		return
	}
	sentence := failure.Dossier(e.Err, t.View())
	typed := codelist.AsTyped(e.Typed)
	t.put(record.NoDossier(typed, record.KindOf(e.Err), sentence))
	switch {
	case e.Line > 0:
		sentence = fmt.Sprintf(w.InputLine, e.Line, sentence)
	case t.many:
		sentence = typed + ": " + sentence
	}
	t.fault(sentence)
}

// failed reports a look-up without an answer. In JSON "not found" is an answer.
func (t *tracker) failed(q client.DossierQuery, err error) {
	sentence := t.sentence(err)
	switch {
	case errors.Is(err, client.ErrNotConnected):
		t.put(record.NotConnected(q.Code, sentence))
	case errors.Is(err, client.ErrNotFound):
		t.put(record.NotFound(q.Code))
		if t.JSON {
			return
		}
	default:
		t.put(record.NoDossier(q.Code.String(), record.KindOf(err), sentence))
	}
	if t.many {
		sentence = q.Code.String() + ": " + sentence
	}
	t.beside(sentence)
}

// sentence returns the message for a look-up without an answer.
func (t *tracker) sentence(err error) string { return t.DossierError(err, t.proof != "") }

func (t *tracker) answer(a client.Answer[client.Dossier]) {
	e := t.View()
	r := record.NewDossier(a, e)
	t.put(r)
	switch {
	case t.JSON:
	case t.many:
		source := view.Source(a.Source, a.AsOf, a.Stale, e)
		if !slices.Contains(t.sources, source) && len(t.sources) < 20 {
			t.sources = append(t.sources, source)
		}
		if r.CalendarDoubt != nil {
			doubt := fmt.Sprintf(topic.Table.In(t.Texts).Doubt, r.CalendarDoubt.Sentence)
			if !slices.Contains(t.sources, doubt) {
				t.sources = append(t.sources, doubt)
			}
		}
	default:
		t.Say(t.Printer().Dossier(dossiers.Document(a, e))...)
	}
}
