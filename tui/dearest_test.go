package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/tui"
)

// What each key of each page costs over SSH, at 80x24 with 256 colours. It is the renderer's output,
// of which a server takes out some more bytes (package kiosk/terminal), never fewer.

const (
	mostFocus   = 80   // a move of the marker
	medianFocus = 40   // half of them
	mostRoll    = 350  // an arrow key that brings a row of a list or a line of a text
	mostTurn    = 1900 // PgUp, PgDn, Home or End: a whole screen of letters
	mostKey     = 3100 // any other key: a page opens, with a QR code at most, or all colours change
)

// keyCost is what one key cost.
type keyCost struct {
	page, key string
	bytes     int
	kind      string
}

// unfocused is a screen without its markers.
func unfocused(screen string) string {
	return strings.NewReplacer("▸", " ", "› ", "  ").Replace(screen)
}

// costOf presses a key and measures it.
func costOf(c *terminal, page, key string) keyCost {
	before := c.text()
	spent := c.during(func() {
		c.press(key)
		c.wait(3 * time.Second)
	})
	after, kind := c.text(), "another page"
	switch {
	case slices.Contains(movers, key) && unfocused(before) == unfocused(after):
		kind = "focus"
	case page == "full" && key != "up" && key != "down", slices.Contains([]string{"pgup", "pgdown", "home", "end"}, key):
		kind = "turn" // of a full text, another section
	case lines(before)[1] == lines(after)[1] && slices.Contains(movers, key):
		kind = "roll"
	}
	return keyCost{page, key, spent, kind}
}

var movers = []string{"up", "down", "left", "right", "tab", "shift+tab"}

// leanOptions are those of a staff member's session over SSH.
func leanOptions(t *testing.T) tui.Options {
	t.Helper()
	o, _ := staffOptions(t)
	o.Lean, o.Sample, o.Leave = true, false, func() {}
	return o
}

// walk measures the keys that move on a page, and then each other key from the page as it was.
func walk(t *testing.T, s scene, others []string) (costs []keyCost) {
	t.Helper()
	withProfile(t, leanOptions(t), colorprofile.ANSI256, 80, 24, func(c *terminal) {
		s.play(c)
		c.wait(time.Second)
		for _, round := range [][]string{
			slices.Repeat([]string{"down"}, 12), slices.Repeat([]string{"up"}, 12), slices.Repeat([]string{"tab"}, 6), slices.Repeat([]string{"shift+tab"}, 6),
			{"right", "right", "left", "left"}, {"pgdown", "pgdown", "pgup", "pgup", "end", "home"},
		} {
			for _, k := range round {
				costs = append(costs, costOf(c, s.name, k))
			}
		}
		for _, k := range others {
			there := c.text()
			costs = append(costs, costOf(c, s.name, k))
			for range 3 { // a key may lead to a page on a page
				if c.text() != there && lines(c.text())[1] != lines(there)[1] {
					c.press("esc")
					c.wait(time.Second)
				}
			}
		}
	})
	return costs
}

// Every key of every page stays within its budget. With -v it prints the ten dearest of each kind.
func TestTheDearestKeys(t *testing.T) {
	others := []string{"1", "enter", "2", "3", "f1", "f2", "f3", "f4", "f6", "f8", "a", "d", "k", "n", "r", "t", "u", "y", "?", "backspace", " ", "esc"}
	if testing.Short() {
		others = nil
	}
	var all []keyCost
	for _, s := range scenes {
		all = append(all, walk(t, s, others)...)
	}
	slices.SortStableFunc(all, func(a, b keyCost) int { return b.bytes - a.bytes })
	for kind, most := range map[string]int{"focus": mostFocus, "roll": mostRoll, "turn": mostTurn, "another page": mostKey} {
		var of []keyCost
		for _, c := range all {
			if c.kind == kind && c.bytes > 0 {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			if others != nil || kind != "another page" {
				t.Fatalf("no key was a %s", kind)
			}
			continue
		}
		var list strings.Builder
		for _, c := range of[:min(len(of), 10)] {
			fmt.Fprintf(&list, "\n%6d  %-9s %s", c.bytes, c.key, c.page)
		}
		median := of[len(of)/2].bytes
		t.Logf("%s: %d keys, median %d bytes, at most %d%s", kind, len(of), median, of[0].bytes, list.String())
		if of[0].bytes > most {
			t.Errorf("%s: a key costs %d bytes, the budget is %d", kind, of[0].bytes, most)
		}
		if kind == "focus" && median > medianFocus {
			t.Errorf("half of the moves cost %d bytes, the budget is %d", median, medianFocus)
		}
	}
}
