// Package deploy holds the files by which the program is installed: as a server,
// a systemd service that may do as little as it needs; as a kiosk, a whole machine
// locked down; an example configuration and how to put them in place for each;
// and what a client writes into its own configuration.
package deploy

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

//go:embed server kiosk
var embedded embed.FS

// Readme is the file that says how to install the others.
const Readme = "README.md"

// File is one file of an installation.
type File struct {
	Name string
	Body string
	Mode fs.FileMode
}

// Server are the files of a server whose program lies at binary, an absolute
// path.
func Server(binary string) ([]File, error) {
	return files("server", binary, "")
}

// Kiosk are the files of a machine in a lobby, Debian 12 or 13, whose program
// lies at binary and whose scripts at library, both absolute paths.
func Kiosk(binary, library string) ([]File, error) {
	if !plainPath(library) {
		return nil, fmt.Errorf("deploy: %q is no plain absolute path", library)
	}
	return files("kiosk", binary, library)
}

// plainPath is one that no file here would have to quote.
func plainPath(p string) bool { return filepath.IsAbs(p) && !strings.ContainsAny(p, "\n\"'\\ %$") }

func files(kind, binary, library string) ([]File, error) {
	if !plainPath(binary) {
		return nil, fmt.Errorf("deploy: %q is no plain absolute path", binary)
	}
	entries, err := embedded.ReadDir(kind)
	if err != nil {
		return nil, err
	}
	list := make([]File, 0, len(entries))
	fill := strings.NewReplacer("@BINARY@", binary, "@LIBRARY@", library)
	for _, e := range entries {
		body, err := embedded.ReadFile(kind + "/" + e.Name())
		if err != nil {
			return nil, err
		}
		f := File{Name: e.Name(), Body: fill.Replace(string(body)), Mode: 0o644}
		switch {
		case strings.HasSuffix(f.Name, ".env"), kind == "kiosk" && f.Name == "config.toml":
			f.Mode = 0o600 // people put passwords there, or the PIN's hash
		case strings.HasPrefix(f.Body, "#!"):
			f.Mode = 0o755
		}
		list = append(list, f)
	}
	return list, nil
}

// FileError is why one file was not written. Err is fs.ErrExist when it was
// there already.
type FileError struct {
	Name string
	Err  error
}

func (e *FileError) Error() string { return "deploy: " + e.Name + ": " + e.Err.Error() }

// Unwrap gives the reason.
func (e *FileError) Unwrap() error { return e.Err }

// Write puts files into a folder, which is made when needed, and gives their
// names. It overwrites none: when one is there already, nothing is written. The
// error is a *FileError.
func Write(dir string, files []File) ([]string, error) {
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if _, err := os.Lstat(name); err == nil {
			return nil, &FileError{name, fs.ErrExist}
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, &FileError{dir, err}
	}
	var names []string
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if err := write(name, f); err != nil {
			return names, &FileError{name, err}
		}
		names = append(names, name)
	}
	return names, nil
}

func write(name string, f File) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, f.Mode)
	if err != nil {
		return err
	}
	_, err = out.WriteString(f.Body)
	return errors.Join(err, out.Close())
}
