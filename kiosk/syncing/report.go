package syncing

import (
	"context"
	"fmt"
	"time"

	"motcua/client/board"
	"motcua/client/decisions"
	"motcua/client/directory"
	"motcua/client/meter"
	"motcua/client/scores"
	"motcua/client/store"
	"motcua/tui/line/record"
	"motcua/tui/text/operator"
	"motcua/tui/view"
)

// changesShown is the maximum number of changes listed after a sync; Changes lists all.
const changesShown = 10

// report writes the result of a sync; listed is how many requests this run made for the
// list, cost the traffic of all but the units, the quality of service and the news.
func (r *Run) report(ctx context.Context, done store.Report, listed int64, fetched int, decided decisions.Synced, cost meter.Traffic, units directory.Report, rated scores.Synced, news board.Synced) error {
	kept := r.Wiring.Store()
	source := kept.Source() //nolint:contextcheck // used by an interface without a context
	st, err := kept.State(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	if r.JSON {
		return record.EncodeLine(r.Out, syncObject{
			AsOf: stamp(done.AsOf), FinishedAt: stamp(done.Finished), Procedures: done.Kept, Listed: done.Listed,
			New: done.New, Amended: done.Amended, Gone: done.Gone, First: done.First, Resumed: done.Resumed,
			ListRequests: done.Requests, PageSize: done.PageSize, DetailsFetched: fetched, Details: st.Details,
			Decisions: decided.Decisions, DecisionsRead: decided.Read, DecisionsLeft: decided.Left,
			BytesIn: cost.BytesIn, BytesOut: cost.BytesOut, Source: source.ID, Units: unitsObjectOf(units), Quality: qualityObjectOf(rated), News: news.News,
		})
	}
	e := view.Env{Texts: r.texts(), Now: time.Now(), Desk: r.Config.Place.Desk, NoDossiers: !r.Config.TracksDossiers(), Medium: view.Command}
	lines := []string{
		fmt.Sprintf(operator.SyncDone.In(r.Lang), r.number(done.Kept)),
		view.Source(source, done.AsOf, false, e),
		fmt.Sprintf(operator.SyncCost.In(r.Lang), r.number(int(listed)), r.number(int(cost.Requests-listed)), e.Texts.Bytes(cost.BytesIn+cost.BytesOut)),
	}
	if fetched > 0 {
		lines = append(lines, fmt.Sprintf(operator.SyncDetails.In(r.Lang), r.number(fetched), r.number(st.Details)))
	}
	if decided.Decisions > 0 {
		lines = append(lines, fmt.Sprintf(operator.SyncDecisions.In(r.Lang), decided.Agency.Name, r.number(decided.Decisions), r.number(decided.Read), r.number(decided.Left)))
	}
	if units.Units > 0 {
		lines = append(lines, fmt.Sprintf(operator.SyncUnits.In(r.Lang), r.number(units.Units), r.number(units.Matched), r.number(units.Communes), r.number(units.Abolished)))
	}
	if news.News > 0 {
		lines = append(lines, fmt.Sprintf(operator.SyncNews.In(r.Lang), r.number(news.News), r.number(news.Read)))
	}
	if n := len(rated.Periods); n > 0 {
		lines = append(lines, fmt.Sprintf(operator.SyncQuality.In(r.Lang), r.number(rated.Answers), r.number(n), r.number(rated.Units)))
	}
	switch {
	case done.First:
	case done.New+done.Amended+done.Gone == 0:
		lines = append(lines, operator.SyncNothingNew.In(r.Lang))
	default:
		c, err := kept.Changes(context.WithoutCancel(ctx))
		if err != nil {
			return err
		}
		lines = append(lines, "", fmt.Sprintf(operator.SyncChanged.In(r.Lang), r.number(done.New), r.number(done.Amended), r.number(done.Gone)))
		for _, ch := range c.List[:min(changesShown, len(c.List))] {
			lines = append(lines, r.change(ch))
		}
		if rest := len(c.List) - changesShown; rest > 0 {
			lines = append(lines, fmt.Sprintf(operator.SyncMore.In(r.Lang), r.number(rest)))
		}
	}
	return r.write(lines)
}
