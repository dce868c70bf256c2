package tui_test

import (
	"testing"
	"time"

	"motcua/tui/text"
)

// On a wide screen the keyboard stands beside the field and what was found, and the rows below
// the field keep their whole height; the keyboard of a code stands close below its field.
func TestKeyboardStandsBesideItsField(t *testing.T) {
	long(t)
	for _, size := range [][2]int{{120, 40}, {200, 60}} {
		for _, l := range []text.Lang{text.VI, text.EN} {
			o, _ := lobbyOptions(t, l)
			onTerminal(t, o, size[0], size[1], func(c *terminal) {
				c.tap("2")
				c.tapText("khai")
				checkTargets(c, size)
				s := c.model.Screen()
				field, _ := s.Rect("field:words")
				first, _ := s.Rect("board:type:a")
				row, ok := s.Rect("row:2")
				if first.Y != field.Y || first.X < field.X+field.Width || !ok || row.X+row.Width > first.X {
					t.Errorf("%v: field %+v, first key %+v, third row %+v:\n%s", size, field, first, row, c.text())
				}
				c.press("esc")
				c.tap("1")
				s = c.model.Screen()
				field, _ = s.Rect("field:code")
				key, _ := s.Rect("board:type:1")
				if gap := key.Y - field.Y - field.Height; gap > 9 { // the example or the date in large digits
					t.Errorf("%v: %d lines between field and keyboard:\n%s", size, gap, c.text())
				}
				c.tap("board:layer")
				after, _ := c.model.Screen().Rect("field:code")
				if after != field {
					t.Errorf("%v: with letters the field moves from %+v to %+v", size, field, after)
				}
			})
		}
	}
}

// On a very wide screen a list has two columns, and each row can be reached.
func TestListHasTwoColumnsWhereThereIsRoom(t *testing.T) {
	long(t)
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 200, 60, func(c *terminal) {
		c.tap("2")
		c.tapText("khai")
		c.tap("key:f9")
		c.wait(time.Second)
		s := c.model.Screen()
		a, _ := s.Rect("row:0")
		b, ok := s.Rect("row:1")
		if !ok || a.Y != b.Y || b.X <= a.X {
			t.Fatalf("the first two rows stand at %+v and %+v:\n%s", a, b, c.text())
		}
		checkTargets(c, [2]int{200, 60})
		checkNothingCut(c)
		seen := map[string]bool{}
		for range 20 {
			for _, id := range c.model.Screen().Targets() {
				seen[id] = true
			}
			c.press("pgdown")
		}
		for _, id := range []string{"row:0", "row:9", "row:20", "row:21", "row:40", "row:55"} {
			if !seen[id] {
				t.Errorf("%s is on no page", id)
			}
		}
	})
}
