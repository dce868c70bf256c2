package client

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Limits of one outside string. A name on a portal rarely passes 500 letters, a
// text 30 KB.
const (
	maxNameRunes = 2_000
	maxTextRunes = 60_000
	maxMarks     = 4 // combining marks on one letter; Vietnamese needs two
)

// Clean makes an outside string safe to show on one line: NFC, no control,
// format, bidirectional, private-use or noncharacter code points, white space
// folded to single blanks. U+FFFD stands where something was dropped.
func Clean(s string) string { return clean(s, maxNameRunes, false) }

// CleanText is Clean for texts of several lines: line feeds stay.
func CleanText(s string) string { return clean(s, maxTextRunes, true) }

func clean(s string, limit int, lines bool) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	n, marks, blank := 0, 0, true
	for _, r := range s {
		if n >= limit {
			break
		}
		if lines && r == '\n' {
			b.WriteRune(r)
			n, marks, blank = n+1, 0, true
			continue
		}
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
				n++
			}
			marks, blank = 0, true
			continue
		}
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) {
			if marks++; marks > maxMarks {
				continue
			}
		} else {
			marks = 0
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF {
			r = '\uFFFD'
		}
		b.WriteRune(r)
		n, blank = n+1, false
	}
	return strings.TrimSpace(b.String())
}
