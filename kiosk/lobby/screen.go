package lobby

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/doctor"
	"motcua/kiosk/guard"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/supervise"
	"motcua/kiosk/terminal"
	"motcua/kiosk/wire"
	"motcua/tui"
	"motcua/tui/input"
	"motcua/tui/kiosk"
)

// screen is a running interface of the lobby.
type screen struct {
	opts     Options
	cfg      config.Config
	service  *client.Service
	src      *wire.Sources
	opened   *wire.Opened
	program  *tea.Program
	operator *operator    // nil without a PIN
	log      *slog.Logger // the parent reads it
	link     *supervise.Link
	shown    supervise.Shown
	told     *audit.Sources // logs outages
	ledger   *ledger.File   // nil: budgets are not in the state folder, and end with the process
	code     int            // exit code, see package supervise
	closers  []func()
}

// Show prepares the interface of the lobby, waits until it gets the terminal, and shows it
// to one person; restarts is how often a child had to be started again today. It returns
// the exit code, see package supervise, or the error that kept the interface from starting.
func Show(ctx context.Context, o Options, restarts int) (code int, err error) {
	k := &screen{opts: o, cfg: o.Config, log: slog.New(slog.NewTextHandler(o.Err, nil)), code: 1, link: supervise.Inherit()}
	defer k.close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // running look-ups end with the interface
	o.Wiring.Trust = wire.Trusted
	opened, err := o.Wiring.Open(ctx)
	if err != nil {
		k.log.Error("the interface cannot start", "error", err)
		return 0, err
	}
	k.service, k.src, k.opened = opened.Service, opened.Sources, opened
	opts := opened.Interface(ctx, k.cfg)
	k.rehearse(ctx, opts)
	letters := o.letters(k.log)
	enlarges := letters.can(ctx)
	var ok bool
	if k.shown, ok = k.link.Wait(ctx); !ok {
		return 0, nil // it was never shown
	}
	if k.link == nil {
		k.shown.Restarts = restarts
	}
	if !o.ErrShown {
		// Without this line the parent's log would not say why there is no child.
		defer func() { k.log.Info("interface ended", "code", k.code) }()
	}
	k.recall()
	o.Wiring.Reports.Begin(k.log, nil)
	budget, err := k.budget()
	if err != nil {
		k.log.Error("the interface cannot start", "error", err)
		return 0, err
	}
	opts.Service = atKiosk(k.service, budget)
	if err = k.options(&opts); err != nil { //nolint:contextcheck // the voice ends with the process
		k.log.Error("the interface cannot start", "error", err)
		return 0, err
	}
	k.opened.Post(ctx, k.cfg, &opts)
	if enlarges {
		opts.Kiosk.Letters = letters.set
	}

	k.program = tea.NewProgram(supervise.Guard(kiosk.New(opts), k.crashed), tea.WithOutput(terminal.NewFile(o.Out)),
		tea.WithInput(keys(o.In)), tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFilter(k.link.Filter(keepRunning)))
	go k.link.Beat(ctx, k.program.Send)
	go k.obey(ctx, k.link.Lost())
	go wire.ForgetOld(ctx, k.service)
	if s := k.startScanner(ctx); k.operator != nil {
		k.operator.Scanner = s
	}
	if _, err = k.program.Run(); err != nil {
		k.log.Error("interface failed", "error", err)
	}
	return k.code, nil
}

func (k *screen) closeLater(f func()) { k.closers = append(k.closers, f) }

// close closes devices and budgets, then what the configuration opened.
func (k *screen) close() {
	for _, f := range slices.Backward(k.closers) {
		f()
	}
	k.closers = nil
	k.opts.Wiring.Close()
}

// rehearse draws the first screen without output and searches the stored catalogue for a
// word, so that both are loaded when somebody waits for them.
func (k *screen) rehearse(ctx context.Context, o tui.Options) {
	wire.Lobby(k.cfg, &o)
	k.opened.Post(ctx, k.cfg, &o)
	m, _ := kiosk.New(o).Update(tea.WindowSizeMsg{Width: doctor.KioskColumns, Height: doctor.KioskRows})
	_ = m.View()
	_, _ = k.service.Search(ctx, client.Query{Words: "khai sinh", Kept: true})
}

// blankScreen clears the person's page; the parent does the rest.
const blankScreen = "\x1b[2J\x1b[H"

// closeMost is the time limit for closing everything while the next person waits.
const closeMost = time.Second

// replace ends the process, and with it everything it knows about the person: another
// process that never saw them takes over the terminal. It returns without ending where
// tries and budgets cannot be saved, because they would be forgotten as well.
func (k *screen) replace() {
	if k.ledger == nil || k.ledger.WriteNow() != nil {
		return
	}
	_, _ = k.opts.Out.WriteString(blankScreen) // closing may take a moment
	for name, note := range k.notes() {
		k.link.Keep(name, note)
	}
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

// crashed logs the type and stack of a panic and ends the process immediately: the parent
// resets the terminal.
func (k *screen) crashed(kind, stack string) {
	k.log.Error("interface panicked", "type", kind, "stack", stack)
	os.Exit(supervise.ExitPanicked)
}

// obey ends the interface when the parent says so or has ended.
func (k *screen) obey(ctx context.Context, orphaned <-chan struct{}) {
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

// end ends the interface with an exit code that the parent knows.
func (k *screen) end(code int) {
	k.code = code
	go k.program.Quit() // end may be called within Update, and Quit waits for Update
}

// keys returns the input of a lobby's keyboard, scanner and terminal as far as it may reach
// the decoder: a code on paper may contain any character, and some sequences would end the
// program or change the size of the screen (see package guard). A keyboard needs no rate
// limit. Pastes end in input.EndPastes, which recognises partial ones, and so must be ended
// there first.
func keys(r io.Reader) io.Reader {
	const roomy = 1 << 20
	f := guard.New(guard.Options{BytesPerMinute: -1, PasteBytes: roomy, PasteIdle: 900 * time.Millisecond})
	return input.EndPastes(r, f.Sieve())
}

// keepRunning drops messages that would end or suspend the program at the request of
// somebody at the keyboard. Signals from outside arrive another way.
func keepRunning(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg, tea.InterruptMsg:
		return nil
	}
	return msg
}

// options adds the lobby's options to those of the interface.
func (k *screen) options(o *tui.Options) error {
	wire.Lobby(k.cfg, o)
	o.Kiosk.Restarts, o.Kiosk.Replace, o.Kiosk.Forget = k.shown.Restarts, k.replace, k.service.Forget
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
