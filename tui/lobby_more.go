package tui

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// morePage holds the buttons for which there was no room below a page. It stands
// on top of that page, and pressing one of them is pressing it there.
type morePage struct {
	basePage
	root *Root
	keys []parts.Button
}

// newMore collects what has no room below the page that is on top now.
func newMore(r *Root) *morePage {
	_, left := r.buttonRows(r.width - 2*margin(r.width))
	return &morePage{basePage: newBase(r.sh), root: r, keys: left}
}

func (m *morePage) Crumb() string { return m.texts.Lobby.MoreTitle }

func (m *morePage) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: m.texts.Screen.KeyBack, Press: "esc"}}
}

// below are the buttons of the page below that have no room there, in the words
// of the moment: the language may have been changed here.
func (m *morePage) below() []parts.Button {
	r := *m.root
	if n := len(r.stack); n > 1 && r.stack[n-1] == page(m) {
		r.stack = r.stack[:n-1]
	}
	_, left := r.buttonRows(r.width - 2*margin(r.width))
	return left
}

// holds tells whether a key is a page's own, to be pressed on the page below.
func (m *morePage) holds(msg tea.KeyPressMsg) bool {
	for _, b := range m.below() {
		if k, ok := parts.KeyOf(b.ID); ok && k.String() == msg.String() {
			switch b.ID {
			case parts.PressPrefix + "f2", parts.PressPrefix + "f3", parts.PressPrefix + "f6":
				return false // what changes the look may be pressed again
			}
			return true
		}
	}
	return false
}

func (m *morePage) Update(msg tea.Msg) (page, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return m, m.back()
	}
	return m, nil
}

func (m *morePage) View(width, height int) string { return m.Sheet(width, height).String() }

func (m *morePage) Sheet(width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, m.st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	f.Write(m.st.Title, m.texts.Lobby.MoreTitle)
	f.Gap(1)
	const perRow = 3
	each := (width - parts.ButtonGap*(perRow-1)) / perRow
	for i, b := range m.below() {
		b.Focus = m.focused(b.ID)
		b.Draw(s, m.st, i%perRow*(each+parts.ButtonGap), f.Y+i/perRow*(parts.ButtonHeight+1), each, parts.ButtonHeight)
	}
	return s
}
