package take

import "motcua/tui/page"

// Speaks says how to take it along, or why the slip was not printed.
func (p *screen) Speaks() page.Spoken {
	h := p.handOver()
	s := page.Spoken{Lines: []page.Line{{Text: h.Title}}}
	if h.Says != "" {
		s.Lines = append(s.Lines, page.Line{Text: h.Says})
	}
	if !h.Bare && h.URL != "" {
		s.Lines = append(s.Lines, page.Line{Text: p.Texts.Slip.HowToScan})
	}
	return s
}
