package digest

import (
	"regexp"
	"strings"
)

// A condition: its words, as the source has them and as they follow "chỉ khi", and
// what only looks like the opening of one.

// when is a condition with where its words stand.
type when struct {
	words  string // the source's words
	piece  piece
	except bool   // everybody but those: "trừ trường hợp ..."
	lead   string // the row that introduces it
	full   string // the sentence that says so, when it is more than the words
	sure   bool
}

func (l *line) newWhen(p piece, sure bool) when {
	for !p.empty() && (l.t[p.a].kind == tokenMark && l.at(p.a) != "(" && l.at(p.a) != "“") {
		p.a++
	}
	for !p.empty() && l.t[p.b-1].kind == tokenMark && !strings.ContainsAny(l.at(p.b-1), ")”\"") {
		p.b--
	}
	for p.b-p.a > 2 && (l.at(p.b-1) == "gồm" || l.at(p.b-1) == "bao" || l.at(p.b-1) == ",") {
		p.b--
	}
	for i := p.a + 1; i < p.b; i++ { // the form's number and its law tell nothing of who needs it
		if l.t[i].depth == 0 && formTails.match(l, i, p.b) > 0 {
			p.b = i
			break
		}
	}
	return when{words: trimEnd(l.text(p)), piece: p, sure: sure}
}

var formTails = newLexicon("theo mẫu|ban hành kèm theo|theo biểu mẫu|mẫu số")

// haveOne is the condition of "(nếu có)".
const haveOne = "có giấy tờ này"

// Words of offices in the words of people. Each replacement keeps the meaning;
// Condition.Words has the source's own.
var whenWords = []struct {
	word string
	re   func() *regexp.Regexp
	with string
}{
	{"nơi cư trú", pattern(`(?i)^(?:cơ quan [^,]{0,40}? )?không thể khai thác được thông tin về nơi cư trú.*$`), "không tra được nơi cư trú"},
	{"khai thác", pattern(`(?i)không (?:thể )?khai thác được`), "không tra được"},
	{" quyền", pattern(`(?i)^(?:ủy|uỷ) quyền (?:thực hiện|yêu cầu|xin) .*$`), "làm thay người khác"},
	{" quyền", pattern(`(?i)^(?:ủy|uỷ) quyền cho (.*?) (?:thực hiện|làm) (?:thủ tục|việc).*$`), "ủy quyền cho $1"},
	{"tài khoản", pattern(`(?i)^chưa có tài khoản định danh điện tử.*$`), "chưa có tài khoản định danh điện tử"},
}

// shortWhen is a condition as it follows "chỉ khi".
func shortWhen(s string) string {
	s = trimEnd(stripBullet(foldSpace(s)))
	low := strings.ToLower(s)
	switch low {
	case "nếu có", "có", "":
		return haveOne
	}
	for _, w := range whenWords {
		if !strings.Contains(low, w.word) {
			continue
		}
		if t := trimEnd(w.re().ReplaceAllString(s, w.with)); t != "" {
			s = t
		}
	}
	return lowerFirst(s)
}

// ExceptWords begin Condition.When of a condition with Except.
const ExceptWords = "trừ trường hợp "

// conditionOf joins the conditions of an item.
func conditionOf(ws []when) Condition {
	var words, short []string
	except := false
	for _, w := range ws {
		t := w.words
		if w.except {
			t = ExceptWords + t
			except = len(ws) == 1
			short = append(short, t)
		} else {
			short = append(short, shortWhen(w.words))
		}
		if w.full != "" {
			t += " (" + w.full + ")"
		}
		words = append(words, t)
	}
	c := Condition{When: strings.Join(short, "; "), Words: strings.Join(words, "; "), Except: except}
	for _, w := range ws {
		c.Full = joinLines(c.Full, w.lead)
	}
	return c
}

// beyondCase drops the conditions that the case's heading states already.
func beyondCase(ws []when, full string) []when {
	if full == "" {
		return ws
	}
	head := nameKey(full)
	var out []when
	for _, w := range ws {
		if key := nameKey(w.words); w.except || len(key) < 12 || !strings.Contains(head, key) {
			out = append(out, w)
		}
	}
	return out
}

// noOpener sees through words that only look like an opener.
func (l *line) noOpener(i, n int, p piece) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	before := l.at(i - 1)
	switch l.at(i) {
	case "trường":
		// "thuộc các trường hợp", "xác nhận trường hợp": part of a name.
		part := before == "các" || before == "những" || before == "thuộc" || before == "từng" || before == "mọi" || before == "số" || before == "về" || before == "nhận" || before == "hai"
		return part || l.clauseHasThen(piece{i, p.b})
	case "nếu":
		for k := i + 1; k < p.b && k < i+12 && l.at(k) != ";"; k++ {
			if l.at(k) == "phải" && duties.match(l, k, p.b) < 2 {
				return true // "nếu là bản giấy phải đóng dấu"
			}
		}
		return before == "trị" || before == "dụng" && l.at(i-2) == "sử" && l.at(i-3) == "trị"
	case "trừ":
		after := l.at(i + 1)
		if after == "lùi" || after == "dần" || after == "nợ" || after == "đi" || after == "vào" {
			return true
		}
		return before == "khấu" || before == "loại" || before == "giảm" || before == "bù" || before == "lùi" || before == "cấn" || before == "miễn" || before == "nghị"
	case "khi":
		return n > 1 || l.at(i+1) != "làm" || l.at(i+2) != "thủ" || l.at(i+4) == "trực"
	case "đối":
		if w := l.at(i + n); everyWord[w] {
			return true // "chi tiết đối với tất cả các khoản vay": tells nobody from another
		}
		if n == 2 && l.inLawTitle(i, p) {
			return true // "Thông tư số 28/2018 quy định điều kiện cấp phép đối với ngân hàng": the law's name
		}
		if n == 2 && l.tellsApart(piece{i + n, p.b}) {
			return false
		}
		if n == 2 && i > p.a+2 && dutiesTo.match(l, i-2, i) == 2 {
			return true // "việc thực hiện nghĩa vụ đối với người lao động"
		}
		return n == 2 && (l.isAbout(i) && l.forParts() < 2 || (before == "nhân" || before == "chức") && lawPaper.in(l, piece{max(p.a, i-9), i}) || l.partOfName(p, i, n))
	case "dùng":
		return before == "sử" || before == "đồ" || before == "tiêu"
	case "yêu":
		return before == "người"
	case "với", "cho":
		return n < 3
	}
	return false
}

var dutiesTo = newLexicon("nghĩa vụ|trách nhiệm|chế độ")

// inLawTitle tells whether i stands in what a law is called behind its number.
func (l *line) inLawTitle(i int, p piece) bool {
	for k := i - 1; k > p.a+1 && k > i-30; k-- {
		if w := l.at(k); w == ";" || w == "," || w == "." {
			return false
		}
		if l.at(k) == "định" && l.at(k-1) == "quy" {
			for j := k - 2; j > p.a && j > k-14; j-- {
				if l.t[j].kind == tokenNumber && strings.Contains(l.t[j].word, "/") {
					return true
				}
			}
			return false
		}
	}
	return false
}

// tellsApart tells whether what follows "đối với" is some of the applicants: "các tổ
// chức đề nghị cấp giấy phép không có ...".
func (l *line) tellsApart(p piece) bool {
	p.a += articles.match(l, p.a, p.b)
	n := applicants.match(l, p.a, p.b)
	if n == 0 {
		return false
	}
	for i := p.a + n; i < p.b && i < p.a+16; i++ {
		if l.t[i].kind == tokenMark && l.at(i) != "," {
			return false
		}
		if apart.match(l, i, p.b) > 0 {
			return true
		}
	}
	return false
}

var apart = newLexicon("đề nghị cấp|không có|chưa có|không thuộc|đã được nhà nước|chưa được|không phải là|có vốn đầu tư")

var everyWord = map[string]bool{"tất": true, "mọi": true, "từng": true, "mỗi": true, "toàn": true}

var lawPaper = newLexicon("giấy tờ pháp lý của|giấy tờ chứng thực")

// forParts counts the parts of a row that have a "đối với" of their own.
func (l *line) forParts() int {
	n, seen := 0, false
	for i := range l.t {
		if l.t[i].word == ";" && l.t[i].depth == 0 {
			seen = false
		}
		if l.t[i].depth == 0 && l.t[i].word == "đối" && l.at(i+1) == "với" && !seen && i > 0 {
			n, seen = n+1, true
		}
	}
	return n
}

// isAbout tells whether a word that takes "đối với" as its object stands right
// before i: "quyền sở hữu đối với", "nhiệm vụ đối với".
func (l *line) isAbout(i int) bool {
	for k := i - 2; k < i && k >= 0; k++ {
		if n := aboutWords.match(l, k, i); n > 0 && k+n == i && l.at(k-1) != "chủ" && !l.hasAuthority(k) {
			return true
		}
	}
	return false
}

// hasAuthority tells "cơ quan có thẩm quyền", with "thẩm" or "quyền" at k: it
// names an office, not what its authority is over.
func (l *line) hasAuthority(k int) bool {
	return l.at(k) == "thẩm" && l.at(k-1) == "có" || l.at(k) == "quyền" && l.at(k-1) == "thẩm" && l.at(k-2) == "có"
}

// partOfName tells "đối với" that goes on with a name: what follows tells no
// applicant from another ("sổ theo dõi đối với loài thủy sản").
func (l *line) partOfName(p piece, i, n int) bool {
	if l.at(i-1) == "cấp" && (l.at(i-2) == "quyền" || l.at(i-2) == "được") {
		return false // "do cơ quan có thẩm quyền cấp đối với các loài ..."
	}
	j := i + n
	for range 2 {
		if m := articles.match(l, j, p.b); m > 0 {
			j += m
		}
	}
	if whoWords.match(l, j, p.b) > 0 || l.at(j+1) == "viên" || l.at(j+2) == "viên" {
		return false
	}
	head := piece{p.a, i}
	for range 3 {
		head.a += articles.match(l, head.a, head.b)
		head.a = l.quantityAt(head.a, head.b)
		if copyHeads.match(l, head.a, head.b) > 0 {
			head.a, _ = l.copyEnd(head)
		}
	}
	return l.forParts() < 2 && evidence.match(l, head.a, head.b) == 0
}

// sureTail tells whether "đối với" and its like really open a condition. They
// also say what a duty, a right or a check is about ("quyền sở hữu đối với
// nhà"); when neither is plain, the row is for a person to read.
func (l *line) sureTail(p piece, i, n int) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if before := l.at(i - 1); l.at(i) == "trường" && before != "," && before != ")" {
		return false // "Giấy phép trường hợp phải có": a condition without its opener, or part of a name
	}
	if l.at(i) == "áp" && before(l, i) {
		return false // "danh mục tiêu chuẩn áp dụng cho dự án": a name or a condition
	}
	if l.at(i) != "đối" || n > 2 {
		return true
	}
	if l.at(i-1) == "dụng" && l.at(i-2) == "áp" {
		return true
	}
	j := i + n
	for range 2 {
		if m := articles.match(l, j, p.b); m > 0 {
			j += m
		}
	}
	if whoWords.match(l, j, p.b) == 0 && l.forParts() < 2 && l.at(j+1) != "viên" && l.at(j+2) != "viên" {
		return false
	}
	if l.at(i-1) == "cấp" {
		return true // "do cơ quan có thẩm quyền cấp đối với ..."
	}
	for k := max(p.a, i-9); k < i-4; k++ {
		if duty := farAbout.match(l, k, i); duty > 0 && l.at(k+duty) == "của" {
			return false // "nghĩa vụ của tổ chức phát hành đối với nhà đầu tư"
		}
	}
	for k := max(p.a, i-4); k < i && l.forParts() < 2; k++ {
		if aboutWords.match(l, k, i) > 0 && l.at(k-1) != "chủ" && !l.hasAuthority(k) {
			return false
		}
	}
	return true
}

// before tells whether a word that goes on stands before i.
func before(l *line, i int) bool { return i > 0 && l.t[i-1].kind != tokenMark }

// whoWords are people and things that tell one applicant from another.
var whoWords = newLexicon("trường hợp|hồ sơ|tổ chức|cá nhân|người|công dân|doanh nghiệp|hộ|hộ gia đình|trẻ|trẻ em|cơ sở|nhà đầu tư|dự án|công trình|tàu|tàu cá|tàu biển|tàu bay|xe|phương tiện|hàng|hàng hóa|ngân hàng|công ty|hợp tác xã|liên hiệp|đơn vị|cơ quan|đối tượng|nhà|đất|thửa|sản phẩm|thuốc|giống|chủ|bên|học sinh|sinh viên|cán bộ|viên chức|thương nhân|quỹ|chi nhánh|văn phòng|vùng|khu|tác giả|thuyền viên|lao động|thành viên|cổ đông|lô|bến|cảng|tổ|thức ăn|phân bón|nguyên liệu|động vật|thực vật|lâm sản|gỗ|khoáng sản|trạm|máy|thiết bị|vật liệu|cửa hàng|học viên|giáo viên|luật sư|công chứng viên|giám định|văn phòng đại diện|thủ tục|chứng chỉ|giấy phép|nước|vốn|ngành|lĩnh vực|tờ khai|cấp|đăng ký|lần|lần đầu|nơi|bệnh|thương binh|liệt sĩ|thân nhân|quân nhân|sĩ quan|hạ sĩ|vũ khí|pháo|tiền chất|chế phẩm|mẫu|tài sản|pháp nhân|bất động sản|địa điểm|phòng|trung tâm|trường|bệnh viện|hộ kinh doanh|đường|cầu|hầm|đoàn|hội|tín ngưỡng|cấu kiện|thủy sản|nuôi|vay|khoản vay|trái phiếu|cổ phiếu|chứng khoán|bảo hiểm|kinh doanh|sản xuất|xuất khẩu|nhập khẩu|chuyển")

// farAbout take "đối với" as their object behind who has them.
var farAbout = newLexicon("nghĩa vụ|trách nhiệm|quyền|ý kiến|cam kết")

// aboutWords take "đối với" as their object.
var aboutWords = newLexicon("trách nhiệm|nghĩa vụ|quyền|sở hữu|ý kiến|kiểm tra|giám sát|xử lý|xử phạt|chính sách|chế độ|yêu cầu|thẩm quyền|tác động|ảnh hưởng|khen thưởng|kỷ luật|bảo lãnh|kết luận|dự phòng|thẩm định|phê duyệt|thuế|lệ phí|điều kiện|quyền hạn|đánh giá|quản lý|bảo đảm|hỗ trợ|bồi thường|cam kết|tiêu chuẩn|rủi ro|chấp thuận|nhiệm vụ|biện pháp|liên quan|quy định|khiếu nại|tố cáo|tín nhiệm|dân sự|chất lượng|tranh chấp|hạn chế|kỹ thuật|phòng ngừa|ứng phó|sự cố|thông tin|phòng chống|hậu quả|phòng cháy|chữa cháy")
