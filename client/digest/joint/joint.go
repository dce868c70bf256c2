package joint

import (
	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Where papers are joined, and what a joint leaves of a name.

// LastJoint returns where the last "và", "hoặc" or comma before a paper is in p and how many tokens
// it has; at is -1 if there is none. A way of copying is no paper.
func LastJoint(l *token.Line, p token.Piece) (at, n int) {
	from := naming.BehindCopies(l, p)
	for i := p.To - 1; i > from; i-- {
		if l.Tokens[i].Depth == 0 {
			if n := naming.Joint(l, i, p.To); n > 0 && l.At(i-1) != "," && l.At(i-1) != "hoặc" && l.At(i-1) != "và" && !naming.CopyOnly(l, token.Between(i+n, p.To)) {
				return i, n
			}
		}
	}
	return -1, 0
}

// OrAt returns the last "hoặc" of p before a paper, even one with a weak noun, or -1.
func OrAt(l *token.Line, p token.Piece) int {
	from := naming.BehindCopies(l, p)
	for i := p.To - 1; i > from; i-- {
		if l.Tokens[i].Depth > 0 || l.At(i) != "hoặc" {
			continue
		}
		if j := naming.SkipLead(l, token.Between(i+1, p.To)); vocab.PaperNouns.Match(l, j, p.To) > 0 && vocab.CopyHeads.Match(l, j, p.To) == 0 {
			return i
		}
	}
	return -1
}

// BareNoun reports whether p ends in a noun that names a paper only with the words after the
// next noun: "các loại giấy tờ" of "các loại giấy tờ, văn bản tiếng nước ngoài".
func BareNoun(l *token.Line, p token.Piece) bool {
	for k := max(p.From, p.To-3); k < p.To; k++ {
		if n := bareNouns.Match(l, k, p.To); n > 0 && k+n == p.To && (k == p.From || l.Tokens[k-1].Kind == token.Mark || bareBefore[l.At(k-1)] || naming.SkipLead(l, p) == k) {
			return true
		}
	}
	return false
}

// ShortNoun reports whether p is a paper's noun with hardly another word: "Hợp đồng lao động"
// of "Hợp đồng lao động, quyết định bổ nhiệm của công chứng viên".
func ShortNoun(l *token.Line, p token.Piece) bool {
	p.From = naming.BehindCopies(l, p)
	if p.To-p.From > 4 {
		return false
	}
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Kind != token.Word || l.At(i) == "của" || l.At(i) == "về" || l.At(i) == "do" || l.At(i) == "theo" {
			return false
		}
	}
	return true
}

var (
	bareNouns  = token.NewLexicon("giấy tờ|tài liệu|văn bản|văn bằng|hồ sơ|chứng từ|bằng cấp")
	bareBefore = map[string]bool{"các": true, "những": true, "loại": true, "của": true, "sao": true, "chính": true, "thực": true}
)

// Pair reports whether p is two papers with nothing but a comma, at i, between them.
func Pair(l *token.Line, p token.Piece, i int) bool {
	for k := i + 1; k < p.To; k++ {
		if w := l.At(k); l.Tokens[k].Depth == 0 && (w == "hoặc" || w == "và" || w == "kèm") {
			return false
		}
	}
	if first := naming.BehindCopies(l, p); vocab.Applications.Match(l, first, i) > 0 || vocab.FormNouns.Match(l, first, i) > 0 {
		return false // everybody applies
	}
	j, _ := LastJoint(l, token.Between(p.From, i))
	return j < 0
}
