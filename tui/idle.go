package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// How long a page stands untouched, and how long the question about it does, when
// Options.Kiosk says nothing. WCAG 2.2.1 asks for 20 seconds and ten times more.
const (
	usualIdle      = 75 * time.Second
	usualCountdown = 30 * time.Second
	// operatorIdle is for the pages behind the PIN, which ask nothing first.
	operatorIdle = 60 * time.Second
	// aloudFactor lengthens it for who listens.
	aloudFactor = 2
)

// idle counts how long nobody has touched anything.
type idle struct {
	last  time.Time // touch
	asked time.Time // when the question came up; zero: it is not up

	// The next moment that matters has one timer, however many there are to wait
	// for; while nothing counts there is none.
	at    time.Time // when the timer ends; zero: none runs
	timer int       // its number
}

// momentMsg is the end of the timer with that number.
type momentMsg int

func (i *idle) touch(now time.Time) {
	i.last = now
	if i.asking() {
		i.asked = now // it may take a moment to know what the key is
	}
}

func (i *idle) asking() bool { return !i.asked.IsZero() }

// answered takes the question away; it tells whether it was up.
func (i *idle) answered(now time.Time) bool {
	was := i.asking()
	i.last, i.asked = now, time.Time{}
	return was
}

// limit is how long the page on top may stand untouched; 0: for ever, because it
// shows nothing of anybody's.
func (r *Root) limit() time.Duration {
	switch {
	case r.behindPIN():
		return operatorIdle
	case len(r.stack) == 1 && r.sh.untouched():
		return 0
	}
	limit := r.sh.Kiosk.Idle
	if limit <= 0 {
		limit = usualIdle
	}
	if r.sh.speaking() {
		limit *= aloudFactor
	}
	return limit
}

func (r *Root) countdown() time.Duration {
	if d := r.sh.Kiosk.Countdown; d > 0 {
		return d
	}
	return usualCountdown
}

// left is how much of the countdown remains, in whole seconds.
func (r *Root) left(now time.Time) int {
	left := r.countdown() - now.Sub(r.porter.idle.asked)
	return int((left + time.Second - 1) / time.Second)
}

// next is the next moment at which something happens by itself.
func (r *Root) next(now time.Time) (at time.Time) {
	h := r.porter
	sooner := func(t time.Time) {
		if !t.IsZero() && (at.IsZero() || t.Before(at)) {
			at = t
		}
	}
	sooner(h.toldUntil)
	sooner(h.card.until)
	if h.idle.asking() {
		sooner(h.idle.asked.Add(r.countdown() - time.Duration(r.left(now)-1)*time.Second))
	} else if limit := r.limit(); limit > 0 {
		if h.idle.last.IsZero() {
			h.idle.last = now
		}
		sooner(h.idle.last.Add(limit))
	}
	return at
}

// plan sets the timer to the next moment, unless one runs that comes before it:
// that one will look again.
func (r *Root) plan(now time.Time) tea.Cmd {
	i, at := &r.porter.idle, r.next(now)
	switch {
	case at.IsZero():
		i.at = time.Time{}
		i.timer++
		return nil
	case !i.at.IsZero() && !at.Before(i.at):
		return nil
	}
	i.timer++
	i.at = at
	return r.after(max(at.Sub(now), time.Millisecond), momentMsg(i.timer))
}

// after sends a message to the interface, unless it has ended by then: minutes
// are long.
func (r *Root) after(d time.Duration, msg tea.Msg) tea.Cmd {
	ctx := r.sh.Context
	return func() tea.Msg {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
			return msg
		case <-ctx.Done():
			return nil
		}
	}
}

// momentCame does what is due.
func (r *Root) momentCame(m momentMsg, now time.Time) tea.Cmd {
	h := r.porter
	if int(m) != h.idle.timer {
		return nil
	}
	h.idle.at = time.Time{}
	if !h.toldUntil.IsZero() && !now.Before(h.toldUntil) {
		r.hush()
	}
	if !h.card.until.IsZero() && !now.Before(h.card.until) {
		h.card = card{}
	}
	limit := r.limit()
	switch {
	case h.idle.asking():
		if r.left(now) <= 0 {
			return r.wipe()
		}
	case limit > 0 && now.Sub(h.idle.last) >= limit:
		if r.behindPIN() {
			return r.wipe()
		}
		r.hush()
		h.idle.asked = now
		r.sayAloud(fmt.Sprintf(r.sh.texts.Spoken.StillThere, r.sh.texts.Wait(r.countdown())))
	}
	return nil
}

// drawQuestion is the question, over everything else.
func (r *Root) drawQuestion(now time.Time) *parts.Sheet {
	w, st := &r.sh.texts.Hold, r.sh.st
	s := parts.NewSheet(r.width, r.height, st.Base)
	width := min(r.width-2*margin(r.width), 76)
	x := (r.width - width) / 2
	digits, _ := parts.Big(fmt.Sprintf("%2d", max(r.left(now), 0)))
	body := parts.Flow{Sheet: parts.NewSheet(width, r.height, st.Base), Width: width}
	centred(&body, st.Title.Render(w.StillThere))
	body.Gap(2)
	for _, l := range digits {
		centred(&body, st.Strong.Render(l))
	}
	body.Gap(1)
	for _, words := range []string{w.Seconds, w.StillHow} {
		for _, l := range parts.Wrap(words, width) {
			centred(&body, st.Base.Render(strings.TrimSpace(l)))
		}
		body.Gap(2)
	}
	body.Gap(-1)
	button := parts.Button{ID: "stay", Text: w.Stay, Main: true}
	button.Draw(body.Sheet, st, (width-button.Least()-8)/2, body.Y, button.Least()+8, parts.ButtonHeight)
	s.Lay(x, max(r.height-body.Sheet.Depth(), 0)/2, body.Sheet)
	return s
}

// centred puts one drawn line in the middle.
func centred(f *parts.Flow, block string) {
	f.Sheet.Put((f.Width-parts.Width(block))/2, f.Y, block)
	f.Y++
}
