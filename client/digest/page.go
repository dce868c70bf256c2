package digest

import (
	"strings"

	"motcua/client"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
)

// A portal's paper list is a table of sentences: papers, conditions, advice and headings in one
// column, in no reliable order (a "+" row may come before the "-" row that it belongs to). So
// each row is read by itself, with the heading of its list; only a lead-in whose bullets show
// what belongs to it is connected with its neighbours.

// page is what was read of all lists.
type page struct {
	procedure client.Procedure
	heads     []heading
	headLines []*token.Line
	rows      [][]reading.Row
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
		pg.heads, pg.headLines = append(pg.heads, h), append(pg.headLines, token.Scan(h.full))
		rows := make([]reading.Row, len(c.Rows))
		for i, r := range c.Rows {
			rows[i] = reading.Of(h.rows(), r)
		}
		pg.rows = append(pg.rows, rows)
	}
	pg.represented()
	pg.ownAct()
	pg.pointed()
	pg.contents()
	pg.makers()
	pg.leads()
	pg.titles()
	pg.landPapers()
	pg.twins()
	pg.repeats()
	pg.sameForms()
	pg.freedElsewhere()
	pg.saidElsewhere()
	pg.goesOn()
	pg.oneOnly()
	return pg
}

func (pg *page) row(li, ri int) client.PaperRow { return pg.procedure.Cases[li].Rows[ri] }

// close moves a row to those to read closely.
func (pg *page) close(li, ri int, why string) {
	r := &pg.rows[li][ri]
	r.Items, r.Class, r.Why = nil, reading.ClassClose, why
}

// read returns for each row how it was read.
func (pg *page) read() []RowRead {
	var out []RowRead
	for li := range pg.rows {
		for ri := range pg.rows[li] {
			r := &pg.rows[li][ri]
			rr := RowRead{List: li, Row: ri, Text: r.Full, Class: r.Class, Why: r.Why, Close: r.Close}
			for _, it := range r.Items {
				rr.Papers = append(rr.Papers, pg.paper(it, li, ri, r))
			}
			out = append(out, rr)
		}
	}
	return out
}

// paper makes a paper from an item.
func (pg *page) paper(it reading.Item, li, ri int, r *reading.Row) Paper {
	row := pg.row(li, ri)
	p := Paper{
		Name: it.Name, Full: r.Full, Originals: row.Originals, Copies: row.Copies, Forms: row.Forms, Show: it.Show,
		Source: Source{List: li, Row: ri, Spans: it.Spans}, Sure: it.Sure, Why: it.Why,
	}
	p.FillIn = naming.IsForm(p.Name)
	for _, o := range it.OneOf {
		at, rr := ri, r
		if o.Row > 0 {
			at, rr = o.Row-1, &pg.rows[li][o.Row-1]
		}
		q := pg.paper(o, li, at, rr)
		if o.Row == 0 {
			q.Forms, q.Originals, q.Copies = nil, 0, 0
		}
		if w := conditionOf(o.Whens); w.When != "" {
			q.When = w.When
		}
		p.OneOf = append(p.OneOf, q)
	}
	if len(p.OneOf) > 0 {
		p.Head = p.Name
		p.Name = oneOfName(p.Name, p.OneOf)
	}
	if len(p.OneOf) == 1 && it.OneOf[0].Row == 0 { // "một trong: A hoặc B": the alternatives are in one name
		p.OneOf, p.Head = nil, ""
	}
	return p
}

func oneOfName(head string, ps []Paper) string {
	names := make([]string, len(ps))
	for i, p := range ps {
		names[i] = token.LowerFirst(p.Name)
		if p.When != "" {
			names[i] += " (" + p.When + ")"
		}
	}
	list := "một trong: " + strings.Join(names, "; ")
	if head == "" {
		return token.UpperFirst(list)
	}
	return token.UpperFirst(head) + ", " + list
}

// OneOfName returns the name of a paper with alternatives and a Head, as one text for a page.
func OneOfName(head string, alternatives []Paper) string { return oneOfName(head, alternatives) }
