package find

import (
	"iter"
	"strings"
	"unicode"

	"motcua/client/clean"
)

// Limits of a question. A longer one is cut: nobody types it, and a pasted one must not
// slow other users down.
const (
	maxRunes = 300
	maxWords = 40
	maxWord  = 40 // letters; longer words are cut
)

// plain brings a text to one spelling of its letters and to lower case. For texts that
// were cleaned already, as all of the catalogue are, runes keep their positions.
func plain(text string) string {
	return strings.ToLower(clean.SameLetters(text))
}

// span is a word in a text: its place in bytes, and in runes.
type span struct{ from, to, fromRune, toRune int }

// spans finds the words of a text, runs of letters and digits.
func spans(text string) iter.Seq[span] {
	return func(yield func(span) bool) {
		var s span
		in := false
		n := 0
		for i, r := range text {
			if wordRune(r) != in {
				in = !in
				if in {
					s.from, s.fromRune = i, n
				} else if s.to, s.toRune = i, n; !yield(s) {
					return
				}
			}
			n++
		}
		if in {
			s.to, s.toRune = len(text), n
			yield(s)
		}
	}
}

func wordRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
