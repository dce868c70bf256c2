package digest

import (
	"strings"
)

// when is a condition with where its words stand.
type when struct {
	words  string // the source's words
	piece  piece
	except bool   // everybody but those: "trừ trường hợp ..."
	lead   string // the row that introduces it
	full   string // the sentence that says so, when it is more than the words
	sure   bool
}

// cutFront cuts "Trường hợp X thì Y", "Đối với X: Y", "Nếu X, phải nộp Y" into
// X and Y. strong says that X was closed by "thì", a colon or a duty; a comma
// alone is weak.
func (l *line) cutFront(p piece) (w when, rest piece, ok bool) {
	p = l.skipBullets(p)
	start := p.a
	for { // "Ngoài ra, ...", "Ngoài các thành phần hồ sơ nêu trên, đối với ..."
		if n := caseOpeners.match(l, p.a, p.b); n > 0 {
			break
		}
		if n := addings.match(l, p.a, p.b); n > 0 {
			p.a += n
			if l.at(p.a) == "," {
				p.a++
			}
			continue
		}
		if l.at(p.a) == "ngoài" {
			if i := l.mark(p, ","); i > 0 && caseOpeners.match(l, i+1, p.b) > 0 {
				p.a = i + 1
				continue
			}
		}
		return when{}, piece{start, p.b}, false
	}
	n := caseOpeners.match(l, p.a, p.b)
	body := piece{p.a + n, p.b}
	at, skip, sure := l.frontEnd(body)
	if b := l.pastNumber(body); b != body {
		body, at, skip, sure = b, l.colon(b), 1, true
	}
	if at < 0 || at == body.a {
		return when{}, piece{start, p.b}, false
	}
	cond := piece{body.a, at}
	if l.at(p.a) == "các" || l.at(p.a) == "những" {
		cond.a = p.a
	}
	return l.newWhen(cond, sure), piece{at + skip, p.b}, true
}

// pastNumber drops the number of a case that its words follow: "Trường hợp (1): đăng
// ký lần đầu: Tờ khai".
func (l *line) pastNumber(p piece) piece {
	i := p.a
	if l.at(i) == "(" {
		i++
	}
	if i >= p.b || l.t[i].kind != tokenNumber || len(l.t[i].word) > 2 {
		return p
	}
	i++
	if l.at(i) == ")" {
		i++
	}
	if l.at(i) != ":" || l.colon(piece{i + 1, p.b}) < 0 {
		return p
	}
	return piece{i + 1, p.b}
}

// mark is the first mark of that sort at depth 0, -1 when there is none.
func (l *line) mark(p piece, m string) int {
	for i := p.a; i < p.b; i++ {
		if l.t[i].word == m && l.t[i].depth == 0 {
			return i
		}
	}
	return -1
}

// frontEnd finds where a condition in front ends and how many tokens close it.
// "thì" closes it wherever it stands; a colon and a duty do when they come
// first.
func (l *line) frontEnd(p piece) (at, skip int, sure bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	limit := p.b
	for i := p.a; i < p.b; i++ {
		if l.t[i].depth == 0 && l.t[i].word == ";" {
			limit = i
			break
		}
	}
	if limit < p.b && l.colon(piece{p.a, limit}) < 0 && thenWords.match(l, p.a, limit) == 0 {
		// "Đối với doanh nghiệp; chi nhánh của doanh nghiệp: giấy Y"
		if c := l.colon(p); c > limit && l.joint(limit, limit+1) == 0 && strongPapers.match(l, limit+1, p.b) == 0 && caseOpeners.match(l, limit+1, p.b) == 0 && !l.clauseHasThen(p) {
			return c, 1, true
		}
	}
	q := piece{p.a, limit}
	colon := l.colon(q)
	if i, n := thenWords.find(l, q, 0); i > 0 && (colon < 0 || i < colon) {
		from := i
		if l.at(i-1) == "," {
			from--
		}
		return from, i + n - from, true
	}
	duty, comma := -1, -1
	for i := p.a + 1; i < limit; i++ {
		t := l.t[i]
		if t.depth > 0 {
			continue
		}
		if comma < 0 && t.word == "," && l.newClause(i+1, limit) {
			comma = i
		}
		if duty < 0 && l.at(i) == "phải" && duties.match(l, i, limit) > 1 {
			duty = i
		}
		if t.word == "còn" && l.at(i+1) == "phải" {
			duty = i
		}
	}
	if colon > 0 && duty > colon && comma < 0 && l.quantityAt(colon+1, duty) == colon+1 && paperNouns.match(l, colon+1, duty) == 0 && applicants.match(l, colon+1, duty) == 0 && containers.match(l, colon+1, duty) == 0 {
		return duty, 0, true // "Đối với cơ sở kinh doanh ngành, nghề: X phải có Y"
	}
	if colon > 0 && (comma < 0 || colon < comma || l.plainColon(piece{comma + 1, colon})) && (duty < 0 || colon < duty) {
		if comma > 0 && comma < colon {
			return comma, colon + 1 - comma, true
		}
		return colon, 1, true
	}
	switch {
	case comma > 0:
		return comma, 1, true
	case duty > 0:
		return duty, 0, true
	case colon > 0:
		return colon, 1, true
	}
	return -1, 0, false
}

// plainColon tells whether what stands before a colon only introduces the list
// behind it: "hồ sơ gồm".
func (l *line) plainColon(p piece) bool {
	return p.b-p.a <= 12 && containers.match(l, p.a, p.b) > 0 && !paperList.in(l, p)
}

var paperList = newLexicon("và|hoặc")

// newClause tells whether a clause with its own subject or a duty begins at i:
// what stands before the comma is then the whole condition.
func (l *line) newClause(i, end int) bool {
	if l.at(i) == "ngoài" { // "Đối với X, ngoài các thành phần hồ sơ nêu trên, ..."
		return true
	}
	j := i
	if n := addings.match(l, j, end); n > 0 {
		j += n
	}
	if n := strongDuties.match(l, j, end); n > 0 {
		return true
	}
	if n := containers.match(l, j, end); n > 0 && l.at(j) == "hồ" {
		return true
	}
	if l.quantityAt(j, end) > j {
		return paperNouns.match(l, l.quantityAt(j, end), end) > 0
	}
	for k := j; k < end && k < j+14; k++ {
		if l.t[k].depth > 0 || l.t[k].word == "," {
			break
		}
		if k > j && strongDuties.match(l, k, end) > 0 && (applicants.match(l, j, end) > 0 || offices.match(l, j, end) > 0) {
			return true
		}
	}
	return false
}

// strongDuties are the duties that a clause may begin with.
var strongDuties = newLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải kèm|phải bổ sung|phải gửi|nộp|nộp thêm|nộp bổ sung|xuất trình|xuất trình thêm|kèm theo|bổ sung|bổ sung thêm|cần có|cần nộp|gửi kèm|gửi kèm theo|còn phải|có trách nhiệm|cung cấp|phải cung cấp|thay thế bằng|thay bằng|đính kèm|có thêm|cần bổ sung|phải thêm|phải")

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

// tail is a condition behind a paper: its opener at a, its words in p.
type tail struct {
	open  int // first token of the opener, or of the bracket around it
	end   int // behind the condition and its bracket
	when  when
	brace bool // in brackets
	ifAny bool // "nếu có" and its like
}

// tails finds the conditions behind papers in p, in their order.
func (l *line) tails(p piece) []tail {
	var out []tail
	for i := p.a; i < p.b; i++ {
		t := l.t[i]
		switch {
		case t.word == "(" && t.depth == 1 && i+1 < p.b && l.t[i+1].depth >= 1:
			end := l.closing(i, p.b)
			if tl, ok := l.braceTail(i, end); ok {
				out = append(out, tl)
			}
			i = end - 1
		case t.depth == 0:
			n := tailOpeners.match(l, i, p.b)
			if n == 0 || i == p.a || l.noOpener(i, n, p) {
				continue
			}
			tl := tail{open: i, when: when{sure: true}}
			if a := ifAnyWords.match(l, i, p.b); a > 0 && l.endsAt(i+a, p.b) {
				tl.when.words, tl.when.piece, tl.end, tl.ifAny = l.text(piece{i, i + a}), piece{i, i + a}, i+a, true
			} else {
				tl.end = l.tailEnd(i+n, p.b)
				if k := l.matterAt(piece{i + n + 1, tl.end}); k > 0 && resolutions.match(l, l.skipBullets(p).a, i) > 0 && l.matterAt(piece{p.a, i}) < 0 {
					tl.end = k // "Nghị quyết của A đối với công ty X về việc Y"
				}
				from := i + n
				tl.when = l.newWhen(piece{from, tl.end}, l.sureTail(p, i, n))
				tl.when.except = exceptWords.match(l, i, p.b) > 0
				if l.nests(piece{from, tl.end}) || l.swallows(piece{from, tl.end}) && !tl.when.except {
					tl.when.sure = false
				}
			}
			if tl.when.words == "" {
				continue
			}
			out = append(out, tl)
			i = tl.end - 1
		}
	}
	return out
}

// matterAt is where "về việc" stands in p, -1 when it does not.
func (l *line) matterAt(p piece) int {
	for i := p.a; i+1 < p.b; i++ {
		if l.t[i].depth == 0 && l.at(i) == "về" && l.at(i+1) == "việc" {
			return i
		}
	}
	return -1
}

var resolutions = newLexicon("nghị quyết|quyết định|biên bản họp|bản sao nghị quyết|bản sao biên bản họp|bản sao hoặc bản chính nghị quyết|văn bản")

// nests tells whether another condition or a long bracket stands in the words of
// a condition.
func (l *line) nests(p piece) bool {
	for i := p.a + 3; i < p.b; i++ {
		switch {
		case l.t[i].depth == 1 && l.at(i) == "(":
			end := l.closing(i, p.b)
			if end-i > 25 {
				return true
			}
			i = end - 1
		case l.t[i].depth == 0 && l.at(i) == "đối" && l.at(i+1) == "với" && (l.at(i-1) == "," || l.at(i+2) == "trường"):
			return true
		case l.t[i].depth == 0 && (l.at(i) == "," || l.at(i) == ";") && l.at(i+1) == "của":
			return true
		}
	}
	return false
}

// swallows tells whether the words of a condition run on into another paper.
func (l *line) swallows(p piece) bool {
	for i := p.a + 1; i < p.b; i++ {
		if l.t[i].depth == 0 && l.joint(i, p.b) > 0 && (l.at(i) == "," || l.at(i) == "hoặc" || l.at(i) == "và") {
			return true
		}
	}
	return false
}

// endsAt tells whether a phrase that ends before i is not gone on with.
func (l *line) endsAt(i, end int) bool {
	return i >= end || l.t[i].kind == tokenMark || l.at(i) == "và" || l.at(i) == "theo" || l.at(i) == "hoặc" || l.at(i) == "để"
}

// closing is behind the bracket that opens at i.
func (l *line) closing(i, end int) int {
	d := l.t[i].depth
	for j := i + 1; j < end; j++ {
		if l.t[j].word == ")" && l.t[j].depth == d {
			return j + 1
		}
	}
	return end
}

var braceOpeners = newLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|chỉ áp dụng với|chỉ áp dụng trong các trường hợp|trong trường hợp|trường hợp|các trường hợp|trong các trường hợp|đối với|đối với trường hợp|đối với các trường hợp|nếu|khi|trừ|trừ trường hợp|trừ các trường hợp|ngoại trừ|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|dành cho|dùng cho|chỉ nộp khi|chỉ nộp trong trường hợp|chỉ đối với|kèm theo trong trường hợp|chỉ yêu cầu đối với|với trường hợp|kèm theo nếu|không áp dụng đối với|cho trường hợp|bắt buộc đối với|yêu cầu đối với|thuộc trường hợp|dùng trong trường hợp|chỉ áp dụng trong trường hợp|chỉ áp dụng khi|áp dụng khi|chỉ bổ sung khi|chỉ trong trường hợp|với|nộp khi|nộp trong trường hợp")

// braceTail reads a condition in brackets.
func (l *line) braceTail(i, end int) (tail, bool) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	in := piece{i + 1, end - 1}
	if in.empty() {
		return tail{}, false
	}
	if filing.in(l, in) && i > 0 && copyTail[l.at(i-1)] {
		return tail{}, false // "bản sao (trường hợp nộp trực tiếp)": how the copy is to be
	}
	if n := ifAnyWords.match(l, in.a, in.b); n > 0 && in.a+n >= in.b-1 {
		return tail{open: i, end: end, brace: true, ifAny: true, when: when{words: trimEnd(l.text(in)), piece: in, sure: true}}, true
	}
	if l.behindForm(i) && l.at(in.a) == "đối" || formWords.match(l, end, len(l.t)) > 0 && l.at(in.a) == "áp" {
		return tail{}, false // "Mẫu số 17 (đối với tổ chức)", "Tờ khai (áp dụng đối với ...) mẫu số 04": which form
	}
	n := braceOpeners.match(l, in.a, in.b)
	if n == 0 {
		if copyHeads.match(l, in.a, in.b) > 0 || formWords.match(l, in.a, in.b) > 0 {
			return tail{}, false // "(bản sao ... đối với ...)", "(mẫu 17 đối với tổ chức ...)": how, not whether
		}
		if at, m := innerCase.find(l, in, l.t[in.a].depth); at > 0 && l.at(at-1) != "không" && (at-in.a < 8 || l.at(at) == "nếu") {
			return tail{open: i, end: end, brace: true, when: l.newWhen(piece{at + m, in.b}, l.at(at) == "áp" || l.at(at) == "nếu" && paperNouns.match(l, in.a, in.b) == 0)}, true
		}
		return tail{}, false
	}
	if paperWord.match(l, in.a+n, in.b) > 0 && l.at(in.a) != "nếu" && l.at(in.a) != "trừ" {
		return tail{}, false // "(đối với giấy tờ của Việt Nam)" is about copies
	}
	from := in.a + n
	w := l.newWhen(piece{from, in.b}, n > 1 || l.at(in.a) != "trừ" || strongPapers.match(l, from, in.b) == 0) // "(trừ bản sao giấy khai sinh)": which papers
	w.except = exceptWords.match(l, in.a, in.b) > 0
	if w.words == "" {
		return tail{}, false
	}
	return tail{open: i, end: end, brace: true, when: w}, true
}

// copyTail are the last words of ways of copying.
var copyTail = map[string]bool{"chiếu": true, "sao": true, "thực": true, "chính": true, "gốc": true, "tử": true, "giấy": true, "tra": true}

// behindForm tells whether the number of a form stands right before i.
func (l *line) behindForm(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if l.at(k) == "mẫu" {
			return k < i-1
		}
		if t := l.t[k]; !(t.kind == tokenNumber || t.upper || t.word == "số" || t.word == "." || t.word == "-") {
			return false
		}
	}
	return false
}

var innerCase = newLexicon("áp dụng khi|áp dụng đối với|áp dụng cho|áp dụng trong trường hợp|áp dụng với|chỉ nộp khi|trong trường hợp|đối với trường hợp|đối với|nếu|thuộc trường hợp phải|thuộc trường hợp|thuộc diện phải|thuộc đối tượng")

// paperWord are papers that a way of copying may be said of.
var paperWord = newLexicon("giấy tờ|bản sao|bản chính|văn bản do|tài liệu do|hồ sơ nộp|giấy tờ do|giấy chứng nhận đăng ký kinh doanh do")

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

func (l *line) clauseHasThen(p piece) bool {
	for i := p.a; i < p.b && l.t[i].word != ";"; i++ {
		if l.t[i].word == "thì" {
			return true
		}
	}
	return false
}

// tailEnd is where a condition behind a paper ends: at a semicolon, before a
// paper that comes with the first ("kèm theo"), or where another branch with a
// condition of its own begins ("hoặc giấy Y đối với Z").
func (l *line) tailEnd(from, end int) int { //nolint:cyclop // one rule of the grammar, read from top to bottom
	for i := from; i < end; i++ {
		t := l.t[i]
		if t.depth > 0 {
			continue
		}
		if t.word == ";" || t.word == ":" || t.word == "trong" && i > from && tailOpeners.match(l, i, end) > 0 {
			return i
		}
		if (t.word == "," || t.word == "(") && exceptWords.match(l, i+1, end) > 0 || exceptWords.match(l, i, end) > 0 && l.at(i) == "trừ" && i > from && !l.noOpener(i, 1, piece{from, end}) {
			return i
		}
		if l.othersAt(i, end) {
			return i
		}
		if n := l.joint(i, end); n > 0 && l.laterTail(i+n, end) {
			return i
		}
		if t.word == "," && l.at(i+1) == "kèm" && l.at(i+2) == "theo" {
			return i
		}
		if i > from+2 && t.word == "kèm" && l.at(i+1) == "theo" && !l.withLaw(i, end) {
			return i
		}
		if t.word == "," && l.at(i+1) == "trường" && l.at(i+2) == "hợp" && l.clauseHasThen(piece{i, end}) {
			return i
		}
	}
	return end
}

// othersAt tells whether "và các giấy tờ khác" stands at i.
func (l *line) othersAt(i, end int) bool {
	if w := l.at(i); w != "và" && w != "," {
		return false
	}
	j := i + 1
	if l.at(j) == "và" {
		j++
	}
	if n := articles.match(l, j, end); n > 0 {
		j += n
	}
	return otherPapers.match(l, j, end) > 0
}

var otherPapers = newLexicon("giấy tờ khác|tài liệu khác|văn bản khác|hồ sơ khác|chứng từ khác|giấy tờ, tài liệu khác|văn bản, tài liệu khác|tài liệu, giấy tờ khác|giấy tờ có liên quan khác|tài liệu liên quan khác|tài liệu có liên quan khác|giấy tờ liên quan khác")

// joint tells how many tokens "hoặc", "và" or a comma take at i when a paper
// follows; 0 otherwise.
func (l *line) joint(i, end int) int {
	n := 0
	switch l.at(i) {
	case "hoặc", "và", ",", "hay":
		n = 1
	default:
		return 0
	}
	if l.at(i) == "," && (l.at(i+1) == "hoặc" || l.at(i+1) == "và") {
		n = 2
	}
	if l.at(i+n) == "/" {
		n += 2
	}
	j := i + n
	for range 3 {
		if m := articles.match(l, j, end); m > 0 {
			j += m
		}
	}
	j = l.quantityAt(j, end)
	if strongPapers.match(l, j, end) > 0 {
		return n
	}
	return 0
}

// strongPapers are nouns that hardly stand for anything but a paper.
var strongPapers = newLexicon("giấy|biên lai|giấy tờ|bản sao|bản chính|bản gốc|bản chụp|bản dịch|bản cam kết|bản vẽ|bản đồ|bản tổng hợp|bản thuyết minh|bản kê khai|bản tường trình|văn bản|văn bằng|biên bản|tờ khai|tờ trình|đơn đề nghị|đơn xin|hộ chiếu|thẻ căn cước|quyết định|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|hóa đơn|phiếu|danh sách|danh mục|điều lệ|nghị quyết|báo cáo|thông báo|xác nhận|tài liệu|trích lục|bảng kê|bảng|sơ yếu lý lịch|lý lịch|phương án|kết quả|bằng|sơ đồ|thuyết minh|công văn|ý kiến|thư|di chúc|bản án|vận đơn|cam kết|ảnh|hồ sơ|sổ|bản")

// laterTail tells whether another condition opens between i and the next
// semicolon.
func (l *line) laterTail(i, end int) bool {
	for j := i + 1; j < end && !(l.t[j].word == ";" && l.t[j].depth == 0); j++ {
		if l.t[j].depth == 0 && tailOpeners.match(l, j, end) > 0 && !l.noOpener(j, tailOpeners.match(l, j, end), piece{i, end}) {
			return true
		}
		if l.t[j].word == "(" && l.t[j].depth == 1 {
			if _, ok := l.braceTail(j, l.closing(j, end)); ok {
				return true
			}
		}
	}
	return false
}

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

// evidence are papers that somebody else makes; "đối với" behind one rather tells
// for whom it is.
var evidence = newLexicon("giấy|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|tài liệu|quyết định|biên bản|bằng|thẻ|hóa đơn|xác nhận|phiếu")

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
