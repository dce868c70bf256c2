package naming

import (
	"strings"

	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// How many copies and in which form: "02 (hai) bộ", "bản chính hoặc bản sao có chứng thực".
// Neither distinguishes papers.

// QuantityAt returns the position after a quantity like "02 (hai) bộ" at i, or i if there is
// none.
func QuantityAt(l *token.Line, i, end int) int {
	j := numberAt(l, i, end)
	if j == i {
		return i
	}
	if n := countWords.Match(l, j, end); n > 0 && l.Tokens[j].Kind == token.Word && !strings.HasPrefix(l.At(j+n), "sao") && vocab.PaperNouns.Match(l, j, end) <= n {
		j += n
	}
	if j < end {
		return j
	}
	return i
}

// numberAt returns the position after a number at i: "02 (hai)", "một", or "(01)" behind a word for
// it.
func numberAt(l *token.Line, i, end int) int {
	switch {
	case i >= end, l.At(i) == "một" && (l.At(i+1) == "số" || l.At(i+1) == "trong" || l.At(i+1) == "phần"):
		return i
	case l.At(i) == "(" && l.Closing(i, end) == i+3 && l.Tokens[i+1].Kind == token.Number:
		return i + 3
	case l.Tokens[i].Kind == token.Number && len(l.Tokens[i].Word) <= 3, vocab.SmallNumbers[l.Tokens[i].Word]:
		if i+1 < end && l.At(i+1) == "(" {
			return l.Closing(i+1, end)
		}
		return i + 1
	}
	return i
}

// countWords occur between a number and a paper: "02 bộ hồ sơ".
var countWords = token.NewLexicon("bộ|chiếc|tấm|bản|tờ|tệp|quyển|cuốn|tập|file|loại")

// CopyEnd returns the position after the kinds of copies at the beginning of p: "bản chính hoặc
// bản sao có chứng thực". many means that there was more than one word for them.
func CopyEnd(l *token.Line, p token.Piece) (end int, many bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	i := p.From
	heads, words := 0, 0
	last := i
	for i < p.To {
		if h := vocab.CopyHeads.Match(l, i, p.To); h > 0 {
			heads++
			i += h
			last = i
			continue
		}
		if heads == 0 {
			break
		}
		if w := copyWords.Match(l, i, p.To); w > 0 {
			if paper := vocab.PaperNouns.Match(l, i, p.To); paper >= w {
				break
			}
			mark := w == 1 && (l.At(i) == "," || l.At(i) == "hoặc" || l.At(i) == "và" || l.At(i) == "của" || l.At(i) == "/" || l.At(i) == "hay")
			i += w
			if !mark || l.At(i-1) == "của" {
				last = i
				words++
			}
			continue
		}
		if q := QuantityAt(l, i, p.To); q > i && vocab.CopyHeads.Match(l, q, p.To) > 0 {
			i = q
			continue
		}
		if end := l.Closing(i, p.To); l.At(i) == "(" && end <= p.To && (copyWords.Match(l, i+1, end) == end-i-2 || vocab.Filing.In(l, token.Between(i, end))) {
			i, last, words = end, end, words+1 // "bản sao (có chứng thực)"
			continue
		}
		break
	}
	return last, heads > 1 || words > 0
}

// copyWords continue a wording about the form of a copy.
var copyWords = token.NewLexicon(
	"do chính cơ quan, tổ chức hoặc cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức, cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính thực hiện",
	"không yêu cầu chứng thực|không cần chứng thực|không cần công chứng|có xác nhận của doanh nghiệp|có xác nhận của người nộp thuế|có xác nhận của người nhập khẩu|có xác nhận của cơ sở|có xác nhận của tổ chức|có xác nhận của công ty|có xác nhận của đơn vị|có xác nhận của chủ đầu tư|có xác nhận của người khai hải quan|có xác nhận của tổ chức, cá nhân",
	"có chứng thực|được chứng thực|chứng thực|công chứng|có công chứng|có công chứng, chứng thực|công chứng, chứng thực|công chứng hoặc chứng thực|có công chứng hoặc chứng thực|điện tử|hợp lệ|hợp pháp|hợp lệ của|từ bản chính|từ bản gốc|từ sổ gốc|cấp từ sổ gốc|được cấp từ sổ gốc|được cấp|đã được chứng thực|đã chứng thực|được công chứng",
	"kèm bản chính|kèm theo bản chính|kèm theo bản gốc|kèm bản gốc|kèm bản chính để đối chiếu|để đối chiếu|để kiểm tra đối chiếu|để kiểm tra|đối chiếu|để kiểm tra, đối chiếu|xuất trình bản chính|và xuất trình bản chính|xuất trình bản gốc|có xuất trình bản chính|xuất trình kèm bản chính|kèm xuất trình bản chính|và bản chính|mang theo bản chính",
	"chụp từ bản chính|chụp|sao y|sao y bản chính|có giá trị pháp lý|có giá trị pháp lý như bản chính|theo quy định|theo quy định của pháp luật|do chính cơ quan, tổ chức đã lập bản chính sao y|do cơ quan có thẩm quyền cấp|có xác nhận|có dấu xác nhận|có đóng dấu|có chứng thực hoặc|chứa|của|được trích xuất|được số hóa|số hóa|photocopy|màu|đã được hợp pháp hóa|ký số|theo quy định về chứng thực|hoặc|,|/|và|và/hoặc|hay|-|có chữ ký số|được ký số|bằng tiếng việt|tiếng việt|có xác nhận của|có xác nhận sao y|của doanh nghiệp|sao chụp|một trong các|văn bản|các văn bản|loại",
)

// CopyOnly reports whether p has no words except those about copies.
func CopyOnly(l *token.Line, p token.Piece) bool {
	i := SkipLead(l, p)
	if vocab.CopyHeads.Match(l, i, p.To) == 0 {
		return false
	}
	end, _ := CopyEnd(l, token.Between(i, p.To))
	return end >= p.To
}

// OnlyCopies reports whether p is a colon and a count of copies: ": 01 bản chụp".
func OnlyCopies(l *token.Line, p token.Piece) bool {
	if l.At(p.From) != ":" {
		return false
	}
	i := QuantityAt(l, p.From+1, p.To)
	end, _ := CopyEnd(l, token.Between(i, p.To))
	return end > p.From+1 && NoWords(l, token.Between(end, p.To))
}

// CopyRule reports whether a duty is only about how a copy must be shown: "bản chính để đối
// chiếu".
func CopyRule(l *token.Line, p token.Piece) bool {
	i := QuantityAt(l, p.From, p.To)
	if n := vocab.Articles.Match(l, i, p.To); n > 0 {
		i += n
	}
	if vocab.CopyHeads.Match(l, i, p.To) == 0 {
		return false
	}
	end, _ := CopyEnd(l, token.Between(i, p.To))
	if end >= p.To || l.Tokens[end].Kind == token.Mark && l.At(end) != "(" || vocab.TailOpeners.Match(l, end, p.To) > 0 {
		return true
	}
	return ofThose.Match(l, end, p.To) > 0
}

var ofThose = token.NewLexicon("để|giấy tờ để|giấy tờ đó|giấy tờ này|các giấy tờ này|các giấy tờ đó|của giấy tờ đó|giấy tờ trên|tương ứng|theo|khi")

// CountsCopies reports whether the words say how many copies: "01 bản chụp".
func CountsCopies(l *token.Line, p token.Piece) bool {
	for i := p.From; i+1 < p.To; i++ {
		if l.Tokens[i].Kind == token.Number && len(l.Tokens[i].Word) <= 2 && (l.At(i+1) == "bản" || l.At(i+1) == ")" && l.At(i+2) == "bản") {
			return true
		}
	}
	return false
}

// CountColon reports whether the first colon of p, before at, only introduces a count of
// copies: "Công văn: 01 bản chính, trong đó nêu rõ: ...".
func CountColon(l *token.Line, p token.Piece, at int) bool {
	c := l.Colon(p)
	end, _ := CopyEnd(l, token.Between(QuantityAt(l, c+1, at), at))
	for end < at && l.Tokens[end].Kind == token.Mark {
		end++
	}
	return end > c+1 && end == at
}
