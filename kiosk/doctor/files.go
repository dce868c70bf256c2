package doctor

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// How the doctor inspects folders and files of the machine. Checks receive these functions
// in Env, see StoreOf and ServerOf.

// spaceLeft returns how many bytes this account may still write to the disk of a folder, or
// of its nearest parent that exists.
func spaceLeft(dir string) (uint64, bool) { return room(nearest(dir)) }

// nearest returns the folder, or its nearest parent that exists.
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

// writable checks that a folder, or its nearest parent that exists, can be written to. It
// leaves nothing behind.
func writable(dir string) error {
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
