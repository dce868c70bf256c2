package keyfile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func TestLoadMakesTheFileOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	path := filepath.Join(dir, "key")
	calls := 0
	fresh := func() ([]byte, error) { calls++; return []byte("secret " + strconv.Itoa(calls)), nil }
	for i, wantMade := range []bool{true, false} {
		body, made, err := Load(path, fresh)
		if err != nil || made != wantMade || string(body) != "secret 1" {
			t.Errorf("start %d: %q, made %v, %v", i+1, body, made, err)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("in the directory: %v, %v", left, err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, want := range map[string]os.FileMode{dir: 0o700, path: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(path, fresh); err == nil || !strings.Contains(err.Error(), "other accounts on this machine can read it (mode 0640). Run: chmod 600 ") {
		t.Errorf("a file that others may read: %v", err)
	}
}

// Of several first starts at the same time one creates the key, and all of them use it.
func TestFirstStartsAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	var mu sync.Mutex
	bodies, makers, calls := map[string]bool{}, 0, 0
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			body, made, err := Load(path, func() ([]byte, error) {
				mu.Lock()
				defer mu.Unlock()
				calls++
				return []byte(strconv.Itoa(calls)), nil
			})
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			bodies[string(body)] = true
			if made {
				makers++
			}
		})
	}
	wg.Wait()
	if len(bodies) != 1 || makers != 1 {
		t.Errorf("%d keys by %d makers", len(bodies), makers)
	}
}

func TestNoKeyNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	no := errors.New("no randomness")
	if _, _, err := Load(path, func() ([]byte, error) { return nil, no }); !errors.Is(err, no) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}
