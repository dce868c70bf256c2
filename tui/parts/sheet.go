// Package parts holds the pieces that pages are drawn with: the sheet that they are placed
// on, cards, lists, fields, keys and wrapped text. Parts know styles and sizes, but neither
// sources nor texts.
package parts

import (
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// Sheet is one drawn page: blocks on a background, the targets among them that a finger or a
// mouse may press, and the position of the cursor. A page makes a new sheet for each frame.
type Sheet struct {
	Width, Height int
	Cursor        *tea.Cursor

	ground lipgloss.Style
	layers []layer
}

// layer is a block at its position. On a touch screen a whole layer is shown completely or
// not at all: targets, and what makes no sense when cut.
type layer struct {
	*lipgloss.Layer
	whole bool
}

// NewSheet makes a sheet of that size with a background in that style.
func NewSheet(width, height int, ground lipgloss.Style) *Sheet {
	return &Sheet{Width: width, Height: height, ground: ground}
}

// Put places a block with its upper left corner at x, y. What extends below the sheet is
// cut off.
func (s *Sheet) Put(x, y int, block string) { s.add(x, y, block, "", false) }

// PutWhole places a block that WindowWhole does not cut.
func (s *Sheet) PutWhole(x, y int, block string) { s.add(x, y, block, "", true) }

// Target places a block that can be pressed; a press sends id to the page.
func (s *Sheet) Target(x, y int, block, id string) { s.add(x, y, block, id, id != "") }

func (s *Sheet) add(x, y int, block, id string, whole bool) {
	if y >= s.Height || block == "" {
		return
	}
	if over := y + lipgloss.Height(block) - s.Height; over > 0 {
		lines := strings.Split(block, "\n")
		block = strings.Join(lines[:len(lines)-over], "\n")
	}
	l := lipgloss.NewLayer(squared(block, s.ground)).X(x).Y(y).ID(id)
	s.layers = append(s.layers, layer{l, whole})
}

// squared makes all lines of a block as wide as its widest one: a shorter line would show
// without the background's colour.
func squared(block string, ground lipgloss.Style) string {
	if !strings.Contains(block, "\n") {
		return block
	}
	lines := strings.Split(block, "\n")
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = lipgloss.Width(l)
	}
	widest := slices.Max(widths)
	for i := range lines {
		if gap := widest - widths[i]; gap > 0 {
			lines[i] += ground.Render(strings.Repeat(" ", gap))
		}
	}
	return strings.Join(lines, "\n")
}

// Lay copies a whole sheet into this one, with its targets and its cursor.
func (s *Sheet) Lay(x, y int, other *Sheet) {
	for _, l := range other.layers {
		s.lay(x+l.GetX(), y+l.GetY(), l)
	}
	if other.Cursor != nil {
		c := *other.Cursor
		c.X += x
		c.Y += y
		s.Cursor = &c
	}
}

// lay copies a layer of another sheet into this one. It does not measure a layer again that
// fits, because measuring takes most of the time of drawing.
func (s *Sheet) lay(x, y int, l layer) {
	if y+l.Height() > s.Height {
		s.add(x, y, l.GetContent(), l.GetID(), l.whole)
		return
	}
	own := *l.Layer
	s.layers = append(s.layers, layer{own.X(x).Y(y), l.whole})
}

// String renders the sheet, each line as wide as the sheet.
func (s *Sheet) String() string {
	canvas := lipgloss.NewCanvas(s.Width, s.Height)
	blank := lipgloss.NewLayer(s.ground.Render(strings.Repeat(" ", s.Width)))
	for y := range s.Height {
		blank.Draw(canvas, image.Rect(0, y, s.Width, y+1))
	}
	// Layers are in order and know their size. A compositor would measure each of them
	// twice again.
	for _, l := range s.layers {
		l.Draw(canvas, bounds(l))
	}
	return canvas.Render()
}

// bounds are the cells of a layer.
func bounds(l layer) image.Rectangle {
	return image.Rect(l.GetX(), l.GetY(), l.GetX()+l.Width(), l.GetY()+l.Height())
}

// Hit returns the target at a cell, or "".
func (s *Sheet) Hit(x, y int) string {
	for _, l := range slices.Backward(s.layers) {
		if image.Pt(x, y).In(bounds(l)) {
			return l.GetID()
		}
	}
	return ""
}

// Targets lists the ids that can be pressed, in drawing order, each once.
func (s *Sheet) Targets() []string {
	var ids []string
	seen := map[string]bool{}
	for _, l := range s.layers {
		if id := l.GetID(); id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// find gives the first layer of a target; nil when there is none of that id.
func (s *Sheet) find(id string) *lipgloss.Layer {
	for _, l := range s.layers {
		if id != "" && l.GetID() == id {
			return l.Layer
		}
	}
	return nil
}

// TargetAt gives the cell in the middle of a target, for tests that press it.
func (s *Sheet) TargetAt(id string) (x, y int, ok bool) {
	l := s.find(id)
	if l == nil {
		return 0, 0, false
	}
	return l.GetX() + l.Width()/2, l.GetY() + l.Height()/2, true
}

// Rect is where a target lies, in cells.
type Rect struct{ X, Y, Width, Height int }

// Rect gives the cells of a target; false when there is none of that id.
func (s *Sheet) Rect(id string) (Rect, bool) {
	l := s.find(id)
	if l == nil {
		return Rect{}, false
	}
	return Rect{l.GetX(), l.GetY(), l.Width(), l.Height()}, true
}

// WindowWhole is Window for touch: it leaves out targets and whole blocks that would be
// cut, with the headings directly above them.
func (s *Sheet) WindowWhole(x, y, height, offset int, tall *Sheet) {
	s.window(x, y, height, offset, tall, true)
}

// Window copies a part of a taller sheet into this one: height lines from line offset on.
// A target that is cut off completely cannot be pressed.
func (s *Sheet) Window(x, y, height, offset int, tall *Sheet) {
	s.window(x, y, height, offset, tall, false)
}

func (s *Sheet) window(x, y, height, offset int, tall *Sheet, whole bool) {
	var cut []Span // by the lower edge
	if whole {
		cut = slices.DeleteFunc(tall.Whole(height), func(w Span) bool { return w.Top+w.Lines <= offset+height })
	}
	for _, l := range tall.layers {
		top := l.GetY() - offset
		above, below := max(-top, 0), max(top+l.Height()-height, 0)
		switch {
		case slices.ContainsFunc(cut, func(w Span) bool { return w.Top == l.GetY() }):
			continue
		case above+below == 0:
			s.lay(x+l.GetX(), y+top, l)
			continue
		case above >= l.Height(), below >= l.Height(), whole && l.whole:
			continue
		}
		lines := strings.Split(l.GetContent(), "\n")
		lines = lines[above : len(lines)-below]
		s.add(x+l.GetX(), y+max(top, 0), strings.Join(lines, "\n"), l.GetID(), l.whole)
	}
}

// Span is a range of lines of a sheet.
type Span struct{ Top, Lines int }

// Whole returns the blocks that WindowWhole shows completely or not at all, each with the line
// of text that begins directly above it, which is its heading, where both fit into height lines.
func (s *Sheet) Whole(height int) []Span {
	var spans []Span
	for _, l := range s.layers {
		if !l.whole {
			continue
		}
		w := Span{l.GetY(), l.Height()}
		if w.Lines < height && s.Begins(w.Top-1) {
			w.Top--
			w.Lines++
		}
		spans = append(spans, w)
	}
	return spans
}

// Begins reports whether text begins at a line: the line above is free and the next one is not.
// A whole block is not text.
func (s *Sheet) Begins(line int) bool {
	var above, here, below bool
	for _, l := range s.layers {
		top, end := l.GetY(), l.GetY()+l.Height()
		has := func(y int) bool { return top <= y && y < end }
		if l.whole && has(line) {
			return false
		}
		above, here, below = above || has(line-1), here || has(line), below || has(line+1)
	}
	return !above && here && below
}

// Depth returns the number of lines that the sheet's blocks use.
func (s *Sheet) Depth() int {
	depth := 0
	for _, l := range s.layers {
		depth = max(depth, l.GetY()+l.Height())
	}
	return depth
}

// LineOf is the first line of a target, or -1.
func (s *Sheet) LineOf(id string) int {
	if l := s.find(id); l != nil {
		return l.GetY()
	}
	return -1
}
