package naming

import (
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// Where a paper begins: its noun, after articles, numbers and kinds of copies.

// SkipLead skips what may precede a paper's noun: articles, numbers, kinds of copies, "xuất
// trình".
func SkipLead(l *token.Line, p token.Piece) int {
	i := l.SkipBullets(p).From
	for range 5 {
		was := i
		if n := vocab.LeadVerbs.Match(l, i, p.To); n > 0 && (vocab.PaperNouns.Match(l, i, p.To) == 0) {
			i += n
		}
		if n := vocab.Articles.Match(l, i, p.To); n > 0 && !(l.At(i) == "một" && l.At(i+1) == "trong") {
			i += n
		}
		i = QuantityAt(l, i, p.To)
		if i == was {
			break
		}
	}
	return i
}

// BehindCopies returns the position of the paper's noun after kinds of copies.
func BehindCopies(l *token.Line, p token.Piece) int {
	i := SkipLead(l, p)
	if vocab.CopyHeads.Match(l, i, p.To) > 0 {
		if end, _ := CopyEnd(l, token.Between(i, p.To)); end < p.To {
			return SkipLead(l, token.Between(end, p.To))
		}
	}
	return i
}

// StartsPaper reports whether p begins with a paper's noun.
func StartsPaper(l *token.Line, p token.Piece) bool {
	i := SkipLead(l, p)
	return vocab.PaperNouns.Match(l, i, p.To) > 0 || vocab.OneOfWords.Match(l, i, p.To) > 0 || vocab.Containers.Match(l, i, p.To) > 0
}

// StartsStrong reports whether p begins with a noun that hardly ever means anything but a
// paper.
func StartsStrong(l *token.Line, p token.Piece) bool {
	return vocab.StrongPapers.Match(l, BehindCopies(l, p), p.To) > 0 || vocab.StrongPapers.Match(l, SkipLead(l, p), p.To) > 0
}

// NoWords reports whether p contains nothing but marks.
func NoWords(l *token.Line, p token.Piece) bool { return p.Empty() || !l.HasWord(p) }

// OthersAt reports whether "và các giấy tờ khác" is at i.
func OthersAt(l *token.Line, i, end int) bool {
	if w := l.At(i); w != "và" && w != "," {
		return false
	}
	j := i + 1
	if l.At(j) == "và" {
		j++
	}
	if n := vocab.Articles.Match(l, j, end); n > 0 {
		j += n
	}
	return OtherPapers.Match(l, j, end) > 0
}

// OtherPapers are wordings for unspecified papers.
var OtherPapers = token.NewLexicon("giấy tờ khác|tài liệu khác|văn bản khác|hồ sơ khác|chứng từ khác|giấy tờ, tài liệu khác|văn bản, tài liệu khác|tài liệu, giấy tờ khác|giấy tờ có liên quan khác|tài liệu liên quan khác|tài liệu có liên quan khác|giấy tờ liên quan khác")

// Joint returns how many tokens of "hoặc", "và" or a comma are at i if a paper follows; else 0.
func Joint(l *token.Line, i, end int) int {
	n := 0
	switch l.At(i) {
	case "hoặc", "và", ",", "hay":
		n = 1
	default:
		return 0
	}
	if l.At(i) == "," && (l.At(i+1) == "hoặc" || l.At(i+1) == "và") {
		n = 2
	}
	if l.At(i+n) == "/" {
		n += 2
	}
	j := i + n
	for range 3 {
		if m := vocab.Articles.Match(l, j, end); m > 0 {
			j += m
		}
	}
	j = QuantityAt(l, j, end)
	if vocab.StrongPapers.Match(l, j, end) > 0 {
		return n
	}
	return 0
}
