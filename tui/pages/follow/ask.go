package follow

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
)

// followDueMsg means that a dossier is due to be asked for.
type followDueMsg struct{ page, alarm int }

func (m followDueMsg) To() int { return m.page }

// followMsg is the result of asking.
type followMsg struct {
	page   int
	code   code.Dossier
	answer client.Answer[client.Dossier]
	err    error
}

func (m followMsg) To() int { return m.page }

// plan sets the timer for the next dossier.
func (p *screen) plan() tea.Cmd {
	if p.asking != nil {
		return nil // the answer plans the next one
	}
	p.Leave() // cancels the older timer
	f, wait := p.follow.next(p.Service.Now())
	var keep tea.Cmd
	if p.follow.unsaved && (f == nil || wait > soon) {
		keep = p.keep()
	}
	if f == nil {
		return keep
	}
	// A quarter of an hour is long: the timer must not outlive the session.
	ctx, cancel := context.WithCancel(p.Context)
	p.cancel = cancel
	number, alarm := p.Number(), p.alarm
	return tea.Batch(keep, func() tea.Msg {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
			return followDueMsg{number, alarm}
		case <-ctx.Done():
			return nil
		}
	})
}

// ask looks up the dossier that is due.
func (p *screen) ask() tea.Cmd {
	now := p.Service.Now()
	f, wait := p.follow.next(now)
	if f == nil || wait > 0 || p.asking != nil {
		return p.plan()
	}
	p.Leave() // the timer that has run out
	ctx, cancel := context.WithCancel(p.Context)
	p.asking, p.cancel, p.follow.lastAsked = f, cancel, now
	svc, number, code := p.Service, p.Number(), f.code
	return func() tea.Msg {
		a, err := svc.Track(ctx, client.DossierQuery{Code: code})
		return followMsg{number, code, a, err}
	}
}

func (p *screen) answered(msg followMsg) tea.Cmd {
	if p.asking == nil {
		return nil
	}
	p.Leave() // the look-up, which has ended
	// The dossier may have been removed meanwhile.
	if f := p.follow.find(msg.code); f != nil && !errors.Is(msg.err, context.Canceled) {
		p.follow.answered(f, msg.answer, msg.err, p.Service.Calendar(), p.Service.Now())
		if !f.changed.IsZero() && !p.wrong {
			p.said = nil // the change is more important
		}
	}
	return p.plan()
}
