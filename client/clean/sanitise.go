package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of one outside string, in code points. A name on a portal rarely has more
// than 500 letters; the longest text seen has 30 KB.
const (
	maxNameRunes = 2_000
	maxTextRunes = 100_000
	maxMarks     = 4 // combining marks on one letter; Vietnamese needs two
)

// dropped replaces what was taken out of an outside string.
const dropped = utf8.RuneError

// Line makes an outside string safe to show on one line. The result
//
//   - is NFC and valid UTF-8, at most 2,000 code points; a longer one ends in "…";
//   - uses the letters of SameLetters, so Đ for Ð;
//   - holds letters, marks, digits, punctuation, symbols and single blanks
//     only: no control or format character, no bidirectional override, tag,
//     variation selector, private-use or unassigned code point, no braille;
//   - carries at most four combining marks on a letter and none without a letter;
//   - has U+FFFD where something was dropped, one for a run.
//
// Cleaning twice changes nothing. The rules keep escape sequences away from the
// terminal: one in a rendered text can end the whole program.
func Line(s string) string { return clean(s, maxNameRunes, false) }

// Text is Line for a text of several lines, up to 100,000 code points.
// Every kind of line end becomes a line feed, at most one empty line stands
// between two others, and embedded data URIs are cut out.
func Text(s string) string { return clean(s, maxTextRunes, true) }

func clean(s string, limit int, lines bool) string {
	if plain(s) {
		return s
	}
	s = SameLetters(strings.ToValidUTF8(s, string(dropped)))
	if lines {
		s = CutDataURIs(s)
	}
	w := cleaner{limit: limit, lines: lines}
	w.b.Grow(min(len(s), 4*limit))
	for _, r := range s {
		if !w.add(r) {
			break
		}
	}
	return w.b.String()
}

// plain reports whether s needs no work: short printable ASCII with single blanks, as
// most codes, numbers and dates are.
func plain(s string) bool {
	if len(s) > 256 {
		return false
	}
	blank := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && blank, c < ' ', c > '~', c == ':':
			return false // ':' could begin a data URI
		default:
			blank = c == ' '
		}
	}
	return s == "" || !blank
}

// cleaner writes one clean string, code point by code point.
type cleaner struct {
	b     strings.Builder
	limit int
	lines bool

	n     int  // code points written
	feeds int  // line feeds to write before the next visible character
	blank bool // a blank to write before the next visible character
	marks int  // marks on the last written letter; -1 when it takes none
	gap   bool // the last character written is U+FFFD
	cr    bool // the last character read is CR
}

// add takes the next code point and reports whether there is room for more.
func (w *cleaner) add(r rune) bool {
	afterCR := w.cr
	w.cr = r == '\r'
	switch {
	case r > ' ' && r < 0x7F, r >= 0x00C0 && r <= 0x024F, r >= 0x1E00 && r <= 0x1EFF:
		return w.write(r) // Latin with the Vietnamese letters: nearly all characters
	case r == '\n' && afterCR:
		return true
	case isLineEnd(r):
		w.feeds++
		return true
	case unicode.IsSpace(r):
		w.blank = true
		return true
	case unicode.Is(unicode.M, r):
		return w.mark(r)
	case !shown(r):
		return w.write(dropped)
	}
	return w.write(bullet(r))
}

// mark handles a combining mark. A mark without a letter would attach to whatever the
// screen shows before it; too many marks would cover the lines around.
func (w *cleaner) mark(r rune) bool {
	bare := w.n == 0 || w.blank || w.feeds > 0 || w.marks < 0
	if bare || w.marks >= maxMarks || hiddenOrEnclosing(r) {
		return w.write(dropped)
	}
	marks := w.marks + 1
	ok := w.write(r)
	w.marks = marks
	return ok
}

// write writes r after the pending white space. It reserves one place for the "…" of
// a cut.
func (w *cleaner) write(r rune) bool {
	space := w.space()
	if r == dropped && w.gap && space == "" {
		return true
	}
	if w.n+len(space)+1 >= w.limit {
		w.b.WriteRune('…')
		return false
	}
	w.b.WriteString(space)
	w.b.WriteRune(r)
	w.n += len(space) + 1
	w.feeds, w.blank, w.gap = 0, false, r == dropped
	w.marks = 0
	if r == dropped {
		w.marks = -1
	}
	return true
}

func (w *cleaner) space() string {
	switch {
	case w.n == 0:
		return ""
	case w.lines && w.feeds > 1:
		return "\n\n"
	case w.lines && w.feeds == 1:
		return "\n"
	case w.blank || w.feeds > 0:
		return " "
	default:
		return ""
	}
}

func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// shown reports whether a code point other than white space and marks may reach a
// screen. Unassigned code points may not, because their width is unknown.
func shown(r rune) bool {
	switch {
	case r >= 0x2800 && r <= 0x28FF: // braille patterns: screen readers read them as dots
		return false
	case r >= 0x1F1E6 && r <= 0x1F1FF: // regional indicators join into flags
		return false
	case r >= 0x1F3FB && r <= 0x1F3FF: // skin tones join into the emoji before
		return false
	case isPictureBullet(r):
		return true
	case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return false // Hangul fillers: letters without a glyph
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S)
}

// hiddenOrEnclosing reports whether r is a mark that no text here needs: a variation
// selector or another invisible one, or one that encloses a letter, as in keycap
// emoji. Programs disagree about the width of the result.
func hiddenOrEnclosing(r rune) bool {
	return unicode.In(r, unicode.Me, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// isPictureBullet reports whether r is a bullet of the Symbol or Wingdings fonts, which
// word processors write as private-use code points.
func isPictureBullet(r rune) bool {
	switch r {
	case 0xF02D, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC:
		return true
	}
	return false
}

func bullet(r rune) rune {
	if isPictureBullet(r) {
		return '-'
	}
	return r
}
