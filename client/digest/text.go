package digest

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Strings before they are tokens: white space, bullets in front, marks at the end.

// pattern is a regular expression that is compiled when it is first asked: every command
// starts with this package, and few read a page.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// foldSpace makes every run of white space one blank. Cleaned strings mostly
// are so already.
func foldSpace(s string) string {
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

// counterRE is a counter in front of a row: "a)", "(ii)", "1.2.", "đ.1)", "4-".
var counterRE = pattern(`^(?:\(?(?:[ivx]{1,4}|\d{1,2})\)\.?\s*|\([a-zđ]\)\s*|\(\d{1,2}(?:\.\d{1,2})+\)\s*|[a-zđ]\.?\d{0,2}\)\s*|\d{1,2}(?:\.\d{1,2})*\.\s+|\d{1,2}\s?[-–]\s+|\d{1,2}/\s+|[ivx]{1,4}\.\s+|[IVX]{1,4}\.\s+|[a-zđ](?:\.\d{1,2})?\.\s+)`)

// stripBullet drops the source's bullets and counters, also several in a row:
// "- (i) ..Văn bản".
func stripBullet(s string) string {
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

// bulletLevel is how deep a row's bullet stands: 0 without one.
func bulletLevel(raw string) int {
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

// trimEnd drops final punctuation, but keeps a bracket or quotation mark that
// closes something.
func trimEnd(s string) string {
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

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lowerFirst lowers the first letter unless the word is an abbreviation.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || unicode.IsUpper(next) || unicode.IsDigit(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// outside is a clause without its bracketed parts.
func outside(s string) string {
	if strings.IndexByte(s, '(') < 0 {
		return s
	}
	return brackets().ReplaceAllString(s, "")
}

var brackets = pattern(`\s*\([^()]*(?:\([^()]*\)[^()]*)*\)`)

func hasLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
