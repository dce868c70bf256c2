package why

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/digest/reading"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

// View explains to staff how a procedure's papers were read, row by row.
type View struct {
	Code, Name, Where string
	Title, Sum        string // when Rows is empty, Sum says that there is nothing to explain
	Rows              []Row
	Source            string
}

// Row is one row of the source and how it was read.
type Row struct {
	List, Row int    // as digest.Source counts them
	Number    int    // from 1, over all lists
	Heading   string // how the heading above it was read, "" except for the first row of a list
	Text      []Part // the whole row in the source's words
	Plain     string // the same in one piece
	Class     string // digest.Class, or "one_of" of an alternative
	Readings  []Reading
}

// Part is a part of a row; Read says that something was read from it.
type Part struct {
	Text string
	Read bool
}

// Reading is one reading of a row.
type Reading struct {
	Kind     string // "must", "show", "only_if", "one_of", "close", "office", "note", "lead", "void", "repeat"
	As       string // the same in words, with its condition and how sure: "Chỉ khi ... (chắc): Tờ khai, 1 bản chính"
	Name     string // of a paper
	When     string // of only_if
	Except   bool   // When names those who do not need it
	Choice   bool   // one of several papers will do
	Names    []string
	Quantity string
	Words    []string // the source's words that it was read from
	Spans    []digest.Span
	Sure     reading.Confidence
	Rule     string // why, in words
}

// Read reports whether the row was read as something with a confidence.
func (r Reading) Read() bool {
	switch r.Kind {
	case "note", "lead", "void", "repeat":
		return false
	}
	return true
}

// FromWords returns the words that it was read from, as they are shown.
func (r Reading) FromWords(e view.Env) string {
	if len(r.Words) == 0 {
		return ""
	}
	return fmt.Sprintf(e.Texts.Review.WhyWords, "«"+strings.Join(r.Words, "» … «")+"»")
}

// Because returns the rule, as it is shown.
func (r Reading) Because(e view.Env) string {
	if r.Rule == "" {
		return ""
	}
	return fmt.Sprintf(e.Texts.Review.WhyRule, r.Rule)
}

// Marked returns the row with the words that something was read from between « and ».
func (w Row) Marked() string {
	var b strings.Builder
	for _, p := range w.Text {
		if p.Read {
			b.WriteString("«" + p.Text + "»")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Of explains how the papers of a procedure were read.
func Of(a client.Answer[client.Procedure], e view.Env) View {
	t, p := &e.Texts.Review, a.Value
	v := View{
		Code: p.Code, Name: view.ShortName(p.Name), Where: e.Dotted(p.Field, procedures.Levels(p.Levels, e)),
		Title: t.WhyTitle, Source: view.Source(a.Source, a.AsOf, a.Stale, e),
	}
	d := digest.Of(p)
	r := reader{Env: e, digest: d, number: map[[2]int]int{}, found: map[[2]int][]Reading{}}
	for i, row := range d.Rows {
		r.number[[2]int{row.List, row.Row}] = i + 1
	}
	r.read()
	closely, likely, list := 0, 0, -1
	for i, row := range d.Rows {
		w := Row{List: row.List, Row: row.Row, Number: i + 1, Plain: row.Text, Class: string(row.Class)}
		if row.List != list {
			list = row.List
			w.Heading = r.heading(p.Cases[list].Name)
		}
		w.Readings = r.found[[2]int{row.List, row.Row}]
		if len(w.Readings) == 0 {
			w.Readings = []Reading{r.bare(row)}
		}
		var spans []digest.Span
		for k := range w.Readings {
			rd := &w.Readings[k]
			rd.Spans = within(rd.Spans, row.Text)
			for _, s := range rd.Spans {
				rd.Words = append(rd.Words, row.Text[s.From:s.To])
			}
			spans = append(spans, rd.Spans...)
			if rd.Sure == reading.Likely {
				likely++
			}
		}
		if slices.ContainsFunc(w.Readings, func(rd Reading) bool { return rd.Kind == "close" }) {
			closely++
		}
		w.Text = parts(row.Text, spans)
		v.Rows = append(v.Rows, w)
	}
	number := func(n int) string { return e.Texts.Number(int64(n)) }
	switch {
	case p.Outline:
		v.Sum = t.WhyOutline
	case len(v.Rows) == 0:
		v.Sum = t.WhyNone
	default:
		v.Sum = fmt.Sprintf(t.WhySum, number(len(v.Rows)), number(closely), number(likely))
	}
	return v
}

// reader collects by row what the page shows of it.
type reader struct {
	view.Env
	digest digest.Digest
	number map[[2]int]int
	found  map[[2]int][]Reading
}

func (r *reader) read() {
	for _, c := range r.digest.Cases {
		for _, p := range c.HandIn {
			r.paper(p, "must", digest.Condition{})
		}
		for _, p := range c.Show {
			r.paper(p, "show", digest.Condition{})
		}
		for _, cond := range c.OnlyIf {
			for _, p := range cond.Papers {
				r.paper(p, "only_if", cond)
			}
		}
		for _, row := range c.Close {
			r.row(row, "close", r.Texts.Review.AsClose, reading.Doubt)
		}
		for _, row := range c.Office {
			r.row(row, "office", r.Texts.Review.AsOffice, reading.Sure)
		}
	}
}

// paper adds a paper, and each of its alternatives that another row names.
func (r *reader) paper(p digest.Paper, kind string, cond digest.Condition) {
	t := &r.Texts.Review
	as := map[string]string{"must": t.AsMust, "show": t.AsShow}[kind]
	if kind == "only_if" {
		as = fmt.Sprintf(t.AsOnlyIf, procedures.Condition(cond, r.Env))
	}
	reading := Reading{
		Kind: kind, Name: p.Name, When: cond.When, Except: cond.Except, Choice: len(p.OneOf) > 0, Sure: p.Sure, Rule: r.rule(p.Why),
		Quantity: procedures.QuantityOf(p.Name, p.Originals, p.Copies, r.Env), Spans: p.Source.Spans,
	}
	if reading.Choice {
		as = fmt.Sprintf(t.AsOneOf, as)
	}
	row := r.number[[2]int{p.Source.List, p.Source.Row}]
	name := p.Name
	if reading.Quantity != "" {
		name += ", " + reading.Quantity
	}
	reading.As = fmt.Sprintf(t.ReadingOf, as, r.sure(p.Sure), name)
	for _, o := range p.OneOf {
		reading.Names = append(reading.Names, o.Name)
		if o.Source.List == p.Source.List && o.Source.Row == p.Source.Row {
			continue
		}
		other := Reading{Kind: "one_of", Name: o.Name, When: o.When, Sure: o.Sure, Rule: r.rule(p.Why), Spans: o.Source.Spans}
		chosen := as // the heading asks for it
		if row > 0 {
			chosen = fmt.Sprintf(t.AsOneOfRow, row)
		}
		other.As = fmt.Sprintf(t.ReadingOf, chosen, r.sure(o.Sure), o.Name)
		r.add(o.Source, other)
	}
	if p.Source.Row >= 0 {
		r.add(p.Source, reading)
	}
}

func (r *reader) row(row digest.CloseRow, kind, as string, sure reading.Confidence) {
	spans := row.Source.Spans
	if len(spans) == 0 && row.Part {
		spans = r.closeSpans(row.Source)
	}
	r.add(row.Source, Reading{Kind: kind, As: fmt.Sprintf(r.Texts.Review.Reading, as, r.sure(sure)), Sure: sure, Rule: r.rule(row.Why), Spans: spans})
}

func (r *reader) closeSpans(src digest.Source) []digest.Span {
	for _, row := range r.digest.Rows {
		if row.List == src.List && row.Row == src.Row {
			return row.Close
		}
	}
	return nil
}

func (r *reader) add(src digest.Source, rd Reading) {
	key := [2]int{src.List, src.Row}
	r.found[key] = append(r.found[key], rd)
}

// bare is a row of which the page shows no paper.
func (r *reader) bare(row digest.RowRead) Reading {
	t := &r.Texts.Review
	rd := Reading{Kind: string(row.Class), Rule: r.rule(row.Why)}
	switch row.Class {
	case reading.ClassLead:
		rd.As = t.AsLead
	case reading.ClassVoid:
		rd.As, rd.Rule = t.AsVoid, ""
	case reading.ClassRepeat:
		rd.As = t.AsRepeat
	default:
		rd.Kind, rd.As = "note", t.AsNote
	}
	return rd
}

// heading is what the heading of a list was read as; "" when it has none.
func (r *reader) heading(name string) string {
	t, full := &r.Texts.Review, digest.RowText(name)
	if full == "" {
		return ""
	}
	for _, c := range r.digest.Cases {
		switch {
		case c.Full == full && c.Group:
			return fmt.Sprintf(t.WhyGroup, full)
		case c.Full == full:
			return fmt.Sprintf(t.WhyCase, full)
		}
		for _, cond := range c.OnlyIf {
			if strings.Contains(cond.Full, full) {
				return fmt.Sprintf(t.WhyWhen, full)
			}
		}
	}
	return fmt.Sprintf(t.WhyHead, full)
}

func (r *reader) sure(c reading.Confidence) string {
	return r.Texts.Review.Sure[min(int(c), len(r.Texts.Review.Sure)-1)]
}

// rule is the digest's own word for a rule in the reader's language.
func (r *reader) rule(why string) string {
	if why == "" {
		return ""
	}
	if words, ok := r.Texts.Review.Rules[why]; ok {
		return words
	}
	return r.Texts.Review.RuleOther
}

// within are the spans that lie in a text and say something, in order.
func within(spans []digest.Span, text string) []digest.Span {
	var out []digest.Span
	for _, s := range spans {
		if s.From < 0 || s.From >= s.To || s.To > len(text) {
			continue
		}
		if strings.IndexFunc(text[s.From:s.To], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b digest.Span) int { return a.From - b.From })
	return out
}

// parts cuts a row where its spans begin and end; those that touch become one.
func parts(text string, spans []digest.Span) []Part {
	spans = within(spans, text)
	var out []Part
	add := func(from, to int, read bool) {
		if from < to {
			out = append(out, Part{text[from:to], read})
		}
	}
	at := 0
	for i := 0; i < len(spans); {
		from, to := spans[i].From, spans[i].To
		for i++; i < len(spans) && spans[i].From <= to; i++ {
			to = max(to, spans[i].To)
		}
		add(at, from, false)
		add(from, to, true)
		at = to
	}
	add(at, len(text), false)
	return out
}
