package procedure

import (
	"cmp"
	"errors"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// failed reports whether the page has no answer, or the heading alone, because of an error.
func (p *screen) failed() bool {
	return p.Err != nil && !p.Wait.On() && (p.Answer == nil || p.Answer.Value.Outline)
}

// errorKeys are the keys after an error, without the way back. The first one searches again, with
// what was typed or the procedure's name. To ask again is none where it would give the same answer.
func (p *screen) errorKeys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Enter", Text: t.KeySearchAgain, Press: "enter"}}
	if !errors.Is(p.Err, client.ErrNotFound) && !errors.Is(p.Err, code.ErrProcedure) {
		keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	}
	if p.offersPhone() {
		keys = append(keys, parts.Key{Label: "W", Text: p.Texts.Slip.KeyQR, Press: "w"})
	}
	return keys
}

// offersPhone reports whether the national portal's own page may answer meanwhile: here no system does.
func (p *screen) offersPhone() bool { return errors.Is(p.Err, client.ErrUnavailable) }

// goOn handles the keys after an error.
func (p *screen) goOn(k string) (tea.Cmd, bool) {
	switch {
	case !p.failed():
		return nil, false
	case k == "enter":
		return p.Instead(page.Search{Words: cmp.Or(p.name, p.code)}), true
	case k == "w" && p.offersPhone():
		return p.TakeHome(k, page.Takeaway{Link: text.NationalHome, What: cmp.Or(p.name, p.code)}), true
	default:
		return nil, false
	}
}
