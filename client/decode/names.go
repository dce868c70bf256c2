package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client/clean"
)

// Officials type names carelessly: without marks, in capitals, with Ð for Đ, with two
// blanks, with dots or dashes between the words. So names of two or more words are
// compared folded, word by word. A name of one word counts only exactly as written:
// otherwise the name An would be cut out of "công an".

// wordAt is a word of a text, its position and its form for comparison.
type wordAt struct {
	from, to int
	fold     string
}

// wordsOf returns the words of a text: runs of letters, marks and digits.
func wordsOf(text string) []wordAt {
	var words []wordAt
	from := -1
	end := func(at int) {
		if from >= 0 {
			words = append(words, wordAt{from, at, nameFold(text[from:at])})
			from = -1
		}
	}
	for i, r := range text {
		switch {
		case !inWord(r):
			end(i)
		case from < 0:
			from = i
		}
	}
	end(len(text))
	return words
}

// nameFold is Fold for a word of a name, with Lý and Lí as one.
func nameFold(word string) string { return strings.ReplaceAll(clean.Fold(word), "y", "i") }

// widestGap is the largest number of characters between two words of a name.
const widestGap = 3

// gluedName is the least length at which a name is recognised without its blanks.
const gluedName = 6

// hiddenName is a name to hide, split once for all texts of a dossier.
type hiddenName struct {
	name  string
	words []wordAt
	glued string // the words without their blanks, "" for one word
}

// hiddenNames prepares names and leaves out those that are too short.
func hiddenNames(names []string) []hiddenName {
	var out []hiddenName
	for _, n := range names {
		n = strings.TrimSpace(n)
		if utf8.RuneCountInString(n) < 2 {
			continue
		}
		h := hiddenName{name: n, words: wordsOf(n)}
		if len(h.words) > 1 {
			for _, w := range h.words {
				h.glued += w.fold
			}
		}
		out = append(out, h)
	}
	return out
}

// replaceNames hides names wherever they stand as whole words.
func replaceNames(text string, names []hiddenName) string {
	var words []wordAt // of the text, split when the first name needs them
	for _, n := range names {
		before := text
		if n.glued == "" {
			text = replaceExactly(text, n.name)
		} else {
			if words == nil {
				words = wordsOf(text)
			}
			text = n.replace(text, words)
		}
		if text != before {
			words = nil
		}
	}
	return text
}

// replace hides the name in a text that was split into words.
func (n hiddenName) replace(text string, words []wordAt) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(words); i++ {
		last := -1
		switch {
		case len(n.glued) >= gluedName && words[i].fold == n.glued:
			last = i
		case sameName(text, words[i:], n.name, n.words):
			last = i + len(n.words) - 1
		}
		if last < 0 {
			continue
		}
		b.WriteString(text[done:words[i].from] + Hidden)
		done, i = words[last].to, last
	}
	return b.String() + text[done:]
}

// sameName reports whether the words of a text begin with those of a name.
func sameName(text string, words []wordAt, name string, want []wordAt) bool {
	if len(words) < len(want) {
		return false
	}
	for i, w := range want {
		if words[i].fold != w.fold {
			return false
		}
		if i == 0 {
			continue
		}
		gap := text[words[i-1].to:words[i].from]
		if utf8.RuneCountInString(gap) > widestGap && gap != name[want[i-1].to:w.from] {
			return false
		}
	}
	return true
}

// replaceExactly hides a name of one word where it stands alone, exactly as written.
func replaceExactly(text, name string) string {
	var b strings.Builder
	done := 0
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return b.String() + text[done:]
		}
		begin := from + i
		end := begin + len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:begin])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if inWord(before) || inWord(after) {
			_, size := utf8.DecodeRuneInString(text[begin:])
			from = begin + size
			continue
		}
		b.WriteString(text[done:begin] + Hidden)
		done, from = end, end
	}
}

// inWord reports whether a rune continues a word. The end of a text, decoded as the
// replacement character, does not.
func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
