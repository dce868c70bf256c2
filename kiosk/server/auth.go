package server

import (
	"errors"
	"net"
	"net/netip"
	"slices"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/staff"
)

// Keys of Permissions.ExtraData. Only the callbacks below write them, and only
// the permissions of the step that succeeded survive the handshake.
type (
	roleKey  struct{}
	nameKey  struct{} // the fingerprint of a staff key
	badgeKey struct{} // see badge
)

// unknownKeys is how many unknown keys are turned down before one is taken for
// the role public. Taking the first would end the client's search before it
// offers the staff key, and would ask a citizen for the passphrase of a key that
// nobody needs. Never taking one would lock out agents full of keys: OpenSSH
// gives up after the server's limit of tries.
const unknownKeys = 3

var errUnknownKey = errors.New("no staff key; other methods need none")

// permissions carry a role out of the handshake.
func permissions(r Role) *gossh.Permissions {
	return &gossh.Permissions{ExtraData: map[any]any{roleKey{}: r}}
}

// staffPermissions are those of a staff key, or of the key in a certificate. Where
// it comes from is looked at by the book and not by x/crypto, which would look at a
// certificate's addresses alone, and once.
func staffPermissions(key gossh.PublicKey, from netip.Addr, v staff.Verdict) *gossh.Permissions {
	p := permissions(RoleStaff)
	p.ExtraData[badgeKey{}] = &badge{key: key, from: from, noTerminal: v.NoTerminal}
	if cert, ok := key.(*gossh.Certificate); ok {
		key = cert.Key // a new certificate makes nobody new
	}
	p.ExtraData[nameKey{}] = gossh.FingerprintSHA256(key)
	if v.NoTouch {
		p.Extensions = map[string]string{"no-touch-required": ""} // x/crypto asks for a touch otherwise
	}
	return p
}

// badge is by what a connection has the role staff; nil for the public.
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

// claimed is where a client comes from, for from= and for certificates: with its
// zone, since from= may name one, and none where a balancer does not tell it, since
// the balancer's own says nothing of the client.
func (c *conn) claimed(peer net.Addr) netip.Addr {
	t, ok := peer.(*net.TCPAddr)
	if !ok || c.origin != fromClient {
		return netip.Addr{}
	}
	return t.AddrPort().Addr().Unmap()
}

// keyOf is the fingerprint of the staff key of a connection, "" for the public.
func keyOf(p *gossh.Permissions) string {
	if p == nil {
		return ""
	}
	name, _ := p.ExtraData[nameKey{}].(string)
	return name
}

// roleOf reads the role of a connection; without one it is public.
func roleOf(p *gossh.Permissions) Role {
	if p != nil {
		if r, ok := p.ExtraData[roleKey{}].(Role); ok {
			return r
		}
	}
	return RolePublic
}

// auth is who may come in and as what, for one connection, by the book of now.
func (s *Server) auth(c *conn, book *staff.Book) *gossh.ServerConfig {
	cfg := &gossh.ServerConfig{
		Config:                  algorithms(),
		PublicKeyAuthAlgorithms: keyAlgorithms,
		MaxAuthTries:            8,
		ServerVersion:           "SSH-2.0-motcua",
		NoClientAuth:            true,
	}
	cfg.NoClientAuthCallback = func(m gossh.ConnMetadata) (*gossh.Permissions, error) {
		// A client asks for "none" before it offers any key: saying yes to
		// everyone would keep staff out of their role.
		if book.Empty() || slices.Contains(s.cfg.Load().Guests, m.User()) || s.isKiosk(m.User(), c.client()) {
			return permissions(RolePublic), nil
		}
		return nil, gossh.ErrNoAuth
	}
	cfg.KeyboardInteractiveCallback = func(_ gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
		// No question, but the method wants a round: old clients wait for it.
		if _, err := ask("", "", nil, nil); err != nil {
			return nil, err
		}
		return permissions(RolePublic), nil
	}
	unknown := 0
	// What it counts decides only whether the search goes on; the role is in the
	// permissions of the step that succeeds.
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
		return permissions(RolePublic), nil
	}
	cfg.AuthLogCallback = func(_ gossh.ConnMetadata, method string, err error) { c.tried(method, err) }
	return cfg
}
