package server

import (
	"errors"
	"net"
	"net/netip"
	"slices"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/limit"
	"motcua/kiosk/server/session"
	"motcua/kiosk/staff"
)

// Keys of Permissions.ExtraData. Only the callbacks below write them. Only the permissions of
// the successful authentication step survive the handshake.
type (
	roleKey  struct{}
	nameKey  struct{} // the fingerprint of a staff key
	badgeKey struct{} // see badge
)

// unknownKeys is how many unknown keys are refused before one is accepted for the role public.
// If the first were accepted, the client would stop before it offers the staff key, and a
// citizen would be asked for the passphrase of a key that nobody needs. If none were accepted,
// people with many keys in their agent would be locked out: OpenSSH gives up at the server's
// limit of tries.
const unknownKeys = 3

var errUnknownKey = errors.New("no staff key; other methods need none")

// permissions carries a role out of the handshake.
func permissions(r session.Role) *gossh.Permissions {
	return &gossh.Permissions{ExtraData: map[any]any{roleKey{}: r}}
}

// staffPermissions returns the permissions of a staff key, or of the key in a certificate. The
// staff.Book checks the address, because x/crypto would check only a certificate's addresses,
// and only once.
func staffPermissions(key gossh.PublicKey, from netip.Addr, v staff.Verdict) *gossh.Permissions {
	p := permissions(session.RoleStaff)
	p.ExtraData[badgeKey{}] = &badge{key: key, from: from, noTerminal: v.NoTerminal}
	if cert, ok := key.(*gossh.Certificate); ok {
		key = cert.Key // a renewed certificate is still the same person
	}
	p.ExtraData[nameKey{}] = gossh.FingerprintSHA256(key)
	if v.NoTouch {
		p.Extensions = map[string]string{"no-touch-required": ""} // otherwise x/crypto requires a touch
	}
	return p
}

// badge is the proof by which a connection has the role staff; nil for the public.
type badge struct {
	key        gossh.PublicKey
	from       netip.Addr
	noTerminal bool
}

func badgeOf(p *gossh.Permissions) *badge {
	if p == nil {
		return nil
	}
	b, _ := p.ExtraData[badgeKey{}].(*badge)
	return b
}

// claimed returns the client's address for from= and for certificates. It has its zone, since
// from= may name one. It is invalid where a balancer does not pass it on, because the
// balancer's own address says nothing about the client.
func (c *conn) claimed(peer net.Addr) netip.Addr {
	t, ok := peer.(*net.TCPAddr)
	if !ok || c.origin != fromClient {
		return netip.Addr{}
	}
	return t.AddrPort().Addr().Unmap()
}

// keyOf returns the fingerprint of the staff key of a connection, "" for the public.
func keyOf(p *gossh.Permissions) string {
	if p == nil {
		return ""
	}
	name, _ := p.ExtraData[nameKey{}].(string)
	return name
}

// roleOf returns the role of a connection, by default public.
func roleOf(p *gossh.Permissions) session.Role {
	if p != nil {
		if r, ok := p.ExtraData[roleKey{}].(session.Role); ok {
			return r
		}
	}
	return session.RolePublic
}

// auth returns the authentication of one connection, by the staff files as they are now.
func (s *Server) auth(c *conn, book *staff.Book) *gossh.ServerConfig {
	cfg := &gossh.ServerConfig{
		Config:                  algorithms(),
		PublicKeyAuthAlgorithms: keyAlgorithms,
		MaxAuthTries:            8,
		NoClientAuth:            true,
	}
	cfg.NoClientAuthCallback = func(m gossh.ConnMetadata) (*gossh.Permissions, error) {
		// Clients try "none" before they offer any key. If everyone were admitted here, staff
		// would never get their role.
		if book.Empty() || slices.Contains(s.cfg.Load().Guests, m.User()) || s.isKiosk(m.User(), c.client()) {
			return permissions(session.RolePublic), nil
		}
		return nil, gossh.ErrNoAuth
	}
	cfg.KeyboardInteractiveCallback = func(_ gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
		// It asks no question, but some old clients wait for a round of this method.
		if _, err := ask("", "", nil, nil); err != nil {
			return nil, err
		}
		return permissions(session.RolePublic), nil
	}
	unknown := 0
	// The count decides only whether the client goes on to its next key. The role is in the
	// permissions of the successful step.
	cfg.PublicKeyCallback = func(m gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) { //nolint:gosec // G408: see above
		from := c.claimed(m.RemoteAddr())
		v := book.Admit(key, s.asker(from))
		if v.Staff {
			return staffPermissions(key, from, v), nil
		}
		s.turnedAway(c, v)
		if unknown++; unknown <= unknownKeys && !book.Empty() {
			return nil, errUnknownKey
		}
		return permissions(session.RolePublic), nil
	}
	cfg.AuthLogCallback = func(_ gossh.ConnMetadata, method string, err error) { c.tried(method, err) }
	return cfg
}

// isKiosk reports whether a user name and a client's address are those of a thin client in a
// lobby. For addr see [conn.client].
func (s *Server) isKiosk(user string, addr netip.Addr) bool { return s.kiosksOf(user, addr).IsValid() }

// kiosksOf returns the configured addresses of thin clients that contain addr, an invalid
// prefix for all other clients.
func (s *Server) kiosksOf(user string, addr netip.Addr) netip.Prefix {
	cfg := s.cfg.Load()
	if !slices.Contains(cfg.KioskUsers, user) {
		return netip.Prefix{}
	}
	return limit.EntryOf(cfg.KioskFrom, addr)
}
