package main

import (
	"errors"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"
)

var errNoTerminal = errors.New("no terminal to ask on")

// askProof has a proof typed without echo. Standard input may be a pipe, so a
// person is asked at the terminal that the process belongs to.
func (a *app) askProof(prompt string) (string, error) {
	tty, err := a.personsTerminal()
	if err != nil {
		return "", err
	}
	if tty != a.in {
		defer func() { _ = tty.Close() }()
	}
	state, err := term.GetState(tty.Fd())
	if err != nil {
		return "", err
	}
	// Ctrl-C ends the program at once, which must not leave a terminal behind
	// that shows nothing of what is typed.
	interrupt, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Stop(interrupt)
	defer close(done)
	go func() {
		select {
		case <-interrupt:
			_ = term.Restore(tty.Fd(), state)
			a.tell("")
		case <-done:
		}
	}()
	_, _ = a.err.Write([]byte(prompt))
	typed, err := term.ReadPassword(tty.Fd())
	a.tell("") // the Enter that was not shown
	return string(typed), err
}

// personsTerminal is standard input where that is a terminal, else the
// controlling one.
func (a *app) personsTerminal() (*os.File, error) {
	if f, ok := a.in.(*os.File); ok && isTerminal(f) {
		return f, nil
	}
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return nil, errNoTerminal
	}
	return tty, nil
}
