package digest

import (
	"slices"
	"strings"

	"motcua/client/digest/condition"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
)

// The cases of the answer. The rows of all lists are distributed over what is for everybody,
// alternative cases, and groups of one dossier.

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

// condition returns the condition with these words, and adds it if it is new.
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
	// The form to fill in comes first, because people need it first; the portal's order has no
	// meaning.
	slices.SortStableFunc(b.HandIn, func(x, y Paper) int { return formRank(x) - formRank(y) })
	return b.Case
}

func formRank(p Paper) int {
	if p.FillIn {
		return 0
	}
	return 1
}

// cases distributes the rows over the cases of the page.
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
			h.kind = headGroup // there is no other case to be an alternative to
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

// worded reports whether a heading has the wording of a case.
func worded(full string) bool {
	l := token.Scan(full)
	return wordedCase.In(l, token.Between(0, len(l.Tokens))) || plainCase.Match(l, headStart(l).From, len(l.Tokens)) > 0
}

var wordedCase = token.NewLexicon("trường hợp|nếu")

// parallel turns groups that each contain an application of their own into cases, because
// nobody fills in two applications.
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
			if len(r.Items) > 0 && len(r.Items[0].Whens) == 0 && naming.IsApplication(r.Items[0].Name) && !ofSomebody(h.name) {
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

// sameStarts turns groups into cases when their headings begin alike and then differ: "Đăng
// kiểm viên hạng I", "Đăng kiểm viên hạng II".
func (pg *page) sameStarts() {
	starts := map[string][]int{}
	for li, h := range pg.heads {
		l := pg.headLines[li]
		if p := headStart(l); (h.kind == headGroup || h.kind == headCase) && p.To-p.From > 3 && !ofSomebody(h.name) {
			k := token.Lowered(l.Text(token.Between(p.From, p.From+3)))
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

// ofSomebody recognises "Hồ sơ của người nhận con nuôi": a part of one dossier.
func ofSomebody(name string) bool {
	l := token.Scan(token.FoldSpace(name))
	return l.At(0) == "hồ" && l.At(2) == "của" || whoComes.In(l, token.Between(0, len(l.Tokens)))
}

// addRows adds the rows of a list to a case.
func (pg *page) addRows(b *caseBuilder, li int, above string) {
	for ri := range pg.rows[li] {
		r := &pg.rows[li][ri]
		src := Source{List: li, Row: ri}
		switch r.Class {
		case reading.ClassVoid, reading.ClassRepeat:
		case reading.ClassNote:
			b.Notes = append(b.Notes, r.Full)
		case reading.ClassOffice:
			b.Office = append(b.Office, CloseRow{Text: r.Full, Words: r.Full, Why: r.Why, Source: src})
		case reading.ClassLead:
			if r.Placed {
				continue
			}
			b.Notes = append(b.Notes, r.Full)
		case reading.ClassClose:
			b.Close = append(b.Close, CloseRow{Text: r.Full, Words: r.Full, Why: r.Why, Source: src, Originals: pg.row(li, ri).Originals, Copies: pg.row(li, ri).Copies, Forms: pg.row(li, ri).Forms})
		default:
			for _, it := range r.Items {
				w := conditionOf(beyondCase(it.Whens, b.Full))
				if w.When == "" && above != "" {
					w = Condition{When: above, Words: above}
				}
				b.add(w, pg.paper(it, li, ri, r))
			}
			if len(r.Close) > 0 {
				b.Close = append(b.Close, CloseRow{Text: r.Full, Words: stretches(r), Why: r.Why, Source: src, Part: true})
			}
		}
	}
	for ri := range pg.rows[li] { // a lead-in whose condition the case's heading already states
		r := &pg.rows[li][ri]
		if r.Class == reading.ClassLead && r.Placed && !slices.ContainsFunc(b.OnlyIf, func(c Condition) bool { return strings.Contains(c.Full, r.Full) }) {
			b.Notes = append(b.Notes, r.Full)
		}
	}
}

// stretches returns the words of a row that must be read closely.
func stretches(r *reading.Row) string {
	var out []string
	for _, s := range r.Close {
		if t := token.TrimEnd(token.StripBullet(r.Full[s.From:s.To])); t != "" && !slices.Contains(out, t) {
			out = append(out, token.UpperFirst(t))
		}
	}
	return strings.Join(out, " … ")
}

// addConditionList adds a list whose heading is a condition. The heading is kept as the
// Condition's Full or, if none of its rows names a paper, among the notes.
func (pg *page) addConditionList(b *caseBuilder, li int) {
	h := pg.heads[li]
	var plain []Paper
	many, closed := 0, false
	for ri := range pg.rows[li] {
		r := &pg.rows[li][ri]
		closed = closed || len(r.Close) > 0 || r.Class == reading.ClassClose
		for _, it := range r.Items {
			many++
			if len(it.Whens) == 0 {
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
			for _, it := range r.Items {
				p := pg.paper(it, li, ri, r)
				p.When = conditionOf(it.Whens).When
				all = append(all, p)
			}
		}
		c.Papers = append(c.Papers, Paper{
			Name: oneOfName("", all), Full: h.full, OneOf: all, Sure: reading.Sure, Why: "the heading asks for one of them",
			Source: Source{List: li, Row: -1},
		})
		for ri := range pg.rows[li] {
			if len(pg.rows[li][ri].Items) == 0 {
				pg.addOne(b, li, ri, h.when)
			}
		}
		return
	}
	pg.addRows(b, li, h.when)
}

// addOne adds one row of a list.
func (pg *page) addOne(b *caseBuilder, li, ri int, above string) {
	sub := &page{procedure: pg.procedure, heads: pg.heads, rows: make([][]reading.Row, len(pg.rows))}
	for k := range pg.rows {
		sub.rows[k] = make([]reading.Row, len(pg.rows[k]))
		for j := range sub.rows[k] {
			sub.rows[k][j].Class = reading.ClassVoid
		}
	}
	sub.rows[li][ri] = pg.rows[li][ri]
	sub.addRows(b, li, above)
}

// ExceptWords is the beginning of Condition.When if Except is set.
const ExceptWords = "trừ trường hợp "

// conditionOf joins the conditions of an item.
func conditionOf(ws []condition.When) Condition {
	var words, short []string
	except := false
	for _, w := range ws {
		t := w.Words
		if w.Except {
			t = ExceptWords + t
			except = len(ws) == 1
			short = append(short, t)
		} else {
			short = append(short, condition.Short(w.Words))
		}
		if w.Full != "" {
			t += " (" + w.Full + ")"
		}
		words = append(words, t)
	}
	c := Condition{When: strings.Join(short, "; "), Words: strings.Join(words, "; "), Except: except}
	for _, w := range ws {
		c.Full = joinLines(c.Full, w.Lead)
	}
	return c
}

// beyondCase drops the conditions that the case's heading already states. If the heading names
// several, such as "trong Công an nhân dân, Quân đội nhân dân", the condition still says whose
// paper it is and is kept.
func beyondCase(ws []condition.When, full string) []condition.When {
	if full == "" {
		return ws
	}
	head := naming.Key(full)
	var out []condition.When
	for _, w := range ws {
		if key := naming.Key(w.Words); w.Except || len(key) < 12 || !strings.Contains(head, key) || oneOfSeveral(w.Words, full) {
			out = append(out, w)
		}
	}
	return out
}

// oneOfSeveral reports whether a heading names other conditions besides these words.
func oneOfSeveral(words, full string) bool {
	before, after, ok := strings.Cut(strings.ToLower(token.FoldSpace(full)), strings.ToLower(token.FoldSpace(words)))
	if !ok {
		return false
	}
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	for _, and := range []string{",", ";", "/", " và", " hoặc"} {
		if strings.HasSuffix(before, and) || strings.HasPrefix(" "+after, and) || strings.HasPrefix(after, and) {
			return true
		}
	}
	return false
}
