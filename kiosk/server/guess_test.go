package server

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// Staff are charged by their key, wherever they connect from; a certificate counts as the key
// in it.
func TestBudgetKnowsStaffByTheirKey(t *testing.T) {
	key, ca, holder := newSigner(t), newSigner(t), newSigner(t)
	spent := &purse{left: 10}
	r := staffed(t, authorized(key), authorized(ca), func(_ *Config, d *Deps) { d.Budget = spent })
	cert := &gossh.Certificate{
		Key: holder.PublicKey(), CertType: gossh.UserCert, ValidPrincipals: []string{"motcua-staff"}, ValidBefore: gossh.CertTimeInfinity,
	}
	if err := cert.SignCert(strings.NewReader(strings.Repeat("nonce", 20)), ca); err != nil {
		t.Fatal(err)
	}
	certified, err := gossh.NewCertSigner(cert, holder)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		cfg  *gossh.ClientConfig
		want string
	}{
		{"a key", withKey(key), gossh.FingerprintSHA256(key.PublicKey())},
		{"a certificate", withKey(certified), gossh.FingerprintSHA256(holder.PublicKey())},
		{"a stranger's key", withKey(newSigner(t)), ""},
		{"nobody", anyone(), ""},
	} {
		r.run(tt.cfg, "", "track "+knownCode)
		if spent.last.Key != tt.want {
			t.Errorf("%s: counted under %q, want %q", tt.name, spent.last.Key, tt.want)
		}
	}
}

// End to end: a walk over SSH is stopped and logged without a code, while a member of staff at
// the same address continues.
func TestAWalkOverSSHIsStopped(t *testing.T) {
	key := newSigner(t)
	r := staffed(t, authorized(key), "", func(_ *Config, d *Deps) {
		budget, err := limit.NewLookups(ledger.NewMemory(ledger.Options{}), limit.DefaultLookups(),
			limit.LookupOptions{Alarm: limit.LogAlarms(slog.New(d.Log.Handler()))})
		if err != nil {
			t.Fatal(err)
		}
		d.Budget = budget
	})
	var list strings.Builder
	for n := range 18 {
		fmt.Fprintf(&list, "H55.17.05-261120-%04d\n", 1+n)
	}
	public := r.run(anyone(), list.String(), "track -")
	if n := strings.Count(public.err, "Thử lại sau "); n < 8 {
		t.Errorf("%d of 18 were refused:\n%s", n, public.err)
	}
	staff := r.run(withKey(key), list.String(), "track -")
	if strings.Contains(staff.err, "Máy tạm ") {
		t.Errorf("staff were refused:\n%s", staff.err)
	}
	r.logged("dossiers are being guessed", `"pattern":"in_order"`, `"role":"public"`)
	if strings.Contains(r.log.String(), "261120") {
		t.Errorf("the log holds a code:\n%s", r.log.String())
	}
}

// Only staff get lists in the formats for programs. Nobody gets the server's files.
func TestListsOverSSH(t *testing.T) {
	key := newSigner(t)
	r := staffed(t, authorized(key), "")
	for _, tt := range []struct {
		name, command string
		cfg           *gossh.ClientConfig
		code          int
		shows         string
	}{
		{"staff, CSV", "track - --format csv", withKey(key), 0, "code,found,status"},
		{"anyone, CSV", "track - --format csv", anyone(), 2, ""},
		{"staff, a file of the server", "track --file /etc/hostname", withKey(key), 2, ""},
		{"staff, a file on the server", "track - --out " + r.dir + "/out.csv", withKey(key), 2, ""},
		{"anyone, a file of the server", "track --file /etc/hostname", anyone(), 2, ""},
	} {
		got := r.run(tt.cfg, knownCode+"\n", tt.command)
		if got.code != tt.code || !strings.HasPrefix(got.out, tt.shows) || tt.code != 0 && got.out != "" {
			t.Errorf("%s: exit code %d\n%s%s", tt.name, got.code, got.out, got.err)
		}
	}
	if _, err := os.Stat(r.dir + "/out.csv"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}
