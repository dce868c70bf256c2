package ranked

import (
	"motcua/client"
	"motcua/client/rank"
	"motcua/tui/line/plain"
	"motcua/tui/view"
	"motcua/tui/view/ranks"
	"motcua/tui/wrap"
)

// told returns the lines of the yearly indexes: what each measures, then unit by unit. On a
// command line a unit has its years as columns in one line too.
func told(p plain.Printer, a client.Answer[rank.Result], e view.Env) []string {
	doc := ranks.Document(a, e)
	sparks := map[string]string{}
	if p.Medium == view.Command {
		for _, l := range a.Value.Lines {
			sparks[ranks.Key(l)] = ranks.Spark(l, e)
		}
	}
	var out []string
	for _, b := range doc.Blocks {
		l := p.Part()
		switch b.Kind {
		case view.KindTitle:
			l.Add(b.String(), "", p.Style.Strong)
		case view.KindNote:
			l.Add(b.Head+": "+b.String(), "", p.Style.Strong)
		case view.KindList:
			out = append(out, wrap.Fold(b.Head, "", p.Width)...)
			l.Add(sparks[b.Key], "  ", plain.Same)
			out = append(out, l.Lines...)
			out = append(out, p.Items(b)...)
			continue
		default:
			l.Add(b.String(), "", p.Tone(b.Tone))
		}
		out = append(out, l.Lines...)
	}
	return out
}
