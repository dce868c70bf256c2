// Package keyfile keeps secrets in files that no other account may read, creates them at
// the first start, and checks whether other accounts of this machine could read or change a
// file that the program relies on.
package keyfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Load reads the secret file at path. When the file does not exist, Load writes the result
// of fresh to it, with mode 0600 in a directory with mode 0700, and returns made as true. A
// problem that [Check] finds is returned as an error: a secret that others could read is
// not secret any more.
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

// write creates a temporary file in the same folder and links it to its name. So an
// interrupted start leaves no partial key, and of two first starts at the same time one
// wins and the other reads the winner's key.
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
