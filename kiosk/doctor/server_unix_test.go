//go:build unix

package doctor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Others can read or change one file after the other.
func TestServerFilesThatOthersReach(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	e := sound(t)
	e.Server.StateDir, e.Server.HostKey, e.Server.AuditKey = dir, filepath.Join(dir, "ssh_host_ed25519_key"), filepath.Join(dir, "audit.key")
	if got, good := run(t, e); !good {
		t.Errorf("before the first start: %q", got)
	}
	for _, name := range []string{e.Server.HostKey, e.Server.AuditKey} {
		if err := os.WriteFile(name, []byte("key"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		path      string
		good, bad os.FileMode
		want      string
	}{
		{e.Server.HostKey, 0o600, 0o644, ": other accounts on this machine can read it (mode 0644)."},
		{e.Server.AuditKey, 0o600, 0o620, ": other accounts on this machine can change it (mode 0620)."},
		{dir, 0o700, 0o777, ": other accounts on this machine can replace files in this folder (mode 0777)."},
		{e.Config.File, 0o600, 0o666, ": other accounts on this machine can change it (mode 0666)."},
	} {
		if err := os.Chmod(tc.path, tc.bad); err != nil {
			t.Fatal(err)
		}
		if got, good := run(t, e); good || !slices.Contains(got, "fail server: "+strings.TrimPrefix(tc.path, filepath.Dir(e.Config.File)+string(filepath.Separator))+tc.want) {
			t.Errorf("%s: good %v, got %q", tc.path, good, got)
		}
		if err := os.Chmod(tc.path, tc.good); err != nil {
			t.Fatal(err)
		}
		if got, good := run(t, e); !good {
			t.Errorf("%s is mended: %q", tc.path, got)
		}
	}
}
