package server

import (
	"errors"
	"os"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"motcua/tui"
)

// Reload takes a new configuration for the connections and sessions to come.
// The host key, the state directory, the handshake timeout and the frame rate
// stay as they were. On an error everything stays as it was.
func (s *Server) Reload(cfg Config) error {
	cfg, err := cfg.complete()
	if err != nil {
		return err
	}
	old := s.cfg.Load()
	cfg.StateDir, cfg.HostKey, cfg.HandshakeTimeout = old.StateDir, old.HostKey, old.HandshakeTimeout
	if err := s.readStaff(&cfg); err != nil {
		return err
	}
	s.cfg.Store(&cfg)
	return nil
}

// ReloadInterface takes a new template of the interface, as after a change of
// the theme, for the sessions to come.
func (s *Server) ReloadInterface(o tui.Options) { s.iface.Store(&o) }

// staffStamp tells by which files the staff were read.
type staffStamp struct {
	keys, cas fileStamp
	looked    time.Time
}

type fileStamp struct {
	at   time.Time
	size int64
}

func stampOf(path string) fileStamp {
	if path == "" {
		return fileStamp{}
	}
	info, err := os.Stat(path)
	if err != nil {
		return fileStamp{size: -1}
	}
	return fileStamp{info.ModTime(), info.Size()}
}

// readStaff reads the staff files of a configuration.
func (s *Server) readStaff(cfg *Config) error {
	stamp := staffStamp{keys: stampOf(cfg.StaffKeys), cas: stampOf(cfg.StaffCAs), looked: s.now()}
	book, err := readStaff(cfg.StaffKeys, cfg.StaffCAs)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.staffAt = stamp
	if err != nil {
		return err
	}
	s.staff.Store(book)
	return nil
}

// lookPause is how often the staff files are looked at.
const lookPause = time.Second

// authFor is called for each connection. A key that was added or taken away
// counts from the next connection on, without a signal to the server.
func (s *Server) authFor(ctx ssh.Context) *gossh.ServerConfig {
	cfg := s.cfg.Load()
	s.mu.Lock()
	due := s.now().Sub(s.staffAt.looked) >= lookPause
	if due {
		s.staffAt.looked = s.now()
	}
	stamp := s.staffAt
	s.mu.Unlock()
	if due && (stampOf(cfg.StaffKeys) != stamp.keys || stampOf(cfg.StaffCAs) != stamp.cas) {
		if err := s.readStaff(cfg); err != nil {
			// Half a file must not lock staff out; the old ones stay.
			s.log.Error("staff keys not read again, the old ones stay", "error", err)
		} else {
			s.log.Info("staff keys read again")
		}
	}
	return s.auth(connOf(ctx))
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
