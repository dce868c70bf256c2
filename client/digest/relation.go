package digest

import (
	"slices"
	"strings"
)

// How rows belong together: a lead-in and the rows that hang on it, rows that
// say again what another said.

// leads joins a lead-in ("Một trong các giấy tờ sau:") to its rows. The portal's
// order is not reliable, so only bullets and counters tell what hangs on it.
func (pg *page) leads() {
	for li := range pg.rows {
		rows := pg.rows[li]
		for ri := range rows {
			if rows[ri].class == ClassLead {
				pg.lead(li, ri)
			}
		}
		pg.parted(li)
	}
}

// dossierOf opens a row that introduces the dossier of one case.
var dossierOf = newLexicon("hồ sơ của|hồ sơ đề nghị|hồ sơ đối với|hồ sơ đăng ký|hồ sơ cấp|hồ sơ gia hạn")

// parted closes the papers for everybody in a list that rows part by cases: the
// portal's order does not tell which row belongs to which case.
func (pg *page) parted(li int) {
	if pg.heads[li].open {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.class == ClassHandIn || r.class == ClassShow {
				pg.close(li, ri, "the heading of its list may say for whom it is")
			}
		}
		return
	}
	dossiers := 0
	for _, r := range pg.rows[li] {
		if r.class == ClassLead && dossierOf.match(r.line, r.line.skipBullets(piece{0, len(r.line.t)}).a, len(r.line.t)) > 0 {
			dossiers++
		}
	}
	if dossiers < 2 && !slices.ContainsFunc(pg.rows[li], func(r rowRead) bool { return r.bare }) {
		return
	}
	for ri := range pg.rows[li] {
		if r := &pg.rows[li][ri]; r.class == ClassHandIn || r.class == ClassShow {
			pg.close(li, ri, "rows part this list by cases, and which case this one belongs to cannot be told")
		}
	}
}

// proofs are papers that a lead-in may ask for by itself.
var proofs = newLexicon("giấy tờ chứng minh|tài liệu chứng minh|tài liệu giải trình|tài liệu kỹ thuật|giấy tờ, tài liệu chứng minh|các tài liệu chứng minh|các giấy tờ chứng minh|hồ sơ chứng minh")

func (pg *page) lead(li, ri int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	rows := pg.rows[li]
	lead := &rows[ri]
	plain := lead.when == "" && !lead.oneOf
	if lead.tail && plain { // "Bản vẽ, gồm:" is itself to be brought
		pg.leadPaper(li, ri)
		return
	}
	if plain {
		if l := lead.line; l != nil && proofs.match(l, l.skipBullets(piece{0, len(l.t)}).a, len(l.t)) > 0 {
			pg.close(li, ri, "introduces rows, or is a paper itself")
		}
		return
	}
	if lead.oneOf && len(lead.full) > 400 {
		pg.close(li, ri, "introduces alternatives in a sentence too long to be sure of")
		for _, j := range pg.hanging(li, ri) {
			pg.close(li, j, "hangs on a row that could not be read for sure")
		}
		return
	}
	under := pg.hanging(li, ri)
	if len(under) == 0 && lead.tail && !lead.oneOf && (lead.behind || !introduces(lead.line)) {
		pg.leadPaper(li, ri) // "Sổ đề nghị thay thế (trong trường hợp sổ cũ còn hạn):": the colon opens nothing
		return
	}
	if len(under) == 0 {
		// Which rows it speaks of cannot be told.
		for j := range rows {
			if j != ri && j > ri && bulletLevel(pg.row(li, j).Name) == 0 && len(rows[j].items) > 0 && bulletLevel(pg.row(li, ri).Name) == 0 {
				pg.close(li, j, "may hang on a row that introduces others")
			}
		}
		lead.class, lead.why = ClassClose, "introduces rows that cannot be told from the others"
		return
	}
	if !lead.oneOf {
		for _, j := range under {
			for k := range rows[j].items {
				it := &rows[j].items[k]
				it.whens = append([]when{{words: lead.when, sure: true, lead: lead.full}}, it.whens...)
				lead.placed = true
			}
			if len(rows[j].items) > 0 {
				rows[j].class = ClassOnlyIf
			}
		}
		return
	}
	// One of the rows: a paper with alternatives stands at the lead.
	it := item{name: "", sure: Sure, why: "a row asks for one of the rows under it", spans: []span{{0, len(lead.full)}}}
	if lead.when != "" {
		it.whens = []when{{words: lead.when, sure: true}}
	}
	for _, j := range under {
		if len(rows[j].items) == 0 || len(rows[j].close) > 0 {
			pg.close(li, ri, "alternatives that are not plain")
			return
		}
	}
	for _, j := range under {
		for _, o := range rows[j].items {
			o.row = j + 1
			it.oneOf = append(it.oneOf, o)
		}
		rows[j].class = ClassRepeat
		rows[j].why = "one of the alternatives"
		rows[j].under = ri + 1
	}
	lead.items = []item{it}
	lead.class = ClassHandIn
	if lead.when != "" {
		lead.class = ClassOnlyIf
	}
}

// introduces tells whether a row that ends in a colon says that others follow. Pages
// also leave the colon in front of a count that they drop: "Hóa đơn thương mại:".
func introduces(l *line) bool {
	p := l.skipBullets(piece{0, len(l.t)})
	return l == nil || followWords.in(l, piece{max(p.a, p.b-6), p.b})
}

var followWords = newLexicon("gồm|bao gồm|sau|sau đây|như sau|các loại|cụ thể|giấy tờ|tài liệu|hồ sơ|là")

// leadPaper makes a lead-in that names a paper itself a row of its own.
func (pg *page) leadPaper(li, ri int) {
	row := pg.row(li, ri)
	row.Name = trimEnd(row.Name)
	r := readRow(pg.heads[li], row)
	r.full = pg.rows[li][ri].full
	if len(r.items) > 0 {
		pg.rows[li][ri] = r
	}
}

// hanging are the rows that hang on a lead-in: those right after it whose
// bullets stand deeper; or, when it is the only lead-in of its list, all that
// do; or those whose counters go on from its own ("đ)" and "đ.1)").
func (pg *page) hanging(li, ri int) []int {
	rows := pg.rows[li]
	level := bulletLevel(pg.row(li, ri).Name)
	var out []int
	if level == 0 {
		return nil
	}
	if c := counterOf(pg.row(li, ri).Name); c != "" {
		for j := range rows {
			if d := counterOf(pg.row(li, j).Name); j != ri && len(d) > len(c)+1 && d[:len(c)+1] == c+"." {
				out = append(out, j)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for j := ri + 1; j < len(rows); j++ {
		if bulletLevel(pg.row(li, j).Name) <= level || len(rows[j].items) == 0 && rows[j].class != ClassClose {
			break
		}
		out = append(out, j)
	}
	if len(out) > 0 {
		return out
	}
	for j := range rows {
		if j == ri {
			continue
		}
		if rows[j].class == ClassLead {
			return nil
		}
		if bulletLevel(pg.row(li, j).Name) > level && (len(rows[j].items) > 0 || rows[j].class == ClassClose) {
			out = append(out, j)
		}
	}
	return out
}

// counterOf is the counter of a row without its closing mark: "đ", "đ.1".
func counterOf(raw string) string {
	l := scan(foldSpace(strings.ToValidUTF8(raw[:min(len(raw), 40)], "")))
	if len(l.t) < 2 || l.at(1) != ")" && !(l.at(1) == "." && l.at(3) == ")") {
		return ""
	}
	if l.at(1) == ")" {
		return l.at(0)
	}
	return l.at(0) + "." + l.at(2)
}

// close puts a row among those to read closely.
func (pg *page) close(li, ri int, why string) {
	r := &pg.rows[li][ri]
	r.items, r.class, r.why = nil, ClassClose, why
}

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

var onlySome = newLexicon("chỉ nộp trong trường hợp|chỉ nộp khi|chỉ phải nộp|chỉ yêu cầu nộp|chỉ xuất trình khi|chỉ áp dụng khi|chỉ áp dụng trong trường hợp|chỉ áp dụng đối với|chỉ nộp đối với|không phải nộp|không cần nộp|không yêu cầu nộp|không phải xuất trình")

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
