// Package offices is the command about units: who takes dossiers, and how much is done
// online.
package offices

import (
	"context"
	"errors"
	"fmt"

	"motcua/client"
	"motcua/client/unit"
	"motcua/tui/line/plain"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/units"
	"motcua/tui/wrap"
)

// how is the form in which an answer is told.
type how struct {
	env   view.Env
	plain plain.Printer
	json  bool
	width int // columns, 0 for no end
}

// told is an answer: its lines, or why there is none.
type told struct {
	lines []string
	why   string // a sentence when err is set
	err   error
}

// says is what is said where answers and errors go the same way.
func (t told) says() []string {
	if t.err != nil {
		return []string{t.why}
	}
	return t.lines
}

// answer answers units, or shares.
func (h how) answer(ctx context.Context, s client.Lookups, q unit.Query, shares bool) told {
	if shares {
		return h.shares(ctx, s)
	}
	return h.units(ctx, s, q)
}

// units answers which offices there are, or which take a procedure.
func (h how) units(ctx context.Context, s client.Lookups, q unit.Query) told {
	a, err := s.Units(ctx, q)
	switch {
	case errors.Is(err, client.ErrNotFound) && q.Words == "":
		return told{why: topic.Units.In(h.env.Texts).TakesNone + ".", err: err}
	case errors.Is(err, client.ErrNotFound):
		return told{why: units.Summary(a, q.Words, h.env), err: err}
	case err != nil:
		return told{why: units.Error(err, q.Words, h.env), err: err}
	case h.json:
		return told{lines: h.records(a)}
	}
	return told{lines: h.lines(a, q.Words)}
}

func (h how) records(a client.Answer[unit.Result]) []string {
	if len(a.Value.Units) == 0 {
		return []string{takingRecord(a)}
	}
	var out []string
	for i, u := range a.Value.Units {
		out = append(out, unitRecord(u, i+1, a, h.open(u)))
	}
	return out
}

// open tells whether a unit is open now, nil where nobody gave its hours.
func (h how) open(u unit.Unit) *bool {
	if u.Office == nil {
		return nil
	}
	o := u.Office.Hours.At(h.env.Now, h.env.Calendar)
	if !o.Known {
		return nil
	}
	return &o.Open
}

// lines has a single unit as a whole, and several in two lines each.
func (h how) lines(a client.Answer[unit.Result], words string) []string {
	e := h.env
	if list := a.Value.Units; len(list) == 1 && words != "" {
		return h.plain.Document(units.Document(list[0], a, e))
	}
	out := wrap.Fold(units.Summary(a, words, e), "", h.width)
	if n := len(a.Value.Units); n > 0 && n < a.Value.Total {
		out = append(out, wrap.Fold(fmt.Sprintf(topic.Units.In(e.Texts).First, e.Texts.Number(int64(n))), "", h.width)...)
	}
	for _, u := range a.Value.Units {
		row := units.InBrief(u, a.Value.Taking, e)
		out = append(out, wrap.Fold(row.Name, "", h.width)...)
		if row.Says != "" {
			out = append(out, wrap.Fold(row.Says, "  ", h.width)...)
		}
	}
	return append(out, wrap.Fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", h.width)...)
}

// shares answers how many procedures can be done online.
func (h how) shares(ctx context.Context, s client.Lookups) told {
	a, err := s.Shares(ctx)
	switch {
	case errors.Is(err, client.ErrNotFound):
		return told{why: topic.Units.In(h.env.Texts).NoShares, err: err}
	case err != nil:
		return told{why: units.Error(err, "", h.env), err: err}
	case h.json:
		return told{lines: []string{sharesRecord(a)}}
	}
	return told{lines: h.plain.Document(units.Shares(a, h.env))}
}
