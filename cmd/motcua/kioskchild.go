package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/kiosk/doctor"
	"motcua/kiosk/guard"
	"motcua/kiosk/supervise"
	"motcua/kiosk/terminal"
	"motcua/tui"
	"motcua/tui/input"
	"motcua/tui/line"
	"motcua/tui/typing"
)

// kioskRun is the interface of the lobby at work.
type kioskRun struct {
	*app
	service  *client.Service
	program  *tea.Program
	operator *kioskOperator // nil without a PIN
	log      *slog.Logger   // read by the parent
	link     *supervise.Link
	kept     bool // budgets are in the state folder, and outlive the process
	code     int  // to end with, see package supervise
}

// runKiosk readies the interface of the lobby, waits until the terminal is its own, and
// shows it to one person; restarts is how often one had to be started again today.
func (a *app) runKiosk(ctx context.Context, restarts int) error {
	if err := a.kioskReady(); err != nil {
		return err
	}
	k := &kioskRun{app: a, log: slog.New(slog.NewTextHandler(a.err, nil)), code: 1, link: supervise.Inherit()}
	a.endsItself() // the terminal is put back first
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel() // look-ups under way end with the interface
	var err error
	a.trust = trusted
	if k.service, err = a.open(ctx); err != nil {
		k.log.Error("interface cannot start", "error", err)
		return err
	}
	opts := a.interfaceOptions(ctx, k.service)
	k.rehearse(opts) //nolint:contextcheck // it asks nobody
	if n, ok := k.link.Wait(ctx); !ok {
		return nil // nobody ever saw it
	} else if k.link != nil {
		restarts = n
	}
	if !isTerminal(a.err) {
		// Without this the log of the parent would not tell why no child lives.
		defer func() { k.log.Info("interface ended", "code", k.code) }()
	}
	keepOutages(k.service, k.log, kioskFile("kiosk-outages.json"))
	a.reports.begin(k.log, nil)
	budget, closeBudget, err := k.kioskBudget()
	if err != nil {
		k.log.Error("interface cannot start", "error", err)
		return err
	}
	k.closeLater(closeBudget)
	opts.Service = atKiosk{k.service, budget}
	if err = k.options(&opts, restarts); err != nil { //nolint:contextcheck // the voice ends with the process
		k.log.Error("interface cannot start", "error", err)
		return err
	}

	out, _ := fileOf(a.out)
	k.program = tea.NewProgram(supervise.Guard(tui.New(opts), k.crashed), tea.WithOutput(terminal.NewFile(out)),
		tea.WithInput(keysOfLobby(a.in)), tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFilter(k.link.Filter(keepRunning)))
	go k.link.Beat(ctx, k.program.Send)
	go k.obey(ctx, k.link.Lost())
	go k.forgetOld(ctx)
	if s := k.startScanner(ctx); k.operator != nil {
		k.operator.Scanner = s
	}
	if _, err = k.program.Run(); err != nil {
		k.log.Error("interface failed", "error", err)
	}
	return &line.ExitError{Code: k.code}
}

// rehearse draws the first screen for nobody, so that what it needs is there when
// somebody waits for it.
func (k *kioskRun) rehearse(o tui.Options) {
	k.kioskOptions(&o)
	m, _ := tui.New(o).Update(tea.WindowSizeMsg{Width: doctor.KioskColumns, Height: doctor.KioskRows})
	_ = m.View()
}

// closeMost is how long what is open may take to close while the next person waits.
const closeMost = time.Second

// replace ends the process, and with it all that it knows of the person: another one,
// which never saw them, takes the terminal over.
func (k *kioskRun) replace() {
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		k.close()
	}()
	select {
	case <-closed:
	case <-time.After(closeMost): // a voice that does not fall silent
	}
	os.Exit(supervise.ExitForget)
}

// crashed writes down what may be told of a panic and ends the process at once:
// the parent puts the terminal back.
func (k *kioskRun) crashed(kind, stack string) {
	k.log.Error("interface panicked", "type", kind, "stack", stack)
	os.Exit(supervise.ExitPanicked)
}

// obey ends the interface when the parent says so or is gone.
func (k *kioskRun) obey(ctx context.Context, orphaned <-chan struct{}) {
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(end)
	select {
	case <-end:
	case <-orphaned:
	case <-ctx.Done():
		return
	}
	k.program.Quit()
}

// end ends the interface with a code that the parent knows.
func (k *kioskRun) end(code int) {
	k.code = code
	go k.program.Quit() // asked within Update, which Quit waits for
}

// forgetOld drops answers over their age while nobody asks for new ones.
func (k *kioskRun) forgetOld(ctx context.Context) {
	tick := time.NewTicker(forgetEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			k.service.ForgetOld()
		}
	}
}

// keysOfLobby is what may reach the decoder of keys of what a lobby's keyboard,
// scanner and terminal send: a code on paper may hold any character, and some rows
// of them would end the program or give the screen another size (package guard). A
// keyboard has no rate that would have to be bounded; pastes are by input.EndPastes,
// which tells half of one from a whole, and so have to end there first.
func keysOfLobby(r io.Reader) io.Reader {
	const roomy = 1 << 20
	f := guard.New(guard.Options{BytesPerMinute: -1, PasteBytes: roomy, PasteIdle: 900 * time.Millisecond})
	return input.EndPastes(r, f.Sieve())
}

// keepRunning drops what would stop the program on behalf of somebody at the
// keyboard. Signals from outside come another way.
func keepRunning(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg, tea.InterruptMsg:
		return nil
	}
	return msg
}

// options add the lobby's part to those of the interface.
func (k *kioskRun) options(o *tui.Options, restarts int) error {
	k.kioskOptions(o)
	o.Kiosk.Restarts = restarts
	if k.kept {
		o.Kiosk.Replace = k.replace
	} else {
		// What is tried and guessed would be forgotten together with the person.
		o.Kiosk.Forget = k.service.Forget
	}
	var err error
	if k.operator, err = k.newOperator(); err != nil {
		return err
	}
	if k.operator != nil { // a nil pointer in an interface would not be nil
		o.Kiosk.Operator = k.operator
	}
	k.addDevices(o.Kiosk)
	return nil
}

// kioskOptions add what the configuration decides by itself; it hangs on to no
// device.
func (a *app) kioskOptions(o *tui.Options) {
	c := a.cfg
	o.Kiosk = &tui.Kiosk{
		Hours: c.Hours, Queue: c.Queue, News: c.News,
		Idle: c.Kiosk.Idle, Countdown: c.Kiosk.Countdown,
		FindProcedure: procedureByID,
	}
	// Load has checked both names.
	o.Typing, _ = typing.ParseMethod(string(c.Kiosk.Typing))
	o.Tones, _ = typing.ParseToneStyle(string(c.Kiosk.Tones))
}
