// Package syncing is the work of motcua sync: it fills the catalogue on this machine on
// demand, and says on the way and afterwards what came of it, in words or as JSON.
//
// How a catalogue is read and compared is in client/store. A kiosk and a server update
// theirs by themselves and use nothing of this package.
package syncing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/store"
	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// detailsMost is the maximum number of details that one sync fetches: at half a second
// each, a quarter of an hour.
const detailsMost = 2_000

// Details parses how many procedures to fetch with their details; ok is false when s is not
// such a number.
func Details(s string) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= detailsMost
}

// Run is one run of the command. What it writes to Err is for a person, Out gets the
// result.
type Run struct {
	Config  config.Config
	Wiring  *wire.Wiring
	Out     io.Writer
	Err     io.Writer
	Lang    text.Lang
	JSON    bool
	Columns int // of the terminal that Err is; 0: it is none

	Services string // the folder of services, deploy.VarLib
	Program  string // the path of this program, for a command line
	// EndsItself is called before the first request: from then on the run ends by itself
	// when its context ends, because a page is saved first.
	EndsItself func()
}

// Sync reads the list, then the details of the ahead most used procedures. Its error was
// already reported when it is a *exit.Error or the context's.
func (r *Run) Sync(ctx context.Context, ahead int) error {
	if r.Config.Offline {
		return r.fail(exit.Unreachable, operator.SyncOffline.In(r.Lang))
	}
	src, err := r.Wiring.Sources(ctx)
	if err != nil {
		return err
	}
	if src.Portal == nil {
		return r.fail(exit.Failed, operator.SyncNoPortal.In(r.Lang))
	}
	if r.Config.UsesSample() && !r.JSON {
		r.tell(operator.SampleNote.In(r.Lang))
	}
	r.tellServices()
	r.EndsItself()
	kept := r.Wiring.Store()
	bar := newProgress(r)
	report, err := kept.Sync(ctx, src.Portal, bar.show)
	bar.end()
	r.tellNotices(kept.Notices()) //nolint:contextcheck // the file is open by now
	if err != nil {
		return r.broken(ctx, err)
	}
	listed := r.Wiring.Traffic().Requests
	fetched, cut := 0, error(nil)
	if ahead > 0 {
		fetched, cut = kept.Ahead(ctx, src.Portal, ahead, bar.show)
		bar.end()
	}
	decided, undecided := r.Wiring.SyncDecisions(ctx, func(done, of int) { bar.show(store.Progress{Phase: store.PhaseDetails, Done: done, Total: of}) })
	bar.end()
	cost := r.Wiring.Traffic()
	units, noUnits := r.Wiring.SyncUnits(ctx, src)
	rated, unrated := r.Wiring.SyncQuality(ctx, src)
	news, noNews := r.Wiring.SyncNews(ctx, src)
	if err := r.report(ctx, report, listed, fetched, decided, cost, units, rated, news); err != nil {
		return err
	}
	if undecided != nil && ctx.Err() == nil {
		r.tell(operator.SyncDecisionsCut.In(r.Lang), r.why(undecided))
	}
	if noUnits != nil && ctx.Err() == nil {
		// The catalogue is complete; units are asked for when somebody looks for them.
		r.tell(operator.SyncNoUnits.In(r.Lang), r.why(noUnits))
	}
	if noNews != nil && ctx.Err() == nil {
		r.tell(operator.SyncNoNews.In(r.Lang), r.why(noNews))
	}
	if unrated != nil && ctx.Err() == nil {
		r.tell(fmt.Sprintf(operator.SyncNoQuality.In(r.Lang), r.number(rated.Answers)), r.why(unrated))
	}
	if cut != nil && ctx.Err() == nil {
		// The list is complete; missing details are fetched when they are asked for.
		r.tell(fmt.Sprintf(operator.SyncDetailsCut.In(r.Lang), r.number(fetched)), r.why(cut))
	}
	return ctx.Err()
}

// Changes lists what the syncs changed, the last one first, without earlier ones that
// changed nothing. It asks no portal. A catalogue that was never synced is
// exit.NotFound.
func (r *Run) Changes(ctx context.Context) error {
	history, err := r.Wiring.Store().History(ctx)
	var none *store.NoStoreError
	switch {
	case errors.As(err, &none):
		return r.broken(ctx, err)
	case err != nil:
		return err
	case len(history) == 0:
		return r.fail(exit.NotFound, operator.SyncNever.In(r.Lang))
	}
	now := time.Now()
	for i, c := range history {
		if r.JSON {
			err = r.changesJSON(c)
		} else {
			err = r.changesPlain(c, now, i > 0)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// tellServices says which catalogue a sync fills when a service on this machine has its
// own: otherwise root would not find the new data in the service.
func (r *Run) tellServices() {
	own := r.Wiring.Store().Path()
	if own == "" || r.Config.Store.Dir != "" || r.Config.UsesSample() || r.JSON {
		return
	}
	for _, u := range deploy.UnitsBeside(r.Services, filepath.Dir(own)) {
		r.tell(fmt.Sprintf(operator.SyncOtherStore.In(r.Lang), clean.Line(filepath.Dir(own)), u.Name, u.State(r.Services), u.Run(r.Program, nil, "sync")))
	}
}

// tellNotices reports what happened to the file.
func (r *Run) tellNotices(notices []store.Notice) {
	for _, n := range notices {
		if n.Kind == store.NoticeCorrupt {
			r.tell(fmt.Sprintf(operator.SyncCorrupt.In(r.Lang), clean.Line(n.Aside)))
		}
	}
}

// tell writes sentences for a person.
func (r *Run) tell(lines ...string) {
	for _, l := range lines {
		_, _ = fmt.Fprintln(r.Err, l)
	}
}

// write writes the result.
func (r *Run) write(lines []string) error {
	_, err := fmt.Fprintln(r.Out, strings.Join(lines, "\n"))
	return err
}

func (r *Run) texts() *text.Texts { return text.For(r.Lang) }

func (r *Run) number(n int) string { return r.texts().Number(int64(n)) }
