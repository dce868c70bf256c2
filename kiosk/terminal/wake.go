package terminal

import (
	"maps"
	"runtime"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// turns bounds how many programs take over at once, in all sessions. Each takes some 5 ms of
// processor time and waits for its first frame.
var turns = make(chan struct{}, 4*runtime.GOMAXPROCS(0))

// ownMessages is how many messages a program sends itself when it starts: colours, size and
// environment.
const ownMessages = 3

// turn waits until a program may start.
func (s *Sleeper) turn() error {
	select {
	case turns <- struct{}{}:
		return nil
	case <-s.left:
		return errLeft
	}
}

// woken lets keys and messages into a program that has taken over.
func (s *Sleeper) woken(p *tea.Program) {
	s.mu.Lock()
	modes, doubt := slices.Collect(maps.Values(s.modes)), s.doubt
	s.mu.Unlock()
	for _, report := range modes {
		p.Send(report)
	}
	if doubt {
		p.Send(tea.ClearScreen())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state, s.told = awake, time.Now()
	s.again()
	s.changed.Broadcast()
}

// starts reports whether a message is one that a program sends itself when it takes over. The
// model knows all of that.
func (s *Sleeper) starts(msg tea.Msg) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != waking {
		return false
	}
	switch msg.(type) {
	case tea.EnvMsg, tea.ColorProfileMsg, tea.WindowSizeMsg:
		s.start.messages++
		s.complete()
		return true
	}
	return false
}

// drew is called when the first frame of a program that takes over was dropped.
func (s *Sleeper) drew() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.start.drawn = true
	s.complete()
}

func (s *Sleeper) complete() {
	if s.start.drawn && s.start.messages == ownMessages {
		close(s.start.ready)
	}
}
