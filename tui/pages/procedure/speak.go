package procedure

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/tui/page"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

func (p *screen) Speaks() page.Spoken {
	x := &p.Texts.Spoken
	var s page.Spoken
	if p.Answer == nil {
		s.Lines = append([]page.Line{{Text: p.name}}, p.Waits(&p.Wait, p.Portal())...)
		if p.Err != nil && !p.Wait.On() {
			s.Lines = append(s.Lines, page.Line{Text: failure.Procedure(p.Err, p.code, p.Heard())})
		}
		return s
	}
	for _, b := range p.aloud().Blocks {
		late := b.Kind == view.KindFacts || b.Kind == view.KindSource || b.Key == "outline"
		if !folded(b) && !(late && p.heading()) {
			s.Lines = append(s.Lines, p.spokenBlock(b)...)
		}
	}
	if p.heading() {
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
		return s
	}
	if p.soFar {
		s.Lines = append(s.Lines, page.Line{Text: p.Texts.Screen.AskingToo})
	}
	folds := foldsOf(p.aloud())
	for i, b := range folds {
		if p.isOpen(i) || p.Touch && p.isOpen(rareFold) {
			for _, l := range p.spokenBlock(b) {
				l.Of = strconv.Itoa(p.caseAt) + "/" + strconv.Itoa(i)
				s.Lines = append(s.Lines, l)
			}
		}
	}
	if len(folds) > 0 {
		name := p.foldName(p.fold)
		s.Focus = page.Line{Text: fmt.Sprintf(x.Folded, name)}
		if p.isOpen(p.fold) {
			s.Focus = page.Line{Text: fmt.Sprintf(x.Unfolded, name)}
		}
	}
	return s
}

// spokenBlock returns the spoken lines for a block of the procedure.
func (p *screen) spokenBlock(b view.Block) []page.Line {
	of := strconv.Itoa(p.caseAt)
	var out []page.Line
	add := func(words ...string) {
		for _, w := range words {
			out = append(out, page.Line{Text: w, Of: of})
		}
	}
	switch {
	case b.Key == "code":
	case b.Kind == view.KindTitle:
		out = []page.Line{{Text: strings.Join(b.Items(), ", ")}}
	case b.Kind == view.KindCase:
		if n := p.doc.Cases(); n > 1 {
			add(fmt.Sprintf(p.Texts.Screen.CaseOf, b.Case, n))
		}
		add(b.String())
	case len(b.Papers) > 0:
		add(checklistHead(b, p.Texts) + ":")
		add(spokenPapers(b.Papers)...)
	case b.Kind == view.KindChecklist && b.Lead != "":
		add(b.Head + ". " + b.Lead)
		add(b.Items()...)
	case b.Kind == view.KindList, b.Kind == view.KindFacts:
		add(b.Head + ": " + strings.Join(b.Items(), "; "))
	default:
		for _, l := range b.Lines {
			out = append(out, page.Line{Key: l.Key, Text: p.DayAloud(l.Text), Of: of})
		}
	}
	return out
}

// checklistHead returns the heading of a checklist as one text.
func checklistHead(b view.Block, t *text.Texts) string {
	if b.Key == "only-if" {
		return fmt.Sprintf(t.Procedure.OnlyIfThis, b.Lead)
	}
	return b.Head
}

// spokenPapers returns papers with their numbers of copies.
func spokenPapers(papers []view.PaperLine) []string {
	var out []string
	for _, p := range papers {
		words := p.Name
		if p.Quantity != "" {
			words += ", " + p.Quantity
		}
		if p.Hint != "" {
			words += ", " + p.Hint
		}
		for _, one := range p.OneOf {
			words += "; " + one.Name
		}
		out = append(out, words)
	}
	return out
}

// foldName returns the subject of fold n.
func (p *screen) foldName(n int) string {
	if p.Touch {
		return p.rareName()
	}
	return checklistHead(p.folds()[n], p.Texts)
}

func (p *screen) NameOf(id string) string {
	n, ok := page.FoldOf(id)
	if !ok || n >= p.foldCount() {
		return ""
	}
	if p.isOpen(n) {
		return fmt.Sprintf(p.Texts.Spoken.Unfolded, p.foldName(n))
	}
	return fmt.Sprintf(p.Texts.Spoken.Folded, p.foldName(n))
}
