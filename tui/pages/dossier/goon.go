package dossier

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// step is how a person goes on after an error: the key Enter, which is the main button in a lobby.
type step int

const (
	stepNone   step = iota
	stepMend        // the code may be wrong: back to the field, with what was typed
	stepAgain       // a wait is over
	stepSearch      // dossiers cannot be looked up now: procedures can
)

// nextStep returns the step after the current error.
func (d *screen) nextStep() step {
	var (
		limited *client.LimitedError
		over    *client.HandOverError
		none    *client.NotConnectedError
		wrong   *code.Error
	)
	switch {
	case d.Err == nil || d.Wait.On() || d.Answer != nil || errors.As(d.Err, &over):
		return stepNone
	case errors.Is(d.Err, client.ErrNotFound), errors.As(d.Err, &none), errors.As(d.Err, &wrong):
		return stepMend
	case errors.As(d.Err, &limited) && !d.mustWait():
		return stepAgain
	default:
		return stepSearch
	}
}

// goOn makes the next step.
func (d *screen) goOn() tea.Cmd {
	switch d.nextStep() {
	case stepMend:
		return d.Instead(page.Ask{Code: d.query.Code.String()})
	case stepAgain:
		return d.Start()
	case stepSearch:
		return d.Open(page.Search{})
	default:
		return nil
	}
}

// errorKeys are the keys after an error, without the way back. To ask again is none while the
// page has to wait, nor where it would give the same answer.
func (d *screen) errorKeys() []parts.Key {
	t := &d.Texts.Screen
	next := d.nextStep()
	var keys []parts.Key
	if d.Answer == nil && d.mayProve() {
		keys = append(keys, parts.Key{Label: "M", Text: t.KeyProof, Press: "m"})
	}
	if says := map[step]string{stepMend: t.KeyMend, stepAgain: t.KeyAgain, stepSearch: t.KeySearch}[next]; says != "" {
		keys = append(keys, parts.Key{Label: "Enter", Text: says, Press: "enter"})
	}
	if (next == stepSearch || next == stepNone) && !d.mustWait() {
		keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	}
	if d.offersPhone() {
		keys = append(keys, parts.Key{Label: "W", Text: d.Texts.Slip.KeyQR, Press: "w"})
	}
	return keys
}

// mustWait reports whether the current error is a limit whose wait is not over.
func (d *screen) mustWait() bool {
	var limited *client.LimitedError
	return errors.As(d.Err, &limited) && d.holdOff.waits()
}

// offersPhone reports whether another portal may answer meanwhile: the system does not.
func (d *screen) offersPhone() bool {
	return d.nextStep() == stepSearch && errors.Is(d.Err, client.ErrUnavailable)
}

// phone is that portal's page. The code is not in its address.
func (d *screen) phone() page.Takeaway {
	return page.Takeaway{Link: text.NationalPage, What: code.SplitTyped(d.query.Code.String()).Grouped()}
}
