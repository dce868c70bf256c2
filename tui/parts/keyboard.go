package parts

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/themes"
)

// Cap is one key of a keyboard that is drawn on the screen.
type Cap struct {
	ID   string
	Text string
	// Short is the text on a key that is too narrow for Text; "" cuts it.
	Short string
	Off   bool // not possible now: drawn quietly, and no target
	Wide  int  // how many shares of the row it takes, 0 for one
	Fit   bool // as wide as its text, and shares the free columns of its row
}

// Keyboard is an on-screen keyboard, row by row. Keys keep their places: a key that is not
// possible is drawn quietly, because a finger may already be on its way to another.
type Keyboard struct {
	Rows    [][]Cap
	Focus   string // the id of the key that Enter presses
	Pressed string // the id of the key that a finger has just pressed
	Tight   bool   // no free line between rows, where letters are so large that few lines are left
}

// Height is how many lines it takes.
func (k Keyboard) Height() int {
	return len(k.Rows)*k.step() - (k.step() - ButtonHeight)
}

// step is how many lines one row is below the other.
func (k Keyboard) step() int {
	if k.Tight {
		return ButtonHeight
	}
	return ButtonHeight + 1
}

// Folded returns the keyboard with each row of more shares than most in two halves.
func (k Keyboard) Folded(most int) Keyboard {
	var rows [][]Cap
	for _, row := range k.Rows {
		all, shares, half := sharesOf(row), 0, 0
		for ; all > most && half < len(row) && 2*shares < all; half++ {
			shares += max(row[half].Wide, 1)
		}
		if half > 0 {
			rows = append(rows, row[:half:half])
		}
		rows = append(rows, row[half:])
	}
	k.Rows = rows
	return k
}

// Draw draws it on a sheet, centred.
func (k Keyboard) Draw(sheet *Sheet, st *themes.Styles, x, y, width int) {
	shares := 0
	for _, row := range k.Rows {
		shares = max(shares, sharesOf(row))
	}
	if shares == 0 {
		return
	}
	// A key of one share is as wide as the fullest row allows. On a narrow screen keys that
	// can be read matter more than the space between them.
	gap := ButtonGap
	for gap > 0 && (width-gap*(shares-1))/shares < leastCap {
		gap--
	}
	one := min((width-gap*(shares-1))/shares, mostCap)
	whole := shares*one + gap*(shares-1)
	for i, row := range k.Rows {
		at, spare, fit := x+(width-whole)/2, whole+gap, 0
		wide := func(c Cap) int {
			if c.Fit {
				return Width(c.Text) + 2
			}
			n := max(c.Wide, 1)
			return n*one + (n-1)*gap
		}
		for _, c := range row {
			spare -= wide(c) + gap
			if c.Fit {
				fit++
			}
		}
		for _, c := range row {
			w := wide(c)
			if c.Fit {
				w += spare / fit
				spare -= spare / fit
				fit--
			}
			c.draw(sheet, st, at, y+i*k.step(), w, c.ID != "" && (c.ID == k.Focus || c.ID == k.Pressed))
			at += w + gap
		}
	}
}

// mostCap is the most columns of a key of one share, whatever the width of the screen.
const mostCap = 12

// leastCap is the width of a key with one letter in its border.
const leastCap = 3

func sharesOf(row []Cap) int {
	n := 0
	for _, c := range row {
		n += max(c.Wide, 1)
	}
	return n
}

func (c Cap) draw(sheet *Sheet, st *themes.Styles, x, y, width int, focus bool) {
	if c.Short != "" && Width(c.Text) > width-2 {
		c.Text = c.Short
	}
	switch {
	case c.Off:
		sheet.Put(x, y+1, st.Quiet.Render(centred(c.Text, width)))
	case focus:
		sheet.Target(x, y, capBlock(st.ButtonFocus, st.ButtonFocusEdge, lipgloss.ThickBorder(), c.Text, width), c.ID)
	default:
		sheet.Target(x, y, capBlock(st.Button, st.ButtonEdge, lipgloss.RoundedBorder(), c.Text, width), c.ID)
	}
}

// capBlock draws a key without a button's padding: a letter in its border.
func capBlock(face, edge lipgloss.Style, b lipgloss.Border, text string, width int) string {
	inner := width - 2
	return edge.Render(b.TopLeft+strings.Repeat(b.Top, inner)+b.TopRight) + "\n" +
		edge.Render(b.Left) + face.Render(centred(Cut(text, inner), inner)) + edge.Render(b.Right) + "\n" +
		edge.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner)+b.BottomRight)
}

func centred(text string, width int) string {
	before := max(width-Width(text), 0) / 2
	return strings.Repeat(" ", before) + text + strings.Repeat(" ", max(width-Width(text)-before, 0))
}
