package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
)

// followDueMsg comes when a dossier is to be asked for.
type followDueMsg struct{ page, alarm int }

func (m followDueMsg) to() int { return m.page }

// followMsg is what came of it.
type followMsg struct {
	page   int
	code   code.Dossier
	answer client.Answer[client.Dossier]
	err    error
}

func (m followMsg) to() int { return m.page }

// plan sets the timer for the dossier that is next.
func (p *followPage) plan() tea.Cmd {
	if p.asking != nil {
		return nil // the answer plans on
	}
	p.Leave() // the older timer
	f, wait := p.follow.next(p.Service.Now())
	if f == nil {
		return nil
	}
	// A quarter of an hour is long: the timer must not outlive the session.
	ctx, cancel := context.WithCancel(p.Context)
	p.cancel = cancel
	number, alarm := p.number, p.alarm
	return func() tea.Msg {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
			return followDueMsg{number, alarm}
		case <-ctx.Done():
			return nil
		}
	}
}

// ask asks for the dossier that is due.
func (p *followPage) ask() tea.Cmd {
	now := p.Service.Now()
	f, wait := p.follow.next(now)
	if f == nil || wait > 0 || p.asking != nil {
		return p.plan()
	}
	p.Leave() // the timer that has run out
	ctx, cancel := context.WithCancel(p.Context)
	p.asking, p.cancel, p.follow.lastAsked = f, cancel, now
	svc, number, code := p.Service, p.number, f.code
	return func() tea.Msg {
		a, err := svc.Track(ctx, client.DossierQuery{Code: code})
		return followMsg{number, code, a, err}
	}
}

func (p *followPage) answered(msg followMsg) tea.Cmd {
	if p.asking == nil {
		return nil
	}
	p.Leave() // the look-up, which is over
	// It may have been removed meanwhile.
	if f := p.follow.find(msg.code); f != nil && !errors.Is(msg.err, context.Canceled) {
		p.follow.answered(f, msg.answer, msg.err, p.Service.Calendar(), p.Service.Now())
		if !f.changed.IsZero() && !p.wrong {
			p.said = "" // that something changed says more
		}
	}
	return p.plan()
}
