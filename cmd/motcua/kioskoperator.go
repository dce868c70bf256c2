package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/charmbracelet/x/term"

	"motcua/client/facts"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/kiosk/doctor"
	"motcua/kiosk/pin"
	"motcua/kiosk/scanner"
	"motcua/kiosk/supervise"
	"motcua/tui"
	"motcua/tui/text"
)

// kioskOperator is what staff can do behind the PIN.
type kioskOperator struct {
	*kioskRun
	guard   *pin.Guard
	scanner *scanner.Scanner // nil: it types like a keyboard
	// more are the devices that can be asked how they are.
	more []func(context.Context) tui.Health
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
	return &kioskOperator{kioskRun: k, guard: guard}, nil
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
	if o.listed == nil {
		return o.fail("%s", w.noPortal.in(o.lang))
	}
	r, err := o.store().Sync(ctx, o.listed, func(p store.Progress) { told(p.Done, p.Total) })
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

// Health tells how the kiosk's own parts do.
func (o *kioskOperator) Health(ctx context.Context) []tui.Health {
	w := kioskWords
	list := []tui.Health{o.terminalHealth()}
	switch {
	case o.scanner == nil:
		list = append(list, health(w.scanner, true, w.scannerKeys))
	case o.scanner.Present():
		list = append(list, health(w.scanner, true, w.scannerGood))
	case o.scanner.Err() != nil:
		list = append(list, tui.Health{Name: w.scanner.in, Says: doctor.ScannerSays(o.scanner.Device, o.scanner.Err())})
	default:
		list = append(list, health(w.scanner, false, w.scannerAway, o.scanner.Device))
	}
	for _, ask := range o.more {
		list = append(list, ask(ctx))
	}
	return append(list, o.storeHealth(ctx), clockHealth(time.Now()))
}

func (o *kioskOperator) terminalHealth() tui.Health {
	w := kioskWords
	f, ok := o.out.(*os.File)
	if !ok {
		return health(w.terminal, false, w.terminalSmall, 0, 0)
	}
	columns, rows, err := term.GetSize(f.Fd())
	if err != nil || columns < doctor.KioskColumns || rows < doctor.KioskRows {
		return health(w.terminal, false, w.terminalSmall, columns, rows)
	}
	return health(w.terminal, true, w.terminalGood, columns, rows)
}

func (o *kioskOperator) storeHealth(ctx context.Context) tui.Health {
	w := kioskWords
	kept := o.store()
	_ = kept.Len(ctx)                                                       // opens the file
	day := func(l text.Lang) string { return text.For(l).Day(kept.AsOf()) } //nolint:contextcheck // of an interface without one
	says := w.storeGood
	switch {
	case len(kept.Notices()) > 0: //nolint:contextcheck // the file is open by now
		return health(w.store, false, w.storeFile)
	case !kept.Synced(): //nolint:contextcheck // the same
		says = w.storeNever
	}
	return tui.Health{
		Name: w.store.in, Good: true,
		Says: func(l text.Lang) string { return fmt.Sprintf(says.in(l), day(l)) },
	}
}

// clockHealth looks whether the clock can be right, and whether a time server
// keeps it so. Due dates depend on it.
func clockHealth(now time.Time) tui.Health {
	w := kioskWords
	at := now.In(workday.Zone).Format("15:04 02/01/2006")
	made := facts.Shipped().AsOf()
	if b := built(); b.After(made) {
		made = b
	}
	inStep, known := doctor.ClockInStep()
	switch {
	case now.Before(made.Add(-24 * time.Hour)):
		return health(w.clock, false, w.clockPast, at)
	case known && !inStep:
		return health(w.clock, false, w.clockFree, at)
	case known:
		return health(w.clock, true, w.clockGood, at)
	default:
		return health(w.clock, true, said{"%s", "%s"}, at)
	}
}

// health puts a line of the operator's page together.
func health(name said, good bool, says said, args ...any) tui.Health {
	return tui.Health{
		Name: name.in, Good: good,
		Says: func(l text.Lang) string { return fmt.Sprintf(says.in(l), args...) },
	}
}
