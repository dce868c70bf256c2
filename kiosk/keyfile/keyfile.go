// Package keyfile keeps secrets in files that nobody else may read, makes them on
// first start, and tells of any file that the program relies on whether other
// accounts of this machine have a hand in it.
package keyfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Load reads the secret file at path. When there is none it writes what fresh
// gives, with 0600 in a directory made with 0700; made tells so. What [Check] says
// of the file is an error: what others could read is no secret any more.
func Load(path string, fresh func() ([]byte, error)) (body []byte, made bool, err error) {
	if err = Check(path, Secret); errors.Is(err, fs.ErrNotExist) {
		if made, err = write(path, fresh); err == nil {
			err = Check(path, Secret)
		}
	}
	if err == nil {
		body, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, false, err
	}
	return body, made, nil
}

// write makes the file beside its place and links it there: a start that is cut
// short leaves no half key, and of two first starts at once one wins and the
// other reads.
func write(path string, fresh func() ([]byte, error)) (made bool, err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, err
	}
	body, err := fresh()
	if err != nil {
		return false, err
	}
	f, err := os.CreateTemp(dir, ".key-*") // 0600
	if err != nil {
		return false, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return false, err
	}
	if err := os.Link(f.Name(), path); !errors.Is(err, fs.ErrExist) {
		return err == nil, err
	}
	return false, nil
}
