package server

import (
	"context"
	"maps"
	"time"

	"motcua/kiosk/server/session"
	"motcua/tui/text"
)

// Drain shuts the server down in order: after Config.GraceTime it accepts no new connection or
// session, shows everyone a notice, and ends all sessions after Config.DrainTime or when ctx
// ends, whichever comes first. It returns when no session is left.
func (s *Server) Drain(ctx context.Context) error {
	grace := time.NewTimer(s.cfg.Load().GraceTime)
	defer grace.Stop()
	select {
	case <-grace.C:
	case <-ctx.Done():
	}
	s.mu.Lock()
	first := s.draining.CompareAndSwap(false, true)
	if first && len(s.sessions) == 0 {
		s.closeQuiet()
	}
	inside := maps.Clone(s.sessions)
	if first && s.listener != nil {
		_ = s.listener.Close() // the open connections stay
	}
	s.mu.Unlock()
	if first {
		for x := range inside {
			x.Tell(text.ServerDrainSoon)
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
	inside = maps.Clone(s.sessions)
	s.mu.Unlock()
	for x := range inside {
		x.End(session.ReasonDrain)
	}
	// Each session ends within its watchdog's time; any that does not is cut off.
	last := time.NewTimer(2 * session.QuitTime)
	defer last.Stop()
	select {
	case <-s.quiet:
	case <-last.C:
	}
	return s.Close()
}

func (s *Server) closeQuiet() {
	select {
	case <-s.quiet:
	default:
		close(s.quiet)
	}
}
