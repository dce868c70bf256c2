package main

import (
	"context"
	"io"
	"os"

	"github.com/charmbracelet/x/term"

	"motcua/kiosk/doctor"
	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
)

// doctorKiosk is what the doctor tries of a lobby's screen.
func (a *app) doctorKiosk() *doctor.Kiosk {
	c := a.cfg.Kiosk
	k := &doctor.Kiosk{InStep: doctor.ClockInStep, Keyboards: scanner.Keyboards}
	if in, ok := a.in.(*os.File); ok && isTerminal(a.in) && isTerminal(a.out) {
		k.Screen = func(ctx context.Context) (doctor.Screen, error) { return probe(ctx, in, a.out) }
	}
	if c.Scanner.Device != "" {
		k.Scanner = func() error {
			port, err := scanner.Open(c.Scanner.Device, c.Scanner.Baud)
			if err != nil {
				return err
			}
			return port.Close()
		}
	}
	if c.Printer.Address != "" {
		k.Printer = func(ctx context.Context) error {
			p, err := printer.New(c.Printer)
			if err != nil {
				return err
			}
			return p.Check(ctx)
		}
	}
	if c.Speech.Speaks() {
		k.Speech = func(ctx context.Context) error { return speech.Check(ctx, c.Speech) }
	}
	return k
}

// probe asks the terminal while no key is echoed.
func probe(ctx context.Context, in *os.File, out io.Writer) (doctor.Screen, error) {
	found, err := term.MakeRaw(in.Fd())
	if err != nil {
		return doctor.Screen{}, err
	}
	defer func() { _ = term.Restore(in.Fd(), found) }()
	return doctor.Probe(ctx, struct {
		io.Reader
		io.Writer
	}{in, out})
}
