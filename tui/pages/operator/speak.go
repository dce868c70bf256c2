package operator

import (
	"fmt"
	"strconv"

	"motcua/tui/page"
)

func (p *screen) Speaks() page.Spoken {
	w := &p.Texts.Hold
	s := page.Spoken{Lines: []page.Line{{Text: w.OperatorTitle}}}
	if !p.known {
		s.Lines = append(s.Lines, page.Line{Text: w.Looking})
	}
	for _, h := range p.health {
		s.Lines = append(s.Lines, page.Line{Text: h.Name(p.Texts.Lang) + ": " + h.Says(p.Texts.Lang)})
	}
	if p.known && len(p.health) == 0 {
		s.Lines = append(s.Lines, page.Line{Text: w.NoParts})
	}
	for i, d := range deeds {
		words := d.text(w)
		if i == p.sure {
			words = d.again(w)
		}
		s.Lines = append(s.Lines, p.Pressing(fmt.Sprint(i+1), words))
	}
	return s
}

func (p *screen) NameOf(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(deeds) {
		return deeds[n-1].text(&p.Texts.Hold)
	}
	return ""
}
