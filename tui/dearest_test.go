package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"motcua/client/clienttest"
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

// walk measures the keys that move on a page, and then each other key from the page as it was. The
// terminal reports synchronized output, or does not.
func walk(t *testing.T, s scene, others []string, synced bool) (costs []keyCost) {
	t.Helper()
	withProfile(t, leanOptions(t), colorprofile.ANSI256, 80, 24, func(c *terminal) {
		if synced {
			c.send("\x1b[?2026;2$y")
		}
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
	clienttest.OneByOne(t)
	others := []string{"1", "enter", "2", "3", "f1", "f2", "f3", "f4", "f6", "f8", "a", "d", "k", "n", "r", "t", "u", "y", "?", "backspace", " ", "esc"}
	if testing.Short() {
		others = nil
	}
	var mu sync.Mutex
	var all []keyCost
	t.Run("walk", func(t *testing.T) {
		for i, s := range scenes {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				costs := walk(t, s, others, false)
				if i%4 == 0 && !testing.Short() {
					costs = append(costs, walk(t, s, nil, true)...)
				}
				mu.Lock()
				defer mu.Unlock()
				all = append(all, costs...)
			})
		}
	})
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

// Nine letters of a search and what is found cost a kilobyte, at the pace of most people. Somebody
// who types a letter a second gets one list on the way.
func TestBytesOfASearch(t *testing.T) {
	clienttest.OneByOne(t)
	for pace, most := range map[time.Duration]int{200 * time.Millisecond: 1024, time.Second: 1536} {
		withProfile(t, leanOptions(t), colorprofile.ANSI256, 80, 24, func(c *terminal) {
			c.press("2")
			spent := c.during(func() {
				for _, r := range "khai sinh" {
					c.send(string(r))
					c.wait(pace - 100*time.Millisecond)
				}
				c.wait(5 * time.Second)
			})
			c.shows("▸ Đăng ký khai sinh")
			t.Logf("a letter each %v: %d bytes of %d", pace, spent, most)
			if spent > most {
				t.Errorf("a letter each %v: %d bytes, the budget is %d", pace, spent, most)
			}
		})
	}
}

// A list that rolls moves rows that the terminal has (DECSTBM, SU and SD of the renderer). What is
// then on the screen is what the page has drawn, down to the last row and back.
func TestARolledListShowsEachRow(t *testing.T) {
	withProfile(t, leanOptions(t), colorprofile.ANSI256, 80, 24, func(c *terminal) {
		c.press("2")
		c.typeText("xa cuong loi cu khai sinh")
		c.wait(3 * time.Second)
		scrolled := 0
		for _, k := range slices.Concat(slices.Repeat([]string{"down"}, 20), slices.Repeat([]string{"up"}, 9), []string{"pgup", "pgdown", "pgdown", "down", "pgup"}, slices.Repeat([]string{"up"}, 20)) {
			before := len(c.screen.raw)
			c.press(k)
			if strings.Contains(string(c.screen.raw[before:]), "\x1b[8;23r") {
				scrolled++
			}
			want := lines(ansi.Strip(c.model.View().Content))
			for y, got := range lines(c.text()) {
				if w := strings.TrimRight(want[y], " "); got != w {
					t.Fatalf("after %s line %d is %q, the page has %q", k, y, got, w)
				}
			}
			if strings.Count(c.text(), "▸") != 1 {
				t.Fatalf("after %s there is no marker, or two:\n%s", k, c.text())
			}
		}
		if scrolled < 10 {
			t.Errorf("%d keys moved rows that the terminal has", scrolled)
		}
		c.shows("▸ Đăng ký lại khai sinh")
	})
}

// Whatever the size, each target of the first page has its line.
func TestTheLeanFirstPageHasAllTargets(t *testing.T) {
	for _, size := range sizes {
		withProfile(t, leanOptions(t), colorprofile.ANSI256, size[0], size[1], func(c *terminal) {
			for _, lang := range []string{"vi", "en"} {
				for n := 1; n <= 6; n++ {
					if !strings.Contains(c.text(), fmt.Sprintf("  %d  ", n)) {
						t.Errorf("%v %s: no target %d:\n%s", size, lang, n, c.text())
					}
				}
				c.press("f2")
			}
		})
	}
}
