package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes a string comparable the way people type it: lower case, without tone and
// vowel marks, đ and its look-alikes (see SameLetters) as d, compatibility forms
// (full width, ligatures, non-breaking blanks) as plain letters, without invisible
// characters. "Đăng ký KHAI SINH" gives "dang ky khai sinh".
//
// It keeps spaces and punctuation. Folding twice changes nothing.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	// An invalid byte would stop NFKD from decomposing the letter beside it.
	for _, r := range norm.NFKD.String(SameLetters(strings.ToValidUTF8(s, "\uFFFD"))) {
		switch {
		// NFKD decomposes every Vietnamese letter but đ, which has no
		// decomposition in Unicode.
		case r == 'đ', r == 'Đ':
			b.WriteByte('d')
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// HasWords tells whether all words are words of a name, in any order, without marks and case.
func HasWords(name, words string) bool {
	of := strings.Fields(Fold(name))
	for w := range strings.FieldsSeq(Fold(words)) {
		if !slices.Contains(of, w) {
			return false
		}
	}
	return true
}
