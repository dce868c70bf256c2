// Package places is the command that tells what a place is called today.
package places

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/gazetteer"
	"motcua/client/place"
	"motcua/tui/line/exit"
	"motcua/tui/line/patience"
	"motcua/tui/line/record"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/text/topic"
	"motcua/tui/view/places"
	"motcua/tui/wrap"
)

// Verb tells what a place is called today.
var Verb = verb.Verb{
	Name: "place", Aliases: []string{"noi"}, Remote: true, Typed: true, Answer: answer, Build: build,
	Lists: &table.Kind{Keys: table.Keys[record.Place](), Shown: []string{"name", "district", "province", "now"}, Spare: []string{"district"}},
	Words: func(t *text.Texts) *command.Verb { return &topic.Place.In(t).Command },
}

func build(d verb.Deps, cmd *cobra.Command) {
	t := text.For(d.Lang)
	var q place.Query
	cmd.Flags().IntVar(&q.Limit, "limit", verb.HitsDefault, t.Line.FlagLimit)
	cmd.Flags().StringVar(&q.Near, "near", "", topic.Place.In(t).FlagNear)
	d.CompleteFlag(cmd, "near", verb.CompleteProvinces)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		q.Words = wrap.Short(clean.Line(strings.Join(args, " ")), verb.WordsMost)
		q.Near = strings.ToUpper(clean.Line(q.Near))
		switch {
		case q.Words == "":
			return d.Usage(cmd, topic.Place.In(r.Texts).NeedPlace)
		case q.Near != "" && !gazetteer.KnowsProvince(q.Near):
			return d.Usage(cmd, fmt.Sprintf(topic.Place.In(r.Texts).BadNear, wrap.Short(q.Near, 20)))
		case q.Limit < 1 || q.Limit > verb.HitsMost:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Line.BadLimit, strconv.Itoa(q.Limit)))
		}
		return r.End(find(cmd.Context(), r, q))
	}
}

func find(ctx context.Context, r *verb.Run, q place.Query) int {
	if err := r.Connect(ctx); err != nil {
		return r.CannotOpen(err)
	}
	a, err := r.Service.Places(ctx, q)
	e := r.View()
	switch {
	case errors.Is(err, client.ErrNotFound):
		r.Tell(wrap.Fold(places.None(q.Words, e), "", r.Width)...)
		return exit.NotFound
	case err != nil:
		r.Tell(wrap.Fold(places.Error(err, q.Words, e), "", r.Width)...)
		return exit.Of(err)
	}
	if r.JSON {
		for i, p := range a.Value.Places {
			r.Say(record.PlaceLine(p, i+1, a.AsOf))
		}
		return exit.Answered
	}
	r.Say(lines(r.Printer(), a, r.View())...)
	return exit.Answered
}

// answer answers in the line mode.
func answer(ctx context.Context, r *verb.Run, words string) verb.Reply {
	a, err := r.Service.Places(ctx, place.Query{Words: words, Limit: verb.HitsTyped})
	switch {
	case errors.Is(err, client.ErrNotFound):
		// "nơi cư trú" begins like the verb and asks for a procedure.
		found, err := patience.Search(ctx, r.Service, client.Query{Words: words, Limit: verb.HitsTyped})
		if err == nil && len(found.Value.Hits) > 0 && !found.Value.Near {
			return verb.Reply{Search: true}
		}
		return verb.Reply{Lines: []string{places.None(words, r.View())}}
	case err != nil:
		return verb.Reply{Lines: []string{places.Error(err, words, r.View())}}
	default:
		return verb.Reply{Lines: lines(r.Printer(), a, r.View())}
	}
}
