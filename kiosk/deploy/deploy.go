// Package deploy holds the files of an installation: for a server a systemd service with
// the least rights that it needs; for several servers as one their balancer and their
// common store; for a kiosk everything that locks a machine down; for each an example
// configuration and instructions. It also makes the block for an SSH client's
// configuration.
package deploy

import (
	"crypto/rand"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

//go:embed server kiosk cluster
var embedded embed.FS

// Readme is the name of the file that says how to install the others.
const Readme = "README.md"

// File is one file of an installation.
type File struct {
	Name string
	Body string
	Mode fs.FileMode
}

// Server returns the files of a server whose program is to be at binary, an absolute path.
// The instructions copy it there from where it is now.
func Server(binary string) ([]File, error) {
	return files("server", binary, "")
}

// Kiosk returns the files of a machine in a lobby, Debian 12 or 13, whose program is at
// binary and whose scripts are in library, both absolute paths.
func Kiosk(binary, library string) ([]File, error) {
	if !plainPath(library) {
		return nil, fmt.Errorf("deploy: %q is not a plain absolute path", library)
	}
	return files("kiosk", binary, library)
}

// Cluster returns the files that make several servers one, with secrets of their own: the
// key of the hashes and the store's password.
func Cluster(binary string) ([]File, error) {
	list, err := files("cluster", binary, "")
	if err != nil {
		return nil, err
	}
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // never fails, see crypto/rand
	password := rand.Text()
	for i, f := range list {
		if strings.Contains(f.Body, "@PASSWORD@") {
			list[i].Body, list[i].Mode = strings.ReplaceAll(f.Body, "@PASSWORD@", password), 0o600
		}
	}
	return append(list, File{"cluster.key", hex.EncodeToString(secret[:]) + "\n", 0o600}, File{"store.password", password + "\n", 0o600}), nil
}

// plainPath reports whether no file here would have to quote p.
func plainPath(p string) bool { return filepath.IsAbs(p) && !strings.ContainsAny(p, "\n\"'\\ %$") }

func files(kind, binary, library string) ([]File, error) {
	if !plainPath(binary) {
		return nil, fmt.Errorf("deploy: %q is not a plain absolute path", binary)
	}
	from, err := os.Executable()
	if err != nil {
		return nil, err
	}
	entries, err := embedded.ReadDir(kind)
	if err != nil {
		return nil, err
	}
	list := make([]File, 0, len(entries))
	fill := strings.NewReplacer("@BINARY@", binary, "@LIBRARY@", library, "@FROM@", quoted(from))
	for _, e := range entries {
		body, err := embedded.ReadFile(kind + "/" + e.Name())
		if err != nil {
			return nil, err
		}
		f := File{Name: e.Name(), Body: fill.Replace(string(body)), Mode: 0o644}
		switch {
		case strings.HasSuffix(f.Name, ".env"), kind == "kiosk" && f.Name == "config.toml":
			f.Mode = 0o600 // people put passwords there, or the hash of the PIN
		case strings.HasPrefix(f.Body, "#!"):
			f.Mode = 0o755
		}
		list = append(list, f)
	}
	return list, nil
}

// FileError says why one file was not written. Err is fs.ErrExist when the file already
// exists.
type FileError struct {
	Name string
	Err  error
}

func (e *FileError) Error() string { return "deploy: " + e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }

// Write writes files into a folder, creates the folder when needed, and returns the names
// of the files. It never overwrites: when one of the files exists, it writes none. The
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
