package digest

import (
	"slices"
	"strings"
)

// A lead-in ("Một trong các giấy tờ sau:") and the rows that hang on it; rows that part
// a list by cases.

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

// proofs are papers that a lead-in may ask for by itself.
var proofs = newLexicon("giấy tờ chứng minh|tài liệu chứng minh|tài liệu giải trình|tài liệu kỹ thuật|giấy tờ, tài liệu chứng minh|các tài liệu chứng minh|các giấy tờ chứng minh|hồ sơ chứng minh")

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

// dossierOf opens a row that introduces the dossier of one case.
var dossierOf = newLexicon("hồ sơ của|hồ sơ đề nghị|hồ sơ đối với|hồ sơ đăng ký|hồ sơ cấp|hồ sơ gia hạn")
