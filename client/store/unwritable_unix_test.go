//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is the user who owns nothing, on Linux and other systems.
const nobody = 65534

func TestAnUnwritableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		asNobody(t) // root may write everywhere
		return
	}
	dir := t.TempDir()
	s := open(t, dir, Options{})
	mustSync(t, s, &listPortal{items: items(10)})
	_ = s.Close()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	s = open(t, dir, Options{})
	if n := s.Notices(); len(n) != 1 || n[0].Kind != NoticeReadOnly || !s.Synced() {
		t.Errorf("notices %+v, serves %v; want it to be read", n, s.Synced())
	}
	worksWithout(t, open(t, filepath.Join(dir, "state"), Options{}), NoticeUnwritable)
}

// asNobody runs this test again as a user who is bound by file modes.
func asNobody(t *testing.T) {
	t.Helper()
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
	} else if err := os.WriteFile(program, body, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.run=^"+t.Name()+"$", "-test.v")
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
}
