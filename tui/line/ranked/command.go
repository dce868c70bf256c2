package ranked

import (
	"context"

	"github.com/spf13/cobra"

	"motcua/tui/line/exit"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view/ranks"
	"motcua/tui/wrap"
)

// Verb tells how provinces were ranked, year by year.
var Verb = verb.Verb{
	Name: "index", Aliases: []string{"chiso"}, Remote: true, Typed: true, Bare: true, Answer: answer, Build: build,
	Lists: &table.Kind{Keys: table.Keys[rankObject](), Shown: []string{"year", "index", "score", "rank", "ranked", "unit_name"}},
	Words: func(t *text.Texts) *command.Verb { return &topic.Ranks.In(t).Command },
}

func build(d verb.Deps, cmd *cobra.Command) {
	var q question
	q.flags(cmd, text.For(d.Lang))
	cmd.Args = cobra.ArbitraryArgs // also where a program adds a command below it
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		if !q.complete(args) {
			return d.Usage(cmd, topic.Ranks.In(r.Texts).BadIndex)
		}
		if err := r.Connect(cmd.Context()); err != nil {
			return r.End(r.CannotOpen(err))
		}
		lines, err := q.lines(cmd.Context(), r.Service, r.Printer(), r.JSON, r.View())
		if err != nil {
			r.Tell(wrap.Fold(ranks.Error(err, q.of.Words, r.View()), "", r.Width)...)
			return r.End(exit.Of(err))
		}
		r.Say(lines...)
		return r.End(exit.Answered)
	}
}

// answer answers in the line mode.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	q := typed(words)
	lines, err := q.lines(ctx, r.Service, r.Printer(), false, r.View())
	if err != nil {
		lines = []string{ranks.Error(err, q.of.Words, r.View())}
	}
	return verb.Reply{Lines: lines}
}
