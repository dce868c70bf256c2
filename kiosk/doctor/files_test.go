package doctor

import (
	"os"
	"path/filepath"
	"testing"
)

// For a folder that does not exist yet its parent is checked, and nothing is left behind.
func TestFoldersAreTried(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "not", "yet")
	for _, folder := range []string{dir, below} {
		if err := writable(folder); err != nil {
			t.Errorf("%s: %v", folder, err)
		}
		here, known := spaceLeft(dir)
		if n, ok := spaceLeft(folder); ok != known || known && (n == 0 || n/2 > here) {
			t.Errorf("%s has room for %d, %s for %d", folder, n, dir, here)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v is left behind, %v", left, err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if writable(file) == nil {
		t.Error("a file is a folder")
	}
	if n, ok := openFiles(); ok && n == 0 {
		t.Error("no file may be opened")
	}
}
