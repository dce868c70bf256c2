package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui/input"
	"motcua/tui/parts"
)

// porter stands between the terminal of a lobby and the pages: it takes a scanner's
// bursts out of the keys, asks a person who has gone quiet whether they are there,
// and forgets each one. It remembers nothing of a person beyond a wipe.
type porter struct {
	burst input.Burst
	idle  idle
	card  card
	taps  []time.Time // on the desk's name, the newest last
	tap   tap         // the newest

	used  bool      // something came that may be a person's
	still bool      // the newest message was a key that is held back: the screen is as it was
	drawn *tea.View // the newest; nil before the first, and when something changed since
	pace  input.Pace

	told      string // a sentence over the page
	toldUntil time.Time

	scrubbing bool                    // the terminal is being painted over
	ground    *tea.BackgroundColorMsg // the terminal's answer; it stays with the terminal
}

func newPorter() *porter { return &porter{} }

// finishMsg is a person's word that they have finished: everything of theirs goes
// at once.
type finishMsg struct{}

func finish() tea.Msg { return finishMsg{} }

// Update takes a message. In a lobby it goes by way of the porter.
func (r *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		msg = unpadded(k)
	}
	if r.porter == nil {
		return r, r.own(msg, time.Now())
	}
	now := time.Now()
	r.interrupt(msg) // at once, whatever the key turns out to be
	r.porter.still = false
	cmd := r.held(msg, now)
	if !r.porter.still { // not every message is followed by a view
		r.porter.drawn = nil
	}
	r.speak(nil)
	cmd = tea.Batch(cmd, r.useCard(), r.plan(now))
	r.porter.pace.Worked(now)
	return r, cmd
}

// held takes a message in a lobby.
func (r *Root) held(msg tea.Msg, now time.Time) tea.Cmd {
	h := r.porter
	h.used = h.used || mayBePersonal(msg)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		h.idle.touch(now)
		h.burst.Slack = r.slack()
		s, wait := h.burst.Take(msg, now, h.pace.Idle(h.burst.Last(), now))
		pause := h.burst.Newest()
		h.still = s.Nothing() && !h.idle.asking()
		cmd := r.settle(s, now)
		if wait > 0 {
			return tea.Batch(cmd, r.after(wait, pause))
		}
		return cmd
	case input.End:
		s, wait := h.burst.Pause(msg, now)
		h.still = s.Nothing() && !h.idle.asking()
		cmd := r.settle(s, now)
		if wait > 0 {
			return tea.Batch(cmd, r.after(wait, msg))
		}
		return cmd
	case scannedMsg:
		h.idle.answered(now)
		return r.scanned(string(msg), now)
	case ScanFault:
		h.idle.answered(now)
		r.tellFor(msg.says(&r.sh.texts.Hold), now)
		return nil
	case tea.MouseClickMsg:
		if h.echoes(msg, now) {
			return nil
		}
		return r.byHand(msg, now)
	case tea.PasteMsg, tea.MouseWheelMsg, tea.MouseMotionMsg:
		return r.byHand(msg, now)
	case momentMsg:
		return r.momentCame(msg, now)
	case finishMsg:
		return r.wipe()
	case scrubbedMsg:
		return r.scrubbed()
	case syncMsg:
		return r.synced(msg)
	case tea.BackgroundColorMsg:
		h.ground = &msg
	}
	return r.hand(msg)
}

// mayBePersonal tells whether a message may bring something of a person. The key that
// ends their turn brings nothing, however long it is held down.
func mayBePersonal(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return !key.Matches(msg, lobbyKeys.finish)
	case scannedMsg, tea.PasteMsg, tea.MouseClickMsg:
		return true
	}
	return false
}

// settle does what the keys turned out to be.
func (r *Root) settle(s input.Settled, now time.Time) tea.Cmd {
	switch {
	case s.Over:
		r.porter.idle.answered(now)
		r.tellFor(r.sh.texts.Hold.ScanTooLong, now)
		return nil
	case s.Done:
		r.porter.idle.answered(now)
		r.notice = ""
		return tea.Batch(r.scanned(s.Text, now), r.keysOfLobby(s.Behind))
	case s.Broken && (len(s.Keys) == 0 || !r.top().CapturesInput()):
		// Where there is no field nobody types so fast, and each letter would be a
		// key of the page. A scanner that is set to send no Enter stops as well.
		r.porter.idle.answered(now)
		if text := s.Wrote(); code.ReadScan(text).Kind == code.ScanDossier {
			return r.scanned(text, now)
		}
		r.tellFor(r.sh.texts.Hold.ScanBroken, now)
		return nil
	case len(s.Keys) == 0:
		return nil
	case r.porter.idle.answered(now):
		return nil // whoever answers the question wants nothing else by it
	}
	return r.keysOfLobby(s.Keys)
}

// keysOfLobby hands a person's keys on, one after the other.
func (r *Root) keysOfLobby(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, k := range keys {
		r.hush()
		cmds = append(cmds, r.keyOfLobby(k))
	}
	return tea.Batch(cmds...)
}

// byHand takes what a finger does, and pastes.
func (r *Root) byHand(msg tea.Msg, now time.Time) tea.Cmd {
	h := r.porter
	h.idle.touch(now)
	if p, ok := msg.(tea.PasteMsg); ok {
		if half, tooLong := input.HalfPaste(p.Content); half {
			// Half of something. One that stopped is found out by the next key or
			// touch, which would take the sentence away at once.
			if h.idle.answered(now); tooLong {
				r.tellFor(r.sh.texts.Hold.ScanTooLong, now)
			}
			return nil
		}
		if cmd, ok := r.openScan(p.Content); ok {
			h.idle.answered(now)
			return cmd
		}
	}
	var before tea.Cmd
	if keys := h.burst.Flush(); len(keys) > 0 { // a person's keys come before their finger
		before = r.settle(input.Settled{Keys: keys}, now)
	}
	if h.idle.answered(now) || h.scrubbing {
		return before
	}
	click, ok := msg.(tea.MouseClickMsg)
	switch {
	case ok && h.told != "" && r.shown().Hit(click.X, click.Y) == toldTarget:
		r.hush()
		return before
	case ok && click.Button == tea.MouseLeft && click.Y == 0 && r.shown().Hit(click.X, click.Y) == "":
		return tea.Batch(before, r.tapped(now))
	}
	r.hush()
	return tea.Batch(before, r.hand(msg))
}

// keyOfLobby handles the keys that only a lobby has and hands on the rest.
func (r *Root) keyOfLobby(k tea.KeyPressMsg) tea.Cmd {
	switch k.Code {
	case tea.KeyF12:
		if !r.offers("f12") {
			return r.askPIN()
		}
	case tea.KeyF10:
		return r.wipe()
	}
	return r.hand(k)
}

// offers tells whether the page on top has its own use for a key.
func (r *Root) offers(press string) bool {
	return slices.ContainsFunc(r.top().Keys(), func(k parts.Key) bool { return k.Press == press })
}

// tellTime is how long a sentence over the page stands, unless a key or a finger
// takes it away.
const tellTime = 5 * time.Second

// tellFor says a sentence over the page.
func (r *Root) tellFor(sentence string, now time.Time) {
	r.porter.told, r.porter.toldUntil = sentence, now.Add(tellTime)
	r.sayAloud(sentence)
}

// hush takes the sentence over the page away.
func (r *Root) hush() { r.porter.told, r.porter.toldUntil = "", time.Time{} }

// sayAloud says a sentence that is on no page.
func (r *Root) sayAloud(sentence string) {
	if s := r.sh.speaker(); s != nil && r.sh.speaking() {
		s.Say(r.sh.utter([]line{{text: sentence}}))
	}
}
