package digest

import "strings"

// The headings of lists: what one means for the papers under it.

type headKind int

const (
	headSection   headKind = iota // steers the sorting, makes no case
	headCase                      // an alternative case, worded as one
	headCondition                 // papers that come on top in some situation
	headGroup                     // a part of one dossier, or words whose meaning is open
)

// heading is what the name of a paper list means.
type heading struct {
	kind  headKind
	name  string // of a case or a group, the source's words
	full  string // the whole heading
	when  string // condition
	show  bool   // its papers are shown, not handed in
	notes bool   // its rows are advice
	oneOf bool   // any one of its papers will do
	note  string // a heading that is advice itself
	open  bool   // it may limit its papers in a way that is not read
}

var (
	noteHeads    = newLexicon("lưu ý|chú ý|ghi chú|số lượng hồ sơ|số lượng|người ủy quyền|yêu cầu|trong phiếu|các tài liệu được miễn nộp|phiếu này là")
	sectionNouns = newLexicon("giấy tờ|thành phần|thành phần hồ sơ|hồ sơ|tài liệu|mẫu đơn|các giấy tờ|những giấy tờ|các tài liệu|bao gồm|gồm|nhóm|các văn bản|thành phần, số lượng hồ sơ|số lượng thành phần hồ sơ|bộ hồ sơ|một bộ hồ sơ|hồ sơ khác|xuất trình")
	sectionTails = newLexicon("phải nộp|cần nộp|phải gửi|phải xuất trình|cần xuất trình|phải có|gồm|gồm có|bao gồm|như sau|sau|sau đây|kèm theo|hồ sơ|giấy tờ|các giấy tờ|các giấy tờ sau|01|02|03|1|2|3|(|)|,|:|.|bản chính|bản sao|mỗi loại|bản|và|hoặc|khác|để lưu giữ tại cơ quan đăng ký phương tiện|nộp|xuất trình|tài liệu|các tài liệu|các văn bản|văn bản|các|loại|một bộ|bộ")
	askTails     = newLexicon("phải nộp|nộp|phải xuất trình|xuất trình|gửi|chuẩn bị|cần nộp|làm|lập|nộp cho")
	onTopWords   = newLexicon("ủy quyền|hồ sơ còn có|hồ sơ còn phải|còn phải|phải bổ sung|bổ sung thêm|phải kèm|phải kèm theo|kèm theo hồ sơ|phải có thêm|nộp thêm|ngoài các|ngoài hồ sơ|ngoài ra|chưa có tài khoản|đại diện theo ủy quyền|người đại diện theo ủy quyền|thông qua người đại diện|thực hiện thông qua người đại diện|phải xuất trình thêm|cần có thêm|thì cần có|nộp bổ sung")
	caseHeads    = newLexicon("trường hợp|trong trường hợp|các trường hợp|đối với|đối với trường hợp|nếu|khi|về|hồ sơ đối với|hồ sơ đối với trường hợp|trường hợp của|thành phần hồ sơ đối với|thành phần hồ sơ đối với trường hợp|hồ sơ trong trường hợp|trường hợp nộp|riêng|hồ sơ do|với trường hợp|thành phần hồ sơ trong trường hợp|thủ tục|hoặc|giấy tờ đối với")
	// acts begin the name of what is applied for.
	acts     = newLexicon("cấp|cấp mới|cấp lại|cấp đổi|cấp bổ sung|cấp sửa đổi|gia hạn|đăng ký|thay đổi|điều chỉnh|sửa đổi|chấm dứt|giải thể|khai|miễn|giảm|hoàn|thông báo|xóa|chuyển|thành lập|đổi|thu hồi|công nhận|phê duyệt|chấp thuận|bổ nhiệm|miễn nhiệm|tách|gia nhập|mở|thẩm định|hủy|chia|hợp nhất|sáp nhập|trả lại|nhập khẩu|xuất khẩu|tạm ngừng|xin|đề nghị|tái|lần đầu|bổ sung|nhận|xác nhận|kiểm định|cá nhân|tổ chức|doanh nghiệp|rút|thanh toán|trợ cấp|cho thuê|thuê|giao|chủ động|phục hồi")
	actNouns = newLexicon("hồ sơ đề nghị|hồ sơ đăng ký|hồ sơ xin|hồ sơ thông báo|hồ sơ khai|hồ sơ yêu cầu|hồ sơ trình|hồ sơ|thành phần hồ sơ đề nghị|thành phần hồ sơ|đề nghị|giấy tờ đề nghị|yêu cầu")
)

// readHeading tells what the name of a list means. lists is how many lists the
// page has, procedure its name.
func readHeading(raw string, lists int) heading { //nolint:cyclop // one rule of the grammar, read from top to bottom
	full := foldSpace(raw)
	h := heading{full: full}
	s := trimEnd(stripBullet(full))
	if s == "" || strings.IndexFunc(s, hasLetter) < 0 {
		return h
	}
	l := scan(full)
	p := l.headStart()
	if p.empty() {
		return h
	}
	if i := l.t[p.a].lo; i < len(full) {
		s = trimEnd(full[i:])
	}
	if l.at(p.a) == "(" && l.closing(p.a, p.b) == p.b && p.b-p.a <= 16 && caseStart.match(l, p.a+1, p.b) > 0 && !databases.in(l, p) {
		p.a++
		s = trimEnd(full[l.t[p.a].lo:l.t[p.b-2].hi])
		p.b--
	}
	h.oneOf = oneOfWords.in(l, p)
	h.show = l.showHead(p)
	n := caseHeads.match(l, p.a, p.b)
	switch {
	case onlineOnly.in(l, p) && caseStart.match(l, p.a, p.b) == 0:
		h.kind, h.when = headCondition, "nộp trực tuyến"
		return h
	case noteHeads.match(l, p.a, p.b) > 0 || l.at(p.a) == "(":
		h.notes = true
		if l.at(p.a) == "(" || !l.shortHead(p) {
			h.notes, h.note = false, full
			h.notes = l.at(p.a) == "các" && l.at(p.a+4) == "miễn"
		}
		return h
	case lists > 1 && oneSort.match(l, p.a, p.b) > 0 && l.t[p.a].upper && !l.longHead(p):
		h.kind, h.name = headCase, trimEnd(s) // "Cá nhân nộp hồ sơ gồm", "Tổ chức nộp hồ sơ gồm"
		return h
	case l.sectionHead(p):
		h.open = h.oneOf
		return h
	case whoComes.in(l, p) && !l.longHead(p):
		h.kind, h.name = headGroup, trimEnd(s)
		return h
	case onTopWords.in(l, p) && (n > 0 || l.at(p.a) == "ngoài" || l.at(p.a) == "người") && !l.endsInDossier(p):
		h.kind, h.when = headCondition, l.headCondition(p)
		return h
	case n > 0 && (!l.longHead(p) || lists > 1 && plainCase.match(l, p.a, p.b) > 0 && !l.aboutDatabases(p)):
		h.kind, h.name = headCase, trimEnd(s)
		if lists == 1 && !strings.HasPrefix(lowered(s), "trường hợp") && l.at(p.a) != "đối" {
			h.kind = headGroup
		}
		return h
	}
	if l.contentsHead(p) {
		h.notes, h.note = true, full
		return h
	}
	if m := actNouns.match(l, p.a, p.b); lists > 1 && !l.longHead(p) && (acts.match(l, p.a+m, p.b) > 0) {
		h.kind, h.name = headCase, trimEnd(s)
		return h
	}
	if l.longHead(p) {
		h.note, h.open = full, true
		if onlineOnly.in(l, p) {
			h.kind, h.when, h.note = headCondition, "nộp trực tuyến", ""
		}
		return h
	}
	if onlineOnly.in(l, p) {
		h.kind, h.when = headCondition, "nộp trực tuyến"
		return h
	}
	h.kind, h.name = headGroup, trimEnd(s)
	h.open = h.oneOf || anyCase.match(l, p.a, p.b) > 0
	if lists > 1 && !h.open && caseInside.in(l, p) {
		h.kind = headCase // "Hồ sơ đăng ký tàu biển trong trường hợp ..."
	}
	if lists == 1 {
		h.kind, h.name = headSection, ""
		h.note = full
	}
	return h
}

// anyCase opens a list of papers for cases that it does not name.
var anyCase = newLexicon("tùy từng|tuỳ từng|tùy theo|tuỳ theo|ngoài ra|sau khi")

// caseInside tells a case wherever it stands in a heading.
var caseInside = newLexicon("trong trường hợp|đối với trường hợp|đối với|trường hợp")

// headStart is a heading behind its bullets and counters: "(*)", "(i2)", "a1.".
func (l *line) headStart() piece {
	p := l.skipBullets(piece{0, len(l.t)})
	for p.b-p.a > 3 {
		switch {
		case l.at(p.a) == "(" && l.closing(p.a, p.b) <= p.a+3:
			p.a = l.closing(p.a, p.b)
		case len([]rune(l.at(p.a))) <= 3 && l.t[p.a].kind == tokenNumber && (l.at(p.a+1) == "." || l.at(p.a+1) == ")"), len([]rune(l.at(p.a))) == 1 && l.t[p.a].kind == tokenWord && (l.at(p.a+1) == "." || l.at(p.a+1) == ")"):
			p.a += 2
		case len(l.at(p.a)) <= 2 && l.t[p.a].kind == tokenNumber && plainCase.match(l, p.a+1, p.b) > 0:
			p.a++
		default:
			return l.skipBullets(p)
		}
		p = l.skipBullets(p)
	}
	return p
}

// plainCase are words that open a case however long the heading is.
var plainCase = newLexicon("trường hợp|đối với|trong trường hợp|đối với trường hợp|các trường hợp")

// oneSort are applicants of one sort, who have lists of their own.
var oneSort = newLexicon("cá nhân nộp|tổ chức nộp|doanh nghiệp nộp|hộ gia đình nộp|cá nhân gửi|tổ chức gửi|cá nhân chuẩn bị|tổ chức chuẩn bị")

// aboutDatabases tells a heading that is about looking papers up.
func (l *line) aboutDatabases(p piece) bool {
	return databases.in(l, piece{p.a, min(p.b, p.a+30)}) || filing.in(l, piece{p.a, min(p.b, p.a+20)})
}

// whoComes are headings of what the person at the counter shows for himself.
var whoComes = newLexicon("người được cử|người đến liên hệ|người đến làm thủ tục|người đến nộp|của chủ xe|giấy tờ của")

var onlineOnly = newLexicon("đối với trường hợp nộp hồ sơ trực tuyến|trong trường hợp nộp hồ sơ trực tuyến|đối với trường hợp nộp trực tuyến")

// showHead tells whether a heading asks to show papers and not to hand them in.
func (l *line) showHead(p piece) bool {
	for i := p.a; i < p.b && i < p.a+12; i++ {
		switch l.at(i) {
		case "nộp", "gửi", ":", "sao":
			return false
		case "xuất":
			return l.at(i+1) == "trình"
		}
	}
	return false
}

func (l *line) shortHead(p piece) bool { return p.b-p.a <= 8 }

// longHead tells whether a heading is made of sentences: a remark, not a name.
func (l *line) longHead(p piece) bool {
	return len(l.sentences(p)) > 1 || l.speaks(p) && !caseStart.in(l, piece{p.a, min(p.b, p.a+4)})
}

// speaks tells whether a heading says something of papers; "không phải là nhà ở" is
// part of a name.
func (l *line) speaks(p piece) bool {
	for i := p.a; i < p.b; i++ {
		if n := aboutHead.match(l, i, p.b); n > 0 && !(l.at(i) == "không" && l.at(i+1) == "phải" && l.at(i+2) == "là") {
			return true
		}
	}
	return false
}

var (
	aboutHead = newLexicon("chịu trách nhiệm|không phải|phải được|được thực hiện|kê khai|có thể ủy quyền|không bắt buộc|được quy định|miễn nộp")
	caseStart = newLexicon("trường hợp|đối với")
)

// contentsHead tells whether a heading names one paper whose contents the rows
// are: "Văn bản chấp thuận ... gồm các nội dung sau".
func (l *line) contentsHead(p piece) bool { return details.in(l, p) && contentWords.in(l, p) }

var contentWords = newLexicon("các nội dung sau|nội dung sau|các nội dung|nội dung như sau|những nội dung sau")

// sectionHead tells "Giấy tờ phải nộp", "Thành phần hồ sơ bao gồm", "Người yêu
// cầu nộp 01 bộ hồ sơ gồm các giấy tờ sau".
func (l *line) sectionHead(p piece) bool {
	i := p.a
	if n := sectionNouns.match(l, i, p.b); n > 0 {
		i += n
		for i < p.b {
			if l.at(i) == "(" {
				i = l.closing(i, p.b)
				continue
			}
			n := max(sectionTails.match(l, i, p.b), sectionNouns.match(l, i, p.b))
			if n == 0 {
				break
			}
			i += n
		}
		if i >= p.b || l.t[i].kind == tokenMark && i == p.b-1 {
			return true
		}
	}
	if applicants.match(l, p.a, p.b) > 0 && p.b-p.a <= 24 && !tailOpeners.in(l, p) {
		if at, _ := askTails.find(l, p, 0); at > 0 && containers.in(l, piece{at, p.b}) {
			return true
		}
	}
	if copyHeads.in(l, piece{p.a, min(p.b, p.a+6)}) && l.at(p.b-1) == ":" {
		return true
	}
	return false
}

// endsInDossier tells "Trường hợp ..., hồ sơ gồm": a whole dossier, not papers
// on top.
func (l *line) endsInDossier(p piece) bool {
	b := p.b
	for b > p.a && l.t[b-1].kind == tokenMark {
		b--
	}
	for _, tail := range []string{"hồ sơ gồm", "hồ sơ bao gồm", "hồ sơ gồm có", "hồ sơ", "hồ sơ gồm các giấy tờ sau"} {
		n := len(strings.Fields(tail))
		if b-n >= p.a && strings.HasSuffix(lowered(l.text(piece{p.a, b})), tail) {
			return true
		}
	}
	return false
}

// headCondition is the condition that a heading states.
func (l *line) headCondition(p piece) string {
	// The last "trường hợp" that opens a sentence tells it.
	at := p.a
	for i := p.a; i < p.b; i++ {
		if l.t[i].depth == 0 && i > p.a && strings.ContainsAny(l.at(i-1), ":.;-") && caseOpeners.match(l, i, p.b) > 0 {
			at = i
		}
	}
	q := piece{at, p.b}
	if w, _, ok := l.cutFront(q); ok {
		return shortWhen(w.words)
	}
	if n := caseOpeners.match(l, q.a, q.b); n > 0 {
		q.a += n
	}
	return shortWhen(trimEnd(l.text(q)))
}

// caseName is what a case is called on the page: its heading without "Trường
// hợp", the counter and "hồ sơ gồm".
func caseName(s string) string { //nolint:cyclop // one rule of the grammar, read from top to bottom
	l := scan(foldSpace(s))
	p := l.skipBullets(piece{0, len(l.t)})
	for {
		n := caseNameOpeners.match(l, p.a, p.b)
		if n == 0 {
			break
		}
		p.a += n
		if l.at(p.a) == "của" {
			p.a++
		}
		if p.a < p.b && (l.t[p.a].kind == tokenNumber && len(l.t[p.a].word) <= 2 || l.at(p.a) == "(") && p.a+2 < p.b {
			q := p.a
			if l.at(q) == "(" {
				q = l.closing(q, p.b) - 1
			}
			if m := l.at(q + 1); m == ":" || m == "." || m == "," {
				p.a = q + 2
			} else if l.at(p.a) == "(" && q-p.a <= 2 {
				p.a = q + 1
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for p.b > p.a && l.t[p.b-1].kind == tokenMark && l.at(p.b-1) != ")" {
			p.b--
			changed = true
		}
		for _, t := range caseTails {
			if strings.HasSuffix(lowered(l.text(p)), " "+t) {
				p.b -= len(strings.Fields(t))
				changed = true
			}
		}
	}
	if p.a < p.b-2 && l.at(p.a) == "hồ" && l.at(p.a+1) == "sơ" && (acts.match(l, p.a+2, p.b) > 0) && l.at(p.a+2) != "đề" {
		p.a += 2
	}
	name := upperFirst(trimEnd(stripBullet(l.text(p))))
	if name == "" {
		return upperFirst(trimEnd(stripBullet(s)))
	}
	return name
}

var (
	caseNameOpeners = newLexicon("trường hợp|trong trường hợp|các trường hợp|đối với|đối với trường hợp|đối với các trường hợp|nếu|hồ sơ đối với|hồ sơ đối với trường hợp|thành phần hồ sơ đối với|thành phần hồ sơ đối với trường hợp|trường hợp của")
	caseTails       = []string{"hồ sơ", "bao gồm", "gồm", "gồm có", "sau", "sau đây", "như sau", "các", "các giấy tờ", "giấy tờ", "thì", "hồ sơ đăng ký", "thành phần", "thành phần hồ sơ", "những", "tài liệu", "các tài liệu"}
)

// sameName compares a case with the procedure's name: the ordinary case often
// repeats it.
func sameName(name, procedure string) bool {
	p := strings.ToLower(foldSpace(procedure))
	p = strings.TrimPrefix(p, "thủ tục ")
	return name != "" && strings.ToLower(name) == p
}
