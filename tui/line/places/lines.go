package places

import (
	"fmt"
	"motcua/client"
	"motcua/client/place"
	"motcua/tui/line/plain"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/places"
	"motcua/tui/wrap"
)

// one returns the lines of one place, what it is today first.
func one(p plain.Printer, doc view.Document) []string {
	l := p.Part()
	l.Add(doc.Words("place"), "", plain.Same)
	if plate := doc.Get("plate"); len(plate.Lines) > 0 {
		l.Add(plate.Head+": "+plate.String(), "", p.Style.Strong)
	}
	for _, key := range []string{"today", "divided", "ended"} {
		b := doc.Get(key)
		lead := "  "
		if b.Sign != "" {
			lead = p.Sign(b.Sign)
		}
		l.Add(b.String(), lead, p.Tone(b.Tone))
	}
	out := l.Lines
	for _, b := range doc.Of(view.KindList) {
		out = append(out, wrap.Fold(b.Head+":", "", p.Width)...)
		out = append(out, p.Items(b)...)
	}
	end := p.Part()
	end.Add(doc.Words("source"), "", p.Tone(view.ToneQuiet))
	return append(out, end.Lines...)
}

// lines returns a single place as a whole, and several in two lines each.
func lines(p plain.Printer, a client.Answer[place.Result], e view.Env) []string {
	list := a.Value.Places
	if len(list) == 1 {
		return one(p, places.Document(list[0], a.AsOf, e))
	}
	var out []string
	for _, one := range list {
		row := places.InBrief(one, e)
		out = append(out, wrap.Fold(row.Name, "", p.Width)...)
		out = append(out, wrap.Fold(row.Now, "  ", p.Width)...)
	}
	if n := a.Value.Total; n > len(list) {
		out = append(out, "", fmt.Sprintf(topic.Place.In(e.Texts).Found, e.Texts.Number(int64(n))))
	}
	return append(out, wrap.Fold(places.Document(list[0], a.AsOf, e).Words("source"), "", p.Width)...)
}
