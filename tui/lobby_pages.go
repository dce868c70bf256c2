package tui

import "motcua/tui/parts"

// settle turns what was wished for into a line of something that deep, of which
// that many lines are shown at once and those pieces whole or not at all.
func (s *scroll) settle(depth, height int, whole []parts.Span) {
	s.most = max(depth-height, 0)
	s.tops = pageTops(depth, height, whole)
	s.offset = min(max(s.offset, 0), s.most)
	for ; s.pages > 0 && s.offset < s.most; s.pages-- {
		s.offset = s.tops[s.page()+1]
	}
	for ; s.pages < 0 && s.offset > 0; s.pages++ {
		at := s.page()
		if s.tops[at] == s.offset {
			at--
		}
		s.offset = s.tops[at]
	}
	s.pages = 0
}

// page is which of the pages the first shown line lies in, counted from 0.
func (s *scroll) page() int {
	at := 0
	for i, top := range s.tops {
		if top <= s.offset {
			at = i
		}
	}
	return at
}

// pageTops are the lines that pages begin with. Two lines of a page come again on
// the next one, to read on from. A piece that the lower edge would cut begins the
// next page, so that turning pages leaves none out.
func pageTops(depth, height int, whole []parts.Span) []int {
	tops := []int{0}
	for last, most := 0, max(depth-height, 0); last < most; {
		cut := last + height // the first line that the reader has not seen
		for _, w := range whole {
			if w.Top > last && w.Top < cut && w.Top+w.Lines > last+height {
				cut = w.Top
			}
		}
		next := min(last+max(height-2, 1), cut)
		for _, w := range whole {
			// What was shown whole need not come again in half.
			if end := w.Top + w.Lines; w.Top >= last && w.Top < next && end > next && end <= cut {
				next = end
			}
		}
		last = min(next, most)
		tops = append(tops, last)
	}
	return tops
}
