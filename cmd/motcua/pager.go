package main

import (
	"bytes"
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
	held    bytes.Buffer
	run     *exec.Cmd
	in      io.WriteCloser
	left    bool // the person left the pager: the rest is not wanted
}

// hold begins to keep lines back until it is known how many there are.
func (p *pager) hold() { p.holding = true }

func (p *pager) Write(b []byte) (int, error) {
	switch {
	case p.left:
		return len(b), nil
	case p.in != nil:
		if _, err := p.in.Write(b); err != nil {
			p.left = true
		}
		return len(b), nil
	case !p.holding:
		return p.out.Write(b)
	}
	p.held.Write(b)
	if bytes.Count(p.held.Bytes(), []byte("\n")) < p.rows {
		return len(b), nil
	}
	p.holding = false
	if p.start() != nil {
		return len(b), p.release()
	}
	if _, err := p.in.Write(p.held.Bytes()); err != nil {
		p.left = true
	}
	p.held.Reset()
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

// release writes what was held back to the terminal.
func (p *pager) release() error {
	p.holding = false
	_, err := p.out.Write(p.held.Bytes())
	p.held.Reset()
	return err
}

// close ends the answer and waits until the person leaves the pager.
func (p *pager) close() {
	switch {
	case p == nil:
	case p.in != nil:
		_ = p.in.Close()
		_ = p.run.Wait()
		p.in = nil
		p.left = true
	case p.holding:
		_ = p.release()
	}
}
