package kiosk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/page"
)

// The page for staff opens without a keyboard by so many taps within that time on the first
// line of the screen, where the desk's name is.
const (
	deskTaps = 5
	deskTime = 3 * time.Second
)

// behindPIN reports whether a page for staff is open, on top or below another one.
func (sh *Shell) behindPIN() bool {
	return sh.root.Any(func(o tui.Opened) bool { return o.As == (page.PIN{}) || o.As == (page.Operator{}) })
}

// askPIN opens the page that asks for the PIN, if there is one.
func (sh *Shell) askPIN() tea.Cmd {
	if sh.kiosk.Operator == nil || sh.behindPIN() {
		return nil
	}
	return sh.root.Open(page.PIN{})
}

// tapped counts the taps on the first line.
func (sh *Shell) tapped(now time.Time) tea.Cmd {
	sh.taps = append(sh.taps, now)
	if over := len(sh.taps) - deskTaps; over > 0 {
		sh.taps = sh.taps[over:]
	}
	if len(sh.taps) < deskTaps || now.Sub(sh.taps[0]) > deskTime {
		return nil
	}
	sh.taps = nil
	return sh.askPIN()
}
