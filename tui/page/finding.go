package page

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
)

// Finding is the base of a page that looks up the words of its field and lists what it
// found. Every answer but the newest is dropped, and Enter right after the last letter opens
// the first row as soon as it comes.
type Finding[T any] struct {
	Listing
	Found client.Answer[T]
	Words string // those that Found answers
	Came  bool   // there was an answer
	Err   error
	Wait  Waiting

	find  func(ctx context.Context, words string) (client.Answer[T], error)
	rows  func()
	all   bool
	asked int  // number of the newest question
	hurry bool // Enter came before the answer
}

// Finds says how the page looks words up, and how it makes rows of Found. all: a blank field
// lists everything, otherwise nothing. It is called once, on the page where it will stay.
func (f *Finding[T]) Finds(all bool, find func(ctx context.Context, words string) (client.Answer[T], error), rows func()) {
	f.all, f.find, f.rows, f.Changed = all, find, rows, f.typed
}

// pausedMsg comes when a person stopped typing for a moment.
type pausedMsg struct{ page, asked int }

// To is the page of the field.
func (m pausedMsg) To() int { return m.page }

// foundMsg is the answer to a question.
type foundMsg[T any] struct {
	page, asked int
	words       string
	answer      client.Answer[T]
	err         error
}

// To is the page that asked.
func (m foundMsg[T]) To() int { return m.page }

// Start looks up what the field begins with.
func (f *Finding[T]) Start() tea.Cmd {
	if f.nothing() {
		return nil
	}
	return f.ask()
}

// Leave stops asking.
func (f *Finding[T]) Leave() { f.Wait.End() }

// Update looks up what is typed, and opens what is chosen.
func (f *Finding[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pausedMsg:
		if msg.asked != f.asked || f.Wait.On() || f.answers() {
			return nil // typed on, or Enter has asked already
		}
		return f.ask()
	case foundMsg[T]:
		return f.answered(msg)
	case TickMsg:
		return f.Wait.Ticked(f.Env, f.Number())
	case LangMsg:
		f.rows()
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return f.Back()
		case "enter":
			return f.enter()
		}
	}
	return f.Take(msg)
}

// nothing tells that the field has nothing to look up.
func (f *Finding[T]) nothing() bool { return !f.all && strings.TrimSpace(f.Typed()) == "" }

// answers tells whether the list answers what is in the field.
func (f *Finding[T]) answers() bool { return f.Came && f.Words == clean.Line(f.Typed()) }

// typed waits for a pause in typing.
func (f *Finding[T]) typed() tea.Cmd {
	f.asked++
	f.hurry = false
	f.Wait.End()
	f.Unscroll()
	if f.nothing() {
		f.Words, f.Err, f.Found, f.Came = "", nil, client.Answer[T]{}, false
		f.rows()
		return nil
	}
	number, asked := f.Number(), f.asked
	return tea.Tick(f.Lull.Typed(), func(time.Time) tea.Msg { return pausedMsg{number, asked} })
}

func (f *Finding[T]) ask() tea.Cmd {
	words := clean.Line(f.Typed())
	ctx, ticking := f.Wait.Begin(f.Env, f.Number())
	find, number, asked := f.find, f.Number(), f.asked
	return tea.Batch(ticking, func() tea.Msg {
		a, err := find(ctx, words)
		return foundMsg[T]{number, asked, words, a, err}
	})
}

func (f *Finding[T]) answered(msg foundMsg[T]) tea.Cmd {
	if msg.asked != f.asked || errors.Is(msg.err, context.Canceled) {
		return nil // the person typed on
	}
	f.Wait.End()
	f.Words, f.Err, f.Found, f.Came = msg.words, msg.err, msg.answer, true
	f.List.Index = 0
	f.rows()
	if f.hurry {
		return f.open()
	}
	return nil
}

// enter opens the selected row. While the list still answers older words, it asks at once.
func (f *Finding[T]) enter() tea.Cmd {
	if f.answers() {
		return f.open()
	}
	if f.nothing() {
		return nil
	}
	if f.hurry = true; f.Wait.On() {
		return nil
	}
	return f.ask()
}

func (f *Finding[T]) open() tea.Cmd {
	f.hurry = false
	if _, ok := f.Selected(); !ok {
		return nil
	}
	return f.Chosen()
}
