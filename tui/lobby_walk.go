package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// A lobby's screen is used with keys alone as well: Tab and the arrows walk over
// everything that a finger could touch, and Enter presses it. What Enter would
// press has a thick edge and a mark.

// walk handles the keys that move the focus and the one that presses. It tells
// whether it was one.
func (r *Root) walk(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	inField := r.top().CapturesInput()
	switch msg.String() {
	case "tab":
		return nil, r.step(+1)
	case "shift+tab":
		return nil, r.step(-1)
	case "left", "right":
		if inField && r.focusTarget() == "" {
			return nil, false // the cursor of the field
		}
		if msg.String() == "left" {
			return nil, r.step(-1)
		}
		return nil, r.step(+1)
	case "up":
		return nil, r.climb(-1)
	case "down":
		return nil, r.climb(+1)
	case "enter":
		if id := r.focusTarget(); id != "" {
			return r.press(id), true
		}
	case "space":
		if id := r.focusTarget(); id != "" && !inField {
			return r.press(id), true
		}
	}
	return nil, false
}

// focusTarget is the target that has the focus and is on the screen, "" for none. A
// field has it by itself: it is where letters go.
func (r *Root) focusTarget() string {
	id := r.sh.face.focus
	if id == "" || isField(id) {
		return ""
	}
	if _, ok := r.sheet().Rect(id); !ok {
		return ""
	}
	return id
}

// isField tells a field from other targets.
func isField(id string) bool { return strings.HasPrefix(id, fieldPrefix) }

// step moves the focus in reading order, round and round.
func (r *Root) step(by int) bool {
	ids := r.sheet().Targets()
	if len(ids) == 0 {
		return false
	}
	at := -1
	for i, id := range ids {
		if id == r.sh.face.focus {
			at = i
		}
	}
	switch {
	case at < 0 && by < 0:
		at = len(ids) - 1
	case at < 0:
		at = 0
		if isField(ids[0]) && len(ids) > 1 {
			at = 1 // it had the focus already
		}
	default:
		at = (at + by + len(ids)) % len(ids)
	}
	r.sh.face.focus = ids[at]
	return true
}

// climb moves the focus to what lies nearest above or below. At the end of what
// is shown of a tall page it shows more of it first.
func (r *Root) climb(by int) bool {
	if r.sh.speaking() {
		return r.climbAloud(by)
	}
	return r.climbOnce(by)
}

func (r *Root) climbOnce(by int) bool {
	s := r.sheet()
	from, ok := s.Rect(r.sh.face.focus)
	if !ok {
		return r.enterPage(s, by)
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
	// The next one lies in the page only when nothing of the page is hidden
	// between: rows that are not shown yet come before the buttons.
	if (next == "" || !r.inPage(next)) && r.inPage(r.sh.face.focus) && r.scrollBy(by*wheelLines) {
		return true
	}
	if next == "" {
		return r.step(by)
	}
	r.sh.face.focus = next
	return true
}

// enterPage puts the focus on the first or last target of the page that is on the
// screen. A page that has none is read, not walked: it scrolls.
func (r *Root) enterPage(s *parts.Sheet, by int) bool {
	ids := s.Targets()
	if by < 0 {
		slices.Reverse(ids)
	}
	if i := slices.IndexFunc(ids, r.inPage); i >= 0 {
		r.sh.face.focus = ids[i]
		return true
	}
	return r.scrollBy(by*wheelLines) || r.step(by)
}

// inPage tells the targets of the scrolled part of a page from buttons and keys.
func (r *Root) inPage(id string) bool {
	_, button := parts.KeyOf(id)
	return id != "" && !button && !isField(id) && !strings.HasPrefix(id, boardPrefix)
}
