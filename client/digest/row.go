package digest

import (
	"slices"
	"strings"

	"motcua/client"
)

// Class is where a row goes on the page.
type Class string

// The classes of rows.
const (
	ClassNote   Class = "note"    // advice; nobody brings anything for it
	ClassHandIn Class = "hand_in" // everybody hands it in
	ClassShow   Class = "show"    // everybody shows it
	ClassOnlyIf Class = "only_if" // some people need it
	ClassLead   Class = "lead"    // introduces the rows after it
	ClassClose  Class = "close"   // not read for sure: a person reads the source's words
	ClassOffice Class = "office"  // the office or another agency makes it
	ClassVoid   Class = "void"    // no letter and no digit: nothing to lose
	ClassRepeat Class = "repeat"  // says again what a row before said
)

// rowRead is what the reader made of a row.
type rowRead struct {
	class Class
	full  string
	line  *line // nil when the row has no letter
	items []item
	// close are the stretches that a person has to read; all of the row when
	// class is ClassClose.
	close   []Span
	why     string
	when    string // of a lead
	oneOf   bool   // of a lead
	content bool   // seems to be contents of another paper
	placed  bool   // of a lead: it stands as the Full of a condition
	under   int    // the lead whose alternative the row is, from 1
	tail    bool   // of a lead that names a paper of its own as well
	behind  bool   // of a lead: its condition stands in brackets behind its paper
	bare    bool   // only a condition: it parts the list by cases
}

// readRow tells what one row says.
func readRow(h heading, row client.PaperRow) rowRead {
	full := foldSpace(row.Name)
	out := rowRead{full: full, class: ClassNote}
	if strings.IndexFunc(full, hasLetter) < 0 {
		out.class = ClassVoid
		return out
	}
	l := scan(full)
	out.line = l
	r := &reader{line: l, none: row.Originals == 0 && row.Copies == 0, show: h.show}
	all := l.skipBullets(piece{0, len(l.t)})
	if all.empty() {
		out.why = "a bullet or a counter alone"
		return out
	}
	switch {
	case l.isRemark(all):
		out.why = "a remark by its first word"
		return r.remark(out, all)
	case h.notes && (r.none || !r.startsPaper(all) || r.isRule(all) && r.aboutPapers(all)):
		out.why = "under a heading of advice"
		return out
	case h.notes && h.note != "":
		out.why = "contents of the paper that the heading names"
		return out
	case l.at(all.b-1) == ":":
		return r.lead(out, all)
	}
	r.row(all)
	out.bare = r.noneRead(all)
	r.implied()
	out.items, out.content = r.items, r.content
	for i := range out.items {
		out.items[i].show = out.items[i].show || h.show
	}
	return r.judge(out, all)
}

// noneRead looks again at a row that names no paper so far. It tells whether the row
// is a case without papers.
func (r *reader) noneRead(all piece) (bare bool) {
	read := func() bool { return len(r.items)+len(r.doubts) > 0 }
	if !read() {
		r.lastLook(all)
	}
	if at, n := exceptPaper.find(r.line, all, 0); !read() && at > 0 && !r.none && plainOrStrong(r, piece{at + n, all.b}) {
		r.doubt(all, "an exception names a paper")
	}
	return !read() && r.bareCase(all)
}

// exceptPaper opens a paper that stands for what is asked: "phải có chữ ký của tất cả,
// trừ trường hợp có văn bản ủy quyền".
var exceptPaper = newLexicon("trừ trường hợp có|trừ khi có|trừ trường hợp đã có|ngoại trừ trường hợp có")

// row reads the sentences of a row.
func (r *reader) row(all piece) {
	for k, s := range r.joinList(r.sentences(all)) {
		if k == 0 && r.at(r.skipLead(s)) == "thông" && databases.in(r.line, s) && !orCopy.in(r.line, s) {
			continue // "Thông tin được khai thác trong cơ sở dữ liệu": the office looks it up
		}
		if k == 0 {
			if !r.main(s, nil) && len(r.items) == 0 && len(r.doubts) == 0 {
				r.plain(s)
			}
			continue
		}
		if q := r.skipBullets(s); q.a > s.a && !q.empty() && caseOpeners.match(r.line, q.a, q.b) == 0 && remarks.match(r.line, q.a, q.b) == 0 && r.listed() {
			// "- A. - B.": a list whose items end in full stops.
			if !r.main(q, nil) && len(r.doubts) == 0 && (r.t[0].kind == tokenMark || r.startsPaper(q)) {
				r.doubt(s, "an item of a list that names no paper for sure")
			}
			continue
		}
		r.later(s, nil)
	}
}

// remark looks for papers that advice demands of some people after all.
func (r *reader) remark(out rowRead, all piece) rowRead {
	for _, s := range r.sentences(all) {
		if i := r.colon(s); i > 0 && i < s.a+4 {
			s.a = i + 1
		}
		w, rest, ok := r.cutFront(s)
		if !ok || aboutFiling.match(r.line, w.piece.a, w.piece.b) > 0 || offices.match(r.line, r.skipBullets(rest).a, rest.b) > 0 {
			continue
		}
		if r.hiddenDemand(rest) {
			out.why = ""
			r.doubt(s, "advice that may demand a paper")
			return r.judge(out, all)
		}
	}
	return out
}

// countsCopies tells whether the words say how many copies: "01 bản chụp".
func (r *reader) countsCopies(p piece) bool {
	for i := p.a; i+1 < p.b; i++ {
		if r.t[i].kind == tokenNumber && len(r.t[i].word) <= 2 && (r.at(i+1) == "bản" || r.at(i+1) == ")" && r.at(i+2) == "bản") {
			return true
		}
	}
	return false
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

var orCopy = newLexicon("hoặc bản sao|hoặc bản chính|hoặc nộp|hoặc giấy")

var databases = newLexicon("cơ sở dữ liệu|được khai thác|khai thác từ")

// joinList joins the items of a list that end in full stops to its head: "Một
// trong các giấy tờ sau: + A. + B.".
func (r *reader) joinList(ss []piece) []piece {
	if len(ss) < 2 {
		return ss
	}
	c := r.colon(ss[0])
	if c < 0 || c+1 >= ss[0].b || !slices.Contains([]string{"", "+", "-", "–"}, r.at(c+1)) {
		return ss
	}
	bullet := r.at(c + 1)
	out := ss[:1:1]
	for k, s := range ss[1:] {
		if r.at(s.a) != bullet {
			return append(out, ss[k+1:]...)
		}
		out[0].b = s.b
	}
	return out
}

// listed tells whether papers were read before, so that the bullets and counters
// inside the row are papers as well: "a) Đơn đề nghị. b) Hợp đồng".
func (r *reader) listed() bool {
	return !r.none && len(r.items) > 0
}

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

// ruleNouns begin rules for all papers: "Giấy tờ do cơ quan nước ngoài cấp phải được ...".
var ruleNouns = newLexicon("giấy tờ|tài liệu|hồ sơ|các giấy tờ|văn bản|bản sao|bản dịch|thành phần hồ sơ|giấy tờ, tài liệu|thông tin|kết quả|bản chụp")

// isRule tells whether p begins a rule for all papers rather than naming one.
func (r *reader) isRule(p piece) bool {
	i := r.skipLead(p)
	n := ruleNouns.match(r.line, i, p.b)
	return n > 0 && (i+n >= p.b || r.t[i+n].kind == tokenMark || ruleWords.match(r.line, i+n, p.b) > 0)
}

var ruleWords = newLexicon("do|phải|được|này|nêu|quy định|là|trong|có|gửi|nộp|theo|điện tử|của|trên|khác|liên quan|kèm theo|bằng|tiếng|giấy|và|hoặc|tại|cần|không|thì|để|sẽ|đã|đề nghị|giải quyết|thủ tục")

// isRemark tells whether a row is advice by its first words.
func (l *line) isRemark(p piece) bool {
	a := p.a
	for a < p.b && l.t[a].kind == tokenMark {
		a++
	}
	n := remarks.match(l, a, p.b)
	if n == 0 {
		return false
	}
	next := l.at(a + n)
	return l.at(a) == "lưu" || l.at(a) == "chú" || l.at(a) == "ví" || l.at(a) == "ghi" || l.at(a) == "số" && l.at(a+1) == "lượng" || next == ":" || next == "nộp" || next == "giải"
}

// lead reads a row that ends in a colon.
func (r *reader) lead(out rowRead, all piece) rowRead {
	out.class = ClassLead
	p := piece{all.a, all.b - 1}
	out.oneOf = oneOfWords.in(r.line, p)
	out.why = "ends in a colon"
	if w, rest, ok := r.cutFront(piece{all.a, all.b}); ok {
		out.when = shortWhen(w.words)
		if !rest.empty() && r.startsPaper(rest) && !r.isContainer(rest) && !out.oneOf {
			out.tail = true
		}
		return out
	}
	if n := caseOpeners.match(r.line, p.a, p.b); n > 0 {
		out.when = shortWhen(r.text(piece{p.a + n, p.b}))
		return out
	}
	for _, t := range r.tails(p) {
		if t.when.sure {
			out.when, out.behind = shortWhen(t.when.words), t.brace && t.end >= p.b
		}
	}
	// "Bản vẽ thiết kế, gồm:" is a paper itself; "Tài liệu gồm:" is none.
	if r.startsPaper(p) && !r.isContainer(p) && !out.oneOf {
		out.tail = true
	}
	return out
}

// tooMuch tells why a row says more than the reader can be sure to have read.
func (r *reader) tooMuch(items []item, all piece) string {
	words, limited := 0, 0
	for i := all.a; i < all.b; i++ {
		if r.t[i].kind != tokenMark {
			words++
		}
	}
	for _, it := range items {
		for _, w := range it.whens {
			if ifAnyWords.match(scan(w.words), 0, len(strings.Fields(w.words))) == 0 {
				limited++
			}
		}
	}
	if words > longRow && len(items) > 1 && limited > 0 && (len(r.sentences(all)) > 1 || words > 3*longRow) {
		return "several papers and conditions in a long row"
	}
	return ""
}

// unread is a stretch of a row that begins like a paper and stands in no name, no
// condition and nothing that names leave out.
func (r *reader) unread(items []item, all piece) piece { //nolint:cyclop // one rule of the grammar, read from top to bottom
	read := make([]bool, len(r.t))
	mark := func(from, to int) {
		for i := range r.t {
			if r.t[i].lo >= from && r.t[i].hi <= to {
				read[i] = true
			}
		}
	}
	var of func(it item)
	of = func(it item) {
		if n := len(it.spans); n > 0 {
			mark(it.spans[0].From, it.spans[n-1].To)
		}
		for _, w := range it.whens {
			for i := w.piece.a; i < w.piece.b && i < len(read); i++ {
				read[i] = true
			}
		}
		for _, o := range it.oneOf {
			of(o)
		}
	}
	for _, it := range items {
		of(it)
	}
	for i := all.a + 1; i < all.b; i++ {
		switch {
		case read[i], r.t[i].depth > 0:
		case r.detailAt(piece{i, all.b}) == i:
			stop := ";."
			if c := r.colon(piece{i, all.b}); c > 0 && r.mark(piece{i, c}, ";") < 0 {
				stop = "." // a list of contents
			}
			for i+1 < all.b && !read[i+1] && !strings.ContainsAny(r.at(i+1), stop) {
				i++
			}
		case citations.match(r.line, i, all.b) > 0, remarks.match(r.line, i, all.b) > 0:
			for i+1 < all.b && !read[i+1] && !strings.ContainsAny(r.at(i+1), ";.") {
				i++
			}
		case r.at(i) == "xác" && r.at(i-1) == "có": // "bản chụp có xác nhận của doanh nghiệp": how, not what
		case newPaper.match(r.line, i-1, i) > 0 && strongPapers.match(r.line, i, all.b) > 0 && copyHeads.match(r.line, i, all.b) == 0 && !r.isRule(piece{i, all.b}) && pronouns.match(r.line, i, all.b) == 0:
			end := i
			for end < all.b && !read[end] && !strings.ContainsAny(r.at(end), ";.") {
				end++
			}
			if q := (piece{i, end}); end-i > 2 && !r.aboutPapers(q) && !r.named(q, items) && !r.numberOf(i, all) {
				return q
			}
		}
	}
	return piece{}
}

// numberOf tells whether the paper at i only has its number told: "họ tên, số Căn
// cước công dân hoặc Hộ chiếu của người đại diện".
func (r *reader) numberOf(i int, all piece) bool {
	for k := i - 1; k > all.a && k > i-14 && r.at(k) != ";" && r.at(k) != "."; k-- {
		if r.at(k) == "số" && identityNouns.match(r.line, k+1, all.b) > 0 {
			return identityNouns.match(r.line, i, all.b) > 0
		}
	}
	return false
}

// newPaper are words and marks that a paper may begin behind.
var newPaper = newLexicon(";|.|,|:|và|hoặc|kèm theo|nộp|có|gồm|bằng|trình|thêm|sung|theo")

// named tells whether p begins like a paper that is named already.
func (r *reader) named(p piece, items []item) bool {
	head := nameKey(r.text(piece{p.a, min(p.b, p.a+2)}))
	return slices.ContainsFunc(items, func(it item) bool {
		return strings.Contains(nameKey(it.name), head) || slices.ContainsFunc(it.oneOf, func(o item) bool { return strings.Contains(nameKey(o.name), head) })
	})
}

// plainIn are the items of a row's first sentence, when all of them are for
// everybody.
func (r *reader) plainIn(first piece, items []item) []item {
	var out []item
	end := r.t[first.b-1].hi
	for _, it := range items {
		if len(it.spans) > 0 && it.spans[0].From < end {
			if len(it.whens) > 0 || len(it.oneOf) > 0 {
				return nil
			}
			out = append(out, it)
		}
	}
	return out
}

// frees tells why a row that makes musts seems to free some people of them:
// "thì không cần nộp", "trong trường hợp cần thiết".
func (r *reader) frees(items []item, all piece) string {
	if !slices.ContainsFunc(items, func(it item) bool { return len(it.whens) == 0 }) {
		return ""
	}
	for i := all.a; i < all.b; i++ {
		n := freeing.match(r.line, i, all.b)
		if n == 0 || formalities.match(r.line, i+n, all.b) > 0 || money.match(r.line, i+n, all.b) > 0 {
			continue
		}
		told := slices.ContainsFunc(items, func(it item) bool {
			return slices.ContainsFunc(it.whens, func(w when) bool { return w.piece.a <= i && i < w.piece.b })
		})
		if !told {
			return "the row may free some people of it"
		}
	}
	return ""
}

var (
	freeing     = newLexicon("theo từng trường hợp|theo các trường hợp|tương ứng với từng trường hợp|tương ứng từng trường hợp|không phải nộp|không cần nộp|không cần xuất trình|không yêu cầu|không phải xuất trình|không bắt buộc|được miễn nộp|miễn nộp|không nộp|khi cần thiết|trường hợp cần thiết|nếu cần thiết|tùy theo|tuỳ theo|tùy từng|tuỳ từng|chỉ thực hiện trong trường hợp|chỉ nộp một lần|chỉ nộp lần đầu")
	money       = newLexicon("thuế|phí|lệ phí|tiền|hồ sơ hoàn thuế")
	formalities = newLexicon("công chứng|chứng thực|phải công chứng|phải chứng thực|phải công chứng, chứng thực|hợp pháp hóa|dịch|phải hợp pháp hóa|có chứng thực|chứng minh|phải có chứng thực|bản giấy|phải có chữ ký|có chữ ký|xác nhận")
)

// longRow is how many words a row may have that names several papers under
// conditions.
const longRow = 90

// judge makes the class of a row from what was found in it.
func (r *reader) judge(out rowRead, all piece) rowRead { //nolint:cyclop // one rule of the grammar, read from top to bottom
	sureItems := out.items[:0:0]
	for _, it := range out.items {
		if it.sure == Doubt {
			r.doubt(all, it.why)
			continue
		}
		sureItems = append(sureItems, it)
	}
	out.items = sureItems
	if why := r.frees(out.items, all); why != "" {
		r.doubt(all, why)
		out.items, out.why = nil, why
	}
	if why := r.tooMuch(out.items, all); why != "" {
		first := r.sentences(all)[0]
		n := len(out.items)
		out.items = r.plainIn(first, out.items)
		rest := all
		if len(out.items) > 0 {
			rest.a = first.b
		}
		if len(out.items) < n {
			r.doubt(rest, why)
		}
		out.why = why
	}
	if len(out.items) > 0 && len(r.doubts) == 0 {
		if q := r.unread(out.items, all); !q.empty() {
			r.doubt(q, "words of a paper that was not read")
		}
	}
	for _, d := range r.doubts {
		out.close = append(out.close, Span{r.t[d.piece.a].lo, r.t[d.piece.b-1].hi})
		if out.why == "" {
			out.why = d.why
		}
	}
	switch {
	case len(out.items) == 0 && len(out.close) > 0:
		out.class = ClassClose
	case len(out.items) == 0:
		out.class = ClassNote
		out.why = "names no paper that somebody brings"
	default:
		out.class = ClassHandIn
		for _, it := range out.items {
			if it.show {
				out.class = ClassShow
			}
		}
		for _, it := range out.items {
			if len(it.whens) > 0 {
				out.class = ClassOnlyIf
			}
		}
		if out.why == "" {
			out.why = out.items[0].why
		}
	}
	return out
}
