package kiosk

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui"
)

// Interface returns the screen that the options ask for: a lobby's if they have a Kiosk,
// otherwise that of a person's own terminal.
func Interface(o tui.Options) tea.Model {
	if o.Kiosk != nil {
		return New(o)
	}
	return tui.New(o)
}
