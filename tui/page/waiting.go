package page

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// How a page waits: at first it shows nothing, then what it waits for, then that the system is
// slow.
const (
	QuietWait = 300 * time.Millisecond
	SlowWait  = 8 * time.Second
	waitTick  = time.Second // each update costs bytes on a slow line
	waitStep  = 250 * time.Millisecond
)

// waitSigns move at a kiosk, whose screen costs no bytes: a person sees that it works.
var waitSigns = [...]string{"●○○", "○●○", "○○●", "○●○"}

// Moves reports whether something on the screen may move: only on this machine's own lobby screen,
// never over a connection.
func (e *Env) Moves() bool { return e.Touch && !e.Remote() }

// Remote reports whether the screen is at the other end of a connection, where each update costs
// bytes.
func (e *Env) Remote() bool { return e.Line != nil || e.Session != nil }

// Waiting is a look-up in progress.
type Waiting struct {
	since  time.Time
	cancel context.CancelFunc
	Said   time.Duration // the waiting time that the screen shows
}

// Begin starts waiting. The context ends when the page is left.
func (w *Waiting) Begin(e *Env, number int) (context.Context, tea.Cmd) {
	w.End()
	ctx, cancel := context.WithCancel(e.Context)
	*w = Waiting{since: e.Service.Now(), cancel: cancel}
	return ctx, tick(number, QuietWait)
}

// End stops waiting and cancels the look-up.
func (w *Waiting) End() {
	if w.cancel != nil {
		w.cancel()
	}
	*w = Waiting{}
}

// On reports whether a look-up is in progress.
func (w *Waiting) On() bool { return w.cancel != nil }

// TickMsg updates the waiting time of a page.
type TickMsg struct{ page int }

// To returns the number of the page that waits.
func (m TickMsg) To() int { return m.page }

func tick(number int, after time.Duration) tea.Cmd {
	return tea.Tick(after, func(time.Time) tea.Msg { return TickMsg{number} })
}

// Ticked updates the waiting time while a look-up is in progress.
func (w *Waiting) Ticked(e *Env, number int) tea.Cmd {
	if !w.On() {
		return nil
	}
	w.Said = e.Service.Now().Sub(w.since)
	if e.Moves() {
		return tick(number, waitStep)
	}
	return tick(number, waitTick)
}

// SlowWords says that the system is slow and how to stop waiting; in a lobby, with the page's
// button for it.
func (e *Env) SlowWords(keys func() []parts.Key) string {
	if !e.Touch {
		return e.Texts.Screen.WaitingSlow
	}
	stop := e.Texts.Screen.KeyBack
	for _, k := range keys() {
		if k.Press == "esc" {
			stop = k.Text
		}
	}
	return fmt.Sprintf(e.Texts.Lobby.Slow, parts.Capital(stop))
}

// Draw shows what is waited for and for how long. keys are the page's.
func (w *Waiting) Draw(f *parts.Flow, e *Env, source string, keys func() []parts.Key) {
	if w.Said == 0 {
		return
	}
	t, st := &e.Texts.Screen, e.Styles
	words := fmt.Sprintf(t.WaitingFor, source)
	if secs := int(w.Said.Seconds()); secs > 0 {
		words += ", " + fmt.Sprintf(t.WaitedSince, secs)
	}
	sign := "…"
	if e.Moves() {
		sign = waitSigns[int(w.Said/waitStep)%len(waitSigns)]
	}
	f.Hang(st.Info, sign, st.Base, words)
	if w.Said >= SlowWait {
		f.Gap(1)
		f.Write(st.Base, e.SlowWords(keys))
	}
}

// Waits returns what is being asked, and whether it takes long, to be spoken. Seconds are not
// counted aloud.
func (e *Env) Waits(w *Waiting, source string) []Line {
	switch {
	case !w.On() || w.Said == 0:
		return nil
	case w.Said >= SlowWait:
		return []Line{{Text: fmt.Sprintf(e.Texts.Screen.WaitingFor, source)}, {Text: e.Texts.Spoken.Slow}}
	default:
		return []Line{{Text: fmt.Sprintf(e.Texts.Screen.WaitingFor, source)}}
	}
}
