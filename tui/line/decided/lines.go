package decided

import (
	"motcua/client"
	"motcua/client/decision"
	"motcua/tui/line/plain"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
	"motcua/tui/wrap"
)

// listLines returns the lines of a list of decisions, the counts of a year first.
func listLines(p plain.Printer, a client.Answer[decision.List], doc view.Document, e view.Env) []string {
	l := p.Part()
	l.Add(doc.Words("decisions"), "", p.Style.Strong)
	l.Add(doc.Words("counted"), "", plain.Same)
	for _, b := range doc.Of(view.KindFacts) {
		l.Add(b.Head+": "+b.String(), "  ", plain.Same)
	}
	for _, b := range doc.Of(view.KindNote) {
		l.Add(b.String(), "", p.Tone(view.ToneQuiet))
	}
	for _, d := range a.Value.Decisions {
		row := decisions.InBrief(d, a.Value, e)
		l.Add(row.Name, "  - ", plain.Same)
		l.Add(row.Quiet, "    ", p.Tone(view.ToneQuiet))
	}
	l.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return l.Lines
}

// oneLines returns the lines of one decision.
func oneLines(p plain.Printer, doc view.Document) []string {
	l := p.Part()
	l.Add(doc.Words("title"), "", p.Style.Strong)
	l.Add(doc.Words("head"), "", plain.Same)
	out := l.Lines
	for _, b := range doc.Of(view.KindFacts, view.KindList) {
		out = append(out, wrap.Fold(b.Head+":", "", p.Width)...)
		out = append(out, p.Items(b)...)
	}
	end := p.Part()
	end.Add(doc.Words("decision-one-list"), "", p.Tone(view.ToneQuiet))
	end.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return append(out, end.Lines...)
}
