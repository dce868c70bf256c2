package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/national"
	"motcua/client/store"
)

// store is the catalogue on this machine. Its file is opened when it is first
// asked: a look-up of one dossier does without.
func (a *app) store() *store.Store {
	if a.kept == nil {
		opts := store.Options{FreshFor: a.cfg.Store.Refresh, Portal: national.DefaultSource, Name: store.FileName("national", a.cfg.National.URL), Panicked: a.reports.panicked}
		if a.cfg.UsesSample() {
			// Made-up answers never mix with real ones.
			opts.Portal, opts.Name = samplePortal, "sample"
			// The portal is in this process: asking it costs nothing, and it
			// changes with the program.
			opts.FreshFor = time.Nanosecond
		}
		dir := a.cfg.Store.Dir
		if dir == "" {
			dir = stateDir(os.Getenv)
		}
		a.kept = store.Later(dir, opts)
		a.closeLater(func() { _ = a.kept.Close() })
	}
	return a.kept
}

// stateDir is where the program keeps what lasts: the folder that systemd made
// for its service, the state folder of the XDG base directories, or the local
// application data of Windows. It is empty when the environment names none.
func stateDir(getenv func(string) string) string {
	// systemd.exec(5): several folders are separated by colons.
	if dir, _, _ := strings.Cut(getenv("STATE_DIRECTORY"), ":"); filepath.IsAbs(dir) {
		return dir
	}
	for _, place := range []struct {
		env   string
		below string
	}{
		{"XDG_STATE_HOME", ""},
		{"LocalAppData", ""},
		{"HOME", filepath.Join(".local", "state")},
	} {
		// A relative path counts as none (XDG Base Directory Specification).
		if dir := getenv(place.env); filepath.IsAbs(dir) {
			return filepath.Join(dir, place.below, "motcua")
		}
	}
	return ""
}

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
