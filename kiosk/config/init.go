package config

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// examples are systems and routes to take the marks off.
//
//go:embed examples.toml
var examples string

// DefaultFile returns the commented file that WriteDefault writes. Parsing it gives
// Defaults.
func DefaultFile() string {
	var b strings.Builder
	comment(&b, operator.ConfigFileHead)
	b.WriteString("#\n")
	comment(&b, operator.ConfigFileOrder)
	c := Defaults()
	for _, s := range c.sections() {
		b.WriteByte('\n')
		comment(&b, s.Comment)
		fmt.Fprintf(&b, "[%s]\n", s.Name)
		for _, k := range s.Keys {
			comment(&b, k.Comment)
			fmt.Fprintf(&b, "%s = %s\n", k.Name, k.File())
		}
	}
	return b.String() + "\n" + examples
}

// widest is the longest line, in characters, that contains a comment in both languages.
const widest = 138

// comment writes a comment in both languages, paragraph by paragraph, and on one line where
// both are short.
func comment(b *strings.Builder, w text.Said) {
	if w == (text.Said{}) {
		return
	}
	english := strings.Split(w.In(text.EN), "\n\n")
	for i, vi := range strings.Split(w.In(text.VI), "\n\n") {
		both := vi + " / " + english[i]
		if strings.Contains(both, "\n") || utf8.RuneCountInString(both) > widest {
			both = vi + "\n" + english[i]
		}
		for line := range strings.Lines(both + "\n") {
			b.WriteString("# " + line)
		}
	}
}

// WriteDefault writes the commented file and creates its folder when needed. It never
// overwrites: when the file exists, the error is an *Error that says so. Only the owner may
// read the file, because somebody may put a password into it.
func WriteDefault(name string) error {
	p := &Problem{Origin: Origin{File: clean.Line(name)}}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return p.unwritten(err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return p.unwritten(err)
	}
	_, err = f.WriteString(DefaultFile())
	if err = errors.Join(err, f.Close()); err != nil {
		return p.unwritten(err)
	}
	return nil
}

func (p *Problem) unwritten(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrExist):
		p.What = operator.ConfigFileExists
	case errors.As(err, &path):
		p.What, p.Got = operator.ConfigFileUnwritten, clean.Line(path.Err.Error())
	default:
		p.What, p.Got = operator.ConfigFileUnwritten, clean.Line(err.Error())
	}
	return &Error{Problems: []Problem{*p}}
}
