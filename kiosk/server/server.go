package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"

	"motcua/kiosk/audit"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/kiosk/staff"
	"motcua/tui"
	"motcua/tui/line"
)

// Deps are what the server stands on. Service is the only one that must be
// given.
type Deps struct {
	// Service answers look-ups; one serves all sessions.
	Service Service
	// Interface is the template of the interface. Context, Service, Lang (as a
	// fallback it is kept) and Leave are filled in for each session.
	Interface tui.Options
	// Line gives the parts of line.Deps that an operator sets, as Env; streams,
	// service, language and bounds are filled in. Nil: none.
	Line func() line.Deps
	// Notice makes the message by which the interface shows a sentence to the
	// person inside; nil is tui.Notice.
	Notice func(sentence string) tea.Msg

	// Marks is the list of pages that are read wrongly, as the key with that
	// fingerprint adds to it; nil: there is none. Only staff get it.
	Marks func(key string) Marks

	Gate   Gate   // GateOf(...); nil lets everyone in
	Budget Budget // nil: no budget

	Log     *slog.Logger // nil: no log
	Audit   *audit.Trail // nil: no trail
	Metrics *metrics.Set // nil: no metrics
	Now     func() time.Time
	Version string // of this program, for the command version
}

// Marks is the list of pages that staff marked as wrong.
type Marks = tui.Marks

// Server serves one listener.
type Server struct {
	deps    Deps
	cfg     atomic.Pointer[Config]
	key     HostKey
	staff   atomic.Pointer[staff.Book]
	gate    Gate
	log     *slog.Logger
	audit   *audit.Trail
	metrics *metrics.Set
	now     func() time.Time
	ssh     *ssh.Server
	iface   atomic.Pointer[tui.Options]

	draining atomic.Bool
	mu       sync.Mutex
	conns    map[*conn]struct{}
	sessions map[*session]struct{}
	quiet    chan struct{}        // closed while nobody is connected and the server drains
	turned   map[string]time.Time // see turnedAway
	sweep    *time.Timer          // see watchStaff
	listener net.Listener
	ration   ration // of the log

	bookMu sync.Mutex
	bookAt time.Time // when the files of staff were read

	newModel func(tui.Options) tea.Model // tests put a model of their own here
}

// ErrTrace is why a server does not start: Bubble Tea would write every key that a citizen types to a file.
var ErrTrace = errors.New("server: TEA_TRACE is set, so everything that people type would be logged; unset it")

// New readies a server: it makes the host key on first start and reads who is
// staff.
func New(cfg Config, deps Deps) (*Server, error) {
	if os.Getenv("TEA_TRACE") != "" { //nolint:forbidigo // the server's own environment is meant
		return nil, ErrTrace
	}
	cfg, err := cfg.complete()
	if err != nil {
		return nil, err
	}
	if deps.Service == nil {
		return nil, errors.New("server: no service")
	}
	s := &Server{
		deps: deps, gate: deps.Gate, log: deps.Log, audit: deps.Audit,
		metrics: deps.Metrics, now: deps.Now,
		conns: map[*conn]struct{}{}, sessions: map[*session]struct{}{}, quiet: make(chan struct{}),
		turned: map[string]time.Time{},
	}
	if s.gate == nil {
		s.gate = openGate{}
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.deps.Notice == nil {
		s.deps.Notice = tui.Notice
	}
	if s.now == nil {
		s.now = time.Now
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

// library is the SSH server of the library with every door that it leaves open
// shut.
func (s *Server) library(cfg Config) *ssh.Server {
	return &ssh.Server{
		Handler:              s.handle,
		HostSigners:          []ssh.Signer{s.key.signer},
		Version:              "motcua",
		ConnCallback:         s.accept,
		PtyCallback:          s.allowPty,
		ServerConfigCallback: s.authFor,
		HandshakeTimeout:     cfg.HandshakeTimeout,
		// Its MaxTimeout would end a kiosk as well; conn.most is ours.
		ChannelHandlers: map[string]ssh.ChannelHandler{
			"session": s.sessionChannel, "default": s.otherChannel,
		},
		RequestHandlers:   map[string]ssh.RequestHandler{"default": s.otherRequest},
		SubsystemHandlers: map[string]ssh.SubsystemHandler{"default": s.handle},
	}
}

// HostKey is the key that clients see.
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

// Close ends everything at once.
func (s *Server) Close() error {
	err := s.ssh.Close()
	s.mu.Lock()
	conns := make([]*conn, 0, len(s.conns))
	for c := range s.conns {
		conns = append(conns, c)
	}
	s.mu.Unlock()
	for _, c := range conns { // those in their handshake are unknown to the library
		_ = c.Close()
	}
	return err
}

// track keeps the book of connections.
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

// enter and leave keep the book of sessions and write it down.
func (s *Server) enter(x *session) {
	s.mu.Lock()
	s.sessions[x] = struct{}{}
	if x.role == RoleStaff {
		s.watchStaff()
	}
	s.mu.Unlock()
}

func (s *Server) leave(x *session) {
	s.mu.Lock()
	delete(s.sessions, x)
	if len(s.sessions) == 0 && s.draining.Load() {
		s.closeQuiet()
	}
	s.mu.Unlock()
	took := s.now().Sub(x.began)
	out := x.out.bytes.Load() + x.errOut.bytes.Load()
	s.metrics.Ended(string(x.face), string(x.role), string(x.reason), took, x.in.bytes.Load(), out)
	pty, _, hasPty := x.Pty()
	attrs := []any{
		"session", x.id, "from", audit.Network(x.ch.conn.addr), "role", x.role, "face", x.face,
		"reason", x.reason, "seconds", took.Seconds(), "bytes_in", x.in.bytes.Load(), "bytes_out", out,
		"client", audit.Client(x.Context().ClientVersion()), "padded", x.ch.conn.padding.Padded(),
	}
	if x.why != "" {
		attrs = append(attrs, "refused", x.why)
	}
	if hasPty {
		attrs = append(attrs, "columns", pty.Window.Width, "rows", pty.Window.Height, "term", audit.Term(pty.Term))
	}
	s.logFor(x.ch.conn, slog.LevelInfo, "session ended", attrs...)
}

// refused counts something that was turned down.
func (s *Server) refused(why string) { s.metrics.Refused(why) }

// failed writes down a handshake that came to nothing.
func (s *Server) failed(c *conn, why limit.Offence) {
	if c.origin != fromClient {
		return // a check reads the server's version and leaves
	}
	s.metrics.Refused("handshake_" + string(why))
	s.logFor(c, slog.LevelDebug, "handshake failed", "connection", c.id, "from", audit.Network(c.addr), "offence", why)
}
