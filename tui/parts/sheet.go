// Package parts holds the pieces that pages are drawn with: the sheet that they
// are laid on, cards, lists, fields, keys and wrapped text. Parts know styles
// and sizes, neither sources nor texts.
package parts

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// Sheet is one drawn page: blocks laid on a ground, the targets among them that
// a finger or a mouse may press, and where the cursor stands. A page makes a
// new sheet for each frame and forgets it.
type Sheet struct {
	Width, Height int
	Cursor        *tea.Cursor

	ground lipgloss.Style
	layers []*lipgloss.Layer
	ids    int
}

// NewSheet begins a page of that size on a ground of that style.
func NewSheet(width, height int, ground lipgloss.Style) *Sheet {
	return &Sheet{Width: width, Height: height, ground: ground}
}

// Put lays a block with its upper left corner at x, y. What sticks out below
// the sheet is cut.
func (s *Sheet) Put(x, y int, block string) { s.add(x, y, block, "") }

// Target lays a block that can be pressed; pressing it sends id to the page.
func (s *Sheet) Target(x, y int, block, id string) { s.add(x, y, block, id) }

func (s *Sheet) add(x, y int, block, id string) {
	if y >= s.Height || block == "" {
		return
	}
	if over := y + lipgloss.Height(block) - s.Height; over > 0 {
		lines := strings.Split(block, "\n")
		block = strings.Join(lines[:len(lines)-over], "\n")
	}
	block = squared(block, s.ground)
	if id == "" {
		// The compositor tells layers apart by their id; a colon and a number
		// cannot be pressed.
		id = ":" + strconv.Itoa(s.ids)
		s.ids++
	}
	s.layers = append(s.layers, lipgloss.NewLayer(block).X(x).Y(y).Z(1+len(s.layers)).ID(id))
}

// squared makes all lines of a block as wide as its widest one: what a layer
// leaves open within its width would be drawn without the ground's colour.
func squared(block string, ground lipgloss.Style) string {
	if !strings.Contains(block, "\n") {
		return block
	}
	lines := strings.Split(block, "\n")
	width := lipgloss.Width(block)
	for i, l := range lines {
		if gap := width - lipgloss.Width(l); gap > 0 {
			lines[i] = l + ground.Render(strings.Repeat(" ", gap))
		}
	}
	return strings.Join(lines, "\n")
}

// Lay puts a whole sheet into this one, with its targets and its cursor.
func (s *Sheet) Lay(x, y int, other *Sheet) {
	for _, l := range other.layers {
		id := l.GetID()
		if strings.HasPrefix(id, ":") {
			id = ""
		}
		s.add(x+l.GetX(), y+l.GetY(), l.GetContent(), id)
	}
	if other.Cursor != nil {
		c := *other.Cursor
		c.X += x
		c.Y += y
		s.Cursor = &c
	}
}

// String renders the sheet, each line as wide as the sheet.
func (s *Sheet) String() string {
	canvas := lipgloss.NewCanvas(s.Width, s.Height)
	blank := s.ground.Render(strings.Repeat(" ", s.Width))
	ground := strings.TrimSuffix(strings.Repeat(blank+"\n", s.Height), "\n")
	canvas.Compose(lipgloss.NewCompositor(append([]*lipgloss.Layer{lipgloss.NewLayer(ground)}, s.layers...)...))
	return canvas.Render()
}

// Hit finds the target at a cell, or "".
func (s *Sheet) Hit(x, y int) string {
	if len(s.layers) == 0 {
		return ""
	}
	id := lipgloss.NewCompositor(s.layers...).Hit(x, y).ID()
	if strings.HasPrefix(id, ":") {
		return ""
	}
	return id
}

// Targets lists the ids that can be pressed, in drawing order, each once.
func (s *Sheet) Targets() []string {
	var ids []string
	seen := map[string]bool{}
	for _, l := range s.layers {
		if id := l.GetID(); !strings.HasPrefix(id, ":") && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// TargetAt gives the cell in the middle of a target, for tests that press it.
func (s *Sheet) TargetAt(id string) (x, y int, ok bool) {
	for _, l := range s.layers {
		if l.GetID() == id {
			return l.GetX() + l.Width()/2, l.GetY() + l.Height()/2, true
		}
	}
	return 0, 0, false
}

// Rect is where a target lies, in cells.
type Rect struct{ X, Y, Width, Height int }

// Rect gives the cells of a target; false when there is none of that id.
func (s *Sheet) Rect(id string) (Rect, bool) {
	if id == "" {
		return Rect{}, false
	}
	for _, l := range s.layers {
		if l.GetID() == id {
			return Rect{l.GetX(), l.GetY(), l.Width(), l.Height()}, true
		}
	}
	return Rect{}, false
}

// WindowWhole is Window for fingers: a target that would be cut is left out.
func (s *Sheet) WindowWhole(x, y, height, offset int, tall *Sheet) {
	s.window(x, y, height, offset, tall, true)
}

// Window lays a part of a taller sheet into this one: height lines of it, from
// its line offset on. Targets that are cut off whole cannot be pressed.
func (s *Sheet) Window(x, y, height, offset int, tall *Sheet) {
	s.window(x, y, height, offset, tall, false)
}

func (s *Sheet) window(x, y, height, offset int, tall *Sheet, whole bool) {
	for _, l := range tall.layers {
		lines := strings.Split(l.GetContent(), "\n")
		top := l.GetY() - offset
		if whole && !strings.HasPrefix(l.GetID(), ":") && (top < 0 || top+len(lines) > height) {
			continue
		}
		if top < 0 {
			if -top >= len(lines) {
				continue
			}
			lines, top = lines[-top:], 0
		}
		if top >= height {
			continue
		}
		if over := top + len(lines) - height; over > 0 {
			lines = lines[:len(lines)-over]
		}
		id := l.GetID()
		if strings.HasPrefix(id, ":") {
			id = ""
		}
		s.add(x+l.GetX(), y+top, strings.Join(lines, "\n"), id)
	}
}

// Depth is how many lines the sheet's blocks reach down.
func (s *Sheet) Depth() int {
	depth := 0
	for _, l := range s.layers {
		depth = max(depth, l.GetY()+l.Height())
	}
	return depth
}

// LineOf is the first line of a target, or -1.
func (s *Sheet) LineOf(id string) int {
	for _, l := range s.layers {
		if l.GetID() == id {
			return l.GetY()
		}
	}
	return -1
}
