package clean

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// SameLetters writes what looks the same with the same letters: NFC, no marks
// that nobody sees, and Đ for the letters of other alphabets that look like it.
// It changes nothing else, and nothing that a reader can tell apart.
//
// Much Vietnamese data holds Ð (U+00D0, Icelandic) where Đ (U+0110) is meant:
// the code page TCVN 5712 and old fonts had it in that place. No text here is
// Icelandic or Ewe, the capitals are drawn alike in nearly every font, and a text
// that is shown, searched, compared and spelled must hold one letter for one
// sound. So they become Đ where a text is decoded, and people are shown Đ too.
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

// HiddenMark finds the marks that word processors and web pages leave inside
// words and that nobody sees: portal texts write "đăng k\u200eý". Nothing that a
// person could read is lost, so nothing is put in their place.
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
