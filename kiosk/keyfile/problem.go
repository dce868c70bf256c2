package keyfile

import (
	"fmt"
	"regexp"
	"strings"

	"motcua/client/clean"
	"motcua/tui/text"
)

// Use is what a file is for, which decides what other accounts may do with it.
type Use int

// The uses.
const (
	// Secret is read by nobody else and written by nobody else: a key, a password.
	Secret Use = iota + 1
	// Trusted may be read by everybody and is written by nobody else: what it says
	// is believed, as who is staff.
	Trusted
	// Folder is where the program keeps secrets. Others may list it, as ssh lets
	// them list ~/.ssh: each secret in it is closed by itself.
	Folder
)

// Check tells of the file at path whether other accounts have a hand in it, as ssh
// does before it uses a key; see [Account.Check].
func Check(path string, use Use) error { return Own().Check(path, use) }

// Problem is what is wrong with a file and how to mend it.
type Problem struct {
	Path string // of the file, of a folder above it or of a link on the way
	what pair   // one sentence; it begins in the middle of one
	do   pair   // a command, or a sentence
}

type pair struct{ vi, en string }

func (p pair) in(l text.Lang) string {
	if l == text.EN {
		return p.en
	}
	return p.vi
}

// In says it for a person, with what to do.
func (p *Problem) In(l text.Lang) string { return p.Says(l) + " " + p.ToDo(l) }

// Says is the sentence alone.
func (p *Problem) Says(l text.Lang) string {
	return clean.Line(fmt.Sprintf("%s: %s.", p.Path, p.what.in(l)))
}

// ToDo is how to mend it.
func (p *Problem) ToDo(l text.Lang) string { return clean.Line(p.do.in(l)) }

// Error is for logs; In is for people.
func (p *Problem) Error() string { return p.In(text.EN) }

// run is the command that mends it.
func run(format string, args ...string) pair {
	list := make([]any, len(args))
	for i, a := range args {
		list[i] = shellWord(a)
	}
	command := fmt.Sprintf(format, list...)
	return pair{"Chạy: " + command, "Run: " + command}
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_/.:@%+=,-]+$`)

// shellWord is a name as it is typed to a shell.
func shellWord(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
