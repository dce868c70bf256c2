package lobby

import (
	"context"
	"io"
	"log/slog"
	"os/exec"
	"strconv"
	"sync"
	"time"
)

// letters runs the configured program that sets the size of the terminal's letters. No
// terminal of a kiosk has a control sequence for it that needs no preparation: foot has none
// (its issue 1472 asks for one), and xterm's OSC 50 takes the font's name and must be allowed.
// So the program knows the terminal, and this package only the percentage.
type letters struct {
	program string
	environ []string
	out     io.Writer // the terminal
	log     *slog.Logger
	mu      sync.Mutex // one size after the other
}

// lettersTime limits a run of the program.
const lettersTime = 2 * time.Second

func (o Options) letters(log *slog.Logger) *letters {
	return &letters{program: o.Config.Kiosk.Letters, environ: o.Environ, out: o.Out, log: log}
}

// run runs the program and returns what it printed.
func (l *letters) run(ctx context.Context, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, lettersTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, l.program, args...) //nolint:gosec // the operator's own program
	cmd.Env = l.environ
	cmd.WaitDelay = lettersTime / 4
	return cmd.Output()
}

// can reports whether the program can set the letters of this terminal.
func (l *letters) can(ctx context.Context) bool {
	if l.program == "" {
		return false
	}
	_, err := l.run(ctx)
	if err != nil {
		l.log.Warn("the letters keep their size", "program", l.program, "error", err)
	}
	return err == nil
}

// set sets the size of the letters, in percent of the configured one.
func (l *letters) set(percent int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	// Without a person's context: the usual size is set when everything else of them has ended.
	sequences, err := l.run(context.Background(), strconv.Itoa(percent))
	if err == nil && len(sequences) > 0 {
		_, err = l.out.Write(sequences)
	}
	if err != nil {
		l.log.Error("the size of the letters cannot be set", "percent", percent, "error", err)
	}
	return err
}

// mend sets the configured size after an interface that died. Where that does not work, can
// has said so.
func (l *letters) mend(ctx context.Context) {
	if l.program == "" {
		return
	}
	if sequences, err := l.run(context.WithoutCancel(ctx), "100"); err == nil {
		_, _ = l.out.Write(sequences)
	}
}
