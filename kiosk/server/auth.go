package server

import (
	"errors"
	"slices"

	gossh "golang.org/x/crypto/ssh"
)

// Keys of Permissions.ExtraData. Only the callbacks below write them, and only
// the permissions of the step that succeeded survive the handshake.
type (
	roleKey struct{}
	nameKey struct{} // the fingerprint of a staff key
)

// unknownKeys is how many unknown keys are turned down before one is taken for
// the role public. Taking the first would end the client's search before it
// offers the staff key, and would ask a citizen for the passphrase of a key that
// nobody needs. Never taking one would lock out agents full of keys: OpenSSH
// gives up after the server's limit of tries.
const unknownKeys = 3

var errUnknownKey = errors.New("no staff key; other methods need none")

// permissions carry a role out of the handshake.
func permissions(r Role, critical map[string]string) *gossh.Permissions {
	return &gossh.Permissions{CriticalOptions: critical, ExtraData: map[any]any{roleKey{}: r}}
}

// staffPermissions are those of a staff key, or of the key in a certificate.
func staffPermissions(key gossh.PublicKey, critical map[string]string) *gossh.Permissions {
	if cert, ok := key.(*gossh.Certificate); ok {
		key = cert.Key // a new certificate makes nobody new
	}
	p := permissions(RoleStaff, critical)
	p.ExtraData[nameKey{}] = gossh.FingerprintSHA256(key)
	return p
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

// auth is who may come in and as what, for one connection.
func (s *Server) auth(c *conn) *gossh.ServerConfig {
	cfg := &gossh.ServerConfig{
		Config:                  algorithms(),
		PublicKeyAuthAlgorithms: keyAlgorithms,
		MaxAuthTries:            8,
		ServerVersion:           "SSH-2.0-motcua",
		NoClientAuth:            true,
	}
	staff := s.staff.Load()
	cfg.NoClientAuthCallback = func(m gossh.ConnMetadata) (*gossh.Permissions, error) {
		// A client asks for "none" before it offers any key: saying yes to
		// everyone would keep staff out of their role.
		if staff.empty() || slices.Contains(s.cfg.Load().Guests, m.User()) || s.isKiosk(m.User(), c.addr) {
			return permissions(RolePublic, nil), nil
		}
		return nil, gossh.ErrNoAuth
	}
	cfg.KeyboardInteractiveCallback = func(_ gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
		// No question, but the method wants a round: old clients wait for it.
		if _, err := ask("", "", nil, nil); err != nil {
			return nil, err
		}
		return permissions(RolePublic, nil), nil
	}
	unknown := 0
	// What it counts decides only whether the search goes on; the role is in the
	// permissions of the step that succeeds.
	cfg.PublicKeyCallback = func(_ gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) { //nolint:gosec // G408: see above
		if critical, ok := staff.knows(key, s.cfg.Load().Principals, s.now()); ok {
			return staffPermissions(key, critical), nil
		}
		if unknown++; unknown <= unknownKeys && !staff.empty() {
			return nil, errUnknownKey
		}
		return permissions(RolePublic, nil), nil
	}
	cfg.AuthLogCallback = func(_ gossh.ConnMetadata, method string, err error) { c.tried(method, err) }
	return cfg
}
