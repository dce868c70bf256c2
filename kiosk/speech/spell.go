package speech

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"motcua/tui/text"
)

// Spell writes a sentence out for a voice: dates, hours, amounts, codes and
// shortened words as they are said. What it has written out it leaves alone.
func Spell(l text.Lang, s string) string {
	if l == text.EN {
		return spellEN(s)
	}
	return spellVI(s)
}

var (
	dateSlash  = regexp.MustCompile(`\d+(?:/[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?)+`) // a date, or the number of a law
	clock      = regexp.MustCompile(`\b(\d{1,2})(?::|h)(\d{2})\b`)
	hourOnly   = regexp.MustCompile(`\b(\d{1,2})h\b`)
	thousands  = regexp.MustCompile(`\b\d{1,3}(?:[.,]\d{3})+\b`)
	procedure  = regexp.MustCompile(`\b\d\.\d{6}(?:\.[A-Z\d]+)*\b`)
	dossier    = regexp.MustCompile(`\b[A-Z]\d{2}(?:\.\d+)*-\d{6,8}-\d{3,}\b`)
	letterCode = regexp.MustCompile(`\b([A-Z]{1,4})(\d+)\b`)
	// A telephone, an identity card: no amount is as long.
	longNumber = regexp.MustCompile(`\b0\d{3,}\b|\b\d{9,}\b`)
	between    = regexp.MustCompile(`(\p{L})/(\p{L})`)
	manyBlanks = regexp.MustCompile(`\s+`)
)

// date reads "25/11/2026" or "25/11"; year is 0 where there is none.
func date(s string) (day, month, year int, ok bool) {
	var n [3]int
	parts := strings.Split(s, "/")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, 0, 0, false
	}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(p) > 2 && i < 2 || i == 2 && len(p) != 4 {
			return 0, 0, 0, false
		}
		n[i] = v
	}
	return n[0], n[1], n[2], n[0] >= 1 && n[0] <= 31 && n[1] >= 1 && n[1] <= 12
}

// replaceAll is ReplaceAllStringFunc with what stands before the match.
func replaceAll(re *regexp.Regexp, s string, with func(before, match string) string) string {
	var b strings.Builder
	end := 0
	for _, at := range re.FindAllStringIndex(s, -1) {
		b.WriteString(s[end:at[0]])
		b.WriteString(with(s[:at[0]], s[at[0]:at[1]]))
		end = at[1]
	}
	b.WriteString(s[end:])
	return b.String()
}

// ungroup takes the marks out of an amount: "7.000" -> "7000".
func ungroup(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }

func unzero(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return strconv.Itoa(n)
}

// spelled is a code character by character, with a pause between.
func spelled(l text.Lang, code string) string { return text.For(l).Spoken.Spell(code) }

// lowered writes words in capitals as others are written: a voice spells a
// heading such as "TRUNG TÂM" letter by letter. What is short and has no mark, or
// has no vowel, may be an abbreviation and stays.
func lowered(s string) string {
	return capitals.ReplaceAllStringFunc(s, func(w string) string {
		if !vowel(w) || utf8.RuneCountInString(w) < 5 && !marked(w) {
			return w
		}
		return strings.ToLower(w)
	})
}

func vowel(w string) bool { return strings.ContainsAny(norm.NFD.String(w), "AEIOUY") }

// marked tells whether a word has a mark that English lacks.
func marked(word string) bool {
	return strings.ContainsAny(word, "đĐ") || norm.NFD.String(word) != norm.NFC.String(word)
}

var capitals = regexp.MustCompile(`\p{Lu}{2,}`)

// whole replaces words, which must not be part of longer ones. Each is tried in
// order, the longer first.
func whole(s string, words [][2]string) string {
	for _, w := range words {
		s = replaceWord(s, w[0], w[1])
	}
	return s
}

func replaceWord(s, word, with string) string {
	var b strings.Builder
	for {
		at := strings.Index(s, word)
		if at < 0 {
			return b.String() + s
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(word):])
		inside := at > 0 && isWord(before) || !strings.HasSuffix(word, ".") && at+len(word) < len(s) && isWord(after)
		if at == 0 && b.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(b.String())
			inside = inside || isWord(last)
		}
		if inside {
			b.WriteString(s[:at+len(word)])
		} else {
			b.WriteString(s[:at] + with)
			if strings.HasSuffix(word, ".") && isWord(after) {
				b.WriteByte(' ')
			}
		}
		s = s[at+len(word):]
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
