package plain

import (
	"fmt"

	"motcua/tui/view"
	"motcua/tui/view/why"
	"motcua/tui/wrap"
)

// Why returns how a page was read: each row in the source's words, then the conclusion from
// it, how certain that is and why.
func (p Printer) Why(v why.View, e view.Env) []string {
	s := &sheet{Printer: p}
	s.named(v.Name, "", v.Code+" · "+v.Where)
	s.text(0, v.Title+": "+v.Sum)
	for _, row := range v.Rows {
		s.lines = append(s.lines, "")
		if row.Heading != "" {
			s.head(0, row.Heading)
			s.lines = append(s.lines, "")
		}
		s.lines = append(s.lines, wrap.Fold(row.Marked(), fmt.Sprintf("%d. ", row.Number), p.Width)...)
		for _, rd := range row.Readings {
			s.text(1, rd.As)
			if len(row.Readings) > 1 {
				s.text(2, rd.FromWords(e))
			}
			s.text(2, rd.Because(e))
		}
	}
	s.lines = append(s.lines, "")
	s.text(0, v.Source)
	return s.lines
}
