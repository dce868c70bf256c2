package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"

	"motcua/kiosk/audit"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/kiosk/server/session"
	"motcua/kiosk/staff"
	"motcua/tui"
	"motcua/tui/line/exit"
)

// Deps are what the server needs. Service and Gate are required.
type Deps struct {
	session.Common
	// Interface is the template of the interface. Its language is used for clients that request
	// none.
	Interface tui.Options
	Gate      *limit.Gate  // counts connections and what they open, by address
	Log       *slog.Logger // nil: no log
}

// Server serves one listener.
type Server struct {
	deps    Deps
	cfg     atomic.Pointer[Config]
	key     HostKey
	staff   atomic.Pointer[staff.Book]
	gate    *limit.Gate
	log     *slog.Logger
	audit   *audit.Trail
	metrics *metrics.Set
	now     func() time.Time
	ssh     *ssh.Server
	iface   atomic.Pointer[tui.Options]

	draining atomic.Bool
	mu       sync.Mutex
	conns    map[*conn]struct{}
	sessions map[*session.Session]*conn
	quiet    chan struct{}        // closed when the server drains and no session is left
	turned   map[string]time.Time // see turnedAway
	sweep    *time.Timer          // see watchStaff
	listener net.Listener
	ration   ration // limits lines in the log

	bookMu sync.Mutex
	bookAt time.Time // when the staff files were last read
}

// ErrTrace is the error when TEA_TRACE is set: Bubble Tea would write every key that a citizen
// types to a file.
var ErrTrace = errors.New("server: TEA_TRACE is set, so everything that people type would be logged; unset it")

// New prepares a server: it creates the host key at the first start and reads the staff files.
func New(cfg Config, deps Deps) (*Server, error) {
	if os.Getenv("TEA_TRACE") != "" { //nolint:forbidigo // the server's own environment is meant
		return nil, ErrTrace
	}
	cfg, err := cfg.complete()
	if err != nil {
		return nil, err
	}
	if deps.Service == nil || deps.Gate == nil {
		return nil, errors.New("server: no service, or no gate")
	}
	s := &Server{
		deps: deps, gate: deps.Gate, log: deps.Log, audit: deps.Audit,
		metrics: deps.Metrics, now: deps.Now,
		conns: map[*conn]struct{}{}, sessions: map[*session.Session]*conn{}, quiet: make(chan struct{}),
		turned: map[string]time.Time{},
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.deps.Notice == nil {
		s.deps.Notice = tui.Notice
	}
	if s.now == nil {
		s.now = time.Now
		s.deps.Now = s.now
	}
	s.cfg.Store(&cfg)
	s.iface.Store(&deps.Interface)
	if err = keyfile.Check(cfg.StateDir, keyfile.Folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if s.key, err = LoadHostKey(cfg.HostKey); err != nil {
		return nil, err
	}
	s.setStaff(staff.Read(cfg.staffFiles()))
	s.bookAt = s.now()
	s.ssh = s.library(cfg)
	return s, nil
}

// library returns the SSH library's server, with everything closed that the library leaves open
// by default.
func (s *Server) library(cfg Config) *ssh.Server {
	return &ssh.Server{
		Handler:              s.handle,
		HostSigners:          []ssh.Signer{s.key.signer},
		Version:              "motcua",
		ConnCallback:         s.accept,
		PtyCallback:          s.allowPty,
		ServerConfigCallback: s.authFor,
		HandshakeTimeout:     cfg.HandshakeTimeout,
		// The library's MaxTimeout would end kiosk sessions too; conn.most does not.
		ChannelHandlers: map[string]ssh.ChannelHandler{
			"session": s.sessionChannel, "default": s.otherChannel,
		},
		RequestHandlers:   map[string]ssh.RequestHandler{"default": s.otherRequest},
		SubsystemHandlers: map[string]ssh.SubsystemHandler{"default": s.handle},
	}
}

// HostKey returns the server's host key.
func (s *Server) HostKey() HostKey { return s.key }

// Serve takes connections until ctx ends, which closes them all at once, or
// Drain is called. It gives nil when it was asked to stop.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	s.mu.Lock()
	s.listener = l
	gone := s.draining.Load()
	s.mu.Unlock()
	if gone {
		return l.Close()
	}
	stop := context.AfterFunc(ctx, func() { _ = s.Close() })
	defer stop()
	err := s.ssh.Serve(s.behindBalancers(l))
	if ctx.Err() != nil || s.draining.Load() || errors.Is(err, ssh.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("server: %w", err)
}

// Close ends all connections at once.
func (s *Server) Close() error {
	err := s.ssh.Close()
	if errors.Is(err, net.ErrClosed) {
		err = nil // Drain has closed the listener, and Serve has not noticed yet
	}
	s.mu.Lock()
	conns := make([]*conn, 0, len(s.conns))
	for c := range s.conns {
		conns = append(conns, c)
	}
	s.mu.Unlock()
	for _, c := range conns { // the library does not know connections in their handshake
		_ = c.Close()
	}
	return err
}

// track adds a connection to the server's list or removes it.
func (s *Server) track(c *conn, in bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if in {
		s.conns[c] = struct{}{}
	} else {
		delete(s.conns, c)
	}
	s.metrics.Connections(len(s.conns))
}

// handle is the library's handler: one call is one session.
func (s *Server) handle(ss ssh.Session) {
	ch := channelOf(ss.Context())
	if ch == nil {
		_ = ss.Exit(exit.Failed)
		return
	}
	c, cfg := ch.conn, s.cfg.Load()
	role := roleOf(ss.Permissions().Permissions)
	x := session.New(ss, &s.deps.Common, session.Start{
		Conn: &c.shared, Channel: ch.ctx, Sizes: ch.sizes, Columns: ch.columns, Rows: ch.rows, Hasty: ch.hasty,
		Role: role, Key: keyOf(ss.Permissions().Permissions), May: cfg.allowance(role),
		StillStaff: func(x *session.Session) bool { return s.stillStaff(c, x) },
		Kiosks:     func() netip.Prefix { return s.kiosksOf(ss.User(), c.client()) },
		Interface:  *s.iface.Load(), Guard: cfg.Guard, Sleep: cfg.SleepTime, Stall: cfg.StallTimeout, FPS: cfg.FPS,
	})
	c.sessions.Add(1)
	s.enter(x, c)
	defer func() {
		s.leave(x)
		if c.sessions.Add(-1) == 0 {
			c.watchEmpty()
		}
	}()
	x.Run()
}

// enter and leave keep the list of sessions.
func (s *Server) enter(x *session.Session, c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[x] = c
	if x.Role == session.RoleStaff {
		s.watchStaff()
	}
}

func (s *Server) leave(x *session.Session) {
	s.mu.Lock()
	delete(s.sessions, x)
	if len(s.sessions) == 0 && s.draining.Load() {
		s.closeQuiet()
	}
	s.mu.Unlock()
	x.Report()
}

// refused counts a refusal.
func (s *Server) refused(why string) { s.metrics.Refused(why) }

// failed logs a handshake that did not complete.
func (s *Server) failed(c *conn, why limit.Offence) {
	if c.origin != fromClient {
		return // a health check reads the server's version and leaves
	}
	s.metrics.Refused("handshake_" + string(why))
	s.logFor(c, slog.LevelDebug, "handshake failed", "connection", c.shared.ID, "from", audit.Network(c.addr), "offence", why)
}
