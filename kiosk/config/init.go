package config

import (
	_ "embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"motcua/client/clean"
)

//go:embed default.toml
var defaultFile string

// DefaultFile is the commented file that WriteDefault writes. It parses back
// to Defaults.
func DefaultFile() string { return defaultFile }

// WriteDefault writes the commented file, making its folder when needed. It
// never overwrites: the error is then an *Error that says so. Only the owner
// may read the file, because a password may be put in.
func WriteDefault(name string) error {
	p := &Problem{Origin: Origin{File: clean.Line(name)}}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return p.unwritten(err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return p.unwritten(err)
	}
	_, err = f.WriteString(defaultFile)
	if err = errors.Join(err, f.Close()); err != nil {
		return p.unwritten(err)
	}
	return nil
}

func (p *Problem) unwritten(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrExist):
		p.what = whatExists
	case errors.As(err, &path):
		p.what, p.Got = whatUnwrit, clean.Line(path.Err.Error())
	default:
		p.what, p.Got = whatUnwrit, clean.Line(err.Error())
	}
	return &Error{Problems: []Problem{*p}}
}
