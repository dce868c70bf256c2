package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"motcua/kiosk/pin"
	"motcua/tui/text/operator"
)

// kioskPINCommand returns `motcua kiosk pin`: it prints the line of the configuration with
// a PIN's hash.
func kioskPINCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use: "pin", Short: operator.KioskPinShort.In(c.lang), Long: operator.KioskPinLong.In(c.lang), Example: "motcua kiosk pin",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.none(cmd, args); err != nil {
				return err
			}
			typed, err := readPIN(c)
			if err != nil {
				return err
			}
			hashed, err := pin.Hash(typed)
			switch {
			case errors.Is(err, pin.ErrShort):
				return c.fail(operator.KioskPinTooShort.In(c.lang), pin.Least)
			case errors.Is(err, pin.ErrTrivial):
				return c.fail("%s", operator.KioskPinTooEasy.In(c.lang))
			case errors.Is(err, pin.ErrForm):
				return c.fail(operator.KioskPinForm.In(c.lang), pin.Least, pin.Most)
			case err != nil:
				return err
			}
			// Standard output gets only the line, so that it can be redirected into a file.
			_, err = fmt.Fprintf(c.out, "pin_hash = %q\n", hashed)
			if isTerminal(c.out) {
				c.tell(operator.KioskPinWhere.In(c.lang))
			}
			return err
		},
	}
}

// readPIN reads a PIN twice and compares the two.
func readPIN(c *console) (string, error) {
	give := pipedPIN
	if isTerminal(c.in) {
		give = typedPIN
	}
	once, twice, err := give(c)
	once, twice = strings.TrimSpace(once), strings.TrimSpace(twice)
	switch {
	case err != nil || once == "":
		return "", c.fail("%s", operator.KioskPinNone.In(c.lang))
	case once != twice:
		return "", c.fail("%s", operator.KioskPinDiffer.In(c.lang))
	}
	return once, nil
}

// typedPIN reads both without echo.
func typedPIN(c *console) (once, twice string, err error) {
	if once, err = c.askProof(operator.KioskPinAsk.In(c.lang)); err == nil {
		twice, err = c.askProof(operator.KioskPinAgain.In(c.lang))
	}
	return once, twice, err
}

// pipedPIN reads the first line of a pipe; a second line, if there is one, is the
// repetition.
func pipedPIN(c *console) (once, twice string, err error) {
	const most = 1 << 10
	lines := bufio.NewScanner(io.LimitReader(c.in, most))
	if lines.Scan() {
		once = lines.Text()
		twice = once
	}
	if lines.Scan() && lines.Text() != "" {
		twice = lines.Text()
	}
	return once, twice, nil
}
