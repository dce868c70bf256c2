package outfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Write writes a whole file that only its owner can read, and returns its absolute name. A name
// that begins with "~/" is in the person's own folder. A file that is there already is replaced
// only if over says so, at once and as a whole, and nothing but a plain file is.
func Write(name string, content []byte, over bool) (string, error) {
	if rest, own := strings.CutPrefix(name, "~/"); own {
		if home, err := os.UserHomeDir(); err == nil {
			name = filepath.Join(home, rest)
		}
	}
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if !over {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return name, err
		}
		if err := fill(f, content); err != nil {
			return name, errors.Join(err, os.Remove(name))
		}
		return name, nil
	}
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return name, ErrNoFile
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".motcua-*") // of mode 0600
	if err != nil {
		return name, err
	}
	if err := fill(f, content); err != nil {
		return name, errors.Join(err, os.Remove(f.Name()))
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return name, errors.Join(err, os.Remove(f.Name()))
	}
	return name, nil
}

// fill writes the content to the disk and closes the file.
func fill(f *os.File, content []byte) error {
	_, err := f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}
