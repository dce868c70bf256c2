package dossier

import (
	"errors"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/handover"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// handedOver returns the QR code of the page where a person must look the dossier up: the
// system's own page because of its captcha, or the national portal when the system is not
// connected.
func (d *screen) handedOver() (handover.Link, bool) {
	var (
		over *client.HandOverError
		none *client.NotConnectedError
	)
	if d.Answer != nil || d.Wait.On() {
		return handover.Link{}, false
	}
	t := &d.Texts.Slip
	h := handover.Link{
		Title: t.TitleQR, What: code.SplitTyped(d.query.Code.String()).Grouped(),
		Sign: view.SignAction, Tone: view.ToneWarn,
	}
	switch {
	case errors.As(d.Err, &over):
		h.URL, h.Says = clean.Line(over.URL), t.OnlyThere
	case errors.As(d.Err, &none):
		h.URL, h.Says = text.NationalPage, failure.NotConnectedBeside(none, d.ViewEnv())
	default:
		return handover.Link{}, false
	}
	return h, true
}

func (d *screen) Whole(in page.Room) *parts.Sheet {
	if over, ok := d.handedOver(); ok {
		return over.Whole(d.Env, in)
	}
	return nil
}
