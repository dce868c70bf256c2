package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

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

// Rows of four lines and of five lay so that turning pages showed some of them
// neither here nor there.
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
		s := scroll{}
		s.settle(depth, height, whole)
		what := fmt.Sprintf("%d of %d lines with %v", height, depth, whole)
		tops := []int{s.offset}
		for s.offset < s.most {
			s.pages = 1
			s.settle(depth, height, whole)
			if s.offset <= tops[len(tops)-1] || s.offset > tops[len(tops)-1]+height {
				t.Fatalf("%s: from line %d to %d", what, tops[len(tops)-1], s.offset)
			}
			tops = append(tops, s.offset)
		}
		for _, w := range whole {
			if !slices.ContainsFunc(tops, func(top int) bool { return top <= w.Top && w.Top+w.Lines <= top+height }) {
				t.Fatalf("%s: no page shows %v; they begin with %d", what, w, tops)
			}
		}
		for i := len(tops) - 2; i >= 0; i-- {
			s.pages = -1
			s.settle(depth, height, whole)
			if s.offset != tops[i] {
				t.Fatalf("%s: back to line %d, want %d", what, s.offset, tops[i])
			}
		}
	}
}
