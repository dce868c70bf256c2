package line

import (
	"context"
	"errors"
	"fmt"

	"motcua/client"
	"motcua/client/code"
)

// The codes that a process ends with. They stand here and nowhere else: the commands,
// the SSH server and the manual page take them from here.
//
// Of several dossiers the worst code counts, in the order 1, 4, 2, 3, 0: a fault
// first, then what may go better next time, then what the asker has to mend.
const (
	ExitAnswered    = 0
	ExitFailed      = 1
	ExitUsage       = 2
	ExitNotFound    = 3
	ExitUnreachable = 4 // no portal could be reached, and nothing was kept

	// 128 and the number of a signal, as shells count.
	ExitHungUp      = 128 + 1  // SIGHUP
	ExitInterrupted = 128 + 2  // SIGINT
	ExitTerminated  = 128 + 15 // SIGTERM
)

// ExitError carries the exit code of a run. What went wrong was already said on
// Deps.Err in the reader's language, so callers print nothing more.
type ExitError struct{ Code int }

func (e *ExitError) Error() string { return fmt.Sprintf("exit code %d", e.Code) }

// ExitCode is the code with which a process ends after err.
func ExitCode(err error) int {
	var exit *ExitError
	switch {
	case err == nil:
		return ExitAnswered
	case errors.As(err, &exit):
		return exit.Code
	default:
		return ExitFailed
	}
}

// exitOf is the exit code of one look-up.
func exitOf(err error) int {
	var wrong *code.Error
	switch {
	case err == nil:
		return ExitAnswered
	case errors.As(err, &wrong), errors.Is(err, code.ErrProcedure), errors.Is(err, client.ErrUnjudged):
		return ExitUsage
	case errors.Is(err, client.ErrNotFound):
		return ExitNotFound
	case errors.Is(err, client.ErrUnavailable), errors.Is(err, client.ErrOffline), errors.Is(err, context.DeadlineExceeded):
		return ExitUnreachable
	default:
		return ExitFailed
	}
}

// worse keeps the worse of two exit codes.
func worse(a, b int) int {
	rank := [...]int{ExitAnswered: 0, ExitNotFound: 1, ExitUsage: 2, ExitUnreachable: 3, ExitFailed: 4}
	if rank[b] > rank[a] {
		return b
	}
	return a
}
