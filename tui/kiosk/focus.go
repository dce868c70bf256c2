package kiosk

import (
	"strings"

	"motcua/tui"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// spokenFocus returns the name of what Enter would press. It reports false when nothing has
// the focus.
func (sh *Shell) spokenFocus(p tui.Opened) (page.Line, bool) {
	return sh.SpokenTarget(p, sh.env.FocusOn(p.Number()))
}

// SpokenTarget returns the name of a target of the page on top.
func (sh *Shell) SpokenTarget(p tui.Opened, id string) (page.Line, bool) {
	if id == "" {
		return page.Line{}, false
	}
	t, name, l := &sh.env.Texts.Spoken, "", page.Line{}
	switch _, button := parts.KeyOf(id); {
	case button:
		name = sh.buttonName(id)
	case page.IsField(id):
		name = t.FieldHere
	case strings.HasPrefix(id, page.BoardPrefix):
		f, ok := p.Page.(page.FieldPage)
		if !ok {
			return page.Line{}, false
		}
		k, private := f.KeyboardOf()
		name = k.CapName(sh.env, f.Typed(), id)
		l.Private, l.Public = private, t.KeyHidden
	default:
		if n, ok := p.Page.(page.Named); ok {
			name = n.NameOf(id)
		}
	}
	if name == "" {
		return page.Line{}, false
	}
	l.Lead, l.Text, l.Of = t.FocusOn(), name, id
	if _, fold := page.FoldOf(id); fold || page.IsRow(id) {
		l.Lead = "" // its text already says where it is
	}
	return l, true
}

// climbAloud moves the focus up or down for somebody who does not see the page. They need
// the next row, so the page scrolls as far as that requires.
func (sh *Shell) climbAloud(by int) bool {
	if sh.focusTarget() == "" && by > 0 {
		for _, id := range sh.lay().sheet.Targets() {
			if sh.inPage(id) {
				sh.setFocus(id)
				return true
			}
		}
	}
	for before := sh.Focus(); sh.Focus() == before; {
		at := sh.scrolledTo()
		if !sh.climbOnce(by) {
			return false
		}
		if sh.Focus() == before && sh.scrolledTo() == at {
			break // neither the focus nor the page moves any more
		}
	}
	return true
}

// scrolledTo returns the first visible line of the page.
func (sh *Shell) scrolledTo() int {
	if p, ok := sh.Top().Page.(page.Scrolled); ok {
		return p.Scrolling().Offset
	}
	return 0
}

// buttonName returns the text of a button of the frame.
func (sh *Shell) buttonName(id string) string {
	buttons := sh.buttons(sh.Top())
	if m, ok := sh.Top().Page.(*morePage); ok {
		buttons = append(buttons, m.below()...)
	}
	for _, b := range buttons {
		if b.ID == id {
			return b.Text
		}
	}
	t := &sh.env.Texts.Lobby
	return map[string]string{
		parts.PressPrefix + "f11": t.More, parts.PressPrefix + "pgup": t.Up, parts.PressPrefix + "pgdown": t.Down,
	}[id]
}
