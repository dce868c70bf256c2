package tui_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/text"
)

// growing is a terminal whose letters grow: with them it has fewer cells.
type growing struct {
	columns, rows int                    // at the usual size
	sizes         chan tea.WindowSizeMsg // one after the other, as a terminal sends them
	more          int                    // percent by which its letters are larger than it was told
	stays, fails  bool                   // it ignores the size, or its program ends with an error
	mu            sync.Mutex
	told          []int
}

func (g *growing) set(percent int) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.told = append(g.told, percent)
	if g.fails {
		return errors.New("exit status 1")
	}
	if !g.stays && g.sizes != nil {
		is := percent
		if percent > 100 {
			is += g.more
		}
		g.sizes <- tea.WindowSizeMsg{Width: g.columns * 100 / is, Height: g.rows * 100 / is}
	}
	return nil
}

// last returns the size that the terminal was told last, 0 for none.
func (g *growing) last() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.told) == 0 {
		return 0
	}
	return g.told[len(g.told)-1]
}

func onGrowing(t *testing.T, l text.Lang, g *growing, body func(*terminal)) {
	t.Helper()
	o, _ := lobbyOptions(t, l)
	o.Kiosk.Letters = g.set
	onTerminal(t, o, g.columns, g.rows, func(c *terminal) {
		g.mu.Lock()
		g.sizes = make(chan tea.WindowSizeMsg, 64)
		g.mu.Unlock()
		defer close(g.sizes)
		go func() {
			for size := range g.sizes {
				c.program.Send(size)
			}
		}()
		body(c)
	})
}

// Letters grow step by step as far as the smallest screen allows, and then are as before.
func TestLettersGrowWhileCellsRemain(t *testing.T) {
	for _, tc := range []struct {
		columns, rows int
		want          []int
	}{
		{87, 21, []int{116, 100}}, // the kiosk as it is deployed
		{80, 24, []int{115, 133, 100}},
		{120, 40, []int{141, 200, 100}},
		{200, 60, []int{141, 200, 100}},
		{60, 40, nil},
		{120, 19, nil},
	} {
		g := &growing{columns: tc.columns, rows: tc.rows}
		onGrowing(t, text.VI, g, func(c *terminal) {
			if tc.want == nil {
				c.press("f6")
				c.wait(3 * time.Second)
				if g.last() != 0 {
					t.Errorf("%dx%d: the letters grew to %d", tc.columns, tc.rows, g.last())
				}
				return
			}
			for i, want := range tc.want {
				says := "Chữ to hơn"
				if i == len(tc.want)-1 {
					says = "Chữ thường"
				}
				if !strings.Contains(c.text(), says) {
					t.Errorf("%dx%d, step %d: no button %q:\n%s", tc.columns, tc.rows, i, says, c.text())
				}
				c.press("f6")
				c.wait(3 * time.Second)
				if got := g.last(); got != want {
					t.Errorf("%dx%d, step %d: the terminal was told %d, want %d", tc.columns, tc.rows, i, got, want)
				}
				if tc.columns*100/want < tui.LeastWidth || tc.rows*100/want < tui.LeastHeight {
					t.Errorf("%dx%d at %d: too few cells", tc.columns, tc.rows, want)
				}
			}
		})
	}
}

// Nothing that was typed or found is lost when the letters grow, and the next person begins
// with the usual ones.
func TestLettersKeepThePage(t *testing.T) {
	g := &growing{columns: 87, rows: 21}
	onGrowing(t, text.EN, g, func(c *terminal) {
		c.press("2")
		c.typeText("khai sinh")
		c.press("f6")
		c.wait(3 * time.Second)
		c.shows("khai sinh", "Đăng ký khai sinh")
		if g.last() != 116 {
			t.Errorf("the terminal was told %d", g.last())
		}
		c.press("f10")
		c.wait(time.Second)
		if g.last() != 100 {
			t.Errorf("after the wipe the letters are at %d", g.last())
		}
		c.shows("Larger text")
	})
}

// The kiosk forgets a person who walked away, the size of the letters too.
func TestLettersAfterSomebodyWalkedAway(t *testing.T) {
	g := &growing{columns: 87, rows: 21}
	onGrowing(t, text.VI, g, func(c *terminal) {
		c.press("f6")
		c.wait(time.Hour + time.Minute)
		if g.last() != 100 {
			t.Errorf("the letters are at %d", g.last())
		}
	})
}

// A QR code needs the cells of the usual letters. When the person leaves it, the letters are
// large again.
func TestLettersMakeRoomForACode(t *testing.T) {
	g := &growing{columns: 87, rows: 21}
	onGrowing(t, text.VI, g, func(c *terminal) {
		c.press("f6")
		c.wait(3 * time.Second)
		toDossier(c)
		c.press("w")
		c.wait(3 * time.Second)
		if g.last() != 100 {
			t.Errorf("with the code the letters are at %d:\n%s", g.last(), c.text())
		}
		c.hides("Cửa sổ nhỏ quá")
		c.press("esc")
		c.wait(3 * time.Second)
		if g.last() != 116 {
			t.Errorf("after the code the letters are at %d", g.last())
		}
	})
}

// A terminal that rounds its cells up gets a size that fits.
func TestLettersThatAreTooLarge(t *testing.T) {
	g := &growing{columns: 87, rows: 21, more: 5}
	onGrowing(t, text.VI, g, func(c *terminal) {
		c.press("f6")
		c.wait(3 * time.Second)
		if got := g.last(); got >= 116 || got <= 100 {
			t.Errorf("the terminal was told %d", g.told)
		}
		c.hides("Cần ít nhất 60 cột")
	})
}

// Where the letters do not follow, the button does what it does on any other terminal, and
// says so from then on.
func TestLettersThatDoNotGrow(t *testing.T) {
	for name, g := range map[string]*growing{
		"the terminal ignores it": {columns: 87, rows: 21, stays: true},
		"the program fails":       {columns: 87, rows: 21, fails: true},
	} {
		t.Run(name, func(t *testing.T) {
			onGrowing(t, text.VI, g, func(c *terminal) {
				c.shows("Chữ to hơn")
				c.press("f6")
				c.wait(2500 * time.Millisecond)
				c.shows("Giãn dòng: rộng")
				c.hides("Chữ to hơn")
				c.press("f6")
				c.shows("Giãn dòng: rộng nhất")
			})
		})
	}
}

// A person who finishes while the terminal is being told a size leaves it at the usual one.
func TestLettersWhileThePersonFinishes(t *testing.T) {
	g := &growing{columns: 87, rows: 21}
	onGrowing(t, text.VI, g, func(c *terminal) {
		c.typeText("2")
		c.send(keyBytes["f6"] + keyBytes["f10"])
		c.wait(3 * time.Second)
		synctest.Wait()
		if got := g.last(); got != 100 && got != 0 {
			t.Errorf("the letters are at %d: %v", got, g.told)
		}
		c.shows("Chữ to hơn")
	})
}

// On any terminal whose letters nobody can set, over SSH for example, the button promises
// nothing that it does not do.
func TestLettersElsewhere(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 21}, {200, 60}} {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			c.shows("Giãn dòng")
			c.hides("Chữ to hơn")
		})
	}
}
