package parts

import (
	"strings"

	"charm.land/lipgloss/v2"
	"motcua/themes"
)

// Card is a big target: a key, a question and a hint, in a frame.
type Card struct {
	ID    string
	Key   string // the digit that chooses it
	Title string
	Hint  string
	Focus bool
}

// Draw draws the card on a sheet. Height includes the frame; titles wrap.
func (c Card) Draw(sheet *Sheet, st *themes.Styles, x, y, width, height int) {
	// The quiet border uses the body style and blanks the background style: both cost the
	// fewest bytes, and the focused card stands out more.
	face, edge := st.Base, st.Base
	border := lipgloss.RoundedBorder()
	if c.Focus {
		face, edge = st.CardFocus, st.CardBorderFocus
		border = lipgloss.ThickBorder() // to be distinguishable without colour
	}
	inner := width - 4
	var lines []string
	if c.Key == "" {
		for _, l := range Wrap(c.Title, inner) {
			lines = append(lines, face.Render(l))
		}
	} else {
		for i, l := range Wrap(c.Title, inner-4) {
			mark := st.Base.Render("    ")
			if i == 0 {
				mark = st.CardKey.Render(" "+c.Key+" ") + st.Base.Render(" ")
			}
			lines = append(lines, mark+face.Bold(true).Render(l))
		}
		// A hint that does not fit completely is left out.
		if hint := Wrap(c.Hint, inner-4); c.Hint != "" && height-2 > len(lines)+len(hint) {
			lines = append(lines, "")
			for _, l := range hint {
				lines = append(lines, st.Base.Render("    "+l))
			}
		}
	}
	block := frame(border, edge, st.Base, width, height, lines)
	sheet.Target(x, y, block, c.ID)
}

// frame draws a border with lines centred between its upper and lower edge.
func frame(b lipgloss.Border, edge, ground lipgloss.Style, width, height int, lines []string) string {
	inner := width - 2
	room := height - 2
	if len(lines) > room {
		lines = lines[:room]
	}
	above := (room - len(lines)) / 2
	rows := make([]string, 0, height)
	rows = append(rows, edge.Render(b.TopLeft+strings.Repeat(b.Top, inner)+b.TopRight))
	for i := range room {
		text := ""
		if j := i - above; j >= 0 && j < len(lines) {
			text = lines[j]
		}
		pad := max(inner-1-Width(text), 0)
		rows = append(rows, edge.Render(b.Left)+ground.Render(" ")+text+ground.Render(strings.Repeat(" ", pad))+edge.Render(b.Right))
	}
	rows = append(rows, edge.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner)+b.BottomRight))
	return strings.Join(rows, "\n")
}
