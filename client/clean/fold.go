package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes a string comparable the way people type it: lower case, without
// tone and vowel marks, đ and what looks like it (see SameLetters) as d,
// compatibility forms (full width, ligatures, non-breaking blanks) as their
// plain letters, without marks that nobody sees. "Đăng ký KHAI SINH" gives
// "dang ky khai sinh".
//
// It keeps spaces and punctuation, and folding twice changes nothing.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	// A byte that is no UTF-8 would keep its neighbour from being taken apart.
	for _, r := range norm.NFKD.String(SameLetters(strings.ToValidUTF8(s, "\uFFFD"))) {
		switch {
		// NFD takes every Vietnamese letter apart but đ, which has no
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
