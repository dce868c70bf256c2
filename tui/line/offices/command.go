package offices

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/gazetteer"
	"motcua/client/unit"
	"motcua/tui/line/exit"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/wrap"
)

// Verb lists units, who takes a procedure, and how much is done online.
var Verb = verb.Verb{
	Name: "units", Aliases: []string{"donvi"}, Remote: true, Typed: true, Answer: answer, Build: build, Apart: apart,
	Lists: &table.Kind{Keys: table.Keys[unitObject](), Shown: []string{"code", "name", "phone", "address"}, Spare: []string{"phone"}},
	Words: func(t *text.Texts) *command.Verb { return &topic.Units.In(t).Command },
}

// apart takes a procedure's code, a people's committee, and a place that is named with its
// type: "đơn vị phường Đức Xuân". Other words are a search, "đơn vị sự nghiệp công lập".
func apart(rest string) bool {
	if _, err := code.ParseProcedure(rest); err == nil {
		return true
	}
	words := clean.Fold(rest)
	if strings.HasPrefix(words, "ubnd ") || strings.HasPrefix(words, "uy ban nhan dan ") {
		return true
	}
	m, ok := gazetteer.Shipped().Mentioned(rest, "")
	return ok && m.Rest == ""
}

func build(d verb.Deps, cmd *cobra.Command) {
	t := text.For(d.Lang)
	var q unit.Query
	cmd.Flags().IntVar(&q.Limit, "limit", verb.HitsDefault, t.Line.FlagLimit)
	cmd.Flags().StringVar(&q.Procedure, "procedure", "", topic.Units.In(t).FlagProcedure)
	d.CompleteFlag(cmd, "procedure", func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return d.CompleteProcedures(cmd, nil, typed)
	})
	shares := cmd.Flags().Bool("shares", false, topic.Units.In(t).FlagShares)
	cmd.Args = cobra.ArbitraryArgs // also where a program adds a command below it
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		q.Words = wrap.Short(clean.Line(strings.Join(args, " ")), verb.WordsMost)
		found, ok := code.FindProcedure(q.Procedure)
		switch {
		case q.Limit < 1 || q.Limit > verb.HitsMost:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Line.BadLimit, strconv.Itoa(q.Limit)))
		case q.Procedure != "" && !ok:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Errors.ProcedureCode, wrap.Short(clean.Line(q.Procedure), 60)))
		case *shares && (ok || q.Words != ""):
			return d.Usage(cmd, topic.Units.In(r.Texts).SharesAlone)
		case ok:
			q.Procedure = found.String()
		}
		if err := r.Connect(cmd.Context()); err != nil {
			return r.End(r.CannotOpen(err))
		}
		return r.End(tell(r, howOf(r).answer(cmd.Context(), r.Service, q, *shares)))
	}
}

func howOf(r *verb.Run) how {
	return how{env: r.View(), plain: r.Printer(), json: r.JSON, width: r.Width}
}

func tell(r *verb.Run, t told) int {
	if t.err == nil {
		r.Say(t.lines...)
		return exit.Answered
	}
	r.Tell(wrap.Fold(t.why, "", r.Width)...)
	if errors.Is(t.err, client.ErrNotFound) {
		return exit.NotFound
	}
	return exit.Of(t.err)
}

// answer takes a procedure's code as the question who takes it, the words for it as how much is
// done online, and others as a name.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	for _, t := range []*text.Texts{text.For(text.VI), text.For(text.EN)} {
		if clean.Fold(words) == clean.Fold(topic.Units.In(t).SharesTyped) {
			return verb.Reply{Lines: howOf(r).shares(ctx, r.Service).says()}
		}
	}
	q := unit.Query{Words: words, Limit: verb.HitsTyped}
	if found, ok := code.FindProcedure(words); ok {
		q.Words, q.Procedure = "", found.String()
	}
	return verb.Reply{Lines: howOf(r).units(ctx, r.Service, q).says()}
}
