package main

import (
	"errors"
	"io"
	"os"

	"github.com/charmbracelet/x/term"

	"motcua/kiosk/terminal"
	"motcua/tui/text"
)

// console is the program's input and output and its language there.
type console struct {
	in       io.Reader
	out, err io.Writer
	lang     text.Lang

	// hungUp is closed when the terminal that shows the answers is gone; nil when there is
	// none.
	hungUp <-chan struct{}

	// endsItself is called by a command that ends on its own when its context ends.
	endsItself func()
}

// output is standard output. It stores the first write error, so that the reason is
// reported once whatever command ran; see exitCode.
type output struct {
	file   *os.File
	failed error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.file.Write(p)
	if err != nil && o.failed == nil {
		o.failed = err
	}
	return n, err
}

// fileOf returns the file behind a stream of the program, for what only works with files.
func fileOf(stream any) (*os.File, bool) {
	switch s := stream.(type) {
	case *os.File:
		return s, true
	case *output:
		return s.file, true
	default:
		return nil, false
	}
}

// screen returns the file behind standard output, nil when there is none.
func (c *console) screen() *os.File {
	f, _ := fileOf(c.out)
	return f
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := fileOf(stream)
	return ok && term.IsTerminal(f.Fd())
}

// columnsOf returns the number of columns of the terminal that a stream is; 0 when it is
// none.
func columnsOf(stream any) int {
	if !isTerminal(stream) {
		return 0
	}
	f, _ := fileOf(stream)
	columns, _, _ := term.GetSize(f.Fd())
	return columns
}

var errNoTerminal = errors.New("there is no terminal to ask on")

// askProof asks for a proof without echo. Standard input may be a pipe, so it asks at the
// terminal that controls the process.
func (c *console) askProof(prompt string) (string, error) {
	tty, err := c.personsTerminal()
	if err != nil {
		return "", err
	}
	if tty != c.in {
		defer func() { _ = tty.Close() }()
	}
	return terminal.ReadHidden(tty, c.err, prompt)
}

// personsTerminal returns standard input if that is a terminal, otherwise the controlling
// terminal.
func (c *console) personsTerminal() (*os.File, error) {
	if f, ok := c.in.(*os.File); ok && isTerminal(f) {
		return f, nil
	}
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return nil, errNoTerminal
	}
	return tty, nil
}
