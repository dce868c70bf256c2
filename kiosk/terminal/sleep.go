package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// settle is how long no message must have come before a program is let go. While somebody waits
// for an answer, the time that passes is shown.
const settle = time.Second

// tire asks the program to write the mark if nobody has done anything for long enough.
func (s *Sleeper) tire() {
	s.mu.Lock()
	if s.state != awake || s.over() {
		s.mu.Unlock()
		return
	}
	if s.options.Pasting() || s.inside > 0 || s.early() > 0 || s.size.Width == 0 || !s.full {
		s.again()
		s.mu.Unlock()
		return
	}
	s.asked = s.seen
	p := s.program
	s.mu.Unlock()
	p.Send(tea.RawMsg{Msg: mark})
}

// early returns how long it is until the session may sleep.
func (s *Sleeper) early() time.Duration {
	return max(s.options.After-time.Since(s.keyed), settle-time.Since(s.told))
}

// again asks later.
func (s *Sleeper) again() {
	if s.timer != nil && !s.over() {
		s.timer.Reset(max(s.early(), settle/10))
	}
}

// settled is called when the mark comes out: the frame of the same look shows everything that
// was seen before the mark was sent.
func (s *Sleeper) settled() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != awake || s.inside > 0 || s.seen != s.asked || s.early() > 0 || s.over() {
		s.again()
		return
	}
	s.state = drowsy
	s.curtain.keep()
	_ = s.keys.CloseWithError(errSleep)
}

// sleep waits until somebody comes; false: the session is over.
func (s *Sleeper) sleep() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.program, s.keys = nil, nil
	s.options.Rest()
	if s.doubt = s.seen != s.asked; s.doubt { // a key came last, and its frame did not
		s.state = waking
		return !s.over()
	}
	s.state = asleep
	s.changed.Broadcast()
	for s.state == asleep && !s.over() {
		s.changed.Wait()
	}
	return !s.over()
}
