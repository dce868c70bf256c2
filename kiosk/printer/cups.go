package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"motcua/tui/device"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// cups is a CUPS queue on this machine, driven with CUPS's own commands.
type cups struct {
	*timeouts
	queue string
}

// state queries the state of the queue and of its printer.
func (q *cups) state(ctx context.Context) error {
	out, err := q.run(ctx, nil, "lpstat", "-l", "-p", q.queue)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return because(device.PrinterAbsent, err)
	}
	return queueProblem(out)
}

// jobName matches the job name in lp's output: "request id is desk-12 (1 file(s))".
var jobName = regexp.MustCompile(`request id is (\S+-\d+)`)

// send puts a job into the queue and waits until it has left it. A job that stays
// in the queue is cancelled: the person will be gone when it comes out.
func (q *cups) send(ctx context.Context, j job) error {
	out, err := q.run(ctx, j.data, "lp", "-d", q.queue, "-o", "raw", "-t", "motcua")
	if err != nil {
		return because(device.PrinterAbsent, err)
	}
	named := jobName.FindStringSubmatch(out)
	if named == nil {
		return because(device.PrinterAbsent, fmt.Errorf("lp did not name the job: %.80q", out))
	}
	until := time.Now().Add(q.stall + q.printing(j.rows))
	for first := true; ; first = false {
		waiting, err := q.waits(ctx, named[1])
		if err == nil && !waiting {
			return nil
		}
		if err == nil && !first { // the first state may still be from before the job
			err = q.state(ctx)
		}
		if err == nil && !time.Now().Before(until) {
			err = because(device.PrinterBusy, errors.New("the job did not leave the queue"))
		}
		if err != nil {
			_, _ = q.run(ctx, nil, "cancel", named[1])
			return err
		}
		<-time.After(q.poll)
	}
}

// waits reports whether a job is still in the queue.
func (q *cups) waits(ctx context.Context, job string) (bool, error) {
	out, err := q.run(ctx, nil, "lpstat", "-W", "not-completed", "-o", q.queue)
	if err != nil {
		return false, because(device.PrinterAbsent, err)
	}
	for line := range strings.Lines(out) {
		if name, _, _ := strings.Cut(line, " "); name == job {
			return true, nil
		}
	}
	return false, nil
}

// run runs a CUPS command and returns its output.
func (q *cups) run(ctx context.Context, in []byte, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, q.open)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // one of three fixed names, with checked arguments
	cmd.Stdin = bytes.NewReader(in)
	cmd.Env = append(cmd.Environ(), "LC_ALL=C") // the output is parsed, so it must not be translated
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

// alerts are the printer-state-reasons of IPP (RFC 8011, 5.4.12) that keep a receipt
// printer from printing, the most important one first. In lpstat's output they may end in
// -error, -warning or -report.
var alerts = []struct {
	words  []string
	reason device.PrintReason
}{
	{[]string{"cover-open", "door-open", "interlock-open"}, device.PrinterCover},
	{[]string{"media-empty", "media-needed"}, device.PrinterPaper},
	{[]string{"media-jam", "cutter", "trimmer"}, device.PrinterJam},
	{[]string{"connecting-to-device", "offline", "timed-out", "shutdown", "stopped"}, device.PrinterAbsent},
	{[]string{"paused", "moving-to-paused", "stopping"}, device.PrinterBusy},
}

// queueProblem parses the output of lpstat -l -p in the C locale:
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
				continue // the printer keeps printing
			}
			for _, w := range a.words {
				if strings.HasPrefix(r, w) {
					return because(a.reason, errors.New("the queue reports "+w))
				}
			}
		}
	}
	if strings.Contains(first, " now printing ") {
		// CUPS's back ends report this while they wait for a printer. On an idle queue the
		// message may be old.
		for _, says := range []string{"may not exist", "unreachable", "not responding", "become available", "Unable to locate"} {
			if strings.Contains(rest, says) {
				return because(device.PrinterAbsent, errors.New("the queue cannot reach its printer"))
			}
		}
	}
	if strings.Contains(first, " disabled since") {
		return because(device.PrinterBusy, errors.New("the queue is stopped"))
	}
	return nil
}
