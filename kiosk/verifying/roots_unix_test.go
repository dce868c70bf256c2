//go:build unix

package verifying_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/signature/lists"
	"motcua/kiosk/verifying"
	"motcua/tui/text"
)

// Another account that may write the file of roots could add its own. Such a file was believed.
func TestRootsThatOthersMayChangeAreRefused(t *testing.T) {
	root, err := os.ReadFile("../../client/signature/testdata/stamps-root.pem")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "verify")
	name := filepath.Join(dir, "roots.pem")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, root, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		dir, file os.FileMode
		want      string // of the remedy; "": it is used
	}{
		{0o755, 0o644, ""},
		{0o755, 0o664, "chmod go-w " + name},
		{0o755, 0o646, "chmod go-w " + name},
		{0o777, 0o644, "chmod go-w " + dir},
	} {
		if err := os.Chmod(dir, tt.dir); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(name, tt.file); err != nil {
			t.Fatal(err)
		}
		of := verifying.Config{Roots: name}
		c, err := of.Checker(lists.From{}, false, text.VI)
		switch {
		case tt.want == "" && (err != nil || c.Trust.Roots != 1):
			t.Errorf("%o, %o: %v", tt.dir, tt.file, err)
		case tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), "Không dùng tệp chứng thư gốc: ") || !strings.HasSuffix(err.Error(), tt.want)):
			t.Errorf("%o, %o: %v", tt.dir, tt.file, err)
		}
	}
}
