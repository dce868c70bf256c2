package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/topic"
)

// Reasons why a whole file is not written.
var (
	ErrExists   = errors.New("exists")
	ErrNoFolder = errors.New("its folder does not exist")
)

// Whole writes data to a file, or into a folder under a name, and returns the path. The
// file is there as a whole or not at all, and others may read it. A plain file is replaced
// only with force. [Cannot] says the error in words.
func Whole(to, name string, data []byte, force bool) (string, error) {
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, name)
	}
	return to, whole(to, data, force)
}

// Cannot says why a file was not written.
func Cannot(err error, file string, t *text.Texts) string {
	says := topic.Form.In(t).FormCannot
	switch {
	case errors.Is(err, ErrExists):
		says = topic.Form.In(t).FormExists
	case errors.Is(err, ErrNoFolder):
		says = topic.Form.In(t).FormNoFolder
	case errors.Is(err, ErrNoFile):
		says = topic.Form.In(t).FormNoPlain
	}
	return fmt.Sprintf(says, clean.Line(file))
}

func whole(name string, data []byte, force bool) error {
	switch info, err := os.Lstat(name); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return ErrNoFile // a link, or a device: what stands behind it is not ours
	case !force:
		return ErrExists
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".motcua-*") // 0600
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoFolder
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp.Name()) }() // gone already when all went well
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if force {
		return os.Rename(temp.Name(), name)
	}
	// A link, unlike a new name, fails where somebody made the file meanwhile.
	err = os.Link(temp.Name(), name)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	if err != nil { // a file system without links, as on a USB stick
		return os.Rename(temp.Name(), name)
	}
	return nil
}
