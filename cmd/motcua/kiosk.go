package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"motcua/client/review"
	"motcua/kiosk/supervise"
	"motcua/tui/line"
)

// kioskFlags are flags of kiosk that decide the configuration.
var kioskFlags = []string{"scanner", "printer"}

// kioskCommand is `motcua kiosk`: the interface locked for a lobby.
func (a *app) kioskCommand() *cobra.Command {
	w := kioskWords
	restarts, slip := -1, false
	cmd := &cobra.Command{
		Use: "kiosk", Short: w.short.in(a.lang), Long: w.long.in(a.lang), Example: "motcua kiosk\nmotcua kiosk --scanner /dev/ttyACM0\nmotcua kiosk pin",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(cmd, args[0])
			}
			switch {
			case slip:
				return a.printSlip(cmd.Context())
			case restarts >= 0:
				return a.runKiosk(cmd.Context(), restarts)
			default:
				return a.superviseKiosk(cmd.Context())
			}
		},
	}
	// Their values were read with the configuration.
	cmd.Flags().String("scanner", a.cfg.Kiosk.Scanner.Device, w.flagScanner.in(a.lang))
	cmd.Flags().String("printer", a.cfg.Kiosk.Printer.Address, w.flagPrinter.in(a.lang))
	cmd.Flags().IntVar(&restarts, restartsFlag, -1, "")
	cmd.Flags().BoolVar(&slip, slipFlag, false, "")
	_ = cmd.Flags().MarkHidden(restartsFlag)
	_ = cmd.Flags().MarkHidden(slipFlag)
	cmd.AddCommand(a.kioskPINCommand(), a.kioskClipsCommand())
	return cmd
}

// restartsFlag makes a process the child of a supervisor, which tells by it how
// often a child had to be started again today.
const restartsFlag = "restarts"

// kioskReady tells what keeps a kiosk from being shown at all.
func (a *app) kioskReady() error {
	switch {
	case a.cfgErr != nil:
		return a.cfgErr
	case !isTerminal(a.in) || !isTerminal(a.out):
		return &usageError{kioskWords.needTerminal.in(a.lang), "motcua kiosk"}
	case os.Getenv("TEA_TRACE") != "":
		return a.fail("%s", kioskWords.trace.in(a.lang))
	}
	if err := a.filesShut(stateDir(os.Getenv)); err != nil {
		return a.fail("%s", a.fault(err))
	}
	return a.needsSecrets()
}

// superviseKiosk is the parent: it keeps a child at work until that leaves for
// good.
func (a *app) superviseKiosk(ctx context.Context) error {
	if err := a.kioskReady(); err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	a.endsItself()
	// Ctrl-C is a key like any other here.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	a.onHangUp(cancel)
	logTo := a.kioskLog()
	log := slog.New(slog.NewTextHandler(logTo, nil))
	a.logReviews(log, review.Read(a.cfg.Papers.File, trusted)) // once, and not by each child
	keeper := newKeeper(a, log)
	defer keeper.start(ctx)()
	out, _ := fileOf(a.out)
	err = supervise.Run(ctx, supervise.Options{
		Command: func(restarts int) *exec.Cmd {
			cmd := exec.Command(program, append(slices.Clone(a.args), "--"+restartsFlag, strconv.Itoa(restarts))...) //nolint:gosec,noctx // this very program; package supervise ends it
			// The library would write the text of a panic to a file.
			cmd.Env = append(os.Environ(), "TEA_DEBUG=")
			return cmd
		},
		In: a.in.(*os.File), Out: out, Waiting: waitingWords,
		Count: &supervise.Count{File: kioskFile("kiosk-restarts.json")},
		Log:   log, CrashTo: logTo, Sync: keeper.sync,
		Notify: supervise.NewNotifier(os.Getenv),
	})
	if errors.Is(err, supervise.ErrTold) {
		// 0 is for staff who left it: whoever started us must tell the two apart.
		return &line.ExitError{Code: line.ExitTerminated}
	}
	return err
}

// waitingWords stand on the screen while an interface that dies again and again
// is held back. It may be read in either language.
func waitingWords() []string {
	w := kioskWords
	return []string{w.waiting.vi, w.waitingAsk.vi, w.waiting.en, w.waitingAsk.en}
}

// kioskFile is a file of the kiosk's own in the state folder, "" without one.
func kioskFile(name string) string {
	dir := stateDir(os.Getenv)
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, name)
}

// kioskLog is where the kiosk's log goes: standard error, unless that is the
// screen of the lobby.
func (a *app) kioskLog() io.Writer {
	if !isTerminal(a.err) {
		return a.err
	}
	name := kioskFile("kiosk.log")
	if name == "" {
		return io.Discard
	}
	f := &supervise.LogFile{Name: name}
	a.closeLater(func() { _ = f.Close() })
	return f
}
