//go:build unix

package store

import (
	"os"
	"path/filepath"
	"testing"

	"motcua/client/clienttest"
)

func TestAnUnwritableFolder(t *testing.T) {
	if !clienttest.BoundByModes(t) {
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
