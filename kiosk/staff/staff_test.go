package staff

import (
	"crypto/ed25519"
	"crypto/rand"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/tui/text"
)

var now = time.Date(2026, 11, 24, 8, 14, 0, 0, time.UTC)

// hall is somebody with an address in the office.
func hall() Asker {
	return Asker{Addr: netip.MustParseAddr("10.20.0.7"), Now: now, Principals: []string{"motcua-staff"}}
}

func newSigner(t testing.TB) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func public(s gossh.Signer) string {
	return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(s.PublicKey())))
}

// certificate returns a valid certificate, unless change alters it.
func certificate(t testing.TB, ca gossh.Signer, key gossh.PublicKey, change func(*gossh.Certificate)) *gossh.Certificate {
	t.Helper()
	c := &gossh.Certificate{
		Key: key, CertType: gossh.UserCert, KeyId: "counter 3", Serial: 7, ValidPrincipals: []string{"motcua-staff"},
		ValidAfter: uint64(now.Add(-time.Hour).Unix()), ValidBefore: uint64(now.Add(time.Hour).Unix()),
	}
	if change != nil {
		change(c)
	}
	if len(c.ValidPrincipals) == 0 {
		signWithoutPrincipals(t, c, ca)
	} else if err := c.SignCert(rand.Reader, ca); err != nil {
		t.Fatal(err)
	}
	return c
}

// signWithoutPrincipals signs as ssh-keygen does: SignCert of x/crypto makes no such certificate
// since v0.59. The signature covers all fields before it (PROTOCOL.certkeys of OpenSSH).
func signWithoutPrincipals(t testing.TB, c *gossh.Certificate, ca gossh.Signer) {
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

// files are the files of one test; empty contents mean no file.
type files struct {
	t   testing.TB
	dir string
}

func newFiles(tb testing.TB) files {
	tb.Helper()
	return files{tb, tb.TempDir()}
}

// errOf returns Err for all files of the book.
func errOf(b *Book) error {
	return b.Err(Files{b.read[0].path, b.read[1].path, b.read[2].path})
}

func (f files) write(name, body string) string {
	f.t.Helper()
	path := filepath.Join(f.dir, name)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		f.t.Fatal(err)
	}
	return path
}

func sentences(b *Book) string {
	var list []string
	for _, p := range b.Problems() {
		list = append(list, p.In(text.EN))
	}
	return strings.Join(list, "\n")
}

// Each row has a line's options, whether its key is accepted from the office, and the
// problem when the line is skipped.
func TestOptions(t *testing.T) {
	key := newSigner(t)
	for _, tc := range []struct {
		options string
		why     Why
		says    string
	}{
		{"", "", ""},
		{`from="10.20.0.0/16"`, "", ""},
		{`FROM="10.20.0.0/16"`, "", ""},
		{`from="10.20.0.0/16,!10.20.0.7"`, Elsewhere, ""},
		{`from="!10.20.0.7,10.20.0.0/16"`, Elsewhere, ""},
		{`from="192.0.2.0/24"`, Elsewhere, ""},
		{`from="10.20.*"`, "", ""},
		{`from="10.20.0.0/16",from="0.0.0.0/0"`, Unknown, `"from" stands twice`},
		{`from="10.20.0.0/16",restrict,from="10.20.0.0/16"`, Unknown, `"from" stands twice`},
		{`from="*.example.gov.vn"`, Unknown, "names of hosts do not work here"},
		{`from="!*.de,*"`, Unknown, "names of hosts do not work here"},
		{`from="!192.0.2.1"`, Unknown, `only says who is kept out`},
		{`from=""`, Unknown, "is no address"},
		{`from="10.20.0.0/16,"`, Unknown, "is no address"},
		{`from="10.20.0.1/16"`, Unknown, `"10.20.0.1/16" in "from" is written 10.20.0.0/16`},
		{`from="10.20.0.0/33"`, Unknown, "a length that cannot be"},
		{`from=10.20.0.0/16`, Unknown, "in double quotes"},
		{`from="10.20.0.0/16`, Unknown, "no key can be read"},
		{`from`, Unknown, `what "from" asks for`},
		{`expiry-time="20261124"`, Expired, ""},
		{`expiry-time="20261125Z"`, "", ""},
		{`expiry-time="202611240813Z"`, Expired, ""},
		{`expiry-time="20261124081400Z"`, "", ""}, // up to and including that second
		{`expiry-time="20261124081359UTC"`, Expired, ""},
		{`expiry-time="20271231Z",expiry-time="20261101Z"`, Expired, ""},
		{`expiry-time="20261101Z",expiry-time="20271231Z"`, Expired, ""},
		{`expiry-time="2026-11-25"`, Unknown, `"expiry-time" takes a day`},
		{`expiry-time="20261325"`, Unknown, `"expiry-time" takes a day`},
		{`expiry-time=""`, Unknown, `"expiry-time" takes a day`},
		{`principals="motcua-staff"`, Unknown, "for keys that sign certificates"},
		{"cert-authority", Unknown, ""},
		{"restrict,no-pty,no-port-forwarding,no-agent-forwarding,no-X11-forwarding,no-user-rc", "", ""},
		{`permitopen="host:80",permitlisten="80",tunnel="0",port-forwarding`, "", ""},
		{`command="id"`, Unknown, `what "command" asks for`},
		{`environment="A=B"`, Unknown, `what "environment" asks for`},
		{"verify-required", Unknown, `what "verify-required" asks for`},
		{"future-option", Unknown, `what "future-option" asks for`},
		{`restrict="x"`, Unknown, `what "restrict" asks for`},
	} {
		f := newFiles(t)
		path := f.write("staff.keys", "# hall\n\n"+strings.TrimSpace(tc.options+" "+public(key))+" desk 3\n"+public(newSigner(t))+"\n")
		b := Read(Files{Keys: path})
		v := b.Admit(key.PublicKey(), hall())
		if v.Why != tc.why || v.Staff != (tc.why == "") {
			t.Errorf("%s: %+v, want %q", tc.options, v, tc.why)
		}
		if v.Why != Unknown && v.Where != path+":3" {
			t.Errorf("%s: decided by %q", tc.options, v.Where)
		}
		switch said := sentences(b); {
		case tc.says == "" && said != "":
			t.Errorf("%s: %s", tc.options, said)
		case tc.says != "" && (!strings.HasPrefix(said, path+", line 3: ") || !strings.Contains(said, tc.says) || !strings.HasSuffix(said, "The line is skipped.")):
			t.Errorf("%s: said %q, want %q", tc.options, said, tc.says)
		}
		if len(b.keys) == 0 {
			t.Errorf("%s: the good line beside it does not count", tc.options)
		}
		for _, p := range b.Problems() {
			if vi := p.In(text.VI); vi == p.In(text.EN) || !strings.Contains(vi, ", dòng 3: ") || !strings.HasSuffix(vi, "Dòng này bị bỏ qua.") {
				t.Errorf("in Vietnamese: %q", vi)
			}
		}
	}
}

// from= matches an address in each form in which it may arrive.
func TestFrom(t *testing.T) {
	for _, tc := range []struct {
		from, addr string
		want       bool
	}{
		{"10.20.0.0/16", "::ffff:10.20.0.7", true},
		{"::ffff:10.20.0.0/112", "10.20.0.7", true},
		{"::ffff:10.20.0.7", "::ffff:10.20.0.7", true},
		{"*,!::ffff:10.20.0.0/112", "10.20.0.7", false},
		{"0.0.0.0/0", "2001:db8::7", false},
		{"::/0", "10.20.0.7", false},
		{"::/0", "2001:db8::7", true},
		{"2001:db8::/32", "2001:db8::7", true},
		{"2001:DB8:0::*", "2001:db8::7", false}, // patterns compare the text form as written
		{"2001:DB8::*", "2001:db8::7", true},
		{"2001:db8::?", "2001:db8::7", true},
		{"10.20.0.?", "10.20.0.17", false},
		{"*7", "10.20.0.17", true},
		{"1*.2*.0.1*7", "10.20.0.17", true},
		{"*", "2001:db8::7", true},
		{"fe80::1", "fe80::1%eth0", true},
		{"fe80::1%eth0", "fe80::1%eth0", true},
		{"fe80::1%eth1", "fe80::1%eth0", false},
		{"*,!fe80::/10", "fe80::1%eth0", false},
		{"fe80::*", "fe80::1%eth0", true},
		{"*,!fe80::1", "fe80::1%eth0", false},
		{"10.20.0.7", "", false},
		{"*", "", false},
	} {
		list, err := parseFrom(tc.from)
		if err != nil {
			t.Errorf("%s: %v", tc.from, err)
			continue
		}
		addr, _ := netip.ParseAddr(tc.addr)
		if got := list.allows(addr); got != tc.want {
			t.Errorf("%q from %q: %v", tc.from, tc.addr, got)
		}
	}
}

// Each row is a certificate and the line of its authority, in a file of keys and in a file
// of authorities.
func TestCertificates(t *testing.T) {
	ca, key := newSigner(t), newSigner(t)
	critical := func(name, value string) func(*gossh.Certificate) {
		return func(c *gossh.Certificate) { c.CriticalOptions = map[string]string{name: value} }
	}
	for _, tc := range []struct {
		name    string
		options string
		change  func(*gossh.Certificate)
		why     Why
	}{
		{"good", "", nil, ""},
		{"from here", `from="10.20.0.0/16"`, nil, ""},
		{"from elsewhere", `from="192.0.2.0/24"`, nil, Elsewhere},
		{"an authority that has run out", `expiry-time="20261101Z"`, nil, Expired},
		{"names of the line", `principals="desk,motcua-staff"`, nil, ""},
		{"other names of the line", `principals="desk"`, nil, Principal},
		{"names of the line in the place of the configuration's", `principals="desk"`, func(c *gossh.Certificate) { c.ValidPrincipals = []string{"desk"} }, ""},
		{"a name with a comma is one name", `principals="desk,boss"`, func(c *gossh.Certificate) { c.ValidPrincipals = []string{"x,boss", "desk,boss"} }, Principal},
		{"no names", "", func(c *gossh.Certificate) { c.ValidPrincipals = nil }, Principal},
		{"no names, and names of the line", `principals="desk"`, func(c *gossh.Certificate) { c.ValidPrincipals = nil }, Principal},
		{"its own address", "", critical("source-address", "10.20.0.0/16,192.0.2.1"), ""},
		{"its own address elsewhere", "", critical("source-address", "192.0.2.0/24"), Elsewhere},
		{"both must hold", `from="10.20.0.0/16"`, critical("source-address", "192.0.2.0/24"), Elsewhere},
		{"an address that cannot be read", "", critical("source-address", "10.20.0.0/16,nowhere"), Unkeepable},
		{"an address that keeps out", "", critical("source-address", "10.20.0.0/16,!10.20.0.8"), Unkeepable},
		{"a pattern, which no certificate has", "", critical("source-address", "10.20.*"), Unkeepable},
		{"a forced command", "", critical("force-command", "id"), Unkeepable},
		{"a critical option of the future", "", critical("verify-required", ""), Unkeepable},
		{"run out", "", func(c *gossh.Certificate) { c.ValidBefore = uint64(now.Unix()) }, Expired},
		{"not yet", "", func(c *gossh.Certificate) { c.ValidAfter = uint64(now.Unix()) + 1 }, NotYet},
		{"for ever", "", func(c *gossh.Certificate) { c.ValidAfter, c.ValidBefore = 0, gossh.CertTimeInfinity }, ""},
		{"of a host", "", func(c *gossh.Certificate) { c.CertType = gossh.HostCert }, Unsound},
	} {
		cert := certificate(t, ca, key.PublicKey(), tc.change)
		f := newFiles(t)
		inKeys := strings.TrimPrefix(tc.options+",", ",") + "cert-authority " + public(ca) + "\n"
		inCAs := strings.TrimSpace(tc.options+" "+public(ca)) + "\n"
		for name, b := range map[string]*Book{
			"staff_keys":                    Read(Files{Keys: f.write("keys", inKeys)}),
			"staff_cas":                     Read(Files{CAs: f.write("cas", inCAs)}),
			"staff_cas with cert-authority": Read(Files{CAs: f.write("cas2", inKeys)}),
		} {
			if said := sentences(b); said != "" {
				t.Fatalf("%s, %s: %s", tc.name, name, said)
			}
			if v := b.Admit(cert, hall()); v.Why != tc.why || v.Staff != (tc.why == "") {
				t.Errorf("%s, %s: %+v, want %q", tc.name, name, v, tc.why)
			}
			if b.Admit(ca.PublicKey(), hall()).Staff || b.Admit(key.PublicKey(), hall()).Staff {
				t.Errorf("%s, %s: a key without its certificate is staff's", tc.name, name)
			}
		}
	}
	b := Read(Files{CAs: newFiles(t).write("cas", public(ca)+"\n")})
	broken := certificate(t, ca, key.PublicKey(), nil)
	broken.ValidPrincipals = []string{"motcua-staff", "boss"} // after the certificate was signed
	if v := b.Admit(broken, hall()); v.Why != Unsound {
		t.Errorf("a changed certificate: %+v", v)
	}
	if v := b.Admit(certificate(t, newSigner(t), key.PublicKey(), nil), hall()); v.Why != Unknown {
		t.Errorf("another authority: %+v", v)
	}
}

// One line that allows a key is enough, as in OpenSSH.
func TestSeveralLinesOfOneKey(t *testing.T) {
	key := newSigner(t)
	b := Read(Files{Keys: newFiles(t).write("keys", `from="192.0.2.1" `+public(key)+"\n"+`no-pty,from="10.20.0.0/16" `+public(key)+"\n")})
	if v := b.Admit(key.PublicKey(), hall()); !v.Staff || !v.NoTerminal || !strings.HasSuffix(v.Where, ":2") {
		t.Errorf("got %+v", v)
	}
	other := hall()
	other.Addr = netip.MustParseAddr("198.51.100.1")
	if v := b.Admit(key.PublicKey(), other); v.Staff || v.Why != Elsewhere || !strings.HasSuffix(v.Where, ":1") {
		t.Errorf("got %+v", v)
	}
}

func TestTerminalAndTouch(t *testing.T) {
	key := newSigner(t)
	for options, want := range map[string]Verdict{
		"":                  {Staff: true},
		"restrict":          {Staff: true, NoTerminal: true},
		"restrict,pty":      {Staff: true},
		"pty,restrict":      {Staff: true, NoTerminal: true},
		"no-pty":            {Staff: true, NoTerminal: true},
		"no-touch-required": {Staff: true, NoTouch: true},
	} {
		b := Read(Files{Keys: newFiles(t).write("keys", strings.TrimSpace(options+" "+public(key)))})
		got := b.Admit(key.PublicKey(), hall())
		got.Where = ""
		if got != want {
			t.Errorf("%q: got %+v, want %+v", options, got, want)
		}
	}
}

// A file that does not exist, or that others may write, makes nobody staff, and the other
// files still count.
func TestFilesThatCannotBeUsed(t *testing.T) {
	f := newFiles(t)
	ca, key := newSigner(t), newSigner(t)
	cas, keys := f.write("cas", public(ca)+"\n"), f.write("keys", public(key)+"\n")
	cert := certificate(t, ca, key.PublicKey(), nil)
	b := Read(Files{Keys: filepath.Join(f.dir, "none"), CAs: cas})
	if !b.Admit(cert, hall()).Staff || errOf(b) == nil || b.Empty() {
		t.Errorf("without a file of keys: %v", errOf(b))
	}
	if said := sentences(b); said != filepath.Join(f.dir, "none")+": there is no such file. Nobody is staff by this file." {
		t.Errorf("said %q", said)
	}
	b = Read(Files{Keys: f.dir}) // its message is already a full sentence
	if said := sentences(b); !strings.HasSuffix(said, "or configure another one. Nobody is staff by this file.") {
		t.Errorf("said %q", said)
	}
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps no modes of Unix, which the rest looks at")
	}
	if err := os.Chmod(keys, 0o666); err != nil {
		t.Fatal(err)
	}
	b = Read(Files{Keys: keys, CAs: cas})
	if b.Admit(key.PublicKey(), hall()).Staff || !b.Admit(cert, hall()).Staff {
		t.Error("a file that others may write counts")
	}
	if said := sentences(b); !strings.Contains(said, "other accounts on this machine can change it (mode 0666). Run: chmod go-w "+keys+". Nobody is staff") {
		t.Errorf("said %q", said)
	}
	if err := os.Chmod(keys, 0o644); err != nil {
		t.Fatal(err)
	}
	again, changed := b.Again(Files{Keys: keys, CAs: cas})
	if !changed || !again.Admit(key.PublicKey(), hall()).Staff || errOf(again) != nil {
		t.Errorf("mended: changed %v, %s", changed, sentences(again))
	}
	if same, changed := again.Again(Files{Keys: keys, CAs: cas}); changed || same != again {
		t.Error("nothing changed, and the files were taken for others")
	}
	if none := Read(Files{}); !none.Empty() || errOf(none) != nil || len(none.Problems()) > 0 || none.Admit(key.PublicKey(), hall()).Staff {
		t.Error("no files are not nobody")
	}
}

// A certificate in place of a key would never match anything, so it is a problem.
func TestCertificateAsALine(t *testing.T) {
	ca, key := newSigner(t), newSigner(t)
	cert := certificate(t, ca, key.PublicKey(), nil)
	b := Read(Files{Keys: newFiles(t).write("keys", string(gossh.MarshalAuthorizedKey(cert)))})
	if said := sentences(b); !strings.Contains(said, "this is a certificate") || b.Admit(cert, hall()).Staff {
		t.Errorf("said %q", said)
	}
}

// A signature with SHA-1 is refused: two different certificates can be made that share one
// signature.
func TestAuthorityThatSignsWithSHA1(t *testing.T) {
	rsa := newRSA(t)
	key := newSigner(t).PublicKey()
	b := Read(Files{CAs: newFiles(t).write("cas", public(rsa)+"\n")})
	for algorithm, want := range map[string]Why{gossh.KeyAlgoRSA: Unsound, gossh.KeyAlgoRSASHA512: ""} {
		signer, err := gossh.NewSignerWithAlgorithms(rsa.(gossh.AlgorithmSigner), []string{algorithm})
		if err != nil {
			t.Fatal(err)
		}
		if v := b.Admit(certificate(t, signer, key, nil), hall()); v.Why != want {
			t.Errorf("%s: %+v", algorithm, v)
		}
	}
}
