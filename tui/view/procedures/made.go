package procedures

import (
	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Made caches the documents of one procedure by language and medium.
type Made struct {
	lang text.Lang
	made map[view.Medium]view.Document
}

// Of returns the document that build makes from the answer.
func (m *Made) Of(a client.Answer[client.Procedure], build func(client.Answer[client.Procedure], view.Env) view.Document, e view.Env) view.Document {
	if m.lang != e.Texts.Lang {
		*m = Made{e.Texts.Lang, map[view.Medium]view.Document{}}
	}
	doc, ok := m.made[e.Medium]
	if !ok {
		doc = build(a, e)
		m.made[e.Medium] = doc
	}
	return doc
}
