package digest

// A clause: [condition] [duty] [papers] [condition], and the parts of a clause.

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
	if c := r.handedTo(p); c > 0 {
		from := len(r.items)
		ok := r.papers(piece{c + 1, p.b}, whens)
		for i := from; i < len(r.items); i++ {
			r.items[i].show = r.items[i].show || r.at(p.a) == "trình" || r.at(p.a) == "xuất"
		}
		return ok
	}
	if !r.startsPaper(p) {
		return false
	}
	if r.aboutPapers(p) {
		return r.specified(p, whens)
	}
	return r.papers(p, whens)
}

// handedTo is the colon behind "Nộp cho Hải quan cửa khẩu:", 0 when p begins with
// nothing of that sort.
func (r *reader) handedTo(p piece) int {
	n := handing.match(r.line, p.a, p.b)
	c := r.colon(p)
	if n == 0 || c < 0 || c > p.a+18 || r.none || paperNouns.in(r.line, piece{p.a + n, c}) || !r.startsPaper(piece{c + 1, p.b}) {
		return 0
	}
	return c
}

var handing = newLexicon("nộp cho|nộp|trình|trình cho|xuất trình|xuất trình cho|gửi|gửi cho")

// papers reads a list of papers under conditions.
func (r *reader) papers(p piece, whens []when) bool { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p = r.skipBullets(p)
	if p.empty() {
		return false
	}
	n := len(r.items)
	if at := r.detailAt(piece{p.a + 1, p.b}); at > 0 && !pictureUnit(r, p) && (r.colon(p) < 0 || r.colon(p) > at || r.countColon(p, at)) && r.mark(piece{p.a, at}, ";") < 0 {
		r.contents(p, at, whens)
		return true
	}
	if c := r.colon(p); c > p.a+2 && r.at(c-1) == "như" {
		r.unit(piece{p.a, c - 1}, whens) // "hồ sơ chứng minh các khoản chi như: A; B": examples
		return true
	}
	if c := r.colon(p); c > p.a+2 && signers.in(r.line, piece{max(p.a, c-8), c}) {
		at := c
		for k := max(p.a+2, c-9); k < c; k++ {
			if r.at(k) == "do" {
				at = k
			}
		}
		r.unit(piece{p.a, at}, whens) // "Cam kết do những người sau đây ký: - chủ doanh nghiệp; ...": who signs it
		return true
	}
	if c := r.colon(p); c > p.a+2 && r.saysWho(piece{c + 1, p.b}) && r.mark(piece{p.a, c}, ";") < 0 {
		r.doubt(p, "who makes the paper depends on the applicant") // "Giấy tờ chứng minh: Người Việt Nam nộp A. Người nước ngoài nộp B"
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
		if k > 0 && r.at(q.a-1) != "" && r.opensContents(parts[k-1]) {
			break // "Quyết định về phương án phát hành, trong đó: a) Phương án phải nêu rõ ...": contents
		}
		if k == 0 {
			r.unit(q, whens)
			continue
		}
		r.nextPart(q, whens, n)
	}
	return len(r.items) > n || len(r.doubts) > 0
}

// signers end the head of a list of people.
var signers = newLexicon("người sau đây ký|người sau ký|những người sau đây|những người sau|các đối tượng sau")

// saysWho tells whether p begins with applicants and what they hand in.
func (r *reader) saysWho(p piece) bool {
	p = r.skipBullets(p)
	n := applicants.match(r.line, p.a, p.b)
	if n == 0 {
		return false
	}
	for i := p.a + n; i < p.b && i < p.a+14; i++ {
		if r.t[i].kind == tokenMark && r.at(i) != "," {
			return false
		}
		if m := subjectDuties.match(r.line, i, p.b); m > 0 && r.startsPaper(piece{i + m, p.b}) {
			return true
		}
	}
	return false
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
	if !t.brace || t.ifAny || t.when.except || !t.when.sure || !r.noWords(piece{t.end, last.b}) || t.when.piece.a < 3 || r.at(t.open+1) != "đối" && r.at(t.open+1) != "áp" {
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
		if ts := r.tails(q); len(ts) > 0 && !(ts[0].ifAny && ts[0].brace) { // of both, or of this part only
			from := q
			if n := len(last.spans); n > 0 {
				for from.a > 0 && r.t[from.a-1].lo >= last.spans[0].From {
					from.a--
				}
			}
			r.items = r.items[:len(r.items)-1]
			r.doubt(from, "a condition at the end of several papers")
			return
		}
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

// opensContents tells whether a part of a list ends in "trong đó:", so that the
// parts behind it tell what stands in it.
func (r *reader) opensContents(p piece) bool {
	return p.b-p.a > 3 && r.at(p.b-1) == ":" && r.at(p.b-2) == "đó" && r.at(p.b-3) == "trong"
}

// contents reads a paper whose contents are told from at on. What comes with it
// ("kèm theo bản sao ...") is another paper.
func (r *reader) contents(p piece, at int, whens []when) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	head := piece{p.a, at}
	for head.b > head.a+2 && (r.at(head.b-1) == "," || r.at(head.b-1) == ";" || r.at(head.b-1) == "về") {
		head.b-- // "Văn bản thông báo về các nội dung sau"
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
		if caseOpeners.match(r.line, i, p.b) > 0 && !open && r.asksMore(piece{i, p.b}) {
			r.doubt(piece{i, p.b}, "a later clause may demand a paper")
			return
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

// plainPapers begin a paper that goes along with another.
var plainPapers = newLexicon("bản sao|bản chính|tờ khai|biên bản|hợp đồng|hóa đơn|văn bản|giấy chứng nhận|giấy phép|đơn|hộ chiếu|danh sách")

// asksMore tells "trường hợp X, tổ chức phải bổ sung báo cáo Y" inside of contents.
func (r *reader) asksMore(p piece) bool {
	for i := p.a; i < p.b && i < p.a+50 && r.at(i) != ";"; i++ {
		if n := onTopDuties.match(r.line, i, p.b); n > 0 && r.t[i].depth == 0 && plainOrStrong(r, piece{i + n, p.b}) && !r.copyRule(piece{i + n, p.b}) {
			return true
		}
	}
	return false
}

var onTopDuties = newLexicon("phải bổ sung|phải nộp|nộp thêm|nộp bổ sung|phải gửi kèm|phải kèm theo|phải có thêm|phải nộp thêm|cần bổ sung|bổ sung thêm|phải cung cấp|phải xuất trình")

// wholeTails open conditions that are rather about a paper than about what
// stands in it.
var wholeTails = newLexicon("đối với trường hợp|trong trường hợp|trừ trường hợp|đối với các trường hợp")
