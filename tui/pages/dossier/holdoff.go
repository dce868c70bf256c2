package dossier

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/page"
)

// holdOff is the time until a page may look up again, counted down on the screen.
type holdOff struct {
	limited *client.LimitedError // the error with its original wait; nil: there is no countdown
	until   time.Time
	left    time.Duration // the remaining time as shown
}

// holdOffMsg is a tick for a page with a countdown.
type holdOffMsg struct {
	page  int
	until time.Time
}

// To returns the number of the page with the countdown.
func (m holdOffMsg) To() int { return m.page }

// begin starts the countdown when err demands a wait. Any other error leaves the countdown
// as it is, because the page still has to wait after a wrong proof.
func (h *holdOff) begin(e *page.Env, number int, err error) tea.Cmd {
	var limited *client.LimitedError
	if !errors.As(err, &limited) {
		return nil
	}
	*h = holdOff{limited: limited, until: e.Service.Now().Add(limited.Wait), left: limited.Wait}
	return h.next(e, number)
}

// remoteStep is how often the seconds change over a connection, where each change costs bytes.
const remoteStep = 5 * time.Second

// next schedules the moment at which the text changes: it has seconds below two minutes and
// minutes above.
func (h *holdOff) next(e *page.Env, number int) tea.Cmd {
	until, after := h.until, time.Second
	if e.Remote() {
		after = h.left % remoteStep
		if after == 0 {
			after = remoteStep
		}
	}
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

// ticked continues the countdown. It ignores ticks of an earlier wait.
func (h *holdOff) ticked(e *page.Env, msg holdOffMsg) tea.Cmd {
	if h.limited == nil || !msg.until.Equal(h.until) {
		return nil
	}
	h.left = h.until.Sub(e.Service.Now())
	return h.next(e, msg.page)
}

// told returns an error with the remaining instead of the original wait.
func (h *holdOff) told(err error) error {
	var limited *client.LimitedError
	if h.limited == nil || !errors.As(err, &limited) {
		return err
	}
	left := *limited
	left.Wait = max(0, h.left)
	return &left
}

// waits reports whether the page has to wait before it may ask again.
func (h *holdOff) waits() bool { return h.limited != nil && h.left > 0 }

// ownHelps reports whether the page waits for a limit that does not apply to a dossier that
// the person can prove to be theirs.
func (h *holdOff) ownHelps() bool { return h.limited != nil && h.limited.Why == client.LimitUnitDay }
