package tui_test

import (
	"slices"
	"testing"
	"time"

	"motcua/tui/text"
)

// onBoard returns the keys of the keyboard that type a text.
func onBoard(s string) []string {
	var ids []string
	for _, r := range s {
		ids = append(ids, "board:type:"+string(r))
	}
	return ids
}

// Five tasks of a lobby, and the most touches that each may take. The fewer, the sooner the next
// person's turn comes; before the keyboard inserted separators and knew this office, a code took
// 23.
func TestTouchesOfATask(t *testing.T) {
	const own = "H55.17.05"
	prefix := []string{"1", "board:fill:" + own + "-"}
	look := []string{"key:enter"}
	for _, task := range []struct {
		name  string
		most  int
		typed bool // the code is in the field
		touch []string
		shows string
	}{
		{"a receipt of last Friday", 8, false, slices.Concat(prefix, []string{"board:fill:261120"}, onBoard("0007"), look), "25/11/2026"},
		{"a receipt of this month", 10, false, slices.Concat(prefix, []string{"board:fill:2611"}, onBoard("200007"), look), "25/11/2026"},
		{"a receipt of any office", 20, false, slices.Concat([]string{"1"}, onBoard("h5517052611200007"), look), "25/11/2026"},
		{"khai sinh", 12, false, slices.Concat([]string{"2"}, onBoard("khai sinh"), []string{"key:f9", "row:0"}), "1.001193"},
		{"a digit mended", 4, true, []string{"board:delete", "board:type:8", "board:delete", "board:type:7"}, sampleCode},
		{"the QR code of a dossier", 2, true, []string{"key:enter", "key:w"}, "portal.example"},
	} {
		t.Run(task.name, func(t *testing.T) {
			o, _ := lobbyOptions(t, text.VI)
			o.Unit = own
			onTerminal(t, o, 80, 21, func(c *terminal) {
				if task.typed {
					c.press("1")
					c.typeText(sampleCode)
					c.tap("field:code")
				}
				for _, id := range task.touch {
					c.tap(id)
				}
				c.wait(time.Second)
				c.shows(task.shows)
			})
			if n := len(task.touch); n > task.most {
				t.Errorf("%d touches, more than %d", n, task.most)
			}
		})
	}
}

// A pressed key of the keyboard flashes, and no longer when the finger has gone elsewhere.
func TestAPressedKeyFlashes(t *testing.T) {
	for _, elsewhere := range []bool{false, true} {
		onLobby(t, func(c *terminal) {
			c.tap("1")
			x, y := c.spot("board:type:h")
			c.send(mouse(0, x, y) + lifted(x, y))
			c.shows("┏━━━┓")
			if elsewhere {
				c.send(mouse(0, 0, y)) // there is nothing beside the keyboard
			}
			c.wait(time.Second)
			c.hides("┏━━━┓")
		})
	}
}
