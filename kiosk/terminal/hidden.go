package terminal

import (
	"io"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"
)

// ReadHidden reads a line from a terminal without echo. It writes the prompt, and a newline at
// the end, to told.
func ReadHidden(tty *os.File, told io.Writer, prompt string) (string, error) {
	state, err := term.GetState(tty.Fd())
	if err != nil {
		return "", err
	}
	// Ctrl-C ends the program at once. The terminal's echo must be restored before that.
	interrupt, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Stop(interrupt)
	defer close(done)
	newline := func() { _, _ = io.WriteString(told, "\n") }
	go func() {
		select {
		case <-interrupt:
			_ = term.Restore(tty.Fd(), state)
			newline()
		case <-done:
		}
	}()
	_, _ = io.WriteString(told, prompt)
	typed, err := term.ReadPassword(tty.Fd())
	newline() // the Enter was not echoed
	return string(typed), err
}
