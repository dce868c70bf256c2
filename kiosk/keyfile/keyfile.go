// Package keyfile keeps a secret in a file that nobody else may read, and makes
// it on first start.
package keyfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Load reads the file at path. When there is none it writes what fresh gives,
// with 0600 in a directory made with 0700; made tells so. A file that others may
// read is an error: what it holds is no secret any more.
func Load(path string, fresh func() ([]byte, error)) (body []byte, made bool, err error) {
	body, err = os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		body, made, err = write(path, fresh)
	}
	if err != nil {
		return nil, false, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, err
	}
	// Windows has no such modes; there the directory's owner decides.
	if mode := info.Mode().Perm(); mode&0o077 != 0 && runtime.GOOS != "windows" {
		return nil, false, fmt.Errorf("%s: others may read it (mode %#o); chmod 600", path, mode)
	}
	return body, made, nil
}

// write makes the file beside its place and links it there: a start that is cut
// short leaves no half key, and of two first starts at once one wins and the
// other reads.
func write(path string, fresh func() ([]byte, error)) ([]byte, bool, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, false, err
	}
	body, err := fresh()
	if err != nil {
		return nil, false, err
	}
	f, err := os.CreateTemp(dir, ".key-*") // 0600
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, false, err
	}
	switch err := os.Link(f.Name(), path); {
	case errors.Is(err, fs.ErrExist):
		body, err = os.ReadFile(path)
		return body, false, err
	case err != nil:
		return nil, false, err
	}
	return body, true, nil
}
