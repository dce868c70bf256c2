package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"motcua/client/store"
	"motcua/kiosk/doctor"
	"motcua/kiosk/pin"
	"motcua/kiosk/supervise"
)

// kioskOperator is what staff can do behind the PIN.
type kioskOperator struct {
	*kioskRun
	doctor.Panel
	guard *pin.Guard
}

// newOperator is nil without a PIN in the configuration.
func (k *kioskRun) newOperator() (*kioskOperator, error) {
	hashed := k.cfg.Kiosk.PINHash.Reveal()
	if hashed == "" {
		return nil, nil
	}
	var kept pin.State
	if name := kioskFile("kiosk-pin.json"); name != "" && os.MkdirAll(filepath.Dir(name), 0o700) == nil {
		kept = pin.File(name)
	}
	guard, err := pin.NewGuard(hashed, kept, nil)
	if err != nil {
		return nil, err
	}
	return &kioskOperator{kioskRun: k, guard: guard, Panel: doctor.Panel{
		Size:  func() (columns, rows int) { t := k.terminal(); return t.Width, t.Height },
		Store: k.store(), Built: built(), Now: time.Now, InStep: doctor.ClockInStep,
	}}, nil
}

// Open checks a PIN.
func (o *kioskOperator) Open(typed string) (ok bool, wait time.Duration) {
	ok, wait = o.guard.Try(typed)
	if ok {
		o.log.Info("operator's page opened")
	} else {
		o.log.Warn("wrong PIN", "wait_seconds", wait.Seconds())
	}
	return ok, wait
}

// Restart ends the interface, to come back.
func (o *kioskOperator) Restart() { o.end(supervise.ExitRestart) }

// Leave ends it for good.
func (o *kioskOperator) Leave() { o.end(supervise.ExitLeave) }

// Sync brings the catalogue up to date, at the same gentle pace as motcua sync.
func (o *kioskOperator) Sync(ctx context.Context, told func(done, total int)) error {
	w := kioskWords
	if o.src.portal == nil {
		return o.fail("%s", w.noPortal.in(o.lang))
	}
	r, err := o.store().Sync(ctx, o.src.portal, func(p store.Progress) { told(p.Done, p.Total) })
	o.heardOfPortal(o.service, r, err)
	switch {
	case errors.Is(err, store.ErrSyncing):
		return o.fail("%s", w.syncBusy.in(o.lang))
	case err != nil:
		o.log.Warn("sync broke off", "error", err)
		return err
	}
	o.log.Info("catalogue brought up to date", "procedures", r.Kept, "new", r.New, "amended", r.Amended, "gone", r.Gone)
	return nil
}
