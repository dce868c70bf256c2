package parts

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/themes"
)

// ButtonHeight is the least height of a touch target, in lines: 3 lines are about 20 mm on
// a kiosk's screen.
const ButtonHeight = 3

// ButtonGap is the number of columns between two targets side by side; one free line
// between two targets above one another is as far.
const ButtonGap = 2

// Button is a touch target: a surface with a border and a few words; the key that does the
// same stands in its upper border.
type Button struct {
	ID     string
	Text   string
	Legend string // the key on a keyboard, "" for none
	Focus  bool   // Enter presses it
	Main   bool   // the most likely choice
	Left   bool   // text aligned left, for rows of a list
	Second string // another name, below the text and not bold
	Quiet  string // the last text, not bold
}

// Least returns the width that its text needs on one line.
func (b Button) Least() int { return max(Width(b.Text)+2, Width(b.Legend)+2) }

// Draw draws the button on a sheet. Width and height include its border.
func (b Button) Draw(sheet *Sheet, st *themes.Styles, x, y, width, height int) {
	face, edge := st.Button, st.ButtonEdge
	border := lipgloss.RoundedBorder()
	switch {
	case b.Focus:
		face, edge, border = st.ButtonFocus, st.ButtonFocusEdge, lipgloss.ThickBorder()
	case b.Main:
		face, edge = st.ButtonMain, st.ButtonMainEdge
	}
	sheet.Target(x, y, b.block(face, edge, border, width, height), b.ID)
}

// Lines returns its text at that width, unstyled.
func (b Button) Lines(width int) []string {
	inner := max(width-2, 1)
	if b.Left {
		inner = max(width-5, 1) // a mark before the text and a space after it
	}
	lines := Wrap(b.Text, inner)
	for _, quiet := range b.below() {
		lines = append(lines, CutLines(quiet, inner, 1)...)
	}
	return lines
}

// below returns the texts below the bold one, a line each.
func (b Button) below() []string {
	return slices.DeleteFunc([]string{b.Second, b.Quiet}, func(s string) bool { return s == "" })
}

func (b Button) block(face, edge lipgloss.Style, border lipgloss.Border, width, height int) string {
	inner, room := width-2, height-2
	lines := b.Lines(width)
	second := room // the first line that is not bold
	if n := len(b.below()); n > 0 && len(lines) <= room {
		second = (room-len(lines))/2 + len(lines) - n
	}
	if len(lines) > room {
		lines = CutLines(strings.Join(lines, " "), inner-3*btoi(b.Left), room)
	}
	top := strings.Repeat(border.Top, inner)
	if b.Legend != "" && Width(b.Legend)+1 <= inner {
		top = border.Top + b.Legend + strings.Repeat(border.Top, inner-1-Width(b.Legend))
	}
	rows := []string{edge.Render(border.TopLeft + top + border.TopRight)}
	above := (room - len(lines)) / 2
	for i := range room {
		text := ""
		if j := i - above; j >= 0 && j < len(lines) {
			text = lines[j]
		}
		if i == second {
			face = face.Bold(false)
		}
		rows = append(rows, edge.Render(border.Left)+face.Render(b.placed(text, i == above, inner))+edge.Render(border.Right))
	}
	rows = append(rows, edge.Render(border.BottomLeft+strings.Repeat(border.Bottom, inner)+border.BottomRight))
	return strings.Join(rows, "\n")
}

// placed positions a line within the button. The first line of the focused button has a
// mark before it, so that the focus is visible without colour.
func (b Button) placed(text string, first bool, inner int) string {
	before := (inner - Width(text)) / 2
	if b.Left {
		before = min(2, max(inner-Width(text), 0))
	}
	after := max(inner-Width(text)-before, 0)
	lead := strings.Repeat(" ", max(before, 0))
	if b.Focus && first && before > 0 {
		lead = strings.Repeat(" ", before-1) + "▸"
		if before > 1 {
			lead = strings.Repeat(" ", before-2) + "▸ "
		}
	}
	return lead + text + strings.Repeat(" ", after)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ButtonRow draws buttons side by side over the whole width and shares the free space among
// them. It returns those that did not fit.
func ButtonRow(sheet *Sheet, st *themes.Styles, x, y, width int, buttons []Button) (left []Button) {
	n, used := Fitting(width, buttons)
	buttons, left = buttons[:n], buttons[n:]
	spare := width - used
	for i, b := range buttons {
		share := spare / (len(buttons) - i)
		share = min(share, 6) // a button much wider than its words looks lost
		spare -= share
		w := b.Least() + share
		b.Draw(sheet, st, x, y, w, ButtonHeight)
		x += w + ButtonGap
	}
	return left
}

// Fitting returns how many of the buttons fit side by side, and how many columns they take.
func Fitting(width int, buttons []Button) (n, used int) {
	for i, b := range buttons {
		w := b.Least()
		if i > 0 {
			w += ButtonGap
		}
		if used+w > width {
			return n, used
		}
		used += w
		n++
	}
	return n, used
}
