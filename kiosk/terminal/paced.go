package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Paced keeps a program from drawing more often than its frames are sent. Bubble Tea asks for
// the view after every message, so two thousand keys in one packet would draw two thousand
// screens and send one. A client could use up seconds of processor time with a single packet.
//
// The first message after a pause is drawn at once. Those that follow within a frame share one
// view. Paced asks for it with a message of its own when the frame has ended, and sends none
// while the program is idle.
//
// Nothing is drawn before the terminal's colours are known. The messages with the colours and
// with the size come in any order, and a first screen in the wrong colours would be sent twice.
type Paced struct {
	tea.Model
	frame    time.Duration
	Slow     func() bool // the address has drawn too much; nil: never
	view     tea.View
	at       time.Time // the time of the last view; zero: draw now
	dirty    bool
	waiting  bool
	coloured bool
}

// frameMsg reports that the frame has ended.
type frameMsg struct{}

// NewPaced limits a model to at most fps views a second.
func NewPaced(m tea.Model, fps int) *Paced {
	return &Paced{Model: m, frame: time.Second / time.Duration(fps)}
}

// Update passes a message to the model and schedules the next view.
func (p *Paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
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
		p.at = time.Time{} // the first screen waits for the size only
	}
	if left := p.left(); left > 0 && !p.waiting {
		p.waiting = true
		cmd = tea.Batch(cmd, tea.Tick(left, func(time.Time) tea.Msg { return frameMsg{} }))
	}
	return p, cmd
}

// slowFrame is the frame time while an address has drawn more than its share. A burst of keys
// is then drawn once or twice, however long it takes to process.
const slowFrame = time.Second / 2

// left returns how much of the current frame's time remains.
func (p *Paced) left() time.Duration {
	frame := p.frame
	if p.Slow != nil && p.Slow() {
		frame = slowFrame
	}
	return frame - time.Since(p.at)
}

// View returns the newest screen, or the previous one until its frame has ended.
func (p *Paced) View() tea.View {
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
