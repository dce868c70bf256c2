package pin

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a State stored in a file of a few dozen bytes. The file is replaced as a whole,
// so that after a power cut it contains either the old count or the new one.
type File string

// mostState bounds the bytes that Load reads.
const mostState = 4 << 10

// Load reads the file. It returns nil and no error when the file does not exist.
func (f File) Load() (body []byte, err error) {
	file, err := os.Open(string(f))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return io.ReadAll(io.LimitReader(file, mostState))
}

// Save replaces the file. Its folder must exist.
func (f File) Save(body []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(string(f)), ".pin-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(body)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), string(f))
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
