// Package ranked reads what people ask about yearly indexes, on a command line and at a prompt,
// and writes the answers as lines.
package ranked

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/rank"
	"motcua/tui/line/plain"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/wrap"
)

// question is what is asked for.
type question struct {
	of    rank.Query
	index string
}

// wordsMost is the longest name that is repeated.
const wordsMost = 60

// flags adds the flags of a command.
func (q *question) flags(cmd *cobra.Command, t *text.Texts) {
	cmd.Flags().StringVar(&q.index, "index", "", topic.Ranks.In(t).FlagIndex)
}

// complete takes the arguments, and reports whether they and the flags can be answered.
func (q *question) complete(args []string) bool {
	q.of.Words = wrap.Short(clean.Line(strings.Join(args, " ")), wordsMost)
	q.of.Index = rank.Index(strings.ToUpper(clean.Line(q.index)))
	return q.of.Index == "" || slices.Contains(rank.Indexes(), q.of.Index)
}

// typed reads a line: the name of an index, of a unit, or both.
func typed(words string) question {
	var q question
	var rest []string
	for w := range strings.FieldsSeq(words) {
		if i := rank.Index(strings.ToUpper(w)); slices.Contains(rank.Indexes(), i) {
			q.of.Index = i
		} else {
			rest = append(rest, w)
		}
	}
	q.of.Words = wrap.Short(strings.Join(rest, " "), wordsMost)
	return q
}

// lines looks it up; json: as data for programs.
func (q question) lines(ctx context.Context, from client.Lookups, p plain.Printer, json bool, e view.Env) ([]string, error) {
	a, err := from.Ranks(ctx, q.of)
	switch {
	case err != nil:
		return nil, err
	case json:
		return records(a), nil
	default:
		return told(p, a, e), nil
	}
}
