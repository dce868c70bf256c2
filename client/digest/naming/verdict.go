package naming

import (
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Words that are no name of a paper: they break off, contain a demand, or say only which form.

// WhyNone returns why a name names no paper, "" if it does.
func WhyNone(l *token.Line) string {
	n := len(l.Tokens)
	if vocab.CopyHeads.Match(l, 0, n) > 0 {
		if end, _ := CopyEnd(l, token.Between(0, n)); end >= n {
			return whyNoWords
		}
	}
	switch {
	case n == 0:
		return "no name is left"
	case openEnds.Match(l, n-1, n) > 0 && !beforeEnd[l.At(n-2)], brokenStarts.Match(l, 0, n) > 0:
		return "the name breaks off"
	case demandsMore(l), noPapers.Match(l, 0, n) > 0 && demandVerbs.In(l, token.Between(1, n)), demandsPaper(l):
		return "a demand inside a name"
	case l.At(0) == "mẫu" && (n == 1 || formOnly[l.At(1)] && !vocab.StrongPapers.In(l, token.Between(1, n))):
		return whyNoWords
	}
	return ""
}

const whyNoWords = "the words name no paper of their own"

// formOnly follow "mẫu" where it only says which form: "mẫu quy định tại Mẫu số 22b".
var formOnly = map[string]bool{"quy": true, "số": true, ".": true, "theo": true, "tại": true}

// noPapers begin like a paper's noun but name no paper.
var noPapers = token.NewLexicon("đơn vị|đơn giá|đơn hàng|biển số xe|thông tin|công trình tôn giáo|dự án đầu tư")

// demanding are duties that occur in no name.
var demanding = token.NewLexicon("phải bổ sung|phải nộp thêm|phải có thêm|phải kèm|phải kèm theo|còn phải")

// demandsMore reports whether a name contains such a duty. "Số còn phải nộp" is an amount.
func demandsMore(l *token.Line) bool {
	for i := 1; i < len(l.Tokens); i++ {
		if demanding.Match(l, i, len(l.Tokens)) > 0 && !amounts[l.At(i-1)] {
			return true
		}
	}
	return false
}

var amounts = map[string]bool{"số": true, "tiền": true, "khoản": true, "thuế": true, "phí": true}

// demandsPaper reports whether a name contains a duty with a paper.
func demandsPaper(l *token.Line) bool {
	for i := 1; i < len(l.Tokens); i++ {
		if n := demandVerbs.Match(l, i, len(l.Tokens)); n > 0 && vocab.StrongPapers.Match(l, QuantityAt(l, i+n, len(l.Tokens)), len(l.Tokens)) > 0 {
			return true
		}
	}
	return false
}

var demandVerbs = token.NewLexicon("phải có|phải nộp|phải cung cấp|phải xuất trình|cần có")

// brokenStarts are words with which no name begins: the words before them were taken for a way
// of copying.
var brokenStarts = token.NewLexicon("do|được|để|từ|tại|với|bởi|theo|sau khi|đã|người|doanh nghiệp|cơ quan|tổ chức|scan|xác thực|đối chiếu")

// openEnds are words with which no name ends.
var openEnds = token.NewLexicon("có|về|không|và|hoặc|của|theo|với|để|là|do|từ|đối|gồm|phải")

// beforeEnd make a whole word of an open end: "trở về", "tiếp theo", "kèm theo".
var beforeEnd = map[string]bool{"trở": true, "lý": true, "tiếp": true, "kèm": true, "hàng": true, "hiện": true}
