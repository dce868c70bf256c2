package outfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestWhole(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "mẫu.docx")
	holds := func(want string) {
		t.Helper()
		got, err := os.ReadFile(name)
		if err != nil || string(got) != want {
			t.Errorf("it holds %q, %v, want %q", got, err, want)
		}
	}
	if _, err := Whole(name, "x", []byte("one"), false); err != nil {
		t.Fatal(err)
	}
	holds("one")
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if _, err := Whole(name, "x", []byte("two"), false); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	holds("one")
	if _, err := Whole(name, "x", []byte("two"), true); err != nil {
		t.Error(err)
	}
	holds("two")
	link := filepath.Join(dir, "link")
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Whole(link, "x", []byte("three"), true); !errors.Is(err, ErrNoFile) {
		t.Errorf("through a link: %v", err)
	}
	if to, err := Whole(dir, "mẫu.docx", []byte("three"), false); to != name || !errors.Is(err, ErrExists) {
		t.Errorf("into a folder: %s, %v", to, err)
	}
	holds("two")
	if _, err := Whole(filepath.Join(dir, "none", "a"), "x", nil, false); !errors.Is(err, ErrNoFolder) {
		t.Errorf("without a folder: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
