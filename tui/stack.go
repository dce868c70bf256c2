package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
)

// Opened is a page of the stack and the wish that opened it.
type Opened struct {
	page.Page
	As page.Intent
}

// Top is the page on top.
func (r *Root) Top() Opened { return r.stack[len(r.stack)-1] }

// Any tells whether one of the open pages is such a one.
func (r *Root) Any(such func(Opened) bool) bool { return slices.ContainsFunc(r.stack, such) }

// Home tells whether the first page is on top.
func (r *Root) Home() bool { return len(r.stack) == 1 }

// Open puts what is wanted on top of the page that is there now.
func (r *Root) Open(to page.Intent) tea.Cmd {
	p := r.page(to)
	if p == nil {
		return nil
	}
	r.stack = append(r.stack, Opened{p, to})
	return startOf(p)
}

func startOf(p page.Page) tea.Cmd {
	if s, ok := p.(page.Starter); ok {
		return s.Start()
	}
	return nil
}

// GoTo opens what is wanted right above the first page; what the person was at is over.
func (r *Root) GoTo(to page.Intent) tea.Cmd {
	for !r.Home() {
		r.Back()
	}
	return r.Open(to)
}

// Back leaves the page on top for the one below.
func (r *Root) Back() {
	if !r.Home() {
		r.Top().Leave()
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// Leave leaves all pages, for good.
func (r *Root) Leave() {
	for _, p := range r.stack {
		p.Leave()
	}
}

// toggle opens a page, or leaves it when it is there already.
func (r *Root) toggle(to page.Intent) tea.Cmd {
	if r.Top().As == to {
		r.Back()
		return nil
	}
	return r.Open(to)
}

// move goes where the page that had the newest message wants to go.
func (r *Root) move() tea.Cmd {
	m := r.env.Moved()
	switch {
	case m == nil:
		return nil
	case m.To == nil:
		r.Back()
		return nil
	case m.Instead:
		return r.replace(m.From, m.To)
	case r.Top().Number() != m.From:
		return nil
	}
	return r.Open(m.To)
}

// asks tells whether an open page, with something in its field, asks for what is wanted.
func (r *Root) asks(below Opened, to page.Intent) bool {
	f, ok := below.Page.(page.FieldPage)
	if !ok || f.Typed() == "" {
		return false
	}
	switch to.(type) {
	case page.Ask:
		return true
	case page.Search:
		_, searches := below.As.(page.Search)
		return searches
	default:
		return false
	}
}

// replace puts what is wanted in the place of the page with that number. A code is asked for again
// in the field that it was typed into, and words are searched again where they were, if that is the
// page below.
func (r *Root) replace(number int, to page.Intent) tea.Cmd {
	for i, old := range r.stack {
		if old.Number() != number {
			continue
		}
		if i == len(r.stack)-1 && i > 0 && r.asks(r.stack[i-1], to) {
			r.Back()
			return nil
		}
		p := r.page(to)
		if p == nil {
			return nil
		}
		old.Leave()
		r.stack[i] = Opened{p, to}
		return startOf(p)
	}
	return nil
}
