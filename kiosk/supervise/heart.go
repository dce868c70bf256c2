package supervise

import (
	"context"
	"io"
	"os"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
)

// heart is the parent's end of the pipe.
type heart struct {
	r     *os.File
	beats chan struct{}
	deaf  bool // no pipe can be handed to a child here
}

// newHeart gives a command the other end of a new pipe as its file 3, which the
// caller closes once the child has it.
func newHeart(cmd *exec.Cmd) (*heart, io.Closer, error) {
	h := &heart{beats: make(chan struct{})}
	if !handsDownFiles {
		h.deaf = true
		return h, io.NopCloser(nil), nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	h.r = r
	cmd.ExtraFiles = []*os.File{w}
	go func() {
		buf := make([]byte, 64)
		for {
			if _, err := r.Read(buf); err != nil {
				return
			}
			select {
			case h.beats <- struct{}{}:
			case <-time.After(time.Second): // nobody watches any more
			}
		}
	}()
	return h, w, nil
}

// Close ends the listening.
func (h *heart) Close() {
	if h.r != nil {
		_ = h.r.Close()
	}
}

// BeatEvery is how often a child shows that its event loop turns.
const BeatEvery = 2 * time.Second

// beatMsg goes once round the event loop.
type beatMsg struct{}

// Beats is the child's end of the pipe: nil where the parent gave none.
type Beats struct {
	to   *os.File
	lost chan struct{}
}

// InheritBeats takes file 3, which the parent's newHeart laid there.
func InheritBeats() *Beats {
	if !handsDownFiles {
		return nil
	}
	return &Beats{to: os.NewFile(3, "beats"), lost: make(chan struct{})}
}

// Lost is closed when the parent is gone; nil, which never happens, without
// one.
func (b *Beats) Lost() <-chan struct{} {
	if b == nil {
		return nil
	}
	return b.lost
}

// Filter stands before a model: beats are written and go no further.
func (b *Beats) Filter(inner func(tea.Model, tea.Msg) tea.Msg) func(tea.Model, tea.Msg) tea.Msg {
	return func(m tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(beatMsg); ok {
			b.beat()
			return nil
		}
		return inner(m, msg)
	}
}

func (b *Beats) beat() {
	if b == nil || b.to == nil {
		return
	}
	if _, err := b.to.Write([]byte{'.'}); err != nil {
		_ = b.to.Close()
		b.to = nil
		close(b.lost)
	}
}

// Run sends a beat at once and then every BeatEvery, until ctx is over. send is
// the program's.
func (b *Beats) Run(ctx context.Context, send func(tea.Msg)) {
	if b == nil {
		return
	}
	tick := time.NewTicker(BeatEvery)
	defer tick.Stop()
	for {
		send(beatMsg{})
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
