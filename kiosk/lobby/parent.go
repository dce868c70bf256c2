package lobby

import (
	"context"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"slices"

	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/supervise"
	"motcua/kiosk/wire"
	"motcua/tui/text"
)

// Options are what each process of a kiosk needs.
type Options struct {
	Config  config.Config
	State   config.State
	Wiring  *wire.Wiring
	In, Out *os.File // the terminal of the lobby
	Err     io.Writer
	Environ []string // of this process
	Getenv  func(string) string
	// ErrShown says that Err is the screen of the lobby.
	ErrShown bool

	// Child returns the arguments of a child process; restarts is how often a child had to
	// be started again today.
	Child func(restarts int) []string
	// Slip is the arguments of a process that prints a slip.
	Slip []string
}

// Supervise is the parent: it starts children, one after the other, until one ends for
// good. Errors are those of supervise.Run.
func Supervise(ctx context.Context, o Options) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	logTo, closeLog := o.logTo()
	defer closeLog()
	log := slog.New(slog.NewTextHandler(logTo, nil))
	wire.LogSkipped(log, o.Config)
	wire.LogReviews(log, review.Read(o.Config.Papers.File, wire.Trusted)) // here, so that not each child logs it
	o.Wiring.Reports.Begin(log, nil)
	keeper := newKeeper(o, log)
	defer keeper.start(ctx)()
	alive, stopReport := newReport(o, log)
	defer stopReport()
	letters := o.letters(log)
	letters.mend(ctx) // a parent that was killed may have left them large
	return supervise.Run(ctx, supervise.Options{
		Command: func(restarts int) *exec.Cmd {
			cmd := exec.Command(program, o.Child(restarts)...) //nolint:gosec,noctx // this very program; package supervise ends it
			// With TEA_DEBUG the library would write the text of a panic to a file.
			cmd.Env = append(slices.Clone(o.Environ), "TEA_DEBUG=")
			return cmd
		},
		In: o.In, Out: o.Out, Waiting: waitingWords, Mend: func() { letters.mend(ctx) },
		Count: &supervise.Count{File: o.State.File(restartsName)},
		Log:   log, CrashTo: logTo, Sync: keeper.sync,
		Notify: supervise.NewNotifier(o.Getenv), Alive: alive,
	})
}

// The kiosk's own files in the state folder.
const (
	logName      = "kiosk.log"
	restartsName = "kiosk-restarts.json"
	pinName      = "kiosk-pin.json"
	printerName  = "printer.lock"
)

// waitingWords are the lines on the screen while an interface that crashes repeatedly is
// kept waiting. They are in both languages, because nobody has chosen one.
func waitingWords() []string {
	w, ask := text.MachineStarting, text.MachineStartingAsk
	return []string{w.In(text.VI), ask.In(text.VI), w.In(text.EN), ask.In(text.EN)}
}

// logTo returns where the log goes: standard error, unless that is the screen of the lobby.
func (o Options) logTo() (to io.Writer, done func()) {
	if !o.ErrShown {
		return o.Err, func() {}
	}
	name := o.State.File(logName)
	if name == "" {
		return io.Discard, func() {}
	}
	f := &supervise.LogFile{Name: name}
	return f, func() { _ = f.Close() }
}
