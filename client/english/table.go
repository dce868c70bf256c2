package english

import (
	"cmp"
	"slices"
	"strings"

	"motcua/client/clean"
)

// pair is one line of a file: a text in Vietnamese, and what it is called in English.
type pair struct{ from, to string }

// readTable reads lines of "from = to"; lines that begin with # are comments. The pairs
// are sorted by the bytes of from.
func readTable(text string) []pair {
	var list []pair
	for line := range strings.Lines(text) {
		if from, to, ok := strings.Cut(strings.TrimSpace(line), " = "); ok && from[0] != '#' {
			list = append(list, pair{from, to})
		}
	}
	slices.SortFunc(list, func(a, b pair) int { return cmp.Compare(a.from, b.from) })
	return list
}

// exactly returns what a text is called, "" when it is not in the table.
func exactly(list []pair, from string) string {
	i, ok := slices.BinarySearchFunc(list, from, func(p pair, s string) int { return cmp.Compare(p.from, s) })
	if !ok {
		return ""
	}
	return list[i].to
}

// beginning returns what the longest beginning of a text is called, which must end where
// a word does, and the rest of the text. The text is in lower case.
func beginning(list []pair, text string) (to, rest string) {
	longest := -1
	for i, p := range list {
		if (longest < 0 || len(p.from) > len(list[longest].from)) && begins(text, p.from) {
			longest = i
		}
	}
	if longest < 0 {
		return "", text
	}
	return list[longest].to, text[len(list[longest].from):]
}

// begins reports whether text begins with whole words.
func begins(text, words string) bool {
	rest, ok := strings.CutPrefix(text, words)
	return ok && (rest == "" || !strings.ContainsAny(rest[:1], letters) && rest[0] < 0x80)
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

// lower brings a text to the spelling of the tables.
func lower(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(clean.SameLetters(text))), " ")
}
