package server

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/time/rate"

	"motcua/kiosk/audit"
	"motcua/kiosk/limit"
	"motcua/kiosk/server/session"
)

// conn is one connection from the moment it is accepted. The SSH library reports failures
// without saying which connection failed. So conn collects what is known about its own, and
// gone judges it when it closes.
type conn struct {
	net.Conn
	srv    *Server
	shared session.Conn // what its sessions know of it
	addr   netip.Addr   // the client's, or the balancer's that does not pass it on, see client
	origin origin
	pass   *limit.Pass
	began  time.Time
	wire   *rate.Limiter

	in, out   atomic.Int64 // bytes, including SSH's overhead
	entered   atomic.Bool
	failures  atomic.Int32  // refused authentication steps
	channels  atomic.Int32  // open session channels
	sessions  atomic.Int32  // sessions whose face still runs
	refusals  atomic.Int32  // refused requests and channels
	held      time.Duration // how long the wire rate delayed it in total; only Read uses it
	starting  atomic.Int64  // how long starts of sessions were delayed in total, in nanoseconds
	known     atomic.Bool   // it is staff's or a kiosk's, see know
	crowded   atomic.Bool   // the public's connections are used up: it may open no session
	staffOver atomic.Bool   // its key is no longer staff's
	mu        sync.Mutex
	head      []byte // its first bytes, to see whether it speaks SSH
	empty     *time.Timer
	most      *time.Timer // ends the connection if no other bound did
	closeOnce sync.Once
	closed    context.Context
	close     context.CancelFunc
}

// newID returns a random id of a connection for the log.
func newID() string {
	var b [4]byte
	_, _ = rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

type connKey struct{}

func connOf(ctx ssh.Context) *conn {
	c, _ := ctx.Value(connKey{}).(*conn)
	return c
}

// accept is the server's ConnCallback. Nil closes the connection.
func (s *Server) accept(ctx ssh.Context, nc net.Conn) net.Conn {
	from := s.originOf(nc)
	addr := addrOf(nc.RemoteAddr())
	pass, why := s.admit(addr, from)
	if pass == nil {
		if from == fromClient { // a balancer's own connection is not counted as a refusal
			s.refused(string(why))
		}
		return nil
	}
	cfg := s.cfg.Load()
	c := &conn{
		Conn: nc, srv: s, addr: addr, origin: from, pass: pass, began: s.now(),
		wire:   rate.NewLimiter(rate.Limit(cfg.WireRate), max(1<<20, cfg.WireRate)),
		shared: session.Conn{ID: newID(), From: addr, Pass: pass},
	}
	c.shared.Client, c.shared.Blame = c.client(), c.blame
	c.shared.Log = func(level slog.Level, sentence string, attrs ...any) { s.logFor(c, level, sentence, attrs...) }
	c.shared.Stay = func() { c.most.Stop() }
	c.closed, c.close = context.WithCancel(context.Background())
	c.most = time.AfterFunc(max(cfg.Public.Total, cfg.Staff.Total)+cfg.DrainTime, func() { _ = c.Close() })
	ctx.SetValue(connKey{}, c)
	s.track(c, true)
	return c
}

// admit asks the gate for a place.
func (s *Server) admit(addr netip.Addr, from origin) (*limit.Pass, limit.Refusal) {
	if from != fromClient {
		s.metrics.Balancer(string(from))
	}
	switch {
	case s.draining.Load():
		return nil, "draining"
	case from == fromClient:
		return s.gate.Admit(addr)
	case from == fromNobody:
		s.logOf(addr, slog.LevelWarn, "a balancer sent no PROXY protocol header", "from", audit.Network(addr))
		return nil, ""
	default:
		return s.gate.AdmitBalancer(addr, from == fromCheck)
	}
}

// wireInsists is how long in total a connection may be delayed by its rate before it is cut
// off. A delayed connection keeps its place until the system's buffers are empty, even when its
// client is long gone.
const wireInsists = 5 * time.Second

// Read counts bytes, and delays clients that send more than any person or list could.
func (c *conn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.in.Add(int64(n))
	if !c.entered.Load() {
		c.peek(p[:n])
	} else if c.sessions.Load() > 0 {
		c.shared.Padding.Wire(n)
	}
	if n == 0 || n > c.wire.Burst() {
		return n, err
	}
	if !c.hold(c.wire.ReserveN(time.Now(), n).Delay()) || !c.shareWire(n) {
		c.blame(limit.Flood)
		_ = c.Close()
		return n, net.ErrClosed
	}
	return n, err
}

// hold waits before the next read. It returns false when the connection was delayed for too
// long in total.
func (c *conn) hold(wait time.Duration) bool {
	if wait <= 0 {
		return true
	}
	if c.held += wait; c.held > wireInsists {
		return false
	}
	c.pause(wait)
	return true
}

// pause waits for d, or until the connection ends.
func (c *conn) pause(d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-c.closed.Done():
	}
}

func (c *conn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.out.Add(int64(n))
	return n, err
}

// Close is called by the library at every end, sometimes several times.
func (c *conn) Close() error {
	err := c.Conn.Close()
	c.closeOnce.Do(c.gone)
	return err
}

const sshHead = "SSH-"

// peek keeps the first bytes from a client.
func (c *conn) peek(p []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if room := len(sshHead) - len(c.head); room > 0 {
		c.head = append(c.head, p[:min(room, len(p))]...)
	}
}

// tried records an authentication step.
func (c *conn) tried(method string, err error) {
	switch {
	case err == nil:
		if c.entered.CompareAndSwap(false, true) {
			c.srv.metrics.Handshake(c.srv.now().Sub(c.began))
			c.crowded.Store(c.pass.Entered())
			c.watchEmpty()
		}
	case method == "none": // clients use it to ask for the methods
	default:
		c.failures.Add(1)
	}
}

// gone judges a connection that has ended, and gives back its place.
func (c *conn) gone() {
	c.close()
	c.most.Stop()
	c.mu.Lock()
	head := c.head
	if c.empty != nil {
		c.empty.Stop()
	}
	c.mu.Unlock()
	if !c.entered.Load() {
		offence := c.offence(head)
		c.srv.failed(c, offence)
		c.blame(offence)
	}
	c.pass.Leave()
	c.srv.metrics.Wire(c.in.Load(), c.out.Load())
	c.srv.track(c, false)
}

// offence returns why a handshake did not complete.
func (c *conn) offence(head []byte) limit.Offence {
	switch {
	case len(head) > 0 && !bytes.HasPrefix([]byte(sshHead), head):
		return limit.Junk
	case c.srv.now().Sub(c.began) >= c.srv.cfg.Load().HandshakeTimeout:
		return limit.GraceExceeded
	case c.failures.Load() > 0:
		return limit.AuthFailed
	default:
		return limit.NoAuth
	}
}

// blame adds an offence to the penalty of the connection's address.
func (c *conn) blame(o limit.Offence) {
	if p := c.pass.Blame(o); p.New {
		c.srv.logFor(c, slog.LevelWarn, "address refused for a while", "from", audit.Network(c.addr), "offence", o, "seconds", p.Left.Seconds())
	}
}

// watchEmpty ends a connection that has a place but no session.
func (c *conn) watchEmpty() {
	c.mu.Lock()
	defer c.mu.Unlock()
	wait := c.srv.cfg.Load().EmptyTimeout
	if c.crowded.Load() {
		// Enough time to show a staff key, or to read why no session opens.
		wait /= 10
	}
	if c.empty != nil {
		c.empty.Reset(wait)
		return
	}
	c.empty = time.AfterFunc(wait, func() {
		if c.sessions.Load() == 0 {
			_ = c.Close()
		}
	})
}

// client returns the client's address, invalid where a balancer does not pass it on. The
// balancer's own address may be among the kiosks and offices; clients behind it are neither.
func (c *conn) client() netip.Addr {
	if c.origin != fromClient {
		return netip.Addr{}
	}
	return c.addr
}

// know marks a connection of staff or of a kiosk as not public. Its role is final when it opens
// its first channel.
func (c *conn) know(sc *gossh.ServerConn) {
	entry := netip.Prefix{}
	if roleOf(sc.Permissions) != session.RoleStaff {
		if entry = c.srv.kiosksOf(sc.User(), c.client()); !entry.IsValid() {
			return
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.known.Load() {
		ok := c.pass.Known(entry)
		c.known.Store(ok)
		c.crowded.Store(!ok)
	}
}

// tooManyRefusals is how many refusals end a connection: such a client is probing the server.
const tooManyRefusals = 32

// refuse counts one refusal.
func (c *conn) refuse(what string) {
	c.srv.refused(what)
	if c.refusals.Add(1) == tooManyRefusals {
		c.blame(limit.Refused)
		_ = c.Close()
	}
}

// addrOf returns the address of a peer without a mapped form or zone, so that one machine has
// one address.
func addrOf(a net.Addr) netip.Addr {
	t, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.Addr{}
	}
	addr, _ := netip.AddrFromSlice(t.IP)
	return addr.Unmap().WithZone("")
}
