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
}

// PressPrefix marks a target that stands for a keystroke.
const PressPrefix = "key:"

// Footer lays the keys that work here on the last line, as many as fit, and a
// badge at the right. The first keys of a page are its most useful ones.
func Footer(sheet *Sheet, st *themes.Styles, x, y, width int, keys []Key, badge string) {
	right := x + width
	if badge != "" {
		b := st.Sample.Render(" " + badge + " ")
		right -= lipgloss.Width(b)
		sheet.Put(right, y, b)
		right -= 2
	}
	for _, k := range keys {
		block := st.Key.Render(k.Label) + st.KeyText.Render(" "+k.Text)
		w := lipgloss.Width(block)
		if x+w > right {
			return
		}
		if k.Press == "" {
			sheet.Put(x, y, block)
		} else {
			sheet.Target(x, y, block, PressPrefix+k.Press)
		}
		x += w + 3
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
