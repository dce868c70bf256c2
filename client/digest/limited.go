package digest

import "slices"

// A paper that only some people need: a condition stands beside it, is hidden in what
// its name leaves out, or is implied by what the paper is.

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
		if m := formWords.match(r.line, after.a, after.b); n == 0 && m > 0 && last.brace && last.ifAny {
			if j := r.joint(after.a+m, after.b); j > 0 {
				n = m + j // "Danh sách hành khách (nếu có) theo mẫu, Giấy phép rời cảng"
			}
		}
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

// bareNoun tells whether p ends in a noun that names no paper without what follows
// the next one: "các loại giấy tờ" of "các loại giấy tờ, văn bản tiếng nước ngoài".
func (r *reader) bareNoun(p piece) bool {
	for k := max(p.a, p.b-3); k < p.b; k++ {
		if n := bareNouns.match(r.line, k, p.b); n > 0 && k+n == p.b && (k == p.a || r.t[k-1].kind == tokenMark || bareBefore[r.at(k-1)] || r.skipLead(p) == k) {
			return true
		}
	}
	return false
}

// shortNoun tells whether p is a noun of a paper with hardly a word more: "Hợp đồng lao
// động" of "Hợp đồng lao động, quyết định bổ nhiệm của công chứng viên".
func (r *reader) shortNoun(p piece) bool {
	p.a = r.behindCopies(p)
	if p.b-p.a > 4 {
		return false
	}
	for i := p.a; i < p.b; i++ {
		if r.t[i].kind != tokenWord || r.at(i) == "của" || r.at(i) == "về" || r.at(i) == "do" || r.at(i) == "theo" {
			return false
		}
	}
	return true
}

var (
	bareNouns  = newLexicon("giấy tờ|tài liệu|văn bản|văn bằng|hồ sơ|chứng từ|bằng cấp")
	bareBefore = map[string]bool{"các": true, "những": true, "loại": true, "của": true, "sao": true, "chính": true, "thực": true}
)

func (r *reader) allFiling(ts []tail) bool {
	for _, t := range ts {
		if !filing.in(r.line, t.when.piece) {
			return false
		}
	}
	return true
}

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
		if i > 0 && (r.bareNoun(piece{head.a, i}) || r.at(i) == "," && r.shortNoun(piece{head.a, i}) && r.mark(piece{i + n, head.b}, "của") > i+n) { // "Các văn bằng, chứng chỉ của nhân sự (nếu có)": one name
			r.joined(head, nil, own, true)
			return
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
		if hiddenOpeners.match(r.line, i, p.b) > 0 && (r.at(i) == "đối" && !r.inLawTitle(i, p) || r.at(i) != "đối" && !r.noOpener(i, 1, p)) {
			return true
		}
	}
	return false
}

// hiddenOpeners open conditions wherever they stand.
var hiddenOpeners = newLexicon("đối với|trường hợp|nếu|trừ|trừ khi|áp dụng cho|chỉ áp dụng")

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
		case consigned.match(l, 0, all.b) == all.b:
			it.whens, it.why = []when{{words: "ủy thác cho người khác", sure: true}}, "a power of attorney is for who acts for another"
		case eForms.in(l, all):
			it.whens, it.why = []when{{words: onlineForm, sure: true}}, "an interactive form exists online only"
		case asHome.in(r.line, piece{0, len(r.t)}) && vehicles.in(l, all) && !fillIn(it.name):
			it.whens, it.why = []when{{words: "chỗ ở là tàu, thuyền hoặc phương tiện khác", sure: true}}, "papers of a vehicle as a home"
		case evidence.match(l, 0, all.b) > 0 && !application(it.name) && damagedAt(l) > 0:
			it.whens, it.why = []when{{words: trimEnd(l.text(piece{damagedAt(l), all.b})), sure: true}}, "a paper that is damaged or wrong is for whose paper is so"
		case legalProof.in(l, all) && l.at(0) == "giấy":
			it.whens, it.why = []when{{words: "là người đại diện", sure: true}}, "proves who represents"
		}
	}
}

// onlineForm is the condition of an interactive form.
const onlineForm = "lựa chọn hình thức nộp hồ sơ trực tuyến"

var (
	powerPapers = newLexicon("văn bản ủy quyền|giấy ủy quyền|hợp đồng ủy quyền|bản sao văn bản ủy quyền|bản sao giấy ủy quyền")
	consigned   = newLexicon("hợp đồng ủy thác|bản sao hợp đồng ủy thác|hợp đồng ủy thác xuất khẩu|hợp đồng ủy thác nhập khẩu|hợp đồng ủy thác xuất khẩu, nhập khẩu")
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

// damagedAt is where a name says that the paper itself is damaged: "Giấy chứng nhận
// cải tạo bị hỏng". Other papers are only about what is damaged.
func damagedAt(l *line) int {
	for i := 2; i < len(l.t); i++ {
		switch n := damaged.match(l, i, len(l.t)); {
		case n > 0:
			return i
		case otherThing.match(l, i, len(l.t)) > 0:
			return 0
		}
	}
	return 0
}

var (
	damaged    = newLexicon("bị hư hỏng|bị hỏng|bị rách|bị nhàu nát|bị sai thông tin|bị sai|bị sai sót|cũ bị hỏng|bị mờ")
	otherThing = newLexicon("về|của|chứng minh|xác nhận|về việc|giám định|liên quan|cho|số lượng")
)

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
