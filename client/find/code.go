package find

import (
	"slices"
	"strings"

	"motcua/client/code"
)

// codeIndex finds procedures by their number.
type codeIndex struct {
	digits []string         // doc -> its code without the dot
	byCode map[string]int32 // code -> doc
}

func newCodeIndex(docs []Doc) codeIndex {
	b := codeIndex{byCode: map[string]int32{}}
	for i, d := range docs {
		if d.Code == "" {
			continue
		}
		if b.digits == nil {
			b.digits, b.byCode = make([]string, len(docs)), make(map[string]int32, len(docs))
		}
		b.digits[i] = strings.ReplaceAll(d.Code, ".", "")
		b.byCode[d.Code] = int32(i)
	}
	return b
}

// minPart is the least number of digits for a search in the middle of a code.
const minPart = 4

// find reads what was typed as a code: whole, in prose, of one case or one province,
// without its dot, incomplete, or only the digits after the dot. It returns nothing
// when the text is none of these.
func (b codeIndex) find(typed string, prior []float32) []match {
	typed = cut(typed, maxRunes)
	if c, ok := code.FindProcedure(typed); ok {
		if doc, ok := b.byCode[c.Base()]; ok {
			return []match{{doc: doc, score: 100 + prior[doc], cover: 1}}
		}
	}
	digits := codeDigits(typed)
	if len(digits) < 3 && !begunCode(typed) {
		return nil
	}
	var list []match
	for i, d := range b.digits {
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
		list = append(list, match{doc: int32(i), score: score + prior[i], cover: 1})
	}
	return list
}

// codeWords may stand before a code.
var codeWords = strings.Fields("mã ma số so thủ thu tục tuc tthc code")

// codeDigits returns the digits of a text that contains nothing else but dots, blanks
// and the words for "code"; "" for any other text.
func codeDigits(typed string) string {
	var b strings.Builder
	for s := range spans(plain(typed)) {
		w := plain(typed)[s.from:s.to]
		switch {
		case strings.Trim(w, "0123456789") == "":
			b.WriteString(w)
		case b.Len() == 0 && slices.Contains(codeWords, w):
		default:
			return ""
		}
	}
	return b.String()
}

// begunCode reports whether someone is typing a code: "1." or "1.0".
func begunCode(typed string) bool {
	return len(typed) >= 2 && typed[0] >= '1' && typed[0] <= '9' && typed[1] == '.'
}
