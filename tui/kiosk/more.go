package kiosk

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// morePage has the buttons for which there was no space below a page. It is opened on top
// of that page, and a button pressed here works on the page below.
type morePage struct {
	page.Base
	// below returns those buttons in the current language, which may be changed here.
	below func() []parts.Button
}

func newMore(env *page.Env, below func() []parts.Button) *morePage {
	return &morePage{page.NewBase(env), below}
}

func (m *morePage) Crumb() string { return m.Texts.Lobby.MoreTitle }

func (m *morePage) Keys() []parts.Key {
	return []parts.Key{{Label: "Esc", Text: m.Texts.Screen.KeyBack, Press: "esc"}}
}

// holds reports whether a key belongs to the page below and is to be pressed there.
func (m *morePage) holds(msg tea.KeyPressMsg) bool {
	for _, b := range m.below() {
		if k, ok := parts.KeyOf(b.ID); ok && k.String() == msg.String() {
			switch b.ID {
			case parts.PressPrefix + "f2", parts.PressPrefix + "f3", parts.PressPrefix + "f6":
				return false // keys that change the appearance may be pressed again
			}
			return true
		}
	}
	return false
}

func (m *morePage) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "esc" {
		return m.Back()
	}
	return nil
}

func (m *morePage) Sheet() *parts.Sheet {
	s := parts.NewSheet(m.Width, m.Height, m.Styles.Base)
	f := parts.Flow{Sheet: s, Width: m.Width}
	f.Write(m.Styles.Title, m.Texts.Lobby.MoreTitle)
	perRow := 3
	lines := func() int { return (len(m.below()) + perRow - 1) / perRow * (parts.ButtonHeight + 1) }
	if f.Left() < lines()-1 { // larger letters leave fewer lines
		perRow++
	}
	if f.Left() >= lines() {
		f.Gap(1)
	}
	each := (m.Width - parts.ButtonGap*(perRow-1)) / perRow
	for i, b := range m.below() {
		b.Focus = m.Focused(b.ID)
		b.Draw(s, m.Styles, i%perRow*(each+parts.ButtonGap), f.Y+i/perRow*(parts.ButtonHeight+1), each, parts.ButtonHeight)
	}
	return s
}

func (m *morePage) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: m.Texts.Lobby.MoreTitle}}}
	for _, b := range m.below() {
		s.Lines = append(s.Lines, m.Pressing(b.Legend, b.Text))
	}
	return s
}
