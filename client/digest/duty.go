package digest

// What a row asks for: the words that demand a paper, in its first clause, behind it
// and hidden in what looks like a remark.

// asksFor tells "cơ quan đề nghị người nộp bổ sung bản sao giấy Y".
func (r *reader) asksFor(p piece) bool {
	at, n := asking.find(r.line, p, 0)
	if at < 0 || applicants.match(r.line, at+n, p.b) == 0 {
		return false
	}
	q := piece{at + n, p.b}
	for i := q.a; i < q.b && i < q.a+14; i++ {
		if m := hiddenDuties.match(r.line, i, q.b); m > 0 {
			object := piece{i + m, q.b}
			j := r.behindCopies(object)
			return r.startsPaper(object) && !r.copyRule(object) && pronouns.match(r.line, j, q.b) == 0 && vague.match(r.line, j, q.b) == 0
		}
	}
	return false
}

var (
	asking = newLexicon("đề nghị|yêu cầu")
	vague  = newLexicon("giấy tờ để chứng minh|giấy tờ|hồ sơ")
)

// duty finds the first demand in the first clause of p.
func (r *reader) duty(p piece) (at, n int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := p.a; i < p.b; i++ {
		t := r.t[i]
		if t.depth > 0 {
			continue
		}
		if t.word == ";" {
			return -1, 0
		}
		m := duties.match(r.line, i, p.b)
		if m == 0 && makes[r.at(i)] && applicants.match(r.line, p.a, i) > 0 && formNouns.match(r.line, r.quantityAt(i+1, p.b), p.b) > 0 {
			return i, 1 // "thì đại diện thân nhân lập bản khai theo mẫu"
		}
		if m == 0 || m == 1 && r.at(i) == "có" && i > p.a || (r.at(i) == "nộp" || r.at(i) == "gửi") && (r.at(i+1) == "hồ" || r.at(i-1) == "người") && r.at(i-1) != "phải" {
			continue
		}
		j := i + m
		for range 3 {
			if r.at(j) == "thêm" || r.at(j) == ":" || r.at(j) == "các" && r.at(j+1) == "nội" || r.at(j) == "," && r.at(i) == "ngoài" {
				if r.at(j) == "các" {
					j++
				}
				j++
			}
		}
		return i, j - i
	}
	return -1, 0
}

// makes are what applicants do with a form.
var makes = map[string]bool{"lập": true, "làm": true, "viết": true}

// isMustPaper tells "Y là tài liệu phải có trong hồ sơ".
func (r *reader) isMustPaper(p piece) bool {
	at, _ := mustPaper.find(r.line, p, 0)
	return at > p.a
}

func (r *reader) beforeMust(p piece) piece {
	at, _ := mustPaper.find(r.line, p, 0)
	return piece{p.a, at}
}

var mustPaper = newLexicon("là tài liệu phải có|là giấy tờ phải có|là thành phần hồ sơ bắt buộc|là văn bản phải có|là thành phần của hồ sơ")

// subject reads "Công dân Việt Nam đã ly hôn phải nộp Y": the subject is the
// condition unless it means everybody.
func (r *reader) subject(p piece, whens []when) bool {
	n := applicants.match(r.line, p.a, p.b)
	if n == 0 {
		return false
	}
	for i := p.a + 1; i < p.b && i < p.a+40; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if r.t[i].kind == tokenMark && r.at(i) != "," && r.at(i) != "/" {
			return false
		}
		m := subjectDuties.match(r.line, i, p.b)
		if m == 0 {
			continue
		}
		object := piece{i + m, p.b}
		if r.none || noDuties.in(r.line, piece{max(p.a, i-3), i + m}) || !r.startsPaper(object) || r.copyRule(object) {
			return false
		}
		if e := everybody.match(r.line, p.a, i); e > 0 && i-p.a <= e+4 {
			return r.papers(object, whens)
		}
		return r.papers(object, append(whens[:len(whens):len(whens)], r.newWhen(piece{p.a, i}, true)))
	}
	return false
}

// everybody are subjects that mean the person at the counter.
var everybody = newLexicon("người yêu cầu|người đề nghị|người nộp hồ sơ|người làm thủ tục|người dân|người có yêu cầu|người khai hải quan|người nộp thuế|tổ chức, cá nhân|cá nhân, tổ chức|công dân|tổ chức|cá nhân|doanh nghiệp|chủ xe|chủ đầu tư|nhà đầu tư|người nộp đơn|người đăng ký|người có nhu cầu|cơ sở|đơn vị|người đó|người được cấp")

// later reads a sentence after the first: it demands papers, or tells more
// about those that were named.
func (r *reader) later(p piece, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return
	}
	if r.exempt(p) {
		return
	}
	if w, rest, ok := r.cutFront(p); ok {
		if r.onFiling(w.piece) && !r.demandsMore(rest) {
			return
		}
		n := len(r.items)
		if r.consequence(w, rest, p, whens, false) {
			for i := n; i < len(r.items); i++ {
				r.items[i].why = whyLater
			}
			return
		}
		if r.hiddenDemand(rest) {
			r.doubt(p, "a later sentence may demand a paper")
		}
		return
	}
	if r.at(p.a) == "nội" && r.at(p.a+1) == "dung" && len(r.items) > 0 && r.mark(p, ";") < 0 {
		return // "Nội dung của đề án bao gồm ...": what stands in it
	}
	if remarks.match(r.line, p.a, p.b) > 0 {
		if r.hiddenDemand(p) {
			r.doubt(p, "a remark that may demand a paper")
		}
		return
	}
	if r.at(p.a) == "ngoài" || r.at(p.a) == "đồng" && r.at(p.a+1) == "thời" || r.at(p.a) == "kèm" {
		if at, n := r.duty(p); at >= 0 && r.startsPaper(piece{at + n, p.b}) && !r.copyRule(piece{at + n, p.b}) && !noDuties.in(r.line, piece{p.a, at + n}) {
			r.papers(piece{at + n, p.b}, whens)
			return
		}
	}
	if r.startsPaper(p) && strongPapers.match(r.line, r.skipLead(p), p.b) > 0 && !r.aboutPapers(p) && !r.hasVerb(p) {
		r.papers(p, whens)
		return
	}
	if r.hiddenDemand(p) {
		r.doubt(p, "a later sentence may demand a paper")
	}
}

const whyLater = "a later sentence demands it"

// hasVerb tells whether a sentence says something of its first noun.
func (r *reader) hasVerb(p piece) bool {
	return finite.in(r.line, piece{p.a, min(p.b, p.a+25)})
}

var finite = newLexicon("là|được|phải|có|gồm|bao gồm|thể hiện|do|sẽ|không|chỉ|ghi|nêu|này")

// onFiling tells whether a condition is on how a dossier comes in: "nộp hồ sơ trực
// tuyến", "người yêu cầu trực tiếp nộp hồ sơ".
func (r *reader) onFiling(p piece) bool {
	return aboutFiling.match(r.line, p.a, p.b) > 0 || p.b-p.a <= 16 && !r.itself(p) && comesIn.in(r.line, p)
}

// itself tells whether a condition is on who files: "không trực tiếp nộp hồ sơ".
func (r *reader) itself(p piece) bool {
	for i := p.a; i < p.b; i++ {
		if w := r.at(i); w == "không" || w == "quyền" || w == "thay" || w == "người" && r.at(i+1) == "khác" {
			return true
		}
	}
	return false
}

var comesIn = newLexicon("trực tiếp nộp hồ sơ|nộp hồ sơ trực tiếp|nộp hồ sơ trực tuyến|gửi hồ sơ qua|nộp hồ sơ qua|nộp qua dịch vụ|nộp bản giấy|nộp trực tuyến|gửi qua đường bưu điện|gửi qua hệ thống bưu chính")

func (r *reader) demandsMore(p piece) bool {
	return more.in(r.line, p) && !noDuties.in(r.line, p)
}

var more = newLexicon("nộp thêm|bổ sung thêm|phải có thêm|kèm theo|gửi kèm|nộp bổ sung|xuất trình thêm|còn phải|nộp|phải có|có thêm|xuất trình giấy tờ, tài liệu|xuất trình giấy tờ chứng minh|xuất trình")

// hiddenDemand tells whether a clause seems to demand a paper of the applicant.
func (r *reader) hiddenDemand(p piece) bool {
	if offices.match(r.line, p.a, p.b) > 0 {
		return false
	}
	for i := p.a; i < p.b; i++ {
		n := hiddenDuties.match(r.line, i, p.b)
		if n == 0 || r.t[i].depth > 0 {
			continue
		}
		if noDuties.in(r.line, piece{max(p.a, i-5), i + n}) {
			return false
		}
		object := piece{i + n, p.b}
		if r.startsPaper(object) && !r.copyRule(object) && pronouns.match(r.line, r.skipLead(object), p.b) == 0 {
			return true
		}
	}
	return false
}

var hiddenDuties = newLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải bổ sung|nộp thêm|nộp bổ sung|bổ sung thêm|xuất trình thêm|còn phải có|còn phải nộp|kèm theo|gửi kèm|nộp|cần có|phải kèm|phải cung cấp")
