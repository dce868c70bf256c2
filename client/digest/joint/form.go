package joint

import (
	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Forms of one paper, each for somebody else.

// FormChoice returns where a paper's name ends if the rest says which of several forms is for
// whom: "Đơn đề nghị: mẫu NA6 đối với tổ chức; mẫu NA7 đối với cá nhân", "Giấy đề nghị theo Mẫu
// 01a áp dụng đối với X hoặc Mẫu 01b áp dụng đối với Y". Everybody fills in one of them. It
// returns 0 for anything else.
func FormChoice(l *token.Line, p token.Piece) int {
	at, forms := 0, 0
	for i := p.From + 2; i < p.To; i++ {
		if l.Tokens[i].Depth > 0 || l.At(i) != "mẫu" || !isFormCode(l, i+1, p.To) {
			continue
		}
		limited := false
		for k := i + 2; k < p.To && !limited && (k == i+2 || l.At(k) != "mẫu"); k++ {
			limited = l.Tokens[k].Depth == 0 && vocab.TailOpeners.Match(l, k, p.To) > 0
		}
		if !limited {
			return 0
		}
		forms++
		if at == 0 {
			at = i
		}
	}
	if forms < 2 {
		return 0
	}
	for at > p.From+2 && (l.At(at-1) == "theo" || l.At(at-1) == ":" || l.At(at-1) == ",") {
		at--
	}
	if q := token.Between(p.From, at); !naming.StartsPaper(l, q) || l.Mark(q, ";") >= 0 || len(condition.Behind(l, q)) > 0 {
		return 0
	}
	return at
}

// isFormCode reports whether the number or code of a form is at i.
func isFormCode(l *token.Line, i, end int) bool {
	if l.At(i) == "số" {
		i++
	}
	return i < end && (l.Tokens[i].Kind == token.Number || l.Tokens[i].Upper && len(l.Tokens[i].Word) <= 6)
}
