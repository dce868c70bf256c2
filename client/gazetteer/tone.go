package gazetteer

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// late is an open syllable whose tone mark stands on its second vowel: "hoà", "huỷ". After
// q the u is part of the consonant: "quý" is right.
var late = regexp.MustCompile(`(?i)(^|[^q\p{M}])(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)(\P{L}|$)`)

var early = func() *strings.Replacer {
	var pairs []string
	for _, p := range [][2]string{
		{"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"}, {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
		{"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
	} {
		pairs = append(pairs, p[0], p[1], strings.ToUpper(p[0]), strings.ToUpper(p[1]))
	}
	return strings.NewReplacer(pairs...)
}()

// toneMarks writes a name in the style of the portals, with the mark on the first vowel of
// an open syllable: "Hòa Bình". The sources mix both styles, and the same name must be the
// same text. Words are NFC.
func toneMarks(s string) string {
	if !late.MatchString(s) {
		return s
	}
	// Matches share the letters between them, so a second pass finds the neighbours.
	for range 2 {
		s = late.ReplaceAllStringFunc(s, early.Replace)
	}
	return s
}

// cut bounds a text to n bytes, at the beginning of a letter.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
