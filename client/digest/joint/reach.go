package joint

import (
	"slices"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Which of several joined papers the condition behind them limits: "A hoặc B (đối với X)".

// Reach says which of several joined papers a condition behind them limits.
type Reach int

// From not to be told to the last paper alone.
const (
	Unclear Reach = iota
	All
	Last
)

// ReachOf returns which papers a condition limits. It is about the last one alone if it repeats
// words that only the last one has ("… hoặc hợp đồng cho thuê tài chính (đối với trường hợp cho
// thuê tài chính)"), or if the last one stands for the first in that case ("quyết định công nhận
// tương đương đối với người học ở nước ngoài").
func ReachOf(l *token.Line, first, last, when token.Piece, either bool) Reach {
	switch {
	case vocab.PaperNouns.Match(l, when.From, when.To) > 0 && !startsCase(l, when):
		return Unclear // "(đối với giấy chứng tử, nơi tiếp nhận hồ sơ …)": how a paper is handed in
	case either && last.From-first.From > longFirst && orIn(l, first):
		return Unclear // "A hoặc B của X … hoặc C của Y đối với Z"
	case either && anotherSort(l, last):
		return All // "Vận đơn hoặc chứng từ vận tải khác đối với X"
	case either && (startsAlike(l, first, last) || stands.In(l, last)):
		if when.To-first.From > longName {
			return Unclear
		}
		return Last
	case either && (others.In(l, last) || first.To-naming.BehindCopies(l, first) <= shortFirst):
		return All // "Hợp đồng hoặc văn bản khác chứng minh …": what follows describes both
	case repeats(l, when, last, repeated) && !repeats(l, when, first, repeated-1):
		return Last
	case either:
		return All
	case BareNoun(l, first):
		return All
	case vocab.Applications.Match(l, naming.BehindCopies(l, first), first.To) > 0:
		return Last // everybody applies
	}
	return Unclear
}

// longFirst is the most tokens of alternatives which a condition may be about together with another.
const longFirst = 30

// orIn reports whether p joins two papers itself.
func orIn(l *token.Line, p token.Piece) bool {
	i, _ := LastJoint(l, p)
	return i > 0 && l.At(i) == "hoặc"
}

// anotherSort reports whether the last of two papers is any other of their sort: "các chứng từ vận
// tải khác".
func anotherSort(l *token.Line, last token.Piece) bool {
	for i := last.From + 1; i < min(last.To, last.From+7); i++ {
		if l.At(i) == "khác" && l.Tokens[i].Depth == 0 {
			return true
		}
	}
	return false
}

// startsCase reports whether a condition that begins like a paper's noun is about a dossier:
// "hồ sơ đề nghị gia hạn".
func startsCase(l *token.Line, when token.Piece) bool {
	return caseNouns.Match(l, when.From, when.To) > 0
}

var (
	caseNouns = token.NewLexicon("hồ sơ|đăng ký|dự án|công trình|thông tin|đề nghị")
	others    = token.NewLexicon("giấy tờ khác|văn bản khác|tài liệu khác|giấy tờ hợp lệ khác|hồ sơ khác|chứng từ khác")
)

// shortFirst is the most tokens of a paper whose complement follows the next one: "Hợp đồng đại
// lý hoặc giấy chỉ định đại lý của X".
const shortFirst = 4

// longName is the most tokens of a name that is shown with its condition.
const longName = 70

// stands are words of a paper that takes the place of another.
var stands = token.NewLexicon("tương đương|tương tự|thay thế|công nhận")

// repeats reports whether three words in a row of a condition are in a paper's words as well.
func repeats(l *token.Line, when, paper token.Piece, n int) bool {
	for i := when.From; i+n <= when.To; i++ {
		for k := paper.From; k+n <= paper.To; k++ {
			if slices.EqualFunc(l.Tokens[i:i+n], l.Tokens[k:k+n], func(a, b token.Token) bool { return a.Kind == token.Word && a.Word == b.Word }) {
				return true
			}
		}
	}
	return false
}

const repeated = 3

// startsAlike reports whether two papers begin with the same three words.
func startsAlike(l *token.Line, a, b token.Piece) bool {
	i, k := naming.BehindCopies(l, a), naming.BehindCopies(l, b)
	if i+repeated > a.To || k+repeated > b.To {
		return false
	}
	return slices.EqualFunc(l.Tokens[i:i+repeated], l.Tokens[k:k+repeated], func(x, y token.Token) bool { return x.Word == y.Word })
}

// OfBody reports whether the words directly before a
// bracket are a person or body that takes part in a
// paper and not the paper itself: "Văn bản xác nhận của ngân hàng và công ty quản lý quỹ (nếu có)".
func OfBody(l *token.Line, p token.Piece, t condition.Tail) bool {
	i, of := t.Open, -1
	if w := l.At(t.End); t.End < p.To && (w == "và" || w == "hoặc" || w == ",") && bodies.Match(l, t.End+1, p.To) > 0 {
		of = t.End + 1 // "… của công ty quản lý quỹ (nếu có) và ngân hàng": the list goes on
	}
	for k := i - 1; k > p.From+1; k-- {
		switch w := l.At(k); {
		case l.Tokens[k].Depth > 0:
			continue
		case w == "và" || w == "hoặc" || w == ",":
			if naming.Joint(l, k, p.To) > 0 {
				return false
			}
			if of < 0 || of > i {
				of = k + 1
			}
		case w == "của" || w == "do" || w == "bởi":
			if l.At(i-1) == "quan" && l.At(i-2) == "liên" {
				return false // "ý kiến của các cơ quan, tổ chức liên quan (nếu có)": the opinion
			}
			return of > 0 && bodies.Match(l, of, p.To) > 0
		}
	}
	return false
}

var bodies = token.NewLexicon("ngân hàng|công ty|tổ chức|cơ quan|cá nhân|người|đại lý|doanh nghiệp|bên|chủ đầu tư|nhà thầu|đơn vị|hội đồng|ban|cổ đông|thành viên|vợ|chồng|cha|mẹ|các bên")

// InsideOneOf reports whether a condition is behind one of several alternatives in one part:
// then the whole is shown in the source's words, because everybody brings one of them.
func InsideOneOf(l *token.Line, p token.Piece, t condition.Tail) bool {
	at, n := vocab.OneOfWords.Find(l, token.Between(p.From, t.Open), 0)
	if at < 0 || p.To-p.From > longName {
		return false
	}
	c := l.Mark(token.Between(at+n, t.Open), ":")
	if c < 0 {
		return false
	}
	return l.Mark(token.Between(c, t.Open), ",") > 0 || l.Mark(token.Between(c, t.Open), "hoặc") > 0
}
