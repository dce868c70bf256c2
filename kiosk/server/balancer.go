package server

import (
	"bytes"
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/pires/go-proxyproto"
)

// behindBalancers reads the PROXY protocol from the configured balancers and from no one else.
// It requires the header from them; otherwise every client would be counted under the
// balancer's address.
func (s *Server) behindBalancers(l net.Listener) net.Listener {
	return &proxyproto.Listener{
		Listener:          unspecified{l, s.isBalancer},
		ReadHeaderTimeout: 5 * time.Second,
		ConnPolicy: func(o proxyproto.ConnPolicyOptions) (proxyproto.Policy, error) {
			if s.isBalancer(addrOf(o.Upstream)) {
				return proxyproto.REQUIRE, nil
			}
			return proxyproto.SKIP, nil
		},
	}
}

func (s *Server) isBalancer(addr netip.Addr) bool {
	return slices.ContainsFunc(s.cfg.Load().Balancers, func(p netip.Prefix) bool { return p.Contains(addr) })
}

// origin says whose connection it is, as a word for metrics.
type origin string

const (
	fromClient  origin = ""        // a client whose address is known
	fromCheck   origin = "check"   // the balancer's own health check
	fromUnknown origin = "unknown" // a client whose address the balancer does not pass on
	fromNobody  origin = "bare"    // a balancer that sent no readable header
)

// originOf waits for the header of a connection that comes through a balancer. When the header
// contains a balancer's address, two balancers stand one behind the other, and the outer one
// sent no header.
func (s *Server) originOf(nc net.Conn) origin {
	through, ok := nc.(*proxyproto.Conn)
	if !ok {
		return fromClient
	}
	header := through.ProxyHeader()
	raw, _ := through.Raw().(*unspecifiedConn)
	if header == nil {
		return fromNobody
	}
	source := addrOf(header.SourceAddr)
	switch {
	case raw != nil && raw.rewritten, header.Version == 1 && header.TransportProtocol == proxyproto.UNSPEC:
		return fromUnknown
	case header.Command.IsLocal():
		return fromCheck
	case source.IsValid() && !s.isBalancer(source):
		return fromClient
	default: // a Unix socket has no address either
		return fromUnknown
	}
}

// unspecified rewrites a header without an address into one that the library accepts. The
// protocol lets a balancer send PROXY with the family UNSPEC (proxy-protocol.txt of HAProxy
// 3.0, 2.2: "the receiver should ignore address information"), but the library rejects it
// (v0.15.0, v2.go). LOCAL with UNSPEC, which it accepts, has the same meaning.
type unspecified struct {
	net.Listener
	balancer func(netip.Addr) bool
}

func (u unspecified) Accept() (net.Conn, error) {
	c, err := u.Listener.Accept()
	if err != nil || !u.balancer(addrOf(c.RemoteAddr())) {
		return c, err
	}
	return &unspecifiedConn{Conn: c}, nil
}

type unspecifiedConn struct {
	net.Conn
	once      sync.Once
	head      []byte // read but not delivered yet
	err       error
	rewritten bool
}

// The start of a header of version 2: its signature, a byte with version and command, and a
// byte with family and protocol.
const (
	commandLocal = 0x20
	commandProxy = 0x21
	familyNone   = 0x00
)

func (u *unspecifiedConn) Read(p []byte) (int, error) {
	u.once.Do(u.readHead)
	if len(u.head) > 0 {
		n := copy(p, u.head)
		u.head = u.head[n:]
		return n, nil
	}
	if u.err != nil {
		return 0, u.err
	}
	return u.Conn.Read(p)
}

// readHead reads until it is clear what kind of header the first bytes are.
func (u *unspecifiedConn) readHead() {
	signature := proxyproto.SIGV2
	for len(u.head) < len(signature)+2 && u.err == nil && bytes.HasPrefix(signature, u.head[:min(len(u.head), len(signature))]) {
		var more [256]byte
		n := 0
		n, u.err = u.Conn.Read(more[:])
		u.head = append(u.head, more[:n]...)
	}
	if rest, ok := bytes.CutPrefix(u.head, signature); ok && len(rest) >= 2 && rest[0] == commandProxy && rest[1] == familyNone {
		rest[0], u.rewritten = commandLocal, true
	}
}
