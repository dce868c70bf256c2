package page

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// Tallest is a number of lines that no page exceeds.
const Tallest = 2_000

// WheelLines is how many lines one turn of the wheel scrolls.
const WheelLines = 3

// Scroll is the scroll position of a tall page. Keys request a position, and Layout bounds it
// once the page's height is known.
type Scroll struct {
	Offset int
	Pages  int   // requested whole pages, converted to lines at the next layout
	Most   int   // the largest offset, from the last layout
	tops   []int // the first lines of its pages, from the last layout in a lobby
}

// Move scrolls within the last layout and reports whether the position changed.
func (s *Scroll) Move(lines int) bool {
	to := min(max(s.Offset+lines, 0), s.Most)
	moved := to != s.Offset
	s.Offset = to
	return moved
}

// By scrolls by that many lines; the next layout bounds the position.
func (s *Scroll) By(lines int) { s.Offset = max(s.Offset+lines, 0) }

// Key handles the keys that scroll, and ignores others.
func (s *Scroll) Key(msg tea.KeyPressMsg) {
	switch msg.String() {
	case "down":
		s.By(1)
	case "up":
		s.By(-1)
	case "pgdown", "space":
		s.Pages++
	case "pgup", "shift+space":
		s.Pages--
	case "home":
		*s = Scroll{}
	case "end":
		s.Offset = Tallest
	}
}

// bound applies the requested position to a page of that depth, of which height lines are
// shown.
func (s *Scroll) bound(depth, height int) {
	s.Most = max(depth-height, 0)
	s.Offset += s.Pages * max(height-2, 1)
	s.Pages = 0
	s.Offset = min(max(s.Offset, 0), s.Most)
}

// Settle is bound for a lobby, where the blocks in whole are shown completely or not at all.
func (s *Scroll) Settle(depth, height int, whole []parts.Span) {
	s.Most = max(depth-height, 0)
	s.tops = pageTops(depth, height, whole)
	s.Offset = min(max(s.Offset, 0), s.Most)
	for ; s.Pages > 0 && s.Offset < s.Most; s.Pages-- {
		s.Offset = s.tops[s.page()+1]
	}
	for ; s.Pages < 0 && s.Offset > 0; s.Pages++ {
		at := s.page()
		if s.tops[at] == s.Offset {
			at--
		}
		s.Offset = s.tops[at]
	}
	s.Pages = 0
}

// page returns the number of the page that contains the first shown line, from 0.
func (s *Scroll) page() int {
	at := 0
	for i, top := range s.tops {
		if top <= s.Offset {
			at = i
		}
	}
	return at
}

// pageTops returns the first lines of the pages. Two lines are repeated on the next page, to
// help the reader find the place. A block that the lower edge would cut begins the next page,
// so that no block is missed.
func pageTops(depth, height int, whole []parts.Span) []int {
	tops := []int{0}
	for last, most := 0, max(depth-height, 0); last < most; {
		cut := last + height // the first line that is not shown yet
		for _, w := range whole {
			if w.Top > last && w.Top < cut && w.Top+w.Lines > last+height {
				cut = w.Top
			}
		}
		next := min(last+max(height-2, 1), cut)
		for _, w := range whole {
			// A block that was shown completely need not be repeated in part.
			if end := w.Top + w.Lines; w.Top >= last && w.Top < next && end > next && end <= cut {
				next = end
			}
		}
		last = min(next, most)
		tops = append(tops, last)
	}
	return tops
}
