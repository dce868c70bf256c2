package procedures

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/levels"
	"motcua/tui/line/patience"
	"motcua/tui/line/record"
	"motcua/tui/line/table"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/command"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/places"
	"motcua/tui/view/procedures"
	"motcua/tui/wrap"
)

// Search finds procedures by words.
var Search = verb.Verb{
	Name: "search", Aliases: []string{"tim"}, Remote: true, Typed: true, Build: buildSearch,
	Lists: &table.Kind{Keys: table.Keys[record.Hit](), Shown: []string{"code", "name"}, ShownEN: []string{"code", "name_en", "name"}},
	Words: func(t *text.Texts) *command.Verb { return &t.Line.Search },
}

func buildSearch(d verb.Deps, cmd *cobra.Command) {
	t := &text.For(d.Lang).Line
	var q client.Query
	cmd.Flags().IntVar(&q.Limit, "limit", verb.HitsDefault, t.FlagLimit)
	cmd.Flags().StringVar(&q.Field, "field", "", t.FlagField)
	cmd.Flags().StringVar(&q.AgencyCode, "agency", "", t.FlagAgency)
	level := cmd.Flags().String("level", "", t.FlagLevel)
	d.CompleteFlag(cmd, "level", cobra.FixedCompletions(levels.Words(d.Lang), cobra.ShellCompDirectiveNoFileComp))
	d.CompleteFlag(cmd, "field", d.CompleteFields)
	d.CompleteFlag(cmd, "agency", verb.CompleteAgencies)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.Start(cmd)
		if err != nil {
			return err
		}
		typed := clean.Line(strings.Join(args, " "))
		if dossier, ok := code.FindDossier(typed); ok {
			sentence := fmt.Sprintf(r.Texts.Line.IsDossier, dossier, dossier)
			if r.JSON {
				r.Say(record.NoProcedureLine(codelist.AsTyped(typed), record.KindDossier, sentence))
			}
			return d.Usage(cmd, sentence)
		}
		q.Words = wrap.Short(typed, verb.WordsMost)
		q.Field, q.AgencyCode = clean.Line(q.Field), strings.ToUpper(clean.Line(q.AgencyCode))
		var known bool
		q.Level, known = levels.Of(*level)
		switch {
		case !known:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Line.BadLevel, wrap.Short(clean.Line(*level), 20)))
		case q.Words == "":
			return d.Usage(cmd, r.Texts.Line.NeedWords)
		case q.Limit < 1 || q.Limit > verb.HitsMost:
			return d.Usage(cmd, fmt.Sprintf(r.Texts.Line.BadLimit, strconv.Itoa(q.Limit)))
		}
		return r.End(search(cmd.Context(), r, q))
	}
}

func search(ctx context.Context, r *verb.Run, q client.Query) int {
	if err := r.Connect(ctx); err != nil {
		return r.CannotOpen(err)
	}
	a, err := patience.Search(ctx, r.Service, q)
	e := r.View()
	if err != nil {
		r.Tell(wrap.Fold(failure.Search(err, q, e), "", r.Width)...)
		return exit.Of(err)
	}
	hits := a.Value.Hits
	if len(hits) > q.Limit {
		hits = hits[:q.Limit]
	}
	if !r.JSON {
		for _, says := range places.Mentions(a.Value.Mention, e) {
			r.Say(wrap.Fold(says, "", r.Width)...)
		}
	}
	if a.Value.Near || len(hits) == 0 {
		r.Tell(wrap.Fold(failure.NoHits(q, a.Value.Outside, e), "", r.Width)...)
		if a.Stale {
			r.Tell(wrap.Fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", r.Width)...)
		}
	}
	if len(hits) == 0 {
		return exit.NotFound
	}
	if a.Value.Near && !r.JSON {
		r.Say(r.Texts.Screen.Nearest)
	}
	for i, h := range hits {
		if r.JSON {
			r.Say(record.HitLine(a.Value, h, i+1))
			continue
		}
		if head := procedures.WishHead(a.Value, i, e); head != "" {
			r.Say(wrap.Fold(head, "", r.Width)...)
		}
		v := procedures.Hit(h, e)
		name, before := v.Name, v.Code+"  "
		if v.Official != "" {
			r.Say(wrap.Fold(name, before, r.Width)...)
			name, before = v.Official, strings.Repeat(" ", len(before))
		}
		if v.Where != "" {
			name += " · " + v.Where
		}
		r.Say(wrap.Fold(name, before, r.Width)...)
	}
	if a.Value.Near {
		return exit.NotFound
	}
	if !r.JSON {
		r.Say("", count(r.Texts, len(hits), max(a.Value.Total, len(hits))))
		r.Say(wrap.Fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", r.Width)...)
	}
	return exit.Answered
}

// count says how many procedures were found and how many are shown.
func count(texts *text.Texts, shown, all int) string {
	t, n := &texts.Line, texts.Number(int64(all))
	switch {
	case all == 1:
		return t.HitOne
	case shown < all:
		return fmt.Sprintf(t.HitsSome, texts.Number(int64(shown)), n)
	default:
		return fmt.Sprintf(t.HitsAll, n)
	}
}
