package line

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"motcua/client"
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
	sources []string // of the answers, told once at the end

	list list // how a list is worked through
}

// all answers every code in the order given.
func (t *tracker) all(ctx context.Context, args []string) int {
	if err := t.open(ctx); err != nil {
		if t.json {
			for _, a := range args {
				t.put(noDossier(codeIn(a), kindFailed, t.openError(err)))
			}
		}
		return t.cannotOpen(err)
	}
	for _, a := range args {
		if ctx.Err() != nil || t.broken != nil || t.list.gaveUp {
			break
		}
		if a == stdinArg {
			t.codes(ctx, t.In)
		} else {
			t.one(ctx, a, "")
		}
	}
	if t.list.in != nil && t.broken == nil && !t.list.gaveUp {
		t.codes(ctx, t.list.in)
	}
	t.list.bar.end()
	if ctx.Err() != nil {
		t.tell(view.Error(ctx.Err(), t.env()))
		t.summary(true)
		return worse(t.code, exitFailed)
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

// codes answers a list of codes as they come.
func (t *tracker) codes(ctx context.Context, in io.Reader) {
	if in == nil {
		t.fault(t.t.Line.InputEmpty)
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // lets the reader go
	lines := linesOf(ctx, in)
	seen := 0
	for {
		select {
		case <-ctx.Done():
			return
		case l, more := <-lines:
			switch {
			case !more && seen == 0:
				t.fault(t.t.Line.InputEmpty)
				return
			case !more || t.broken != nil || t.list.gaveUp:
				return
			case t.MaxCodes > 0 && t.asked >= t.MaxCodes:
				t.noLine(fmt.Sprintf(t.t.Line.InputTooMany, t.MaxCodes))
				return
			}
			seen++
			switch {
			case errors.Is(l.err, errLineTooLong):
				t.noLine(fmt.Sprintf(t.t.Line.InputLine, l.number, fmt.Sprintf(t.t.Line.InputTooLong, lineMost)))
			case l.err != nil:
				t.tell(t.t.Line.InputBroken)
				t.code = worse(t.code, exitFailed)
				return
			default:
				t.one(ctx, l.text, fmt.Sprintf(t.t.Line.InputLine, l.number, "%s"))
			}
		}
	}
}

// fault tells of input that cannot be used.
func (t *tracker) fault(sentence string) {
	t.beside(sentence)
	t.code = worse(t.code, exitUsage)
}

// noLine is fault for a line of standard input of which nothing is known.
func (t *tracker) noLine(sentence string) {
	t.put(noDossier("", kindInput, sentence))
	t.fault(sentence)
}

// one answers one code. form frames a sentence about what was typed, as "Dòng
// 3: %s"; "" for an argument.
func (t *tracker) one(ctx context.Context, typed, form string) {
	q, err := queryOf(typed, t.proof)
	if err != nil {
		sentence := view.Error(err, t.env())
		t.put(noDossier(short(client.Clean(typed), typedMost), kindOf(err), sentence))
		switch {
		case form != "":
			sentence = fmt.Sprintf(form, sentence)
		case t.many:
			sentence = short(client.Clean(typed), 40) + ": " + sentence
		}
		t.fault(sentence)
		return
	}
	if t.list.has(q.Code) {
		t.list.step()
		return // answered in an earlier run, or further up in the list
	}
	t.asked++
	q.Full = t.Full && !t.list.batch
	a, err := t.track(ctx, q)
	if err != nil && ctx.Err() != nil {
		return // told once, at the end
	}
	t.code = worse(t.code, exitOf(err))
	if err != nil {
		t.failed(q, err)
		return
	}
	t.answer(a)
}

// failed tells of a look-up without an answer. In JSON "not found" is an answer.
func (t *tracker) failed(q client.DossierQuery, err error) {
	sentence := t.sentence(err)
	if errors.Is(err, client.ErrNotFound) {
		t.put(notFound(q.Code))
		if t.json {
			return
		}
	} else {
		t.put(noDossier(q.Code.String(), kindOf(err), sentence))
	}
	if t.many {
		sentence = q.Code.String() + ": " + sentence
	}
	t.beside(sentence)
}

// sentence is what a person is told of a look-up without an answer.
func (t *tracker) sentence(err error) string {
	e := t.env()
	e.ProofTyped = t.proof != ""
	return view.Error(err, e)
}

func (t *tracker) answer(a client.Answer[client.Dossier]) {
	e := t.env()
	t.put(newTrackJSON(a, e))
	switch {
	case t.json:
	case t.many:
		v := view.Dossier(a, e)
		t.say(t.brief(v)...)
		if !slices.Contains(t.sources, v.Source) && len(t.sources) < 20 {
			t.sources = append(t.sources, v.Source)
		}
	default:
		t.say(t.page(view.Dossier(a, e))...)
	}
}

// cannotOpen tells that not even the service could be readied.
func (r *run) cannotOpen(err error) int {
	r.tell(fold(r.openError(err), "", r.Width)...)
	return worse(exitOf(err), exitFailed)
}

func (r *run) openError(err error) string {
	e := view.Env{Texts: r.t, Command: true}
	if r.Env != nil {
		e = r.Env(r.t.Lang)
		e.Texts, e.Command = r.t, true
	}
	return view.Error(err, e)
}

// codeIn is the code in an argument, or what was typed where there is none.
func codeIn(typed string) string {
	if q, err := queryOf(typed, ""); err == nil {
		return q.Code.String()
	}
	return short(client.Clean(typed), typedMost)
}
