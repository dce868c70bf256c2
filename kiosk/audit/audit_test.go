package audit_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"motcua/kiosk/audit"
)

const code = "H55.17.05-261120-0007"

func newKey(t *testing.T) (*audit.Key, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "state", "audit.key")
	k, err := audit.LoadKey(path)
	if err != nil {
		t.Fatal(err)
	}
	return k, path
}

func TestKeyIsMadeOnceAndPrivate(t *testing.T) {
	k, path := newKey(t)
	if runtime.GOOS != "windows" {
		for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: mode %v, want %v (%v)", name, info.Mode().Perm(), want, err)
			}
		}
	}
	again, err := audit.LoadKey(path)
	if err != nil {
		t.Fatal(err)
	}
	if again.ID != k.ID || again.Hash(code) != k.Hash(code) {
		t.Error("the second start hashes otherwise than the first")
	}
	other, _ := newKey(t)
	if other.ID == k.ID || other.Hash(code) == k.Hash(code) {
		t.Error("two keys hash alike")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".auditkey-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestKeyFilesThatCannotBeUsed(t *testing.T) {
	tests := []struct {
		name, body string
		mode       os.FileMode
		want       string
	}{
		{"too short", "abcd\n", 0o600, "64 hexadecimal digits"},
		{"not hexadecimal", strings.Repeat("zz", 32), 0o600, "64 hexadecimal digits"},
		{"empty", "", 0o600, "64 hexadecimal digits"},
	}
	if runtime.GOOS != "windows" {
		tests = append(tests, struct {
			name, body string
			mode       os.FileMode
			want       string
		}{"readable by others", strings.Repeat("ab", 32), 0o644, "other accounts on this machine can read it"})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "key")
			if err := os.WriteFile(path, []byte(tt.body), tt.mode); err != nil {
				t.Fatal(err)
			}
			_, err := audit.LoadKey(path)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if err != nil && tt.body != "" && strings.Contains(err.Error(), strings.TrimSpace(tt.body)) {
				t.Error("the error repeats what is in the file")
			}
		})
	}
}

func TestRecordCarriesNoCode(t *testing.T) {
	k, _ := newKey(t)
	var b bytes.Buffer
	trail := audit.NewTrail(slog.New(slog.NewJSONHandler(&b, nil)), k)
	trail.Dossier(t.Context(), audit.Look{Session: "1a2b-1", Role: "staff", Staff: "SHA256:abc", Code: code, View: audit.ViewFull, Outcome: "found"})
	if strings.Contains(b.String(), "0007") || strings.Contains(b.String(), "H55") {
		t.Errorf("the record holds the code: %s", b.String())
	}
	var rec map[string]any
	if err := json.Unmarshal(b.Bytes(), &rec); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"msg": "dossier", "session": "1a2b-1", "role": "staff", "staff": "SHA256:abc", "view": "full", "outcome": "found", "key": k.ID, "code_hash": k.Hash(code)}
	for name, v := range want {
		if rec[name] != v {
			t.Errorf("%s = %v, want %s", name, rec[name], v)
		}
	}
	var none *audit.Trail
	none.Dossier(t.Context(), audit.Look{Code: code}) // a nil trail is allowed
}

func TestNetwork(t *testing.T) {
	tests := []struct{ addr, want string }{
		{"203.0.113.77", "203.0.113.0/24"},
		{"::ffff:203.0.113.77", "203.0.113.0/24"},
		{"2001:db8:1234:5678::9", "2001:db8:1234::/48"},
		{"fe80::1%eth0", "fe80::/48"},
	}
	for _, tt := range tests {
		if got := audit.Network(netip.MustParseAddr(tt.addr)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.addr, got, tt.want)
		}
	}
	if got := audit.Network(netip.Addr{}); got != "unknown" {
		t.Errorf("no address: got %s", got)
	}
}

func TestOnlyKnownWordsAreLogged(t *testing.T) {
	tests := []struct{ got, want string }{
		{audit.Term("xterm-256color"), "xterm-256color"},
		{audit.Term("Nguyễn Văn A"), "other"},
		{audit.Term("xterm-256color\n{}"), "other"},
		{audit.Client("SSH-2.0-OpenSSH_9.6p1 Ubuntu-3"), "openssh"},
		{audit.Client("SSH-2.0-OpenSSH_for_Windows_8.1"), "openssh-windows"},
		{audit.Client("SSH-2.0-0912345678"), "other"},
		{audit.Client(""), "other"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
