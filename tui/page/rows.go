package page

import (
	"strconv"
	"strings"

	"motcua/tui/parts"
)

// rowEdge is the columns of a row's border, marker and padding.
const rowEdge = 5

// laidRows are all rows of a list as targets one below another, laid out once for each width.
// Only a few of them are shown, and only those are drawn in a frame.
type laidRows struct {
	width   int
	buttons []parts.Button
	heads   []string // the line above each row, "" for none
	tops    []int    // the first line of each row or its head, then the line after the last one
}

// laidRows returns the rows laid out for a width.
func (l *Listing) laidRows(width int) *laidRows {
	for _, laid := range l.laid {
		if laid.width == width {
			return laid
		}
	}
	laid := &laidRows{width: width, tops: []int{0}}
	for i, row := range l.List.Rows {
		b := parts.Button{
			ID: "row:" + strconv.Itoa(i), Left: true,
			Text:   strings.Join(parts.CutLines(row.Name, width-rowEdge, 2), " "),
			Second: row.Second, Quiet: parts.CutParts(row.Quiet, width-rowEdge),
		}
		laid.buttons = append(laid.buttons, b)
		laid.heads = append(laid.heads, row.Head)
		laid.tops = append(laid.tops, laid.tops[i]+laid.headLines(i)+len(b.Lines(width))+3)
	}
	l.laid = append(l.laid, laid)
	return laid
}

func (l *laidRows) headLines(row int) int {
	if l.heads[row] == "" {
		return 0
	}
	return 1
}

// Whole returns the rows as blocks that must not be cut.
func (l *laidRows) Whole() []parts.Span {
	spans := make([]parts.Span, len(l.buttons))
	for i := range spans {
		spans[i] = parts.Span{Top: l.tops[i], Lines: l.tops[i+1] - l.tops[i] - 1}
	}
	return spans
}

// depth returns how many lines they take.
func (l *laidRows) depth() int { return max(l.tops[len(l.tops)-1]-1, 0) }

// layRows finds the rows that are shown, and leaves room for scroll keys beside them if some
// are not.
func (l *Listing) layRows() {
	l.shown = l.laidRows(l.across)
	if l.shown.depth() <= l.room {
		l.scroll = Scroll{}
		return
	}
	l.shown = l.laidRows(l.across - ScrollColumn - parts.ButtonGap)
	l.scroll.Settle(l.shown.depth(), l.room, l.shown.Whole())
}

// drawRows draws the part of the list that fits.
func (l *Listing) drawRows() *parts.Sheet {
	out := parts.NewSheet(l.across, l.room, l.Styles.Base)
	for i, b := range l.shown.buttons {
		y, height := l.shown.tops[i]-l.scroll.Offset, l.shown.tops[i+1]-l.shown.tops[i]-1
		if y < 0 || y+height > out.Height {
			continue // a row is shown completely or not at all
		}
		if n := l.shown.headLines(i); n > 0 {
			out.Put(0, y, l.Styles.Heading.Render(parts.Cut(l.shown.heads[i], l.shown.width)))
			y, height = y+n, height-n
		}
		b.Focus = l.Focused(b.ID)
		b.Draw(out, l.Styles, 0, y, l.shown.width, height)
	}
	if l.scroll.Most > 0 {
		l.DrawScrollKeys(out, 0, out.Height, l.scroll)
	}
	return out
}
