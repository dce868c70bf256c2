package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
)

// holdOff is the time until a page may look up again, counted down on the screen.
type holdOff struct {
	limited *client.LimitedError // as it was told; nil: nothing is counted
	until   time.Time
	left    time.Duration // as the screen says it
}

// holdOffMsg is the passing of time for a page that counts down to a moment.
type holdOffMsg struct {
	page  int
	until time.Time
}

func (m holdOffMsg) to() int { return m.page }

// begin counts down when err is a wait, and else leaves what is counted: behind a
// proof that was wrong the page still has to wait.
func (h *holdOff) begin(sh *shared, number int, err error) tea.Cmd {
	var limited *client.LimitedError
	if !errors.As(err, &limited) {
		return nil
	}
	*h = holdOff{limited: limited, until: sh.Service.Now().Add(limited.Wait), left: limited.Wait}
	return h.next(number)
}

// next is the moment at which the words change: they say seconds up to two
// minutes, and minutes before. What ticks costs bytes on a slow line.
func (h *holdOff) next(number int) tea.Cmd {
	until, after := h.until, time.Second
	switch {
	case h.left <= 0:
		return nil
	case h.left > 2*time.Minute:
		if after = h.left % time.Minute; after < time.Second {
			after = time.Minute
		}
	default:
		after = min(after, h.left)
	}
	return tea.Tick(after, func(time.Time) tea.Msg { return holdOffMsg{number, until} })
}

// ticked counts on. Ticks of an older wait are nothing.
func (h *holdOff) ticked(sh *shared, msg holdOffMsg) tea.Cmd {
	if h.limited == nil || !msg.until.Equal(h.until) {
		return nil
	}
	h.left = h.until.Sub(sh.Service.Now())
	return h.next(msg.page)
}

// told is an error as the screen says it now: of a wait, what is left of it.
func (h *holdOff) told(err error) error {
	var limited *client.LimitedError
	if h.limited == nil || !errors.As(err, &limited) {
		return err
	}
	left := *limited
	left.Wait = max(0, h.left)
	return &left
}

// ownHelps tells whether a page waits in a way that does not hold for a dossier
// which the person can prove to be theirs.
func (h *holdOff) ownHelps() bool { return h.limited != nil && h.limited.Why == client.LimitUnitDay }
