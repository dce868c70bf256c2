package procedures

import (
	"fmt"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/review"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/units"
)

// Document returns the short answer to what a procedure requires: the papers, then the
// facts of its digest. Papers of only one case stand below its name.
func Document(a client.Answer[client.Procedure], e view.Env) view.Document {
	p, t := a.Value, &e.Texts.Procedure
	d, r := review.Digest(a), a.Review
	if r == nil {
		r = &client.Review{}
	}
	doc := heading(a, e)
	addReview(&doc, a.Review, e)
	addLinked(&doc, a, e)
	facts := func(key, head string, lines []view.Text) view.Block {
		return view.Block{Kind: view.KindFacts, Key: key, Head: head, Lines: view.Items(lines)}
	}
	only := outline(p, e)
	if only == "" || len(r.Papers) > 0 { // the office's papers are kept here
		addPapers(&doc, d.Cases, e)
		if p.URL == "" {
			unscanned(&doc, e)
		}
	} else {
		doc.Add(view.One(view.KindSentence, "outline", view.Sentence{Key: "procedure-outline", Text: view.Plain(only)}))
	}
	doc.Add(view.Block{Kind: view.KindList, Key: "conditions", Head: e.Texts.Review.Conditions, Lines: view.Items(view.Plains(r.Conditions))})
	switch {
	case len(r.Time) > 0:
		doc.Add(facts("time", t.Time, view.Plains(r.Time)))
	case !p.Outline:
		doc.Add(facts("time", t.Time, view.Plains(times(d, e))))
	}
	switch {
	case len(r.Fees) > 0:
		doc.Add(facts("cost", t.Cost, view.Plains(r.Fees)))
	case !p.Outline:
		doc.Add(facts("cost", t.Cost, view.Plains(costs(d, e))))
	}
	doc.Add(facts("place", t.Place, view.Plains(d.Place)))
	doc.Add(facts("channels", t.How, []view.Text{view.Plain(strings.Join(channels(d.Channels, e), ", "))}))
	if says := units.General(p, e); says != "" {
		doc.Add(facts("online", topic.Units.In(e.Texts).Head, []view.Text{view.Plain(says)}))
	}
	if e.Medium != view.Paper && len(r.Time) == 0 { // which is read on another day; and nobody can count with words
		doc.Add(ready(p, e))
	}
	addOriginal(&doc, p, a.Review, e)
	doc.Add(view.SourceBlock("procedure-source", a.Source, a.AsOf, a.Stale, e))
	return doc
}

// Official returns the whole official text of a procedure.
func Official(a client.Answer[client.Procedure], e view.Env) view.Document {
	p := a.Value
	doc := heading(a, e)
	doc.Add(view.One(view.KindSentence, "outline", view.Sentence{Key: "procedure-outline", Text: view.Plain(outline(p, e))}))
	for _, b := range sections(p, e) {
		doc.Add(b)
	}
	if p.URL != "" {
		doc.Add(view.One(view.KindSource, "page", view.Say("procedure-page", e.Texts.Procedure.Page, view.Plain(p.URL))))
	}
	doc.Add(view.SourceBlock("procedure-source", a.Source, a.AsOf, a.Stale, e))
	return doc
}

// heading begins a document with what the procedure is, and that it is one no more and what
// replaces it.
func heading(a client.Answer[client.Procedure], e view.Env) view.Document {
	p := a.Value
	var doc view.Document
	for _, b := range e.Titles(p.Code, p.Name, p.Field) {
		doc.Add(b)
	}
	doc.Add(view.One(view.KindTitle, "code", view.Sentence{Text: view.SpanOf(view.SpanCode, p.Code)}))
	doc.Add(view.Block{Kind: view.KindTitle, Key: "field", Lines: view.Items([]view.Text{view.Plain(e.Field(p.Field)), view.Plain(Levels(p.Levels, e))})})
	if p.Abolished {
		gone := view.One(view.KindState, "abolished", view.Sentence{Text: view.Plain(units.Abolished(a.Successor, e))})
		gone.Sign, gone.Tone = view.SignStop, view.ToneBad
		doc.Add(gone)
	}
	return doc
}

// outline says that only the heading of a procedure is known, and where its papers, time and
// cost can be found. It is "" when everything is known.
func outline(p client.Procedure, e view.Env) string {
	t := &e.Texts.Procedure
	switch {
	case !p.Outline:
		return ""
	case p.URL == "", e.Medium == view.Ear: // nobody copies an address that is read aloud
		return fmt.Sprintf(t.Outline, e.Counter())
	case e.Medium == view.Touch: // nobody types an address off a wall
		return fmt.Sprintf(t.Outline, e.Counter()) + " " + e.Texts.Lobby.Phone
	default:
		return fmt.Sprintf(t.OutlinePage, e.Counter(), p.URL)
	}
}

// addPapers spreads the cases over the page: what everybody needs stands first, and
// each alternative brings its own lists. Groups of one dossier stand together, each
// paper under the heading of its group.
func addPapers(doc *view.Document, cases []digest.Case, e view.Env) {
	alternative := len(cases) > 1 && slices.ContainsFunc(cases, func(c digest.Case) bool { return c.Name != "" && !c.Group })
	var all, each []digest.Case
	for _, c := range cases {
		switch {
		case c.Name == "" || !alternative:
			all = append(all, c)
		default:
			each = append(each, c)
		}
	}
	notes := addLists(doc, 0, all, e)
	for i, c := range each {
		named := view.One(view.KindCase, "case", view.Sentence{Text: view.Plain(c.Name)})
		named.Head, named.Case = caseTitle(c.Name, e), i+1
		doc.Add(named)
		c.Name = ""
		doc.Add(addLists(doc, i+1, []digest.Case{c}, e))
	}
	doc.Add(notes) // what is good to know stands behind what to bring
	if len(doc.Of(view.KindChecklist)) == 0 {
		doc.Add(view.One(view.KindChecklist, "no-papers", view.Sentence{Key: "procedure-no-papers", Text: view.Plain(e.Texts.Screen.NoPapers)}))
	}
}

// caseTitle says "case" once.
func caseTitle(name string, e view.Env) string {
	form := e.Texts.Procedure.SumOfCase
	word, _, _ := strings.Cut(form, ":")
	if strings.HasPrefix(strings.ToLower(name), strings.ToLower(word)) {
		return name
	}
	return fmt.Sprintf(form, name)
}

// addLists adds the papers of the case with that number, and returns its notes.
func addLists(doc *view.Document, n int, cases []digest.Case, e view.Env) view.Block {
	t := &e.Texts.Procedure
	handIn := view.Block{Kind: view.KindChecklist, Key: "hand-in", Case: n, Head: t.HandIn}
	show := view.Block{Kind: view.KindChecklist, Key: "show", Case: n, Head: t.Show}
	closely := view.Block{Kind: view.KindChecklist, Key: "close", Case: n, Head: t.Close, Lead: t.CloseWhy, Sign: view.SignAction, Tone: view.ToneWarn}
	notes := view.Block{Kind: view.KindNote, Key: "notes", Case: n}
	var onlyIf []view.Block
	for _, c := range cases {
		handIn.Papers = append(handIn.Papers, papers(c.HandIn, c.Name, e)...)
		show.Papers = append(show.Papers, papers(c.Show, c.Name, e)...)
		for _, cond := range c.OnlyIf {
			onlyIf = append(onlyIf, view.Block{
				Kind: view.KindChecklist, Key: "only-if", Case: n, Head: t.OnlyIf, Lead: Condition(cond, e), Papers: papers(cond.Papers, "", e),
			})
		}
		for _, r := range c.Close {
			closely.Lines = append(closely.Lines, view.Sentence{Text: view.Plain(r.Words)})
		}
		for _, r := range c.Office {
			notes.Lines = append(notes.Lines, view.Sentence{Text: view.Plain(fmt.Sprintf(t.OfficeMakes, r.Text))})
		}
		notes.Lines = append(notes.Lines, view.Items(view.Plains(c.Notes))...)
	}
	doc.Add(handIn)
	doc.Add(show)
	for _, b := range onlyIf {
		doc.Add(b)
	}
	doc.Add(closely)
	if !e.Medium.Opens() {
		return view.Block{}
	}
	if notes.Head = e.Texts.Screen.NotesOne; len(notes.Lines) > 1 {
		notes.Head = fmt.Sprintf(e.Texts.Screen.NotesFold, len(notes.Lines))
	}
	return notes
}

// Condition is who needs the papers; "trừ trường hợp X" reads on after "chỉ
// khi" as everybody who is not X.
func Condition(c digest.Condition, e view.Env) string {
	if rest, ok := strings.CutPrefix(c.When, digest.ExceptWords); ok && c.Except {
		return fmt.Sprintf(e.Texts.Procedure.ExceptFor, rest)
	}
	if c.Names() {
		return fmt.Sprintf(e.Texts.Procedure.OnlyIfIs, c.When)
	}
	return c.When
}

func papers(ps []digest.Paper, under string, e view.Env) []view.PaperLine {
	t := &e.Texts.Procedure
	var out []view.PaperLine
	for _, p := range ps {
		l := view.PaperLine{Under: under, Name: e.Paper(p.Name), Quantity: QuantityOf(p.Name, p.Originals, p.Copies, e), OneOf: papers(p.OneOf, "", e)}
		switch {
		case len(p.OneOf) > 0 && p.Head != "":
			l.Name = fmt.Sprintf(t.OneOfFor, e.Paper(p.Head))
		case len(p.OneOf) > 0:
			l.Name = view.Capital(t.OneOf)
		}
		l.Hint = hint(p, e)
		if p.When != "" {
			l.Name = fmt.Sprintf(t.OnlyFor, l.Name, p.When)
		}
		for i := range l.OneOf {
			l.OneOf[i].Hint = ""
		}
		out = append(out, l)
	}
	return out
}

// Levels returns the levels of the administration, "cấp xã, cấp tỉnh".
func Levels(ls []client.Level, e view.Env) string {
	var out []string
	for _, l := range ls {
		i := min(max(int(l), 0), len(e.Texts.Procedure.Levels)-1)
		out = append(out, e.Texts.Procedure.Levels[i])
	}
	return strings.Join(out, ", ")
}

func channelIndex(c client.Channel) int {
	i := slices.Index([]client.Channel{client.ChannelDirect, client.ChannelOnline, client.ChannelPostal}, c)
	if i < 0 {
		return 3
	}
	return i
}

func channels(cs []client.Channel, e view.Env) []string {
	var out []string
	for _, c := range cs {
		out = append(out, e.Texts.Procedure.Channels[channelIndex(c)])
	}
	return out
}
