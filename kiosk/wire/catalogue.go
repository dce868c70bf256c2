package wire

import (
	"context"
	"log/slog"
	"time"

	"motcua/client/national"
	"motcua/client/store"
)

// Store returns the catalogue on this machine. Its file is opened at the first use, because
// a look-up of one dossier does not need it.
func (w *Wiring) Store() *store.Store {
	if w.kept == nil {
		opts := store.Options{FreshFor: w.cfg.Store.Refresh, Portal: national.DefaultSource, Name: store.FileName("national", w.cfg.National.URL), Panicked: w.Reports.panicked}
		if w.cfg.UsesSample() {
			// Sample answers never mix with real ones.
			opts.Portal, opts.Name = samplePortal, "sample"
			// The sample portal is in this process: a request costs nothing, and its data
			// changes only with the program.
			opts.FreshFor = time.Nanosecond
			opts.Pause = func() time.Duration { return 0 }
		}
		dir := w.cfg.Store.Dir
		if dir == "" {
			dir = string(w.state)
		}
		w.kept = store.Later(dir, opts)
		w.closeLater(func() { _ = w.kept.Close() })
	}
	return w.kept
}

// DetailsAhead is how many of the most used procedures are fetched in full before anybody
// asks: births and marriages are among them.
const DetailsAhead = 200

// KeepFresh updates the catalogue for as long as a process serves people, see
// store.KeepFresh. then, which may be nil, is called when there is a newer catalogue. The
// results also tell the service whether the portal answers. stop ends the updates and waits
// for them.
func (o *Opened) KeepFresh(ctx context.Context, log *slog.Logger, then func()) (stop func()) {
	w, portal := o.wiring, o.Sources.Portal
	every := w.cfg.Store.Refresh
	// The sample portal's data changes only with the program.
	if every <= 0 || portal == nil || w.cfg.Offline || w.cfg.UsesSample() {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.Store().KeepFresh(ctx, portal, store.Refresh{Every: every, Details: DetailsAhead, Did: func(r store.Refreshed) {
			logRefresh(log, r)
			o.heardOfPortal(r.Report, r.Err)
			if r.Report.Kept > 0 {
				w.refreshUnits(ctx, log, o.Sources)
				w.refreshQuality(ctx, log, o.Sources)
				w.refreshNews(ctx, log, o.Sources)
			}
			if r.Report.Kept > 0 && then != nil {
				then()
			}
			if r.Report.Kept > 0 {
				w.keepDecisions(ctx, log)
			}
		}})
	}()
	return func() {
		cancel()
		<-done
	}
}

func logRefresh(log *slog.Logger, r store.Refreshed) {
	if r.Report.Kept == 0 {
		log.Warn("the catalogue could not be updated", "error", r.Err, "next", r.Next.Format(time.RFC3339))
		return
	}
	log.Info("the catalogue was updated", "procedures", r.Report.Kept, "new", r.Report.New, "amended", r.Report.Amended,
		"gone", r.Report.Gone, "requests", r.Report.Requests, "details", r.Details)
	if r.Err != nil {
		log.Warn("the details of some procedures could not be fetched ahead", "fetched", r.Details, "error", r.Err)
	}
}
