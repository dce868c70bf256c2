package parts

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"motcua/themes"
)

// Row is one entry of a list: a name of up to two lines, another name on one line, and a
// quiet line.
type Row struct {
	Head   string // one line above it that begins a group of rows, "" for none
	Name   string
	Second string // the same in another language, "" for none
	Quiet  string
	// Marks are half-open ranges of Name, in runes, that are to stand out; SecondMarks are
	// those of Second.
	Marks, SecondMarks [][2]int
	// Face is the style of Name, besides its words; nil: that of all names.
	Face *lipgloss.Style
}

// List shows rows page by page. The selection is a marker beside the rows and not a
// repainted row: over SSH a moved marker costs a few bytes, a row hundreds. The marker is in
// the body style, because a colour would cost more than the move.
type List struct {
	Rows  []Row
	Index int
	// Rolls: the rows move by as few as show the selected one, so that only the new ones are
	// drawn, and not page by page.
	Rolls bool
	first int // the first row that was shown, where the list rolls
	end   int // the one after its last row, since it rolled down; 0: as many as fit
}

const (
	markerWidth = 2
	rowLines    = 2 // of a name, before it is cut
)

// Move changes the selected row by so many, within the list.
func (l *List) Move(by int) {
	l.Index = min(max(l.Index+by, 0), max(len(l.Rows)-1, 0))
}

// height is how many lines a row takes.
func (r Row) height(width int) int {
	n := len(CutLines(r.Name, width-markerWidth, rowLines))
	if r.Second != "" {
		n++
	}
	if r.Quiet != "" {
		n++
	}
	if r.Head != "" {
		n++
	}
	return n
}

// gap is how many free lines are between two rows: none where every row is a name on one line.
func (l *List) gap(width int) int {
	for _, r := range l.Rows {
		if r.Quiet != "" || r.Head != "" || Width(r.Name) > width-markerWidth {
			return 1
		}
	}
	return 0
}

// page returns the first row of the selected row's page and the one after its last. Pages
// are cut from the top, so that rows do not move while the marker does.
func (l *List) page(width, height int) (from, to int) {
	if l.Rolls {
		return l.rolled(width, height)
	}
	for from < len(l.Rows) {
		if to = l.until(from, width, height); l.Index < to {
			return from, to
		}
		from = to
	}
	return 0, 0
}

// Settle keeps which rows are shown in that room, for a list that rolls.
func (l *List) Settle(width, height int) {
	if !l.Rolls {
		return
	}
	from, to := l.rolled(width, height)
	if to < l.until(from, width, height) {
		l.end = to
	} else {
		l.end = 0
	}
	l.first = from
}

// until returns the one after the last row of a page that begins with that row.
func (l *List) until(from, width, height int) int {
	gap, used := l.gap(width), 0
	for to := from; to < len(l.Rows); to++ {
		h := l.Rows[to].height(width)
		// The last row of a page needs no gap below it.
		if used+h > height && to > from {
			return to
		}
		used += h + gap
	}
	return len(l.Rows)
}

// rolled returns the rows that are shown of a list that rolls.
func (l *List) rolled(width, height int) (from, to int) {
	at := max(l.Index, 0)
	from = min(l.first, at)
	to = l.until(from, width, height)
	if at < to {
		if from > 0 && from == l.first && l.end > at {
			to = min(to, l.end)
		}
		return from, to
	}
	for ; at >= to && from < at; to = l.until(from, width, height) {
		from++
	}
	// Of two short rows that fit where a long one was, the second waits for a key of its own.
	return from, min(to, at+1)
}

// MovePage selects the first row of the next or the previous page.
func (l *List) MovePage(by, width, height int) {
	width = min(width, Readable)
	from, to := l.page(width, height)
	switch {
	case by > 0 && to < len(l.Rows):
		l.Index, l.first = to, to
	case by < 0 && from == 0:
		l.Index = 0
	case by < 0 && l.Rolls:
		for l.Index = from - 1; l.Index > 0 && l.until(l.Index-1, width, height) >= from; l.Index-- {
		}
		l.first = l.Index
	case by < 0:
		l.Index = from - 1
		l.Index, _ = l.page(width, height)
	}
}

// Draw draws the page of the list with the selected row. Each row is a target "row:N".
func (l *List) Draw(sheet *Sheet, st *themes.Styles, x, y, width, height int) {
	width = min(width, Readable)
	from, to := l.page(width, height)
	gap := l.gap(width)
	for i := from; i < to; i++ {
		r := l.Rows[i]
		marker := "  "
		if i == l.Index {
			marker = "▸ "
		}
		var lines []string
		top := y
		if r.Head != "" {
			if y < sheet.Height {
				sheet.Put(x, y, st.Heading.Render(Cut(r.Head, width)))
			}
			y++
		}
		face := st.Strong
		if r.Face != nil {
			face = *r.Face
		}
		at := 0
		for j, n := range CutLines(r.Name, width-markerWidth, rowLines) {
			m := "  "
			if j == 0 {
				m = marker
			}
			var name string
			name, at = marked(r.Name, r.Marks, n, at, face, st)
			lines = append(lines, st.Base.Render(m)+name+st.Base.Render(strings.Repeat(" ", max(width-markerWidth-Width(n), 0))))
		}
		if r.Second != "" {
			second := Cut(r.Second, width-markerWidth)
			name, _ := marked(r.Second, r.SecondMarks, second, 0, st.Base, st)
			lines = append(lines, st.Base.Render("  ")+name+st.Base.Render(strings.Repeat(" ", max(width-markerWidth-Width(second), 0))))
		}
		if r.Quiet != "" {
			quiet := st.Quiet
			if st.Lean {
				quiet = st.Base
			}
			lines = append(lines, st.Base.Render("  ")+pad(quiet, st.Base, CutParts(r.Quiet, l.quietRoom(r, width-markerWidth)), width-markerWidth))
		}
		room := sheet.Height - y
		if len(lines) > room {
			lines = lines[:max(room, 0)]
		}
		sheet.Target(x, y, strings.Join(lines, "\n"), "row:"+strconv.Itoa(i))
		y = top + r.height(width) + gap
	}
}

// rolledRow is how many columns of text a row of a rolling list has: what comes to the screen with
// one arrow key is then at most 350 bytes.
const rolledRow = 170

// quietRoom returns the columns of a row's quiet line. Its parts behind the first say the least.
func (l *List) quietRoom(r Row, width int) int {
	if !l.Rolls {
		return width
	}
	return min(width, max(rolledRow-Width(strings.Join(CutLines(r.Name, width, rowLines), " ")), width/3))
}

// marked draws one line of a text in a face, with its marks; at is the position of the line
// in the text, in runes. It returns the position of the next line; what wrapping removed in between is
// blank.
func marked(text string, marks [][2]int, line string, at int, plain lipgloss.Style, st *themes.Styles) (string, int) {
	if len(marks) == 0 {
		return plain.Render(line), at
	}
	name := []rune(text)
	for at < len(name) && name[at] == ' ' {
		at++
	}
	var b, run strings.Builder
	on := false
	flush := func() {
		face := plain
		if on {
			face = st.Match
		}
		if run.Len() > 0 {
			b.WriteString(face.Render(run.String()))
			run.Reset()
		}
	}
	for _, c := range line {
		hit := false
		for _, m := range marks {
			hit = hit || at >= m[0] && at < m[1]
		}
		if hit != on {
			flush()
			on = hit
		}
		run.WriteRune(c)
		at++
	}
	flush()
	return b.String(), at
}

func pad(face, ground lipgloss.Style, s string, width int) string {
	return face.Render(s) + ground.Render(strings.Repeat(" ", max(width-Width(s), 0)))
}

// RowOf reads the number of a row from a target's id.
func RowOf(id string) (int, bool) {
	s, ok := strings.CutPrefix(id, "row:")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
