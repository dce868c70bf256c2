package digest

import "slices"

// A paper under a condition that stands beside it.

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
