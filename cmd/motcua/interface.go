package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/review"
	"motcua/client/sandbox"
	"motcua/kiosk/terminal"
	"motcua/tui"
	"motcua/tui/line"
	"motcua/tui/text"
)

// runInterface opens the interface in this terminal.
func (a *app) runInterface(ctx context.Context) error {
	if a.cfgErr != nil {
		return a.cfgErr
	}
	if !isTerminal(a.in) || !isTerminal(a.out) {
		return &usageError{a.needTerminal(), "motcua"}
	}
	service, err := a.open(ctx)
	if err != nil {
		return err
	}
	a.endsItself() // the terminal is put back first
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // look-ups under way end with the interface

	var program *tea.Program
	opts := a.interfaceOptions(ctx, service)
	opts.Staff = a.cfg.Interface.Staff
	if dir := stateDir(os.Getenv); opts.Staff && dir != "" {
		opts.Marks = marksOf{marksIn(dir), review.Desk}
	}
	opts.Leave = func() { go program.Quit() } // asked within Update, which Quit waits for
	out, _ := fileOf(a.out)
	program = tea.NewProgram(tui.New(opts), tea.WithContext(ctx), tea.WithOutput(terminal.NewFile(out)))
	_, err = program.Run()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return context.Canceled
	}
	return err
}

// needTerminal names what answers without a terminal: the verbs.
func (a *app) needTerminal() string {
	names := line.VerbNames(func(line.Verb) bool { return true })
	last := len(names) - 1
	return fmt.Sprintf(a.words.needTerminal, strings.Join(names[:last], ", "), names[last])
}

func (a *app) interfaceOptions(ctx context.Context, service *client.Service) tui.Options {
	kept := a.store()
	kept.Len(ctx) // read now: the first page waits for nothing
	opts := tui.Options{
		Context: ctx, Service: service,
		Lang: a.lang, Theme: a.cfg.Interface.Theme,
		Name: a.cfg.Place.Name, Office: a.cfg.Office(), Desk: a.cfg.Place.Desk,
		Catalogue: kept.Known, Sample: service.Sample(),
	}
	opts.DossierPage = dossierPages(a.cfg, a.src.api)
	opts.Traffic, opts.CopyAsOf = a.meter.Sources, kept.AsOf
	opts.Changes = a.changes
	if service.Sample() {
		for _, s := range sandbox.Samples() {
			opts.Samples = append(opts.Samples, tui.Sample{
				Code: s.Code, Proof: s.Proof,
				Shows: func(l text.Lang) string {
					if l == text.EN {
						return s.Shows.EN
					}
					return s.Shows.VI
				},
			})
		}
	}
	return opts
}
