package tui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/text"
)

// BenchmarkKey is what a key costs until its screen is drawn, without the renderer: on a
// person's own terminal, and in a lobby with keys that walk over what is on the screen.
func BenchmarkKey(b *testing.B) {
	down, up := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}
	tab, back := tea.KeyPressMsg{Code: tea.KeyTab}, tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	letter, erase := tea.KeyPressMsg{Code: '2', Text: "2"}, tea.KeyPressMsg{Code: tea.KeyBackspace}
	help := tea.KeyPressMsg{Code: tea.KeyF1}
	for _, bc := range []struct {
		name  string
		lobby bool
		to    []tea.KeyPressMsg // the page
		keys  []tea.KeyPressMsg // pressed in turn
	}{
		{"terminal/letter of a code", false, []tea.KeyPressMsg{{Code: '1', Text: "1"}}, []tea.KeyPressMsg{letter, erase}},
		{"terminal/arrow in a list", false, []tea.KeyPressMsg{{Code: '2', Text: "2"}}, []tea.KeyPressMsg{down, up}},
		{"terminal/arrow on a tall page", false, []tea.KeyPressMsg{help}, []tea.KeyPressMsg{down, up}},
		{"lobby/tab at home", true, nil, []tea.KeyPressMsg{tab, back}},
		{"lobby/tab on a keyboard", true, []tea.KeyPressMsg{{Code: '1', Text: "1"}}, []tea.KeyPressMsg{tab, back}},
		{"lobby/arrow on a tall page", true, []tea.KeyPressMsg{help}, []tea.KeyPressMsg{down, up}},
	} {
		b.Run(bc.name, func(b *testing.B) {
			o, _ := options(b)
			width, height := 80, 24
			if bc.lobby {
				o, _ = lobbyOptions(b, text.VI)
			}
			m := newModel(o)
			press := func(k tea.KeyPressMsg) {
				m.Update(k)
				_ = m.View()
			}
			m.Update(tea.WindowSizeMsg{Width: width, Height: height})
			for _, k := range bc.to {
				press(k)
			}
			i := 0
			for b.Loop() {
				press(bc.keys[i%len(bc.keys)])
				i++
			}
		})
	}
}
