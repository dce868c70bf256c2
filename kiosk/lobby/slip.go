package lobby

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"os/signal"
	"syscall"

	"motcua/kiosk/printer"
	"motcua/tui/device"
)

// slipPrinter prints each slip in a process of its own: when a person finishes, the drawing
// process ends, but the slip is still printed. The process ends when the paper is out, and
// its data about the person with it.
type slipPrinter struct {
	program string
	args    []string // of the program, to print a slip
	config  printer.Config
}

// slipJob is the input of such a process. It names the printer that the interface uses,
// even when the configuration has changed since.
type slipJob struct {
	Address string      `json:"address"`
	Dots    int         `json:"dots"`
	Turn    string      `json:"turn"`
	Slip    device.Slip `json:"slip"`
}

// printed is the result of printing a slip; an empty one means success.
type printed struct {
	Reason device.PrintReason `json:"reason,omitempty"`
	Error  string             `json:"error,omitempty"`
}

// Print prints a slip and waits until it is out. When ctx ends before anything was sent,
// nothing is printed.
func (s slipPrinter) Print(ctx context.Context, slip device.Slip) error {
	body, err := json.Marshal(slipJob{s.config.Address, s.config.Dots, s.config.Turn, slip})
	if err != nil {
		return err
	}
	cmd := exec.Command(s.program, s.args...) //nolint:gosec,noctx // this very program; it outlives ctx
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
		return &device.PrintError{Reason: p.Reason, Err: errors.New(p.Error)}
	case p.Error != "":
		return errors.New(p.Error)
	}
	return nil
}

// PrintSlip reads a slip from from, prints it, and writes the result to to. When the input
// ends, nobody waits for the slip any more.
func PrintSlip(ctx context.Context, from io.Reader, to io.Writer) error {
	signal.Ignore(syscall.SIGTERM, syscall.SIGHUP) // a slip must be cut; every wait has a time limit
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	in := json.NewDecoder(from)
	var job slipJob
	if err := in.Decode(&job); err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(io.Discard, io.MultiReader(in.Buffered(), from))
		cancel()
	}()
	p, err := printer.New(printer.Config{Address: job.Address, Dots: job.Dots, Turn: job.Turn})
	if err == nil {
		err = p.Print(ctx, job.Slip)
	}
	var done printed
	var why *device.PrintError
	if errors.As(err, &why) {
		done.Reason = why.Reason
		if why.Err != nil {
			done.Error = why.Err.Error()
		}
	} else if err != nil {
		done.Error = err.Error()
	}
	return json.NewEncoder(to).Encode(done)
}
