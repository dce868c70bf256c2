package forms

import (
	"errors"
	"fmt"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/form"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Of lists the forms of a procedure in its order. A form that several cases need is there
// once, although each case may have a file of its own.
func Of(p client.Procedure) []client.Form {
	var all []client.Form
	seen := map[string]bool{}
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			for _, f := range r.Forms {
				key := clean.Fold(f.Name)
				if key == "" {
					key = f.ID
				}
				if !seen[key] {
					seen[key] = true
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// Name is what a form is called.
func Name(f client.Form, e view.Env) string {
	if f.Name == "" {
		return topic.Form.In(e.Texts).NoName
	}
	return f.Name
}

// Document lists the forms of a procedure, with the numbers by which a command fetches
// them, and says how to get them.
func Document(a client.Answer[client.Procedure], program string, e view.Env) view.Document {
	p, t := a.Value, topic.Form.In(e.Texts)
	var doc view.Document
	for _, b := range e.Titles(p.Code, p.Name, p.Field) {
		doc.Add(b)
	}
	doc.Add(view.One(view.KindTitle, "code", view.Sentence{Text: view.SpanOf(view.SpanCode, p.Code)}))
	all := Of(p)
	var names []view.Text
	for i, f := range all {
		names = append(names, view.Plain(fmt.Sprintf(t.Name, i+1, Name(f, e))))
	}
	doc.Add(view.Block{Kind: view.KindList, Key: "forms", Head: t.Title, Lines: view.Items(names)})
	sentence := func(key string, says string) {
		doc.Add(view.One(view.KindSentence, key, view.Sentence{Key: "form-" + key, Text: view.Plain(says)}))
	}
	switch {
	case len(all) == 0 && p.Outline:
		sentence("unknown", fmt.Sprintf(t.Unknown, e.Counter()))
	case len(all) == 0:
		sentence("none", t.None)
	case p.URL == "":
		sentence("counter", t.Counter)
	case e.Medium == view.Command || e.Medium == view.Typed:
		sentence("page", fmt.Sprintf(t.Page, p.URL))
	default:
		sentence("scan", t.Scan)
	}
	if len(all) > 0 && e.Medium == view.Command && program != "" {
		sentence("fetch", fmt.Sprintf(t.Fetch, program, p.Code))
	}
	doc.Add(view.SourceBlock("form-source", a.Source, a.AsOf, a.Stale, e))
	return doc
}

// Failure says why the file of a form was not taken, and what to do.
func Failure(err error, code string, e view.Env) string {
	t := topic.Form.In(e.Texts)
	var refused *form.Refused
	switch {
	case errors.As(err, &refused):
		return view.Sentences(why(refused, e), fmt.Sprintf(t.Instead, e.Counter()))
	case errors.Is(err, client.ErrNotFound):
		return fmt.Sprintf(t.NotFound, e.Counter())
	case errors.Is(err, client.ErrOffline):
		return fmt.Sprintf(t.Offline, e.Counter())
	}
	return failure.Procedure(err, code, e)
}

func why(r *form.Refused, e view.Env) string {
	t := topic.Form.In(e.Texts)
	switch r.Why {
	case form.Empty:
		return t.Empty
	case form.TooLarge:
		return t.TooLarge
	case form.Macro:
		return t.Macro
	case form.Program:
		return t.Program
	case form.WebPage:
		return t.WebPage
	case form.Broken:
		return t.Broken
	case form.Mismatch:
		return fmt.Sprintf(t.Mismatch, "."+strings.ToLower(string(r.Named)), "."+string(r.Is))
	default: // form.Unknown
		return t.OtherKind
	}
}
