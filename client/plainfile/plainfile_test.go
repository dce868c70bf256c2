package plainfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"motcua/client/plainfile"
)

// A file that was not there was once said to be one that others may change.
func TestWhatIsMissingIsNotUntrusted(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte("1"), 0o600); err != nil {
		t.Fatal(err)
	}
	seen := func(name string) error { _, err := os.Lstat(name); return err }
	anybody := func(string) error { return errors.New("anybody may write it") }
	for _, tt := range []struct {
		name          string
		trust         func(string) error
		kind, message string // "": it is read
	}{
		{name, nil, "", ""},
		{name, seen, "", ""},
		{name + "x", nil, "missing", ""},
		{name + "x", seen, "missing", ""},
		{name, anybody, "untrusted", "anybody may write it"},
		{name, func(string) error { return os.ErrPermission }, "untrusted", os.ErrPermission.Error()},
	} {
		var kind, message string
		doc, _, err := plainfile.ReadTrusted(tt.name, 1, tt.trust)
		if err != nil {
			kind, message = plainfile.Why(err)
		}
		if kind != tt.kind || message != tt.message || (err == nil) != (string(doc) == "1") {
			t.Errorf("%+v: %q %q, %v", tt, kind, message, err)
		}
	}
}
