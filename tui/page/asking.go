package page

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
)

// Asking is a page's look-up: its wait, and its answer or error.
type Asking[T any] struct {
	Wait   Waiting
	Answer *client.Answer[T]
	Err    error

	asked int // number of the newest question
}

// AnswerMsg is the result of a look-up, addressed to the page that asked.
type AnswerMsg[T any] struct {
	page, asked int
	answer      client.Answer[T]
	err         error
}

// To returns the number of the page that asked.
func (m AnswerMsg[T]) To() int { return m.page }

// Begin returns a command that asks. The previous answer stays until the new one comes.
func (a *Asking[T]) Begin(b Base, ask func(context.Context) (client.Answer[T], error)) tea.Cmd {
	a.Err = nil
	a.asked++
	asked := a.asked
	ctx, ticking := a.Wait.Begin(b.Env, b.Number())
	return tea.Batch(ticking, func() tea.Msg {
		answer, err := ask(ctx)
		return AnswerMsg[T]{b.Number(), asked, answer, err}
	})
}

// Take keeps an answer, unless the person has stopped waiting or has asked something else since.
// An error does not replace an older answer.
func (a *Asking[T]) Take(msg AnswerMsg[T]) bool {
	if !a.Wait.On() || msg.asked != a.asked {
		return false
	}
	a.Wait.End()
	if msg.err != nil {
		a.Err = msg.err
		return false
	}
	a.Answer = &msg.answer
	return true
}

// Leave cancels the look-up.
func (a *Asking[T]) Leave() { a.Wait.End() }
