package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
)

// asking is a page's look-up: the wait, and what came of it.
type asking[T any] struct {
	wait   waiting
	answer *client.Answer[T]
	err    error
}

// answerMsg is what came of it, addressed to the page that asked.
type answerMsg[T any] struct {
	page   int
	answer client.Answer[T]
	err    error
}

func (m answerMsg[T]) to() int { return m.page }

// start asks in a command; what was there stays until the answer comes.
func (a *asking[T]) start(b basePage, ask func(context.Context) (client.Answer[T], error)) tea.Cmd {
	a.err = nil
	ctx, ticking := a.wait.begin(b.shared, b.number)
	return tea.Batch(ticking, func() tea.Msg {
		answer, err := ask(ctx)
		return answerMsg[T]{b.number, answer, err}
	})
}

// take keeps an answer, unless the person has stopped waiting. An error leaves
// the older answer where it is.
func (a *asking[T]) take(msg answerMsg[T]) bool {
	if !a.wait.on() {
		return false
	}
	a.wait.end()
	if msg.err != nil {
		a.err = msg.err
		return false
	}
	a.answer = &msg.answer
	return true
}

// Leave stops asking.
func (a *asking[T]) Leave() { a.wait.end() }
