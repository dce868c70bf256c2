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

// preferIPv4 tries IPv4 alone before IPv6: the national portal announces IPv6
// addresses that many offices cannot reach.
func preferIPv4(dial dialFunc) dialFunc {
	return func(ctx context.Context, _, addr string) (net.Conn, error) {
		conn, err := dial(ctx, "tcp4", addr)
		if err == nil || ctx.Err() != nil {
			return conn, err
		}
		conn, err6 := dial(ctx, "tcp6", addr)
		if err6 == nil {
			return conn, nil
		}
		// Say what went wrong in the family that the host has.
		if none := (*net.AddrError)(nil); errors.As(err, &none) {
			return nil, err6
		}
		return nil, err
	}
}

// metered counts what travels on the connections that dial makes.
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

// tally sums what one call moved over the connections that it used. HTTP/1.1
// gives a connection to one call at a time, so differences are exact.
type tally struct {
	mu        sync.Mutex
	conn      *meteredConn
	in0, out0 int64
	in, out   int64
}

func (t *tally) trace(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: t.gotConn})
}

func (t *tally) gotConn(info httptrace.GotConnInfo) {
	conn := info.Conn
	if secure, ok := conn.(*tls.Conn); ok {
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

// settle adds what the current connection moved since it was taken.
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
