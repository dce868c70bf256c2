package tui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
)

// A server draws when a frame is over, not after each message: a key that is held
// back meanwhile must not take the picture of the key before it.
func TestAHeldKeyHidesNoChange(t *testing.T) {
	o, _ := options(t)
	o.Kiosk = &tui.Kiosk{}
	m := newModel(o)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 21})
	first := m.View().Content
	if first == "" {
		t.Fatal("nothing is drawn")
	}
	held := tea.KeyPressMsg{Code: 'x', Text: "x"}
	m.Update(held)
	if m.View().Content != first {
		t.Error("a key that is held back changes the screen")
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyF1}) // help, at once
	m.Update(held)
	if m.View().Content == first {
		t.Error("the help page is not drawn")
	}
}
