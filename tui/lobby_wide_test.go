package tui_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"motcua/tui/parts"
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

// apart are the free columns, and the edges of cards, between what stands side by side.
var apart = regexp.MustCompile(`\s{3,}|[│┃╭╮╰╯┏┓┗┛─━▀▄█]+`)

// On a very large screen no line of a text is so long that the eye loses the next one.
func TestLinesStayReadableOnAWideScreen(t *testing.T) {
	long(t)
	check := func(t *testing.T, c *terminal) {
		t.Helper()
		for _, l := range lines(c.text()) {
			for _, piece := range apart.Split(l, -1) {
				if n := parts.Width(piece); n > parts.Readable {
					t.Errorf("a line of %d columns: %q", n, piece)
				}
			}
		}
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		for _, s := range scenes {
			t.Run(fmt.Sprintf("%s/own/%s", l, s.name), func(t *testing.T) {
				beside(t)
				o, _ := options(t)
				o.Lang = l
				onTerminal(t, o, 200, 60, func(c *terminal) {
					s.play(c)
					check(t, c)
				})
			})
		}
		for i, s := range lobbyScenes {
			t.Run(fmt.Sprintf("%s/lobby/%s", l, s.name), func(t *testing.T) {
				beside(t)
				onScene(t, i, l, [2]int{200, 60}, func(c *terminal) {
					check(t, c)
					checkTargets(c, [2]int{200, 60})
				})
			})
		}
	}
}

// A very large screen has topics and what stands on a dossier in two columns, and all that only
// some need on a procedure's page without a key.
func TestWidePagesStandInColumns(t *testing.T) {
	long(t)
	at := func(c *terminal, piece string) (x, y int) {
		for y, l := range lines(c.text()) {
			if before, _, ok := strings.Cut(l, piece); ok {
				return parts.Width(before), y
			}
		}
		t.Fatalf("no %q:\n%s", piece, c.text())
		return 0, 0
	}
	for _, lobby := range []bool{false, true} {
		o, _ := options(t)
		if lobby {
			o, _ = lobbyOptions(t, text.VI)
		}
		onTerminal(t, o, 200, 60, func(c *terminal) {
			c.press("k")
			a, _ := c.model.Screen().Rect("1")
			b, _ := c.model.Screen().Rect("2")
			if a.Y != b.Y || b.X <= a.X {
				t.Errorf("lobby %v: the first topics stand at %+v and %+v", lobby, a, b)
			}
			c.press("esc")
			toDossier(c)
			x, state := at(c, "Đang xử lý ở Công an")
			if beside, step := at(c, "Nộp hồ sơ"); step >= state || beside > x+4 {
				t.Errorf("lobby %v: the stages stand at %d, %d", lobby, beside, step)
			}
			if beside, step := at(c, "20/11  08:12"); step != state || beside <= x+60 {
				t.Errorf("lobby %v: what is now stands at %d, %d, the time line at %d, %d", lobby, x, state, beside, step)
			}
			c.press("esc", "esc", "esc")
			c.press("3")
			c.wait(time.Second)
			c.shows("Văn bản đồng ý của cha, mẹ")
			if !lobby {
				c.press("enter")
				c.hides("Văn bản đồng ý của cha, mẹ")
			}
		})
	}
}
