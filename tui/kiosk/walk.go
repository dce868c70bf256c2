package kiosk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// A lobby's screen can be used with keys only: Tab and the arrows move the focus over
// everything that can be touched, and Enter presses it. The focused target has a thick edge
// and a mark.

// walk handles the keys that move the focus and the one that presses. It reports whether it
// was one of them.
func (sh *Shell) walk(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	inField := sh.Top().CapturesInput()
	switch msg.String() {
	case "tab":
		return nil, sh.step(+1)
	case "shift+tab":
		return nil, sh.step(-1)
	case "left", "right":
		if inField && sh.focusTarget() == "" {
			return nil, false // they move the cursor of the field
		}
		if msg.String() == "left" {
			return nil, sh.step(-1)
		}
		return nil, sh.step(+1)
	case "up":
		return nil, sh.climb(-1)
	case "down":
		return nil, sh.climb(+1)
	case "enter":
		if id := sh.focusTarget(); id != "" {
			return sh.press(id), true
		}
	case "space":
		if id := sh.focusTarget(); id != "" && !inField {
			return sh.press(id), true
		}
	}
	return nil, false
}

// Focus returns the target of the page on top that Enter presses, "" for none yet.
func (sh *Shell) Focus() string { return sh.env.FocusOn(sh.Top().Number()) }

func (sh *Shell) setFocus(id string) {
	sh.env.Focus[sh.Top().Number()] = id
	sh.changed()
}

// loseFocus removes the focus of the page on top.
func (sh *Shell) loseFocus() { delete(sh.env.Focus, sh.Top().Number()) }

// focusTarget returns the target that has the focus and is on the screen, "" for none. A
// field has the focus when nothing else has, because letters go there.
func (sh *Shell) focusTarget() string {
	id := sh.Focus()
	if id == "" || page.IsField(id) {
		return ""
	}
	if _, ok := sh.lay().sheet.Rect(id); !ok {
		return ""
	}
	return id
}

// step moves the focus in reading order, continuing at the other end.
func (sh *Shell) step(by int) bool {
	ids := sh.lay().sheet.Targets()
	if len(ids) == 0 {
		return false
	}
	at := -1
	for i, id := range ids {
		if id == sh.Focus() {
			at = i
		}
	}
	switch {
	case at < 0 && by < 0:
		at = len(ids) - 1
	case at < 0:
		at = 0
		if page.IsField(ids[0]) && len(ids) > 1 {
			at = 1 // it already had the focus
		}
	default:
		at = (at + by + len(ids)) % len(ids)
	}
	sh.setFocus(ids[at])
	return true
}

// climb moves the focus to the nearest target above or below. At the end of the visible
// part of a tall page it scrolls first.
func (sh *Shell) climb(by int) bool {
	if sh.env.Speaking() {
		return sh.climbAloud(by)
	}
	return sh.climbOnce(by)
}

func (sh *Shell) climbOnce(by int) bool {
	s := sh.lay().sheet
	from, ok := s.Rect(sh.Focus())
	if !ok {
		return sh.enterPage(s, by)
	}
	best, next := 1<<30, ""
	for _, id := range s.Targets() {
		to, _ := s.Rect(id)
		away := to.Y - (from.Y + from.Height)
		if by < 0 {
			away = from.Y - (to.Y + to.Height)
		}
		if away < 0 {
			continue
		}
		aside := 2*to.X + to.Width - 2*from.X - from.Width
		if aside < 0 {
			aside = -aside
		}
		if score := away*1000 + aside; score < best {
			best, next = score, id
		}
	}
	// The focus only leaves the page when no part of it is hidden in that direction: rows
	// that are not visible yet come before the buttons.
	if (next == "" || !sh.inPage(next)) && sh.inPage(sh.Focus()) && sh.scrollBy(by*page.WheelLines) {
		return true
	}
	if next == "" {
		return sh.step(by)
	}
	sh.setFocus(next)
	return true
}

// enterPage focuses the first or last visible target of the page. A page without targets is
// only read, so it scrolls.
func (sh *Shell) enterPage(s *parts.Sheet, by int) bool {
	ids := s.Targets()
	if by < 0 {
		slices.Reverse(ids)
	}
	if i := slices.IndexFunc(ids, sh.inPage); i >= 0 {
		sh.setFocus(ids[i])
		return true
	}
	return sh.scrollBy(by*page.WheelLines) || sh.step(by)
}

// inPage reports whether a target is in the scrolled part of a page and not a button or
// key.
func (sh *Shell) inPage(id string) bool {
	_, button := parts.KeyOf(id)
	return id != "" && !button && !page.IsField(id) && !strings.HasPrefix(id, page.BoardPrefix)
}
