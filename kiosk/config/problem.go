package config

import (
	"fmt"
	"strings"

	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Origin is the source of a value. The zero Origin is a built-in default.
type Origin struct {
	File string // a configuration file, with Line when it concerns one line
	Line int
	Env  string // "MOTCUA_LANG"
	Flag string // "--lang"
}

// In returns the name of the origin in a language; empty for a default.
func (o Origin) In(l text.Lang) string {
	switch {
	case o.Flag != "":
		return o.Flag
	case o.Env != "":
		return fmt.Sprintf(operator.EnvNamed.In(l), o.Env)
	case o.File != "" && o.Line > 0:
		return fmt.Sprintf(operator.FileLine.In(l), o.File, o.Line)
	default:
		return o.File
	}
}

// Problem is one mistake: where it is and what was expected.
type Problem struct {
	Origin
	Key string // for example "national.timeout"; empty when it concerns the whole file
	key.Wrong
}

// Sentence returns the message for a person: "/etc/motcua/config.toml, dòng 3: ...".
func (p Problem) Sentence(l text.Lang) string {
	s := strings.NewReplacer("{key}", p.Key, "{got}", p.Got, "{want}", p.Want.In(l), "{kind}", p.Kind.In(l)).Replace(p.What.In(l))
	if p.Suggest != "" {
		s += fmt.Sprintf(operator.WrongSuggest.In(l), p.Suggest)
	}
	if where := p.In(l); where != "" {
		return where + ": " + s
	}
	return s
}

// Error contains all problems that were found at once.
type Error struct{ Problems []Problem }

// Error returns the English messages, for logs; Sentences is for people.
func (e *Error) Error() string { return strings.Join(e.Sentences(text.EN), "\n") }

// Sentences returns the messages in a language, one line each.
func (e *Error) Sentences(l text.Lang) []string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Sentence(l)
	}
	return lines
}

// Usage reports whether all problems come from the command line, so that the program can
// report wrong usage.
func (e *Error) Usage() bool {
	for _, p := range e.Problems {
		if p.Flag == "" {
			return false
		}
	}
	return true
}

func (e *Error) add(p ...Problem) { e.Problems = append(e.Problems, p...) }

// orNil returns nil for no problems: a nil *Error in an error interface would not be equal
// to nil.
func (e *Error) orNil() error {
	if len(e.Problems) == 0 {
		return nil
	}
	return e
}
