package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"os/signal"
	"slices"
	"syscall"

	"motcua/kiosk/printer"
	"motcua/tui"
)

// slipFlag makes a process print one slip.
const slipFlag = "slip"

// slipPrinter prints each slip by a process of its own: a person who has finished takes
// the process that draws along, and their slip comes out all the same. It ends when the
// paper is out, and what it knew with it.
type slipPrinter struct {
	program string
	args    []string
}

// printed is what became of a slip; an empty one came out.
type printed struct {
	Reason tui.PrintReason `json:"reason,omitempty"`
	Error  string          `json:"error,omitempty"`
}

// Print waits until the slip is out. When ctx ends before anything was sent, it is not
// printed.
func (s slipPrinter) Print(ctx context.Context, slip tui.Slip) error {
	body, err := json.Marshal(slip)
	if err != nil {
		return err
	}
	cmd := exec.Command(s.program, append(slices.Clone(s.args), "--"+slipFlag)...) //nolint:gosec,noctx // this very program; it outlives ctx
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = in.Close() })
	defer stop()
	if _, err = in.Write(append(body, '\n')); err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	var p printed
	err = errors.Join(err, json.NewDecoder(out).Decode(&p))
	_ = in.Close()
	if err = errors.Join(err, cmd.Wait()); err != nil {
		return err
	}
	switch {
	case p.Reason != "":
		return &tui.PrintError{Reason: p.Reason, Err: errors.New(p.Error)}
	case p.Error != "":
		return errors.New(p.Error)
	}
	return nil
}

// printSlip prints the slip that stands on standard input. The end of that input says
// that nobody waits for it any more.
func (a *app) printSlip(ctx context.Context) error {
	a.endsItself()
	signal.Ignore(syscall.SIGTERM, syscall.SIGHUP) // paper that is not cut is of no use; every wait has an end
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	in := json.NewDecoder(a.in)
	var slip tui.Slip
	if err := in.Decode(&slip); err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(io.Discard, io.MultiReader(in.Buffered(), a.in))
		cancel()
	}()
	c := a.cfg.Kiosk.Printer
	c.Turn = kioskFile("printer.lock")
	p, err := printer.New(c)
	if err == nil {
		err = p.Print(ctx, slip)
	}
	var done printed
	var why *tui.PrintError
	if errors.As(err, &why) {
		done.Reason = why.Reason
		if why.Err != nil {
			done.Error = why.Err.Error()
		}
	} else if err != nil {
		done.Error = err.Error()
	}
	return json.NewEncoder(a.out).Encode(done)
}
