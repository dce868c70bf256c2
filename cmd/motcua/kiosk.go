package main

import (
	"context"
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/kiosk/config"
	"motcua/tui"
)

// kioskFlags are flags of kiosk that decide the configuration.
var kioskFlags = []string{"scanner", "printer"}

// kioskCommand is `motcua kiosk`: the interface locked for a lobby.
func (a *app) kioskCommand() *cobra.Command {
	w := kioskWords
	cmd := &cobra.Command{
		Use: "kiosk", Short: w.short.in(a.lang), Long: w.long.in(a.lang), Example: "motcua kiosk\nmotcua kiosk --scanner /dev/ttyACM0\nmotcua kiosk pin",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(cmd, args[0])
			}
			return a.runKiosk(cmd.Context())
		},
	}
	// Their values were read with the configuration.
	cmd.Flags().String("scanner", a.cfg.Kiosk.Scanner, w.flagScanner.in(a.lang))
	cmd.Flags().String("printer", a.cfg.Kiosk.Printer, w.flagPrinter.in(a.lang))
	return cmd
}

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
	return nil
}

// runKiosk shows the interface of the lobby in this terminal.
func (a *app) runKiosk(ctx context.Context) error {
	if err := a.kioskReady(); err != nil {
		return err
	}
	service, err := a.open(ctx)
	if err != nil {
		return err
	}
	a.endsItself() // the terminal is put back first
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	opts := a.interfaceOptions(ctx, service)
	opts.Kiosk = kioskOptions(a.cfg, service)
	program := tea.NewProgram(tui.New(opts), tea.WithContext(ctx), tea.WithFilter(keepRunning))
	_, err = program.Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return context.Canceled
	}
	return err
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

// kioskOptions are the lobby's part of the interface, as far as the
// configuration decides it. It hangs on to no device.
func kioskOptions(c config.Config, service *client.Service) *tui.Kiosk {
	return &tui.Kiosk{
		Hours: c.Hours, Queue: c.Queue, News: c.News,
		Idle: c.Kiosk.Idle.Std(), Countdown: c.Kiosk.Countdown.Std(),
		Forget: service.Forget,
	}
}
