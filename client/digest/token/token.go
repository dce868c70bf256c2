package token

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A row as tokens, and lexicons, which find phrases of several words in them.

// Kind distinguishes words, numbers and marks.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // only letters
	Number             // contains a digit: "02", "4cm", "104/2022/NĐ-CP"
	Mark               // a single other character
)

// Token is a word, a number ("104/2022/NĐ-CP", "02", "4cm") or a mark of a row.
type Token struct {
	Word   string // in lower case and one spelling: "uỷ" and "ủy" are the same
	Lo, Hi int    // byte offsets in the row
	Kind   Kind
	Upper  bool
	Depth  int // the number of brackets around it; a bracket counts itself
}

// Piece is a range of tokens of a row: From is the first, To is after the last.
type Piece struct {
	From, To int
}

// Between returns the piece [from, to).
func Between(from, to int) Piece { return Piece{from, to} }

// Empty reports whether the piece has no tokens.
func (p Piece) Empty() bool { return p.From >= p.To }

// Line is a row split into tokens.
type Line struct {
	Row    string // the row's text
	Tokens []Token
}

// spelling unifies the two ways of placing a tone mark. The two forms of a pair have the same
// number of bytes, so offsets stay valid. Before another letter there is only one way: "ngoài",
// "toàn", "khuỷu".
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
	all = append(all, "trưởng hợp", "trường hợp") // a typing error of several pages
	return strings.NewReplacer(append(all, pairs...)...)
}()

// Lowered returns s in lower case and one spelling, with the same number of bytes.
func Lowered(s string) string {
	return spelling.Replace(strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s))
}

// Scan splits a row into tokens. s must be valid UTF-8 with folded white space.
func Scan(s string) *Line {
	l := &Line{Row: s, Tokens: make([]Token, 0, len(s)/4+4)}
	low := Lowered(s)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case IsLetter(r):
			j := wordEnd(s, i)
			k := Word
			if strings.IndexFunc(s[i:j], unicode.IsDigit) >= 0 {
				k = Number
			}
			l.Tokens = append(l.Tokens, Token{Word: low[i:j], Lo: i, Hi: j, Kind: k, Upper: unicode.IsUpper(r)})
			i = j
		default:
			l.Tokens = append(l.Tokens, Token{Word: low[i : i+n], Lo: i, Hi: i + n, Kind: Mark})
			i += n
		}
	}
	l.nest()
	return l
}

// wordEnd returns the end of the word that starts at i. Marks inside a number or a code belong
// to it: "01/7/2025", "NĐ-CP", "1.2", "TP.HCM", "4x6".
func wordEnd(s string, i int) int { //nolint:cyclop // one rule of the grammar, read from top to bottom
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if IsLetter(r) || unicode.Is(unicode.Mn, r) {
			// "đầu tưMẫu I": two words without a blank.
			if last, _ := utf8.DecodeLastRuneInString(s[:i]); i > start && unicode.IsUpper(r) && unicode.IsLower(last) && strings.IndexFunc(s[start:i], unicode.IsUpper) <= 0 && i-start > 2 {
				return i
			}
			if i > start && (strings.HasPrefix(s[i:], "Mẫu ") || strings.HasPrefix(s[i:], "Mau ")) {
				return i // "nhóm IVMau 02"
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

// nest sets the depth of each token. A bracket without its partner is ignored.
func (l *Line) nest() {
	var open []int
	mate := map[int]int{}
	for i, t := range l.Tokens {
		switch t.Word {
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
	for i := range l.Tokens {
		_, paired := mate[i]
		if paired && l.Tokens[i].Word == "(" {
			depth++
		}
		l.Tokens[i].Depth = depth
		if paired && l.Tokens[i].Word == ")" {
			depth--
		}
	}
}

// Closing returns the position after the bracket that opens at i.
func (l *Line) Closing(i, end int) int {
	d := l.Tokens[i].Depth
	for j := i + 1; j < end; j++ {
		if l.Tokens[j].Word == ")" && l.Tokens[j].Depth == d {
			return j + 1
		}
	}
	return end
}

// Text returns the source's words of a piece.
func (l *Line) Text(p Piece) string {
	if p.Empty() {
		return ""
	}
	return l.Row[l.Tokens[p.From].Lo:l.Tokens[p.To-1].Hi]
}

// At returns the word at i, or "" if i is out of range.
func (l *Line) At(i int) string {
	if i < 0 || i >= len(l.Tokens) {
		return ""
	}
	return l.Tokens[i].Word
}

// SkipBullets skips bullets and counters at the beginning of a piece.
func (l *Line) SkipBullets(p Piece) Piece {
	if p.Empty() {
		return p
	}
	from, to := l.Tokens[p.From].Lo, l.Tokens[p.To-1].Hi
	rest := StripBullet(l.Row[from:to])
	at := to - len(rest)
	for p.From < p.To && l.Tokens[p.From].Lo < at {
		p.From++
	}
	return p
}

// Lexicon finds phrases of several words, preferring the longest. Like a pattern it is prepared
// at its first use.
type Lexicon struct {
	phrases []string // separated by "|"
	once    sync.Once
	byFirst map[string][][]string // by their first word
}

// NewLexicon returns a lexicon of phrases; in each string "
//
// " separates two of them.
func NewLexicon(phrases ...string) *Lexicon { return &Lexicon{phrases: phrases} }

// spaced puts blanks around the marks that are tokens.
var spaced = strings.NewReplacer(":", " : ", ",", " , ", "(", " ( ", ")", " ) ")

func (x *Lexicon) begun(word string) [][]string {
	x.once.Do(x.read)
	return x.byFirst[word]
}

func (x *Lexicon) read() {
	x.byFirst = map[string][][]string{}
	for _, group := range x.phrases {
		for p := range strings.SplitSeq(group, "|") {
			words := strings.Fields(Lowered(spaced.Replace(p)))
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

// Match returns the number of tokens of the longest phrase at i, or 0.
func (x *Lexicon) Match(l *Line, i, end int) int {
	if i >= end {
		return 0
	}
next:
	for _, words := range x.begun(l.Tokens[i].Word) {
		if i+len(words) > end {
			continue
		}
		for j, w := range words {
			if l.Tokens[i+j].Word != w {
				continue next
			}
		}
		return len(words)
	}
	return 0
}

// Find returns the first position in p at that depth where a phrase begins, and its length.
func (x *Lexicon) Find(l *Line, p Piece, depth int) (at, n int) {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Depth != depth {
			continue
		}
		if n := x.Match(l, i, p.To); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// In reports whether a phrase occurs anywhere in p.
func (x *Lexicon) In(l *Line, p Piece) bool {
	for i := p.From; i < p.To; i++ {
		if x.Match(l, i, p.To) > 0 {
			return true
		}
	}
	return false
}

// Span is the bytes [From, To) of a row's text.
type Span struct{ From, To int }
