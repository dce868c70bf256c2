package digest

// Sentences about papers rather than names of papers, and rows that name no paper by
// a known noun: which of them are advice, and which may hide one.

// aboutPapers tells whether the first clause of p is a sentence about papers
// rather than the name of one.
func (r *reader) aboutPapers(p piece) bool {
	for i := p.a + 1; i < p.b; i++ {
		t := r.t[i]
		if t.depth > 0 {
			continue
		}
		if t.word == ";" || t.word == ":" {
			return false
		}
		if t.word == "," && r.at(i+1) == "trường" && r.at(i+2) == "hợp" || t.word == "," && r.at(i+1) == "nếu" {
			return false
		}
		if tailOpeners.match(r.line, i, p.b) > 0 && !r.noOpener(i, tailOpeners.match(r.line, i, p.b), p) {
			return false
		}
		if details.match(r.line, i, p.b) > 0 {
			return false // "…, trong đó phương án phải đảm bảo ...": what stands in the paper
		}
		if n := aboutPapers.match(r.line, i, p.b); n > 0 && !r.inName(i, n, p) && !(r.at(i-1) == "nghị" && r.at(i) == "được") && r.at(i+n) != "mẫu" && !r.pledge(p) && !r.equalPaper(i, p) {
			return true
		}
	}
	return false
}

// aboutPapers are verbs of a sentence that says something about papers instead of
// naming one.
var aboutPapers = newLexicon("phải được|phải bảo đảm|phải đảm bảo|phải đáp ứng|phải còn|phải ghi|phải thể hiện|phải do|phải phù hợp|không phải|không cần|không bắt buộc|có giá trị pháp lý tương đương|thì|được thực hiện|được lập thành|được bao gồm|được gửi|được nộp|được sử dụng|được thay thế|chịu trách nhiệm|có trách nhiệm|thực hiện theo|được hiểu|được tạo lập|không được|không yêu cầu|do cha|được khai thác|được lưu|được trả|phải dịch|phải hợp pháp|phải ký|phải bằng|phải là|có thể là|bao gồm các giấy tờ theo quy định|gồm các giấy tờ theo quy định|bao gồm các giấy tờ như|bao gồm các giấy tờ quy định|gồm các giấy tờ quy định|bao gồm các tài liệu quy định|gồm các tài liệu theo quy định|được lấy|chỉ thực hiện|chỉ cần|được tính|được quy định cụ thể|đề nghị người|yêu cầu người|này được miễn|được miễn trừ trong|được cắt giảm")

// inName tells whether the verb at i stands in a clause of the paper's own name:
// "Nghị quyết về việc không phải chào mua", "thông báo đã được thực hiện".
func (r *reader) inName(i, n int, p piece) bool {
	switch w := r.at(i); {
	case w == "thì" || w == "phải":
		return false
	case r.at(i-1) == "đã", r.at(i+n) == "bởi", r.at(i-1) == "kết" && r.at(i-2) == "cam":
		return true
	}
	for k := i - 1; k > p.a; k-- {
		if r.t[k].kind == tokenMark {
			return false
		}
		if nameClauses.match(r.line, k, i) > 0 && !(r.at(k) == "chứng" && r.at(k+2) == "nhân") {
			return true
		}
	}
	return false
}

var nameClauses = newLexicon("về việc|chứng minh|thông qua việc|danh mục các|đối tượng|người không|người được|trường hợp")

// equalPaper tells "hoặc giấy tờ có giá trị pháp lý tương đương" at i: an
// alternative, and no rule.
func (r *reader) equalPaper(i int, p piece) bool {
	if r.at(i) != "có" || r.at(i+1) != "giá" {
		return false
	}
	for k := max(p.a, i-5); k < i; k++ {
		if r.at(k) == "hoặc" || r.at(k) == "hay" {
			return true
		}
	}
	return false
}

// pledge tells whether p names a promise: what it says of duties is its contents.
func (r *reader) pledge(p piece) bool {
	i := r.behindCopies(p)
	return pledges.match(r.line, i, p.b) > 0
}

var pledges = newLexicon("cam kết|văn bản cam kết|bản cam kết|giấy cam kết|giấy cam đoan|bản cam đoan|văn bản đề nghị|đơn đề nghị")

// specified reads "Hợp đồng mua bán phải được dịch ra tiếng Việt": a paper and how it
// has to be. It tells whether p was one.
func (r *reader) specified(p piece, whens []when) bool {
	if r.none || r.isRule(p) || strongPapers.match(r.line, r.behindCopies(p), p.b) == 0 || containers.match(r.line, r.behindCopies(p), p.b) > 0 {
		return false
	}
	for i := p.a + 3; i < p.b; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if r.t[i].kind == tokenMark && r.at(i) != "," {
			return false
		}
		if n := howWords.match(r.line, i, p.b); n > 0 || noDuties.match(r.line, i, p.b) > 0 && formalities.match(r.line, i+noDuties.match(r.line, i, p.b), p.b) > 0 {
			rest := piece{i, p.b}
			if r.at(i-1) == "này" || r.hiddenDemand(rest) || len(r.tails(rest)) > 0 || caseWords.in(r.line, piece{i + 1, p.b}) || r.mark(rest, ";") > 0 {
				return false
			}
			for r.at(i-1) == "," || r.at(i-1) == "và" {
				i--
			}
			r.unit(piece{p.a, i}, whens)
			return true
		}
	}
	return false
}

var howWords = newLexicon("phải được|phải đáp ứng|phải phù hợp|phải bảo đảm|phải đảm bảo|phải còn|phải ghi|phải thể hiện|phải dịch|phải ký|phải hợp pháp|phải có chữ ký|phải có xác nhận")

// plain decides on a first sentence that names no paper by its noun.
func (r *reader) plain(p piece) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return
	}
	switch {
	case r.none, appliesTo.in(r.line, p) && !plainOrStrong(r, p), r.at(p.a) == "thủ" && noDuties.in(r.line, p):
	case adviceOpeners.match(r.line, p.a, p.b) > 0 || caseOpeners.match(r.line, p.a, p.b) > 0:
		free := noDuties.in(r.line, p) || offices.match(r.line, p.a, p.b) > 0 || caseOpeners.match(r.line, p.a, p.b) > 0 && aboutFiling.match(r.line, p.a+caseOpeners.match(r.line, p.a, p.b), p.b) > 0
		if w, rest, ok := r.cutFront(p); ok {
			if r.onFiling(w.piece) && r.isRule(rest) && !r.hiddenDemand(rest) {
				return // "Trường hợp trực tiếp nộp hồ sơ thì các giấy tờ là bản sao": how, not what
			}
			if at, n := r.duty(rest); at >= 0 && notPapers.match(r.line, r.skipLead(piece{at + n, rest.b}), rest.b) > 0 {
				return
			}
		}
		if r.hiddenDemand(p) || !free && duties.in(r.line, p) && paperNouns.in(r.line, p) {
			r.doubt(p, "a sentence that may demand a paper")
		}
	case (r.at(r.skipLead(p)) == "hồ" || r.at(r.skipLead(p)) == "thông") && r.aboutPapers(p):
	case r.startsPaper(p) && r.isRule(piece{r.behindCopies(p), p.b}) && r.aboutPapers(p) && !r.hiddenDemand(p) && formalityWords.in(r.line, p):
	case r.startsPaper(p):
		r.doubt(p, "a sentence about a paper")
	case r.aboutPapers(p):
		if r.hiddenDemand(p) {
			r.doubt(p, "a sentence that may demand a paper")
		}
	case contentWordsHead.match(r.line, p.a, p.b) > 0:
		r.content = true
		r.doubt(p, "seems to be contents of another paper")
	case p.b-p.a > 40 && r.hasVerb(p), sentenceWords.in(r.line, piece{p.a, min(p.b, p.a+20)}):
		r.doubt(p, "no noun of a paper in front")
	default:
		n := len(r.items)
		r.papers(p, nil)
		for i := n; i < len(r.items); i++ {
			r.items[i].sure = min(Likely, max(r.items[i].sure, Likely))
			r.items[i].why = "has a quantity, though no known noun"
		}
	}
}

// formalityWords are in rules on how papers have to be: "Giấy tờ do nước ngoài cấp phải
// được hợp pháp hóa lãnh sự".
var formalityWords = newLexicon("hợp pháp hóa|hợp pháp hoá|chứng thực chữ ký|dịch ra tiếng việt|dịch sang tiếng việt|dịch công chứng|bằng tiếng việt|ký số|chữ ký số|tẩy xóa|tẩy xoá|đóng dấu giáp lai|miễn hợp pháp hóa")

// sentenceWords tell a sentence from the name of a paper without a known noun.
var sentenceWords = newLexicon("phải|thì|chỉ|sẽ|không|nộp|nhận hồ sơ|sau khi|trước khi|tùy|tuỳ|thực hiện|cấp phiếu")

// contentWordsHead begin parts of a paper's contents rather than papers.
var contentWordsHead = newLexicon("lý do|thực trạng|tác động|tên|địa chỉ|thời hạn|thời gian|địa điểm|trách nhiệm|quy định về|nội dung|các nội dung|số lượng|mục tiêu|sự cần thiết|đánh giá|phương hướng|cơ sở pháp lý|căn cứ|quy mô|họ tên|họ và tên|số nợ|giá trị|mục đích|nguồn|phạm vi|đối tượng|kinh phí|dự kiến|ngày|số|loại|hình thức|vị trí|diện tích|nhu cầu|khả năng|hiệu quả|giải pháp|thông tin về|các thông tin|nguyên nhân|đề xuất|kiến nghị|tổng mức|cơ cấu|tổ chức thực hiện|phương thức|khối lượng")

// isRule tells whether p begins a rule for all papers rather than naming one.
func (r *reader) isRule(p piece) bool {
	i := r.skipLead(p)
	n := ruleNouns.match(r.line, i, p.b)
	return n > 0 && (i+n >= p.b || r.t[i+n].kind == tokenMark || ruleWords.match(r.line, i+n, p.b) > 0)
}

// ruleNouns begin rules for all papers: "Giấy tờ do cơ quan nước ngoài cấp phải được ...".
var ruleNouns = newLexicon("giấy tờ|tài liệu|hồ sơ|các giấy tờ|văn bản|bản sao|bản dịch|thành phần hồ sơ|giấy tờ, tài liệu|thông tin|kết quả|bản chụp")

var ruleWords = newLexicon("do|phải|được|này|nêu|quy định|là|trong|có|gửi|nộp|theo|điện tử|của|trên|khác|liên quan|kèm theo|bằng|tiếng|giấy|và|hoặc|tại|cần|không|thì|để|sẽ|đã|đề nghị|giải quyết|thủ tục")

// lastLook doubts a row that names no paper so far, but has the words of one: a
// count of copies before a paper's noun, or a duty.
func (r *reader) lastLook(all piece) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if q := r.skipBullets(all); !r.none && !r.advises(q) {
		r.doubt(q, "has a quantity, but names no paper that is known")
		return
	}
	for _, s := range r.sentences(all) {
		for _, q := range r.parts(s) {
			q = r.skipBullets(q)
			if r.at(q.a) == "(" {
				q.a++
			}
			if w, _, ok := r.cutFront(q); ok && r.onFiling(w.piece) || appliesTo.in(r.line, q) || r.at(q.a) == "thủ" && noDuties.in(r.line, q) {
				continue
			}
			i := r.skipLead(q)
			if containers.match(r.line, i, q.b) > 0 && r.aboutPapers(q) {
				continue
			}
			theo := r.at(i) == "theo"
			if theo {
				i = r.skipLead(piece{i + 1, q.b})
			}
			if (!r.none || r.countsCopies(q)) && (strongPapers.match(r.line, i, q.b) > 0 || theo && paperNouns.match(r.line, i, q.b) > 0) && !r.isRule(piece{i, q.b}) && !noDuties.in(r.line, piece{q.a, min(q.b, i+14)}) {
				r.doubt(q, "begins like a paper")
				return
			}
			if offices.match(r.line, q.a, q.b) > 0 {
				continue
			}
			for k := q.a; k < q.b; k++ {
				n := askingWords.match(r.line, k, q.b)
				if n == 0 || noDuties.in(r.line, piece{max(q.a, k-6), min(q.b, k+n+2)}) {
					continue
				}
				object := piece{k + n, q.b}
				j := r.skipLead(object)
				if plainOrStrong(r, object) && !r.copyRule(object) && pronouns.match(r.line, j, q.b) == 0 && ruleNouns.match(r.line, j, q.b) == 0 {
					r.doubt(q, "a sentence that may demand a paper")
					return
				}
			}
		}
	}
}

var askingWords = newLexicon("nộp|nộp thêm|phải có|xuất trình|kèm theo|gửi kèm|bổ sung|hồ sơ là|hồ sơ đăng ký là|khai và nộp|gửi|trình")

// advises tells whether a row opens like advice.
func (r *reader) advises(p piece) bool {
	for p.a < p.b && r.t[p.a].kind == tokenMark {
		p.a++
	}
	for _, x := range []*lexicon{caseOpeners, adviceOpeners, remarks, applicants, offices, addings, noDuties, containers, ruleNouns} {
		if x.match(r.line, p.a, p.b) > 0 {
			return true
		}
	}
	return r.content || p.b-p.a < 4 || p.b-p.a > 30 || r.aboutPapers(p) || contentWordsHead.match(r.line, p.a, p.b) > 0 || r.at(p.a) == "khuyến"
}

// bareCase tells whether a row is only a condition, without a paper or a duty:
// "+ Đối với hồ sơ đề nghị gia hạn tái cấp vốn".
func (r *reader) bareCase(all piece) bool {
	n := caseOpeners.match(r.line, all.a, all.b)
	if n == 0 || all.b-all.a > 45 || r.colon(all) >= 0 || thenWords.in(r.line, all) {
		return false
	}
	return !bareVerbs.in(r.line, all) && r.mark(all, ",") < 0
}

var bareVerbs = newLexicon("nộp|phải|được|không|xuất trình|kèm theo|cần|theo quy định|thực hiện theo|tương tự|gửi")
