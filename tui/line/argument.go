package line

import (
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/code"
)

// argument is one argument of track: the codes in it, or standard input.
type argument struct {
	stdin   bool
	entries []entry
}

// argumentsOf reads the arguments. A code that was typed with blanks and without
// the shell's quotes comes as several.
func argumentsOf(args []string) []argument {
	if whole, ok := oneTornCode(args); ok {
		return []argument{{entries: whole}}
	}
	var list []argument
	for _, a := range args {
		switch {
		case a == stdinArg:
			list = append(list, argument{stdin: true})
		case len(args) > 1 && strings.Trim(a, ",;|") == "" && a != "":
			// stood between two codes
		default:
			list = append(list, argument{entries: entriesOf(a, 0)})
		}
	}
	return list
}

func oneTornCode(args []string) ([]entry, bool) {
	if len(args) < 2 || args[0] == stdinArg || args[len(args)-1] == stdinArg {
		return nil, false
	}
	for _, a := range args {
		if slices.ContainsFunc(code.DossiersIn(a), func(c code.InText) bool { return c.Err == nil }) {
			return nil, false
		}
	}
	whole := entriesOf(strings.Join(args, " "), 0)
	return whole, whole[0].err == nil
}

// countOf is how many codes the arguments hold, and how often they name standard
// input.
func countOf(args []argument) (codes, stdin int) {
	for _, a := range args {
		codes += len(a.entries)
		if a.stdin {
			stdin++
		}
	}
	return codes, stdin
}

// code is the code of an entry, or what was typed where there is none.
func (e *entry) code() string {
	if e.err == nil {
		return e.query.Code.String()
	}
	return short(clean.Line(e.typed), typedMost)
}
