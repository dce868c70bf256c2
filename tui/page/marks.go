package page

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
	"motcua/tui/view/why"
)

// Marking holds which rows of a procedure's page are on the list of wrongly read pages.
type Marking struct {
	Rows []int // marked rows; 0 is the page itself
}

// MarksMsg is what the list says about a page, and the result of a press.
type MarksMsg struct {
	page    int
	rows    []int
	pressed bool
	row     int
	marked  bool
	err     error
}

// To returns the number of the page that asked.
func (m MarksMsg) To() int { return m.page }

// CanMark reports whether this person may mark pages.
func (e *Env) CanMark() bool { return e.Staff && e.Marks != nil }

// AskMarks reads which rows of a page are marked.
func (b Base) AskMarks(code string) tea.Cmd {
	if !b.CanMark() {
		return nil
	}
	list, number := b.Marks, b.Number()
	return func() tea.Msg { return MarksMsg{page: number, rows: list.Of(code)} }
}

// Mark marks a page or a row of it, or removes the mark.
func (b Base) Mark(code string, row int) tea.Cmd {
	list, number := b.Marks, b.Number()
	return func() tea.Msg {
		m := MarksMsg{page: number, pressed: true, row: row}
		m.marked, m.err = list.Toggle(code, row)
		m.rows = list.Of(code)
		return m
	}
}

// Take stores what the list says and shows the result of a press.
func (m *Marking) Take(b Base, msg MarksMsg) tea.Cmd {
	m.Rows = msg.rows
	if !msg.pressed {
		return nil
	}
	says := why.Marked(msg.row, msg.marked, msg.err, b.ViewEnv())
	return func() tea.Msg { return NoticeMsg(says) }
}

// Has reports whether a row is marked; 0 is the page itself.
func (m *Marking) Has(row int) bool { return slices.Contains(m.Rows, row) }

// MarkKey is the key that marks the page.
func (b Base) MarkKey() parts.Key {
	return parts.Key{Label: "X", Text: b.Texts.Review.KeyMark, Press: "x"}
}
