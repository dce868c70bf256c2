package digest

import (
	"slices"
	"strings"
)

// The cases of the answer: the rows of all lists spread over what is for everybody,
// alternative cases and groups of one dossier.

// caseBuilder collects the rows of one case.
type caseBuilder struct {
	Case
	known map[string]int // condition -> index in OnlyIf
}

func (b *caseBuilder) hasPapers() bool {
	return len(b.HandIn)+len(b.Show)+len(b.OnlyIf)+len(b.Close) > 0
}

func (b *caseBuilder) add(w Condition, p Paper) {
	switch {
	case w.When != "":
		c := b.condition(w)
		c.Papers = append(c.Papers, p)
	case p.Show:
		b.Show = append(b.Show, p)
	default:
		b.HandIn = append(b.HandIn, p)
	}
}

// condition is the one with these words, made when it is new.
func (b *caseBuilder) condition(w Condition) *Condition {
	key := strings.ToLower(w.When)
	i, ok := b.known[key]
	if !ok {
		if b.known == nil {
			b.known = map[string]int{}
		}
		i = len(b.OnlyIf)
		b.known[key] = i
		b.OnlyIf = append(b.OnlyIf, Condition{When: w.When, Words: w.Words, Except: w.Except})
	}
	if w.Full != "" {
		b.OnlyIf[i].Full = joinLines(b.OnlyIf[i].Full, w.Full)
	}
	return &b.OnlyIf[i]
}

func joinLines(a, b string) string {
	if a == "" || a == b {
		return b
	}
	if b == "" {
		return a
	}
	return a + "\n" + b
}

func (b *caseBuilder) done() Case {
	// The form to fill in is the first thing to ask for; the source's order
	// means nothing.
	slices.SortStableFunc(b.HandIn, func(x, y Paper) int { return formRank(x) - formRank(y) })
	return b.Case
}

func formRank(p Paper) int {
	if p.FillIn {
		return 0
	}
	return 1
}

// cases spreads the rows over the cases of the page.
func (pg *page) cases() []Case { //nolint:cyclop // one rule of the grammar, read from top to bottom
	p := pg.procedure
	common := &caseBuilder{}
	var own []*caseBuilder
	pg.parallel()
	alone := 0
	for li, l := range p.Cases {
		if pg.heads[li].kind == headCase && len(l.Rows) > 0 {
			alone++
		}
	}
	for li, l := range p.Cases {
		h := pg.heads[li]
		if h.kind == headCase && alone == 1 && !worded(h.full) {
			h.kind = headGroup // no other case stands against it
		}
		switch h.kind {
		case headCase, headGroup:
			b := &caseBuilder{Case: Case{Name: caseName(h.name), Full: h.full, Group: h.kind == headGroup}}
			pg.addRows(b, li, "")
			if len(l.Rows) == 0 || !b.hasPapers() {
				common.Notes = append(append(common.Notes, h.full), b.Notes...)
				common.Office = append(common.Office, b.Office...)
				continue
			}
			if h.kind == headCase && sameName(b.Name, p.Name) {
				own = slices.Insert(own, 0, b)
			} else {
				own = append(own, b)
			}
		case headCondition:
			pg.addConditionList(common, li)
		default:
			if h.note != "" {
				common.Notes = append(common.Notes, h.note)
			}
			pg.addRows(common, li, "")
		}
	}
	out := make([]Case, 0, len(own)+1)
	for _, b := range own {
		out = append(out, b.done())
	}
	c := common.done()
	hasAny := common.hasPapers() || len(c.Notes)+len(c.Office) > 0
	switch {
	case len(c.HandIn)+len(c.Show)+len(c.Close) > 0 || len(out) == 0 && hasAny:
		out = slices.Insert(out, 0, c)
	case hasAny:
		out = append(out, c)
	}
	return out
}

// worded tells whether a heading is worded as a case.
func worded(full string) bool {
	l := scan(full)
	return wordedCase.in(l, piece{0, len(l.t)}) || plainCase.match(l, l.headStart().a, len(l.t)) > 0
}

var wordedCase = newLexicon("trường hợp|nếu")

// parallel makes cases of groups that each bring an application of their own:
// nobody fills in two.
func (pg *page) parallel() {
	var groups []int
	named := 0
	for li, h := range pg.heads {
		if h.kind == headCase {
			named++
		}
		if h.kind != headGroup {
			continue
		}
		for _, r := range pg.rows[li] {
			if len(r.items) > 0 && len(r.items[0].whens) == 0 && application(r.items[0].name) && !ofSomebody(h.name) {
				groups = append(groups, li)
				break
			}
		}
	}
	pg.sameStarts()
	if len(groups)+named < 2 || len(groups) == 0 {
		return
	}
	for _, li := range groups {
		pg.heads[li].kind = headCase
	}
}

// sameStarts makes cases of groups whose headings begin alike and go on with what
// differs: "Đăng kiểm viên hạng I", "Đăng kiểm viên hạng II".
func (pg *page) sameStarts() {
	starts := map[string][]int{}
	for li, h := range pg.heads {
		l := pg.headLines[li]
		if p := l.headStart(); (h.kind == headGroup || h.kind == headCase) && p.b-p.a > 3 && !ofSomebody(h.name) {
			k := lowered(l.text(piece{p.a, p.a + 3}))
			starts[k] = append(starts[k], li)
		}
	}
	for _, lis := range starts {
		for _, li := range lis {
			if len(lis) > 1 {
				pg.heads[li].kind = headCase
			}
		}
	}
}

// ofSomebody tells "Hồ sơ của người nhận con nuôi": a part of one dossier.
func ofSomebody(name string) bool {
	l := scan(foldSpace(name))
	return l.at(0) == "hồ" && l.at(2) == "của" || whoComes.in(l, piece{0, len(l.t)})
}

// addRows places the rows of a list into a case.
func (pg *page) addRows(b *caseBuilder, li int, above string) {
	for ri := range pg.rows[li] {
		r := &pg.rows[li][ri]
		src := Source{List: li, Row: ri}
		switch r.class {
		case ClassVoid, ClassRepeat:
		case ClassNote:
			b.Notes = append(b.Notes, r.full)
		case ClassOffice:
			b.Office = append(b.Office, CloseRow{Text: r.full, Words: r.full, Why: r.why, Source: src})
		case ClassLead:
			if r.placed {
				continue
			}
			b.Notes = append(b.Notes, r.full)
		case ClassClose:
			b.Close = append(b.Close, CloseRow{Text: r.full, Words: r.full, Why: r.why, Source: src, Originals: pg.row(li, ri).Originals, Copies: pg.row(li, ri).Copies, Forms: pg.row(li, ri).Forms})
		default:
			for _, it := range r.items {
				w := conditionOf(beyondCase(it.whens, b.Full))
				if w.When == "" && above != "" {
					w = Condition{When: above, Words: above}
				}
				b.add(w, pg.paper(it, li, ri, r))
			}
			if len(r.close) > 0 {
				b.Close = append(b.Close, CloseRow{Text: r.full, Words: r.stretches(), Why: r.why, Source: src, Part: true})
			}
		}
	}
	for ri := range pg.rows[li] { // a lead-in whose condition the case's heading states already
		r := &pg.rows[li][ri]
		if r.class == ClassLead && r.placed && !slices.ContainsFunc(b.OnlyIf, func(c Condition) bool { return strings.Contains(c.Full, r.full) }) {
			b.Notes = append(b.Notes, r.full)
		}
	}
}

// stretches are the words of a row that are to be read closely.
func (r *rowRead) stretches() string {
	var out []string
	for _, s := range r.close {
		if t := trimEnd(stripBullet(r.full[s.From:s.To])); t != "" && !slices.Contains(out, t) {
			out = append(out, upperFirst(t))
		}
	}
	return strings.Join(out, " … ")
}

// addConditionList places a list whose heading is itself a condition. The
// heading stays as the Condition's Full or, when none of its rows names a paper,
// among the notes.
func (pg *page) addConditionList(b *caseBuilder, li int) {
	h := pg.heads[li]
	var plain []Paper
	many, closed := 0, false
	for ri := range pg.rows[li] {
		r := &pg.rows[li][ri]
		closed = closed || len(r.close) > 0 || r.class == ClassClose
		for _, it := range r.items {
			many++
			if len(it.whens) == 0 {
				plain = append(plain, pg.paper(it, li, ri, r))
			}
		}
	}
	if len(plain) == 0 {
		b.Notes = append(b.Notes, h.full)
		pg.addRows(b, li, h.when)
		return
	}
	c := b.condition(Condition{When: h.when, Words: h.when})
	c.Full = joinLines(c.Full, h.full)
	if h.oneOf && !closed && many > 1 {
		var all []Paper
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			for _, it := range r.items {
				p := pg.paper(it, li, ri, r)
				p.When = conditionOf(it.whens).When
				all = append(all, p)
			}
		}
		c.Papers = append(c.Papers, Paper{
			Name: oneOfName("", all), Full: h.full, OneOf: all, Sure: Sure, Why: "the heading asks for one of them",
			Source: Source{List: li, Row: -1},
		})
		for ri := range pg.rows[li] {
			if len(pg.rows[li][ri].items) == 0 {
				pg.addOne(b, li, ri, h.when)
			}
		}
		return
	}
	pg.addRows(b, li, h.when)
}

// addOne places one row of a list.
func (pg *page) addOne(b *caseBuilder, li, ri int, above string) {
	sub := &page{procedure: pg.procedure, heads: pg.heads, rows: make([][]rowRead, len(pg.rows))}
	for k := range pg.rows {
		sub.rows[k] = make([]rowRead, len(pg.rows[k]))
		for j := range sub.rows[k] {
			sub.rows[k][j].class = ClassVoid
		}
	}
	sub.rows[li][ri] = pg.rows[li][ri]
	sub.addRows(b, li, above)
}
