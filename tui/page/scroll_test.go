package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"motcua/tui/parts"
)

func TestPagesBeginWhereNothingIsCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		depth, height int
		whole         []parts.Span
		want          []int
	}{
		{"all of it fits", 12, 12, nil, []int{0}},
		{"two lines come again", 30, 12, nil, []int{0, 10, 18}},
		{"a piece that the edge cuts begins the next", 30, 12, []parts.Span{{Top: 9, Lines: 4}}, []int{0, 9, 18}},
		{"one that was whole does not come again in half", 30, 12, []parts.Span{{Top: 8, Lines: 4}}, []int{0, 12, 18}},
		{"one that is longer than the screen is passed", 40, 12, []parts.Span{{Top: 4, Lines: 20}}, []int{0, 4, 14, 24, 28}},
		{"one beside it that is cut comes first", 30, 12, []parts.Span{{Top: 8, Lines: 4}, {Top: 9, Lines: 4}}, []int{0, 9, 18}},
		{"rows of a list", 24, 12, []parts.Span{{Top: 0, Lines: 5}, {Top: 6, Lines: 4}, {Top: 11, Lines: 5}, {Top: 17, Lines: 4}}, []int{0, 10, 12}},
	} {
		if got := pageTops(c.depth, c.height, c.whole); !slices.Equal(got, c.want) {
			t.Errorf("%s: pages begin with %d, want %d", c.name, got, c.want)
		}
	}
}

// Rows of four and five lines were once laid out so that scrolling by pages never showed some
// of them completely.
func TestTurningPagesShowsEachPiece(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 2_000 {
		height := 6 + r.IntN(20)
		var whole []parts.Span
		depth := 0
		for range 1 + r.IntN(30) {
			depth += r.IntN(4)
			w := parts.Span{Top: depth, Lines: 1 + r.IntN(height)}
			whole = append(whole, w)
			depth += w.Lines
		}
		depth += r.IntN(3)
		s := Scroll{}
		s.Settle(depth, height, whole)
		what := fmt.Sprintf("%d of %d lines with %v", height, depth, whole)
		tops := []int{s.Offset}
		for s.Offset < s.Most {
			s.Pages = 1
			s.Settle(depth, height, whole)
			if s.Offset <= tops[len(tops)-1] || s.Offset > tops[len(tops)-1]+height {
				t.Fatalf("%s: from line %d to %d", what, tops[len(tops)-1], s.Offset)
			}
			tops = append(tops, s.Offset)
		}
		for _, w := range whole {
			if !slices.ContainsFunc(tops, func(top int) bool { return top <= w.Top && w.Top+w.Lines <= top+height }) {
				t.Fatalf("%s: no page shows %v; they begin with %d", what, w, tops)
			}
		}
		for i := len(tops) - 2; i >= 0; i-- {
			s.Pages = -1
			s.Settle(depth, height, whole)
			if s.Offset != tops[i] {
				t.Fatalf("%s: back to line %d, want %d", what, s.Offset, tops[i])
			}
		}
	}
}

// A heading once stood alone at the foot of a screen, and in a lobby above a block that did not
// fit. It is left out there, and a later page shows it with what is below it.
func TestNoHeadingStandsAloneAtTheFoot(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 500 {
		b := Base{Env: &Env{Touch: n%2 == 0}}
		height := 7 + r.IntN(20)
		sheet := parts.NewSheet(80, Tallest, lipgloss.NewStyle())
		f := parts.Flow{Sheet: sheet, Width: 40}
		below := map[string]string{} // what is directly below a heading
		line := func() string { return fmt.Sprintf("line %d.", f.Y) }
		for range 5 + r.IntN(20) {
			heading, lines := line(), r.IntN(4)
			f.Block(heading)
			if below[heading] = line(); b.Touch && r.IntN(2) == 0 {
				f.Whole(line() + "\nblock\nof four\nlines")
			} else if lines == 0 {
				delete(below, heading)
			}
			for range lines {
				f.Block(line())
			}
			f.Gap(1 + r.IntN(2))
		}
		tall, seen := Tall{}, map[string]bool{}
		draw := func(int) *parts.Sheet { return sheet }
		for b.LayTall(&tall, 80, height, draw); ; b.LayTall(&tall, 80, height, draw) {
			shown := height
			if !b.Touch && tall.Most > 0 {
				shown--
			}
			out := parts.NewSheet(80, shown, lipgloss.NewStyle())
			if b.Touch {
				out.WindowWhole(0, 0, tall.foot(shown), tall.Offset, sheet)
			} else {
				out.Window(0, 0, tall.foot(shown), tall.Offset, sheet)
			}
			page := out.String()
			for heading, next := range below {
				if !strings.Contains(page, heading) {
					continue
				}
				if seen[heading] = true; !strings.Contains(page, next) {
					t.Fatalf("%d lines from line %d: %s without %s\n%s", shown, tall.Offset, heading, next, page)
				}
			}
			if tall.Offset >= tall.Most {
				break
			}
			tall.Pages = 1
		}
		if len(seen) != len(below) {
			t.Fatalf("%d lines, touch %v: %d of %d headings are seen", height, b.Touch, len(seen), len(below))
		}
	}
}
