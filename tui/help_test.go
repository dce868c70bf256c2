package tui_test

import (
	"sync/atomic"
	"testing"

	"motcua/tui"
	"motcua/tui/text"
)

// A client that hides the rhythm of typing costs ten times the bytes; only
// whoever has one is told how to stop it, and as soon as it is noticed.
func TestHelpTellsOfPaddedKeys(t *testing.T) {
	o, _ := options(t)
	o.Samples = nil
	var padded atomic.Bool
	o.Padded = padded.Load
	onTerminal(t, o, 80, 30, func(c *terminal) {
		c.press("f1")
		c.shows("Trợ giúp")
		c.hides("gói tin", "ObscureKeystrokeTiming")
		c.press("esc")
		padded.Store(true)
		c.press("f1")
		c.shows("gửi thêm gói tin khi gõ", "ssh -o ObscureKeystrokeTiming=no", "~/.ssh/config:  ObscureKeystrokeTiming no", "Mã hồ sơ")
		c.press("f2")
		c.shows("sends extra packets", "ObscureKeystrokeTiming=no")
	})
}

// The older form of a code is longer than those of today, and still stands apart
// from what it shows.
func TestHelpKeepsLongCodesApart(t *testing.T) {
	for _, lobby := range []bool{false, true} {
		o, _ := options(t)
		if lobby {
			o, _ = lobbyOptions(t, text.VI)
		}
		o.Samples = []tui.Sample{{Code: "000.00.00.G01-261119-0019001", Shows: func(text.Lang) string { return "mã kiểu cũ" }}}
		onTerminal(t, o, 120, 40, func(c *terminal) {
			c.press("f1")
			c.shows("000.00.00.G01-261119-0019001  mã kiểu cũ")
		})
	}
}
