package full

import (
	"fmt"
	"strconv"

	"motcua/tui/page"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

func (p *screen) Speaks() page.Spoken {
	x := &p.Texts.Spoken
	doc := p.made.Of(p.answer, procedures.Official, p.Heard())
	sections := doc.Of(view.KindSection)
	s := page.Spoken{Lines: []page.Line{{Text: fmt.Sprintf(x.Full, doc.Words("procedure"))}}}
	if gone := doc.Words("abolished"); gone != "" {
		s.Lines = append(s.Lines, page.Line{Text: gone})
	}
	if len(sections) == 0 {
		s.Lines = append(s.Lines, page.Line{Text: p.Texts.Screen.NoPapers})
		return s
	}
	section := sections[min(p.at, len(sections)-1)]
	s.Lines = append(s.Lines, page.Line{Text: fmt.Sprintf(x.Section, p.at+1, len(sections), section.Head), Of: section.Key})
	for i, l := range section.Official {
		s.Lines = append(s.Lines, page.Line{Text: l.Text, Of: section.Key + strconv.Itoa(i)})
	}
	return s
}

func (p *screen) NameOf(id string) string {
	for _, s := range p.sections() {
		if id == "section:"+s.Key {
			return s.Head
		}
	}
	return ""
}
