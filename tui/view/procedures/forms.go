package procedures

import (
	"slices"

	"motcua/client"
	"motcua/client/digest"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// hint says beside a paper that it is a form, and where to get it: the procedure's page on
// the portal has the file, and a code opens it. See unscanned.
func hint(p digest.Paper, e view.Env) string {
	file := slices.ContainsFunc(p.Forms, func(f client.Form) bool { return f.ID != "" })
	switch {
	case file && e.Medium.Opens():
		return topic.Form.In(e.Texts).Hint
	case p.FillIn:
		return e.Texts.Procedure.FillIn
	}
	return ""
}

// unscanned takes the code back where no page of the procedure is known.
func unscanned(doc *view.Document, e view.Env) {
	for i := range doc.Blocks {
		for j := range doc.Blocks[i].Papers {
			if p := &doc.Blocks[i].Papers[j]; p.Hint == topic.Form.In(e.Texts).Hint {
				p.Hint = e.Texts.Procedure.FillIn
			}
		}
	}
}
