// Package scored is the command about how good the service of an office is.
package scored

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/quality"
	"motcua/tui/line/exit"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/scores"
	"motcua/tui/wrap"
)

// Verb tells the scores of an office, and of those below it.
var Verb = verb.Verb{
	Name: "quality", Aliases: []string{"chatluong"}, Remote: true, Typed: true, Bare: true, Answer: answer, Build: build,
	Words: func(t *text.Texts) *command.Verb { return &topic.Quality.In(t).Command },
}

// orders are what the list of the offices below can be ordered by.
var orders = append(append([]string{"total"}, names(quality.Groups)...), "name")

func names(groups []quality.Group) (list []string) {
	for _, g := range groups {
		list = append(list, string(g))
	}
	return list
}

func build(d verb.Deps, cmd *cobra.Command) {
	t := topic.Quality.In(text.For(d.Lang))
	period := cmd.Flags().String("period", "", t.FlagPeriod)
	below := cmd.Flags().Bool("below", false, t.FlagBelow)
	by := cmd.Flags().String("by", "", fmt.Sprintf(t.FlagBy, strings.Join(orders, " ")))
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		t := topic.Quality.In(r.Texts)
		q := quality.Query{Words: wrap.Short(clean.Line(strings.Join(args, " ")), verb.WordsMost)}
		if *period != "" {
			p, ok := quality.ParsePeriod(*period)
			if !ok {
				return d.Usage(cmd, fmt.Sprintf(t.BadPeriod, wrap.Short(clean.Line(*period), 60)))
			}
			q.Period = p
		}
		order := ""
		if *by != "" {
			i := slices.IndexFunc(orders, func(o string) bool { return strings.EqualFold(o, *by) })
			if i < 0 {
				return d.Usage(cmd, fmt.Sprintf(t.BadBy, wrap.Short(clean.Line(*by), 60), strings.Join(orders, " ")))
			}
			order = orders[i]
		}
		if err := r.Connect(cmd.Context()); err != nil {
			return r.End(r.CannotOpen(err))
		}
		a, err := r.Service.Quality(cmd.Context(), q)
		var several *quality.SeveralError
		switch {
		case errors.As(err, &several) && r.JSON:
			r.Say(severalLine(several))
			return r.End(exit.Usage)
		case errors.As(err, &several):
			r.Say(choices(several, q.Words, r)...)
			return r.End(exit.Usage)
		case err != nil:
			r.Tell(wrap.Fold(scores.Error(err, q.Words, r.View()), "", r.Width)...)
			return r.End(exit.Of(err))
		case r.JSON:
			r.Say(jsonLine(a, r.View().Now))
		case *below || order != "":
			r.Say(list(r, a, order)...)
		default:
			r.Say(r.Printer().Document(scores.Document(a, r.View()))...)
		}
		return r.End(exit.Answered)
	}
}

// list are the offices below another, in an order; "": the first that they can be ordered by.
func list(r *verb.Run, a client.Answer[quality.Report], order string) []string {
	e, t := r.View(), topic.Quality.In(r.Texts)
	units := a.Value.Below
	if order == "" {
		order = scores.Orders(units)[0]
	}
	head := []string{scores.ListTitle(&a.Value.Sheet, e), scores.Period(a.Value.Period, e) + ". " + scores.Ends(a, e)}
	if len(units) == 0 {
		head = append(head, t.NoList)
	} else {
		head = append(head, fmt.Sprintf(t.ListOf, e.Texts.Number(int64(len(units))), scores.OrderName(order, e)))
	}
	var out []string
	for _, l := range head {
		out = append(out, wrap.Fold(l, "", r.Width)...)
	}
	for _, row := range scores.Rows(units, order, e) {
		out = append(out, wrap.Fold(row.Placed(e), "", r.Width)...)
		out = append(out, wrap.Fold(row.Says, "  ", r.Width)...)
	}
	return append(out, wrap.Fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", r.Width)...)
}

// choices are the offices that words fit, each with its code.
func choices(several *quality.SeveralError, words string, r *verb.Run) []string {
	e := r.View()
	out := wrap.Fold(scores.Error(several, words, e), "", r.Width)
	if n := len(several.Units); n < several.Total {
		out = append(out, wrap.Fold(fmt.Sprintf(topic.Units.In(e.Texts).First, e.Texts.Number(int64(n))), "", r.Width)...)
	}
	for _, u := range several.Units {
		out = append(out, wrap.Fold(u.Name, "", r.Width)...)
		out = append(out, wrap.Fold(u.Code, "  ", r.Width)...)
	}
	return out
}

// answer takes a period at the end of a line of the line mode, and the rest as an office.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	q := quality.Query{Words: words}
	if i := strings.LastIndexByte(words, ' ') + 1; i >= 0 {
		if p, ok := quality.ParsePeriod(words[i:]); ok {
			q.Words, q.Period = strings.TrimSpace(words[:i]), p
		}
	}
	a, err := r.Service.Quality(ctx, q)
	var several *quality.SeveralError
	if errors.As(err, &several) {
		return verb.Reply{Lines: choices(several, q.Words, r)}
	}
	if err != nil {
		return verb.Reply{Lines: []string{scores.Error(err, q.Words, r.View())}}
	}
	return verb.Reply{Lines: r.Printer().Document(scores.Document(a, r.View()))}
}
