package terminal

import (
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
)

// enter waits until there is a program that takes a key or message, and wakes the session for
// it. The caller calls exit afterwards. Nil: the session is over.
func (s *Sleeper) enter() (*tea.Program, *io.PipeWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !s.over() {
		if s.state == awake && s.program != nil {
			s.inside++
			return s.program, s.keys
		}
		if s.state == asleep {
			s.state = waking
			s.changed.Broadcast()
		}
		s.changed.Wait()
	}
	return nil, nil
}

func (s *Sleeper) exit() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inside--
}

// Send gives a message to the model.
func (s *Sleeper) Send(msg tea.Msg) {
	if p, _ := s.enter(); p != nil {
		defer s.exit()
		p.Send(msg)
	}
}

// Write gives keys to the program.
func (s *Sleeper) Write(b []byte) (int, error) {
	_, keys := s.enter()
	if keys == nil {
		return 0, io.ErrClosedPipe
	}
	defer s.exit()
	s.mu.Lock()
	s.keyed = time.Now()
	s.mu.Unlock()
	return keys.Write(b)
}

// run runs a command as a program does: what comes of it after the end is dropped.
func (s *Sleeper) run(cmd tea.Cmd) {
	if cmd == nil || s.over() {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				s.run(c)
			}
		default:
			s.Send(msg)
		}
	}()
}
