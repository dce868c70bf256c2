// Package number finds procedures by their codes, as people type them: whole, in prose, of
// one case or one province, without the dot, incomplete, or only the digits after the dot.
package number

import (
	"slices"
	"strings"
	"unicode"

	"motcua/client/clean"
	"motcua/client/code"
)

// Index finds procedures by their number.
type Index struct {
	digits []string         // doc -> its code without the dot
	byCode map[string]int32 // code -> doc
}

// New returns an index of n docs; codeOf returns the code of one, "" for none.
func New(n int, codeOf func(doc int) string) Index {
	x := Index{byCode: map[string]int32{}}
	for i := range n {
		c := codeOf(i)
		if c == "" {
			continue
		}
		if x.digits == nil {
			x.digits, x.byCode = make([]string, n), make(map[string]int32, n)
		}
		x.digits[i] = strings.ReplaceAll(c, ".", "")
		x.byCode[c] = int32(i)
	}
	return x
}

// Doc returns the doc with a code.
func (x Index) Doc(code string) (int32, bool) {
	doc, ok := x.byCode[code]
	return doc, ok
}

// Match is a doc whose code is what was typed, or has it as a part.
type Match struct {
	Doc   int32
	Score float32 // in the units of package find
}

// minPart is the least number of digits for a search in the middle of a code.
const minPart = 4

// Find reads what was typed as a code, or a part of one. It returns nothing when the text is
// neither.
func (x Index) Find(typed string) []Match {
	if c, ok := code.FindProcedure(typed); ok {
		if doc, ok := x.byCode[c.Base()]; ok {
			return []Match{{doc, 100}}
		}
	}
	digits := digitsOf(typed)
	if len(digits) < 3 && !begun(typed) {
		return nil
	}
	var list []Match
	for i, d := range x.digits {
		score := float32(0)
		switch {
		case strings.HasPrefix(d, digits):
			score = 100
		case len(d) > 1 && strings.HasPrefix(d[1:], digits) && len(digits) >= minPart:
			score = 70
		case len(digits) >= minPart && strings.Contains(d, digits):
			score = 40
		default:
			continue
		}
		list = append(list, Match{int32(i), score})
	}
	return list
}

// before may stand before a code.
var before = strings.Fields("mã ma số so thủ thu tục tuc tthc code")

// digitsOf returns the digits of a text that contains nothing else but dots, blanks and the
// words for "code"; "" for any other text.
func digitsOf(typed string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(strings.ToLower(clean.SameLetters(typed)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case strings.Trim(w, "0123456789") == "":
			b.WriteString(w)
		case b.Len() == 0 && slices.Contains(before, w):
		default:
			return ""
		}
	}
	return b.String()
}

// begun reports whether someone is typing a code: "1." or "1.0".
func begun(typed string) bool {
	return len(typed) >= 2 && typed[0] >= '1' && typed[0] <= '9' && typed[1] == '.'
}
