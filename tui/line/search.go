package line

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Bounds of one search.
const (
	hitsDefault = 10
	hitsMost    = 1000
	wordsMost   = 200 // runes
)

func buildSearch(d Deps, cmd *cobra.Command) {
	t := &text.For(d.Lang).Line
	var q client.Query
	cmd.Flags().IntVar(&q.Limit, "limit", hitsDefault, t.FlagLimit)
	cmd.Flags().StringVar(&q.Field, "field", "", t.FlagField)
	cmd.Flags().StringVar(&q.AgencyCode, "agency", "", t.FlagAgency)
	level := cmd.Flags().String("level", "", t.FlagLevel)
	_ = cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(levelWords(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		r, err := d.start(cmd)
		if err != nil {
			return err
		}
		q.Words = short(clean.Line(strings.Join(args, " ")), wordsMost)
		q.Field, q.AgencyCode = clean.Line(q.Field), strings.ToUpper(clean.Line(q.AgencyCode))
		var known bool
		q.Level, known = levelOf(*level)
		switch {
		case !known:
			return d.usage(cmd, fmt.Sprintf(r.t.Line.BadLevel, short(clean.Line(*level), 20)))
		case q.Words == "":
			return d.usage(cmd, r.t.Line.NeedWords)
		case q.Limit < 1 || q.Limit > hitsMost:
			return d.usage(cmd, fmt.Sprintf(r.t.Line.BadLimit, strconv.Itoa(q.Limit)))
		}
		return r.end(r.search(cmd.Context(), q))
	}
}

// levelsInWords are the levels as --level takes them: the words of the JSON, and
// in Vietnamese without marks, as keyboards at consoles lack them.
var levelsInWords = []struct {
	level  client.Level
	vi, en string
}{
	{client.LevelWard, "xa", client.LevelWard.String()},
	{client.LevelProvince, "tinh", client.LevelProvince.String()},
	{client.LevelMinistry, "bo", client.LevelMinistry.String()},
	{client.LevelOther, "khac", client.LevelOther.String()},
}

func levelWords() []string {
	var words []string
	for _, l := range levelsInWords {
		words = append(words, l.vi, l.en)
	}
	return words
}

// levelOf reads a level, with or without marks; "" is every level.
func levelOf(s string) (client.Level, bool) {
	s = clean.Fold(strings.TrimSpace(s))
	for _, l := range levelsInWords {
		if s == l.vi || s == l.en {
			return l.level, true
		}
	}
	return 0, s == ""
}

// find searches without making anybody wait: what is on this machine answers at
// once, with its date. A portal is asked only where that has nothing.
func (r *run) find(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	q.Kept = true
	kept, err := r.service.Search(ctx, q)
	if v := kept.Value; err != nil || !v.Provisional || len(v.Hits) > 0 && !v.Near {
		return kept, err
	}
	q.Kept = false
	// Nothing is kept of a portal's hits, so a search ends with the wait for it.
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	a, err := r.service.Search(bounded, q)
	if err == nil || ctx.Err() != nil || kept.AsOf.IsZero() {
		return a, err
	}
	kept.Stale = true
	return kept, nil
}

func (r *run) search(ctx context.Context, q client.Query) int {
	if err := r.open(ctx); err != nil {
		return r.cannotOpen(err)
	}
	a, err := r.find(ctx, q)
	e := r.env()
	if err != nil {
		r.tell(fold(view.SearchError(err, q, e), "", r.Width)...)
		return exitOf(err)
	}
	hits := a.Value.Hits
	if len(hits) > q.Limit {
		hits = hits[:q.Limit]
	}
	if a.Value.Near || len(hits) == 0 {
		r.tell(fold(view.NoHits(q, e), "", r.Width)...)
		if a.Stale {
			r.tell(fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", r.Width)...)
		}
	}
	if len(hits) == 0 {
		return ExitNotFound
	}
	if a.Value.Near && !r.json {
		r.say(r.t.Line.HitsNear)
	}
	for i, h := range hits {
		if r.json {
			r.say(hitJSON(h, i+1))
			continue
		}
		v := view.Hit(h, e)
		name := v.Name
		if v.Where != "" {
			name += " · " + v.Where
		}
		r.say(fold(name, v.Code+"  ", r.Width)...)
	}
	if a.Value.Near {
		return ExitNotFound
	}
	if !r.json {
		r.say("", r.count(len(hits), max(a.Value.Total, len(hits))))
		r.say(fold(view.Source(a.Source, a.AsOf, a.Stale, e), "", r.Width)...)
	}
	return ExitAnswered
}

// count is how many procedures were found and how many are shown.
func (r *run) count(shown, all int) string {
	t, n := &r.t.Line, r.t.Number(int64(all))
	switch {
	case all == 1:
		return t.HitOne
	case shown < all:
		return fmt.Sprintf(t.HitsSome, r.t.Number(int64(shown)), n)
	default:
		return fmt.Sprintf(t.HitsAll, n)
	}
}
