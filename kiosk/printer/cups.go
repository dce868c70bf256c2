package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"time"

	"motcua/tui"
)

// cups is a queue of CUPS on this machine, worked by its own commands.
type cups struct {
	*patience
	queue string
}

// state asks for the queue's state and its printer's.
func (q *cups) state(ctx context.Context) error {
	out, err := q.run(ctx, nil, "lpstat", "-l", "-p", q.queue)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return because(tui.PrinterAbsent, err)
	}
	return queueProblem(out)
}

// jobName is in what lp says: "request id is desk-12 (1 file(s))".
var jobName = regexp.MustCompile(`request id is (\S+-\d+)`)

// send puts a job into the queue and waits until it has left it. One that does
// not leave is taken back: nobody will stand there when it comes out.
func (q *cups) send(ctx context.Context, j job) error {
	out, err := q.run(ctx, j.data, "lp", "-d", q.queue, "-o", "raw", "-t", "motcua")
	if err != nil {
		return because(tui.PrinterAbsent, err)
	}
	named := jobName.FindStringSubmatch(out)
	if named == nil {
		return because(tui.PrinterAbsent, fmt.Errorf("lp names no job: %.80q", out))
	}
	until := time.Now().Add(q.stall + q.printing(j.rows))
	for first := true; ; first = false {
		waiting, err := q.waits(ctx, named[1])
		if err == nil && !waiting {
			return nil
		}
		if err == nil && !first { // the state before the first look is the one from before the job
			err = q.state(ctx)
		}
		if err == nil && !time.Now().Before(until) {
			err = because(tui.PrinterBusy, errors.New("the job does not leave the queue"))
		}
		if err != nil {
			_, _ = q.run(ctx, nil, "cancel", named[1])
			return err
		}
		<-time.After(q.poll)
	}
}

// waits tells whether a job is still in the queue.
func (q *cups) waits(ctx context.Context, job string) (bool, error) {
	out, err := q.run(ctx, nil, "lpstat", "-W", "not-completed", "-o", q.queue)
	if err != nil {
		return false, because(tui.PrinterAbsent, err)
	}
	for line := range strings.Lines(out) {
		if name, _, _ := strings.Cut(line, " "); name == job {
			return true, nil
		}
	}
	return false, nil
}

// run runs a command of CUPS and gives what it says.
func (q *cups) run(ctx context.Context, in []byte, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, q.open)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // one of three names, and arguments that were checked
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = append(cmd.Environ(), "LC_ALL=C") // its answers are read here
	cmd.WaitDelay = time.Second
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %.200q", err, exit.Stderr)
		}
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(out), nil
}

// alerts are the printer-state-reasons of IPP (RFC 8011, 5.4.12) that keep a
// receipt printer from printing, in the order in which they are told. They come
// with -error, -warning or -report at their end.
var alerts = []struct {
	words  []string
	reason tui.PrintReason
}{
	{[]string{"cover-open", "door-open", "interlock-open"}, tui.PrinterCover},
	{[]string{"media-empty", "media-needed"}, tui.PrinterPaper},
	{[]string{"media-jam", "cutter", "trimmer"}, tui.PrinterJam},
	{[]string{"connecting-to-device", "offline", "timed-out", "shutdown", "stopped"}, tui.PrinterAbsent},
	{[]string{"paused", "moving-to-paused", "stopping"}, tui.PrinterBusy},
}

// queueProblem reads what lpstat -l -p says, in the C locale:
//
//	printer desk is idle.  enabled since Tue Nov 24 08:14:00 2026
//		Alerts: media-empty-error
func queueProblem(out string) error {
	first, rest, _ := strings.Cut(out, "\n")
	var reasons []string
	for line := range strings.Lines(rest) {
		if a, ok := strings.CutPrefix(strings.TrimSpace(line), "Alerts:"); ok {
			reasons = strings.FieldsFunc(a, func(r rune) bool { return r == ' ' || r == ',' })
		}
	}
	for _, a := range alerts {
		for _, r := range reasons {
			r, soft := strings.CutSuffix(r, "-report")
			r, warns := strings.CutSuffix(r, "-warning")
			if soft || warns {
				continue // it goes on printing
			}
			for _, w := range a.words {
				if strings.HasPrefix(r, w) {
					return because(a.reason, errors.New("the queue says "+w))
				}
			}
		}
	}
	if strings.Contains(first, " now printing ") {
		// What the scheduler's own ways to a printer say while they wait for it; of
		// an idle queue it may be of long ago.
		for _, says := range []string{"may not exist", "unreachable", "not responding", "become available", "Unable to locate"} {
			if strings.Contains(rest, says) {
				return because(tui.PrinterAbsent, errors.New("the queue does not reach it"))
			}
		}
	}
	if strings.Contains(first, " disabled since") {
		return because(tui.PrinterBusy, errors.New("the queue is stopped"))
	}
	return nil
}
