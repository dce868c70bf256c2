package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"motcua/kiosk/pin"
)

// kioskPINCommand is `motcua kiosk pin`: it makes the line of the configuration
// that holds a PIN's hash.
func (a *app) kioskPINCommand() *cobra.Command {
	w := kioskWords
	return &cobra.Command{
		Use: "pin", Short: w.pinShort.in(a.lang), Long: w.pinLong.in(a.lang), Example: "motcua kiosk pin",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			typed, err := a.readPIN()
			if err != nil {
				return err
			}
			hashed, err := pin.Hash(typed)
			switch {
			case errors.Is(err, pin.ErrShort):
				return a.fail(w.pinTooShort.in(a.lang), pin.Least)
			case errors.Is(err, pin.ErrTrivial):
				return a.fail("%s", w.pinTooEasy.in(a.lang))
			case errors.Is(err, pin.ErrForm):
				return a.fail(w.pinForm.in(a.lang), pin.Least, pin.Most)
			case err != nil:
				return err
			}
			// On standard output the line alone, to be put into a file.
			_, err = fmt.Fprintf(a.out, "pin_hash = %q\n", hashed)
			if isTerminal(a.out) {
				a.tell(w.pinWhere.in(a.lang))
			}
			return err
		},
	}
}

// readPIN has a PIN typed twice without echo; from a pipe it is the first line,
// and the second, where there is one, must say the same.
func (a *app) readPIN() (string, error) {
	w := kioskWords
	var once, twice string
	if isTerminal(a.in) {
		var err error
		if once, err = a.askProof(w.pinAsk.in(a.lang)); err == nil {
			twice, err = a.askProof(w.pinAgain.in(a.lang))
		}
		if err != nil {
			return "", a.fail("%s", w.pinNone.in(a.lang))
		}
	} else {
		const most = 1 << 10
		lines := bufio.NewScanner(io.LimitReader(a.in, most))
		if lines.Scan() {
			once = lines.Text()
			twice = once
		}
		if lines.Scan() && lines.Text() != "" {
			twice = lines.Text()
		}
	}
	once, twice = strings.TrimSpace(once), strings.TrimSpace(twice)
	switch {
	case once == "":
		return "", a.fail("%s", w.pinNone.in(a.lang))
	case once != twice:
		return "", a.fail("%s", w.pinDiffer.in(a.lang))
	}
	return once, nil
}
