package pin

import "motcua/tui/page"

// Speaks never reads the typed digits aloud.
func (p *screen) Speaks() page.Spoken {
	w := &p.Texts.Hold
	s := page.Spoken{Lines: []page.Line{{Text: w.PINLabel}, {Text: w.PINHelp}}}
	switch {
	case p.checking:
		s.Lines = append(s.Lines, page.Line{Text: w.PINChecking})
	case p.wrong:
		s.Lines = append(s.Lines, page.Line{Text: p.problem(), Wrong: true, Of: p.problem()})
	}
	return s
}
