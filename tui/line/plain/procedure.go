package plain

import (
	"strings"

	"motcua/tui/view"
	"motcua/tui/wrap"
)

// sheet collects the lines of a procedure.
type sheet struct {
	Printer
	lines []string
}

func (s *sheet) text(depth int, text string) {
	if text != "" {
		s.lines = append(s.lines, wrap.Fold(text, strings.Repeat("  ", depth), s.Width)...)
	}
}

func (s *sheet) item(depth int, text string) {
	s.lines = append(s.lines, wrap.Fold(text, strings.Repeat("  ", depth)+"- ", s.Width)...)
}

func (s *sheet) head(depth int, text string) {
	for _, l := range wrap.Fold(text, strings.Repeat("  ", depth), s.Width) {
		s.lines = append(s.lines, s.Style.Strong(l))
	}
}

// Procedure returns the short answer: papers, time, money, place.
func (p Printer) Procedure(doc view.Document) []string {
	s := &sheet{Printer: p}
	s.title(doc)
	var before view.Block
	for _, b := range doc.Blocks {
		if above(before) && !above(b) {
			s.lines = append(s.lines, "")
		}
		if b.Key == "only-if" && before.Key == b.Key {
			b.Head = "" // the heading is already written
		}
		s.block(b, doc)
		before = b
	}
	return s.lines
}

// above reports whether a block belongs to the review, which is above the answer.
func above(b view.Block) bool {
	return b.Kind == view.KindState || b.Kind == view.KindNote || b.Key == "review-warning"
}

// block adds one block of the short answer.
func (s *sheet) block(b view.Block, doc view.Document) {
	depth := min(b.Case, 1)
	switch b.Kind {
	case view.KindTitle:
		if b.Key == "original" {
			s.lines = append(s.lines, "")
			s.head(0, b.String())
		}
	case view.KindState, view.KindNote:
		s.text(0, b.String())
	case view.KindCase:
		s.head(0, b.Head)
	case view.KindChecklist:
		s.checklist(depth, b)
	case view.KindList, view.KindFacts:
		s.head(0, b.Head)
		for _, it := range b.Items() {
			s.text(1, it)
		}
	case view.KindSection:
		s.section(1, b)
	case view.KindSource:
		s.lines = append(s.lines, "")
		if doc.Words("outline") == "" {
			how := s.Texts.Line.FullHow
			if s.Medium == view.Typed {
				how = s.Texts.Line.FullTyped
			}
			s.text(0, how)
		}
		s.text(0, b.String())
	default:
		s.sentence(b)
	}
}

// sentence adds a paragraph of the short answer.
func (s *sheet) sentence(b view.Block) {
	switch {
	case b.Key == "outline":
		s.lines = append(s.lines, b.String()) // never broken, because people copy its link
	case b.Sign == view.SignAction:
		for _, l := range wrap.Fold(b.String(), "! ", s.Width) {
			s.lines = append(s.lines, s.Style.Tone(b.Tone, l))
		}
	default:
		s.lines = append(s.lines, "")
		s.text(0, b.String())
	}
}

// title adds the title of the procedure.
func (s *sheet) title(doc view.Document) {
	s.named(doc.Words("procedure"), doc.Words("official"), strings.Join(append(doc.Get("code").Items(), doc.Get("field").Items()...), " · "))
}

func (s *sheet) named(name, official, what string) {
	s.head(0, name)
	s.text(0, official)
	s.text(0, what)
	s.lines = append(s.lines, "")
}

// checklist adds what to bring, or what to read closely.
func (s *sheet) checklist(depth int, b view.Block) {
	if b.Key == "no-papers" {
		s.text(depth, b.String())
		return
	}
	if b.Head != "" {
		s.head(depth, b.Head)
	}
	s.text(depth+1, b.Lead)
	for _, row := range b.Items() {
		s.item(depth+1, row)
	}
	s.papers(depth+1+min(len(b.Lead), 1), b.Papers)
}

func (s *sheet) papers(depth int, ps []view.PaperLine) {
	under := ""
	for _, p := range ps {
		if p.Under != under && p.Under != "" {
			s.text(depth, p.Under)
		}
		under = p.Under
		text := p.Name
		if p.Quantity != "" {
			text = strings.TrimSuffix(text, ":") + ": " + p.Quantity
		}
		s.item(depth, text)
		if p.Hint != "" {
			s.text(depth+1, p.Hint)
		}
		s.papers(depth+1, p.OneOf)
	}
}

func (s *sheet) section(depth int, b view.Block) {
	s.head(depth, b.Head)
	for _, l := range b.Official {
		if l.Strong {
			s.head(depth+1+l.Indent, l.Text)
		} else {
			s.text(depth+1+l.Indent, l.Text)
		}
	}
}

// Official returns the whole text of the portal.
func (p Printer) Official(doc view.Document) []string {
	s := &sheet{Printer: p}
	s.title(doc)
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == view.KindSection:
			s.section(0, b)
			s.lines = append(s.lines, "")
		case b.Kind == view.KindState:
			s.text(0, b.String())
			s.lines = append(s.lines, "")
		case b.Kind == view.KindSentence:
			s.lines = append(s.lines, b.String(), "")
		case b.Key == "page":
			s.lines = append(s.lines, b.String()) // never broken, because people copy it
		case b.Kind == view.KindSource:
			s.text(0, b.String())
		}
	}
	return s.lines
}
