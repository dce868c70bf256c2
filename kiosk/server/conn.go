package server

import (
	"bytes"
	"context"
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
	"motcua/kiosk/guard"
	"motcua/kiosk/limit"
)

// conn is one connection from the moment it is accepted. The SSH library tells
// of failures without saying which connection failed, so everything that is
// known of one is kept here and weighed when it closes.
type conn struct {
	net.Conn
	srv    *Server
	id     string
	addr   netip.Addr // of the client, or of a balancer that does not tell it, see client
	origin origin
	pass   Pass
	began  time.Time
	wire   *rate.Limiter

	in, out   atomic.Int64 // bytes, packets and all
	entered   atomic.Bool
	failures  atomic.Int32  // authentication steps that were turned down
	channels  atomic.Int32  // session channels open
	sessions  atomic.Int32  // sessions whose face is still at work
	named     atomic.Int32  // numbers sessions
	refusals  atomic.Int32  // requests and channels that were turned down
	held      time.Duration // by the wire rate, in all; Read alone uses it
	starting  atomic.Int64  // nanoseconds that starts of sessions were held back, in all
	known     atomic.Bool   // is staff or a kiosk, see know
	crowded   atomic.Bool   // the public has all its connections: it will open nothing
	padding   guard.Padding
	line      roundTrip
	hinted    atomic.Bool // the person was told of the padding
	staffOver atomic.Bool // its key is staff's no longer
	mu        sync.Mutex
	head      []byte // the first bytes: does it speak SSH at all?
	empty     *time.Timer
	most      *time.Timer // cuts off what all other bounds missed
	closeOnce sync.Once
	closed    context.Context
	close     context.CancelFunc
}

type connKey struct{}

func connOf(ctx ssh.Context) *conn {
	c, _ := ctx.Value(connKey{}).(*conn)
	return c
}

// accept is the server's ConnCallback: nil closes the connection.
func (s *Server) accept(ctx ssh.Context, nc net.Conn) net.Conn {
	from := s.originOf(nc)
	addr := addrOf(nc.RemoteAddr())
	pass, why := s.admit(addr, from)
	if pass == nil {
		if from == fromClient { // a balancer's own is nobody who was turned down
			s.refused(string(why))
		}
		return nil
	}
	cfg := s.cfg.Load()
	c := &conn{
		Conn: nc, srv: s, id: newID(), addr: addr, origin: from, pass: pass, began: s.now(),
		wire: rate.NewLimiter(rate.Limit(cfg.WireRate), max(1<<20, cfg.WireRate)),
	}
	c.closed, c.close = context.WithCancel(context.Background())
	c.most = time.AfterFunc(max(cfg.Public.Total, cfg.Staff.Total)+cfg.DrainTime, func() { _ = c.Close() })
	ctx.SetValue(connKey{}, c)
	s.track(c, true)
	return c
}

// admit asks the gate.
func (s *Server) admit(addr netip.Addr, from origin) (Pass, limit.Refusal) {
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

// wireInsists is how long, in all, a connection may be held back before it is
// cut off. Held back it drips on for as long as the system's buffers last, even
// when its client has long gone, and keeps its place.
const wireInsists = 5 * time.Second

// Read counts, and holds back who sends more than any person or list could.
func (c *conn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.in.Add(int64(n))
	if !c.entered.Load() {
		c.peek(p[:n])
	} else if c.sessions.Load() > 0 {
		c.padding.Wire(n)
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

// hold waits before the next read. False: the connection was held back for too long.
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

// pause waits while the connection lasts.
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

// Close is called by the library at every end, sometimes more than once.
func (c *conn) Close() error {
	err := c.Conn.Close()
	c.closeOnce.Do(c.gone)
	return err
}

const sshHead = "SSH-"

// peek keeps the first bytes of a client.
func (c *conn) peek(p []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if room := len(sshHead) - len(c.head); room > 0 {
		c.head = append(c.head, p[:min(room, len(p))]...)
	}
}

// tried takes note of a step of authentication.
func (c *conn) tried(method string, err error) {
	switch {
	case err == nil:
		if c.entered.CompareAndSwap(false, true) {
			c.srv.metrics.Handshake(c.srv.now().Sub(c.began))
			c.crowded.Store(c.pass.Entered())
			c.watchEmpty()
		}
	case method == "none": // how clients ask which methods there are
	default:
		c.failures.Add(1)
	}
}

// gone weighs a connection that is over and gives back its place.
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

// offence is why a handshake came to nothing.
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

// blame weighs something against the address of a connection.
func (c *conn) blame(o limit.Offence) {
	if p := c.pass.Blame(o); p.New {
		c.srv.logFor(c, slog.LevelWarn, "address refused for a while", "from", audit.Network(c.addr), "offence", o, "seconds", p.Left.Seconds())
	}
}

// watchEmpty ends a connection that holds a place and no session.
func (c *conn) watchEmpty() {
	c.mu.Lock()
	defer c.mu.Unlock()
	wait := c.srv.cfg.Load().EmptyTimeout
	if c.crowded.Load() {
		// Long enough to show a staff key, or to read why it opens nothing.
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

// client is the address that a client came from, and none where a balancer does not
// tell it. The balancer's own may lie among the kiosks and offices; whoever comes
// through it is neither.
func (c *conn) client() netip.Addr {
	if c.origin != fromClient {
		return netip.Addr{}
	}
	return c.addr
}

// know tells a connection of staff or of a kiosk from the public's. Who it is
// stands fast when it opens its first channel.
func (c *conn) know(sc *gossh.ServerConn) {
	entry := netip.Prefix{}
	if roleOf(sc.Permissions) != RoleStaff {
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

// tooMany refusals end a connection: it is looking for a hole, not for an
// answer.
const tooManyRefusals = 32

// refuse counts one thing that was turned down.
func (c *conn) refuse(what string) {
	c.srv.refused(what)
	if c.refusals.Add(1) == tooManyRefusals {
		c.blame(limit.Refused)
		_ = c.Close()
	}
}

// hangUp closes the connection of a session from outside the library. It also
// frees a goroutine that sits in a write to a client that stopped reading.
func hangUp(ctx ssh.Context) {
	if sc, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn); ok {
		_ = sc.Close()
	}
}
