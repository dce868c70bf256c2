package digest

import "strings"

// Lists in a row: "Hồ sơ gồm: A; B", one of several, and heads that are papers.

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
	for k := i - 2; k >= head.a && k > i-4; k-- {
		if r.at(k) == "các" && r.at(k+1) == "loại" {
			return true // "Bản sao các loại bản đồ: ..."
		}
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
	whens, ok := r.headWhens(head, whens)
	if !ok {
		r.doubt(p, "a condition in the head of a list is not plain")
		return true
	}
	if parts := r.parts(body); r.weakParts(parts)*2 > len(parts) || r.noPaper(parts) {
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
	if !r.isContainer(head) && !r.copyOnly(head) && len(r.items) > n && !r.allCases(r.parts(body)) {
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

// headWhens adds the conditions in the head of a list to those above it.
func (r *reader) headWhens(head piece, whens []when) (all []when, ok bool) {
	whens = whens[:len(whens):len(whens)]
	for _, t := range r.tails(head) {
		if !t.when.sure {
			return whens, false
		}
		if !filing.in(r.line, t.when.piece) { // else how the copies are to be, by how they come in
			whens = append(whens, t.when)
		}
	}
	if who := r.dossierOf(head); !who.empty() {
		whens = append(whens, r.newWhen(who, true))
	}
	return whens, true
}

// dossierOf is whose papers the head of a list speaks of, when not everybody is of
// that sort: "Hồ sơ của cổ đông góp vốn là tổ chức".
func (r *reader) dossierOf(head piece) piece {
	i := r.behindCopies(head)
	n := containers.match(r.line, i, head.b)
	if n == 0 || r.at(i+n) != "của" {
		return piece{}
	}
	for k := i + n + 2; k+1 < head.b; k++ {
		if r.at(k) == "là" && sorts.match(r.line, k+1, head.b) > 0 && r.t[k].depth == 0 {
			return piece{i + n + 1, head.b}
		}
	}
	return piece{}
}

var sorts = newLexicon("tổ chức|cá nhân|doanh nghiệp|người nước ngoài|nhà đầu tư nước ngoài|pháp nhân|cơ quan|đơn vị")

// allCases tells whether each part of a list holds in a case of its own: the head then
// only says what they prove.
func (r *reader) allCases(parts []piece) bool {
	for _, q := range parts {
		if _, _, ok := r.cutFront(q); !ok {
			return false
		}
	}
	return len(parts) > 1
}

// noPaper tells whether a list begins with something that is no paper and no case:
// "Giấy tờ chứng minh thuộc trường hợp được miễn: + Người có công; + ...".
func (r *reader) noPaper(parts []piece) bool {
	if len(parts) < 2 {
		return false
	}
	q := r.skipBullets(parts[0])
	return !r.startsPaper(q) && caseOpeners.match(r.line, q.a, q.b) == 0
}

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
