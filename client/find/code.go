package find

import (
	"slices"
	"strings"

	"motcua/client/code"
)

// codeBook finds procedures by their number.
type codeBook struct {
	digits []string         // doc -> its code without the dot
	byCode map[string]int32 // code -> doc
}

func newCodeBook(docs []Doc) codeBook {
	b := codeBook{digits: make([]string, len(docs)), byCode: make(map[string]int32, len(docs))}
	for i, d := range docs {
		b.digits[i] = strings.ReplaceAll(d.Code, ".", "")
		b.byCode[d.Code] = int32(i)
	}
	return b
}

// minPart is how many digits in the middle of a code are worth looking for.
const minPart = 4

// find reads what was typed as a code: whole, in prose, of a case or a place,
// without its dot, begun, or only the digits after the dot. Nothing when it is
// none of these.
func (b codeBook) find(typed string, prior []float32) []match {
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

// codeDigits are the digits of a text that holds nothing else but dots, blanks
// and the words for "code"; empty for any other text.
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

// begunCode tells whether someone is typing a code: "1." or "1.0".
func begunCode(typed string) bool {
	return len(typed) >= 2 && typed[0] >= '1' && typed[0] <= '9' && typed[1] == '.'
}
