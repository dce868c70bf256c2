package status

import (
	"fmt"

	"motcua/tui/page"
)

func (p *screen) Speaks() page.Spoken {
	t := &p.Texts.Screen
	s := page.Spoken{Lines: []page.Line{{Text: t.StateTitle}, {Text: t.StatePortals}}}
	for _, h := range p.Service.Sources() {
		words := t.StateNotAsked
		switch {
		case !h.DownSince.IsZero():
			words = fmt.Sprintf(t.StateDown, p.Texts.Since(h.DownSince, p.Service.Now()))
		case !h.LastOK.IsZero():
			words = fmt.Sprintf(t.StateAnswered, p.Texts.Clock(h.LastOK))
		}
		s.Lines = append(s.Lines, page.Line{Text: h.Source.Name + ": " + words})
	}
	return s
}
