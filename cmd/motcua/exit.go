package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/kiosk/oserror"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/line/manual"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// usageError is wrong usage as a sentence.
type usageError struct{ sentence, path string }

func (e *usageError) Error() string { return e.sentence }

func (c *console) usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), cmd.CommandPath()}
}

// exitCode reports an error that was not reported yet and returns the exit code.
func (c *console) exitCode(err error) int {
	if o, ok := c.out.(*output); ok && o.failed != nil {
		c.tell(fmt.Sprintf(operator.Unwritten.In(c.lang), c.reason(o.failed)))
		return exit.CodeOf(o.failed)
	}
	var said *exit.Error
	var wrong *usageError
	var bad *config.Error
	var failed *sentenceError
	var listen *wire.ListenError
	switch {
	case err == nil, errors.As(err, &said):
		return exit.CodeOf(err)
	case errors.As(err, &wrong):
		c.tell(wrong.sentence, fmt.Sprintf(text.For(c.lang).Line.SeeHelp, wrong.path))
		return exit.Usage
	case errors.As(err, &bad):
		c.tell(bad.Sentences(c.lang)...)
		if bad.Usage() {
			return exit.Usage
		}
	case errors.As(err, &failed):
		c.tell(failed.sentence)
	case errors.As(err, &listen):
		c.tell(fmt.Sprintf(operator.ListenFailed.In(c.lang), clean.Line(listen.Address), c.reason(listen.Err)))
	default:
		c.tell(fmt.Sprintf(operator.Surprise.In(c.lang), err))
	}
	return exit.CodeOf(err)
}

// sentenceError is an error whose text is already in the person's language.
type sentenceError struct{ sentence string }

func (e *sentenceError) Error() string { return e.sentence }

func (c *console) fail(format string, args ...any) error {
	return &sentenceError{fmt.Sprintf(format, args...)}
}

// tell writes sentences to standard error.
func (c *console) tell(lines ...string) {
	for _, l := range lines {
		_, _ = fmt.Fprintln(c.err, l)
	}
}

// flagError says in the person's language what is wrong with a flag.
func (c *console) flagError(cmd *cobra.Command, err error) error {
	return c.usage(cmd, "%s", manual.FlagProblem(&text.For(c.lang).Line, cmd, err))
}

// fault returns the text of a file error in the person's language, if it has a translation.
func (c *console) fault(err error) string { return oserror.Told(err, c.lang) }

// reason returns the cause of an error in the person's language.
func (c *console) reason(err error) string { return oserror.Reason(err, c.lang) }
