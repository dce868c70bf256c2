package tui

import (
	"strconv"
	"strings"

	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// rowEdge is what a row's edge, mark and air take of its width.
const rowEdge = 5

// laidRows are all hits as targets below one another, laid once for a width. Of a
// hundred hits three are on the screen, and a frame draws those alone.
type laidRows struct {
	width   int
	lang    text.Lang
	buttons []parts.Button
	tops    []int // first line of each, and behind the last one where the next would be
}

// laidRows lays the hits for a width, or finds them laid.
func (p *searchPage) laidRows(width int) *laidRows {
	for _, l := range p.laid {
		if l.width == width && l.lang == p.texts.Lang {
			return l
		}
	}
	l := &laidRows{width: width, lang: p.texts.Lang, tops: []int{0}}
	for i, hit := range p.hits {
		v := view.Hit(hit, p.env())
		b := parts.Button{
			ID: "row:" + strconv.Itoa(i), Left: true,
			Text:  strings.Join(parts.CutLines(v.Name, width-rowEdge, 2), " "),
			Quiet: fitting(strings.TrimSuffix(v.Code+" · "+v.Where, " · "), width-rowEdge),
		}
		l.buttons = append(l.buttons, b)
		l.tops = append(l.tops, l.tops[i]+len(b.Lines(width))+3)
	}
	p.laid = append(p.laid, l)
	return l
}

// fitting leaves out whole pieces of a line, the last first, until it fits: half an
// agency's name tells nothing.
func fitting(line string, width int) string {
	for parts.Width(line) > width {
		at := strings.LastIndex(line, " · ")
		if at < 0 {
			break
		}
		line = line[:at]
	}
	return parts.Cut(line, width)
}

// whole are the rows as pieces that are not cut.
func (l *laidRows) whole() []parts.Span {
	spans := make([]parts.Span, len(l.buttons))
	for i := range spans {
		spans[i] = parts.Span{Top: l.tops[i], Lines: l.tops[i+1] - l.tops[i] - 1}
	}
	return spans
}

// depth is how many lines they take.
func (l *laidRows) depth() int { return max(l.tops[len(l.tops)-1]-1, 0) }

// drawRows shows the part of the list that fits, with the keys that scroll beside
// it when that is not all.
func (p *searchPage) drawRows(out *parts.Sheet) {
	rows := p.laidRows(out.Width)
	if rows.depth() <= out.Height {
		p.scroll = scroll{}
	} else {
		rows = p.laidRows(out.Width - scrollColumn - parts.ButtonGap)
		p.scroll.settle(rows.depth(), out.Height, rows.whole())
	}
	for i, b := range rows.buttons {
		y, height := rows.tops[i]-p.scroll.offset, rows.tops[i+1]-rows.tops[i]-1
		if y < 0 || y+height > out.Height {
			continue // whole or not at all
		}
		b.Focus = p.focused(b.ID)
		b.Draw(out, p.st, 0, y, rows.width, height)
	}
	if p.scroll.most > 0 {
		p.drawScrollKeys(out, 0, out.Height, &p.scroll)
	}
}
