//go:build unix

package plainfile_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"motcua/client/plainfile"
)

// index check, units check and verify --roots once waited for ever at a named pipe.
func TestNothingIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("file"), []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"link": "file", "piped": "pipe", "loop": "loop", "lost": "none"} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name string
		most int64
		want string // "": it is read
	}{
		{"file", 5, ""},
		{"link", 5, ""},
		{"file", 4, "too_large"},
		{"none", 5, "missing"},
		{"lost", 5, "missing"},
		{"file/below", 5, "unread"},
		{"loop", 5, "unread"},
		{".", 5, "folder"},
		{"pipe", 5, "not_plain"},
		{"piped", 5, "not_plain"},
		{"/dev/zero", 5, "not_plain"},
	} {
		name := tt.name
		if !filepath.IsAbs(name) {
			name = at(name)
		}
		done := make(chan error, 1)
		go func() {
			doc, changed, err := plainfile.Read(name, tt.most)
			if err == nil && (string(doc) != "12345" || changed.IsZero()) {
				t.Errorf("%s: %q, written %v", name, doc, changed)
			}
			done <- err
		}()
		select {
		case err := <-done:
			got := ""
			if err != nil {
				got, _ = plainfile.Why(err)
			}
			if got != tt.want {
				t.Errorf("%s: %q (%v), want %q", tt.name, got, err, tt.want)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: still waiting", tt.name)
		}
	}
}

// The kernel's log is a plain file of no size to stat, and root, who may open it, once waited for
// its next line. Not even what it holds is read: whoever reads a line takes it from others.
func TestAStreamThatCallsItselfAFileIsNotWaitedFor(t *testing.T) {
	const log = "/proc/kmsg"
	f, err := os.OpenFile(log, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Skipf("the kernel's log cannot be opened here: %v", err)
	}
	_ = f.Close()
	done := make(chan error, 1)
	go func() {
		doc, _, err := plainfile.Read(log, 5)
		if err == nil && len(doc) > 0 {
			err = fmt.Errorf("%d bytes were taken from it", len(doc))
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("still waiting")
	}
}

// Somebody who may write the folder puts a pipe in the place of a file that was looked at. Read
// once waited for the pipe's writer.
func TestAPipeThatTakesAFilesPlaceIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("file"), []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	var stop atomic.Bool
	var ended sync.WaitGroup
	swap := func(to string) {
		if err := errors.Join(os.Symlink(to, at("next")), os.Rename(at("next"), at("name"))); err != nil {
			t.Error(err)
		}
	}
	swap("file")
	ended.Go(func() {
		for !stop.Load() {
			swap("pipe")
			swap("file")
		}
	})
	defer ended.Wait()
	defer stop.Store(true)
	for end := time.Now().Add(time.Second); time.Now().Before(end); {
		done := make(chan string, 1)
		go func() {
			doc, _, err := plainfile.Read(at("name"), 5)
			kind := ""
			if err != nil {
				kind, _ = plainfile.Why(err)
			}
			done <- string(doc) + kind
		}()
		select {
		case got := <-done:
			if got != "12345" && got != "not_plain" {
				t.Fatalf("%q", got)
			}
		case <-time.After(time.Minute):
			t.Fatal("still waiting")
		}
	}
}
