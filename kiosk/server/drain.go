package server

import (
	"context"
	"time"
)

// Drain lets the people inside finish: no new connection and no new session, a
// sentence to everyone, and the end after Config.DrainTime or when ctx is over,
// whichever comes first. It returns when nobody is left.
func (s *Server) Drain(ctx context.Context) error {
	s.mu.Lock()
	first := s.draining.CompareAndSwap(false, true)
	if first && len(s.sessions) == 0 {
		s.closeQuiet()
	}
	inside := s.inside()
	if first && s.listener != nil {
		_ = s.listener.Close() // the open connections stay
	}
	s.mu.Unlock()
	if first {
		for _, x := range inside {
			x.tell(wordDrainSoon.in(x.lang))
		}
	}
	patience := time.NewTimer(s.cfg.Load().DrainTime)
	defer patience.Stop()
	select {
	case <-s.quiet:
	case <-patience.C:
	case <-ctx.Done():
	}
	s.mu.Lock()
	inside = s.inside()
	s.mu.Unlock()
	for _, x := range inside {
		x.end(ReasonDrain)
	}
	// Each leaves within its watchdog; whoever does not is cut off.
	last := time.NewTimer(2 * quitTime)
	defer last.Stop()
	select {
	case <-s.quiet:
	case <-last.C:
	}
	return s.Close()
}

// inside are the sessions of the moment. It needs the lock.
func (s *Server) inside() []*session {
	list := make([]*session, 0, len(s.sessions))
	for x := range s.sessions {
		list = append(list, x)
	}
	return list
}

func (s *Server) closeQuiet() {
	select {
	case <-s.quiet:
	default:
		close(s.quiet)
	}
}
