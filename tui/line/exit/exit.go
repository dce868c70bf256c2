// Package exit has the exit codes of the process: the commands, the SSH server and the manual
// page use these.
package exit

import (
	"context"
	"errors"
	"fmt"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
)

// The exit codes. They are declared only here.
//
// For several dossiers the worst code is used, in the order 1, 4, 2, 3, 0: first a fault,
// then what may work next time, then what the person has to correct.
const (
	Answered    = 0
	Failed      = 1
	Usage       = 2
	NotFound    = 3
	Unreachable = 4 // no portal could be reached, and no answer was stored

	// 128 plus the number of a signal, as in shells.
	HungUp      = 128 + 1  // SIGHUP
	Interrupted = 128 + 2  // SIGINT
	Terminated  = 128 + 15 // SIGTERM
)

// Words returns the exit codes with their descriptions, for the manual pages.
func Words(l text.Lang) map[int]string {
	w := &text.For(l).Manual.Exits
	return map[int]string{
		Answered: w.Answered, Failed: w.Failed, Usage: w.Usage, NotFound: w.NotFound, Unreachable: w.Unreachable,
		HungUp: w.HungUp, Interrupted: w.Interrupted, Terminated: w.Terminated,
	}
}

// Error carries the exit code of a run. The error was already written to Deps.Err in
// the reader's language, so callers print nothing more.
type Error struct{ Code int }

func (e *Error) Error() string { return fmt.Sprintf("exit code %d", e.Code) }

// CodeOf returns the exit code for err.
func CodeOf(err error) int {
	var exit *Error
	switch {
	case err == nil:
		return Answered
	case errors.As(err, &exit):
		return exit.Code
	default:
		return Failed
	}
}

// Of returns the exit code of one look-up.
func Of(err error) int {
	var wrong *code.Error
	switch {
	case err == nil:
		return Answered
	case errors.As(err, &wrong), errors.Is(err, code.ErrProcedure), errors.Is(err, client.ErrUnjudged):
		return Usage
	case errors.Is(err, client.ErrNotFound):
		return NotFound
	case errors.Is(err, client.ErrUnavailable), errors.Is(err, client.ErrOffline), errors.Is(err, context.DeadlineExceeded):
		return Unreachable
	default:
		return Failed
	}
}

// Worse returns the worse of two exit codes.
func Worse(a, b int) int {
	rank := [...]int{Answered: 0, NotFound: 1, Usage: 2, Unreachable: 3, Failed: 4}
	if rank[b] > rank[a] {
		return b
	}
	return a
}
