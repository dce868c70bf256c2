package digest

import "strings"

// How many and in which form: "02 (hai) bộ", "bản chính hoặc bản sao có chứng thực".
// Neither tells one paper from another.

// quantityAt is behind "02 (hai) bộ" when that stands at i, else i.
func (l *line) quantityAt(i, end int) int {
	j := i
	if l.at(i) == "một" && (l.at(i+1) == "số" || l.at(i+1) == "trong" || l.at(i+1) == "phần") {
		return i
	}
	if j < end && (l.t[j].kind == tokenNumber && len(l.t[j].word) <= 3 || smallNumbers[l.t[j].word]) {
		j++
		if j < end && l.at(j) == "(" {
			j = l.closing(j, end)
		}
		if n := countWords.match(l, j, end); n > 0 && l.t[j].kind == tokenWord && !strings.HasPrefix(l.at(j+n), "sao") && paperNouns.match(l, j, end) <= n {
			j += n
		}
		if j < end {
			return j
		}
	}
	return i
}

// countWords stand between a number and a paper: "02 bộ hồ sơ".
var countWords = newLexicon("bộ|chiếc|tấm|bản|tờ|tệp|quyển|cuốn|tập|file|loại")

// copyEnd is behind the kinds of copies that p begins with: "bản chính hoặc bản
// sao có chứng thực". many says that more than one word for them stood there.
func (l *line) copyEnd(p piece) (end int, many bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	i := p.a
	heads, words := 0, 0
	last := i
	for i < p.b {
		if h := copyHeads.match(l, i, p.b); h > 0 {
			heads++
			i += h
			last = i
			continue
		}
		if heads == 0 {
			break
		}
		if w := copyWords.match(l, i, p.b); w > 0 {
			if paper := paperNouns.match(l, i, p.b); paper >= w {
				break
			}
			mark := w == 1 && (l.at(i) == "," || l.at(i) == "hoặc" || l.at(i) == "và" || l.at(i) == "của" || l.at(i) == "/" || l.at(i) == "hay")
			i += w
			words++
			if !mark || l.at(i-1) == "của" {
				last = i
			}
			continue
		}
		if q := l.quantityAt(i, p.b); q > i && copyHeads.match(l, q, p.b) > 0 {
			i = q
			continue
		}
		if end := l.closing(i, p.b); l.at(i) == "(" && end <= p.b && (copyWords.match(l, i+1, end) == end-i-2 || filing.in(l, piece{i, end})) {
			i, last, words = end, end, words+1 // "bản sao (có chứng thực)"
			continue
		}
		break
	}
	return last, heads > 1 || words > 0
}

// copyWords go on with a way to say how a paper is to be.
var copyWords = newLexicon(
	"do chính cơ quan, tổ chức hoặc cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức, cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính thực hiện",
	"không yêu cầu chứng thực|không cần chứng thực|không cần công chứng|có xác nhận của doanh nghiệp|có xác nhận của người nộp thuế|có xác nhận của người nhập khẩu|có xác nhận của cơ sở|có xác nhận của tổ chức|có xác nhận của công ty|có xác nhận của đơn vị|có xác nhận của chủ đầu tư|có xác nhận của người khai hải quan|có xác nhận của tổ chức, cá nhân",
	"có chứng thực|được chứng thực|chứng thực|công chứng|có công chứng|có công chứng, chứng thực|công chứng, chứng thực|công chứng hoặc chứng thực|có công chứng hoặc chứng thực|điện tử|hợp lệ|hợp pháp|hợp lệ của|từ bản chính|từ bản gốc|từ sổ gốc|cấp từ sổ gốc|được cấp từ sổ gốc|được cấp|đã được chứng thực|đã chứng thực|được công chứng",
	"kèm bản chính|kèm theo bản chính|kèm theo bản gốc|kèm bản gốc|kèm bản chính để đối chiếu|để đối chiếu|để kiểm tra đối chiếu|để kiểm tra|đối chiếu|để kiểm tra, đối chiếu|xuất trình bản chính|và xuất trình bản chính|xuất trình bản gốc|có xuất trình bản chính|xuất trình kèm bản chính|kèm xuất trình bản chính|và bản chính|mang theo bản chính",
	"chụp từ bản chính|chụp|sao y|sao y bản chính|có giá trị pháp lý|có giá trị pháp lý như bản chính|theo quy định|theo quy định của pháp luật|do chính cơ quan, tổ chức đã lập bản chính sao y|do cơ quan có thẩm quyền cấp|có xác nhận|có dấu xác nhận|có đóng dấu|có chứng thực hoặc|chứa|của|được trích xuất|được số hóa|số hóa|photocopy|màu|đã được hợp pháp hóa|theo quy định về chứng thực|hoặc|,|/|và|và/hoặc|hay|-|có chữ ký số|được ký số|bằng tiếng việt|tiếng việt|có xác nhận của|có xác nhận sao y|của doanh nghiệp|sao chụp|một trong các|văn bản|các văn bản|loại",
)

// copyOnly tells whether p has no words but those of copies.
func (r *reader) copyOnly(p piece) bool {
	i := r.skipLead(p)
	if copyHeads.match(r.line, i, p.b) == 0 {
		return false
	}
	end, _ := r.copyEnd(piece{i, p.b})
	return end >= p.b
}

// copyRule tells whether what is demanded is only how a copy is to be shown:
// "bản chính để đối chiếu".
func (r *reader) copyRule(p piece) bool {
	i := r.quantityAt(p.a, p.b)
	if n := articles.match(r.line, i, p.b); n > 0 {
		i += n
	}
	if copyHeads.match(r.line, i, p.b) == 0 {
		return false
	}
	end, _ := r.copyEnd(piece{i, p.b})
	if end >= p.b || r.t[end].kind == tokenMark && r.at(end) != "(" || tailOpeners.match(r.line, end, p.b) > 0 {
		return true
	}
	return ofThose.match(r.line, end, p.b) > 0
}

var ofThose = newLexicon("để|giấy tờ để|giấy tờ đó|giấy tờ này|các giấy tờ này|các giấy tờ đó|của giấy tờ đó|giấy tờ trên|tương ứng|theo|khi")

// countsCopies tells whether the words say how many copies: "01 bản chụp".
func (r *reader) countsCopies(p piece) bool {
	for i := p.a; i+1 < p.b; i++ {
		if r.t[i].kind == tokenNumber && len(r.t[i].word) <= 2 && (r.at(i+1) == "bản" || r.at(i+1) == ")" && r.at(i+2) == "bản") {
			return true
		}
	}
	return false
}

// countColon tells whether the first colon of p, before at, only opens a count of
// copies: "Công văn: 01 bản chính, trong đó nêu rõ: ...".
func (r *reader) countColon(p piece, at int) bool {
	c := r.colon(p)
	end, _ := r.copyEnd(piece{r.quantityAt(c+1, at), at})
	for end < at && r.t[end].kind == tokenMark {
		end++
	}
	return end > c+1 && end == at
}
