package parts

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"motcua/themes"
)

// Key is one line of key help: what is pressed and what it does. Press is the
// keystroke that a tap on it stands for, in Bubble Tea's words ("enter").
type Key struct {
	Label string
	Text  string
	Press string
	Keep  bool // Footer leaves other keys out before this one
	Aside bool // a lobby has its button after those of every page, where not all have room
}

// PressPrefix marks a target that stands for a keystroke.
const PressPrefix = "key:"

// keyGap is the number of columns between two keys of a footer.
const keyGap = 3

// FooterFits reports whether all keys fit into a footer.
func FooterFits(width int, keys []Key, badge string) bool {
	if badge != "" {
		width -= badgeWidth(badge)
	}
	used := -keyGap
	for _, k := range keys {
		used += keyGap + Width(k.Label) + 1 + Width(k.Text)
	}
	return used <= width
}

// badgeWidth is the number of columns of a badge and the gap before it.
func badgeWidth(badge string) int { return Width(badge) + 2 + badgeGap }

// badgeGap is the number of columns before a badge.
const badgeGap = 2

// Footer draws the keys of a page on the last line, as many as fit, and a badge at the
// right. A page lists its most useful keys first.
func Footer(sheet *Sheet, st *themes.Styles, x, y, width int, keys []Key, badge string) {
	right := x + width
	if badge != "" {
		b := st.Sample.Render(" " + badge + " ")
		right -= lipgloss.Width(b)
		sheet.Put(right, y, b)
		right -= badgeGap
	}
	blocks := make([]string, len(keys))
	kept := 0 // columns of the keys to keep that are still to come
	for i, k := range keys {
		blocks[i] = st.Key.Render(k.Label) + st.KeyText.Render(" "+k.Text)
		if k.Keep {
			kept += keyGap + lipgloss.Width(blocks[i])
		}
	}
	all := true
	for i, k := range keys {
		block := blocks[i]
		w := lipgloss.Width(block)
		if k.Keep {
			kept -= keyGap + w
		}
		if !k.Keep && !all || x+w+kept > right {
			all = false
			continue
		}
		if k.Press == "" {
			sheet.Put(x, y, block)
		} else {
			sheet.Target(x, y, block, PressPrefix+k.Press)
		}
		x += w + keyGap
	}
}

// KeyOf gives the keystroke that a target stands for.
func KeyOf(id string) (tea.KeyPressMsg, bool) {
	name, ok := strings.CutPrefix(id, PressPrefix)
	if !ok {
		return tea.KeyPressMsg{}, false
	}
	if code, special := specialKeys[name]; special {
		return tea.KeyPressMsg{Code: code}, true
	}
	r, size := utf8.DecodeRuneInString(name)
	if size != len(name) {
		return tea.KeyPressMsg{}, false
	}
	return tea.KeyPressMsg{Code: r, Text: name}, true
}

var specialKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f11": tea.KeyF11, "tab": tea.KeyTab, "delete": tea.KeyDelete, "f10": tea.KeyF10, "f13": tea.KeyF13,
}
