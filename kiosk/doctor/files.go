package doctor

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// How the doctor looks at folders and files of the machine; what a check looks at is
// handed to it in Env, and these are what the program hands over.

// Room is how many bytes this account may still write on the disk of a folder, or of
// the first one above it that is there.
func Room(dir string) (uint64, bool) { return room(nearest(dir)) }

// nearest is the folder, or the first one above it that is there.
func nearest(dir string) string {
	for {
		_, err := os.Stat(dir)
		up := filepath.Dir(dir)
		if err == nil || !errors.Is(err, os.ErrNotExist) || up == dir {
			return dir
		}
		dir = up
	}
}

// Writable tells whether a folder, or the nearest one above it that is there,
// can be written to. It leaves nothing behind.
func Writable(dir string) error {
	for {
		f, err := os.CreateTemp(dir, ".motcua-*")
		if errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir {
			dir = filepath.Dir(dir)
			continue
		}
		if err != nil {
			return err
		}
		return errors.Join(f.Close(), os.Remove(f.Name()))
	}
}
