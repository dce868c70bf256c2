package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/tui/line"
	"motcua/tui/text"
	"motcua/tui/view"
)

const (
	detailsAhead = 200   // much used procedures whose details a sync fetches: births and marriages are among them
	detailsMost  = 2_000 // at half a second each a quarter of an hour
	changesShown = 10    // behind a sync; --changes lists all
)

// syncCommand is `motcua sync`.
func (a *app) syncCommand() *cobra.Command {
	w := syncWordsFor(a.lang)
	var changes bool
	var details string
	cmd := &cobra.Command{
		Use: "sync", Short: w.short, Long: w.long, Example: w.example,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if a.cfgErr != nil {
				return a.cfgErr
			}
			ahead, err := strconv.Atoi(details)
			if err != nil || ahead < 0 || ahead > detailsMost {
				return a.usage(cmd, w.badDetails, clean.Line(details))
			}
			s := &syncRun{app: a, w: w, t: text.For(a.lang)}
			s.json, _ = cmd.Flags().GetBool("json")
			if changes {
				return s.tellChanges(cmd.Context())
			}
			return s.sync(cmd.Context(), ahead)
		},
	}
	cmd.Flags().BoolVar(&changes, "changes", false, w.flagChanges)
	cmd.Flags().StringVar(&details, "details", strconv.Itoa(detailsAhead), w.flagDetails)
	return cmd
}

// syncRun is one run of the command.
type syncRun struct {
	*app
	w    *syncWords
	t    *text.Texts
	json bool
}

// sync reads the list, then the details of the procedures used most.
func (s *syncRun) sync(ctx context.Context, ahead int) error {
	if s.cfg.Offline {
		return s.unreachable(s.w.offline)
	}
	src, err := s.sources(ctx)
	if err != nil {
		return err
	}
	if src.portal == nil {
		return s.fail("%s", s.w.noPortal)
	}
	if s.cfg.UsesSample() && !s.json {
		s.tell(s.words.sampleNote)
	}
	s.tellServices(s.varLib)
	s.endsItself() // a page is written down first
	kept := s.store()
	bar := newProgress(s)
	report, err := kept.Sync(ctx, src.portal, bar.show)
	bar.end()
	s.tellNotices(kept.Notices()) //nolint:contextcheck // the file is open by now
	if err != nil {
		return s.broken(ctx, err)
	}
	listed := s.meter.Total().Requests
	fetched, cut := 0, error(nil)
	if ahead > 0 {
		fetched, cut = kept.Ahead(ctx, src.portal, ahead, bar.show)
		bar.end()
	}
	if err := s.report(ctx, report, listed, fetched); err != nil {
		return err
	}
	if cut != nil && ctx.Err() == nil {
		// The catalogue is whole; the details come when they are asked for.
		s.tell(fmt.Sprintf(s.w.detailsCut, s.number(fetched)), s.why(cut))
	}
	return ctx.Err()
}

func (s *syncRun) env() view.Env {
	return view.Env{Texts: s.t, Now: time.Now(), Desk: s.cfg.Place.Desk, Medium: view.Command}
}

func (s *syncRun) number(n int) string { return s.t.Number(int64(n)) }

// tellNotices says what happened to the file.
func (s *syncRun) tellNotices(notices []store.Notice) {
	for _, n := range notices {
		if n.Kind == store.NoticeCorrupt {
			s.tell(fmt.Sprintf(s.w.corrupt, clean.Line(n.Aside)))
		}
	}
}

// broken says why a sync did not come through, and what stands.
func (s *syncRun) broken(ctx context.Context, err error) error {
	var none *store.NoStoreError
	var short *store.IncompleteError
	switch {
	case ctx.Err() != nil:
		s.tell(s.w.interrupt)
		s.tellGoOn(ctx)
		return ctx.Err()
	case errors.Is(err, store.ErrSyncing):
		return s.fail("%s", s.w.busy)
	case errors.Is(err, store.ErrFull):
		return s.fail(s.w.full, clean.Line(s.store().Path()))
	case errors.As(err, &short):
		return s.fail(s.w.short80, s.number(short.Seen), s.number(short.Total))
	case errors.As(err, &none) && none.Notice.Kind == store.NoticeNewer:
		return s.fail(s.w.newer, clean.Line(none.Notice.Path))
	case errors.As(err, &none):
		return s.fail(s.w.noStore, cmp.Or(clean.Line(none.Notice.Path), "?"), s.reason(none.Notice.Err))
	case errors.Is(err, client.ErrUnavailable):
		end := s.unreachable(s.why(err))
		s.tellGoOn(ctx)
		return end
	default:
		return s.fail("%s", s.reason(err))
	}
}

// unreachable ends with the exit code for a portal that cannot be asked.
func (s *syncRun) unreachable(sentence string) error {
	s.tell(sentence)
	return &line.ExitError{Code: line.ExitUnreachable}
}

// why is a portal's failure in a sentence.
func (s *syncRun) why(err error) string {
	var down *client.UnavailableError
	if !errors.As(err, &down) {
		return s.reason(err)
	}
	name := cmp.Or(down.Source.Name, down.Source.ID)
	if down.Cause == client.CauseRejected || down.Cause == client.CauseBusy {
		// The portal's firewall has had enough of us: to go on at once would
		// only prolong that.
		return fmt.Sprintf(s.w.refuses, name)
	}
	return fmt.Sprintf(s.w.down, name, cmp.Or(s.t.Causes.Of(string(down.Cause)), string(down.Cause)))
}

// tellGoOn says how far a sync came that broke off.
func (s *syncRun) tellGoOn(ctx context.Context) {
	st, err := s.store().State(context.WithoutCancel(ctx))
	if err == nil && st.Broken != nil && st.Broken.Seen > 0 {
		s.tell(fmt.Sprintf(s.w.goOn, s.number(st.Broken.Seen), s.number(max(st.Broken.Seen, st.Broken.Total))))
	}
}

// report says what a sync brought; listed is how many requests this run made for
// the list.
func (s *syncRun) report(ctx context.Context, r store.Report, listed int64, fetched int) error {
	kept := s.store()
	source := kept.Source() //nolint:contextcheck // of an interface without one
	cost := s.meter.Total()
	st, err := kept.State(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	if s.json {
		return line.EncodeLine(s.out, syncObject{
			AsOf: stamp(r.AsOf), FinishedAt: stamp(r.Finished), Procedures: r.Kept, Listed: r.Listed,
			New: r.New, Amended: r.Amended, Gone: r.Gone, First: r.First, Resumed: r.Resumed,
			ListRequests: r.Requests, PageSize: r.PageSize, DetailsFetched: fetched, Details: st.Details,
			BytesIn: cost.BytesIn, BytesOut: cost.BytesOut, Source: source.ID,
		})
	}
	e := s.env()
	lines := []string{
		fmt.Sprintf(s.w.done, s.number(r.Kept)),
		view.Source(source, r.AsOf, false, e),
		fmt.Sprintf(s.w.cost, s.number(int(listed)), s.number(int(cost.Requests-listed)), s.t.Bytes(cost.BytesIn+cost.BytesOut)),
	}
	if fetched > 0 {
		lines = append(lines, fmt.Sprintf(s.w.details, s.number(fetched), s.number(st.Details)))
	}
	switch {
	case r.First:
	case r.New+r.Amended+r.Gone == 0:
		lines = append(lines, s.w.nothingNew)
	default:
		c, err := kept.Changes(context.WithoutCancel(ctx))
		if err != nil {
			return err
		}
		lines = append(lines, "", fmt.Sprintf(s.w.changed, s.number(r.New), s.number(r.Amended), s.number(r.Gone)))
		for _, ch := range c.List[:min(changesShown, len(c.List))] {
			lines = append(lines, s.change(ch))
		}
		if rest := len(c.List) - changesShown; rest > 0 {
			lines = append(lines, fmt.Sprintf(s.w.more, s.number(rest)))
		}
	}
	return s.write(lines)
}

func (s *syncRun) write(lines []string) error {
	_, err := fmt.Fprintln(s.out, strings.Join(lines, "\n"))
	return err
}

// syncObject is the JSON of a sync. Times are RFC 3339 with offset, bytes as
// they travelled, requests of the list alone.
type syncObject struct {
	AsOf           string `json:"as_of"`
	FinishedAt     string `json:"finished_at"`
	Procedures     int    `json:"procedures"`
	Listed         int    `json:"listed"`
	New            int    `json:"new"`
	Amended        int    `json:"amended"`
	Gone           int    `json:"gone"`
	First          bool   `json:"first"`
	Resumed        bool   `json:"resumed"`
	ListRequests   int    `json:"list_requests"`
	PageSize       int    `json:"page_size"`
	DetailsFetched int    `json:"details_fetched"`
	Details        int    `json:"details"`
	BytesIn        int64  `json:"bytes_in"`
	BytesOut       int64  `json:"bytes_out"`
	Source         string `json:"source"`
}

// changeObject is the JSON of one change.
type changeObject struct {
	Kind   string   `json:"kind"` // new amended gone
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Before *string  `json:"before"`
	Parts  []string `json:"parts"` // name field agency kind published detail
	At     string   `json:"at"`
}

func stamp(t time.Time) string { return t.In(workday.Zone).Format(time.RFC3339) }

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
