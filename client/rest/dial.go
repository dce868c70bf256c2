package rest

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http/httptrace"
	"sync"
	"sync/atomic"
)

type dialFunc func(ctx context.Context, network, addr string) (net.Conn, error)

// preferIPv4 tries IPv4 before IPv6: the national portal announces IPv6 addresses that
// many offices cannot reach.
func preferIPv4(dial dialFunc) dialFunc {
	return func(ctx context.Context, _, addr string) (net.Conn, error) {
		conn, err := dial(ctx, "tcp4", addr)
		if err == nil || ctx.Err() != nil {
			return conn, err
		}
		// A name server that does not answer for one family does not answer for the
		// other either, so do not let the person wait twice.
		if name := (*net.DNSError)(nil); errors.As(err, &name) && !name.IsNotFound {
			return nil, err
		}
		conn, err6 := dial(ctx, "tcp6", addr)
		if err6 == nil {
			return conn, nil
		}
		// Report the error of the address family that the host has.
		if none := (*net.AddrError)(nil); errors.As(err, &none) {
			return nil, err6
		}
		return nil, err
	}
}

// metered counts the bytes on the connections that dial opens.
func metered(dial dialFunc) dialFunc {
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		conn, err := dial(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		return &meteredConn{Conn: conn}, nil
	}
}

type meteredConn struct {
	net.Conn
	in, out atomic.Int64
}

func (c *meteredConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.in.Add(int64(n))
	return n, err
}

func (c *meteredConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.out.Add(int64(n))
	return n, err
}

// phase is the stage that a call has reached.
type phase int32

const (
	phaseWaiting phase = iota // for a connection
	phaseName
	phaseConnect
	phaseTLS
	phaseAnswer
)

// String is for the log.
func (p phase) String() string {
	return [...]string{"waiting for a free connection", "looking up the name", "connecting", "agreeing on encryption", "waiting for the answer"}[p]
}

// tally sums the bytes of one call over the connections that it used, and holds its
// phase. HTTP/1.1 gives a connection to one call at a time, so differences are exact.
type tally struct {
	sent func()                       // called when a request is handed to a connection; before that nothing left this machine
	at   atomic.Pointer[atomic.Int32] // the phase of the current attempt

	mu        sync.Mutex
	conn      *meteredConn
	in0, out0 int64
	in, out   int64
}

func (t *tally) trace(ctx context.Context) context.Context {
	var at atomic.Int32
	t.at.Store(&at)
	// Phases only advance: a dial continues after the call took another connection,
	// and a name is looked up once for each address family.
	to := func(p phase) {
		for old := at.Load(); old < int32(p) && !at.CompareAndSwap(old, int32(p)); old = at.Load() {
		}
	}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(info httptrace.GotConnInfo) {
			to(phaseAnswer)
			t.sent()
			t.gotConn(info)
		},
		DNSStart:          func(httptrace.DNSStartInfo) { to(phaseName) },
		ConnectStart:      func(string, string) { to(phaseConnect) },
		TLSHandshakeStart: func() { to(phaseTLS) },
	})
}

func (t *tally) phase() phase {
	if at := t.at.Load(); at != nil {
		return phase(at.Load())
	}
	return phaseWaiting
}

func (t *tally) gotConn(info httptrace.GotConnInfo) {
	conn := info.Conn
	// Through an https proxy one TLS connection runs inside another.
	for secure, ok := conn.(*tls.Conn); ok; secure, ok = conn.(*tls.Conn) {
		conn = secure.NetConn()
	}
	m, ok := conn.(*meteredConn)
	if !ok {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.settle()
	t.conn, t.in0, t.out0 = m, 0, 0
	if info.Reused {
		t.in0, t.out0 = m.in.Load(), m.out.Load()
	}
}

// settle adds the bytes on the current connection since it was taken.
func (t *tally) settle() {
	if t.conn == nil {
		return
	}
	t.in += t.conn.in.Load() - t.in0
	t.out += t.conn.out.Load() - t.out0
	t.conn = nil
}

func (t *tally) total() (in, out int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.settle()
	return t.in, t.out
}
