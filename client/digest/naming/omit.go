package naming

import (
	"strings"

	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// What a name leaves out after its noun: brackets, copies, the contents of the paper, the law
// and the form that it is based on.

// dropBrackets drops brackets about the form of copies, the law, or an abbreviation. Short ones
// with other information are kept.
func dropBrackets(l *token.Line, p token.Piece, drop func(token.Piece)) {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Word != "(" || l.Tokens[i].Depth != 1 {
			continue
		}
		end := l.Closing(i, p.To)
		in := token.Between(i+1, end-1)
		q := QuantityAt(l, in.From, in.To)
		switch {
		case vocab.WithIt.Match(l, in.From, in.To) > 0 && !WithLaw(l, in.From, in.To) && vocab.FormWords.Match(l, in.From, in.To) == 0: // another paper
		case vocab.FormWords.Match(l, in.From, in.To) > 0 || vocab.FormWords.Match(l, q, in.To) > 0:
			// "(Mẫu CT01 ban hành kèm theo ...)": the number is kept
			if j := formEnd(l, in); j > in.From && j <= in.To {
				drop(token.Between(j, in.To))
			} else {
				drop(token.Between(i, end))
			}
		case vocab.CopyHeads.Match(l, q, in.To) > 0, vocab.Citations.In(l, in), in.To-in.From > 14, vocab.Details.In(l, in), callsIt.In(l, in):
			drop(token.Between(i, end))
		}
		i = end - 1
	}
}

var callsIt = token.NewLexicon("sau đây|gọi tắt|gọi là|bản chính|bản sao|viết tắt|điều|nghị định|thông tư|còn thời hạn")

// formEnd returns the position after "mẫu số 01/TT" at the beginning of p.
func formEnd(l *token.Line, p token.Piece) int {
	i := p.From
	n := vocab.FormWords.Match(l, i, p.To)
	if n == 0 {
		return i
	}
	i += n
	if l.At(i) == "số" {
		i++
	}
	for i < p.To && (l.Tokens[i].Kind == token.Number || l.Tokens[i].Kind == token.Word && l.Tokens[i].Upper && len(l.Tokens[i].Word) <= 5 && l.Tokens[i].Word != "phụ" || strings.ContainsAny(l.At(i), "-/–.") && i+1 < p.To && l.Tokens[i+1].Kind != token.Mark && l.Tokens[i].Kind == token.Mark) {
		i++
	}
	for i > p.From && strings.ContainsAny(l.At(i-1), "-–/") && l.Tokens[i-1].Kind == token.Mark {
		i--
	}
	if next := (token.Between(i+1, p.To)); l.At(i) == "hoặc" && vocab.FormWords.Match(l, next.From, next.To) > 0 {
		return formEnd(l, next) // "Mẫu 01a hoặc Mẫu 01b"
	}
	return i
}

// dropCopiesBehind drops wordings about copies after the paper: ": 01 bản chụp từ bản chính và
// xuất trình bản chính để đối chiếu", "hoặc bản sao kèm bản chính".
func dropCopiesBehind(l *token.Line, p token.Piece, drop func(token.Piece)) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Depth > 0 {
			continue
		}
		from := i
		switch l.At(i) {
		case ":", ",", "hoặc", "và", "bằng":
		default:
			continue
		}
		j := QuantityAt(l, i+1, p.To)
		if l.At(j) == "hoặc" || l.At(j) == "kèm" || l.At(j) == "theo" || l.At(j) == "xuất" && l.At(j+1) == "trình" {
			if l.At(j) == "xuất" {
				j++
			}
			j++
			if l.At(j) == "theo" {
				j++
			}
		}
		if l.At(i) == ":" && j > i+1 && (j >= p.To || l.At(j) == "bản" && j+1 >= p.To || l.At(j-1) == "bản" && j >= p.To) {
			drop(token.Between(i, p.To)) // ": 02 bản"
			return
		}
		if vocab.CopyHeads.Match(l, j, p.To) == 0 {
			continue
		}
		end, _ := CopyEnd(l, token.Between(j, p.To))
		if end >= p.To || l.Tokens[end].Kind == token.Mark && l.At(end) != "(" || vocab.TailOpeners.Match(l, end, p.To) > 0 || Joint(l, end, p.To) > 0 {
			drop(token.Between(from, end))
			i = end - 1
		}
	}
}

// dropDetails drops the contents of a paper: ", trong đó ghi rõ ...".
func dropDetails(l *token.Line, p token.Piece, drop func(token.Piece)) {
	at := DetailAt(l, token.Between(p.From+1, p.To))
	if at < 0 || at-p.From < 2 || vocab.Pictures.Match(l, p.From, p.To) > 0 || vocab.Pictures.Match(l, p.From+1, p.To) > 0 {
		return
	}
	end := p.To
	for i := at + 1; i < p.To; i++ {
		if l.Tokens[i].Depth == 0 && (l.At(i) == ";" || l.At(i) == "," && (l.At(i+1) == "kèm" || Joint(l, i, p.To) > 1)) {
			end = i
			break
		}
	}
	drop(token.Between(at, end))
}

// DetailAt returns where the contents of a paper begin ("ghi rõ ...", "trong đó tối thiểu bao
// gồm các nội dung"), or -1.
func DetailAt(l *token.Line, p token.Piece) int {
	for i := p.From; i < p.To; i++ {
		if l.Tokens[i].Depth > 0 {
			continue
		}
		if n := vocab.Details.Match(l, i, p.To); n > 0 {
			if l.At(i-1) == "khác" && i-1 > p.From {
				continue // "văn bản khác có thông tin về": nothing else identifies it
			}
			if l.At(i) != "là" || vocab.PaperNouns.Match(l, i+n, p.To) == 0 { // "là bản sao Hộ chiếu" names the paper
				return i
			}
		}
		if w := l.At(i - 1); contentLeads.Match(l, i, p.To) == 0 || i > 0 && (w == "khác" || w == "không" || w == "chưa" || tellsWhat[w]) {
			continue // "trong trường hợp không có thông tin về": what is not in it
		}
		j := i
		for n := contentLeads.Match(l, j, p.To); n > 0; n = contentLeads.Match(l, j, p.To) {
			j += n
		}
		if contentNouns.Match(l, j, p.To) > 0 {
			return i
		}
	}
	return -1
}

// tellsWhat are last words of verbs that take the information as their object: "Bản công bố các
// thông tin về giống cây trồng".
var tellsWhat = map[string]bool{"bố": true, "khai": true, "bản": true, "cấp": true, "nhận": true, "nhật": true, "thập": true, "đổi": true, "báo": true}

var (
	contentLeads = token.NewLexicon("trong đó|tối thiểu|phải|có|gồm|bao gồm|với|các|những|thể hiện|đầy đủ|ít nhất|cần|đảm bảo|một số|,|nêu|nêu các")
	contentNouns = token.NewLexicon("nội dung sau|nội dung chính|nội dung chủ yếu|nội dung cơ bản|nội dung:|thông tin sau|thông tin về|thông tin cơ bản|thông tin chủ yếu|nội dung :|thông tin :|nội dung theo|nội dung chi tiết|nội dung như|thông tin như|thông tin theo|nội dung quy định|nội dung tối thiểu|thông tin chính|thông tin tối thiểu|nội dung cụ thể|nội dung cần|nội dung liên quan|nội dung về")
)

// dropCitations drops the law that a paper is based on, up to the next other words.
func dropCitations(l *token.Line, p token.Piece, drop func(token.Piece)) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	kept := false
	for i := p.From + 1; i < p.To; i++ {
		if l.Tokens[i].Depth > 0 {
			continue
		}
		n := vocab.Citations.Match(l, i, p.To)
		if n == 0 && l.At(i) == "phụ" && l.At(i+1) == "lục" && afterForm(l, i, p.From) {
			n = 2
		}
		if n == 0 || l.At(i+n-1) == "điều" && l.At(i+n) == "lệ" && l.At(i) == "theo" {
			continue // "theo điều lệ" is no law
		}
		if l.At(i-1) == "ứng" && l.At(i-2) == "đáp" || l.At(i-1) == "với" && l.At(i-2) == "hợp" {
			kept = true // "về việc đáp ứng quy định tại Điều 20"
			i += n - 1
			continue
		}
		if w := l.At(i - 1); w == "các" || w == "những" || w == "một" || w == "đáp" {
			continue // "đáp ứng các quy định tại ...": the object of the name
		}
		if l.At(p.From) == "kết" && l.At(i) == "theo" && l.At(i+1) == "quy" && l.At(i+5) == "luật" && l.At(i+6) == "về" {
			continue // "Kết quả thủ tục theo quy định của pháp luật về phòng cháy": it says which one
		}
		if i-p.From <= 3 && l.At(i) == "quy" && l.At(i+2) == "của" {
			continue // "Các điều khoản quy định của Hiệp định": nothing else identifies it
		}
		if i-p.From < 2 && !namesSomething(l, i+n, p.To) {
			continue
		}
		if w := l.At(i - 1); kept && (w == "hoặc" || w == "và" || w == "," || w == "định") {
			continue // "giấy tờ quy định tại Điều 19 hoặc tại Điều 20"
		}
		if bareGeneric(l, p.From, i) && numbered.In(l, token.Between(i, min(p.To, i+5))) {
			i += n - 1
			kept = true
			continue // "một trong các giấy tờ quy định tại Điều 137": nothing else identifies it
		}
		end := p.To
		for j := i + n; j < p.To; j++ {
			t := l.Tokens[j]
			if t.Depth > 0 {
				continue
			}
			if t.Word == ";" || t.Word == "." || Joint(l, j, p.To) > 0 && !(t.Word == "," && lawAbout(l, j, i)) || t.Word == "/" && j+1 < p.To && l.Tokens[j+1].Kind == token.Word && !l.Tokens[j+1].Upper ||
				t.Word == "," && l.At(j+1) == "kèm" && !WithLaw(l, j+1, p.To) || l.At(j) == "kèm" && !WithLaw(l, j, p.To) ||
				t.Word == "," && resumes.Match(l, j+1, p.To) > 0 || t.Word != "," && !(l.At(j) == "liên" && lawNames.Match(l, j-2, j) > 0) && resumes.Match(l, j, p.To) > 0 && j > i+n {
				end = j
				break
			}
		}
		if i == p.From+1 && end == p.To && l.Tokens[p.From].Kind != token.Word {
			continue
		}
		from := i
		if l.At(i) == "theo" && (l.At(i+1) == "mẫu" || l.At(i+1) == "biểu") {
			from = i + 2
			if l.At(i+1) == "biểu" {
				from++
			}
		}
		if l.At(i) == "theo" && l.At(i+1) == "quy" && i-p.From <= 3 && end == p.To {
			continue // "Đơn đề nghị theo quy định": nothing else identifies it
		}
		if l.At(i-1) == "diện" && l.At(i) == "theo" {
			continue // "người đại diện theo pháp luật"
		}
		drop(token.Between(from, end))
		i = end - 1
	}
}

// lawAbout reports whether the comma at j is inside the subject of a law: "Nghị định số
// 123/2020/NĐ-CP quy định về hóa đơn, chứng từ".
func lawAbout(l *token.Line, j, from int) bool {
	for k := j - 1; k > from+1 && k > j-7; k-- {
		if l.At(k) == "về" && l.At(k-1) == "định" && l.At(k-2) == "quy" {
			return true
		}
	}
	return false
}

// bareGeneric reports whether a general noun for papers is directly before i, without a word
// that says which paper.
func bareGeneric(l *token.Line, from, i int) bool {
	for k := max(from, i-3); k < i; k++ {
		if n := generics.Match(l, k, i); n > 0 && k+n == i && (k == from || genericBefore[l.At(k-1)]) {
			return true
		}
	}
	if n := anyReport.Match(l, from, i); n > 0 && from+n == i {
		return true // "Văn bản báo cáo theo quy định tại khoản 5 Điều 20"
	}
	return false
}

var (
	anyReport     = token.NewLexicon("văn bản báo cáo|văn bản thông báo|báo cáo|thông báo|văn bản chấp thuận|văn bản xác nhận|văn bản đề nghị chấp thuận|văn bản giải trình")
	generics      = token.NewLexicon("giấy tờ|tài liệu|văn bản|giấy chứng nhận|giấy tờ, tài liệu|tài liệu, giấy tờ|chứng từ|hồ sơ|thành phần hồ sơ|loại giấy tờ|giấy tờ khác|văn bản khác|tài liệu khác")
	genericBefore = map[string]bool{"hoặc": true, "các": true, "những": true, "loại": true, "sao": true, "toàn": true, "bộ": true}
	numbered      = token.NewLexicon("tại điểm|tại khoản|tại điều|tại mục|điểm|khoản|điều")
)

// afterForm reports whether the number of a form is before i: "Mẫu số 04 Phụ lục I".
func afterForm(l *token.Line, i, from int) bool {
	for k := i - 1; k >= from && k >= i-6; k-- {
		if l.At(k) == "mẫu" {
			return true
		}
	}
	return false
}

// WithLaw reports whether "kèm theo" at i belongs to a law: "ban hành kèm theo Thông tư", not
// "kèm theo bản sao".
func WithLaw(l *token.Line, i, end int) bool {
	j := i + 1
	if l.At(j) == "theo" {
		j++
	}
	if lawNames.Match(l, j, end) > 0 {
		return true
	}
	j += vocab.Articles.Match(l, j, end)
	return vocab.PaperNouns.Match(l, QuantityAt(l, j, end), end) == 0
}

var lawNames = token.NewLexicon("thông tư|nghị định|luật|bộ luật|quyết định số|quyết định này|nghị quyết số|nghị quyết liên tịch|quyết định của bộ|quyết định của thủ tướng|thông tư liên tịch|văn bản hợp nhất|quy chuẩn|quy chế|quy định|phụ lục|mẫu")

// resumes are words that continue the name after a citation.
var resumes = token.NewLexicon("chứng minh|có xác nhận|về việc|để chứng minh|do người|đã cấp|đã được cấp|liên quan đến|của tổ chức, cá nhân đề nghị|tương ứng với|có dán|có ảnh")
