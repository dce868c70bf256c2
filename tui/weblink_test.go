package tui_test

import (
	"strings"
	"testing"

	"motcua/tui/text"
)

// linkBytes opens the QR code of a procedure and returns what that wrote.
func linkBytes(c *terminal) string {
	c.openProcedure()
	before := c.written()
	c.press("w")
	c.shows("Esc")
	return string(c.screen.raw[before:])
}

// The address beside a QR code is a link on a person's own terminal (OSC 8), whole on each of its
// lines. In a lobby it never is, and neither on a terminal with 16 colours.
func TestTheAddressIsALinkOnAPersonsOwnTerminal(t *testing.T) {
	o, _ := withPages(t)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		wrote := linkBytes(c)
		if n := strings.Count(wrote, "\x1b]8;;"+procedureLink); n < 1 {
			t.Errorf("no link to %s", procedureLink)
		}
		if n := strings.Count(wrote, "\x1b]8;;h"); n != strings.Count(wrote, "\x1b]8;;"+procedureLink) {
			t.Errorf("%d links, some of them elsewhere", n)
		}
		t.Logf("the page took %d bytes, its links %d", len(wrote), strings.Count(wrote, "\x1b]8;")*len("\x1b]8;;\x07")+strings.Count(wrote, "\x1b]8;;h")*len(procedureLink))
	})
	lobby, _, _ := withPrinter(t, text.VI)
	onTerminal(t, lobby, 120, 40, func(c *terminal) {
		if wrote := linkBytes(c); strings.Contains(wrote, "\x1b]8;") {
			t.Error("a lobby has a link")
		}
	})
}
