package digest

import (
	"strings"

	"motcua/client"
)

// A portal's paper list is a table of sentences: papers, conditions, advice and
// headings in one column, in no reliable order (a "+" row may stand before the
// "-" row it belongs to). So each row is read by itself, steered by the heading
// of its list; only a lead-in whose bullets show what hangs on it is joined to
// its neighbours.

// page is what was read of all lists.
type page struct {
	procedure client.Procedure
	heads     []heading
	headLines []*line
	rows      [][]rowRead
}

// readPage reads the lists of a procedure.
func readPage(p client.Procedure) *page {
	pg := &page{procedure: p}
	lists := 0
	for _, c := range p.Cases {
		if len(c.Rows) > 0 {
			lists++
		}
	}
	for _, c := range p.Cases {
		h := readHeading(c.Name, lists)
		pg.heads, pg.headLines = append(pg.heads, h), append(pg.headLines, scan(h.full))
		rows := make([]rowRead, len(c.Rows))
		for i, r := range c.Rows {
			rows[i] = readRow(h, r)
		}
		pg.rows = append(pg.rows, rows)
	}
	pg.contents()
	pg.makers()
	pg.leads()
	pg.landPapers()
	pg.twins()
	pg.repeats()
	pg.sameForms()
	pg.freedElsewhere()
	pg.oneOnly()
	return pg
}

func (pg *page) row(li, ri int) client.PaperRow { return pg.procedure.Cases[li].Rows[ri] }

// close puts a row among those to read closely.
func (pg *page) close(li, ri int, why string) {
	r := &pg.rows[li][ri]
	r.items, r.class, r.why = nil, ClassClose, why
}

// read tells row by row how the page was read.
func (pg *page) read() []RowRead {
	var out []RowRead
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			rr := RowRead{List: li, Row: ri, Text: r.full, Class: r.class, Why: r.why, Close: r.close}
			for _, it := range r.items {
				rr.Papers = append(rr.Papers, pg.paper(it, li, ri, r))
			}
			out = append(out, rr)
		}
	}
	return out
}

// paper makes a paper of an item.
func (pg *page) paper(it item, li, ri int, r *rowRead) Paper {
	row := pg.row(li, ri)
	p := Paper{
		Name: it.name, Full: r.full, Originals: row.Originals, Copies: row.Copies, Forms: row.Forms, Show: it.show,
		Source: Source{List: li, Row: ri, Spans: it.spans}, Sure: it.sure, Why: it.why,
	}
	p.FillIn = fillIn(p.Name)
	for _, o := range it.oneOf {
		at, rr := ri, r
		if o.row > 0 {
			at, rr = o.row-1, &pg.rows[li][o.row-1]
		}
		q := pg.paper(o, li, at, rr)
		if o.row == 0 {
			q.Forms, q.Originals, q.Copies = nil, 0, 0
		}
		if w := conditionOf(o.whens); w.When != "" {
			q.When = w.When
		}
		p.OneOf = append(p.OneOf, q)
	}
	if len(p.OneOf) > 0 {
		p.Head = p.Name
		p.Name = oneOfName(p.Name, p.OneOf)
	}
	if len(p.OneOf) == 1 && it.oneOf[0].row == 0 { // "một trong: A hoặc B": the alternatives stand in one name
		p.OneOf, p.Head = nil, ""
	}
	return p
}

func oneOfName(head string, ps []Paper) string {
	names := make([]string, len(ps))
	for i, p := range ps {
		names[i] = lowerFirst(p.Name)
		if p.When != "" {
			names[i] += " (" + p.When + ")"
		}
	}
	list := "một trong: " + strings.Join(names, "; ")
	if head == "" {
		return upperFirst(list)
	}
	return upperFirst(head) + ", " + list
}

// OneOfName is the Name of a paper with alternatives and a Head, as a page gives
// it in one piece.
func OneOfName(head string, alternatives []Paper) string { return oneOfName(head, alternatives) }

// fillIn tells whether a paper is a form that the applicant fills in.
func fillIn(name string) bool {
	l := scan(foldSpace(name))
	return formNouns.match(l, 0, len(l.t)) > 0 && l.at(2) != "sinh" && !(l.at(0) == "đơn" && (l.at(1) == "vị" || l.at(1) == "giá" || l.at(1) == "hàng"))
}

// application tells whether a paper asks for something: nobody hands in two.
func application(name string) bool {
	l := scan(foldSpace(name))
	return applications.match(l, 0, len(l.t)) > 0
}
