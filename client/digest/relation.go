package digest

import (
	"slices"
	"strings"
)

// What rows of a page say of each other: repeats, forms of which nobody fills in two,
// rows that free from another, contents of a paper, certificates of which a holder has
// one.

// repeats drops rows of a list that say the very same as one before.
func (pg *page) repeats() {
	for li := range pg.rows {
		seen := map[string]bool{}
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if r.class == ClassVoid || r.class == ClassRepeat {
				continue
			}
			key := lowered(trimEnd(stripBullet(r.full)))
			if seen[key] && len(pg.row(li, ri).Forms) == 0 {
				r.class, r.why, r.items, r.close = ClassRepeat, "says the same as a row before", nil, nil
				continue
			}
			seen[key] = true
		}
	}
}

// sameForms doubts applications of one list that ask for the same: nobody fills in
// two, so that the list is made of cases that it does not name. "Đơn đăng ký kiểm
// dịch động vật" and "Đơn đăng ký kiểm dịch sản phẩm động vật" are for one of the
// two; "Tờ khai đăng ký" and "Tờ khai kỹ thuật" belong together.
func (pg *page) sameForms() {
	for li := range pg.rows {
		groups := map[string][]int{}
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if r.class != ClassHandIn || len(r.items) == 0 || len(r.items[0].whens) > 0 {
				continue
			}
			for _, key := range formKeys(r.items[0].name) {
				groups[key] = append(groups[key], ri)
			}
		}
		for key, rows := range groups {
			if len(rows) < 2 || !strings.Contains(key, "+") && len(rows) < 3 {
				continue
			}
			for _, ri := range rows {
				if r := &pg.rows[li][ri]; r.class == ClassHandIn {
					pg.close(li, ri, "another row of the list asks for a form of the same name")
				}
			}
		}
	}
}

// formKeys are what applications of one sort have in common: what they are called,
// and that with the word behind it.
func formKeys(name string) []string {
	l := scan(foldSpace(name))
	i, _ := l.copyEnd(piece{0, len(l.t)})
	n := applications.match(l, i, len(l.t))
	if n == 0 {
		return nil
	}
	noun := lowered(l.text(piece{i, i + n}))
	next := l.at(i + n)
	if i+n >= len(l.t) || formWords.match(l, i+n, len(l.t)) > 0 || l.t[i+n].kind == tokenMark {
		return []string{"+" + nameKey(l.text(piece{i, len(l.t)}))}
	}
	if next == "đăng" || next == "cấp" && l.at(i+n+1) == "lại" {
		next = lowered(l.text(piece{i + n, min(len(l.t), i+n+3)}))
	}
	return []string{noun, noun + "+" + next}
}

// freedElsewhere closes musts of which a note says that only some hand them in:
// "Lưu ý: Giấy tờ chứng minh nhân thân: chỉ nộp trong trường hợp ...".
func (pg *page) freedElsewhere() {
	var notes []string
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.class == ClassNote && r.line != nil && onlySome.in(r.line, piece{0, len(r.line.t)}) {
				notes = append(notes, nameKey(r.full))
			}
		}
	}
	if len(notes) == 0 {
		return
	}
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.items) != 1 || len(r.items[0].whens) > 0 || len(strings.Fields(r.items[0].name)) < 4 {
				continue
			}
			key := nameKey(r.items[0].name)
			if slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, key) }) {
				pg.close(li, ri, "a note says that only some hand it in")
			}
		}
	}
}

var onlySome = newLexicon("chỉ nộp trong trường hợp|chỉ nộp khi|chỉ phải nộp|chỉ yêu cầu nộp|chỉ xuất trình khi|chỉ áp dụng khi|chỉ áp dụng trong trường hợp|chỉ áp dụng đối với|chỉ nộp đối với|không phải nộp|không cần nộp|không yêu cầu nộp|không phải xuất trình")

// oneOnly closes musts of a list in which a row says that in one case the dossier is
// one paper: "Trường hợp xóa đăng ký thì hồ sơ đăng ký là Phiếu yêu cầu".
func (pg *page) oneOnly() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			l := pg.rows[li][ri].line
			if l == nil {
				continue
			}
			p := l.skipBullets(piece{0, len(l.t)})
			at, n := isDossier.find(l, p, 0)
			if at < 0 || caseOpeners.match(l, p.a, p.b) == 0 || paperNouns.match(l, at+n, p.b) == 0 {
				continue
			}
			only := nameKey(l.text(piece{at + n, min(p.b, at+n+2)}))
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj != ri && o.class == ClassHandIn && len(o.items) == 1 && !strings.HasPrefix(nameKey(o.items[0].name), only) {
					pg.close(li, rj, "in one case another row asks for one paper only")
				}
			}
		}
	}
}

var isDossier = newLexicon("thì hồ sơ là|thì hồ sơ đăng ký là|thì hồ sơ chỉ gồm|thì hồ sơ chỉ bao gồm|thì hồ sơ chỉ cần|hồ sơ chỉ gồm|hồ sơ chỉ bao gồm|thì chỉ cần nộp|thì chỉ nộp")

// contents finds rows that tell the contents of a paper: several of one sort of
// bullet whose first words name no papers. All rows of that sort are notes then.
func (pg *page) contents() {
	for li := range pg.rows {
		sorts := map[string]int{}
		for ri := range pg.rows[li] {
			if pg.rows[li][ri].content {
				sorts[bulletSort(pg.row(li, ri).Name)]++
			}
		}
		for ri := range pg.rows[li] {
			s := bulletSort(pg.row(li, ri).Name)
			if r := &pg.rows[li][ri]; s != "" && sorts[s] >= 3 && r.class != ClassVoid && len(pg.row(li, ri).Forms) == 0 {
				if p := r.line.skipBullets(piece{0, len(r.line.t)}); !r.content && strongPapers.match(r.line, p.a, p.b) > 0 {
					pg.close(li, ri, "a paper, or a part of another's contents")
					continue
				}
				r.class, r.why, r.items, r.close = ClassNote, "one of several parts of a paper's contents", nil, nil
			}
		}
	}
}

// bulletSort is the sort of a row's bullet: "+", "(i)", "a)".
func bulletSort(raw string) string {
	l := scan(foldSpace(strings.ToValidUTF8(raw[:min(len(raw), 40)], "")))
	switch {
	case len(l.t) == 0:
		return ""
	case l.isCounter(0):
		return "(i)"
	case l.at(0) == "+":
		return "+"
	case l.at(1) == ")":
		return "a)"
	}
	return ""
}

// landPapers merges the certificates of a piece of land of different times: a
// holder has one of them.
func (pg *page) landPapers() {
	for li := range pg.rows {
		first := -1
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.items) != 1 || len(r.items[0].whens) > 0 || len(r.items[0].oneOf) > 0 || len(r.close) > 0 || !landPaper(r.items[0].name) {
				continue
			}
			if first < 0 {
				first = ri
				continue
			}
			f := &pg.rows[li][first]
			if len(f.items[0].oneOf) == 0 {
				one := f.items[0]
				one.row = first + 1
				f.items[0] = item{sure: Sure, why: "certificates of land of different times: one of them", spans: one.spans, oneOf: []item{one}}
			}
			it := r.items[0]
			it.row = ri + 1
			f.items[0].oneOf = append(f.items[0].oneOf, it)
			r.class, r.under, r.why = ClassRepeat, first+1, "one of the alternatives"
		}
	}
}

func landPaper(name string) bool {
	l := scan(name)
	return landNames.match(l, 0, len(l.t)) > 0 && len(l.t) < 45
}

var landNames = newLexicon("giấy chứng nhận quyền sử dụng đất|giấy chứng nhận quyền sở hữu nhà ở|giấy chứng nhận quyền sở hữu công trình|bản sao giấy chứng nhận quyền sử dụng đất")

// twins merges a paper and its interactive form: who files online fills in the
// one, who does not the other.
func (pg *page) twins() {
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			if len(r.items) != 1 || len(r.items[0].whens) != 1 || r.items[0].whens[0].words != onlineForm {
				continue
			}
			for rj := range pg.rows[li] {
				o := &pg.rows[li][rj]
				if rj == ri || len(o.items) != 1 || len(o.items[0].whens) > 0 || len(o.items[0].oneOf) > 0 || len(o.close) > 0 || !sameStart(o.items[0].name, r.items[0].name, 6) {
					continue
				}
				plain, e := o.items[0], r.items[0]
				plain.row, e.row = rj+1, ri+1
				o.items[0] = item{sure: Sure, why: "a paper and its interactive form", spans: plain.spans, oneOf: []item{plain, e}}
				r.class, r.under, r.why = ClassRepeat, rj+1, "one of the alternatives"
				break
			}
		}
	}
}

func sameStart(a, b string, n int) bool {
	x, y := scan(a), scan(b)
	if len(x.t) < n || len(y.t) < n {
		return false
	}
	for i := range n {
		if x.t[i].word != y.t[i].word {
			return false
		}
	}
	return true
}
