package server

import (
	"errors"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/staff"
	"motcua/tui"
)

// Prepare checks and prepares a new configuration and changes nothing yet. put, which cannot
// fail, applies it to later connections and sessions. The host key, the state directory, the
// handshake timeout and the frame rate stay as they were.
//
// A staff file whose path is new in the configuration must be readable, because otherwise the
// path is probably mistyped. The state of a file that was named before is no error of the
// configuration, and applies at once.
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

// Reload prepares a configuration and applies it.
func (s *Server) Reload(cfg Config) error {
	put, err := s.Prepare(cfg)
	if err == nil {
		put()
	}
	return err
}

// ReloadInterface replaces the template of the interface for later sessions, for example after
// a change of the theme.
func (s *Server) ReloadInterface(o tui.Options) { s.iface.Store(&o) }

// authFor is called for each connection. So an added or removed key applies to the next
// connection without a signal to the server.
func (s *Server) authFor(ctx ssh.Context) *gossh.ServerConfig {
	return s.auth(connOf(ctx), s.bookForDoor())
}

// Health returns nil while the server accepts connections, for the health check.
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
