package lobby

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"motcua/client"
	"motcua/kiosk/doctor"
	"motcua/kiosk/pin"
	"motcua/kiosk/supervise"
)

// operator implements what staff can do behind the PIN.
type operator struct {
	doctor.Panel
	screen *screen
	guard  *pin.Guard
	portal client.SourceName // the source of the catalogue; zero: there is none
}

// newOperator returns nil without a PIN in the configuration.
func (k *screen) newOperator() (*operator, error) {
	hashed := k.cfg.Kiosk.PINHash.Reveal()
	if hashed == "" {
		return nil, nil
	}
	kept := pinNote{link: k.link, note: k.shown.Notes[notePIN]}
	if name := k.opts.State.File(pinName); name != "" && os.MkdirAll(filepath.Dir(name), 0o700) == nil {
		kept.file = pin.File(name)
	}
	guard, err := pin.NewGuard(hashed, kept, nil)
	if err != nil {
		return nil, err
	}
	o := &operator{screen: k, guard: guard, Panel: doctor.Panel{
		Size: func() (columns, rows int) {
			t := doctor.TerminalOf(k.opts.Out, k.opts.Environ)
			return t.Width, t.Height
		},
		Store: k.opts.Wiring.Store(), Built: doctor.Built(), Now: time.Now, InStep: doctor.ClockInStep,
	}}
	if k.src != nil && k.src.Portal != nil {
		o.portal = k.src.Portal.Source()
	}
	return o, nil
}

// Open checks a PIN.
func (o *operator) Open(typed string) (ok bool, wait time.Duration) {
	ok, wait = o.guard.Try(typed)
	if ok {
		o.screen.log.Info("operator's page opened")
	} else {
		o.screen.log.Warn("wrong PIN", "wait_seconds", wait.Seconds())
	}
	return ok, wait
}

// Restart ends the interface and starts it again.
func (o *operator) Restart() { o.screen.end(supervise.ExitRestart) }

// Leave ends it for good.
func (o *operator) Leave() { o.screen.end(supervise.ExitLeave) }

// Syncing reports whether the parent is updating the catalogue.
func (o *operator) Syncing() bool { return o.screen.link.Syncing() }

// Sync asks the parent to update the catalogue, because that takes longer than a person
// stays.
func (o *operator) Sync(ctx context.Context, told func(done, total int)) error {
	return o.syncError(o.screen.link.Sync(ctx, told))
}
