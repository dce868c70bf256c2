package clean

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// SameLetters writes look-alike characters with the same letters: NFC, no invisible
// characters, and Đ for letters of other alphabets that look like it. It changes
// nothing else, and nothing that a reader could tell apart.
//
// Much Vietnamese data contains Ð (U+00D0, Icelandic) where Đ (U+0110) is meant,
// because the code page TCVN 5712 and old fonts had it in that place. No text here is
// Icelandic or Ewe, nearly every font draws the capitals alike, and search, comparison
// and spelling need one letter for one sound. So these letters become Đ where a text is
// decoded, and people see Đ too.
func SameLetters(s string) string {
	if ascii(s) {
		return s
	}
	if strings.ContainsFunc(s, func(r rune) bool { return HiddenMark(r) || vietnameseD(r) != r }) {
		s = strings.Map(func(r rune) rune {
			if HiddenMark(r) {
				return -1
			}
			return vietnameseD(r)
		}, s)
	}
	return norm.NFC.String(s)
}

func vietnameseD(r rune) rune {
	switch r {
	case '\u00D0', '\u0189': // Eth, African D
		return 'Đ'
	case '\u00F0', '\u0256': // eth, d with tail
		return 'đ'
	}
	return r
}

// HiddenMark reports whether r is one of the invisible characters that word processors
// and web pages leave inside words: portal texts contain "đăng k\u200eý". They are
// dropped without a replacement, because a reader loses nothing.
func HiddenMark(r rune) bool {
	switch r {
	case '\u00AD', // soft hyphen
		'\u200B', '\u200C', '\u200D', // zero width space, non-joiner, joiner
		'\u200E', '\u200F', // left-to-right mark, right-to-left mark
		'\u2060', // word joiner
		'\uFEFF': // byte order mark
		return true
	}
	return false
}
