//go:build unix

package posted_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"motcua/client/posted"
)

// A named pipe among the notices was once waited for without an end.
func TestAPipeIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("none", filepath.Join(dir, "lost.md")); err != nil {
		t.Fatal(err)
	}
	p := posted.Read(dir, nil).Problems()
	if len(p) != 2 || p[0].Kind != posted.Missing || p[1].Kind != posted.NotPlain {
		t.Errorf("%+v", p)
	}
}
