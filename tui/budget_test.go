package tui_test

import (
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// What the interface writes is what a slow line carries: over SSH nothing is
// compressed (x/crypto offers no compression), so few bytes are the program's
// own work. The figures are the renderer's output at 80x24 with 256 colours,
// which is what most SSH clients get.

// budget is one measured way of using the interface.
type budget struct {
	name string
	most int // bytes of output
	cost func(c *terminal) int
}

// during counts what is written while keys are pressed.
func (c *terminal) during(f func()) int {
	before := c.written()
	f()
	return c.written() - before
}

func budgets() []budget {
	return []budget{
		{"first screen", 1800, func(c *terminal) int { return c.written() }},
		{"idle for a minute", 0, func(c *terminal) int {
			return c.during(func() { c.wait(time.Minute) })
		}},
		{"arrow key in a list", 40, func(c *terminal) int {
			c.press("2")
			c.press("down")
			return c.during(func() { c.press("up") })
		}},
		{"character in the code field", 24, func(c *terminal) int {
			c.press("1")
			c.typeText("H55.17.05-2611")
			return c.during(func() { c.press("2") })
		}},
		{"character in the search field", 24, func(c *terminal) int {
			c.press("2")
			c.typeText("tam")
			return c.during(func() { c.press("t") })
		}},
		{"whole dossier look-up", 4096, func(c *terminal) int {
			return c.during(func() {
				c.press("1")
				for _, r := range sampleCode {
					c.press(string(r))
				}
				c.press("enter")
				c.wait(time.Second)
				c.shows("THỨ TƯ 25/11/2026")
			})
		}},
	}
}

func measure(t *testing.T, b budget) int {
	t.Helper()
	o, _ := options(t)
	spent := 0
	withProfile(t, o, colorprofile.ANSI256, 80, 24, func(c *terminal) { spent = b.cost(c) })
	return spent
}

func TestByteBudgets(t *testing.T) {
	for _, b := range budgets() {
		t.Run(b.name, func(t *testing.T) {
			spent := measure(t, b)
			t.Logf("%d bytes of %d", spent, b.most)
			if spent > b.most {
				t.Errorf("%s writes %d bytes, the budget is %d", b.name, spent, b.most)
			}
		})
	}
}
