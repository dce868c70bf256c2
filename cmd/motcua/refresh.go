package main

import (
	"context"
	"log/slog"
	"time"

	"motcua/client"
	"motcua/client/store"
)

// keepFresh brings the catalogue up to date while a process serves people for
// months, see store.KeepFresh. then is called when there is a newer one; nil:
// nobody. service hears how the portal does. stop ends it and waits for that.
func (a *app) keepFresh(ctx context.Context, service *client.Service, log *slog.Logger, then func()) (stop func()) {
	every := a.cfg.Store.Refresh
	// The sample portal changes with the program alone.
	if every <= 0 || a.src.portal == nil || a.cfg.Offline || a.cfg.UsesSample() {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.store().KeepFresh(ctx, a.src.portal, store.Refresh{Every: every, Details: detailsAhead, Did: func(r store.Refreshed) {
			logRefresh(log, r)
			a.heardOfPortal(service, r.Report, r.Err)
			if r.Report.Kept > 0 && then != nil {
				then()
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
		log.Warn("catalogue not brought up to date", "error", r.Err, "next", r.Next.Format(time.RFC3339))
		return
	}
	log.Info("catalogue brought up to date", "procedures", r.Report.Kept, "new", r.Report.New, "amended", r.Report.Amended,
		"gone", r.Report.Gone, "requests", r.Report.Requests, "details", r.Details)
	if r.Err != nil {
		log.Warn("details not fetched ahead of need", "fetched", r.Details, "error", r.Err)
	}
}
