package digest

import "strings"

// What a name leaves out behind its noun: brackets, copies, the contents of the paper,
// the law and the form that it rests on.

// dropBrackets drops brackets that say how copies are to be, which law asks, or
// how something is called from here on; short ones that tell more stay.
func (l *line) dropBrackets(p piece, drop func(piece)) {
	for i := p.a; i < p.b; i++ {
		if l.t[i].word != "(" || l.t[i].depth != 1 {
			continue
		}
		end := l.closing(i, p.b)
		in := piece{i + 1, end - 1}
		q := l.quantityAt(in.a, in.b)
		switch {
		case formWords.match(l, in.a, in.b) > 0 || formWords.match(l, q, in.b) > 0:
			// "(Mẫu CT01 ban hành kèm theo ...)": the number stays.
			if j := l.formEnd(in); j > in.a && j <= in.b {
				drop(piece{j, in.b})
			} else {
				drop(piece{i, end})
			}
		case copyHeads.match(l, q, in.b) > 0, citations.in(l, in), in.b-in.a > 14, details.in(l, in), callsIt.in(l, in):
			drop(piece{i, end})
		}
		i = end - 1
	}
}

var callsIt = newLexicon("sau đây|gọi tắt|gọi là|bản chính|bản sao|viết tắt|điều|nghị định|thông tư|còn thời hạn")

// formEnd is behind "mẫu số 01/TT" at the beginning of p.
func (l *line) formEnd(p piece) int {
	i := p.a
	n := formWords.match(l, i, p.b)
	if n == 0 {
		return i
	}
	i += n
	if l.at(i) == "số" {
		i++
	}
	for i < p.b && (l.t[i].kind == tokenNumber || l.t[i].kind == tokenWord && l.t[i].upper && len(l.t[i].word) <= 5 && l.t[i].word != "phụ" || strings.ContainsAny(l.at(i), "-/–.") && i+1 < p.b && l.t[i+1].kind != tokenMark && l.t[i].kind == tokenMark) {
		i++
	}
	for i > p.a && strings.ContainsAny(l.at(i-1), "-–/") && l.t[i-1].kind == tokenMark {
		i--
	}
	return i
}

// dropCopiesBehind drops ways of copying that follow the paper: ": 01 bản chụp
// từ bản chính và xuất trình bản chính để đối chiếu", "hoặc bản sao kèm bản chính".
func (l *line) dropCopiesBehind(p piece, drop func(piece)) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := p.a; i < p.b; i++ {
		if l.t[i].depth > 0 {
			continue
		}
		from := i
		switch l.at(i) {
		case ":", ",", "hoặc", "và", "bằng":
		default:
			continue
		}
		j := l.quantityAt(i+1, p.b)
		if l.at(j) == "hoặc" || l.at(j) == "kèm" || l.at(j) == "theo" || l.at(j) == "xuất" && l.at(j+1) == "trình" {
			if l.at(j) == "xuất" {
				j++
			}
			j++
			if l.at(j) == "theo" {
				j++
			}
		}
		if l.at(i) == ":" && j > i+1 && (j >= p.b || l.at(j) == "bản" && j+1 >= p.b || l.at(j-1) == "bản" && j >= p.b) {
			drop(piece{i, p.b}) // ": 02 bản"
			return
		}
		if copyHeads.match(l, j, p.b) == 0 {
			continue
		}
		end, _ := l.copyEnd(piece{j, p.b})
		if end >= p.b || l.t[end].kind == tokenMark && l.at(end) != "(" || tailOpeners.match(l, end, p.b) > 0 || l.joint(end, p.b) > 0 {
			drop(piece{from, end})
			i = end - 1
		}
	}
}

// dropDetails drops what stands in a paper: ", trong đó ghi rõ ...".
func (l *line) dropDetails(p piece, drop func(piece)) {
	at := l.detailAt(piece{p.a + 1, p.b})
	if at < 0 || at-p.a < 2 || pictures.match(l, p.a, p.b) > 0 || pictures.match(l, p.a+1, p.b) > 0 {
		return
	}
	end := p.b
	for i := at + 1; i < p.b; i++ {
		if l.t[i].depth == 0 && (l.at(i) == ";" || l.at(i) == "," && (l.at(i+1) == "kèm" || l.joint(i, p.b) > 1)) {
			end = i
			break
		}
	}
	drop(piece{at, end})
}

// detailAt is where the contents of a paper begin: "ghi rõ ...", "trong đó tối
// thiểu bao gồm các nội dung", -1 when none do.
func (l *line) detailAt(p piece) int {
	for i := p.a; i < p.b; i++ {
		if l.t[i].depth > 0 {
			continue
		}
		if n := details.match(l, i, p.b); n > 0 {
			if l.at(i) != "là" || paperNouns.match(l, i+n, p.b) == 0 { // "là bản sao Hộ chiếu" names the paper
				return i
			}
		}
		if contentLeads.match(l, i, p.b) == 0 {
			continue
		}
		j := i
		for n := contentLeads.match(l, j, p.b); n > 0; n = contentLeads.match(l, j, p.b) {
			j += n
		}
		if contentNouns.match(l, j, p.b) > 0 {
			return i
		}
	}
	return -1
}

var (
	contentLeads = newLexicon("trong đó|tối thiểu|phải|có|gồm|bao gồm|với|các|những|thể hiện|đầy đủ|ít nhất|cần|đảm bảo|một số|,|nêu|nêu các")
	contentNouns = newLexicon("nội dung sau|nội dung chính|nội dung chủ yếu|nội dung cơ bản|nội dung:|thông tin sau|thông tin về|thông tin cơ bản|thông tin chủ yếu|nội dung :|thông tin :|nội dung theo|nội dung chi tiết|nội dung như|thông tin như|thông tin theo|nội dung quy định|nội dung tối thiểu|thông tin chính|thông tin tối thiểu|nội dung cụ thể|nội dung cần|nội dung liên quan|nội dung về")
)

// dropCitations drops the law that a paper rests on, up to where something
// else begins.
func (l *line) dropCitations(p piece, drop func(piece)) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	kept := false
	for i := p.a + 1; i < p.b; i++ {
		if l.t[i].depth > 0 {
			continue
		}
		n := citations.match(l, i, p.b)
		if n == 0 && l.at(i) == "phụ" && l.at(i+1) == "lục" && l.afterForm(i, p.a) {
			n = 2
		}
		if n == 0 || l.at(i+n-1) == "điều" && l.at(i+n) == "lệ" && l.at(i) == "theo" {
			continue // "theo điều lệ" is no law
		}
		if l.at(i-1) == "ứng" && l.at(i-2) == "đáp" || l.at(i-1) == "với" && l.at(i-2) == "hợp" {
			kept = true // "về việc đáp ứng quy định tại Điều 20"
			i += n - 1
			continue
		}
		if w := l.at(i - 1); w == "các" || w == "những" || w == "một" || w == "đáp" {
			continue // "đáp ứng các quy định tại ...": the object of the name
		}
		if l.at(p.a) == "kết" && l.at(i) == "theo" && l.at(i+1) == "quy" && l.at(i+5) == "luật" && l.at(i+6) == "về" {
			continue // "Kết quả thủ tục theo quy định của pháp luật về phòng cháy": which one
		}
		if i-p.a <= 3 && l.at(i) == "quy" && l.at(i+2) == "của" {
			continue // "Các điều khoản quy định của Hiệp định": nothing else tells it
		}
		if i-p.a < 2 && !l.namesSomething(i+n, p.b) {
			continue
		}
		if w := l.at(i - 1); kept && (w == "hoặc" || w == "và" || w == "," || w == "định") {
			continue // "giấy tờ quy định tại Điều 19 hoặc tại Điều 20"
		}
		if l.bareGeneric(p.a, i) && numbered.in(l, piece{i, min(p.b, i+5)}) {
			i += n - 1
			kept = true
			continue // "một trong các giấy tờ quy định tại Điều 137": nothing else tells it
		}
		end := p.b
		for j := i + n; j < p.b; j++ {
			t := l.t[j]
			if t.depth > 0 {
				continue
			}
			if t.word == ";" || t.word == "." || l.joint(j, p.b) > 0 && !(t.word == "," && l.lawAbout(j, i)) || t.word == "/" && j+1 < p.b && l.t[j+1].kind == tokenWord && !l.t[j+1].upper ||
				t.word == "," && l.at(j+1) == "kèm" && !l.withLaw(j+1, p.b) || l.at(j) == "kèm" && !l.withLaw(j, p.b) ||
				t.word == "," && resumes.match(l, j+1, p.b) > 0 || t.word != "," && !(l.at(j) == "liên" && lawNames.match(l, j-2, j) > 0) && resumes.match(l, j, p.b) > 0 && j > i+n {
				end = j
				break
			}
		}
		if i == p.a+1 && end == p.b && l.t[p.a].kind != tokenWord {
			continue
		}
		from := i
		if l.at(i) == "theo" && (l.at(i+1) == "mẫu" || l.at(i+1) == "biểu") {
			from = i + 2
			if l.at(i+1) == "biểu" {
				from++
			}
		}
		if l.at(i) == "theo" && l.at(i+1) == "quy" && i-p.a <= 3 && end == p.b {
			continue // "Đơn đề nghị theo quy định": nothing else tells it
		}
		if l.at(i-1) == "diện" && l.at(i) == "theo" {
			continue // "người đại diện theo pháp luật"
		}
		drop(piece{from, end})
		i = end - 1
	}
}

// lawAbout tells whether the comma at j stands in what a law is about: "Nghị định số
// 123/2020/NĐ-CP quy định về hóa đơn, chứng từ".
func (l *line) lawAbout(j, from int) bool {
	for k := j - 1; k > from+1 && k > j-7; k-- {
		if l.at(k) == "về" && l.at(k-1) == "định" && l.at(k-2) == "quy" {
			return true
		}
	}
	return false
}

// bareGeneric tells whether a noun of any paper stands right before i, with no word
// that says which.
func (l *line) bareGeneric(from, i int) bool {
	for k := max(from, i-3); k < i; k++ {
		if n := generics.match(l, k, i); n > 0 && k+n == i && (k == from || genericBefore[l.at(k-1)]) {
			return true
		}
	}
	if n := anyReport.match(l, from, i); n > 0 && from+n == i {
		return true // "Văn bản báo cáo theo quy định tại khoản 5 Điều 20"
	}
	return false
}

var (
	anyReport     = newLexicon("văn bản báo cáo|văn bản thông báo|báo cáo|thông báo|văn bản chấp thuận|văn bản xác nhận|văn bản đề nghị chấp thuận|văn bản giải trình")
	generics      = newLexicon("giấy tờ|tài liệu|văn bản|giấy chứng nhận|giấy tờ, tài liệu|tài liệu, giấy tờ|chứng từ|hồ sơ|thành phần hồ sơ|loại giấy tờ")
	genericBefore = map[string]bool{"các": true, "những": true, "loại": true, "sao": true, "toàn": true, "bộ": true}
	numbered      = newLexicon("tại điểm|tại khoản|tại điều|tại mục|điểm|khoản|điều")
)

// afterForm tells whether the number of a form stands before i: "Mẫu số 04 Phụ
// lục I".
func (l *line) afterForm(i, from int) bool {
	for k := i - 1; k >= from && k >= i-6; k-- {
		if l.at(k) == "mẫu" {
			return true
		}
	}
	return false
}

// withLaw tells whether "kèm theo" at i goes with a law: "ban hành kèm theo Thông
// tư", not "kèm theo bản sao".
func (l *line) withLaw(i, end int) bool {
	j := i + 1
	if l.at(j) == "theo" {
		j++
	}
	if lawNames.match(l, j, end) > 0 {
		return true
	}
	j += articles.match(l, j, end)
	return paperNouns.match(l, l.quantityAt(j, end), end) == 0
}

var lawNames = newLexicon("thông tư|nghị định|luật|bộ luật|quyết định số|quyết định này|nghị quyết số|nghị quyết liên tịch|quyết định của bộ|quyết định của thủ tướng|thông tư liên tịch|văn bản hợp nhất|quy chuẩn|quy chế|quy định|phụ lục|mẫu")

// resumes are words that go on with the name behind a citation.
var resumes = newLexicon("chứng minh|có xác nhận|về việc|để chứng minh|do người|đã cấp|đã được cấp|liên quan đến|của tổ chức, cá nhân đề nghị|tương ứng với|có dán|có ảnh")
