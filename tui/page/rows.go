package page

import (
	"strconv"
	"strings"

	"motcua/tui/parts"
)

// rowEdge is the columns of a row's border, marker and padding.
const rowEdge = 5

// laidRows are all rows of a list as targets one below another, on a very wide page in two
// columns, laid out once for each width. Only a few of them are shown, and only those are drawn
// in a frame.
type laidRows struct {
	width   int
	column  int // the width of a column, which is all of it where there is one
	buttons []parts.Button
	heads   []string     // the line above each row, "" for none
	spans   []parts.Span // of each row with its head; rows side by side have the same
	left    []int
	depth   int // lines of all rows
}

// columnLeast is the least width of each of two columns.
const columnLeast = 56

// laidRows returns the rows laid out for a width.
func (l *Listing) laidRows(width int) *laidRows {
	for _, laid := range l.laid {
		if laid.width == width {
			return laid
		}
	}
	laid := &laidRows{width: width, column: width}
	if half := (width - parts.ButtonGap) / 2; half >= columnLeast {
		laid.column = half
	}
	top := 0
	for i, row := range l.List.Rows {
		b := parts.Button{
			ID: "row:" + strconv.Itoa(i), Left: true,
			Text:   strings.Join(parts.CutLines(row.Name, laid.column-rowEdge, 2), " "),
			Second: row.Second, Quiet: parts.CutParts(row.Quiet, laid.column-rowEdge),
		}
		laid.buttons = append(laid.buttons, b)
		laid.heads = append(laid.heads, row.Head)
		span := parts.Span{Top: top, Lines: min(len(row.Head), 1) + len(b.Lines(laid.column)) + 2}
		at := 0
		if i > 0 && row.Head == "" && laid.column < width && laid.left[i-1] == 0 && laid.heads[i-1] == "" {
			at = laid.column + parts.ButtonGap
			span.Top = laid.spans[i-1].Top
			span.Lines = max(span.Lines, laid.spans[i-1].Lines)
			laid.spans[i-1] = span
		}
		laid.left, laid.spans = append(laid.left, at), append(laid.spans, span)
		top = span.Top + span.Lines + 1
		laid.depth = top - 1
	}
	l.laid = append(l.laid, laid)
	return laid
}

// layRows finds the rows that are shown, and leaves room for scroll keys beside them if some
// are not.
func (l *Listing) layRows() {
	l.shown = l.laidRows(l.across)
	if l.shown.depth <= l.room {
		l.scroll = Scroll{}
		return
	}
	l.shown = l.laidRows(l.across - ScrollColumn - parts.ButtonGap)
	l.scroll.Settle(l.shown.depth, l.room, l.shown.spans)
}

// drawRows draws the part of the list that fits.
func (l *Listing) drawRows() *parts.Sheet {
	out := parts.NewSheet(l.across, l.room, l.Styles.Base)
	for i, b := range l.shown.buttons {
		span := l.shown.spans[i]
		y, height := span.Top-l.scroll.Offset, span.Lines
		if y < 0 || y+height > out.Height {
			continue // a row is shown completely or not at all
		}
		if n := min(len(l.shown.heads[i]), 1); n > 0 {
			out.Put(0, y, l.Styles.Heading.Render(parts.Cut(l.shown.heads[i], l.shown.width)))
			y, height = y+n, height-n
		}
		b.Focus = l.Focused(b.ID)
		b.Draw(out, l.Styles, l.shown.left[i], y, l.shown.column, height)
	}
	if l.scroll.Most > 0 {
		l.DrawScrollKeys(out, 0, out.Height, l.scroll)
	}
	return out
}
