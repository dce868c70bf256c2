package help

import "motcua/tui/page"

func (h *screen) Speaks() page.Spoken {
	t, x := &h.Texts.Screen, &h.Texts.Spoken
	s := page.Spoken{Lines: []page.Line{{Text: t.HelpTitle}}}
	add := func(heading string, lines []string) {
		s.Lines = append(s.Lines, page.Line{Text: heading})
		for _, l := range lines {
			s.Lines = append(s.Lines, page.Line{Text: l})
		}
	}
	add(t.HelpWhat, t.HelpDossier)
	add(t.HelpWhere, t.HelpCode)
	if len(h.Samples) > 0 {
		var codes []string
		for _, sample := range h.Samples {
			codes = append(codes, x.Spell(sample.Code)+": "+sample.Shows(h.Texts.Lang))
		}
		add(t.HelpSample, codes)
	}
	if h.Voice != nil {
		s.Lines = append(s.Lines, page.Line{Text: x.Keys})
	}
	return s
}
