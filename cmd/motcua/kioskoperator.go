package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

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

// Syncing tells that the parent brings the catalogue up to date.
func (o *kioskOperator) Syncing() bool { return o.link.Syncing() }

// Sync has the parent bring the catalogue up to date: that takes longer than a person
// stays.
func (o *kioskOperator) Sync(ctx context.Context, told func(done, total int)) error {
	return o.syncError(o.link.Sync(ctx, told))
}
