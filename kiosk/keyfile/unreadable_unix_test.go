//go:build unix

package keyfile

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"motcua/client/clienttest"
)

// A file that root copied with mode 0600, or a folder that only root enters, ends a service
// with an account of its own. The check names the command, for secrets and for other files.
func TestFilesThatOnlyRootReads(t *testing.T) {
	clienttest.AsRoot(t, "no file is one that only root reads")
	for _, tc := range []struct {
		name string
		mode fs.FileMode // of the file
		dir  fs.FileMode
		use  Use
		want string // expected in the message; "": no problem
	}{
		{"a host key that root copied", 0o600, 0o755, Secret, "/sub/file: the account 4711 cannot read it (it belongs to root, mode 0600). Run: chown 4711 "},
		{"a configuration that root made", 0o600, 0o755, Trusted, "/sub/file: the account 4711 cannot read it (it belongs to root, mode 0600)"},
		{"a folder of root", 0o644, 0o700, Trusted, "/sub: the account 4711 cannot read it (it belongs to root, mode 0700)"},
		{"a configuration for everybody", 0o644, 0o755, Trusted, ""},
		{"a configuration for a group", 0o640, 0o750, Trusted, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := newPlace(t)
			path := p.file("sub/file", tc.mode)
			p.must(os.Chmod(p.path("sub"), tc.dir))
			if err := Own().Check(path, tc.use); err != nil {
				t.Errorf("root reads everything: %v", err)
			}
			says := ""
			if err := (Account{stranger}).Check(path, tc.use); err != nil {
				says = err.Error()
			}
			if (says == "") != (tc.want == "") || !strings.Contains(says, tc.want) {
				t.Errorf("got %q, want %q", says, tc.want)
			}
		})
	}
}
