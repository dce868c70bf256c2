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
	"motcua/kiosk/config/key"
)

// examples are systems and routes to take the marks off.
//
//go:embed examples.toml
var examples string

const fileHead = `# Cấu hình của motcua. Dòng nào bỏ đi thì dùng giá trị có sẵn, như ghi ở đây.
# Configuration of motcua. A line that is left out keeps the built-in value shown here.
#
# Mạnh dần: giá trị có sẵn, tệp này, biến môi trường MOTCUA_*, cờ trên dòng lệnh.
# Weakest first: built-in values, this file, MOTCUA_* variables, flags.
`

// DefaultFile is the commented file that WriteDefault writes. It parses back
// to Defaults.
func DefaultFile() string {
	var b strings.Builder
	b.WriteString(fileHead)
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

// widest is how long a line may grow that holds a comment in both languages.
const widest = 138

// comment writes a comment in both languages, paragraph by paragraph, and on one line
// where both are short.
func comment(b *strings.Builder, w key.Words) {
	if w == (key.Words{}) {
		return
	}
	english := strings.Split(w.EN, "\n\n")
	for i, vi := range strings.Split(w.VI, "\n\n") {
		both := vi + " / " + english[i]
		if strings.Contains(both, "\n") || utf8.RuneCountInString(both) > widest {
			both = vi + "\n" + english[i]
		}
		for line := range strings.Lines(both + "\n") {
			b.WriteString("# " + line)
		}
	}
}

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
		p.What = whatExists
	case errors.As(err, &path):
		p.What, p.Got = whatUnwrit, clean.Line(path.Err.Error())
	default:
		p.What, p.Got = whatUnwrit, clean.Line(err.Error())
	}
	return &Error{Problems: []Problem{*p}}
}
