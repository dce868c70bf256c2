package server

import (
	"errors"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/staff"
	"motcua/tui"
)

// Prepare makes a new configuration ready and changes nothing. put cannot fail: it
// puts the configuration in place for the connections and sessions to come. The host
// key, the state directory, the handshake timeout and the frame rate stay as they
// were.
//
// A file of staff that the configuration names anew has to be readable: that is a
// slip in a path. What happens to a file that was named before is no matter of a
// configuration, and counts at once.
func (s *Server) Prepare(cfg Config) (put func(), err error) {
	if cfg, err = cfg.complete(); err != nil {
		return nil, err
	}
	old := s.cfg.Load()
	cfg.StateDir, cfg.HostKey, cfg.HandshakeTimeout = old.StateDir, old.HostKey, old.HandshakeTimeout
	book, files := staff.Read(cfg.staffFiles()), cfg.staffFiles()
	if err := book.Err(files.NewSince(old.staffFiles())); err != nil {
		return nil, err
	}
	return func() {
		s.bookMu.Lock()
		defer s.bookMu.Unlock()
		s.cfg.Store(&cfg)
		s.bookAt = s.now()
		s.setStaff(book)
	}, nil
}

// Reload is Prepare, and what it prepared put in place.
func (s *Server) Reload(cfg Config) error {
	put, err := s.Prepare(cfg)
	if err == nil {
		put()
	}
	return err
}

// ReloadInterface takes a new template of the interface, as after a change of
// the theme, for the sessions to come.
func (s *Server) ReloadInterface(o tui.Options) { s.iface.Store(&o) }

// authFor is called for each connection. A key that was added or taken away
// counts from the next connection on, without a signal to the server.
func (s *Server) authFor(ctx ssh.Context) *gossh.ServerConfig {
	return s.auth(connOf(ctx), s.bookForDoor())
}

// Health is nil while the server takes connections, for the health check.
func (s *Server) Health() error {
	s.mu.Lock()
	serving := s.listener != nil
	s.mu.Unlock()
	switch {
	case s.draining.Load():
		return errDraining
	case !serving:
		return errNotServing
	default:
		return nil
	}
}

var (
	errDraining   = errors.New("draining")
	errNotServing = errors.New("not serving")
)
