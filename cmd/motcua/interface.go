package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/terminal"
	"motcua/kiosk/wire"
	"motcua/tui"
	"motcua/tui/line"
	"motcua/tui/line/outfile"
	"motcua/tui/line/verb"
	"motcua/tui/page"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// runInterface opens the interface in this terminal, with a page above the first one unless
// it is nil.
func runInterface(ctx context.Context, s *session, first page.Intent) error {
	if s.cfgErr != nil {
		return s.cfgErr
	}
	if !isTerminal(s.in) || !isTerminal(s.out) {
		return &usageError{needTerminal(s.lang), "motcua"}
	}
	opened, err := s.open(ctx)
	if err != nil {
		return err
	}
	s.endsItself() // the terminal is reset first
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // running look-ups end with the interface

	var program *tea.Program
	opts := opened.Interface(ctx, s.cfg)
	opts.Staff = s.cfg.Interface.Staff
	if state := config.StateDir(os.Getenv); opts.Staff && state != "" {
		opts.Marks = wire.MarkedBy(state, review.Desk)
		opts.Keeper = wire.Followed(state)
	}
	opts.Signatures = s.cfg.Verify.Opener(s.lists(), s.cfg.Offline)
	opts.Write = outfile.Write
	opts.Leave = func() { go program.Quit() } // Leave is called within Update, and Quit waits for Update
	out, _ := fileOf(s.out)
	root := tui.New(opts)
	if first != nil {
		root.Open(first)
	}
	program = tea.NewProgram(root, tea.WithContext(ctx), tea.WithOutput(terminal.NewFile(out)))
	_, err = program.Run()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return context.Canceled
	}
	return err
}

// needTerminal names the commands that work without a terminal.
func needTerminal(l text.Lang) string {
	names := line.VerbNames(func(verb.Verb) bool { return true })
	last := len(names) - 1
	return fmt.Sprintf(operator.NeedTerminal.In(l), strings.Join(names[:last], ", "), names[last])
}
