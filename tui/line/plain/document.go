package plain

import (
	"motcua/tui/view"
	"motcua/tui/wrap"
)

// Part collects styled lines.
type Part struct {
	Lines []string
	width int
}

// Part begins one, with lines as wide as the printer's.
func (p Printer) Part() *Part { return &Part{width: p.Width} }

// Add adds a text, broken to the width. first stands before its first line, and as many
// blanks before the others. An empty text adds nothing.
func (p *Part) Add(text, first string, style func(string) string) {
	if text == "" {
		return
	}
	for _, l := range wrap.Fold(text, first, p.width) {
		p.Lines = append(p.Lines, style(l))
	}
}

// Same is the style that changes nothing.
func Same(l string) string { return l }

// Tone is the style of a tone.
func (p Printer) Tone(t view.Tone) func(string) string {
	return func(l string) string { return p.Style.Tone(t, l) }
}

// Sign returns the sign before the words that it illustrates. The line mode has none: a
// screen reader says "black circle" for it, and the words after it mean the same.
func (p Printer) Sign(s view.Sign) string {
	if p.Medium == view.Typed {
		return ""
	}
	return string(s) + " "
}

// Items returns the items of a list, each with a mark.
func (p Printer) Items(b view.Block) []string {
	var out []string
	for _, item := range b.Items() {
		out = append(out, wrap.Fold(item, "  - ", p.Width)...)
	}
	return out
}

// Document returns the lines of an answer that needs no layout of its own: the title, then
// the blocks.
func (p Printer) Document(doc view.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		l := p.Part()
		switch {
		case b.Kind == view.KindTitle:
			l.Add(b.String(), "", p.Style.Strong)
		case b.Kind == view.KindList:
			out = append(out, wrap.Fold(b.Head+":", "", p.Width)...)
			out = append(out, p.Items(b)...)
			continue
		default:
			lead := ""
			if b.Sign != "" {
				lead = p.Sign(b.Sign)
			}
			l.Add(b.String(), lead, p.Tone(b.Tone))
		}
		out = append(out, l.Lines...)
	}
	return out
}
