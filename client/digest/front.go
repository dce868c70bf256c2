package digest

import "slices"

// A condition in front of what it is about: "Trường hợp X thì nộp Y". cutFront cuts it
// off, consequence reads what follows it.

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

func (l *line) clauseHasThen(p piece) bool {
	for i := p.a; i < p.b && l.t[i].word != ";"; i++ {
		if l.t[i].word == "thì" {
			return true
		}
	}
	return false
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
			if at, n := r.duty(piece{rest.a, c}); at >= 0 && r.paperBefore(piece{at + n, c}) {
				r.doubt(whole, "a list whose parts are no plain papers")
				return true // "kèm theo Quyết định A và các tài liệu (gồm: B": A would be lost
			}
			return r.papers(q, all)
		}
	}
	at, n := r.duty(rest)
	if at < 0 {
		return false
	}
	before := piece{rest.a, at}
	if noDuties.in(r.line, piece{max(rest.a, at-4), at + n}) || noDuties.match(r.line, at+n, rest.b) > 0 || r.freed(before) {
		return false
	}
	if offices.match(r.line, rest.a, at) > 0 {
		if r.asksFor(rest) {
			r.doubt(whole, "the office may ask for a paper")
			return true
		}
		return false
	}
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

var asFollows = newLexicon("cụ thể|như sau|sau đây|sau|gồm|bao gồm|giấy tờ sau")

var replaced = newLexicon("được thay thế bằng|được thay bằng|thay thế bằng|thay bằng")

// paperBefore tells whether a paper of its own stands in p, in front of a list.
func (r *reader) paperBefore(p piece) bool {
	i := r.skipLead(p)
	return containers.match(r.line, i, p.b) == 0 && copyHeads.match(r.line, i, p.b) == 0 && oneOfWords.match(r.line, i, p.b) == 0 && strongPapers.match(r.line, i, p.b) > 0
}

// freed tells whether the words before a duty say that nobody has it: "không yêu
// cầu tổ chức, cá nhân nộp".
func (r *reader) freed(before piece) bool {
	for i := before.a; i < before.b; i++ {
		if r.at(i) == "không" && r.t[i].depth == 0 && freeingVerbs[r.at(i+1)] {
			return true
		}
	}
	return false
}

var freeingVerbs = map[string]bool{"yêu": true, "bắt": true, "phải": true, "cần": true, "thực": true, "đề": true}
