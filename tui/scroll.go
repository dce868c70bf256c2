package tui

import (
	tea "charm.land/bubbletea/v2"

	"motcua/themes"
	"motcua/tui/parts"
)

const (
	tallest    = 2_000 // lines that a page may be before it is shown in part
	wheelLines = 3
)

// scroll is how far down a tall page is shown. The page's size is not known to
// Update, so the wish is kept and bounded when the page is drawn.
type scroll struct {
	offset int
	pages  int   // whole pages wished for, turned into lines when drawn
	most   int   // how far down it goes, as it was drawn last in a lobby
	tops   []int // the lines that its pages begin with, as they were drawn last in a lobby
}

// move scrolls within what was drawn last and tells whether it moved.
func (s *scroll) move(lines int) bool {
	to := min(max(s.offset+lines, 0), s.most)
	moved := to != s.offset
	s.offset = to
	return moved
}

func (s *scroll) by(lines int) { s.offset = max(s.offset+lines, 0) }

// key handles the keys that scroll; others do nothing.
func (s *scroll) key(msg tea.KeyPressMsg) {
	switch msg.String() {
	case "down", "j":
		s.by(1)
	case "up", "k":
		s.by(-1)
	case "pgdown", "space":
		s.pages++
	case "pgup", "shift+space":
		s.pages--
	case "home":
		*s = scroll{}
	case "end":
		s.offset = tallest
	}
}

// window lays the visible part of a tall sheet and says when there is more.
func (s *scroll) window(out, tall *parts.Sheet, st *themes.Styles, more string) {
	depth, height := tall.Depth(), out.Height
	if depth > height {
		height-- // the last line says that there is more
	}
	s.offset += s.pages * max(height-2, 1)
	s.pages = 0
	s.offset = min(max(s.offset, 0), max(depth-height, 0))
	out.Window(0, 0, height, s.offset, tall)
	if s.offset+height < depth {
		out.Target(max(out.Width-parts.Width(more), 0), height, st.Info.Render(more), parts.PressPrefix+"pgdown")
	}
}
