package procedures

import (
	"strings"

	"motcua/client"
	"motcua/client/english"
	"motcua/client/linked"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// addLinked says which procedures are done with this one in one filing, who says so, and
// since when.
func addLinked(doc *view.Document, a client.Answer[client.Procedure], e view.Env) {
	t := topic.Linked.In(e.Texts)
	for _, g := range a.Linked {
		var names []string
		for _, m := range g.Members {
			name := m.Name
			if title := english.Title(m.Code); title != "" && e.Texts.Lang == text.EN {
				name = title
			}
			if name == "" {
				name = m.Code
			}
			names = append(names, name)
		}
		list, day := view.Plain(strings.Join(names, "; ")), view.Date(e.Texts.Day(g.Since), g.Since)
		says := view.Say("procedure-linked-does", t.Does, list)
		if !g.Does(a.Value.Code) {
			says = view.Say("procedure-linked-part", t.PartOf, list, view.SpanOf(view.SpanCode, g.Code))
		}
		by := view.Say("procedure-linked-office", t.Office, view.Plain(g.Office), day)
		if g.Basis != "" {
			by = view.Say("procedure-linked-law", t.Law, view.Plain(g.Basis), day)
		}
		doc.Add(view.Block{Kind: view.KindNote, Key: "linked", Lines: []view.Sentence{says, by}})
	}
	if len(a.Linked) == 0 && a.Value.Kind == client.KindInterconnected {
		doc.Add(view.One(view.KindNote, "linked", view.Sentence{Key: "procedure-linked-joined", Text: view.Plain(t.Joined)}))
	}
}

// AllAtOnce is the code of the procedure that does this one and others in one filing; ""
// when there is none, or this is the one.
func AllAtOnce(code string, groups []linked.Group) string {
	for _, g := range groups {
		if !g.Does(code) {
			return g.Code
		}
	}
	return ""
}
