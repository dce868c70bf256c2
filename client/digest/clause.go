package digest

import (
	"slices"
	"strings"
)

// item is one paper that a row names.
type item struct {
	whens []when // all must hold; none: everybody needs it
	name  string
	spans []span
	oneOf []item
	show  bool
	sure  Confidence
	why   string
	row   int // of an alternative that another row names: that row, from 1
}

// reader reads one row.
type reader struct {
	*line
	none   bool // the row has no quantity
	show   bool
	items  []item
	doubts []doubt
	// content says that the row seems to tell contents of another paper.
	content bool
}

// doubt is a stretch of the row that asks for something the reader is not sure
// of.
type doubt struct {
	piece piece
	why   string
}

func (r *reader) doubt(p piece, why string) { r.doubts = append(r.doubts, doubt{p, why}) }

// skipLead drops what may stand before a paper's noun: articles, numbers, kinds
// of copies, "xuất trình".
func (r *reader) skipLead(p piece) int {
	i := r.skipBullets(p).a
	for range 5 {
		was := i
		if n := leadVerbs.match(r.line, i, p.b); n > 0 && (paperNouns.match(r.line, i, p.b) == 0) {
			i += n
		}
		if n := articles.match(r.line, i, p.b); n > 0 && !(r.at(i) == "một" && r.at(i+1) == "trong") {
			i += n
		}
		i = r.quantityAt(i, p.b)
		if i == was {
			break
		}
	}
	return i
}

// behindCopies is where the paper's noun stands behind kinds of copies.
func (r *reader) behindCopies(p piece) int {
	i := r.skipLead(p)
	if copyHeads.match(r.line, i, p.b) > 0 {
		if end, _ := r.copyEnd(piece{i, p.b}); end < p.b {
			return r.skipLead(piece{end, p.b})
		}
	}
	return i
}

// startsPaper tells whether p begins with a paper's noun.
func (r *reader) startsPaper(p piece) bool {
	i := r.skipLead(p)
	return paperNouns.match(r.line, i, p.b) > 0 || oneOfWords.match(r.line, i, p.b) > 0 || containers.match(r.line, i, p.b) > 0
}

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
		if n := aboutPapers.match(r.line, i, p.b); n > 0 && !(r.at(i-1) == "nghị" && r.at(i) == "được") && r.at(i+n) != "mẫu" && !r.pledge(p) && !r.equalPaper(i, p) {
			return true
		}
	}
	return false
}

// main reads the first sentence of a row, whatever conditions stand above it.
func (r *reader) main(p piece, whens []when) bool {
	p = r.skipBullets(p)
	if p.empty() {
		return false
	}
	if w, rest, ok := r.cutFront(p); ok {
		return r.consequence(w, rest, p, whens, true)
	}
	if done := r.subject(p, whens); done {
		return true
	}
	if !r.startsPaper(p) {
		return false
	}
	if r.aboutPapers(p) {
		return false
	}
	return r.papers(p, whens)
}

// consequence reads what follows a condition in front. It tells whether papers
// were found.
func (r *reader) consequence(w when, rest, whole piece, whens []when, first bool) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if rest.empty() {
		return false
	}
	rest = r.skipBullets(rest)
	if w2, rest2, ok := r.cutFront(rest); ok && caseOpeners.match(r.line, rest.a, rest.b) > 0 {
		return r.consequence(w2, rest2, whole, append(whens[:len(whens):len(whens)], w), first)
	}
	all := slices.Concat(whens, []when{w})
	colon := rest.a > 0 && r.at(rest.a-1) == ":"
	if at, n := replaced.find(r.line, rest, 0); at > 0 && !first && plainOrStrong(r, piece{at + n, rest.b}) && !r.copyRule(piece{at + n, rest.b}) {
		return r.papers(piece{at + n, rest.b}, all) // "thì văn bản A được thay thế bằng giấy tờ B"
	}
	if r.startsPaper(rest) && containers.match(r.line, rest.a, rest.b) == 0 && duties.match(r.line, rest.a, rest.b) == 0 {
		switch {
		case r.isMustPaper(rest):
			return r.papers(r.beforeMust(rest), all)
		case !colon && !first, r.aboutPapers(rest), appliesTo.in(r.line, rest):
			return false
		}
		return r.papers(rest, all)
	}
	if containers.match(r.line, rest.a, rest.b) > 0 && r.startsPaper(rest) && colon && !r.aboutPapers(rest) && !duties.in(r.line, piece{rest.a, min(rest.a+8, rest.b)}) {
		return r.papers(rest, all)
	}
	if c := r.colon(rest); c > 0 && c+1 < rest.b && !noDuties.in(r.line, piece{rest.a, c}) && asFollows.in(r.line, piece{max(rest.a, c-4), c}) {
		if q := r.skipBullets(piece{c + 1, rest.b}); plainOrStrong(r, q) {
			return r.papers(q, all)
		}
	}
	at, n := r.duty(rest)
	if at < 0 {
		return false
	}
	before := piece{rest.a, at}
	if noDuties.in(r.line, piece{max(rest.a, at-4), at + n}) || noDuties.match(r.line, at+n, rest.b) > 0 {
		return false
	}
	if offices.match(r.line, rest.a, at) > 0 {
		if r.asksFor(rest) {
			r.doubt(whole, "the office may ask for a paper")
			return true
		}
		return false
	}
	_ = before
	object := piece{at + n, rest.b}
	show := r.at(at) == "xuất" || r.at(at+1) == "xuất" || r.at(at+2) == "xuất"
	if r.copyRule(object) {
		return false
	}
	if !r.startsPaper(object) {
		if j := r.skipLead(object); notPapers.match(r.line, j, object.b) > 0 {
			return false // "phải có đầy đủ chữ ký, con dấu của các chủ thể"
		}
		if paperNouns.in(r.line, piece{object.a, min(object.b, object.a+12)}) && !r.copyRule(object) {
			r.doubt(whole, "a duty whose paper is not plain")
			return true
		}
		return false
	}
	from := len(r.items)
	ok := r.papers(object, all)
	for i := from; i < len(r.items); i++ {
		r.items[i].show = r.items[i].show || show
	}
	return ok
}

// notPapers are what a duty may ask for besides papers.
var notPapers = newLexicon("chữ ký|con dấu|họ tên|dấu|thời gian|trách nhiệm|ngành|trình độ|năng lực|vốn|kinh nghiệm|điều kiện")

// appliesTo tells which of the papers named before holds for whom.
var appliesTo = newLexicon("áp dụng đối với|áp dụng cho|áp dụng với|tương đương với việc")

var replaced = newLexicon("được thay thế bằng|được thay bằng|thay thế bằng|thay bằng")

var asFollows = newLexicon("cụ thể|như sau|sau đây|sau|gồm|bao gồm|giấy tờ sau")

func plainOrStrong(r *reader, p piece) bool {
	return strongPapers.match(r.line, r.behindCopies(p), p.b) > 0 || strongPapers.match(r.line, r.skipLead(p), p.b) > 0
}

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

var subjectDuties = newLexicon("phải nộp|phải xuất trình|phải có|nộp|xuất trình|phải nộp thêm|phải gửi|có trách nhiệm nộp|có trách nhiệm cung cấp|phải cung cấp|cần nộp|phải kèm theo")

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
		if aboutFiling.match(r.line, w.piece.a, w.piece.b) > 0 && !r.demandsMore(rest) {
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

// aboutFiling are conditions on how a dossier comes in: what follows is about
// copies of papers that are named already.
var aboutFiling = newLexicon("nộp hồ sơ|nộp trực tiếp|nộp trực tuyến|nộp bản|nộp qua|gửi hồ sơ|gửi qua|hồ sơ nộp|thực hiện trực tuyến|nộp bằng|giấy tờ|các giấy tờ|nôp bản|người yêu cầu nộp bản|hồ sơ|tài liệu|văn bản|nộp|gửi|thành phần hồ sơ|các thông tin|thông tin|không khai thác|cơ quan|người nộp hồ sơ nộp|cơ sở dữ liệu")

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

var (
	hiddenDuties = newLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải bổ sung|nộp thêm|nộp bổ sung|bổ sung thêm|xuất trình thêm|còn phải có|còn phải nộp|kèm theo|gửi kèm|nộp|cần có|phải kèm|phải cung cấp")
	pronouns     = newLexicon("hồ sơ theo|hồ sơ này|hồ sơ nêu|giấy tờ này|giấy tờ nêu|tài liệu này|bản sao này|hồ sơ tại|hồ sơ qua|hồ sơ trực|hồ sơ đến|hồ sơ đề nghị|hồ sơ cho|hồ sơ bằng|hồ sơ|bản điện tử|thông tin")
)

// papers reads a list of papers under conditions.
func (r *reader) papers(p piece, whens []when) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return false
	}
	n := len(r.items)
	if at := r.detailAt(piece{p.a + 1, p.b}); at > 0 && !pictureUnit(r, p) && (r.colon(p) < 0 || r.colon(p) > at) && r.mark(piece{p.a, at}, ";") < 0 {
		r.contents(p, at, whens)
		return true
	}
	if c := r.colon(p); c > p.a+2 && r.at(c-1) == "như" {
		r.unit(piece{p.a, c - 1}, whens) // "hồ sơ chứng minh các khoản chi như: A; B": examples
		return true
	}
	if c := r.listColon(p); c > 0 {
		return r.list(p, c, whens)
	}
	parts := r.parts(p)
	for _, q := range parts[min(1, len(parts)):] {
		if q = r.skipBullets(q); !q.empty() && r.at(q.a) == "của" {
			// "Nghị quyết của A đối với công ty X; của B đối với công ty Y": by whom
			// depends on the company, that it is needed does not.
			own := whens[:len(whens):len(whens)]
			var gone []piece
			for _, t := range r.tails(parts[len(parts)-1]) {
				if t.when.sure && !t.ifAny && (r.at(t.open) == "trong" || t.brace) {
					own, gone = append(own, t.when), append(gone, piece{t.open, t.end})
				}
			}
			r.joined(p, gone, own, true)
			if len(own) == len(whens) && r.forEach(p) > 1 {
				r.items = r.items[:len(r.items)-1]
				r.doubt(p, "who makes the paper depends on the applicant")
			}
			return true
		}
	}
	if len(parts) > 1 {
		if w, ok := r.closingBracket(parts); ok {
			// "A; B (Đối với tổ chức)": the bracket at the very end is about both.
			if !r.t[w.piece.a-2].upper {
				r.doubt(p, "a condition at the end of several papers")
				return true
			}
			whens = append(whens[:len(whens):len(whens)], w)
			parts[len(parts)-1].b = w.piece.a - 3
			for parts[len(parts)-1].b > parts[len(parts)-1].a && r.at(parts[len(parts)-1].b) != "(" {
				parts[len(parts)-1].b--
			}
		}
	}
	if len(parts) > 1 && r.lastAlone(parts) {
		r.doubt(p, "a condition behind the last of several papers")
		return true
	}
	for k, q := range parts {
		q = r.skipBullets(q)
		if q.empty() || len(parts) > 1 && r.copyOnly(q) {
			continue // "Bản sao (nếu nộp trực tiếp); bản chính của ...": how, not what
		}
		if k == 0 {
			r.unit(q, whens)
			continue
		}
		r.nextPart(q, whens, n)
	}
	return len(r.items) > n || len(r.doubts) > 0
}

// forEach counts the "đối với" of a piece.
func (r *reader) forEach(p piece) int {
	n := 0
	for i := p.a; i < p.b; i++ {
		if r.t[i].depth == 0 && r.at(i) == "đối" && r.at(i+1) == "với" {
			n++
		}
	}
	return n
}

// copyOnly tells whether p has no words but those of copies.
func (r *reader) copyOnly(p piece) bool {
	i := r.skipLead(p)
	if copyHeads.match(r.line, i, p.b) == 0 {
		return false
	}
	end, _ := r.copyEnd(piece{i, p.b})
	return end >= p.b
}

// closingBracket is a condition on applicants in brackets at the very end of
// several papers, when none of the others has one.
func (r *reader) closingBracket(parts []piece) (when, bool) {
	for _, q := range parts[:len(parts)-1] {
		for _, t := range r.tails(q) {
			if !t.ifAny {
				return when{}, false
			}
		}
	}
	last := parts[len(parts)-1]
	ts := r.tails(last)
	if len(ts) == 0 {
		return when{}, false
	}
	t := ts[len(ts)-1]
	if !t.brace || t.ifAny || t.when.except || !t.when.sure || !r.noWords(piece{t.end, last.b}) || t.when.piece.a < 3 || r.at(t.open+1) != "đối" {
		return when{}, false
	}
	return t.when, true
}

// lastAlone tells whether only the last of several papers has a condition behind
// it, which may then be about all of them.
func (r *reader) lastAlone(parts []piece) bool {
	limited := func(q piece) bool {
		if _, _, ok := r.cutFront(q); ok {
			return true
		}
		return len(r.tails(r.skipBullets(q))) > 0
	}
	for _, q := range parts[:len(parts)-1] {
		if limited(q) || !r.startsPaper(q) {
			return false
		}
	}
	last := r.skipBullets(parts[len(parts)-1])
	if _, _, ok := r.cutFront(last); ok || !r.startsPaper(last) {
		return false
	}
	ts := r.tails(last)
	return len(ts) > 0 && !ts[0].ifAny && !ts[0].brace && !ts[0].when.except
}

func pictureUnit(r *reader, p piece) bool {
	return pictures.match(r.line, r.skipLead(p), p.b) > 0 || r.at(p.a+1) == "ảnh"
}

// contents reads a paper whose contents are told from at on. What comes with it
// ("kèm theo bản sao ...") is another paper.
func (r *reader) contents(p piece, at int, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	head := piece{p.a, at}
	for head.b > head.a && (r.at(head.b-1) == "," || r.at(head.b-1) == ";") {
		head.b--
	}
	for _, t := range r.tails(piece{at, p.b}) {
		// "…, trong đó có cam đoan (nếu nộp trực tiếp)": the bracket at the end is
		// about the paper.
		if t.brace && t.when.sure && r.noWords(piece{t.end, p.b}) && (!t.ifAny || r.mark(piece{at, t.open}, ",") < 0 && r.mark(piece{at, t.open}, ";") < 0 && r.mark(piece{at, t.open}, ":") < 0) {
			whens = append(whens[:len(whens):len(whens)], t.when)
		} else if !t.brace && !t.ifAny && wholeTails.match(r.line, t.open, p.b) > 0 && r.colon(piece{at, t.open}) < 0 && !filing.in(r.line, t.when.piece) {
			r.doubt(p, "a condition behind the contents of a paper")
			return
		}
	}
	r.unit(head, whens)
	open := false
	for i := at + 1; i < p.b; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if r.at(i) == ":" {
			open = true
		}
		if n := withIt.match(r.line, i, p.b); n > 0 && r.startsPaper(piece{i + n, p.b}) && !r.copyRule(piece{i + n, p.b}) {
			r.papers(piece{i + n, p.b}, whens)
			return
		}
		if r.at(i) == ";" && !open && plainPapers.match(r.line, r.skipLead(piece{i + 1, p.b}), p.b) > 0 {
			r.doubt(piece{i + 1, p.b}, "a paper or a part of the one before")
			return
		}
	}
}

// wholeTails open conditions that are rather about a paper than about what
// stands in it.
var wholeTails = newLexicon("đối với trường hợp|trong trường hợp|trừ trường hợp|đối với các trường hợp")

var (
	withIt      = newLexicon("kèm theo|kèm|gửi kèm|gửi kèm theo|và nộp lại|và nộp|và xuất trình|đính kèm")
	plainPapers = newLexicon("bản sao|bản chính|tờ khai|biên bản|hợp đồng|hóa đơn|văn bản|giấy chứng nhận|giấy phép|đơn|hộ chiếu|danh sách")
)

// formNumber tells "Mẫu I.": only the number of a form, which pages put behind
// a paper.
func (r *reader) formNumber(q piece) bool {
	if r.at(q.a) == "phụ" && r.at(q.a+1) == "lục" && q.b-q.a <= 4 {
		return true
	}
	if r.at(q.a) != "mẫu" {
		return false
	}
	for i := q.a + 1; i < q.b; i++ {
		if t := r.t[i]; t.kind == tokenWord && !(t.upper && len(t.word) <= 5) && t.word != "số" {
			return false
		}
	}
	return true
}

// nextPart reads a part behind a semicolon.
func (r *reader) nextPart(q piece, whens []when, first int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if r.formNumber(q) {
		return
	}
	if _, _, ok := r.cutFront(q); ok {
		r.later(q, nil) // a condition of its own beside the one before
		return
	}
	if details.match(r.line, q.a, q.b) > 0 {
		return
	}
	for addings.match(r.line, q.a, q.b) > 0 && r.at(q.a) != "gồm" {
		q.a += addings.match(r.line, q.a, q.b)
	}
	switch {
	case r.none && r.aboutPapers(q), remarks.match(r.line, q.a, q.b) > 0:
	case r.startsPaper(q) && !r.aboutPapers(q) && !(len(r.items) > first && weakNouns.match(r.line, r.skipLead(q), q.b) > 0):
		if c := r.listColon(q); c > 0 {
			r.list(q, c, whens)
			return
		}
		r.unit(q, whens)
	case r.aboutPapers(q):
		if r.hiddenDemand(q) || r.startsPaper(q) && !r.none && !r.isRule(q) {
			r.doubt(q, "a later clause may demand a paper")
		}
	case applicants.match(r.line, q.a, q.b) > 0 && duties.in(r.line, q):
		r.doubt(q, "a later clause may demand a paper")
	case len(r.items) > first:
		// It goes on with the paper before: "mã số của chủ nhiệm; chủ trì".
		last := &r.items[len(r.items)-1]
		more := r.nameSpans(q, nil)
		if len(last.oneOf) == 0 && len(last.whens) == len(whens) && q.b-q.a < 40 {
			last.spans = append(last.spans, more...)
			if n := len(last.spans) - len(more); n > 0 {
				last.spans[n-1].To = max(last.spans[n-1].To, r.t[q.a-1].hi)
			}
			last.name = r.nameOf(last.spans)
			return
		}
		r.doubt(q, "a part that may name another paper")
	}
}

// listColon is the colon that opens a list of papers in p, 0 when there is none.
func (r *reader) listColon(p piece) int {
	c := r.colon(p)
	if c < 0 {
		return r.listWord(p)
	}
	if c+1 >= p.b {
		return 0
	}
	tail := r.skipBullets(piece{c + 1, p.b})
	head := piece{p.a, c}
	q := r.quantityAt(tail.a, tail.b)
	if copyHeads.match(r.line, q, tail.b) > 0 && r.copyRuleOf(tail) || q > tail.a && r.at(q) == "bản" && !r.isContainer(head) {
		return 0 // ": 01 bản chụp": how, not what
	}
	if len(r.parts(piece{c + 1, p.b})) < 2 && !r.genericHead(head) && tail.a == c+1 {
		return 0 // one paper with its head: both tell it
	}
	for _, part := range r.parts(piece{c + 1, p.b}) {
		if !r.startsPaper(part) && caseOpeners.match(r.line, r.skipBullets(part).a, part.b) == 0 {
			if r.isContainer(head) || oneOfWords.in(r.line, head) {
				continue
			}
			return 0
		}
	}
	return c
}

// genericHead tells whether a head says nothing of its own: "Thành phần hồ sơ",
// "Bản sao các giấy tờ sau".
func (r *reader) genericHead(head piece) bool {
	i := r.behindCopies(head)
	for i < head.b {
		n := max(sectionNouns.match(r.line, i, head.b), sectionTails.match(r.line, i, head.b), articles.match(r.line, i, head.b), oneOfWords.match(r.line, i, head.b))
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// listWord is the "gồm" that opens a list without a colon: "Hồ sơ gồm A; B".
func (r *reader) listWord(p piece) int {
	if !r.isContainer(piece{p.a, min(p.b, p.a+30)}) {
		return 0
	}
	for i := p.a; i < p.b && i < p.a+30; i++ {
		if r.t[i].depth == 0 && (r.at(i) == "gồm") && r.startsPaper(piece{i + 1, p.b}) {
			if len(r.parts(piece{i + 1, p.b})) < 2 && !r.genericHead(piece{p.a, i}) {
				return 0
			}
			return i
		}
	}
	return 0
}

func (r *reader) copyRuleOf(p piece) bool {
	i := r.quantityAt(p.a, p.b)
	end, _ := r.copyEnd(piece{i, p.b})
	return end >= p.b || r.t[end].kind == tokenMark || tailOpeners.match(r.line, end, p.b) > 0 || r.at(end) == "và" || r.at(end) == "theo" || r.at(end) == "hoặc" || r.at(end) == "do"
}

// isContainer tells whether a head names a set of papers.
func (r *reader) isContainer(head piece) bool {
	i := r.behindCopies(head)
	if n := oneOfWords.match(r.line, i, head.b); n > 0 {
		return true
	}
	return i >= head.b || containers.match(r.line, i, head.b) > 0
}

// list reads "Hồ sơ gồm: A; B", "Một trong các giấy tờ sau: A; B", "Giấy tờ của
// xe: A; B".
func (r *reader) list(p piece, c int, whens []when) bool {
	head, body := piece{p.a, c}, piece{c + 1, p.b}
	if i := r.mark(head, ";"); i > 0 && r.at(c) == ":" && i < c-3 {
		r.doubt(p, "a list whose parts are no plain papers") // "A; B, gồm: C; D": parts of which
		return true
	}
	for _, t := range r.tails(head) {
		if !t.when.sure {
			r.doubt(p, "a condition in the head of a list is not plain")
			return true
		}
		if filing.in(r.line, t.when.piece) {
			continue // how the copies are to be, by how they come in
		}
		whens = append(whens[:len(whens):len(whens)], t.when)
	}
	if parts := r.parts(body); r.weakParts(parts)*2 > len(parts) {
		r.doubt(p, "a list whose parts are no plain papers")
		return true
	}
	if r.sameNouns(head, r.parts(body)) {
		r.unit(head, whens) // "Bản vẽ thiết kế, gồm: bản vẽ A; bản vẽ B": parts of one paper
		return true
	}
	oneOf := oneOfWords.in(r.line, head) || oneOfWords.match(r.line, r.skipBullets(body).a, body.b) > 0
	n := len(r.items)
	sub := &reader{line: r.line, none: r.none, show: r.show}
	for k, q := range r.parts(body) {
		q = r.skipBullets(q)
		if k == 0 {
			sub.unit(q, whens)
			continue
		}
		sub.nextPart(q, whens, 0)
	}
	if len(sub.items) == 0 {
		r.doubt(p, "a list whose parts are no plain papers")
		return true
	}
	if oneOf {
		r.alternatives(p, head, whens, sub)
		return true
	}
	r.items = append(r.items, sub.items...)
	r.doubts = append(r.doubts, sub.doubts...)
	if !r.isContainer(head) && !r.copyOnly(head) && len(r.items) > n {
		// "Giấy tờ của xe: A; B" is a container; anything else is a paper too.
		it := item{whens: whens, spans: r.nameSpans(head, nil), sure: Sure, why: "the head of a list"}
		it.name = r.nameOf(it.spans)
		if it.name != "" {
			r.items = append(r.items[:n:n], append([]item{it}, r.items[n:]...)...)
		}
	}
	return true
}

// alternatives makes one paper of the parts of a list of which one will do. Each may
// be limited by itself; a person has to see that.
func (r *reader) alternatives(p, head piece, whens []when, parts *reader) {
	if len(parts.doubts) > 0 {
		r.doubt(p, "alternatives that are not plain")
		return
	}
	it := item{whens: whens, name: r.headName(head), sure: Sure, why: "one of a list", spans: []span{{r.t[p.a].lo, r.t[p.b-1].hi}}}
	for _, s := range parts.items {
		if s.why == whyLater {
			r.doubt(p, "alternatives and a paper on top")
			return
		}
		s.whens = s.whens[min(len(whens), len(s.whens)):]
		it.oneOf = append(it.oneOf, s)
	}
	r.items = append(r.items, it)
}

// sameNouns tells whether every part of a list has the noun of its head, which is
// a paper itself.
func (r *reader) sameNouns(head piece, parts []piece) bool {
	i := r.skipLead(head)
	n := paperNouns.match(r.line, i, head.b)
	if n == 0 || len(parts) < 2 || r.isContainer(head) || oneOfWords.in(r.line, head) || copyHeads.match(r.line, i, head.b) > 0 {
		return false
	}
	noun := lowered(r.text(piece{i, i + n}))
	for _, q := range parts {
		j := r.skipLead(r.skipBullets(q))
		if m := paperNouns.match(r.line, j, q.b); m == 0 || lowered(r.text(piece{j, j + m})) != noun {
			return false
		}
	}
	return true
}

// weakParts counts the parts whose noun may stand for something else than a
// paper: "a) Dự án năng lượng; b) Dự án trồng rừng".
func (r *reader) weakParts(parts []piece) int {
	n := 0
	for _, q := range parts {
		q = r.skipBullets(q)
		if weakNouns.match(r.line, r.skipLead(q), q.b) > 0 {
			n++
		}
	}
	return n
}

// weakNouns are nouns of papers that name other things as often.
var weakNouns = newLexicon("dự án|công trình|thông tin|dữ liệu|sản phẩm|nội dung")

// headName is what alternatives are for: "Giấy tờ chứng minh chỗ ở" of "Giấy tờ
// chứng minh chỗ ở là một trong các giấy tờ sau".
func (r *reader) headName(head piece) string {
	at, _ := oneOfWords.find(r.line, head, 0)
	if at < 0 {
		at = head.b
	}
	h := piece{head.a, at}
	i := r.skipLead(h)
	if copyHeads.match(r.line, i, h.b) > 0 {
		if end, _ := r.copyEnd(piece{i, h.b}); end >= h.b {
			return ""
		}
	}
	if h.b-i < 3 {
		return ""
	}
	return strings.TrimSpace(r.nameOf(r.nameSpans(h, r.gone(r.tails(h)))))
}

func (r *reader) gone(ts []tail) []piece {
	var out []piece
	for _, t := range ts {
		out = append(out, piece{t.open, t.end})
	}
	return out
}

// unit reads one part of a list: a paper with its conditions, or several that
// are joined.
func (r *reader) unit(p piece, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return
	}
	if w, rest, ok := r.cutFront(p); ok && r.skipLead(p) == p.a {
		if !r.consequence(w, rest, p, whens, true) {
			r.doubt(p, "a condition without a plain paper")
		}
		return
	}
	// ", trường hợp X thì ..." is a clause of its own.
	for i := p.a + 1; i < p.b; i++ {
		if r.t[i].depth > 0 || r.at(i) != "," {
			continue
		}
		j := i + 1
		if caseWords.match(r.line, j, p.b) > 0 {
			q := piece{j, p.b}
			if _, _, ok := r.cutFront(q); ok && (r.clauseHasThen(q) || r.at(j) == "trường" && strongDuties.in(r.line, q)) {
				r.unit(piece{p.a, i}, whens)
				r.later(q, whens)
				return
			}
		}
	}
	for i := p.a + 1; i < p.b; i++ {
		if r.t[i].depth > 0 {
			continue
		}
		if n := andDuty.match(r.line, i, p.b); n > 0 && r.startsPaper(piece{i + n, p.b}) && !r.copyRule(piece{i + n, p.b}) && i > r.behindCopies(p) {
			show := len(r.items)
			r.unit(piece{p.a, i}, whens)
			k := len(r.items)
			r.unit(piece{i + n, p.b}, whens)
			for ; k < len(r.items); k++ {
				r.items[k].show = r.items[k].show || r.at(i+n-1) == "trình"
			}
			_ = show
			return
		}
		if r.othersAt(i, p.b) && i > p.a+1 && !(r.at(i) == "," && r.isContainer(piece{p.a, i})) {
			r.unit(piece{p.a, i}, whens)
			j := i + 1
			if r.at(j) == "và" {
				j++
			}
			r.others(piece{j, p.b}, whens)
			return
		}
	}
	if r.others(p, whens) {
		return
	}
	ts := r.tails(p)
	if len(ts) == 0 {
		r.joined(p, nil, whens, true)
		return
	}
	r.limited(p, ts, whens)
}

var andDuty = newLexicon("và xuất trình|và nộp lại|và nộp|, xuất trình|, nộp lại|và phải xuất trình|và phải nộp")

// others reads "các giấy tờ khác có liên quan": nobody can be told to bring them
// without knowing which.
func (r *reader) others(p piece, whens []when) bool {
	i := r.skipLead(p)
	n := otherPapers.match(r.line, i, p.b)
	if n == 0 || len(r.tails(p)) > 0 {
		return false
	}
	own := whens[:len(whens):len(whens)]
	switch at, m := related.find(r.line, piece{i, p.b}, 0); {
	case at >= 0:
		own = append(own, r.newWhen(piece{at, at + m}, true))
	case p.b-i-n < 3:
		own = append(own, when{words: haveOne, sure: true})
	default:
		return false
	}
	r.joined(p, nil, own, true)
	return true
}

var related = newLexicon("có liên quan|liên quan")

var caseWords = newLexicon("trường hợp|nếu|đối với|trong trường hợp|riêng|đối với trường hợp")

// joined adds one paper, or several when "và các giấy tờ khác (nếu có)" is
// among them.
func (r *reader) joined(p piece, gone []piece, whens []when, sure bool) {
	it := item{whens: whens, spans: r.nameSpans(p, gone), sure: Sure, why: "named by its noun"}
	it.name = r.nameOf(it.spans)
	if n := r.identityName(piece{r.behindCopies(p), p.b}); n != "" {
		it.name = n
	}
	if r.at(r.skipBullets(p).a) == "xuất" {
		it.show = true
	}
	if it.name == "" {
		r.doubt(p, "no name is left")
		return
	}
	if r.listInBrackets(p) {
		r.doubt(p, "a list of papers in brackets")
		return
	}
	if l := scan(it.name); copyHeads.match(l, 0, len(l.t)) > 0 {
		if end, _ := l.copyEnd(piece{0, len(l.t)}); end >= len(l.t) {
			r.doubt(p, "the words name no paper of their own")
			return
		}
	}
	if l := scan(it.name); len(l.t) > 0 && openEnds.match(l, len(l.t)-1, len(l.t)) > 0 && l.at(len(l.t)-2) != "trở" && l.at(len(l.t)-2) != "hàng" {
		r.doubt(p, "the name breaks off")
		return
	}
	if l := scan(it.name); demanding.in(l, piece{1, len(l.t)}) || noPapers.match(l, 0, len(l.t)) > 0 && demandVerbs.in(l, piece{1, len(l.t)}) || l.demandsPaper() {
		r.doubt(p, "a demand inside a name")
		return
	}
	if r.pronounLike(it.name) {
		r.doubt(p, "the words name no paper of their own")
		return
	}
	if !sure {
		it.sure = Doubt
	}
	if r.hidesCondition(p, it.spans, gone) {
		it.sure, it.why = Doubt, "words that the name leaves out may open a condition"
	}
	r.items = append(r.items, it)
}

// demanding are duties that stand in no name.
var demanding = newLexicon("phải bổ sung|phải nộp thêm|phải có thêm|phải kèm|phải kèm theo|còn phải")

// demandsPaper tells whether a duty with its paper stands in a name.
func (l *line) demandsPaper() bool {
	for i := 1; i < len(l.t); i++ {
		if n := demandVerbs.match(l, i, len(l.t)); n > 0 && strongPapers.match(l, l.quantityAt(i+n, len(l.t)), len(l.t)) > 0 {
			return true
		}
	}
	return false
}

var demandVerbs = newLexicon("phải có|phải nộp|phải cung cấp|phải xuất trình|cần có")

// openEnds are words that no name ends in.
var openEnds = newLexicon("có|về|không|và|hoặc|của|theo|với|để|là|do|từ|đối|gồm|phải")

// hidesCondition tells whether words that a name leaves out open a condition:
// "theo quy định đối với phương tiện không thuộc diện đăng kiểm".
func (r *reader) hidesCondition(p piece, kept []span, gone []piece) bool {
	k := 0
	for i := p.a; i < p.b; i++ {
		t := r.t[i]
		for k < len(kept) && kept[k].To <= t.lo {
			k++
		}
		if k < len(kept) && kept[k].From <= t.lo {
			continue
		}
		if j := slices.IndexFunc(gone, func(g piece) bool { return g.a <= i && i < g.b }); j >= 0 {
			i = gone[j].b - 1
			continue
		}
		if t.word == "(" && t.depth == 1 {
			q := r.quantityAt(i+1, p.b)
			end := r.closing(i, p.b)
			if copyHeads.match(r.line, q, p.b) > 0 || filing.in(r.line, piece{i, end}) || r.behindForm(i) || formWords.match(r.line, q, p.b) > 0 || formWords.match(r.line, end, p.b) > 0 {
				i = end - 1
				continue
			}
		}
		if hiddenOpeners.match(r.line, i, p.b) > 0 && (r.at(i) == "đối" || !r.noOpener(i, 1, p)) {
			return true
		}
	}
	return false
}

// hiddenOpeners open conditions wherever they stand.
var hiddenOpeners = newLexicon("đối với|trường hợp|nếu|trừ|trừ khi|áp dụng cho|chỉ áp dụng")

// limited reads a part with conditions in it.
func (r *reader) limited(p piece, ts []tail, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for _, t := range ts {
		if !t.when.sure {
			r.doubt(p, "“"+r.text(piece{t.open, min(t.open+4, p.b)})+"” may open a condition or not")
			return
		}
	}
	if len(ts) == 1 && !ts[0].brace && filing.in(r.line, ts[0].when.piece) {
		r.doubt(p, "a condition on how the dossier comes in")
		return
	}
	if len(ts) > 1 && r.allFiling(ts) {
		r.joined(p, nil, whens, true) // "giấy (nộp trực tiếp) hoặc bản điện tử (nộp trực tuyến)": how, not whether
		return
	}
	from := p.a
	for k := 0; k < len(ts); k++ {
		// Conditions that follow each other hold together.
		group := []tail{ts[k]}
		for k+1 < len(ts) && r.noWords(piece{ts[k].end, ts[k+1].open}) {
			k++
			group = append(group, ts[k])
		}
		last := group[len(group)-1]
		if len(group) > 1 && !group[0].brace && !group[1].brace && !group[0].ifAny && !group[1].ifAny && !group[1].when.except {
			r.doubt(p, "two conditions behind each other")
			return
		}
		after := piece{last.end, p.b}
		own := whens[:len(whens):len(whens)]
		for _, g := range group {
			own = append(own, g.when)
		}
		head := piece{from, group[0].open}
		n := r.joint(after.a, after.b)
		either := n > 0 && r.at(after.a) == "hoặc" || r.at(after.a) == "," && r.at(after.a+1) == "hoặc"
		switch {
		case r.noWords(after):
			r.last(p, head, last, own, whens)
			return
		case n == 0 && k+1 == len(ts):
			// Words that go on with the name: "… (nếu có) theo quy định".
			if r.at(after.a) == "," && r.at(after.a+1) == "kèm" || r.at(after.a) == "kèm" {
				r.doubt(p, "a paper behind a condition")
				return
			}
			if last.ifAny && citations.match(r.line, after.a, after.b) == 0 && r.mark(head, ",") > 0 {
				r.doubt(p, "“nếu có” inside a name")
				return
			}
			r.joined(piece{from, p.b}, r.gone(group), own, true)
			return
		case n == 0:
			r.doubt(p, "conditions in the middle of a paper")
			return
		case either && k+1 == len(ts):
			// "A (đối với X) hoặc B": one of the two, with the source's words.
			r.joined(piece{from, p.b}, nil, whens, group[0].brace)
			if !group[0].brace {
				r.items = r.items[:len(r.items)-1]
				r.doubt(p, "an alternative behind a condition")
			}
			return
		case !group[0].brace && k+1 == len(ts):
			r.doubt(p, "a paper behind a condition")
			return
		}
		r.last(piece{from, last.end}, head, last, own, whens)
		from = after.a + n
	}
	if from < p.b {
		r.unit(piece{from, p.b}, whens)
	}
}

func (r *reader) allFiling(ts []tail) bool {
	for _, t := range ts {
		if !filing.in(r.line, t.when.piece) {
			return false
		}
	}
	return true
}

var filing = newLexicon("gửi qua đường bưu chính|qua đường bưu điện|qua hệ thống dịch vụ công|gửi trực tiếp|nộp trực tiếp|trực tuyến|môi trường điện tử|qua đường bưu chính|bưu chính|nộp hồ sơ trực tiếp|hồ sơ giấy")

// last adds the paper or papers in head that the condition at their end limits.
func (r *reader) last(p, head piece, t tail, own, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	if t.ifAny {
		// "A, B và C (nếu có)": the last one only.
		i, n := r.lastJoint(head)
		if i > 0 && r.at(i) == "," && r.othersAt(i, head.b) && r.isContainer(piece{head.a, i}) {
			r.joined(head, nil, own, true) // "Các văn bản pháp lý, tài liệu khác có liên quan (nếu có)"
			return
		}
		for i > 0 && (r.at(i) == "hoặc" || n == 2 && r.at(i+1) == "hoặc") {
			j, m := r.lastJoint(piece{head.a, i})
			if j < 0 {
				i = -1
				break
			}
			i, n = j, m
		}
		if i > 0 {
			r.joined(piece{head.a, i}, nil, whens, true)
			r.joined(piece{i + n, head.b}, nil, own, true)
			return
		}
		for k := r.behindCopies(head) + 1; k < head.b; k++ {
			if n := withIt.match(r.line, k, head.b); n > 0 && r.t[k].depth == 0 && !r.withLaw(k, head.b) && r.startsPaper(piece{k + n, head.b}) && copyHeads.match(r.line, r.skipLead(piece{k + n, head.b}), head.b) == 0 {
				r.joined(piece{head.a, k}, nil, whens, true) // "A kèm theo B (nếu có)": B only
				r.joined(piece{k + n, head.b}, nil, own, true)
				return
			}
		}
	}
	i, n := r.lastJoint(head)
	either := i > 0 && (r.at(i) == "hoặc" || n == 2 && r.at(i+1) == "hoặc")
	switch {
	case either && head.b-i-n > 7, i < 0 && r.orPaper(head):
		r.doubt(p, "a condition that may hold for the last alternative only")
		return
	case i > 0 && !either && !t.when.except:
		r.doubt(p, "a condition that may hold for the last of several papers only")
		return
	}
	r.joined(head, nil, own, true)
}

// listInBrackets tells whether several papers stand in brackets, which a name
// leaves out.
func (r *reader) listInBrackets(p piece) bool {
	for i := p.a; i < p.b; i++ {
		if r.t[i].depth > 0 && r.at(i) == ";" && (strongPapers.match(r.line, i+1, p.b) > 0 || caseOpeners.match(r.line, i+1, p.b) > 0) {
			return true
		}
	}
	return false
}

// pronounLike tells whether a name only points elsewhere: "Các giấy tờ theo quy
// định", "hồ sơ nêu trên".
func (r *reader) pronounLike(name string) bool {
	l := scan(name)
	i := 0
	for i < len(l.t) {
		n := max(pointing.match(l, i, len(l.t)), articles.match(l, i, len(l.t)))
		if n == 0 && (l.t[i].kind == tokenMark || l.t[i].kind == tokenNumber && len(l.t[i].word) <= 2) {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

var pointing = newLexicon("giấy tờ|hồ sơ|tài liệu|văn bản|thành phần|chứng từ|bản sao|bản chính|bản|theo quy định|theo|quy định|nêu trên|trên|sau|sau đây|này|đó|kèm theo|có liên quan|bao gồm|gồm|liên quan|cần thiết|phải|có|nộp|giấy|bản gốc|bộ|loại")

func (r *reader) lastJoint(p piece) (at, n int) {
	from := r.behindCopies(p)
	for i := p.b - 1; i > from; i-- {
		if r.t[i].depth == 0 {
			if n := r.joint(i, p.b); n > 0 && r.at(i-1) != "," && r.at(i-1) != "hoặc" && r.at(i-1) != "và" {
				return i, n
			}
		}
	}
	return -1, 0
}

// orPaper tells whether an alternative stands in p, be its noun ever so weak.
func (r *reader) orPaper(p piece) bool {
	from := r.behindCopies(p)
	for i := from + 1; i < p.b; i++ {
		if r.t[i].depth == 0 && r.at(i) == "hoặc" && paperNouns.match(r.line, r.skipLead(piece{i + 1, p.b}), p.b) > 0 && copyHeads.match(r.line, r.skipLead(piece{i + 1, p.b}), p.b) == 0 {
			return true
		}
	}
	return false
}

func (r *reader) noWords(p piece) bool { return p.empty() || !r.hasWord(p) }

// implied are conditions that a name does not word as one: by what they are,
// some papers are for some people only.
func (r *reader) implied() {
	for i := range r.items {
		it := &r.items[i]
		if len(it.whens) > 0 || len(it.oneOf) > 0 {
			continue
		}
		l := scan(it.name)
		all := piece{0, len(l.t)}
		switch {
		case powerPapers.match(l, 0, all.b) > 0 && powerEnds(l, powerPapers.match(l, 0, all.b)):
			it.whens, it.why = []when{{words: "làm thay người khác", sure: true}}, "a power of attorney is for who acts for another"
		case eForms.in(l, all):
			it.whens, it.why = []when{{words: onlineForm, sure: true}}, "an interactive form exists online only"
		case asHome.in(r.line, piece{0, len(r.t)}) && vehicles.in(l, all) && !fillIn(it.name):
			it.whens, it.why = []when{{words: "chỗ ở là tàu, thuyền hoặc phương tiện khác", sure: true}}, "papers of a vehicle as a home"
		case legalProof.in(l, all) && l.at(0) == "giấy":
			it.whens, it.why = []when{{words: "là người đại diện", sure: true}}, "proves who represents"
		}
	}
}

// onlineForm is the condition of an interactive form.
const onlineForm = "lựa chọn hình thức nộp hồ sơ trực tuyến"

var (
	powerPapers = newLexicon("văn bản ủy quyền|giấy ủy quyền|hợp đồng ủy quyền|bản sao văn bản ủy quyền|bản sao giấy ủy quyền")
	eForms      = newLexicon("điện tử tương tác")
	asHome      = newLexicon("mục đích để ở")
	vehicles    = newLexicon("phương tiện")
	legalProof  = newLexicon("chứng minh là người đại diện")
)

// powerEnds tells whether a power of attorney says no more of itself: "Giấy ủy
// quyền của hãng" is the maker's, which everybody has to have.
func powerEnds(l *line, i int) bool {
	return i >= len(l.t) || l.t[i].kind == tokenMark || powerTails.match(l, i, len(l.t)) > 0
}

var powerTails = newLexicon("yêu cầu|thực hiện|theo|để|cho người|hợp lệ|hợp pháp|làm thủ tục|nộp|của người")

// exempt reads "Trường hợp kê khai số định danh cá nhân thì hồ sơ không bao gồm
// bản sao giấy tờ pháp lý": who does so needs no copy.
func (r *reader) exempt(p piece) bool {
	w, rest, ok := r.cutFront(p)
	if !ok || len(r.items) == 0 || !ownChoice.in(r.line, w.piece) || !noDuties.in(r.line, rest) {
		return false
	}
	last := &r.items[len(r.items)-1]
	if len(last.oneOf) > 0 {
		return false
	}
	last.whens = append(last.whens[:len(last.whens):len(last.whens)], when{words: w.words, piece: w.piece, except: true, sure: true, full: trimEnd(r.text(p))})
	last.why = "a later sentence frees some people"
	return true
}

var ownChoice = newLexicon("kê khai số định danh|kê khai|đã kê khai|cung cấp số định danh")
