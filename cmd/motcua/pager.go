package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
)

// pager writes an answer that is longer than the terminal to the person's pager, the command
// in $PAGER. A shorter one is written as it is, and without $PAGER nothing is held back.
type pager struct {
	out     io.Writer
	file    *os.File // the terminal
	rows    int      // of the terminal
	command string
	begins  func() // called when the pager gets the keyboard

	holding bool
	held    bytes.Buffer // what nobody is known to have read
	run     *exec.Cmd
	in      io.WriteCloser
	left    bool // the person left the pager: the rest is not wanted
}

// pipeMost is more than any pipe takes before somebody reads it (64 KiB on Linux and macOS).
const pipeMost = 1 << 17

// errLeft ends a command whose remaining answer nobody wants to read.
var errLeft = errors.New("the person left the pager")

// hold begins to keep lines back until it is known how many there are.
func (p *pager) hold() { p.holding = true }

func (p *pager) Write(b []byte) (int, error) {
	switch {
	case p.left:
		return 0, errLeft
	case p.in == nil && !p.holding:
		return p.out.Write(b)
	case p.holding || p.held.Len() < pipeMost:
		p.held.Write(b)
	}
	rest := b
	if p.holding {
		if bytes.Count(p.held.Bytes(), []byte("\n")) < p.rows {
			return len(b), nil
		}
		p.holding = false
		if p.start() != nil {
			return len(b), p.release()
		}
		rest = p.held.Bytes()
	}
	if _, err := p.in.Write(rest); err != nil {
		return len(b), p.end()
	}
	return len(b), nil
}

// start runs the pager as the shell would, as git does: $PAGER may have options of its own.
// less shows colours, ends with a short text and leaves it on the screen (-FRX), unless $LESS
// says otherwise.
func (p *pager) start() error {
	p.run = exec.Command("sh", "-c", p.command) //nolint:gosec,noctx // the person's own command; they end it
	p.run.Stdout, p.run.Stderr = p.file, os.Stderr
	p.run.Env = os.Environ()
	if _, set := os.LookupEnv("LESS"); !set {
		p.run.Env = append(p.run.Env, "LESS=FRX")
	}
	in, err := p.run.StdinPipe()
	if err != nil {
		return err
	}
	if err := p.run.Start(); err != nil {
		return err
	}
	p.in = in
	p.begins()
	return nil
}

// end waits until the person leaves the pager. Where the shell could not run the command
// (126, 127: POSIX, 2.8.2), nothing was shown, and the terminal gets the answer.
func (p *pager) end() error {
	_ = p.in.Close()
	p.in = nil
	var failed *exec.ExitError
	if err := p.run.Wait(); errors.As(err, &failed) && (failed.ExitCode() == 126 || failed.ExitCode() == 127) {
		return p.release()
	}
	p.left = true
	return nil
}

// release writes what was held back to the terminal.
func (p *pager) release() error {
	p.holding = false
	_, err := p.out.Write(p.held.Bytes())
	p.held.Reset()
	return err
}

// close ends the answer.
func (p *pager) close() {
	switch {
	case p == nil:
	case p.in != nil:
		_ = p.end()
	case p.holding:
		_ = p.release()
	}
}
