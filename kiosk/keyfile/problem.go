package keyfile

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Use is what a file is for. It decides what other accounts may do with the file.
type Use int

// The uses.
const (
	// Secret is a file that other accounts may neither read nor write: a key, a password.
	Secret Use = iota + 1
	// Trusted is a file that everybody may read but no other account may write, because the
	// program relies on it, for example the list of staff keys.
	Trusted
	// Folder is a folder where the program keeps secrets. Others may list it, as ssh lets
	// them list ~/.ssh, because each secret in it is protected by its own mode.
	Folder
)

// Check reports whether other accounts can read or change the file at path, as ssh does
// before it uses a key; see [Account.Check].
func Check(path string, use Use) error { return Own().Check(path, use) }

// Problem says what is wrong with a file and how to fix it.
type Problem struct {
	Path string    // of the file, of a folder above it or of a link on the way
	what text.Said // the end of a sentence that begins with the path
	do   text.Said // a command, or a sentence
}

// In returns the message for a person, with the advice from Do.
func (p *Problem) In(l text.Lang) string { return p.Says(l) + " " + p.Do().In(l) }

// Said returns the text of In in both languages.
func (p *Problem) Said() text.Said {
	return text.Same("%s: %s. %s").With(p.Path, p.what, p.do).Map(clean.Line)
}

// Says returns the sentence without the advice.
func (p *Problem) Says(l text.Lang) string {
	return clean.Line(fmt.Sprintf("%s: %s.", p.Path, p.what.In(l)))
}

// Do returns the advice: how to fix the problem.
func (p *Problem) Do() text.Said { return p.do.Map(clean.Line) }

// Error returns the English text, for logs; people get In.
func (p *Problem) Error() string { return p.In(text.EN) }

// run returns a command that fixes the problem.
func run(format string, args ...string) text.Said {
	list := make([]any, len(args))
	for i, a := range args {
		list[i] = shellWord(a)
	}
	command := fmt.Sprintf(format, list...)
	return operator.KeyfileRun.With(command)
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_/.:@%+=,-]+$`)

// shellWord quotes a name for a shell.
func shellWord(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
