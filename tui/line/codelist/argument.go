package codelist

import (
	"slices"
	"strings"

	"motcua/client/code"
)

// Stdin stands for standard input among the codes.
const Stdin = "-"

// Argument is one argument of track: the codes in it, or standard input.
type Argument struct {
	Stdin   bool
	Entries []Entry
}

// Arguments reads the arguments. A code that was typed with spaces and without quotes
// arrives as several arguments.
func Arguments(args []string) []Argument {
	if whole, ok := oneTornCode(args); ok {
		return []Argument{{Entries: whole}}
	}
	var list []Argument
	for _, a := range args {
		switch {
		case a == Stdin:
			list = append(list, Argument{Stdin: true})
		case len(args) > 1 && strings.Trim(a, ",;|") == "" && a != "":
			// a separator between two codes
		default:
			list = append(list, Argument{Entries: Of(a, 0)})
		}
	}
	return list
}

func oneTornCode(args []string) ([]Entry, bool) {
	if len(args) < 2 || args[0] == Stdin || args[len(args)-1] == Stdin {
		return nil, false
	}
	for _, a := range args {
		if slices.ContainsFunc(code.DossiersIn(a), func(c code.InText) bool { return c.Err == nil }) {
			return nil, false
		}
	}
	whole := Of(strings.Join(args, " "), 0)
	return whole, whole[0].Err == nil
}

// Count returns the number of codes in the arguments, and how often they name standard
// input.
func Count(args []Argument) (codes, stdin int) {
	for _, a := range args {
		codes += len(a.Entries)
		if a.Stdin {
			stdin++
		}
	}
	return codes, stdin
}
