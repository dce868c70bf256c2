package code

import (
	"strings"

	"motcua/client/clean"
)

// maxCodeInput limits how much text is read as one code, in bytes. The longest code
// seen has 33 characters; the rest allows for blanks.
const maxCodeInput = 200

// plainCode turns what a person typed or pasted into the characters of codes: ASCII in
// upper case, '-' for every dash, '.' for every full stop, ' ' for every blank;
// invisible characters and a scanner's AIM prefix go. Other characters stay, for the
// error to name.
func plainCode(s string) string {
	s = clean.SameLetters(s)
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteRune(plainCodeRune(r))
	}
	return strings.Trim(withoutAIM(b.String()), " ")
}

func plainCodeRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r < 0x80 && r > ' ':
		return r
	case r >= 0xFF01 && r <= 0xFF5E: // full-width ASCII, including hyphen and full stop
		return plainCodeRune(r - 0xFF01 + '!')
	}
	switch r {
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', // hyphens, figure, en and em dash, bar
		'\u2212', '\u2043', '\u02D7', '\uFE58', '\uFE63', '\u2500', '\u30FC', '\uFF70':
		return '-'
	case '\u2044', '\u2215': // fraction and division slash
		return '/'
	case '\u3002', '\uFF61', '\u2024', '\uFE52': // ideographic and small full stops, one dot leader
		return '.'
	case ' ', '\t', '\n', '\r', '\v', '\f', '\x1C', '\x1D', '\x1E', '\x1F', '\u0085', '\u2028', '\u2029', '\u00A0', '\u1680', '\u202F', '\u205F', '\u3000':
		return ' '
	}
	if r >= '\u2000' && r <= '\u200A' {
		return ' '
	}
	return r
}

// digitOf reads a character where only a digit can stand: O is read as 0, and I or L
// as 1. It returns 0 when the character is no digit.
func digitOf(c byte) byte {
	switch c {
	case 'O', 'o':
		return '0'
	case 'I', 'i', 'L', 'l':
		return '1'
	}
	if c >= '0' && c <= '9' {
		return c
	}
	return 0
}

// digitsOf returns the digits of s without blanks; ok is false when s contains another
// character.
func digitsOf(s string) (digits string, ok bool) {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == ' ' {
			continue
		}
		d := digitOf(s[i])
		if d == 0 {
			return "", false
		}
		b.WriteByte(d)
	}
	return b.String(), true
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// agencyWithCommas matches an agency id, with dots or commas between its groups, up to
// the date of the code. It may include one character before the id.
var agencyWithCommas = pattern(`(?i)(?:^|[^0-9A-Z.])(?:000(?:[.,][0-9A-Z]{2,3}){1,5}|[A-Z][0-9]{2}(?:[.,][0-9]{2,3}){1,4}) *- *[0-9]{6}`)

// dotsForCommas replaces commas in an agency id by dots: the number keypads of
// Vietnamese keyboard layouts have a comma where others have the dot. A comma anywhere
// else separates two codes of a list and stays.
func dotsForCommas(s string) string {
	if strings.IndexByte(s, ',') < 0 {
		return s
	}
	return agencyWithCommas().ReplaceAllStringFunc(s, func(id string) string {
		return id[:1] + strings.ReplaceAll(id[1:], ",", ".") // the first character may precede the id
	})
}
