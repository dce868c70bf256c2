package kiosk

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui"
	"motcua/tui/parts"
)

// How long a page may stay without input, and how long the question about it is shown,
// unless Options.Kiosk has values. WCAG 2.2.1 asks for at least 20 seconds to answer, and
// for ten extensions.
const (
	usualIdle      = 75 * time.Second
	usualCountdown = 30 * time.Second
	// operatorIdle applies to the pages behind the PIN, which end without a question.
	operatorIdle = 60 * time.Second
	// aloudFactor multiplies the time before the question for somebody who listens.
	aloudFactor = 2
)

// idle measures the time without input.
type idle struct {
	last  time.Time // last input
	asked time.Time // when the question was shown; zero: it is not shown

	// One timer runs to the next event, however many there are to wait for; when there are
	// none, no timer runs.
	at    time.Time // when the timer ends; zero: none runs
	timer int       // its number
}

// momentMsg is the end of the timer with that number.
type momentMsg int

func (i *idle) touch(now time.Time) {
	i.last = now
	if i.asking() {
		i.asked = now // recognising the key may take a moment
	}
}

func (i *idle) asking() bool { return !i.asked.IsZero() }

// answered removes the question and reports whether it was shown.
func (i *idle) answered(now time.Time) bool {
	was := i.asking()
	i.last, i.asked = now, time.Time{}
	return was
}

// limit returns how long the page on top may stay without input; 0 means for ever, because
// it shows nothing personal.
func (sh *Shell) limit() time.Duration {
	switch {
	case sh.behindPIN():
		return operatorIdle
	case sh.root.Home() && sh.untouched():
		return 0
	}
	limit := sh.kiosk.Idle
	if limit <= 0 {
		limit = usualIdle
	}
	if sh.env.Speaking() {
		limit *= aloudFactor
	}
	return limit
}

func (sh *Shell) countdown() time.Duration {
	if d := sh.kiosk.Countdown; d > 0 {
		return d
	}
	return usualCountdown
}

// left returns the rest of the countdown in whole seconds.
func (sh *Shell) left(now time.Time) int {
	left := sh.countdown() - now.Sub(sh.idle.asked)
	return int((left + time.Second - 1) / time.Second)
}

// next returns the next moment at which something happens without input.
func (sh *Shell) next(now time.Time) (at time.Time) {
	sooner := func(t time.Time) {
		if !t.IsZero() && (at.IsZero() || t.Before(at)) {
			at = t
		}
	}
	sooner(sh.toldUntil)
	if sh.root.Home() { // its clock, and whether the office is open
		shown := sh.env.Service.Now()
		sooner(now.Add(shown.Truncate(time.Minute).Add(time.Minute).Sub(shown)))
	}
	sooner(sh.card.until)
	if sh.idle.asking() {
		sooner(sh.idle.asked.Add(sh.countdown() - time.Duration(sh.left(now)-1)*time.Second))
	} else if limit := sh.limit(); limit > 0 {
		if sh.idle.last.IsZero() {
			sh.idle.last = now
		}
		sooner(sh.idle.last.Add(limit))
	}
	return at
}

// plan sets the timer to the next moment, unless one runs that ends earlier: that one will
// plan again.
func (sh *Shell) plan(now time.Time) tea.Cmd {
	i, at := &sh.idle, sh.next(now)
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
	return sh.env.After(max(at.Sub(now), time.Millisecond), momentMsg(i.timer))
}

// momentCame does what is due.
func (sh *Shell) momentCame(m momentMsg, now time.Time) tea.Cmd {
	if int(m) != sh.idle.timer {
		return nil
	}
	sh.idle.at = time.Time{}
	if !sh.toldUntil.IsZero() && !now.Before(sh.toldUntil) {
		sh.hush()
	}
	if !sh.card.until.IsZero() && !now.Before(sh.card.until) {
		sh.card = card{}
	}
	limit := sh.limit()
	switch {
	case sh.idle.asking():
		if sh.left(now) <= 0 {
			return sh.wipe()
		}
	case limit > 0 && now.Sub(sh.idle.last) >= limit:
		if sh.behindPIN() {
			return sh.wipe()
		}
		sh.hush()
		sh.idle.asked = now
		sh.sayAloud(fmt.Sprintf(sh.env.Texts.Spoken.StillThere, sh.env.Texts.Wait(sh.countdown())))
	}
	return nil
}

// drawQuestion draws the question over everything else.
func (sh *Shell) drawQuestion(now time.Time) *parts.Sheet {
	w, st := &sh.env.Texts.Hold, sh.env.Styles
	screen, height := sh.root.Size()
	s := parts.NewSheet(screen, height, st.Base)
	width := min(screen-2*tui.Margin(screen), 76)
	x := (screen - width) / 2
	digits, _ := parts.Big(fmt.Sprintf("%2d", max(sh.left(now), 0)))
	body := parts.Flow{Sheet: parts.NewSheet(width, height, st.Base), Width: width}
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
	s.Lay(x, max(height-body.Sheet.Depth(), 0)/2, body.Sheet)
	return s
}

// centred draws a line in the middle.
func centred(f *parts.Flow, block string) {
	f.Sheet.Put((f.Width-parts.Width(block))/2, f.Y, block)
	f.Y++
}
