package digest

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A row as tokens, and lexicons, which find phrases of several words in them.

// tokenKind tells words from numbers and marks.
type tokenKind uint8

const (
	tokenWord tokenKind = iota
	tokenNumber
	tokenMark
)

// token is a word, a number ("104/2022/NĐ-CP", "02", "4cm") or a mark of a row.
type token struct {
	word   string // lower case, in one spelling: "uỷ" and "ủy" are one
	lo, hi int    // bytes of the row
	kind   tokenKind
	upper  bool
	depth  int // brackets around it; a bracket counts as inside itself
}

// piece is a run of tokens [a, b) of a row.
type piece struct{ a, b int }

func (p piece) empty() bool { return p.a >= p.b }

// line is a row taken apart.
type line struct {
	s string
	t []token
}

// spelling brings the two ways of placing a tone mark to one. Every pair has as
// many bytes, so that offsets stay. Before another letter there is but one way:
// "ngoài", "toàn", "khuỷu".
var spelling = func() *strings.Replacer {
	pairs := []string{
		"uỷ", "ủy", "uý", "úy", "uỵ", "ụy",
		"oá", "óa", "oà", "òa", "oả", "ỏa", "oã", "õa", "oạ", "ọa",
		"oé", "óe", "oè", "òe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	}
	var all []string
	for i := 0; i < len(pairs); i += 2 {
		for _, next := range "ntcimpuyho" {
			closed := pairs[i] + string(next)
			all = append(all, closed, closed)
		}
	}
	return strings.NewReplacer(append(all, pairs...)...)
}()

// lowered is s in lower case and one spelling, byte for byte as long as s.
func lowered(s string) string {
	return spelling.Replace(strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s))
}

// scan takes a row apart. The white space of s is folded and s is valid UTF-8.
func scan(s string) *line {
	l := &line{s: s, t: make([]token, 0, len(s)/4+4)}
	low := lowered(s)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case hasLetter(r):
			j := wordEnd(s, i)
			k := tokenWord
			if strings.IndexFunc(s[i:j], unicode.IsDigit) >= 0 {
				k = tokenNumber
			}
			l.t = append(l.t, token{word: low[i:j], lo: i, hi: j, kind: k, upper: unicode.IsUpper(r)})
			i = j
		default:
			l.t = append(l.t, token{word: low[i : i+n], lo: i, hi: i + n, kind: tokenMark})
			i += n
		}
	}
	l.nest()
	return l
}

// wordEnd is where the word that starts at i ends. Marks inside a number or a
// code belong to it: "01/7/2025", "NĐ-CP", "1.2", "TP.HCM", "4x6".
func wordEnd(s string, i int) int { //nolint:cyclop // one rule of the grammar, read from top to bottom
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if hasLetter(r) || unicode.Is(unicode.Mn, r) {
			// "đầu tưMẫu I": two words that run together.
			if last, _ := utf8.DecodeLastRuneInString(s[:i]); i > start && unicode.IsUpper(r) && unicode.IsLower(last) && strings.IndexFunc(s[start:i], unicode.IsUpper) <= 0 && i-start > 2 {
				return i
			}
			i += n
			continue
		}
		if !strings.ContainsRune("./-–&,_", r) || i+n >= len(s) {
			break
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		last, _ := utf8.DecodeLastRuneInString(s[:i])
		digits := unicode.IsDigit(last) && unicode.IsDigit(next)
		code := unicode.IsUpper(last) && unicode.IsUpper(next) || strings.IndexFunc(s[start:i], unicode.IsDigit) >= 0 && (unicode.IsUpper(next) || unicode.IsDigit(next)) ||
			unicode.IsUpper(last) && unicode.IsDigit(next)
		if !(digits || r != ',' && code) {
			break
		}
		i += n
	}
	return i
}

// nest counts the brackets around each token. A bracket without its mate counts
// for nothing.
func (l *line) nest() {
	var open []int
	mate := map[int]int{}
	for i, t := range l.t {
		switch t.word {
		case "(":
			open = append(open, i)
		case ")":
			if n := len(open); n > 0 {
				mate[open[n-1]], mate[i] = i, open[n-1]
				open = open[:n-1]
			}
		}
	}
	depth := 0
	for i := range l.t {
		_, paired := mate[i]
		if paired && l.t[i].word == "(" {
			depth++
		}
		l.t[i].depth = depth
		if paired && l.t[i].word == ")" {
			depth--
		}
	}
}

// closing is behind the bracket that opens at i.
func (l *line) closing(i, end int) int {
	d := l.t[i].depth
	for j := i + 1; j < end; j++ {
		if l.t[j].word == ")" && l.t[j].depth == d {
			return j + 1
		}
	}
	return end
}

// text is the source's words of a piece.
func (l *line) text(p piece) string {
	if p.empty() {
		return ""
	}
	return l.s[l.t[p.a].lo:l.t[p.b-1].hi]
}

// at is the word at i, "" behind the end.
func (l *line) at(i int) string {
	if i < 0 || i >= len(l.t) {
		return ""
	}
	return l.t[i].word
}

// skipBullets drops bullets and counters in front of a piece.
func (l *line) skipBullets(p piece) piece {
	if p.empty() {
		return p
	}
	from, to := l.t[p.a].lo, l.t[p.b-1].hi
	rest := stripBullet(l.s[from:to])
	at := to - len(rest)
	for p.a < p.b && l.t[p.a].lo < at {
		p.a++
	}
	return p
}

// lexicon finds phrases of several words, the longest first. Like a pattern it is made
// when it is first asked.
type lexicon struct {
	phrases []string // "|" stands between two
	once    sync.Once
	byFirst map[string][][]string // by their first word
}

func newLexicon(phrases ...string) *lexicon { return &lexicon{phrases: phrases} }

// spaced sets the signs apart that are tokens of their own.
var spaced = strings.NewReplacer(":", " : ", ",", " , ", "(", " ( ", ")", " ) ")

func (x *lexicon) begun(word string) [][]string {
	x.once.Do(x.read)
	return x.byFirst[word]
}

func (x *lexicon) read() {
	x.byFirst = map[string][][]string{}
	for _, group := range x.phrases {
		for p := range strings.SplitSeq(group, "|") {
			words := strings.Fields(lowered(spaced.Replace(p)))
			if len(words) == 0 {
				continue
			}
			list := x.byFirst[words[0]]
			i := 0
			for i < len(list) && len(list[i]) >= len(words) {
				i++
			}
			x.byFirst[words[0]] = slices.Insert(list, i, words)
		}
	}
}

// match is how many tokens of the longest phrase stand at i, 0 when none does.
func (x *lexicon) match(l *line, i, end int) int {
	if i >= end {
		return 0
	}
next:
	for _, words := range x.begun(l.t[i].word) {
		if i+len(words) > end {
			continue
		}
		for j, w := range words {
			if l.t[i+j].word != w {
				continue next
			}
		}
		return len(words)
	}
	return 0
}

// find is the first place in p at the given depth where a phrase stands.
func (x *lexicon) find(l *line, p piece, depth int) (at, n int) {
	for i := p.a; i < p.b; i++ {
		if l.t[i].depth != depth {
			continue
		}
		if n := x.match(l, i, p.b); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// in tells whether a phrase stands anywhere in p.
func (x *lexicon) in(l *line, p piece) bool {
	for i := p.a; i < p.b; i++ {
		if x.match(l, i, p.b) > 0 {
			return true
		}
	}
	return false
}
