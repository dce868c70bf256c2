package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"motcua/kiosk/config"
	"motcua/tui/line"
	"motcua/tui/text"
)

// usageError is wrong usage in a sentence.
type usageError struct{ sentence, path string }

func (e *usageError) Error() string { return e.sentence }

func (a *app) usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), cmd.CommandPath()}
}

// exitCode says what was not said yet and gives the code to end with.
func (a *app) exitCode(err error) int {
	if o, ok := a.out.(*output); ok && o.failed != nil {
		a.tell(fmt.Sprintf(a.words.unwritten, a.reason(o.failed)))
		return line.ExitCode(o.failed)
	}
	var said *line.ExitError
	var wrong *usageError
	var bad *config.Error
	var failed *sentenceError
	switch {
	case err == nil, errors.As(err, &said):
		return line.ExitCode(err)
	case errors.As(err, &wrong):
		a.tell(wrong.sentence, fmt.Sprintf(text.For(a.lang).Line.SeeHelp, wrong.path))
		return line.ExitUsage
	case errors.As(err, &bad):
		a.tell(bad.Sentences(a.lang)...)
		if bad.Usage() {
			return line.ExitUsage
		}
	case errors.As(err, &failed):
		a.tell(failed.sentence)
	default:
		a.tell(fmt.Sprintf(a.words.surprise, err))
	}
	return line.ExitCode(err)
}

// sentenceError is a failure that is already in the person's words.
type sentenceError struct{ sentence string }

func (e *sentenceError) Error() string { return e.sentence }

func (a *app) fail(format string, args ...any) error {
	return &sentenceError{fmt.Sprintf(format, args...)}
}

// tell writes sentences beside the answers.
func (a *app) tell(lines ...string) {
	for _, l := range lines {
		_, _ = fmt.Fprintln(a.err, l)
	}
}

// flagError says in the person's words what is wrong with a flag.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	return a.usage(cmd, "%s", line.FlagProblem(&text.For(a.lang).Line, err))
}
