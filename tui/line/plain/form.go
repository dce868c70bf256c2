package plain

import (
	"motcua/tui/view"
	"motcua/tui/wrap"
)

// Forms returns the forms of a procedure and how to get them.
func (p Printer) Forms(doc view.Document) []string {
	l := p.Part()
	l.Add(doc.Words("procedure")+" · "+doc.Words("code"), "", p.Style.Strong)
	l.Add(doc.Words("official"), "", Same)
	out := l.Lines
	if list := doc.Get("forms"); len(list.Lines) > 0 {
		out = append(out, wrap.Fold(list.Head+":", "", p.Width)...)
		for _, name := range list.Items() {
			out = append(out, wrap.Fold(name, "  ", p.Width)...)
		}
	}
	end := p.Part()
	for _, b := range doc.Of(view.KindSentence) {
		end.Add(b.String(), "", Same)
	}
	end.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return append(out, end.Lines...)
}
