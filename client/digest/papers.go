package digest

import (
	"slices"
	"strings"

	"motcua/client"
)

// A portal's paper list is a table of sentences: papers, conditions, advice and
// headings in one column, in no reliable order (a "+" row may stand before the
// "-" row it belongs to). So each row is read by itself, steered by the heading
// of its list; only a lead-in whose bullets show what hangs on it is joined to
// its neighbours.

// rowClass is where a row goes.
type rowClass int

const (
	classNote rowClass = iota
	classHandIn
	classShow
	classOnlyIf
	classLead // introduces the rows after it
	classVoid // no letter and no digit: nothing to lose
)

// item is one paper that a row names. A row may name several, each under a
// condition of its own.
type item struct {
	when  string // "" when everybody needs it
	paper Paper
}

// reading is what a row says.
type reading struct {
	class rowClass
	items []item // empty for notes
	when  string // of a lead-in
	oneOf bool   // of a lead-in: any one of what follows
}

// caseBuilder collects the rows of one case.
type caseBuilder struct {
	name, full string
	handIn     []Paper
	show       []Paper
	onlyIf     []Condition
	notes      []string
	known      map[string]int // folded condition -> index in onlyIf
}

func (b *caseBuilder) hasPapers() bool { return len(b.handIn)+len(b.show)+len(b.onlyIf) > 0 }

func (b *caseBuilder) add(it item) {
	switch {
	case it.when != "":
		c := b.condition(it.when)
		c.Papers = append(c.Papers, it.paper)
	case it.paper.Show:
		b.show = append(b.show, it.paper)
	default:
		b.handIn = append(b.handIn, it.paper)
	}
}

// condition is the one with these words, made when it is new.
func (b *caseBuilder) condition(when string) *Condition {
	key := strings.ToLower(when)
	i, ok := b.known[key]
	if !ok {
		if b.known == nil {
			b.known = map[string]int{}
		}
		i = len(b.onlyIf)
		b.known[key] = i
		b.onlyIf = append(b.onlyIf, Condition{When: when})
	}
	return &b.onlyIf[i]
}

func (b *caseBuilder) done() Case {
	// The form to fill in is the first thing to ask for; the source's order
	// means nothing.
	slices.SortStableFunc(b.handIn, func(x, y Paper) int { return formRank(x) - formRank(y) })
	return Case{
		Name: b.name, Full: b.full,
		HandIn: b.handIn, Show: b.show, OnlyIf: b.onlyIf, Notes: b.notes,
	}
}

func formRank(p Paper) int {
	if fillIn.MatchString(p.Name) {
		return 0
	}
	return 1
}

// sortPapers splits the rows of all lists into papers, conditions and notes.
func sortPapers(procedure string, lists []client.PaperCase) []Case {
	common := &caseBuilder{}
	var own []*caseBuilder
	for _, l := range lists {
		h := readHeading(l.Name)
		rows := readRows(h, l.Rows)
		switch h.kind {
		case headCase:
			b := &caseBuilder{name: h.name, full: h.full}
			addRows(b, h, l.Rows, rows)
			if !b.hasPapers() {
				common.notes = append(append(common.notes, h.full), b.notes...)
				continue
			}
			if sameName(b.name, procedure) {
				own = slices.Insert(own, 0, b)
			} else {
				own = append(own, b)
			}
		case headCondition:
			addConditionList(common, h, l.Rows, rows)
		default:
			if h.note != "" {
				common.notes = append(common.notes, h.note)
			}
			addRows(common, h, l.Rows, rows)
		}
	}
	out := make([]Case, 0, len(own)+1)
	for _, b := range own {
		out = append(out, b.done())
	}
	if c := common.done(); len(c.HandIn)+len(c.Show) > 0 || len(out) == 0 && (common.hasPapers() || len(c.Notes) > 0) {
		out = slices.Insert(out, 0, c)
	} else if common.hasPapers() || len(c.Notes) > 0 {
		out = append(out, c)
	}
	return out
}

// addRows places the rows of a list into a case.
func addRows(b *caseBuilder, h heading, src []client.PaperRow, rows []reading) {
	for i := 0; i < len(rows); i++ {
		switch r := rows[i]; r.class {
		case classVoid:
		case classNote:
			b.notes = append(b.notes, foldSpace(src[i].Name))
		case classLead:
			i += addLead(b, r, src[i:], rows[i:])
		default:
			for _, it := range r.items {
				if it.when == "" {
					it.when = h.when
				}
				b.add(it)
			}
		}
	}
}

// addLead places a lead-in together with the papers that hang on it and tells
// how many of the rows after it were taken.
func addLead(b *caseBuilder, lead reading, src []client.PaperRow, rows []reading) int {
	n := hanging(src, rows)
	if n == 0 || lead.when == "" && !lead.oneOf {
		b.notes = append(b.notes, foldSpace(src[0].Name))
		return 0
	}
	full := foldSpace(src[0].Name)
	var papers []Paper
	for _, r := range rows[1 : n+1] {
		for _, it := range r.items {
			papers = append(papers, it.paper)
		}
	}
	if lead.oneOf && len(papers) > 1 {
		papers = []Paper{oneOf(full, papers)}
		if lead.when == "" {
			b.add(item{paper: papers[0]})
			return n
		}
	}
	c := b.condition(lead.when)
	c.Full = join(c.Full, full)
	c.Papers = append(c.Papers, papers...)
	return n
}

// hanging counts the papers right after a lead-in whose bullets stand deeper
// than its own: "-" over "+", "+" over "(i)". Without bullets nothing hangs.
func hanging(src []client.PaperRow, rows []reading) int {
	level := bulletLevel(src[0].Name)
	n := 0
	for i := 1; i < len(rows) && level > 0; i++ {
		if bulletLevel(src[i].Name) <= level || len(rows[i].items) == 0 {
			break
		}
		n++
	}
	return n
}

// addConditionList places a list whose heading is itself a condition. The
// heading stays as the Condition's Full or, when every row has a condition of
// its own or none names a paper, among the notes.
func addConditionList(b *caseBuilder, h heading, src []client.PaperRow, rows []reading) {
	var plain []Paper
	own := false
	for _, r := range rows {
		for _, it := range r.items {
			own = own || it.when != ""
			if it.when == "" {
				plain = append(plain, it.paper)
			}
		}
	}
	if len(plain) == 0 {
		b.notes = append(b.notes, h.full)
		addRows(b, heading{}, src, rows)
		return
	}
	c := b.condition(h.when)
	c.Full = join(c.Full, h.full)
	if h.oneOf && !own && len(plain) > 1 {
		c.Papers = append(c.Papers, oneOf(h.full, plain))
		for i, r := range rows {
			if len(r.items) == 0 {
				addRows(b, h, src[i:i+1], rows[i:i+1])
			}
		}
		return
	}
	addRows(b, h, src, rows)
}

// oneOf is a paper made of alternatives.
func oneOf(full string, papers []Paper) Paper {
	names := make([]string, len(papers))
	show := true
	for i, p := range papers {
		names[i] = lowerFirst(p.Name)
		show = show && p.Show
	}
	return Paper{Name: cutWords("Một trong: "+strings.Join(names, ", "), maxPaperName), Full: full, OneOf: papers, Show: show}
}

func join(a, b string) string {
	if a == "" || a == b {
		return b
	}
	return a + "\n" + b
}
