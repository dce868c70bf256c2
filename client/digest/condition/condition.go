package condition

import (
	"regexp"
	"strings"

	"motcua/client/digest/naming"
	"motcua/client/digest/token"
	"motcua/client/digest/vocab"
)

// A condition: its words in the source and in short form, and words that only look like the
// beginning of one.

// When is a condition and where its words are.
type When struct {
	Words  string // the source's words
	Piece  token.Piece
	Except bool   // for everybody except these people: "trừ trường hợp ..."
	Lead   string // the row that introduces it
	Full   string // the sentence that states it, if that is more than the words
	Sure   bool   // these words really limit who needs the paper
}

// New returns the condition with the words in p, without marks and a form's number at its ends.
// sure means that it really is a condition.
func New(l *token.Line, p token.Piece, sure bool) When {
	for !p.Empty() && (l.Tokens[p.From].Kind == token.Mark && l.At(p.From) != "(" && l.At(p.From) != "“") {
		p.From++
	}
	for !p.Empty() && l.Tokens[p.To-1].Kind == token.Mark && !strings.ContainsAny(l.At(p.To-1), ")”\"") {
		p.To--
	}
	for open := asideAt(l, p); open > p.From+1; open = asideAt(l, p) {
		p.To = open // "… (01 bản chính) (khoản 2 Điều 27)"
	}
	for p.To-p.From > 2 && (l.At(p.To-1) == "gồm" || l.At(p.To-1) == "bao" || l.At(p.To-1) == ",") {
		p.To--
	}
	for i := p.From + 1; i < p.To; i++ { // a form's number and its law do not say who needs the paper
		if l.Tokens[i].Depth == 0 && formTails.Match(l, i, p.To) > 0 {
			p.To = i
			break
		}
	}
	return When{Words: token.TrimEnd(l.Text(p)), Piece: p, Sure: sure}
}

// asideAt returns where a bracket at the end of p begins that counts copies or names the law, or
// -1.
func asideAt(l *token.Line, p token.Piece) int {
	if p.Empty() || l.At(p.To-1) != ")" {
		return -1
	}
	for i := p.To - 2; i > p.From; i-- {
		if l.At(i) != "(" || l.Closing(i, p.To) != p.To {
			continue
		}
		q := naming.QuantityAt(l, i+1, p.To)
		if vocab.CopyHeads.Match(l, q, p.To) > 0 || lawParts.Match(l, i+1, p.To) > 0 {
			return i
		}
		return -1
	}
	return -1
}

var lawParts = token.NewLexicon("khoản|điểm|điều")

var formTails = token.NewLexicon("theo mẫu|ban hành kèm theo|theo biểu mẫu|mẫu số")

// HaveOne is the condition of "(nếu có)".
const HaveOne = "có giấy tờ này"

// Official wordings and their replacements in plain words. Each keeps the meaning;
// Condition.Words has the source's own words.
var whenWords = []struct {
	word string
	re   func() *regexp.Regexp
	with string
}{
	{"nơi cư trú", token.Pattern(`(?i)^(?:cơ quan [^,]{0,40}? )?không thể khai thác được thông tin về nơi cư trú.*$`), "không tra được nơi cư trú"},
	{"khai thác", token.Pattern(`(?i)không (?:thể )?khai thác được`), "không tra được"},
	{" quyền", token.Pattern(`(?i)^(?:ủy|uỷ) quyền (?:thực hiện|yêu cầu|xin) .*$`), "làm thay người khác"},
	{" quyền", token.Pattern(`(?i)^(?:ủy|uỷ) quyền cho (.*?) (?:thực hiện|làm) (?:thủ tục|việc).*$`), "ủy quyền cho $1"},
	{"tài khoản", token.Pattern(`(?i)^chưa có tài khoản định danh điện tử.*$`), "chưa có tài khoản định danh điện tử"},
}

// Short returns a condition in the form that follows "chỉ khi".
func Short(s string) string {
	s = token.TrimEnd(token.StripBullet(token.FoldSpace(s)))
	low := strings.ToLower(s)
	switch low {
	case "nếu có", "có", "":
		return HaveOne
	}
	for _, w := range whenWords {
		if !strings.Contains(low, w.word) {
			continue
		}
		if t := token.TrimEnd(w.re().ReplaceAllString(s, w.with)); t != "" {
			s = t
		}
	}
	return token.LowerFirst(s)
}

// NoOpener reports whether words at i only look like the beginning of a condition.
func NoOpener(l *token.Line, i, n int, p token.Piece) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	before := l.At(i - 1)
	switch l.At(i) {
	case "trường":
		// "thuộc các trường hợp", "xác nhận trường hợp": part of a name.
		part := before == "trừ" || before == "các" || before == "những" || before == "thuộc" || before == "từng" || before == "mọi" || before == "số" || before == "về" || before == "nhận" || before == "hai"
		return part || ClauseHasThen(l, token.Between(i, p.To))
	case "nếu":
		for k := i + 1; k < p.To && k < i+12 && l.At(k) != ";"; k++ {
			if l.At(k) == "phải" && vocab.Duties.Match(l, k, p.To) < 2 {
				return true // "nếu là bản giấy phải đóng dấu"
			}
		}
		return before == "trị" || before == "dụng" && l.At(i-2) == "sử" && l.At(i-3) == "trị"
	case "trừ":
		after := l.At(i + 1)
		if spared.In(l, token.Between(i+1, min(p.To, i+9))) {
			return true // "đã được hợp pháp hóa lãnh sự, trừ trường hợp được miễn hợp pháp hóa": the form and not the paper
		}
		if after == "lùi" || after == "dần" || after == "nợ" || after == "đi" || after == "vào" {
			return true
		}
		return before == "khấu" || before == "loại" || before == "giảm" || before == "bù" || before == "lùi" || before == "cấn" || before == "miễn" || before == "nghị" || before == "khai"
	case "khi":
		return n > 1 || l.At(i+1) != "làm" || l.At(i+2) != "thủ" || l.At(i+4) == "trực" || orPaper(l, p) // "kết quả kiểm tra khi làm thủ tục A hoặc kết quả kiểm tra khi …": it tells them apart
	case "đối":
		if w := l.At(i + n); everyWord[w] {
			return true // "chi tiết đối với tất cả các khoản vay": it distinguishes nobody
		}
		if n == 2 && InLawTitle(l, i, p) {
			return true // "Thông tư số 28/2018 quy định điều kiện cấp phép đối với ngân hàng": the law's name
		}
		if n == 2 && (tellsApart(l, token.Between(i+n, p.To)) || isSort(l, token.Between(i+n, min(p.To, i+n+12)))) {
			return false
		}
		if n == 2 && i > p.From+2 && dutiesTo.Match(l, i-2, i) == 2 || n == 2 && owedTo(l, i, p) {
			return true // "việc thực hiện nghĩa vụ đối với người lao động"
		}
		return n == 2 && (isAbout(l, i) && forParts(l) < 2 || (before == "nhân" || before == "chức") && lawPaper.In(l, token.Between(max(p.From, i-9), i)) || partOfName(l, p, i, n))
	case "dùng":
		return before == "sử" || before == "đồ" || before == "tiêu"
	case "yêu":
		return before == "người"
	case "với", "cho":
		return n < 3
	}
	return false
}

// orPaper reports whether p names a paper or another one.
func orPaper(l *token.Line, p token.Piece) bool {
	for i := p.From + 1; i < p.To; i++ {
		if l.At(i) == "hoặc" && l.Tokens[i].Depth == 0 && naming.Joint(l, i, p.To) > 0 {
			return true
		}
	}
	return false
}

// owedTo recognises "nghĩa vụ của tổ chức phát hành đối với nhà đầu tư", with "đối" at i: to whom
// a duty is owed.
func owedTo(l *token.Line, i int, p token.Piece) bool {
	for k := max(p.From, i-9); k < i-3; k++ {
		if n := owed.Match(l, k, i); n > 0 && l.At(k+n) == "của" && vocab.Applicants.Match(l, k+n+1, i) > 0 {
			return true
		}
	}
	return false
}

var owed = token.NewLexicon("nghĩa vụ|trách nhiệm|quyền lợi|quyền lợi quốc tế|lợi ích")

// spared are formalities from which somebody is freed; the paper is asked all the same.
var spared = token.NewLexicon("miễn hợp pháp hóa|miễn chứng thực|miễn công chứng|miễn dịch|không phải hợp pháp hóa|không yêu cầu hợp pháp hóa|miễn chứng nhận lãnh sự|được miễn hợp thức hóa")

var dutiesTo = token.NewLexicon("nghĩa vụ|trách nhiệm|chế độ")

// InLawTitle reports whether i is inside the title of a law, after its number.
func InLawTitle(l *token.Line, i int, p token.Piece) bool {
	for k := i - 1; k > p.From+1 && k > i-30; k-- {
		if w := l.At(k); w == ";" || w == "," || w == "." {
			return false
		}
		if l.At(k) == "định" && l.At(k-1) == "quy" {
			for j := k - 2; j > p.From && j > k-14; j-- {
				if l.Tokens[j].Kind == token.Number && strings.Contains(l.Tokens[j].Word, "/") {
					return true
				}
			}
			return false
		}
	}
	return false
}

// isSort recognises "phụ tùng là động cơ": one kind of a thing.
func isSort(l *token.Line, p token.Piece) bool {
	for i := p.From + 1; i+1 < p.To && l.Tokens[i].Kind == token.Word && l.Tokens[i].Depth == 0; i++ {
		if l.At(i) == "là" && l.Tokens[i+1].Kind == token.Word {
			return true
		}
	}
	return false
}

// tellsApart reports whether the words after "đối với" mean only some of the applicants: "các
// tổ chức đề nghị cấp giấy phép không có ...".
func tellsApart(l *token.Line, p token.Piece) bool {
	p.From += vocab.Articles.Match(l, p.From, p.To)
	n := vocab.Applicants.Match(l, p.From, p.To)
	if m := things.Match(l, p.From, p.To); n == 0 && m > 0 {
		return listed.Match(l, p.From+m, p.To) > 0 // "đối với hàng hóa thuộc Danh mục …"
	}
	if n == 0 {
		return false
	}
	for i := p.From + n; i < p.To && i < p.From+16; i++ {
		if l.Tokens[i].Kind == token.Mark && l.At(i) != "," {
			return false
		}
		if apart.Match(l, i, p.To) > 0 {
			return true
		}
	}
	return false
}

var (
	things = token.NewLexicon("hàng hóa|hàng|phương tiện|công trình|dự án|xe|tàu|sản phẩm|thiết bị|vật thể|cơ sở|khu vực|thửa đất|nhà|loài")
	listed = token.NewLexicon("thuộc diện|thuộc danh mục|thuộc đối tượng|thuộc loại|thuộc trường hợp|thuộc nhóm|không thuộc|phải có|phải kiểm tra")
)

var apart = token.NewLexicon("đề nghị cấp|quy định tại|không có|chưa có|không thuộc|đã được nhà nước|chưa được|không phải là|có vốn đầu tư")

var everyWord = map[string]bool{"tất": true, "mọi": true, "từng": true, "mỗi": true, "toàn": true}

var lawPaper = token.NewLexicon("giấy tờ pháp lý của|giấy tờ chứng thực")

// forParts counts the parts of a row with a "đối với" of their own.
func forParts(l *token.Line) int {
	n, seen := 0, false
	for i := range l.Tokens {
		if l.Tokens[i].Word == ";" && l.Tokens[i].Depth == 0 {
			seen = false
		}
		if l.Tokens[i].Depth == 0 && l.Tokens[i].Word == "đối" && l.At(i+1) == "với" && !seen && i > 0 {
			n, seen = n+1, true
		}
	}
	return n
}

// isAbout reports whether the word directly before i takes "đối với" as its object: "quyền sở
// hữu đối với", "nhiệm vụ đối với".
func isAbout(l *token.Line, i int) bool {
	for k := i - 2; k < i && k >= 0; k++ {
		if n := aboutWords.Match(l, k, i); n > 0 && k+n == i && l.At(k-1) != "chủ" && !hasAuthority(l, k) {
			return true
		}
	}
	return false
}

// hasAuthority recognises "cơ quan có thẩm quyền", with "thẩm" or "quyền" at k. It names an
// office and not what the office has authority over.
func hasAuthority(l *token.Line, k int) bool {
	return l.At(k) == "thẩm" && l.At(k-1) == "có" || l.At(k) == "quyền" && l.At(k-1) == "thẩm" && l.At(k-2) == "có"
}

// partOfName reports whether "đối với" continues a name: the words after it do not distinguish
// applicants ("sổ theo dõi đối với loài thủy sản").
func partOfName(l *token.Line, p token.Piece, i, n int) bool {
	if l.At(i-1) == "cấp" && (l.At(i-2) == "quyền" || l.At(i-2) == "được") {
		return false // "do cơ quan có thẩm quyền cấp đối với các loài ..."
	}
	j := i + n
	for range 2 {
		if m := vocab.Articles.Match(l, j, p.To); m > 0 {
			j += m
		}
	}
	if whoWords.Match(l, j, p.To) > 0 || l.At(j+1) == "viên" || l.At(j+2) == "viên" {
		return false
	}
	head := token.Between(p.From, i)
	for range 3 {
		head.From += vocab.Articles.Match(l, head.From, head.To)
		head.From = naming.QuantityAt(l, head.From, head.To)
		if vocab.CopyHeads.Match(l, head.From, head.To) > 0 {
			head.From, _ = naming.CopyEnd(l, head)
		}
	}
	return forParts(l) < 2 && vocab.Evidence.Match(l, head.From, head.To) == 0
}

// sureTail reports whether "đối với" and similar words really begin a condition. They also say
// what a duty, a right or a check is about ("quyền sở hữu đối với nhà"). If neither is clear, a
// person must read the row.
func sureTail(l *token.Line, p token.Piece, i, n int) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if before := l.At(i - 1); l.At(i) == "trường" && before != "," && before != ")" {
		return false // "Giấy phép trường hợp phải có": a condition without its opener, or part of a name
	}
	if l.At(i) == "áp" && before(l, i) {
		return false // "danh mục tiêu chuẩn áp dụng cho dự án": a name or a condition
	}
	if l.At(i) != "đối" || n > 2 {
		return true
	}
	if l.At(i-1) == "dụng" && l.At(i-2) == "áp" {
		return true
	}
	j := i + n
	for range 2 {
		if m := vocab.Articles.Match(l, j, p.To); m > 0 {
			j += m
		}
	}
	if whoWords.Match(l, j, p.To) == 0 && forParts(l) < 2 && l.At(j+1) != "viên" && l.At(j+2) != "viên" {
		return false
	}
	if l.At(i-1) == "cấp" || tellsApart(l, token.Between(i+n, p.To)) {
		return true // "do cơ quan có thẩm quyền cấp đối với ..."
	}
	for k := max(p.From, i-9); k < i-4; k++ {
		if duty := farAbout.Match(l, k, i); duty > 0 && l.At(k+duty) == "của" {
			return false // "nghĩa vụ của tổ chức phát hành đối với nhà đầu tư"
		}
	}
	for k := max(p.From, i-4); k < i && forParts(l) < 2; k++ {
		if aboutWords.Match(l, k, i) > 0 && l.At(k-1) != "chủ" && !hasAuthority(l, k) {
			return false
		}
	}
	return true
}

// before reports whether a word, and not a mark, is directly before i.
func before(l *token.Line, i int) bool { return i > 0 && l.Tokens[i-1].Kind != token.Mark }

// whoWords are people and things that distinguish applicants.
var whoWords = token.NewLexicon("trường hợp|hồ sơ|tổ chức|cá nhân|người|công dân|doanh nghiệp|hộ|hộ gia đình|trẻ|trẻ em|cơ sở|nhà đầu tư|dự án|công trình|tàu|tàu cá|tàu biển|tàu bay|xe|phương tiện|hàng|hàng hóa|ngân hàng|công ty|hợp tác xã|liên hiệp|đơn vị|cơ quan|đối tượng|nhà|đất|thửa|sản phẩm|thuốc|giống|chủ|bên|học sinh|sinh viên|cán bộ|viên chức|thương nhân|quỹ|chi nhánh|văn phòng|vùng|khu|tác giả|thuyền viên|lao động|thành viên|cổ đông|lô|bến|cảng|tổ|thức ăn|phân bón|nguyên liệu|động vật|thực vật|lâm sản|gỗ|khoáng sản|trạm|máy|thiết bị|vật liệu|cửa hàng|học viên|giáo viên|luật sư|công chứng viên|giám định|văn phòng đại diện|thủ tục|chứng chỉ|giấy phép|nước|vốn|ngành|lĩnh vực|tờ khai|cấp|đăng ký|lần|lần đầu|nơi|bệnh|thương binh|liệt sĩ|thân nhân|quân nhân|sĩ quan|hạ sĩ|vũ khí|pháo|tiền chất|chế phẩm|mẫu|tài sản|pháp nhân|bất động sản|địa điểm|phòng|trung tâm|trường|bệnh viện|hộ kinh doanh|đường|cầu|hầm|đoàn|hội|tín ngưỡng|cấu kiện|thủy sản|nuôi|vay|khoản vay|trái phiếu|cổ phiếu|chứng khoán|bảo hiểm|kinh doanh|sản xuất|xuất khẩu|nhập khẩu|chuyển")

// farAbout take "đối với" as their object, after the words for whose duty it is.
var farAbout = token.NewLexicon("nghĩa vụ|trách nhiệm|quyền|ý kiến|cam kết")

// aboutWords take "đối với" as their object.
var aboutWords = token.NewLexicon("trách nhiệm|nghĩa vụ|quyền|sở hữu|ý kiến|kiểm tra|giám sát|xử lý|xử phạt|chính sách|chế độ|yêu cầu|thẩm quyền|tác động|ảnh hưởng|khen thưởng|kỷ luật|bảo lãnh|kết luận|dự phòng|thẩm định|phê duyệt|thuế|lệ phí|điều kiện|quyền hạn|đánh giá|quản lý|bảo đảm|hỗ trợ|bồi thường|cam kết|tiêu chuẩn|rủi ro|chấp thuận|nhiệm vụ|biện pháp|liên quan|quy định|khiếu nại|tố cáo|tín nhiệm|dân sự|chất lượng|tranh chấp|hạn chế|kỹ thuật|phòng ngừa|ứng phó|sự cố|thông tin|phòng chống|hậu quả|phòng cháy|chữa cháy")
