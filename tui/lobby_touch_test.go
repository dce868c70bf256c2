package tui_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/text"
)

// drawnTo is the report of a finger that is drawn over the screen (SGR button 32).
func drawnTo(x, y int) string { return mouse(32, x, y) }

// onLobby shows a lobby of the smallest size, on a list of what was found.
func onLobby(t *testing.T, body func(*terminal)) {
	t.Helper()
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, body)
}

func toResults(c *terminal) {
	c.tap("2")
	c.tapText("khai")
	c.tap("key:f9")
}

// firstRow is the first row that is on the screen.
func (c *terminal) firstRow() string {
	c.t.Helper()
	for _, id := range c.model.Screen().Targets() {
		if strings.HasPrefix(id, "row:") {
			return id
		}
	}
	c.t.Fatalf("no row is on the screen:\n%s", c.text())
	return ""
}

// at puts a finger on a cell without lifting it.
func (c *terminal) at(x, y int) { c.send(mouse(0, x, y)) }

func TestRowsOpenWhenTheFingerIsLifted(t *testing.T) {
	onLobby(t, func(c *terminal) {
		toResults(c)
		x, y := c.spot(c.firstRow())
		c.at(x, y)
		c.wait(2 * time.Second)
		c.shows("│ khai ") // this terminal has told of lifted fingers before: it waits
		c.send(lifted(x, y))
		c.wait(time.Second)
		c.hides("│ khai ")
	})
}

// A terminal that never tells of a lifted finger: the press must do.
func TestRowsOpenWithoutARelease(t *testing.T) {
	onLobby(t, func(c *terminal) {
		for _, id := range []string{"2", "board:type:k", "board:type:h", "board:type:a", "board:type:i"} {
			c.at(c.spot(id))
		}
		c.wait(time.Second)
		c.at(c.spot("key:f9"))
		c.at(c.spot(c.firstRow()))
		c.shows("│ khai ") // not at once: it may become a drag
		c.wait(time.Second)
		c.hides("│ khai ")
	})
}

func TestADragScrollsAndOpensNothing(t *testing.T) {
	for _, lifts := range []bool{true, false} {
		onLobby(t, func(c *terminal) {
			toResults(c)
			before := c.firstRow()
			x, y := c.spot("row:1")
			c.at(x, y)
			for up := 1; up <= 6; up++ {
				c.send(drawnTo(x, y-up))
			}
			if lifts {
				c.send(lifted(x, y-6))
			}
			c.wait(2 * time.Second)
			c.shows("│ khai ")
			if after := c.firstRow(); after == before {
				t.Errorf("a drag of six lines left %s on top", after)
			}
			x, y = c.spot("field:words")
			c.at(x, y)
			for down := 1; down <= 9; down++ {
				c.send(drawnTo(x, y+down)) // from a field nothing is dragged
			}
			c.send(lifted(x, y+9))
			c.shows("│ khai ")
		})
	}
}

// A finger on the edge of a line may wander over it.
func TestAFingerMayTremble(t *testing.T) {
	onLobby(t, func(c *terminal) {
		toResults(c)
		x, y := c.spot(c.firstRow())
		c.at(x, y)
		c.send(drawnTo(x, y+1) + lifted(x, y+1))
		c.wait(time.Second)
		c.hides("│ khai ")
	})
}

// Compositors report one tap as a touch and as a pointer's press. It is one tap: on
// the page that it opened nothing is pressed, and a key types one letter.
func TestATapReportedTwiceIsOneTap(t *testing.T) {
	for _, apart := range []time.Duration{0, 30 * time.Millisecond} {
		for _, lifts := range []bool{true, false} {
			onLobby(t, func(c *terminal) {
				twice := func(id string) {
					x, y := c.spot(id)
					report := mouse(0, x, y)
					if lifts {
						report += lifted(x, y)
					}
					_, _ = io.WriteString(c.keys, report)
					c.wait(apart)
					_, _ = io.WriteString(c.keys, report)
					c.wait(time.Second)
				}
				twice("2")
				for _, id := range []string{"board:type:k", "board:type:h", "board:type:a", "board:type:i"} {
					twice(id)
				}
				c.shows("│ khai ")
				twice("key:f9")
				twice(c.firstRow())
				c.hides("│ khai ")
				twice("key:esc")
				c.shows("│ khai ", "│ khai ") // one page back
			})
		}
	}
}

// Two taps are two: people double a letter as fast as they can.
func TestTwoTapsAreTwo(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.tap("1")
		x, y := c.spot("board:type:h")
		c.at(x, y)
		x, y = c.spot("board:type:5")
		for range 2 {
			_, _ = io.WriteString(c.keys, mouse(0, x, y)+lifted(x, y))
			c.wait(100 * time.Millisecond)
		}
		c.wait(time.Second)
		c.shows("│ H55 ")
	})
}

// A button acts when it is pressed; lifting the finger from the page that it
// opened presses nothing there.
func TestButtonsActOnThePress(t *testing.T) {
	onLobby(t, func(c *terminal) {
		x, y := c.spot("1")
		c.at(x, y)
		c.shows("Mã hồ sơ")
		c.send(drawnTo(x, y-5) + lifted(x, y-5))
		c.shows("Mã hồ sơ")
	})
}

func TestTallPagesScrollByWheelDragAndKeys(t *testing.T) {
	for name, act := range map[string]func(*terminal){
		"wheel":  func(c *terminal) { c.wheel(true) },
		"drag":   func(c *terminal) { c.at(10, 14); c.send(drawnTo(10, 11) + drawnTo(10, 8) + lifted(10, 8)) },
		"button": func(c *terminal) { c.tap("key:pgdown") },
		"key":    func(c *terminal) { c.press("pgdown") },
		"arrow":  func(c *terminal) { c.press("down") },
	} {
		t.Run(name, func(t *testing.T) {
			onLobby(t, func(c *terminal) {
				c.press("f1")
				c.shows("Hai việc làm được ở đây")
				act(c)
				c.hides("Hai việc làm được ở đây")
			})
		})
	}
}

// Tab reaches everything that a finger could touch, in every scene, and what has
// the focus is seen without a colour.
func TestTheFocusReachesEverything(t *testing.T) {
	long(t)
	for i, scene := range lobbyScenes {
		if strings.HasPrefix(scene.name, "home_focus") {
			continue
		}
		t.Run(scene.name, func(t *testing.T) {
			beside(t)
			onScene(t, i, text.VI, lobbySizes[0], func(c *terminal) {
				want := c.model.Screen().Targets()
				plain := c.text()
				var got []string
				for range len(want) + 1 {
					c.press("tab")
					id := c.model.Focus()
					got = append(got, id)
					if now := c.text(); now == plain && !strings.HasPrefix(id, "field:") {
						t.Errorf("nothing shows that %q has the focus", id)
					}
				}
				for _, id := range want {
					if !slices.Contains(got, id) {
						t.Errorf("Tab never comes to %q", id)
					}
				}
			})
		})
	}
}

// From the first page to a dossier and out again by Tab and Enter and letters.
func TestByKeysAlone(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.press("tab", "enter")
		c.typeText(sampleCode)
		c.press("enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026")
		c.focusOn("key:m")
		c.press("enter")
		c.typeText("1234")
		c.press("enter")
		c.wait(time.Second)
		c.press("pgdown")
		c.shows("Lệ phí đăng ký tạm trú")
		c.focusOn("key:f10")
		c.press("enter")
		c.wait(time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?")
		c.hides("THỨ TƯ")
	})
}

// focusOn walks to a target.
func (c *terminal) focusOn(id string) {
	c.t.Helper()
	for range 80 {
		if c.model.Focus() == id {
			return
		}
		c.press("tab")
	}
	c.t.Fatalf("Tab never comes to %q:\n%s", id, c.text())
}

// The arrows walk through a list that is longer than the screen to its end.
func TestArrowsWalkThroughALongList(t *testing.T) {
	long(t)
	onLobby(t, func(c *terminal) {
		c.press("2")
		c.typeText("khai sinh")
		seen := map[string]bool{}
		for range 400 {
			c.press("down")
			if id := c.model.Focus(); strings.HasPrefix(id, "row:") {
				seen[id] = true
			} else if strings.HasPrefix(id, "key:f10") {
				break
			}
		}
		for i := range 20 {
			if id := fmt.Sprintf("row:%d", i); !seen[id] {
				t.Errorf("the arrows never came to %s; they came to %d rows", id, len(seen))
			}
		}
	})
}

// From the first page to a dossier and out again with one finger, the code typed
// on the keyboard of the screen.
func TestByOneFingerAlone(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.tap("1")
		c.tapText(strings.ToLower(sampleCode))
		c.tap("key:enter")
		c.wait(time.Second)
		c.shows("THỨ TƯ 25/11/2026", "█")
		c.tap("key:m")
		c.tapText("1239")
		c.tap("board:delete")
		c.tapText("4")
		c.tap("key:enter")
		c.wait(time.Second)
		c.tap("key:pgdown")
		c.shows("Lệ phí đăng ký tạm trú")
		c.tap("key:f10")
		c.wait(time.Second)
		c.shows("CẦN MANG GIẤY TỜ GÌ?")
	})
}

// The keyboard writes Vietnamese with its marks and tones, wherever they come.
func TestTheKeyboardWritesVietnamese(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.tap("2")
		c.tapText("đương")
		c.tap("board:tone:huyen")
		c.tapText(" bô")
		c.tap("board:tone:nang")
		c.tapText(" ")
		c.shows("đường bộ")
		c.tap("board:delete", "board:delete")
		c.shows("│ đường b ")
		c.hides("│ đường bộ")
		for range 7 {
			c.tap("board:delete")
		}
		c.tapText("xe")
		c.tap("board:tone:huyen", "board:layer")
		c.tapText("12")
		c.shows("xè12")
	})
}

// Only what can come next in a code is lit; the rest stands there and does
// nothing.
func TestTheKeyboardOffersWhatCanComeNext(t *testing.T) {
	onLobby(t, func(c *terminal) {
		c.tap("1")
		for _, step := range []struct{ typed, on, off string }{
			{"", "hg12", ".-"},
			{"h55", ".-0123456789", "hg"}, // a digit brings its dot along
			{".17.05-26", "01", "23456789.-hg"},
			{"11", "0123", "456789"},
			{"20", "-0123456789", "hg."},
			{"-0007", "0123456789", "-.hg"},
		} {
			c.tapText(step.typed)
			targets := c.model.Screen().Targets()
			for _, r := range step.on {
				if !slices.Contains(targets, "board:type:"+string(r)) {
					t.Errorf("after %q %q is not offered", step.typed, r)
				}
			}
			for _, r := range step.off {
				if slices.Contains(targets, "board:type:"+string(r)) {
					t.Errorf("after %q %q is offered", step.typed, r)
				}
			}
		}
	})
}

// Whoever types on keys of their own gets the screen; the field brings the
// keyboard back, and the next person finds it there.
func TestTheKeyboardMakesRoomForKeys(t *testing.T) {
	onLobby(t, func(c *terminal) {
		board := func() bool { return slices.Contains(c.model.Screen().Targets(), "board:type:1") }
		c.press("1")
		if !board() {
			t.Error("no keyboard before anything is typed")
		}
		c.press("H")
		if board() {
			t.Error("the keyboard stays although somebody types on keys")
		}
		c.tap("field:code")
		if !board() {
			t.Error("a touch on the field does not bring the keyboard back")
		}
		c.press("5", "f10")
		c.wait(time.Second)
		c.press("1")
		if !board() {
			t.Error("the next person finds no keyboard")
		}
	})
}

// Larger text leaves nothing out: scrolling shows all of it.
func TestLargeTextIsComplete(t *testing.T) {
	long(t)
	words := func(c *terminal) map[string]bool {
		seen := map[string]bool{}
		c.press("home")
		for range 40 {
			for _, w := range strings.Fields(c.text()) {
				seen[w] = true
			}
			c.press("pgdown")
		}
		return seen
	}
	for _, play := range []func(*terminal){toDossier, func(c *terminal) { c.press("3"); c.wait(time.Second) }, func(c *terminal) { c.press("f1") }} {
		onLobby(t, func(c *terminal) {
			play(c)
			normal := words(c)
			for _, size := range []string{"large", "largest"} {
				c.press("c")
				c.wait(5 * time.Second)
				now := words(c)
				for w := range normal {
					if !now[w] && !strings.ContainsAny(w, "/▲▼█▀▄") && !lettersOf(now, w) {
						t.Errorf("%s: %q is nowhere", size, w)
					}
				}
			}
		})
	}
}

// lettersOf tells a word of a heading whose letters stand apart.
func lettersOf(seen map[string]bool, w string) bool {
	for _, r := range w {
		if !seen[string(r)] {
			return false
		}
	}
	return true
}

// On a screen that is too small there is nothing to touch, nor anything to lay out.
func TestAFingerOnAScreenThatIsTooSmall(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 80, 21, func(c *terminal) {
		for _, size := range [][2]int{{1, 1}, {20, 5}, {59, 40}, {200, 3}} {
			c.program.Send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			c.wait(100 * time.Millisecond)
			c.send(mouse(0, 0, 0) + lifted(0, 0)) // on the desk's name
			c.beam("9786042012345", 0)            // a sentence stands over the page
			c.send(mouse(0, 0, 0) + lifted(0, 0))
		}
		c.program.Send(tea.WindowSizeMsg{Width: 80, Height: 21})
		c.wait(100 * time.Millisecond)
		c.tap("1")
		c.shows(text.For(text.VI).Screen.GroupAgency) // the names below a code
	})
}
