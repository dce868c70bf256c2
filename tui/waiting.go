package tui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// How a page waits: nothing is said for a blink, then what it waits for, then
// that the system is slow.
const (
	quietWait = 300 * time.Millisecond
	slowWait  = 8 * time.Second
	waitTick  = time.Second // what ticks costs bytes on a slow line
)

// waiting is a look-up under way.
type waiting struct {
	since  time.Time
	cancel context.CancelFunc
	said   time.Duration // how long it has been, as the screen says it
}

// begin starts to wait; the context ends when the page is left.
func (w *waiting) begin(sh *shared, number int) (context.Context, tea.Cmd) {
	w.end()
	ctx, cancel := context.WithCancel(sh.Context)
	*w = waiting{since: sh.Service.Now(), cancel: cancel}
	return ctx, tick(number, quietWait)
}

// end stops waiting and whatever is still being asked.
func (w *waiting) end() {
	if w.cancel != nil {
		w.cancel()
	}
	*w = waiting{}
}

func (w *waiting) on() bool { return w.cancel != nil }

// tickMsg is the passing of time for a page that waits.
type tickMsg struct{ page int }

func (m tickMsg) to() int { return m.page }

func tick(number int, after time.Duration) tea.Cmd {
	return tea.Tick(after, func(time.Time) tea.Msg { return tickMsg{number} })
}

// ticked counts on, as long as there is something to wait for.
func (w *waiting) ticked(sh *shared, number int) tea.Cmd {
	if !w.on() {
		return nil
	}
	w.said = sh.Service.Now().Sub(w.since)
	return tick(number, waitTick)
}

// slowWords say that the system is slow, and how to stop waiting: in a lobby with
// the button that the page has for it.
func (sh *shared) slowWords(keys func() []parts.Key) string {
	if !sh.lobby() {
		return sh.texts.Screen.WaitingSlow
	}
	stop := sh.texts.Screen.KeyBack
	for _, k := range keys() {
		if k.Press == "esc" {
			stop = k.Text
		}
	}
	return fmt.Sprintf(sh.texts.Lobby.Slow, capital(stop))
}

// draw says what is waited for and for how long; keys are the page's.
func (w *waiting) draw(f *parts.Flow, sh *shared, source string, keys func() []parts.Key) {
	if w.said == 0 {
		return
	}
	t, st := &sh.texts.Screen, sh.st
	words := fmt.Sprintf(t.WaitingFor, source)
	if secs := int(w.said.Seconds()); secs > 0 {
		words += ", " + fmt.Sprintf(t.WaitedSince, secs)
	}
	f.Hang(st.Info, "…", st.Base, words)
	if w.said >= slowWait {
		f.Gap(1)
		f.Write(st.Base, sh.slowWords(keys))
	}
}
