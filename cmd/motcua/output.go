package main

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// output is standard output. It remembers why something could not be written, so
// that whichever command ran the reason is said once; see exitCode.
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

// fileOf is the file behind a stream of the program, for what only a file can do.
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

// isTerminal tells whether a person reads what is written there.
func isTerminal(stream any) bool {
	f, ok := fileOf(stream)
	return ok && term.IsTerminal(f.Fd())
}

// width is how many columns the terminal has; 0 without one.
func (a *app) width() int {
	if !isTerminal(a.out) {
		return 0
	}
	f, _ := fileOf(a.out)
	columns, _, _ := term.GetSize(f.Fd())
	return columns
}
