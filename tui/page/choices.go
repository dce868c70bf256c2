package page

import (
	"strconv"
	"strings"

	"motcua/tui/parts"
)

// Choices are rows of a tall page that can be opened: with a marker beside the one that is
// chosen on a terminal of one's own, buttons in a lobby. The ID of a target is "row:" and
// its number.
type Choices struct {
	Rows   []parts.Row
	At     int // the chosen row
	seen   bool
	offset int // of the page at the last layout
}

// Walk chooses another row and shows it at the next layout. It reports whether there was one;
// otherwise the page scrolls, for what is above the first row and below the last.
func (c *Choices) Walk(by int) bool {
	to := min(max(c.At+by, 0), max(len(c.Rows)-1, 0))
	c.seen = to != c.At
	c.At = to
	return c.seen
}

// Name is what a row says aloud, by the ID of its target; "" for another target.
func (c *Choices) Name(id string) string {
	if i, ok := parts.RowOf(id); ok && i >= 0 && i < len(c.Rows) {
		return strings.TrimSuffix(c.Rows[i].Name+", "+c.Rows[i].Quiet, ", ")
	}
	return ""
}

// DrawChoices lays rows from one on, as many as n.
func (b Base) DrawChoices(f *parts.Flow, c *Choices, from, n int) {
	st := b.Styles
	for i := from; i < from+n && i < len(c.Rows); i++ {
		row, id := c.Rows[i], "row:"+strconv.Itoa(i)
		if b.Touch {
			button := parts.Button{ID: id, Left: true, Text: strings.Join(parts.CutLines(row.Name, f.Width-rowEdge, choiceLines), " "), Quiet: parts.CutParts(row.Quiet, f.Width-rowEdge), Focus: b.Focused(id)}
			height := len(button.Lines(f.Width)) + 2
			button.Draw(f.Sheet, st, f.X, f.Y, f.Width, height)
			f.Gap(height + 1)
			continue
		}
		lines := parts.CutLines(row.Name, f.Width-2, choiceLines)
		for j, l := range lines {
			marker := " "
			if j == 0 && i == c.At {
				marker = "▸"
			}
			lines[j] = st.Base.Render(marker+" ") + st.Strong.Render(l)
		}
		if row.Quiet != "" {
			lines = append(lines, st.Base.Render("  ")+st.Quiet.Render(parts.CutParts(row.Quiet, f.Width-2)))
		}
		f.Sheet.Target(f.X, f.Y, strings.Join(lines, "\n"), id)
		f.Y += len(lines) + 1
	}
}

// choiceLines is how many lines of a name are shown. Names of decisions differ in their third
// line.
const choiceLines = 4

// LayChoices lays out a tall page with rows. It scrolls so that a row that was just chosen is
// seen. After a page was scrolled otherwise it chooses the first row that is seen, on a terminal
// of one's own: the marker of another would be out of sight.
func (b Base) LayChoices(t *Tall, c *Choices, width, height int, draw func(width int) *parts.Sheet) {
	b.LayTall(t, width, height, func(width int) *parts.Sheet {
		sheet := draw(width)
		if r, ok := sheet.Rect(c.target()); ok && c.seen && !b.Touch {
			t.Offset = min(max(t.Offset, r.Y+r.Height+2-height), r.Y)
			if c.At == 0 {
				t.Offset = 0
			}
		}
		return sheet
	})
	if !c.seen && !b.Touch && t.Offset != c.offset && c.choose(t, height) {
		t.sheet = draw(width)
	}
	c.seen, c.offset = false, t.Offset
}

func (c *Choices) target() string { return "row:" + strconv.Itoa(c.At) }

// choose chooses the first row that is seen whole, if the chosen one is not, and reports
// whether it did.
func (c *Choices) choose(t *Tall, height int) bool {
	seen := func(i int) bool {
		r, ok := t.sheet.Rect("row:" + strconv.Itoa(i))
		return ok && r.Y >= t.Offset && r.Y+r.Height <= t.Offset+height-1
	}
	if seen(c.At) {
		return false
	}
	for i := range c.Rows {
		if seen(i) {
			c.At = i
			return true
		}
	}
	return false
}
