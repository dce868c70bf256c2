package tui_test

import (
	"io"
	"testing"
	"time"

	"motcua/tui/input"
)

// A code on paper can hold the beginning of a paste and no end. The screen must go
// on listening to fingers, and what was in it is nobody's.
func TestALobbyOutlivesAPasteWithoutAnEnd(t *testing.T) {
	t.Parallel()
	o, h := inLobby(t)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		// The program's own keys, by way of what the kiosk reads them through.
		from, keys := io.Pipe()
		to := c.keys
		go func() { _, _ = io.Copy(to, input.EndPastes(from, nil)) }()
		c.keys = keys
		defer func() { _ = keys.Close(); c.keys = to }()

		c.press("2")
		c.send("\x1b[200~" + sampleCode)
		c.wait(2 * time.Second)
		x, y := c.spot("key:esc")
		c.send(mouse(0, x, y) + lifted(x, y))
		c.wait(time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?", "HỒ SƠ CỦA TÔI")
		c.send("\x1b[200~" + sampleCode + "\x1b[201~")
		c.wait(time.Second)
		c.shows("Đúng hạn")
		if got := h.looked(); len(got) != 1 {
			t.Errorf("asked for %q", got)
		}
	})
}
