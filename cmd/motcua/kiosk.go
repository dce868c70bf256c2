package main

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"motcua/kiosk/config"
	kiosk "motcua/kiosk/lobby"
	"motcua/kiosk/supervise"
	"motcua/tui/line/exit"
	"motcua/tui/text/operator"
)

// kioskFlags are flags of kiosk that belong to the configuration.
var kioskFlags = []string{"scanner", "printer"}

// kioskCommand returns `motcua kiosk`: the interface locked for a lobby.
func kioskCommand(s *session) *cobra.Command {
	r, restarts, slip := kioskRun{s}, -1, false
	cmd := &cobra.Command{
		Use: "kiosk", Short: operator.KioskShort.In(s.lang), Long: operator.KioskLong.In(s.lang), Example: "motcua kiosk\nmotcua kiosk --scanner /dev/ttyACM0\nmotcua kiosk pin",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return s.unknownCommand(cmd, args[0])
			}
			switch {
			case slip:
				return r.slip(cmd.Context())
			case restarts >= 0:
				return r.show(cmd.Context(), restarts)
			default:
				return r.supervise(cmd.Context())
			}
		},
	}
	// Their values were read together with the configuration.
	cmd.Flags().String("scanner", s.cfg.Kiosk.Scanner.Device, operator.KioskFlagScanner.In(s.lang))
	cmd.Flags().String("printer", s.cfg.Kiosk.Printer.Address, operator.KioskFlagPrinter.In(s.lang))
	cmd.Flags().IntVar(&restarts, restartsFlag, -1, "")
	cmd.Flags().BoolVar(&slip, slipFlag, false, "")
	_ = cmd.Flags().MarkHidden(restartsFlag)
	_ = cmd.Flags().MarkHidden(slipFlag)
	cmd.AddCommand(kioskPINCommand(&s.console), kioskClipsCommand(s))
	return cmd
}

// restartsFlag makes a process the child of a supervisor. Its value is how often a child
// had to be started again today.
const restartsFlag = "restarts"

// slipFlag makes a process print one slip.
const slipFlag = "slip"

// kioskRun is one process of a kiosk.
type kioskRun struct{ *session }

// ready returns what prevents a kiosk from being shown at all.
func (r kioskRun) ready() error {
	switch {
	case r.cfgErr != nil:
		return r.cfgErr
	case !isTerminal(r.in) || !isTerminal(r.out):
		return &usageError{operator.KioskNeedTerminal.In(r.lang), "motcua kiosk"}
	case os.Getenv("TEA_TRACE") != "":
		return r.fail("%s", operator.Trace.In(r.lang))
	}
	if err := r.cfg.CheckFiles(config.StateDir(os.Getenv)); err != nil {
		return r.fail("%s", r.fault(err))
	}
	return r.needsSecrets()
}

// options returns the options of each process of the kiosk.
func (r kioskRun) options() kiosk.Options {
	in, _ := r.in.(*os.File)
	return kiosk.Options{
		Config: r.cfg, State: config.StateDir(os.Getenv), Wiring: r.wiring,
		In: in, Out: r.screen(), Err: r.err, ErrShown: isTerminal(r.err), Environ: os.Environ(), Getenv: os.Getenv,
		Child: func(restarts int) []string {
			return append(slices.Clone(r.args), "--"+restartsFlag, strconv.Itoa(restarts))
		},
		Slip: []string{"kiosk", "--" + slipFlag},
	}
}

// supervise starts children, one after the other, until one ends for good.
func (r kioskRun) supervise(ctx context.Context) error {
	if err := r.ready(); err != nil {
		return err
	}
	r.endsItself()
	// Ctrl-C is an ordinary key here.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	r.onHangUp(cancel)
	err := kiosk.Supervise(ctx, r.options())
	if errors.Is(err, supervise.ErrTold) {
		// 0 means that staff left the kiosk; the process that started us must be able to
		// tell the two apart.
		return &exit.Error{Code: exit.Terminated}
	}
	return err
}

// show runs a child.
func (r kioskRun) show(ctx context.Context, restarts int) error {
	if err := r.ready(); err != nil {
		return err
	}
	r.endsItself() // the terminal is reset first
	code, err := kiosk.Show(context.WithoutCancel(ctx), r.options(), restarts)
	if err != nil || code == 0 {
		return err
	}
	return &exit.Error{Code: code}
}

func (r kioskRun) slip(ctx context.Context) error {
	r.endsItself()
	return kiosk.PrintSlip(ctx, r.in, r.out)
}
