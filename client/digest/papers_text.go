package digest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// stripBullet drops the source's bullets and counters, also several in a row:
// "- (i) ..Văn bản".
func stripBullet(s string) string {
	for {
		t := strings.TrimLeftFunc(s, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune("-–—+*•·●▪■□◦:;,./)|_~", r) ||
				unicode.Is(unicode.Co, r) || r == utf8.RuneError || !unicode.IsGraphic(r)
		})
		t = counterRE.ReplaceAllString(t, "")
		if t == s {
			return s
		}
		s = t
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

// cutWords cuts at a word's end and says so.
func cutWords(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	r := []rune(s)[:limit-1]
	cut := string(r)
	if i := strings.LastIndexFunc(cut, unicode.IsSpace); i > 0 {
		cut = cut[:i]
	}
	// A phrase that ends is better than one that breaks off.
	if i := max(strings.LastIndex(cut, ", "), strings.LastIndex(cut, "; "), strings.LastIndex(cut, " hoặc ")); i > 0 && utf8.RuneCountInString(cut[:i]) >= limit*5/8 {
		cut = cut[:i]
	}
	cut = dangling.ReplaceAllString(trimEnd(cut), "")
	if strings.Count(cut, "(") > strings.Count(cut, ")") {
		if i := strings.LastIndex(cut, "("); i > 0 {
			cut = trimEnd(cut[:i])
		}
	}
	return strings.TrimRight(trimEnd(cut), "… ") + "…"
}

// Small words that cannot end a phrase.
var dangling = regexp.MustCompile(`(?i)(?:[\s,]+(?:và|hoặc|của|do|về|việc|về việc|theo|tại|cho|đối|với|đối với|trong|từ|có|là|các|những|được|bị|để|mà|thì|kèm|đã|ở|khi|nếu|bằng|số|như))+$`)

// firstSentence ends at the first full stop that ends a sentence.
func firstSentence(s string) string {
	if m := sentenceEnd.FindStringIndex(s); m != nil {
		return s[:m[0]]
	}
	return s
}

var sentenceEnd = regexp.MustCompile(`[.]\s+\p{Lu}`)

// firstClause ends at the first semicolon, full stop or explanatory colon that
// stands outside brackets.
func firstClause(s string) string {
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ';':
			if depth == 0 {
				return s[:i]
			}
		case '.', ':':
			rest := s[i+1:]
			if depth == 0 && (rest == "" || rest[0] == ' ') && !(r == ':' && i == 0) {
				return s[:i]
			}
		}
	}
	return s
}

var brackets = regexp.MustCompile(`\s*\([^()]*(?:\([^()]*\)[^()]*)*\)`)

// outside is a clause without its bracketed parts.
func outside(s string) string {
	if strings.IndexByte(s, '(') < 0 {
		return s
	}
	return brackets.ReplaceAllString(s, "")
}

// splitPieces splits at the semicolons that stand outside brackets.
func splitPieces(s string) []string {
	var out []string
	for {
		depth, at := 0, -1
		for i, r := range s {
			switch {
			case r == '(':
				depth++
			case r == ')':
				depth = max(0, depth-1)
			case r == ';' && depth == 0:
				at = i
			}
			if at >= 0 {
				break
			}
		}
		if at < 0 {
			return append(out, s)
		}
		out, s = append(out, s[:at]), s[at+1:]
	}
}
