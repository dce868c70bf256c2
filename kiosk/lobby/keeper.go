package lobby

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"motcua/client"
	"motcua/client/store"
	"motcua/kiosk/wire"
	"motcua/tui/text"
	words "motcua/tui/text/operator"
)

// keeper keeps a kiosk's catalogue up to date, in the parent process, which runs all the
// time and knows nothing about people.
type keeper struct {
	opts Options
	log  *slog.Logger
	open func() (*wire.Opened, error) // opens it at the first call
	ctx  context.Context
}

func newKeeper(o Options, log *slog.Logger) *keeper {
	k := &keeper{opts: o, log: log}
	k.open = sync.OnceValues(func() (*wire.Opened, error) { return o.Wiring.Open(k.ctx) })
	return k
}

// start keeps the catalogue up to date until ctx ends; stop waits for that.
func (k *keeper) start(ctx context.Context) (stop func()) {
	k.ctx = ctx
	if k.opts.Config.Offline || k.opts.Config.UsesSample() { // the sample portal changes only with the program
		return func() {}
	}
	opened, err := k.open()
	if err != nil { // each child logs it, too
		k.log.Error("the catalogue is not kept up to date", "error", err)
		return func() {}
	}
	return opened.KeepFresh(ctx, k.log, nil)
}

// Reasons why an update of the catalogue stopped. Parent and child exchange them as text.
var (
	errSyncNoPortal = errors.New("no portal")
	errSyncBusy     = errors.New("busy")
	errSyncDown     = errors.New("down")
	errSyncFailed   = errors.New("failed")
)

// sync updates the catalogue when the operator asks for it, at the same low request rate as
// motcua sync.
func (k *keeper) sync(ctx context.Context, told func(done, total int)) error {
	opened, err := k.open()
	if err != nil || opened.Sources.Portal == nil {
		return errSyncNoPortal
	}
	r, err := k.opts.Wiring.Store().Sync(ctx, opened.Sources.Portal, func(p store.Progress) { told(p.Done, p.Total) })
	switch {
	case errors.Is(err, store.ErrSyncing):
		return errSyncBusy
	case errors.Is(err, client.ErrUnavailable):
		k.log.Warn("the sync stopped", "error", err)
		return errSyncDown
	case err != nil:
		k.log.Warn("the sync stopped", "error", err)
		return errSyncFailed
	}
	k.log.Info("the catalogue was updated", "procedures", r.Kept, "new", r.New, "amended", r.Amended, "gone", r.Gone)
	return nil
}

// syncError returns the reason in words for the operator. Any error that is not one of the
// above becomes a sentence about an unexpected fault.
func (o *operator) syncError(err error) error {
	switch {
	case err == nil:
		return nil
	case err.Error() == errSyncNoPortal.Error():
		return saidError{words.KioskNoPortal}
	case err.Error() == errSyncBusy.Error():
		return saidError{words.KioskSyncBusy}
	case err.Error() == errSyncDown.Error() && o.portal != (client.SourceName{}):
		return &client.UnavailableError{Source: o.portal}
	}
	return err
}

// saidError is an error with a message in the operator's language.
type saidError struct{ text.Said }

func (e saidError) Error() string           { return e.In(text.VI) }
func (e saidError) Says(l text.Lang) string { return e.In(l) }
