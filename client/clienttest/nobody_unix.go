//go:build unix

package clienttest

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is the user who owns nothing, on Linux and other systems.
const nobody = 65534

// BoundByModes reports whether file modes bind the account that runs the test. They do not bind
// root: then the test is run once more by an account that they bind, and the caller returns.
func BoundByModes(t *testing.T) bool {
	t.Helper()
	if os.Geteuid() != 0 {
		return true
	}
	dir := t.TempDir()
	for _, d := range []string{filepath.Dir(dir), dir} {
		if err := os.Chown(d, nobody, nobody); err != nil {
			t.Skipf("root without the right to give a folder away, as in some containers: %v", err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "test") // only root may read the folder in which go test builds the program
	if body, err := os.ReadFile(self); err != nil {
		t.Fatal(err)
	} else if err := os.WriteFile(program, body, 0o755); err != nil { //nolint:gosec // nobody must be able to run it
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.run=^"+strings.ReplaceAll(t.Name(), "/", "$/^")+"$", "-test.v") //nolint:gosec // this test program itself
	cmd.Dir, cmd.Env = dir, []string{"TMPDIR=" + dir, "HOME=" + dir}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, fs.ErrPermission) {
		t.Skipf("the folder for tests lies where nobody but root may start a program: %v", err)
	}
	if err != nil {
		t.Fatalf("as nobody: %v\n%s", err, out)
	}
	t.Logf("as nobody:\n%s", out)
	return false
}
