package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"motcua/client"
	"motcua/client/store"
	"motcua/tui/text"
)

// keeper keeps a kiosk's catalogue up to date, in the process that outlives every
// person and knows none of them.
type keeper struct {
	app  *app
	log  *slog.Logger
	open func() error // the sources, once
	ctx  context.Context
	svc  *client.Service
}

func newKeeper(a *app, log *slog.Logger) *keeper {
	k := &keeper{app: a, log: log}
	k.open = sync.OnceValue(func() (err error) {
		k.svc, err = a.open(k.ctx)
		return err
	})
	return k
}

// start keeps it fresh until ctx is over; stop waits for that.
func (k *keeper) start(ctx context.Context) (stop func()) {
	k.ctx = ctx
	if k.app.cfg.Offline || k.app.cfg.UsesSample() { // the sample portal changes with the program alone
		return func() {}
	}
	if err := k.open(); err != nil { // each child tells it, too
		k.log.Error("the catalogue is not kept up to date", "error", err)
		return func() {}
	}
	return k.app.keepFresh(ctx, k.svc, k.log, nil)
}

// Why an update of the catalogue broke off, as parent and child say it to each other.
var (
	errSyncNoPortal = errors.New("no portal")
	errSyncBusy     = errors.New("busy")
	errSyncDown     = errors.New("down")
	errSyncFailed   = errors.New("failed")
)

// sync brings it up to date at the operator's wish, at the same gentle pace as motcua
// sync.
func (k *keeper) sync(ctx context.Context, told func(done, total int)) error {
	if k.open() != nil || k.app.src.portal == nil {
		return errSyncNoPortal
	}
	r, err := k.app.store().Sync(ctx, k.app.src.portal, func(p store.Progress) { told(p.Done, p.Total) })
	switch {
	case errors.Is(err, store.ErrSyncing):
		return errSyncBusy
	case errors.Is(err, client.ErrUnavailable):
		k.log.Warn("sync broke off", "error", err)
		return errSyncDown
	case err != nil:
		k.log.Warn("sync broke off", "error", err)
		return errSyncFailed
	}
	k.log.Info("catalogue brought up to date", "procedures", r.Kept, "new", r.New, "amended", r.Amended, "gone", r.Gone)
	return nil
}

// syncErrors are those reasons as the operator reads them. What is none of them says
// that something went wrong that nobody expected.
func (o *kioskOperator) syncError(err error) error {
	w := kioskWords
	switch {
	case err == nil:
		return nil
	case err.Error() == errSyncNoPortal.Error():
		return saidError{w.noPortal}
	case err.Error() == errSyncBusy.Error():
		return saidError{w.syncBusy}
	case err.Error() == errSyncDown.Error() && o.src.portal != nil:
		return &client.UnavailableError{Source: o.src.portal.Source()}
	}
	return err
}

// saidError is an error that says itself in the operator's language.
type saidError struct{ said }

func (e saidError) Error() string           { return e.vi }
func (e saidError) Says(l text.Lang) string { return e.in(l) }
