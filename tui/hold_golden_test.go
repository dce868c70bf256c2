package tui_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/tui/text"
)

// TestHoldScreens are the pictures of what stands over a lobby's pages, and of the
// pages for staff.
func TestHoldScreens(t *testing.T) {
	long(t)
	for _, lang := range []text.Lang{text.VI, text.EN} {
		for name, play := range map[string]func(*terminal, *lobbyHall){
			"still_there": func(c *terminal, _ *lobbyHall) { c.press("1"); c.wait(80 * time.Second) },
			"scan_unknown": func(c *terminal, _ *lobbyHall) {
				c.beam(sampleCode, 0)
				c.beam("9786042012345", 0)
			},
			"scan_card": func(c *terminal, _ *lobbyHall) { c.press("1"); c.beam(identityCard, 0) },
			"pin":       func(c *terminal, _ *lobbyHall) { c.send(f12); c.wait(time.Second); c.typeText("4802") },
			"pin_wait": func(c *terminal, _ *lobbyHall) {
				c.send(f12)
				c.wait(time.Second)
				for range 3 {
					c.typeText("111222")
					c.press("enter")
					c.wait(time.Second)
				}
			},
			"operator": func(c *terminal, h *lobbyHall) {
				h.operator.bad = true
				openOperator(c)
			},
			"operator_sync": func(c *terminal, h *lobbyHall) {
				h.operator.step = time.Second
				openOperator(c)
				c.press("1")
				c.wait(20 * time.Second)
				c.press("2")
			},
		} {
			t.Run(fmt.Sprintf("%s/%s_80x21", lang, name), func(t *testing.T) {
				t.Parallel()
				o, h := inLobby(t)
				o.Lang = lang
				o.CopyAsOf = func() time.Time { return day(8, 0, 0) }
				o.Kiosk.Restarts = 2
				h.health = []client.SourceHealth{
					{Source: hall, DownSince: day(24, 8, 2)},
					{Source: client.SourceName{ID: "n", Name: "Cổng Dịch vụ công quốc gia"}, LastOK: day(24, 8, 10)},
				}
				var got string
				onTerminal(t, o, 80, 21, func(c *terminal) {
					play(c, h)
					got = c.text()
				})
				golden.RequireEqual(t, got)
			})
		}
	}
}
