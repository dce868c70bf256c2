package doctor

import (
	"os"
	"path/filepath"
	"testing"
)

// A folder that is not there yet is judged by the one above it, and nothing is left
// behind.
func TestFoldersAreTried(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "not", "yet")
	for _, folder := range []string{dir, below} {
		if err := Writable(folder); err != nil {
			t.Errorf("%s: %v", folder, err)
		}
		here, known := Room(dir)
		if n, ok := Room(folder); ok != known || known && (n == 0 || n/2 > here) {
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
	if Writable(file) == nil {
		t.Error("a file is a folder")
	}
	if n, ok := OpenFiles(); ok && n == 0 {
		t.Error("no file may be opened")
	}
}
