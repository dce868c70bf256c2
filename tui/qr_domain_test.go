package tui_test

import (
	"fmt"
	"image/color"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/tui/parts"
	"motcua/tui/text"
)

// Before a person scans a code they know whose page it opens: beside each code on any page of a
// lobby and of a terminal of one's own stands its domain.
func TestEachCodeNamesItsDomain(t *testing.T) {
	long(t)
	var codes atomic.Int64
	check := func(c *terminal) {
		where := c.t.Name()
		// Codes of procedures and dossiers are behind a key of the page.
		if slices.ContainsFunc(c.model.PageKeys(), func(k parts.Key) bool { return k.Press == "w" }) {
			c.press("w")
			c.wait(500 * time.Millisecond)
		}
		if !c.hasCode() {
			return
		}
		got, err := c.scan(color.Black, color.White)
		if err != nil {
			c.t.Errorf("%s: the code cannot be read: %v\n%s", where, err, c.text())
			return
		}
		codes.Add(1)
		u, err := url.Parse(got)
		if err != nil || u.Hostname() == "" {
			c.t.Errorf("%s: the code reads %q", where, got)
			return
		}
		if !strings.Contains(strings.Join(strings.Fields(c.text()), ""), strings.ToLower(u.Hostname())) {
			c.t.Errorf("%s: nothing names %s:\n%s", where, u.Hostname(), c.text())
		}
	}
	t.Run("on", func(t *testing.T) {
		for _, size := range [][2]int{{80, 21}, {120, 40}, {200, 60}} {
			for i, scene := range lobbyScenes {
				t.Run(fmt.Sprintf("lobby/%s_%dx%d", scene.name, size[0], size[1]), func(t *testing.T) {
					t.Parallel()
					onScene(t, i, text.VI, size, check)
				})
			}
			for _, scene := range scenes {
				t.Run(fmt.Sprintf("own/%s_%dx%d", scene.name, size[0], size[1]), func(t *testing.T) {
					t.Parallel()
					o, _ := withPages(t)
					withProfile(t, o, colorprofile.TrueColor, size[0], size[1], func(c *terminal) {
						scene.play(c)
						check(c)
					})
				})
			}
		}
	})
	t.Logf("%d codes", codes.Load())
	if codes.Load() < 50 {
		t.Errorf("only %d codes were read", codes.Load())
	}
}

// hasCode reports whether a code is on the screen: nothing else is black on white.
func (c *terminal) hasCode() bool {
	c.screen.mu.Lock()
	defer c.screen.mu.Unlock()
	n := 0
	for y := range c.screen.vt.Height() {
		for x := range c.screen.vt.Width() {
			if cell := c.screen.vt.CellAt(x, y); cell != nil && sameColour(cell.Style.Bg, color.White) && sameColour(cell.Style.Fg, color.Black) {
				n++
			}
		}
	}
	return n > 100
}

func sameColour(a, b color.Color) bool {
	if a == nil {
		return false
	}
	r, g, bl, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r == r2 && g == g2 && bl == b2
}
