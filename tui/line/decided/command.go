package decided

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/client/decision"
	"motcua/tui/line/exit"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view/decisions"
	"motcua/tui/wrap"
)

// Verb tells which procedures are new, changed or gone.
var Verb = verb.Verb{
	Name: "decisions", Aliases: []string{"quyetdinh"}, Remote: true, Typed: true, Answer: answer, Build: build, Apart: apart,
	Lists: &table.Kind{Keys: table.Keys[decisionObject](), Shown: []string{"date", "number", "id", "title"}},
	Words: func(t *text.Texts) *command.Verb { return &topic.Decision.In(t).Command },
}

// apart takes a year, an ID, a procedure's code, and a number as decisions have it,
// "653/QĐ-UBND": no procedure is called like these.
func apart(rest string) bool {
	if q := typed(rest); q.id != "" || q.query.Year != 0 || q.query.Procedure != "" {
		return true
	}
	number, kind, ok := strings.Cut(rest, "/")
	return ok && decision.IsID(number) && strings.HasPrefix(clean.Fold(kind), "qd")
}

func build(d verb.Deps, cmd *cobra.Command) {
	var q question
	q.flags(cmd, text.For(d.Lang))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		if !together(cmd, args) {
			return d.Usage(cmd, topic.Decision.In(r.Texts).NotTogether)
		}
		if !q.complete(args) {
			return d.Usage(cmd, topic.Decision.In(r.Texts).BadDecision)
		}
		if err := r.Connect(cmd.Context()); err != nil {
			return r.End(r.CannotOpen(err))
		}
		lines, none, err := q.lines(cmd.Context(), r.Service, r.Printer(), r.JSON, r.View())
		if err != nil {
			r.Tell(wrap.Fold(decisions.Error(err, r.View()), "", r.Width)...)
			return r.End(exit.Of(err))
		}
		r.Say(lines...)
		if none {
			return r.End(exit.NotFound)
		}
		return r.End(exit.Answered)
	}
}

// together reports whether what was asked for goes together: one decision is found by its ID
// alone, and those with a procedure by no year, day or words. They would be left out silently,
// and the heading would claim them.
func together(cmd *cobra.Command, args []string) bool {
	not := []string{"year", "date", "words"}
	switch {
	case len(args) > 0:
		not = append(not, "procedure", "agency", "field")
	case !cmd.Flags().Changed("procedure"):
		return true
	}
	return !slices.ContainsFunc(not, cmd.Flags().Changed)
}

// answer answers in the line mode.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	lines, _, err := typed(words).lines(ctx, r.Service, r.Printer(), false, r.View())
	if err != nil {
		lines = []string{decisions.Error(err, r.View())}
	}
	return verb.Reply{Lines: lines}
}
