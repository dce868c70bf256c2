package token

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Strings before tokens are made of them: white space, bullets at the beginning, marks at the
// end.

// Pattern returns a regular expression that is compiled at its first use, because every command
// starts with this package and few of them read a page.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// FoldSpace replaces each run of white space by one blank. Most cleaned strings need no change.
func FoldSpace(s string) string {
	blank := true
	for _, r := range s {
		space := unicode.IsSpace(r)
		if space && (blank || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = space
	}
	return strings.TrimSuffix(s, " ")
}

// counterRE matches a counter at the beginning of a row: "a)", "(ii)", "1.2.", "đ.1)", "4-".
var counterRE = Pattern(`^(?:\(?(?:[ivx]{1,4}|\d{1,2})\)\.?\s*|\([a-zđ]\)\s*|\(\d{1,2}(?:\.\d{1,2})+\)\s*|[a-zđ]\.?\d{0,2}\)\s*|\d{1,2}(?:\.\d{1,2})*\.\s+|\d{1,2}\s?[-–]\s+|\d{1,2}/\s+|[ivx]{1,4}\.\s+|[IVX]{1,4}\.\s+|[a-zđ](?:\.\d{1,2})?\.\s+)`)

// StripBullet drops the source's bullets and counters, even several in a row: "- (i) ..Văn
// bản".
func StripBullet(s string) string {
	for {
		t := strings.TrimLeftFunc(s, isBullet)
		if m := counterRE().FindString(t); m != "" {
			t = t[len(m):]
		}
		if t == s {
			return s
		}
		s = t
	}
}

func isBullet(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("-–—+*•·●▪■□◦:;,./)|_~!", r) ||
		unicode.Is(unicode.Co, r) || r == utf8.RuneError || !unicode.IsGraphic(r)
}

// BulletLevel returns the depth of a row's bullet, 0 for none.
func BulletLevel(raw string) int {
	s := strings.TrimLeftFunc(raw, unicode.IsSpace)
	switch {
	case s == "":
		return 0
	case s[0] == '*':
		return 1
	case s[0] == '-' || strings.HasPrefix(s, "–"):
		return 2
	case s[0] == '+':
		return 3
	case counterRE().MatchString(s):
		return 4
	default:
		return 0
	}
}

// TrimEnd drops punctuation at the end, but keeps a closing bracket or quotation mark with an
// opening one.
func TrimEnd(s string) string {
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 {
			return s
		}
		open := strings.ContainsRune("([{“«\"'", r)
		closed := strings.ContainsRune(")]}”»%", r)
		switch {
		case r == ')' && strings.Count(s, "(") < strings.Count(s, ")"):
		case closed, r == '…':
			return s
		case unicode.IsSpace(r), unicode.IsPunct(r), open, r == '+', r == utf8.RuneError:
		default:
			return s
		}
		s = s[:len(s)-n]
	}
}

// UpperFirst returns s with its first letter as a capital.
func UpperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// LowerFirst makes the first letter lower case, unless the word is an abbreviation.
func LowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) || unicode.IsDigit(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// Outside returns a clause without its parts in brackets.
func Outside(s string) string {
	if strings.IndexByte(s, '(') < 0 {
		return s
	}
	return brackets().ReplaceAllString(s, "")
}

var brackets = Pattern(`\s*\([^()]*(?:\([^()]*\)[^()]*)*\)`)

// IsLetter reports whether a rune is a letter or a digit.
func IsLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// maxText limits how many bytes of a text are read; rules are at the beginning.
const maxText = 20_000

// Beginning returns the part of a text that is read: its first 20,000 bytes.
func Beginning(text string) string {
	if len(text) <= maxText {
		return text
	}
	return strings.ToValidUTF8(text[:maxText], "")
}
