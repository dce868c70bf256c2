package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/tui/parts"
	"motcua/tui/text"
)

// With large letters a lobby has as few as 60 by 18 cells. On every page each target is whole,
// lies upon no other, and each action has one, on the page or behind "more".
func TestEveryLobbyPageHoldsWithFewCells(t *testing.T) {
	long(t)
	for _, size := range [][2]int{{60, 18}, {75, 18}} {
		for _, l := range []text.Lang{text.VI, text.EN} {
			for i, scene := range lobbyScenes {
				t.Run(fmt.Sprintf("%v/%dx%d/%s", l, size[0], size[1], scene.name), func(t *testing.T) {
					beside(t)
					onScene(t, i, l, size, func(c *terminal) {
						c.wait(5 * time.Second) // what is said about it goes again
						checkTargets(c, size)
						checkNothingCut(c)
						more := c.model.OnMore()
						if len(more) == 0 {
							return
						}
						c.press("f11")
						checkTargets(c, size)
						checkNothingCut(c)
						ids := c.model.Screen().Targets()
						for _, id := range more {
							if !slices.Contains(ids, id) && !slices.Contains(c.model.OnMore(), id) {
								t.Errorf("%s is on no page:\n%s", id, c.text())
							}
						}
					})
				})
			}
		}
	}
}

// checkNothingCut checks that the edges of all buttons are closed and nothing lies upon them.
func checkNothingCut(c *terminal) {
	c.t.Helper()
	s, rows := c.model.Screen(), lines(c.text())
	for _, id := range s.Targets() {
		r, _ := s.Rect(id)
		if r.Height < parts.ButtonHeight || r.Y+r.Height > len(rows) {
			continue // checkTargets tells of it
		}
		for _, edge := range []struct {
			y     int
			signs string
		}{{r.Y, "╭╮┏┓"}, {r.Y + r.Height - 1, "╰╯┗┛"}} {
			line := []rune(rows[edge.y])
			for _, x := range []int{r.X, r.X + r.Width - 1} {
				if x >= len(line) || !strings.ContainsRune(edge.signs, line[x]) {
					c.t.Errorf("%q is cut in line %d:\n%s", id, edge.y, c.text())
					return
				}
			}
		}
	}
}
