package page

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/input"
	"motcua/tui/parts"
)

// Listing is the base of a page with a field and a list below it. It lays out, draws and
// navigates the list: on a person's own terminal as rows with a marker, in a lobby as touch
// targets, with the keyboard below them until it is put away.
type Listing struct {
	Entry
	List parts.List // the selected row is -1 for none
	Lull input.Lull // until the list changes
	// Chosen opens the selected row.
	Chosen func() tea.Cmd
	// Aloud returns a row as words to be spoken. Nil: its two lines, one after the other.
	Aloud func(row int) string

	above  *parts.Sheet // everything except the list
	y      int          // the first line of the list
	scroll Scroll
	room   int         // lines for targets in a lobby; 0: too few for any
	end    int         // the line after the list, in a lobby
	beside bool        // the first row stands beside the field, in a lobby
	across int         // columns of field and rows: half of the page with the keyboard beside them
	below  bool        // the keyboard is below them
	placed []placedRow // the rows above the keyboard of a small screen
	laid   []*laidRows // the rows as targets, for each width in a lobby
	shown  *laidRows   // the ones that are shown
}

// NewListing creates the base of a page, with a number, a field and an empty list.
func NewListing(e *Env, name string, layout Layout) Listing {
	return Listing{Entry: NewEntry(e, name, layout, LongestInput), List: parts.List{Rolls: e.Lean}, Lull: input.Lull{Lean: e.Lean}}
}

// SetRows replaces the rows. The selected index stays.
func (l *Listing) SetRows(rows []parts.Row) {
	l.List.Rows, l.laid = rows, nil
	l.Lull.Listed()
}

// Unscroll shows the list from its first row.
func (l *Listing) Unscroll() { l.scroll = Scroll{} }

// Head is what is above the list.
type Head struct {
	Label, Example string              // the field's
	Widest         int                 // columns of the field, 0 for all
	Line           func(f *parts.Flow) // draws what is between field and list
}

// LayListing lays out the page.
func (l *Listing) LayListing(width, height int, h Head) {
	l.Base.Layout(width, height)
	l.above = parts.NewSheet(width, height, l.Styles.Base)
	f := parts.Flow{Sheet: l.above, Width: width}
	l.across, l.end, l.below = width, height, false
	if l.Touch && l.BoardOn() {
		l.across, l.end = l.Board.place(l.above, l.Base, l.Typed())
		if l.below = l.end < height; l.below {
			l.end++
		}
	}
	f.Width = l.across
	wide := l.across
	if h.Widest > 0 {
		wide = min(wide, h.Widest)
	}
	l.beside = l.below && l.end-1-parts.FieldHeight < parts.ButtonHeight+2 && len(l.List.Rows) > 0
	if l.beside {
		wide = (width - parts.ButtonGap) / 2
	}
	line := h.Line
	if l.below && l.end-parts.FieldHeight < l.lines(line) {
		// With large letters there is one line. Rows say more than a sentence about them.
		if !l.beside {
			wide = (width - parts.ButtonGap) / 2
			aside := parts.Flow{Sheet: parts.NewSheet(wide, parts.FieldHeight, l.Styles.Base), Width: wide}
			line(&aside)
			l.above.Lay(wide+parts.ButtonGap, 0, aside.Sheet)
		}
		line = func(*parts.Flow) {}
	}
	l.DrawField(l.above, 0, wide, h.Label, h.Example)
	f.Gap(parts.FieldHeight)
	if l.Touch {
		l.layLobby(&f, line)
		return
	}
	line(&f)
	f.Gap(1)
	l.y = f.Y
	l.List.Settle(l.Width, l.Height-l.y)
}

// lines returns how many lines are between field and list.
func (l *Listing) lines(line func(*parts.Flow)) int {
	f := parts.Flow{Sheet: parts.NewSheet(l.across, l.Height, l.Styles.Base), Width: l.across}
	line(&f)
	return f.Y
}

// Dense reports that the page needs every line: for three rows of keys, or for a list in a lobby.
func (l *Listing) Dense() bool { return l.Entry.Dense() || l.Touch && !l.BoardOn() }

// layLobby lays out the list. Above the keyboard there is room for a row or two, and on a small
// screen only beside the field; elsewhere the list has the whole height of the page.
func (l *Listing) layLobby(f *parts.Flow, line func(*parts.Flow)) {
	if !l.below && l.Height >= TallPage {
		f.Gap(1)
	}
	line(f)
	l.y = f.Y
	if !l.below && l.Height < TallPage {
		l.y-- // three rows fit on a small screen
	}
	l.room = l.end - l.y - 1
	if l.below {
		l.room--
	}
	switch {
	case l.room > 2*parts.ButtonHeight: // the two scroll keys fit beside it
		l.layRows()
		return
	case l.below:
		l.end-- // a free line between list and keyboard
	}
	l.room, l.scroll = 0, Scroll{}
	l.placeRows()
}

// Sheet draws the page as it was laid out.
func (l *Listing) Sheet() *parts.Sheet {
	s := parts.NewSheet(l.Width, l.Height, l.Styles.Base)
	s.Lay(0, 0, l.above)
	switch {
	case !l.Touch:
		l.List.Draw(s, l.Styles, 0, l.y, l.Width, l.Height-l.y)
	case l.room > 0:
		s.Lay(0, l.y+1, l.drawRows())
	default:
		for _, p := range l.placed {
			p.button.Focus = l.Focused(p.button.ID)
			p.button.Draw(s, l.Styles, p.x, p.y, p.width, p.height)
		}
	}
	return s
}

// placedRow is a row of the list at its place above the keyboard.
type placedRow struct {
	button              parts.Button
	x, y, width, height int
}

// placeRows places the rows that fit above the keyboard, or the first one beside the field.
func (l *Listing) placeRows() {
	l.placed = nil
	if l.beside {
		x := (l.Width-parts.ButtonGap)/2 + parts.ButtonGap
		// There is one line, which is the name's.
		first := parts.Button{ID: "row:0", Left: true, Text: l.List.Rows[0].Name}
		l.placed = []placedRow{{first, x, 0, l.Width - x, parts.FieldHeight}}
		return
	}
	laid := l.laidRows(l.Width)
	for i, span := range laid.spans {
		if y := l.y + span.Top; y+span.Lines <= l.end {
			l.placed = append(l.placed, placedRow{laid.buttons[i], laid.left[i], y, laid.column, span.Lines})
		}
	}
}

// Take handles the keys and presses for the list, and passes all others to the field.
func (l *Listing) Take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case WheelMsg:
		if l.Touch {
			l.scroll.By(msg.By * WheelLines)
		}
		l.walk(msg.By)
		return nil
	case PressMsg:
		if row, ok := parts.RowOf(msg.ID); ok {
			l.List.Index = row
			return l.Chosen()
		}
	case tea.KeyPressMsg:
		if l.walks(msg.String()) {
			return nil
		}
	}
	return l.Entry.Take(msg)
}

// walks handles the keys that move in the list, and the one that shows or hides a lobby's
// keyboard. It reports whether k was one of these.
func (l *Listing) walks(k string) bool {
	switch k {
	case "f9":
		l.Env.Away = !l.Env.Away
	case "up", "ctrl+p":
		l.walk(-1)
	case "down", "ctrl+n", "tab":
		l.walk(+1)
	case "pgup":
		l.turnPage(-1)
	case "pgdown":
		l.turnPage(+1)
	default:
		return false
	}
	return true
}

// walk moves the selection by that many rows. In a lobby the shell moves over the rows, because
// they are targets.
func (l *Listing) walk(by int) {
	if !l.Touch {
		l.List.Move(by)
	}
}

// turnPage shows the next or the previous page of the list.
func (l *Listing) turnPage(by int) {
	if l.Touch {
		l.scroll.Pages += by
	} else {
		l.List.MovePage(by, l.Width, l.Height-l.y)
	}
}

// Scrolling returns how far the list is scrolled in a lobby.
func (l *Listing) Scrolling() *Scroll { return &l.scroll }

// Selected returns the selected row, or false if there is none.
func (l *Listing) Selected() (int, bool) {
	return l.List.Index, l.List.Index >= 0 && l.List.Index < len(l.List.Rows)
}

// Touched reports whether the person has already moved to a row.
func (l *Listing) Touched() bool { return l.List.Index >= 0 || IsRow(l.FocusOn(l.Number())) }

// ListKeys returns the keys of the page, including its own. In a lobby rows are touched, so no
// key moves in the list, and one shows or hides the keyboard.
func (l *Listing) ListKeys(own ...parts.Key) []parts.Key {
	t, lobby := &l.Texts.Screen, &l.Texts.Lobby
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	if !l.Touch {
		return append([]parts.Key{
			{Label: "↑↓", Text: t.KeyChoose},
			{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
			esc,
		}, own...)
	}
	board := parts.Key{Label: "F9", Text: lobby.Type, Press: "f9"}
	if l.Speaking() {
		board.Label = "" // there the key reads the page again
	}
	if l.BoardOn() {
		board.Text = lobby.Results
	}
	keys := append([]parts.Key{esc, board}, own...)
	if !l.BoardOn() && l.Field.Typing != nil { // it is about a real keyboard
		keys = append(keys, l.typingKey())
	}
	return keys
}

// NameOf returns the words for a row.
func (l *Listing) NameOf(id string) string {
	if n, ok := parts.RowOf(id); ok && n < len(l.List.Rows) {
		return l.RowAloud(n)
	}
	return ""
}

// RowAloud returns a row with its position in the list, to be spoken.
func (l *Listing) RowAloud(n int) string {
	row := l.List.Rows[n]
	says := row.Name + ", " + row.Quiet
	if l.Aloud != nil {
		says = l.Aloud(n)
	}
	return fmt.Sprintf(l.Texts.Spoken.Row, n+1, len(l.List.Rows), says)
}
