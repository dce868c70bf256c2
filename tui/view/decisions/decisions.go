// Package decisions says in words which decisions publish procedures, what each does, and
// how many procedures a year's decisions made new, changed or abolished.
package decisions

import (
	"errors"
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/decision"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Row is a decision in a list.
type Row struct {
	Name  string // its short title
	Quiet string // number, day, agency where the list has several, ID
	ID    string
}

// InBrief is a decision of a list in two lines: first what it does to the procedure that was
// asked about.
func InBrief(d decision.Decision, of decision.List, e view.Env) Row {
	t := topic.Decision.In(e.Texts)
	var quiet []string
	if k, ok := of.Does[d.ID]; ok {
		quiet = append(quiet, KindName(k, e))
	}
	quiet = append(quiet, number(d, e), day(d, e))
	if of.Agency.ID == "" {
		quiet = append(quiet, d.Agency.Name)
	}
	if e.Medium == view.Command || e.Medium == view.Typed {
		quiet = append(quiet, fmt.Sprintf(t.ID, d.ID))
	}
	return Row{Name: Short(d.Title), Quiet: e.Dotted(quiet...), ID: d.ID}
}

func number(d decision.Decision, e view.Env) string {
	if d.Number == "" {
		return topic.Decision.In(e.Texts).NoNumber
	}
	return fmt.Sprintf(topic.Decision.In(e.Texts).Number, d.Number)
}

func day(d decision.Decision, e view.Env) string {
	if d.Date.IsZero() {
		return topic.Decision.In(e.Texts).NoDay
	}
	return fmt.Sprintf(topic.Decision.In(e.Texts).Day, e.Texts.Day(d.Date))
}

// KindName is what a decision does to a procedure.
func KindName(k decision.Kind, e view.Env) string {
	t := topic.Decision.In(e.Texts)
	switch k {
	case decision.New:
		return t.New
	case decision.Amended:
		return t.Amended
	default:
		return t.Gone
	}
}

// List is what stands above a list: whose it is, the counts of a year, the source. The
// figure of a kind is a fact with the kind's word as its key.
func List(a client.Answer[decision.List], q decision.Query, e view.Env) view.Document {
	t := topic.Decision.In(e.Texts)
	var d view.Document
	add := func(k view.Kind, key, words string) {
		if words != "" {
			said := view.Sentence{Text: view.Plain(words)}
			if strings.HasPrefix(key, "decision-") { // its words never change
				said.Key = key
			}
			d.Add(view.One(k, key, said))
		}
	}
	add(view.KindTitle, "decisions", heading(a.Value, q, e))
	if c := a.Value.Counts; c != nil && c.Decisions > 0 {
		if c.Counted > 0 {
			add(view.KindSentence, "counted", fmt.Sprintf(t.Counted, count(c.Counted, e), count(c.Procedures(), e)))
			for _, k := range decision.Kinds() {
				d.Add(view.Block{Kind: view.KindFacts, Key: string(k), Head: KindName(k, e), Lines: []view.Sentence{{Text: view.Plain(count(c.Of(k), e))}}})
			}
			add(view.KindNote, "decision-one-list", t.OneList)
		}
		if c.Counted < c.Decisions {
			add(view.KindNote, "partly", fmt.Sprintf(t.Partly, count(c.Counted, e), count(c.Decisions, e)))
		}
	} else if q.Year != 0 && a.Value.Agency.Name == "" {
		add(view.KindNote, "decision-no-year", t.NoYear)
	}
	if a.Value.Known < a.Value.Among {
		add(view.KindNote, "looked", fmt.Sprintf(t.Looked, count(a.Value.Known, e), count(a.Value.Among, e)))
	}
	if a.Value.Named != "" {
		add(view.KindNote, "named", fmt.Sprintf(t.Named, a.Value.Named))
	}
	switch n := len(a.Value.Decisions); {
	case n == 0 && q.Procedure != "":
		add(view.KindNote, "decision-without", t.Without)
	case n == 0:
		add(view.KindNote, "decision-nothing", t.Nothing)
	case n < a.Value.Total:
		add(view.KindNote, "some", fmt.Sprintf(t.Some, count(n, e), count(a.Value.Total, e)))
	}
	d.Add(view.SourceBlock("source", a.Source, a.AsOf, a.Stale, e))
	return d
}

// heading says whose decisions are listed, or with what.
func heading(v decision.List, q decision.Query, e view.Env) string {
	t := topic.Decision.In(e.Texts)
	title := t.OfAll
	switch {
	case q.Procedure != "":
		title = fmt.Sprintf(t.With, q.Procedure)
	case v.Agency.Name != "":
		title = fmt.Sprintf(t.Of, v.Agency.Name)
	}
	if q.Year != 0 {
		title += " " + fmt.Sprintf(t.InYear, q.Year)
	}
	if q.Words != "" {
		title += " " + fmt.Sprintf(t.Having, q.Words)
	}
	return title
}

func count(n int, e view.Env) string { return e.Texts.Number(int64(n)) }

// Document is one decision: its heading, the fields, and a list for each kind.
func Document(a client.Answer[decision.Full], e view.Env) view.Document {
	t := topic.Decision.In(e.Texts)
	f := a.Value
	var d view.Document
	d.Add(view.One(view.KindTitle, "title", view.Sentence{Text: view.Plain(f.Title)}))
	head := number(f.Decision, e) + ", " + day(f.Decision, e)
	if f.Agency.Name != "" {
		head += ", " + f.Agency.Name
	}
	d.Add(view.One(view.KindSentence, "head", view.Sentence{Text: view.Plain(head)}))
	d.Add(view.Block{Kind: view.KindFacts, Key: "fields", Head: t.Fields, Lines: view.Items(view.Plains(f.Fields))})
	for _, k := range decision.Kinds() {
		list := f.Of(k)
		b := view.Block{Kind: view.KindList, Key: string(k), Head: KindName(k, e) + " (" + count(len(list), e) + ")"}
		for _, p := range list {
			b.Lines = append(b.Lines, view.Sentence{Text: view.Plain(Procedure(p, e))})
		}
		if len(list) == 0 {
			b.Lines = []view.Sentence{{Text: view.Plain(t.NoneOf)}}
		}
		d.Add(b)
	}
	if len(f.Amended) > 0 {
		d.Add(view.One(view.KindNote, "decision-one-list", view.Sentence{Key: "decision-one-list", Text: view.Plain(t.OneList)}))
	}
	d.Add(view.SourceBlock("source", a.Source, a.AsOf, a.Stale, e))
	return d
}

// Procedure is a procedure with its code, where that is known.
func Procedure(p decision.Procedure, e view.Env) string { return e.Dotted(p.Name, p.Code) }

// Error says why there is no list or decision, and where they are.
func Error(err error, e view.Env) string {
	t := topic.Decision.In(e.Texts)
	var over *client.HandOverError
	switch {
	case errors.As(err, &over):
		return fmt.Sprintf(t.Elsewhere, over.URL)
	case errors.Is(err, client.ErrNotFound):
		return t.NotFound
	case errors.Is(err, client.ErrUnavailable):
		return failure.Search(err, client.Query{}, e) + " " + t.Newest
	default:
		return failure.Search(err, client.Query{}, e)
	}
}
