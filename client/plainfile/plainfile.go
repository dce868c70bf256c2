// Package plainfile reads a file that somebody named, such as an operator's list. A named pipe
// or a device would be waited for without an end, so only plain files are read.
package plainfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// Errors of Read besides those of the system.
var (
	ErrNotPlain = errors.New("not a regular file")
	ErrTooLarge = errors.New("too large")
)

// Read returns what a file has, at most so many bytes, and when it was written last. A
// symbolic link counts as what it leads to. A folder is syscall.EISDIR.
func Read(name string, most int64) (doc []byte, changed time.Time, err error) {
	f, info, err := open(name)
	if err != nil {
		return nil, changed, err
	}
	defer func() { _ = f.Close() }()
	if info.Size() > most {
		return nil, changed, &fs.PathError{Op: "read", Path: name, Err: ErrTooLarge}
	}
	if info.Size() == 0 {
		return nil, info.ModTime(), nil // a stream such as /proc/kmsg calls itself a plain file of no size
	}
	into := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // so that it is not copied as it grows
	if _, err = into.ReadFrom(io.LimitReader(f, most+1)); err != nil {
		return nil, changed, err
	}
	if doc = into.Bytes(); int64(len(doc)) > most { // it grew
		return nil, changed, &fs.PathError{Op: "read", Path: name, Err: ErrTooLarge}
	}
	return doc, info.ModTime(), nil
}

// open opens a plain file. It looks before it opens, since to open a device can do something, and
// again at what it opened: another file can have taken the name in between. To open a pipe then
// does not wait for its writer.
func open(name string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(name)
	if err == nil {
		err = plain(name, info)
	}
	if err != nil {
		return nil, nil, err
	}
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	if info, err = f.Stat(); err == nil {
		err = plain(name, info)
	}
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return f, info, nil
}

// plain returns an error for what is no plain file.
func plain(name string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return &fs.PathError{Op: "read", Path: name, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "read", Path: name, Err: ErrNotPlain}
	}
	return nil
}

// untrustedError is the error for a file that others may change.
type untrustedError struct{ error }

func (e untrustedError) Unwrap() error { return e.error }

// ReadTrusted is Read for a file that the program believes: trust, which may be nil, returns an
// error for one that others may change. Of a file that is missing they can change nothing.
func ReadTrusted(name string, most int64, trust func(string) error) (doc []byte, changed time.Time, err error) {
	if trust != nil {
		if err = trust(name); errors.Is(err, fs.ErrNotExist) {
			return nil, changed, err
		}
		if err != nil {
			return nil, changed, untrustedError{err}
		}
	}
	return Read(name, most)
}

// Why names what kept a file from being read, for tables of sentences: untrusted, with who may
// change it, missing, denied, folder, not_plain, too_large, or unread, with the system's message
// without the path.
func Why(err error) (kind, message string) {
	switch untrusted := (untrustedError{}); {
	case errors.As(err, &untrusted):
		return "untrusted", untrusted.Error()
	case errors.Is(err, fs.ErrNotExist):
		return "missing", ""
	case errors.Is(err, fs.ErrPermission):
		return "denied", ""
	case errors.Is(err, syscall.EISDIR):
		return "folder", ""
	case errors.Is(err, ErrNotPlain):
		return "not_plain", ""
	case errors.Is(err, ErrTooLarge):
		return "too_large", ""
	}
	var of *fs.PathError
	if errors.As(err, &of) {
		return "unread", of.Err.Error()
	}
	return "unread", err.Error()
}
