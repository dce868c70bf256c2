package server

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/keyfile"
	"motcua/kiosk/server/session"
)

// asStaff reports whether a connection has the role staff. "track --watch" without a code is a
// usage error for staff, while the public is refused before that.
func (r *running) asStaff(cfg *gossh.ClientConfig) bool {
	r.t.Helper()
	got := r.run(cfg, "", "track --watch")
	if got.code != 2 {
		r.t.Fatalf("exit code %d: %s", got.code, got.err)
	}
	return !strings.Contains(got.err, "--watch is for staff")
}

func writeFile(t testing.TB, path, body string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

func authorized(k gossh.Signer) string { return string(gossh.MarshalAuthorizedKey(k.PublicKey())) }

// staffed starts a server with one staff key and one certificate authority.
func staffed(t *testing.T, keys, ca string, change ...func(*Config, *Deps)) *running {
	t.Helper()
	dir := t.TempDir()
	return start(t, append([]func(*Config, *Deps){func(c *Config, _ *Deps) {
		if keys != "" {
			c.StaffKeys = filepath.Join(dir, "staff_keys")
			writeFile(t, c.StaffKeys, keys)
		}
		if ca != "" {
			c.StaffCAs = filepath.Join(dir, "staff_ca.pub")
			writeFile(t, c.StaffCAs, ca)
		}
	}}, change...)...)
}

// With each authentication method the public gets in without a question.
func TestPublicNeedsNothing(t *testing.T) {
	none := anyone()
	none.Auth = nil
	for name, cfg := range map[string]*gossh.ClientConfig{"none": none, "keyboard-interactive": anyone(), "a key": withKey(newSigner(t))} {
		t.Run(name, func(t *testing.T) {
			if r := start(t); r.asStaff(cfg) {
				t.Error("anyone is staff")
			}
		})
	}
	t.Run("password", func(t *testing.T) {
		r := staffed(t, authorized(newSigner(t)), "")
		cfg := anyone()
		cfg.Auth = []gossh.AuthMethod{gossh.Password("x")}
		if _, err := gossh.Dial("tcp", r.addr, cfg); err == nil {
			t.Error("a password was taken")
		}
	})
}

// Roles by key. A client tries "none" first and offers keys in its own order. Neither may keep
// staff from their role, or strangers from getting in.
func TestRolesByKey(t *testing.T) {
	staff, stranger := newSigner(t), newSigner(t)
	r := staffed(t, "# counter 3\n\n"+authorized(staff), "")
	none, guest := anyone(), anyone()
	none.Auth, guest.Auth, guest.User = nil, nil, "khach"
	onlyStranger := withKey(stranger)
	onlyStranger.Auth = onlyStranger.Auth[:1]
	many := withKey(stranger, newSigner(t), newSigner(t), newSigner(t))
	many.Auth = many.Auth[:1]
	tests := []struct {
		name string
		cfg  *gossh.ClientConfig
		role session.Role
	}{
		{"staff key", withKey(staff), session.RoleStaff},
		{"staff key behind two others", withKey(stranger, newSigner(t), staff), session.RoleStaff},
		{"no key", anyone(), session.RolePublic},
		{"a stranger's key", withKey(stranger), session.RolePublic},
		{"guest without any method", guest, session.RolePublic},
		{"an agent full of strangers' keys", many, session.RolePublic},
		{"none, where the client may have a key", none, ""},
		{"one stranger's key and no other method", onlyStranger, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := gossh.Dial("tcp", r.addr, tt.cfg)
			if tt.role == "" {
				if err == nil {
					_ = c.Close()
					t.Error("let in")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			_ = c.Close()
			if got := r.asStaff(tt.cfg); got != (tt.role == session.RoleStaff) {
				t.Errorf("staff: %v", got)
			}
		})
	}
}

// A key counts only with its signature; offering it is not enough.
func TestOfferedKeyIsNotOwned(t *testing.T) {
	staff := newSigner(t)
	r := staffed(t, authorized(staff), "")
	c, err := gossh.Dial("tcp", r.addr, withKey(forged{newSigner(t), staff.PublicKey()}))
	if err == nil {
		_ = c.Close()
		t.Error("let in with another's key")
	}
}

// forged offers one key and signs with another.
type forged struct {
	gossh.Signer
	public gossh.PublicKey
}

func (f forged) PublicKey() gossh.PublicKey { return f.public }

// certificate returns a valid user certificate, unless change breaks it.
func certificate(t *testing.T, ca, key gossh.Signer, change func(*gossh.Certificate)) gossh.Signer {
	t.Helper()
	now := time.Now()
	c := &gossh.Certificate{
		Key: key.PublicKey(), CertType: gossh.UserCert, KeyId: "counter 3", ValidPrincipals: []string{"motcua-staff"},
		ValidAfter: uint64(now.Add(-time.Hour).Unix()), ValidBefore: uint64(now.Add(time.Hour).Unix()),
	}
	if change != nil {
		change(c)
	}
	signCertificate(t, c, ca)
	s, err := gossh.NewCertSigner(c, key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// signCertificate signs as ssh-keygen does. SignCert of x/crypto makes no certificate without
// principals since v0.59; others still do. The signature covers all fields before it
// (PROTOCOL.certkeys of OpenSSH).
func signCertificate(t *testing.T, c *gossh.Certificate, ca gossh.Signer) {
	t.Helper()
	c.Nonce, c.SignatureKey = make([]byte, 32), ca.PublicKey()
	if _, err := rand.Read(c.Nonce); err != nil {
		t.Fatal(err)
	}
	body := c.Marshal()
	signature, err := ca.Sign(rand.Reader, body[:len(body)-4]) // without the length of no signature
	if err != nil {
		t.Fatal(err)
	}
	c.Signature = signature
}

func TestRolesByCertificate(t *testing.T) {
	ca, other, key := newSigner(t), newSigner(t), newSigner(t)
	r := staffed(t, "", authorized(ca))
	tests := []struct {
		name   string
		ca     gossh.Signer
		change func(*gossh.Certificate)
		staff  bool
	}{
		{"right", ca, nil, true},
		{"several principals", ca, func(c *gossh.Certificate) { c.ValidPrincipals = []string{"x", "motcua-staff"} }, true},
		{"from here", ca, func(c *gossh.Certificate) {
			c.CriticalOptions = map[string]string{"source-address": "127.0.0.0/8"}
		}, true},
		{"from elsewhere", ca, func(c *gossh.Certificate) {
			c.CriticalOptions = map[string]string{"source-address": "192.0.2.0/24"}
		}, false},
		{"a forced command, which there is not", ca, func(c *gossh.Certificate) {
			c.CriticalOptions = map[string]string{"force-command": "track"}
		}, false},
		{"another authority", other, nil, false},
		{"over", ca, func(c *gossh.Certificate) { c.ValidBefore = uint64(time.Now().Add(-time.Minute).Unix()) }, false},
		{"not yet", ca, func(c *gossh.Certificate) { c.ValidAfter = uint64(time.Now().Add(time.Minute).Unix()) }, false},
		{"for other people", ca, func(c *gossh.Certificate) { c.ValidPrincipals = []string{"root"} }, false},
		{"for everybody", ca, func(c *gossh.Certificate) { c.ValidPrincipals = nil }, false},
		{"of a host", ca, func(c *gossh.Certificate) { c.CertType = gossh.HostCert }, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := r.asStaff(withKey(certificate(t, tt.ca, key, tt.change))); got != tt.staff {
				t.Errorf("staff: %v, want %v", got, tt.staff)
			}
		})
	}
	t.Run("the authority's own key is none of staff", func(t *testing.T) {
		if r.asStaff(withKey(ca)) {
			t.Error("staff")
		}
	})
}

func TestHostKey(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	path := filepath.Join(dir, "key")
	k, err := LoadHostKey(path)
	if err != nil || !k.Made {
		t.Fatalf("made: %v, %v", k.Made, err)
	}
	again, err := LoadHostKey(path)
	if err != nil || again.Made || again.Fingerprint() != k.Fingerprint() {
		t.Errorf("the second start: made %v, %v", again.Made, err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, want := range map[string]os.FileMode{path: 0o600, dir: 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadHostKey(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others may read: %v", err)
	}
	if _, err := ReadHostKey(path, keyfile.Own()); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a key that others may read, for somebody who only looks: %v", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if seen, err := ReadHostKey(path, keyfile.Own()); err != nil || seen.Made || seen.Line() != k.Line() {
		t.Errorf("looked at: made %v, %v", seen.Made, err)
	}
	if _, err := ReadHostKey(filepath.Join(dir, "none"), keyfile.Own()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a key was made by somebody who only looks: %v", err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := New(Config{StateDir: dir}, Deps{Common: session.Common{Service: newDesk()}, Gate: roomy(t)}); err == nil || !strings.Contains(err.Error(), "chmod go-w "+dir) {
		t.Errorf("a state folder that others may write: %v", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "bad"), "nonsense")
	if _, err := LoadHostKey(filepath.Join(dir, "bad")); err == nil {
		t.Error("nonsense taken for a key")
	}
}
