package server

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// paced keeps a program from drawing more often than its frames are sent. Bubble
// Tea asks for the view after every message, so two thousand keys in one packet
// are two thousand screens drawn and one sent: seconds of processor time, which a
// client can have for the price of a packet.
//
// The first message after a pause is drawn at once. Those that follow within a
// frame share one view, which a message of our own asks for when the frame is
// over; a program that is at rest sends none.
//
// Nothing is drawn before the terminal's colours are known. That message and the
// one with the size come in any order, and a first screen in the wrong colours
// would be sent twice.
type paced struct {
	tea.Model
	frame    time.Duration
	slow     func() bool // the address has drawn too much; nil: never
	view     tea.View
	at       time.Time // of the view; zero: draw now
	dirty    bool
	waiting  bool
	coloured bool
}

// frameMsg says that the frame is over.
type frameMsg struct{}

func newPaced(m tea.Model, fps int) *paced {
	return &paced{Model: m, frame: time.Second / time.Duration(fps)}
}

func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ours := msg.(frameMsg); ours {
		p.waiting = false
		return p, nil
	}
	var cmd tea.Cmd
	p.Model, cmd = p.Model.Update(msg)
	p.dirty = true
	switch msg.(type) {
	case tea.ColorProfileMsg:
		p.coloured, p.at = true, time.Time{}
	case tea.WindowSizeMsg:
		p.at = time.Time{} // the first screen waits for nothing else
	}
	if left := p.left(); left > 0 && !p.waiting {
		p.waiting = true
		cmd = tea.Batch(cmd, tea.Tick(left, func(time.Time) tea.Msg { return frameMsg{} }))
	}
	return p, cmd
}

// slowFrame is a frame while an address has drawn more than its share. A piece of
// keys then is one or two pictures, however long they take to be worked through.
const slowFrame = time.Second / 2

// left is how long the frame of the last view still lasts.
func (p *paced) left() time.Duration {
	frame := p.frame
	if p.slow != nil && p.slow() {
		frame = slowFrame
	}
	return frame - time.Since(p.at)
}

// behind tells that the view is an old one: another will come by itself.
func (p *paced) behind() bool { return p.waiting }

func (p *paced) View() tea.View {
	if p.at.IsZero() || p.dirty && !p.waiting {
		p.view, p.at, p.dirty = p.Model.View(), time.Now(), false
	}
	if !p.coloured {
		v := p.view
		v.SetContent(blank)
		v.Cursor = nil
		return v
	}
	return p.view
}
