package verifying

import (
	"motcua/tui/line/plain"
	"motcua/tui/view"
)

// linesOf returns the lines about the signatures of a file: a question, and its answer below it.
func linesOf(doc view.Document, p plain.Printer) []string {
	l := p.Part()
	for _, b := range doc.Blocks {
		l.Add(b.Head, "", p.Style.Strong)
		lead := "  "
		switch {
		case b.Kind == view.KindTitle:
			l.Add(b.String(), "", p.Style.Strong)
			continue
		case b.Kind == view.KindNote, b.Kind == view.KindSource:
			l.Add(b.String(), "", p.Tone(b.Tone))
			continue
		case b.Sign != "":
			lead += p.Sign(b.Sign)
		case b.Kind == view.KindList:
			lead += "- "
		}
		for i, item := range b.Items() {
			if i > 0 && b.Sign != "" {
				lead = "    "
			}
			l.Add(item, lead, p.Tone(b.Tone))
		}
	}
	return l.Lines
}
