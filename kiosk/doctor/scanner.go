package doctor

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"motcua/client/clean"
	"motcua/kiosk/scanner"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

func checkScanner(_ context.Context, e *Env) []Finding {
	name := clean.Line(e.Config.Kiosk.Scanner.Device)
	if name == "" || e.Kiosk.Scanner == nil {
		return append([]Finding{e.finding("scanner", StateOK, e.say(operator.DoctorScannerKeys), operator.DoctorDoScannerKeys)}, e.keyboards()...)
	}
	err := e.Kiosk.Scanner()
	if err == nil {
		return []Finding{e.finding("scanner", StateOK, e.say(operator.DoctorScanner, name), text.Said{})}
	}
	state := StateFail
	if errors.Is(err, scanner.ErrTaken) {
		state = StateWarn // usually the kiosk
	}
	says, does := scannerProblem(name, err)
	return append([]Finding{e.finding("scanner", state, says.In(e.Lang), does)}, e.keyboards()...)
}

// keyboards returns a finding for each device that may be the scanner.
func (e *Env) keyboards() (list []Finding) {
	if e.Kiosk.Keyboards == nil {
		return nil
	}
	for _, k := range e.Kiosk.Keyboards() {
		name := clean.Line(k.Name)
		if name == "" {
			name = operator.DoctorNameless.In(e.Lang)
		}
		if k.ID != "" {
			name += " (" + clean.Line(k.ID) + ")"
		}
		list = append(list, e.finding("scanner", StateOK, e.say(operator.DoctorKeyboard, name, clean.Line(k.Device)), operator.DoctorDoKeyboard))
	}
	return list
}

// scannerSays returns why a scanner's device cannot be opened, in words, with what to do.
func scannerSays(device string, err error) func(text.Lang) string {
	says, does := scannerProblem(clean.Line(device), err)
	return func(l text.Lang) string { return says.In(l) + " " + does.In(l) }
}

func scannerProblem(name string, err error) (says, does text.Said) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return operator.DoctorScannerGone.With(name), operator.DoctorDoScannerAway
	case errors.Is(err, fs.ErrPermission):
		if strings.HasPrefix(name, "/dev/input/") {
			return operator.DoctorScannerShut.With(name), operator.DoctorDoKeyboardShut
		}
		return operator.DoctorScannerShut.With(name), operator.DoctorDoScannerShut
	case errors.Is(err, scanner.ErrTaken):
		return operator.DoctorScannerTaken.With(name), operator.DoctorDoScannerTaken
	case errors.Is(err, scanner.ErrNotKeyboard):
		return operator.DoctorScannerNone.With(name), operator.DoctorDoScannerNone
	case errors.Is(err, scanner.ErrElsewhere):
		return operator.DoctorScannerLinux.With(name), operator.DoctorDoScannerLinux
	default:
		return operator.DoctorScannerAway.With(name, clean.Line(err.Error())), operator.DoctorDoScannerAway
	}
}
