package tui

import (
	"time"

	"motcua/tui/parts"
)

// shown is the screen as the person sees it: the page in its frame or, in a
// lobby, what stands over it.
func (r *Root) shown() *parts.Sheet {
	switch {
	case r.porter == nil:
		return r.sheet()
	case r.porter.scrubbing:
		return r.scrubSheet()
	case r.porter.idle.asking():
		return r.drawQuestion(time.Now())
	}
	s := r.sheet()
	if r.porter.told != "" {
		r.drawTold(s)
	}
	return s
}

// drawTold lays the sentence of the moment over the lower part of the page, which
// stays as it was.
func (r *Root) drawTold(s *parts.Sheet) {
	x := margin(r.width)
	width := r.width - 2*x
	lines := parts.Wrap(r.porter.told, width-6)
	b := parts.Button{ID: toldTarget, Text: r.porter.told, Main: true, Left: true}
	height := len(lines) + 2
	rows, _ := r.buttonRows(width)
	foot := len(rows) * (parts.ButtonHeight + 1) // the buttons below the page stay in sight
	b.Draw(s, r.sh.st, x, max(r.height-foot-height, 0), width, height)
	s.Cursor = nil
}

// toldTarget is the sentence itself: a finger on it takes it away and does nothing
// else.
const toldTarget = "told"
