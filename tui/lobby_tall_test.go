package tui_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// On a tall screen what every page offers stands in one row, the last one, and
// what the page offers itself in the row above.
func TestTallLobbyKeepsTheEverydayButtonsInARowOfTheirOwn(t *testing.T) {
	everyday := []string{"f1", "f2", "f6", "f3", "f7"}
	for name, p := range map[string]struct {
		play func(*terminal)
		own  []string
	}{
		"dossier":   {toDossier, []string{"f10", "esc", "m", "w", "i", "p", "r"}},
		"search":    {func(c *terminal) { c.press("2"); c.typeText("khai sinh"); c.wait(time.Second) }, []string{"f10", "esc", "f9", "f4", "f8"}},
		"procedure": {func(c *terminal) { c.press("3"); c.wait(time.Second) }, []string{"f10", "esc", "t", "i"}},
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := lobbyOptions(t, text.VI)
			onTerminal(t, o, 120, 40, func(c *terminal) {
				p.play(c)
				row := func(keys []string, y int) {
					for _, k := range keys {
						r, ok := c.model.Screen().Rect(parts.PressPrefix + k)
						if !ok || r.Y != y {
							c.t.Errorf("%s stands in line %d (%v), not %d:\n%s", k, r.Y, ok, y, c.text())
						}
					}
				}
				row(p.own, 40-3-1-3)
				row(everyday, 40-3)
			})
		})
	}
}

// A sentence over the page leaves all buttons in sight, two rows of them too.
func TestSentenceOverATallPageHidesNoButton(t *testing.T) {
	o, _ := inLobby(t)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		c.beam(sampleCode, 0)
		c.wait(time.Second)
		before := c.model.Screen().Targets()
		c.beam("9786042012345", 0)
		told, ok := c.model.Screen().Rect("told")
		if !ok {
			c.t.Fatalf("nothing was said:\n%s", c.text())
		}
		for _, id := range before {
			r, _ := c.model.Screen().Rect(id)
			if strings.HasPrefix(id, parts.PressPrefix) && r.Y < told.Y+told.Height && told.Y < r.Y+r.Height {
				c.t.Errorf("%s at line %d lies below the sentence at %d to %d", id, r.Y, told.Y, told.Y+told.Height-1)
			}
		}
	})
}

// A tall screen has room for a code within the frame: the desk's name and all
// buttons stay where they are on any other page.
func TestTallLobbyShowsACodeWithinItsFrame(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		toDossier(c)
		c.press("w")
		c.shows("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Mã mở trang này", "Giãn dòng", "English")
	})
}

// Where the whole page fits with it, the date stands free of what is around it.
func TestDateHasAirWhereThereIsRoom(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		toDossier(c)
		rows := lines(c.text())
		for i, l := range rows {
			if !strings.Contains(l, "THỨ TƯ 25/11/2026") {
				continue
			}
			for _, y := range []int{i - 5, i - 1, i + 1} {
				if strings.TrimSpace(rows[y]) != "" {
					c.t.Errorf("line %d is not free:\n%s", y, c.text())
				}
			}
			return
		}
		c.t.Fatalf("no date:\n%s", c.text())
	})
}

// The field for the proof stands free of the code above it, with the keyboard too.
func TestProofStandsFreeOfTheCode(t *testing.T) {
	o, _ := lobbyOptions(t, text.VI)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		toDossier(c)
		c.tap(parts.PressPrefix + "m")
		rows := lines(c.text())
		for i, l := range rows {
			if strings.Contains(l, "4 số cuối căn cước") {
				if strings.TrimSpace(rows[i-1]) != "" || !strings.Contains(rows[i-2], "H55.17.05 - 261120 - 0007") {
					c.t.Errorf("no free line above the field:\n%s", c.text())
				}
				return
			}
		}
		c.t.Fatalf("no field:\n%s", c.text())
	})
}

// The two questions are a pair: they begin in the same line.
func TestPlatesStandAsAPair(t *testing.T) {
	for _, size := range [][2]int{{80, 21}, {120, 40}} {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, size[0], size[1], func(c *terminal) {
			for _, l := range lines(c.text()) {
				a, b := strings.Contains(l, "HỒ SƠ CỦA TÔI"), strings.Contains(l, "CẦN MANG")
				if a || b {
					if a != b {
						c.t.Errorf("%v: the questions begin in different lines:\n%s", size, c.text())
					}
					return
				}
			}
			c.t.Fatalf("no questions:\n%s", c.text())
		})
	}
}

// However tall the screen is, no target of the search lies upon another or
// closer than fingers are apart, half-way down the list and with the keyboard.
func TestTargetsOfTheSearchStayApartAtEachHeight(t *testing.T) {
	long(t)
	for height := 21; height <= 44; height++ {
		o, _ := lobbyOptions(t, text.VI)
		onTerminal(t, o, 100, height, func(c *terminal) {
			c.tap("2")
			c.tapText("khai")
			for range 3 {
				c.wheel(true)
			}
			s := c.model.Screen()
			ids := s.Targets()
			for i, a := range ids {
				for _, b := range ids[:i] {
					p, _ := s.Rect(a)
					q, _ := s.Rect(b)
					beside := p.X+p.Width+2 <= q.X || q.X+q.Width+2 <= p.X
					below := p.Y+p.Height+1 <= q.Y || q.Y+q.Height+1 <= p.Y
					if !beside && !below {
						c.t.Errorf("at %d lines %s %v and %s %v are too close:\n%s", height, a, p, b, q, c.text())
						return
					}
				}
			}
		})
	}
}

// In the full text a form belongs to the paper above it: it stands further in
// than that paper's later lines.
func TestFormsStandBelowTheirPaper(t *testing.T) {
	o, svc := lobbyOptions(t, text.VI)
	o.Service = withForms{svc}
	onTerminal(t, o, 80, 21, func(c *terminal) {
		c.press("3")
		c.wait(time.Second)
		c.press("t")
		at := map[string]int{}
		for _, l := range lines(c.text()) {
			for _, piece := range []string{"Trường hợp người", "bản chính", "Biểu mẫu: CT01"} {
				if rest := strings.TrimLeft(l, " "); strings.HasPrefix(rest, piece) {
					at[piece] = len(l) - len(rest)
				}
			}
		}
		if item, later, form := at["Trường hợp người"], at["bản chính"], at["Biểu mẫu: CT01"]; item == 0 || later <= item || form <= later {
			c.t.Errorf("paper, its second line and its form stand at %d, %d and %d:\n%s", item, later, form, c.text())
		}
	})
}

// withForms gives each paper a form.
type withForms struct{ *answers }

func (w withForms) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	a, err := w.answers.Show(ctx, code)
	if err != nil {
		return a, err
	}
	a.Value.Cases = slices.Clone(a.Value.Cases)
	for i := range a.Value.Cases {
		c := &a.Value.Cases[i]
		c.Rows = slices.Clone(c.Rows)
		for j := range c.Rows {
			c.Rows[j].Forms = []client.Form{{Name: "CT01.doc"}}
		}
	}
	return a, nil
}
