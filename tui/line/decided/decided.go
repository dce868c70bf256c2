// Package decided is the command about the decisions that publish procedures.
package decided

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/decision"
	"motcua/client/workday"
	"motcua/tui/line/plain"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
)

// question is what is asked for: one decision or, with id "", a list.
type question struct {
	id    string
	query decision.Query
	date  string
}

// flags adds the flags of a command.
func (q *question) flags(cmd *cobra.Command, t *text.Texts) {
	f, w := cmd.Flags(), topic.Decision.In(t)
	f.IntVar(&q.query.Year, "year", 0, w.FlagYear)
	f.StringVar(&q.query.Agency, "agency", "", w.FlagDecider)
	f.StringVar(&q.query.Field, "field", "", t.Line.FlagField)
	f.StringVar(&q.query.Words, "words", "", w.FlagWords)
	f.StringVar(&q.query.Procedure, "procedure", "", w.FlagHaving)
	f.StringVar(&q.date, "date", "", w.FlagDate)
	f.IntVar(&q.query.Limit, "limit", decision.DefaultLimit, t.Line.FlagLimit)
}

// complete takes the arguments, and reports whether they and the flags can be answered.
func (q *question) complete(args []string) bool {
	var err error
	l := &q.query
	if q.date != "" {
		l.Date, err = time.ParseInLocation(time.DateOnly, q.date, workday.Zone)
	}
	q.id = strings.Join(args, "")
	l.Agency, l.Field, l.Words = clean.Line(l.Agency), clean.Line(l.Field), clean.Line(l.Words)
	l.Count = l.Year != 0
	known := l.Procedure == ""
	if c, ok := code.FindProcedure(l.Procedure); ok {
		l.Procedure, known = c.String(), true
	}
	return err == nil && known && (q.id == "" || decision.IsID(q.id)) && l.Limit >= 1 && l.Limit <= verb.HitsMost && l.Year >= 0
}

// typed reads a line: a year, a procedure's code, the ID of a decision, or words.
func typed(words string) question {
	q := question{query: decision.Query{Words: words, Limit: verb.HitsTyped}}
	if n, err := strconv.Atoi(words); err == nil && n > 2000 && n < 2100 {
		q.query.Words, q.query.Year, q.query.Count = "", n, true
	} else if decision.IsID(words) {
		q.id = words
	} else if c, err := code.ParseProcedure(words); err == nil {
		q.query.Words, q.query.Procedure = "", c.String()
	}
	return q
}

// lines looks it up; json: as data for programs. none tells of a list that is empty because
// there is no such decision.
func (q question) lines(ctx context.Context, from client.Lookups, p plain.Printer, json bool, e view.Env) (lines []string, none bool, err error) {
	if q.id == "" {
		a, err := from.Decisions(ctx, q.query)
		if err != nil {
			return nil, false, err
		}
		none = a.Value.None(q.query, a.Stale)
		if json {
			return listRecords(a, q.query), none, nil
		}
		return listLines(p, a, decisions.List(a, q.query, e), e), none, nil
	}
	a, err := from.Decision(ctx, q.id)
	if err != nil {
		return nil, false, err
	}
	if json {
		return []string{oneRecord(a)}, false, nil
	}
	return oneLines(p, decisions.Document(a, e)), false, nil
}
