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

// Spell prepares free text of portals, agencies and operators for a voice by writing it
// out. Such text has no marks that say where a date, a time, an amount, the number of a law
// or an abbreviation is, so each is recognised by its form. What the program itself says
// arrives as spans and is prepared for the ear before it gets here (view.Ear): days of
// appointments and of steps, codes, columns. Of the program's own words only the names of
// keys are written out here (Enter, F10), because the list of clips has them as printed on
// the keys. Spelling a text twice changes nothing.
func Spell(l text.Lang, s string) string {
	if l == text.EN {
		return spellEN(s)
	}
	return spellVI(s)
}

var (
	dateSlash  = regexp.MustCompile(`\d+(?:/[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?)+`) // a date, or the number of a law
	clock      = regexp.MustCompile(`\b(\d{1,2})(?::|h)(\d{2})\b`)                  // used after amounts: in "1:10.000", a map's scale, it would find ten past one
	scale      = regexp.MustCompile(`\b1:(\d{3,})\b`)
	hourOnly   = regexp.MustCompile(`\b(\d{1,2})h\b`)
	thousands  = regexp.MustCompile(`\b\d{1,3}(?:[.,]\d{3})+\b`)
	procedure  = regexp.MustCompile(`\b\d\.\d{6}(?:\.[A-Z\d]+)*\b`)
	dossier    = regexp.MustCompile(`\b[A-Z]\d{2}(?:\.\d+)*-\d{6,8}-\d{3,}\b`) // a code in an agency's note
	letterCode = regexp.MustCompile(`\b([A-Z]{1,4})(\d+)\b`)
	// The number of a telephone or an identity card: no amount is as long.
	longNumber = regexp.MustCompile(`\b0\d{3,}\b|\b\d{9,}\b`)
	between    = regexp.MustCompile(`(\p{L})/(\p{L})`)
	manyBlanks = regexp.MustCompile(`\s+`)
)

// date parses "25/11/2026" or "25/11"; year is 0 where there is none.
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

// replaceAll is ReplaceAllStringFunc whose function also gets the text before the match.
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

// ungroup removes the separators from an amount: "7.000" -> "7000".
func ungroup(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }

func unzero(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return strconv.Itoa(n)
}

// spelled spells a code character by character, with a pause between them.
func spelled(l text.Lang, code string) string { return text.For(l).Spoken.Spell(code) }

// lowered writes words in capital letters in lower case: a voice spells a heading such as
// "TRUNG TÂM" letter by letter. A word that is short and has no diacritic, or has no vowel,
// may be an abbreviation and stays.
func lowered(s string) string {
	return capitals.ReplaceAllStringFunc(s, func(w string) string {
		if !vowel(w) || utf8.RuneCountInString(w) < 5 && !marked(w) {
			return w
		}
		return strings.ToLower(w)
	})
}

func vowel(w string) bool { return strings.ContainsAny(norm.NFD.String(w), "AEIOUY") }

// marked reports whether a word has a diacritic, which English words lack.
func marked(word string) bool {
	return strings.ContainsAny(word, "đĐ") || norm.NFD.String(word) != norm.NFC.String(word)
}

var capitals = regexp.MustCompile(`\p{Lu}{2,}`)

// whole replaces whole words, not parts of longer words. It tries them in order, so longer
// ones must come first.
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
