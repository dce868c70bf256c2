package outfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"motcua/tui/line/outfile"
)

// A file is written once; over an old one only when that is asked for, and never over anything else.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	name := filepath.Join(dir, "list.csv")
	holds := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("the file holds %q (%v), want %q", got, err, want)
		}
	}
	if got, err := outfile.Write("~/list.csv", []byte("one"), false); err != nil || got != name {
		t.Fatalf("written to %q: %v", got, err)
	}
	holds("one")
	if _, err := outfile.Write(name, []byte("two"), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	holds("one")
	if _, err := outfile.Write(name, []byte("two"), true); err != nil {
		t.Error(err)
	}
	holds("two")
	if _, err := outfile.Write(filepath.Join(dir, "none", "list.csv"), nil, false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := outfile.Write(folder, nil, true); !errors.Is(err, outfile.ErrNoFile) {
		t.Errorf("a folder: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("%v (%v)", left, err)
	}
}
