package staff

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
)

func newRSA(t testing.TB) gossh.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	s, err := gossh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// revoking is a staff with one plain key and two authorities, and a list that revokes some
// of their keys.
type revoking struct {
	t        testing.TB
	files    files
	ca, also gossh.Signer
	plain    gossh.Signer
	certKey  gossh.PublicKey
	given    Files
}

func newRevoking(t testing.TB) *revoking {
	t.Helper()
	r := &revoking{t: t, files: newFiles(t), ca: newSigner(t), also: newSigner(t), plain: newSigner(t), certKey: newSigner(t).PublicKey()}
	r.given = Files{
		Keys: r.files.write("keys", public(r.plain)+"\n"), CAs: r.files.write("cas", public(r.ca)+"\n"+public(r.also)+"\n"),
	}
	return r
}

// offered returns all keys and certificates that a list could revoke, by name.
func (r *revoking) offered() map[string]gossh.PublicKey {
	numbered := func(ca gossh.Signer, n uint64, id string) *gossh.Certificate {
		return certificate(r.t, ca, r.certKey, func(c *gossh.Certificate) { c.Serial, c.KeyId = n, id })
	}
	return map[string]gossh.PublicKey{
		"key": r.plain.PublicKey(),
		"7":   numbered(r.ca, 7, "desk"), "8": numbered(r.ca, 8, "desk"), "9": numbered(r.ca, 9, "desk"), "4000": numbered(r.ca, 4000, "desk"),
		"0": numbered(r.ca, 0, "desk"), "boss": numbered(r.ca, 10, "boss"), "also 7": numbered(r.also, 7, "desk"),
		"far": numbered(r.ca, 1<<63+5, "desk"),
	}
}

// out returns the names of those that are refused, sorted.
func (r *revoking) out() string {
	b := Read(r.given)
	if said := sentences(b); said != "" {
		r.t.Fatal(said)
	}
	var list []string
	for _, name := range []string{"key", "0", "7", "8", "9", "4000", "far", "boss", "also 7"} {
		if v := b.Admit(r.offered()[name], hall()); !v.Staff {
			if v.Why != Revoked || v.Where != r.given.Revoked {
				r.t.Errorf("%s: %+v", name, v)
			}
			list = append(list, name)
		}
	}
	return strings.Join(list, ", ")
}

// The text that sshd accepts for RevokedKeys, and lines of ssh-keygen's specification.
func TestRevokedText(t *testing.T) {
	r := newRevoking(t)
	ofKey := string(gossh.MarshalAuthorizedKey(certificate(t, r.ca, r.certKey, nil)))
	const allOfCA = "0, 7, 8, 9, 4000, far, boss"
	for text, want := range map[string]string{
		"":                           "",
		"# none yet\n\n":             "",
		public(newSigner(t)):         "",
		public(r.plain) + " desk 3":  "key",
		"key: " + public(r.plain):    "key",
		"sha256: " + public(r.plain): "key",
		"SHA1: " + public(r.plain):   "key",
		gossh.FingerprintSHA256(r.plain.PublicKey()):                  "key",
		"hash: " + gossh.FingerprintSHA256(r.plain.PublicKey()) + "=": "key",
		"HASH:" + gossh.FingerprintSHA256(r.certKey):                  allOfCA + ", also 7",
		public(r.ca):                 allOfCA,
		ofKey:                        allOfCA + ", also 7",
		"serial: 7":                  "7, also 7",
		"serial:0x7-9\nserial: 4000": "7, 8, 9, 4000, also 7",
		"id: boss":                   "boss",
		"id: bos":                    "",
	} {
		r.given.Revoked = r.files.write("revoked", text)
		if got := r.out(); got != want {
			t.Errorf("%q: out are %s; want %s", text, got, want)
		}
	}
}

// When the list cannot be read, a revoked key could be accepted, so no key is.
func TestRevokedThatCannotBeRead(t *testing.T) {
	r := newRevoking(t)
	krl := "SSHKRL\n\x00"
	for text, says := range map[string]string{
		public(r.ca) + "\nnonsense\n":            "revoked, line 2: this is no public key, no fingerprint",
		"from=\"10.0.0.0/8\" " + public(r.plain): "revoked, line 1: this is no public key",
		"serial: 0":                              `line 1: "serial" takes a number or a range`,
		"serial: 9-7":                            `line 1: "serial" takes a number or a range`,
		"serial: -7":                             `line 1: "serial" takes a number or a range`,
		"id:":                                    `line 1: "id" takes the name`,
		"SHA256:AAAA":                            "line 1: a fingerprint looks like",
		"hash: MD5:00":                           "line 1: a fingerprint looks like",
		krl:                                      "revoked: the list of revoked keys (KRL) is damaged",
		krl + "\x00\x00\x00\x02" + strings.Repeat("\x00", 32):              "(KRL) is damaged", // a future version
		krl + "\x00\x00\x00\x01" + strings.Repeat("\x00", 32) + "\x09":     "(KRL) is damaged",
		krl + "\x00\x00\x00\x01" + strings.Repeat("\x00", 32) + "\x02\x00": "(KRL) is damaged",
	} {
		r.given.Revoked = r.files.write("revoked", text)
		b := Read(r.given)
		for name, key := range r.offered() {
			if v := b.Admit(key, hall()); v.Staff || v.Why != ListShut {
				t.Errorf("%q: %s: %+v", text, name, v)
			}
		}
		if said := sentences(b); !strings.Contains(said, says) || !strings.HasSuffix(said, "Until that is corrected nobody comes in as staff.") {
			t.Errorf("%q: said %q", text, said)
		}
	}
	r.given.Revoked = filepath.Join(r.files.dir, "none")
	b := Read(r.given)
	if v := b.Admit(r.plain.PublicKey(), hall()); v.Why != ListShut || errOf(b) == nil {
		t.Errorf("no such list: %+v, %v", v, errOf(b))
	}
}

// keygen runs OpenSSH's ssh-keygen, which writes lists and says what is on them.
func (r *revoking) keygen(input string, args ...string) string {
	r.t.Helper()
	path := clienttest.Program(r.t, "ssh-keygen", "nothing compares the lists with what OpenSSH reads")
	cmd := exec.Command(path, args...)
	cmd.Stdin = strings.NewReader(input)
	said, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && args[0] == "-Q") { // -Q exits with an error for a revoked key
		r.t.Fatalf("ssh-keygen %v: %v\n%s", args, err, said)
	}
	return string(said)
}

// TestKRL checks that a list by ssh-keygen is read as ssh-keygen itself reads it.
func TestKRL(t *testing.T) {
	r := newRevoking(t)
	ca := r.files.write("ca.pub", public(r.ca)+"\n")
	offered := r.offered()
	var offers []string
	for name, key := range offered {
		offers = append(offers, r.files.write("offer "+name+".pub", strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key)))+" offer "+name+".pub\n"))
	}
	var many strings.Builder // every second number, which becomes a bitmap
	for n := 1; n < 6000; n += 2 {
		fmt.Fprintf(&many, "serial: %d\n", n)
	}
	some := 0
	for name, spec := range map[string]string{
		"nothing":       "",
		"a key":         "key: " + public(r.plain),
		"its sha1":      "sha1: " + public(r.plain),
		"its sha256":    "sha256: " + public(r.plain),
		"its hash":      "hash: " + gossh.FingerprintSHA256(r.plain.PublicKey()),
		"a number":      "serial: 7",
		"numbers":       "serial: 7\nserial: 4000\nserial: 9",
		"a range":       "serial: 7-8",
		"a long range":  "serial: 9-9223372036854775900",
		"a bitmap":      many.String(),
		"a name":        "id: boss",
		"two names":     "id: boss\nid: desk",
		"the authority": "key: " + public(r.ca),
		"a certificate": strings.TrimSpace(string(gossh.MarshalAuthorizedKey(offered["8"]))),
		"much":          "serial: 8\nid: boss\nkey: " + public(r.plain) + "\nsha256: " + public(r.also) + "\nserial: 100-200\n" + many.String(),
	} {
		for _, by := range []string{ca, "none"} {
			path := filepath.Join(r.files.dir, "krl")
			r.keygen(spec+"\n", "-q", "-k", "-f", path, "-s", by, "-z", "3", "-")
			r.given.Revoked = path
			out := ", " + r.out() + ","
			said := r.keygen("", append([]string{"-Q", "-f", path}, offers...)...)
			for offer := range offered {
				revoked := strings.Contains(said, "offer "+offer+".pub): REVOKED")
				if !revoked && !strings.Contains(said, "offer "+offer+".pub): ok") {
					t.Fatalf("ssh-keygen -Q does not tell of %s:\n%s", offer, said)
				}
				if ours := strings.Contains(out, ", "+offer+","); ours != revoked {
					t.Errorf("%s by %s: %s is revoked: %v, and for ssh-keygen %v", name, filepath.Base(by), offer, ours, revoked)
				}
				if revoked {
					some++
				}
			}
			// A truncated list is an error.
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, cut := range []int{1, 2, 9} {
				if _, _, err := parseRevoked(body[:len(body)-cut]); err == nil {
					t.Errorf("%s: without its last %d of %d bytes it is read", name, cut, len(body))
				}
			}
		}
	}
	if some < 40 {
		t.Errorf("only %d of them were revoked", some)
	}
}

// For any bytes, reading a list ends without a panic.
func FuzzRevoked(f *testing.F) {
	f.Add([]byte("serial: 1-9\nid: x\nSHA256:AAAA\n"))
	f.Add([]byte(krlMagic + "\x00\x00\x00\x01" + strings.Repeat("\x00", 32) + "\x01\x00\x00\x00\x1e\x00\x00\x00\x00\x00\x00\x00\x00\x22\x00\x00\x00\x0d\x00\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x01\x05\xff"))
	key := newSigner(f)
	cert := certificate(f, key, key.PublicKey(), nil)
	f.Fuzz(func(t *testing.T, body []byte) {
		if r, _, err := parseRevoked(body); err == nil {
			r.has(cert)
		}
	})
}

// For any line there is no panic, and its problem contains no control characters.
func FuzzLine(f *testing.F) {
	key := public(newSigner(f))
	for _, o := range []string{`from="10.0.0.0/8,!*.7,fe80::1%x"`, `expiry-time="20261124Z",principals="a,b"`, `from="\"",x`, "\x1b]0;\a"} {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, options string) {
		for _, p := range newBook([3]content{{path: "/k", body: []byte(options + " " + key)}}).Problems() {
			if s := p.Error(); strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
				t.Errorf("control character in %q", s)
			}
		}
	})
}

// A lone carriage return ends a line in each of the files.
func TestLinesOfEveryEnding(t *testing.T) {
	f := newFiles(t)
	first, second := newSigner(t), newSigner(t)
	for _, end := range []string{"\n", "\r\n", "\r"} {
		list := "# staff" + end + public(first) + end + public(second) + end
		given := Files{Keys: f.write("keys", list), Revoked: f.write("revoked", "")}
		for _, key := range []gossh.Signer{first, second} {
			if !Read(given).Admit(key.PublicKey(), hall()).Staff {
				t.Errorf("%q: a line of staff does not count", end)
			}
		}
		given.Keys = f.write("keys", public(first)+"\n"+public(second)+"\n")
		given.Revoked = f.write("revoked", list)
		for _, key := range []gossh.Signer{first, second} {
			if Read(given).Admit(key.PublicKey(), hall()).Staff {
				t.Errorf("%q: a revoked key is staff's", end)
			}
		}
	}
}
