package tui

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/tui/parts"
)

// marking is what a page of a procedure knows of the list of wrong pages.
type marking struct {
	rows []int // marked ones, 0 for the page itself
}

// marksMsg is what the list says of a page, and what came of a press.
type marksMsg struct {
	page    int
	rows    []int
	pressed bool
	row     int
	marked  bool
	err     error
}

func (m marksMsg) to() int { return m.page }

// canMark tells whether this person may mark pages.
func (sh *shared) canMark() bool { return sh.Staff && sh.Marks != nil }

// askMarks reads what is marked of a page.
func (b basePage) askMarks(code string) tea.Cmd {
	if !b.canMark() {
		return nil
	}
	list, number := b.Marks, b.number
	return func() tea.Msg { return marksMsg{page: number, rows: list.Of(code)} }
}

// mark marks a page, or a row of it, or takes the mark back.
func (b basePage) mark(code string, row int) tea.Cmd {
	list, number := b.Marks, b.number
	return func() tea.Msg {
		m := marksMsg{page: number, pressed: true, row: row}
		m.marked, m.err = list.Toggle(code, row)
		m.rows = list.Of(code)
		return m
	}
}

// take keeps what the list says and tells what came of a press.
func (m *marking) take(b basePage, msg marksMsg) tea.Cmd {
	m.rows = msg.rows
	if !msg.pressed {
		return nil
	}
	t := &b.texts.Review
	var says string
	switch {
	case errors.Is(msg.err, review.ErrMarksFull):
		says = t.MarkFull
	case msg.err != nil:
		says = fmt.Sprintf(t.MarkFailed, clean.Line(msg.err.Error()))
	case msg.row == 0 && msg.marked:
		says = t.MarkedPage
	case msg.row == 0:
		says = t.UnmarkedPage
	case msg.marked:
		says = fmt.Sprintf(t.MarkedRow, msg.row)
	default:
		says = fmt.Sprintf(t.UnmarkedRow, msg.row)
	}
	return func() tea.Msg { return noticeMsg(says) }
}

func (m *marking) has(row int) bool { return slices.Contains(m.rows, row) }

func (b basePage) markKey() parts.Key {
	return parts.Key{Label: "X", Text: b.texts.Review.KeyMark, Press: "x"}
}
