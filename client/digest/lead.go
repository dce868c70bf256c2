package digest

import (
	"slices"
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
)

// Lead-ins ("Một trong các giấy tờ sau:") and the rows that belong to them, and rows that
// divide a list by cases.

// leads connects each lead-in ("Một trong các giấy tờ sau:") to its rows. The portal's order is
// not reliable, so only bullets and counters show what belongs to it.
func (pg *page) leads() {
	for li := range pg.rows {
		rows := pg.rows[li]
		for ri := range rows {
			if rows[ri].Class == reading.ClassLead {
				pg.lead(li, ri)
			}
		}
		pg.openLead(li)
		pg.parted(li)
	}
}

func (pg *page) lead(li, ri int) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	rows := pg.rows[li]
	lead := &rows[ri]
	plain := lead.When == "" && !lead.OneOf
	if lead.Tail && plain { // "Bản vẽ, gồm:" must be brought itself
		pg.leadPaper(li, ri)
		return
	}
	if plain {
		if l := lead.Line; l != nil && proofs.Match(l, l.SkipBullets(token.Between(0, len(l.Tokens))).From, len(l.Tokens)) > 0 {
			pg.close(li, ri, "introduces rows, or is a paper itself")
		}
		return
	}
	if lead.OneOf && len(lead.Full) > 400 {
		pg.close(li, ri, "introduces alternatives in a sentence too long to be sure of")
		for _, j := range pg.hanging(li, ri) {
			pg.close(li, j, "hangs on a row that could not be read for sure")
		}
		return
	}
	under := pg.hanging(li, ri)
	if len(under) == 0 && lead.Tail && !lead.OneOf && (lead.Behind || !introduces(lead.Line)) {
		pg.leadPaper(li, ri) // "Sổ đề nghị thay thế (trong trường hợp sổ cũ còn hạn):": no list follows the colon
		return
	}
	if len(under) == 0 { // it is unclear which rows it refers to
		lead.Class, lead.Why = reading.ClassClose, whyOpenLead
		return
	}
	if !lead.OneOf {
		for _, j := range under {
			for k := range rows[j].Items {
				it := &rows[j].Items[k]
				it.Whens = append([]condition.When{{Words: lead.When, Sure: true, Lead: lead.Full}}, it.Whens...)
				lead.Placed = true
			}
			if len(rows[j].Items) > 0 {
				rows[j].Class = reading.ClassOnlyIf
			}
		}
		return
	}
	// One of the rows is enough: a paper with alternatives takes the lead-in's place.
	it := reading.Item{Name: "", Sure: reading.Sure, Why: "a row asks for one of the rows under it", Spans: []token.Span{{From: 0, To: len(lead.Full)}}}
	if lead.When != "" {
		it.Whens = []condition.When{{Words: lead.When, Sure: true}}
	}
	for _, j := range under {
		if len(rows[j].Items) == 0 || len(rows[j].Close) > 0 {
			pg.close(li, ri, "alternatives that are not plain")
			return
		}
	}
	for _, j := range under {
		for _, o := range rows[j].Items {
			o.Row = j + 1
			it.OneOf = append(it.OneOf, o)
		}
		rows[j].Class = reading.ClassRepeat
		rows[j].Why = "one of the alternatives"
		rows[j].Under = ri + 1
	}
	lead.Items = []reading.Item{it}
	lead.Class = reading.ClassHandIn
	if lead.When != "" {
		lead.Class = reading.ClassOnlyIf
	}
}

const whyOpenLead = "introduces rows that cannot be told from the others"

// openLead moves everybody's papers of a list to the rows to read closely if it has a lead-in
// with unclear rows, because each paper may be one of them. Of several applications any may be;
// a single application stays for everybody.
func (pg *page) openLead(li int) {
	if !slices.ContainsFunc(pg.rows[li], func(r reading.Row) bool { return r.Why == whyOpenLead }) {
		return
	}
	forms := 0
	for _, r := range pg.rows[li] {
		if r.ForAll() && naming.IsApplication(r.Items[0].Name) {
			forms++
		}
	}
	for ri := range pg.rows[li] {
		if r := &pg.rows[li][ri]; r.ForAll() && (forms > 1 || !naming.IsApplication(r.Items[0].Name)) {
			pg.close(li, ri, "may hang on a row that introduces others")
		}
	}
}

// proofs are papers that a lead-in may ask for by itself.
var proofs = token.NewLexicon("giấy tờ chứng minh|tài liệu chứng minh|tài liệu giải trình|tài liệu kỹ thuật|giấy tờ, tài liệu chứng minh|các tài liệu chứng minh|các giấy tờ chứng minh|hồ sơ chứng minh")

// introduces reports whether a row that ends in a colon says that others follow. Pages also
// leave a colon before a count that they drop: "Hóa đơn thương mại:".
func introduces(l *token.Line) bool {
	p := l.SkipBullets(token.Between(0, len(l.Tokens)))
	return l == nil || followWords.In(l, token.Between(max(p.From, p.To-6), p.To))
}

var followWords = token.NewLexicon("gồm|bao gồm|sau|sau đây|như sau|các loại|cụ thể|giấy tờ|tài liệu|hồ sơ|là")

// leadPaper turns a lead-in that names a paper itself into a row of its own.
func (pg *page) leadPaper(li, ri int) {
	row := pg.row(li, ri)
	row.Name = token.TrimEnd(row.Name)
	r := reading.Of(pg.heads[li].rows(), row)
	r.Full = pg.rows[li][ri].Full
	if len(r.Items) > 0 {
		pg.rows[li][ri] = r
	}
}

// hanging returns the rows that belong to a lead-in: those directly after it with deeper
// bullets; if it is the only lead-in of its list, all with deeper bullets; or those whose
// counters continue its own ("đ)" and "đ.1)").
func (pg *page) hanging(li, ri int) []int {
	rows := pg.rows[li]
	level := token.BulletLevel(pg.row(li, ri).Name)
	var out []int
	if level == 0 {
		return pg.bulleted(li, ri)
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
		if token.BulletLevel(pg.row(li, j).Name) <= level || len(rows[j].Items) == 0 && rows[j].Class != reading.ClassClose {
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
		if rows[j].Class == reading.ClassLead {
			return nil
		}
		if token.BulletLevel(pg.row(li, j).Name) > level && (len(rows[j].Items) > 0 || rows[j].Class == reading.ClassClose) {
			out = append(out, j)
		}
	}
	return out
}

// bulleted returns the rows with bullets that belong to a lead-in without one: those of a list
// whose other rows have none, if there are several and no other lead-in.
func (pg *page) bulleted(li, ri int) []int {
	var out []int
	plain := 0
	for j := range pg.rows[li] {
		switch r := &pg.rows[li][j]; {
		case j == ri:
		case r.Class == reading.ClassLead:
			return nil
		case token.BulletLevel(pg.row(li, j).Name) == 0:
			plain++
		case len(r.Items) > 0 || r.Class == reading.ClassClose:
			out = append(out, j)
		}
	}
	if len(out) < 2 || plain < 2 || counterOf(pg.row(li, ri).Name) != "" {
		return nil
	}
	return out
}

// counterOf returns the counter of a row without its closing mark: "đ", "đ.1".
func counterOf(raw string) string {
	l := token.Scan(token.FoldSpace(strings.ToValidUTF8(raw[:min(len(raw), 40)], "")))
	if len(l.Tokens) < 2 || l.At(1) != ")" && !(l.At(1) == "." && l.At(3) == ")") {
		return ""
	}
	if l.At(1) == ")" {
		return l.At(0)
	}
	return l.At(0) + "." + l.At(2)
}

// parted moves everybody's papers of a list to the rows to read closely if rows divide it by
// cases, because the portal's order does not say which row belongs to which case.
func (pg *page) parted(li int) {
	if pg.heads[li].open {
		for ri := range pg.rows[li] {
			if r := &pg.rows[li][ri]; r.Class == reading.ClassHandIn || r.Class == reading.ClassShow {
				pg.close(li, ri, "the heading of its list may say for whom it is")
			}
		}
		return
	}
	dossiers := 0
	for _, r := range pg.rows[li] {
		if r.Class == reading.ClassLead && dossierOf.Match(r.Line, r.Line.SkipBullets(token.Between(0, len(r.Line.Tokens))).From, len(r.Line.Tokens)) > 0 {
			dossiers++
		}
	}
	if dossiers < 2 && !slices.ContainsFunc(pg.rows[li], func(r reading.Row) bool { return r.Bare }) {
		return
	}
	for ri := range pg.rows[li] {
		if r := &pg.rows[li][ri]; r.Class == reading.ClassHandIn || r.Class == reading.ClassShow {
			pg.close(li, ri, "rows part this list by cases, and which case this one belongs to cannot be told")
		}
	}
}

// dossierOf begins a row that introduces the dossier of one case.
var dossierOf = token.NewLexicon("hồ sơ của|hồ sơ đề nghị|hồ sơ đối với|hồ sơ đăng ký|hồ sơ cấp|hồ sơ gia hạn")
