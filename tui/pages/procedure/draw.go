package procedure

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

const columnGap = 4

// touchColumns is the width of two columns in a lobby, where the scroll keys take some of the
// screen. Papers, time, cost and place must stand on the first page.
const touchColumns = 60

// draw draws the whole first page: papers on the left, time, cost, place and channels on
// the right, or below each other on a narrow screen. On a roomy page a free line is above each
// heading.
func (p *screen) draw(width int, roomy bool) *parts.Sheet {
	doc, apart := p.shown(), 0
	if roomy {
		apart = 1
	}
	tall := parts.NewSheet(width, page.Tallest, p.Styles.Base)
	f := p.Flow(tall, width)
	kind := strings.Join(append(doc.Get("code").Items(), doc.Get("field").Items()...), " · ")
	if p.Touch { // nobody in a lobby knows a procedure by its code or its field
		kind = ""
	}
	page.Titled(&f, p.Styles, doc.Words("procedure"), doc.Words("official"), kind)
	f.Width = min(width, parts.Readable)
	if len(p.Rows) > 0 {
		f.Hang(p.Styles.Warn, "!", p.Styles.Warn, p.Texts.Review.IsMarked)
	}
	var papers, facts, foot []view.Block
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == view.KindTitle && b.Key != "original":
		case b.Kind == view.KindCase && len(papers) == 0:
			f.Gap(1)
			p.drawCase(&f, b)
		case b.Kind == view.KindCase, b.Kind == view.KindChecklist, b.Key == "notes":
			papers = append(papers, b)
		case b.Kind == view.KindFacts:
			facts = append(facts, b)
		case b.Key == "linked" && p.Touch: // papers, time and cost come first
			foot = append(foot, b)
		case len(papers)+len(facts) == 0 && b.Kind != view.KindSource:
			p.drawAbove(&f, b)
		default:
			foot = append(foot, b)
		}
	}
	f.X, f.Width = 2, width-2
	if !p.heading() {
		p.drawColumns(&f, papers, facts, apart)
	}
	f.Width = min(f.Width, parts.Readable)
	for _, b := range foot {
		if b.Kind != view.KindSection {
			f.Gap(1)
		}
		p.drawBelow(&f, b)
	}
	return tall
}

// drawColumns draws papers and facts side by side where there is space, with so many lines above
// each heading.
func (p *screen) drawColumns(f *parts.Flow, papers, facts []view.Block, apart int) {
	if len(papers)+len(facts) == 0 {
		return
	}
	f.Gap(1)
	left, right := *f, *f
	if (f.Width >= page.TwoColumns-f.X || p.Touch && f.Width >= touchColumns) && len(papers) > 0 {
		right.Width = min((f.Width-columnGap)*2/5, 36)
		if f.Width >= parts.Wide {
			right.Width = 46
		}
		left.Width = f.Width - columnGap - right.Width
		right.X = left.X + left.Width + columnGap
		p.drawPapers(&left, papers, apart)
		p.drawFacts(&right, facts, apart)
		f.Y = max(left.Y, right.Y)
		return
	}
	p.drawPapers(f, papers, apart)
	f.Gap(min(1, len(papers)))
	p.drawFacts(f, facts, apart)
}

// drawAbove draws what is above the papers: that an office reviewed the page, what has
// changed since, this desk's note, and that only a heading is known.
func (p *screen) drawAbove(f *parts.Flow, b view.Block) {
	st, x, width := p.Styles, f.X, f.Width
	switch {
	case b.Key == "outline":
		f.Gap(1)
		f.X, f.Width = 2, min(width-2, 78)
		if p.soFar {
			p.Wait.Draw(f, p.Env, p.Portal(), p.Keys)
		} else {
			f.Write(st.Base, b.String())
		}
		f.X, f.Width = x, width
	case b.Key == "abolished": // nothing else on the page matters as much
		f.Hang(p.Tone(b.Tone), string(b.Sign), st.Strong, b.String())
	case b.Kind == view.KindState:
		f.Hang(p.Tone(b.Tone), string(b.Sign), st.Base, b.String())
	case b.Kind == view.KindNote:
		f.Hang(st.Info, "•", st.Strong, b.String())
	default:
		f.Hang(p.Tone(b.Tone), string(b.Sign), p.Tone(b.Tone), b.String())
	}
}

// drawBelow draws what is below papers and facts.
func (p *screen) drawBelow(f *parts.Flow, b view.Block) {
	switch b.Kind {
	case view.KindTitle:
		f.Write(p.Styles.Title, b.String())
	case view.KindSection:
		p.drawOriginal(f, b)
	case view.KindSentence:
		f.Hang(p.Tone(b.Tone), string(b.Sign), p.Styles.Strong, b.String())
	case view.KindSource:
		says := b.String()
		if p.soFar {
			says += ". " + p.Texts.Screen.AskingToo
		}
		f.Write(p.Tone(b.Tone), says)
	default:
		p.DrawPart(f, b)
	}
}

// drawOriginal draws the portal's own words that an office corrected.
func (p *screen) drawOriginal(f *parts.Flow, b view.Block) {
	x, width := f.X, f.Width
	f.Write(p.Styles.Heading, b.Head)
	for _, l := range b.Official {
		f.X, f.Width = x+2+l.Indent*2, width-2-l.Indent*2
		face := p.Styles.Base
		if l.Strong {
			face = p.Styles.Strong
		}
		f.Item(face, l.Text)
	}
	f.X, f.Width = x, width
}

// drawCase says to which case the papers below belong.
func (p *screen) drawCase(f *parts.Flow, b view.Block) {
	n := p.doc.Cases()
	if n == 1 {
		f.Write(p.Styles.Strong, b.Head)
		return
	}
	which := fmt.Sprintf(p.Texts.Screen.CaseOf, b.Case, n)
	if line := which + ": " + b.String(); p.Touch && parts.Width(line) <= f.Width {
		f.Write(p.Styles.Strong, line)
		return
	}
	if !p.Touch { // with touch the arrows move the focus
		which += " ←→"
	}
	f.Write(p.Styles.Info, which)
	f.Write(p.Styles.Strong, b.String())
}

// drawPapers draws what to bring. Papers that only some need are folded.
func (p *screen) drawPapers(f *parts.Flow, blocks []view.Block, apart int) {
	if p.Touch {
		p.drawLobbyPapers(f, blocks, apart)
		return
	}
	st, folds, before := p.Styles, 0, ""
	for i, b := range blocks {
		if i > 0 && b.Head != "" && b.Kind != view.KindCase && (b.Key != "only-if" || before != b.Key) {
			f.Gap(apart)
		}
		switch {
		case b.Kind == view.KindCase:
			f.Gap(1)
			p.drawCase(f, b)
		case b.Key == "notes":
			p.drawFold(f, folds, b.Head, func(in *parts.Flow) {
				for _, n := range b.Items() {
					in.Hang(st.Base, "•", st.Base, n)
				}
			})
			folds++
		case b.Key == "only-if":
			if before != b.Key {
				f.Write(st.Heading, b.Head)
			}
			p.drawFold(f, folds, b.Lead, func(in *parts.Flow) { p.drawList(in, b) })
			folds++
		default:
			if b.Head != "" {
				f.Write(st.Heading, b.Head)
			}
			p.drawList(f, b)
		}
		before = b.Key
	}
}

// drawList draws a checklist below its heading.
func (p *screen) drawList(f *parts.Flow, b view.Block) {
	under := ""
	for _, paper := range b.Papers {
		if paper.Under != under && paper.Under != "" {
			f.Write(p.Styles.Quiet, paper.Under)
		}
		under = paper.Under
		drawPaper(f, p.Env, paper)
	}
	if b.Sign == "" {
		for _, l := range b.Items() {
			f.Write(p.Styles.Base, l)
		}
		return
	}
	x, width := f.X, f.Width
	f.X, f.Width = x+2, width-2
	f.Write(p.Styles.Quiet, b.Lead)
	for _, row := range b.Items() {
		f.Hang(p.Tone(b.Tone), string(b.Sign), p.Styles.Base, row)
	}
	f.X, f.Width = x, width
}

// drawPaper draws a paper and, in a separate column, the number of copies.
func drawPaper(f *parts.Flow, env *page.Env, paper view.PaperLine) {
	st := env.Styles
	quantity := parts.Width(paper.Quantity)
	x, y, width := f.X, f.Y, f.Width
	f.X, f.Width = x+2, width-2-quantity-2
	f.Write(st.Base, paper.Name)
	f.X, f.Width = x, width
	if quantity > 0 {
		f.Sheet.Put(x+width-quantity, y, st.Quiet.Render(paper.Quantity))
	}
	if paper.Hint != "" {
		f.X, f.Width = x+2, width-2
		f.Write(st.Quiet, paper.Hint)
		f.X, f.Width = x, width
	}
	for _, one := range paper.OneOf {
		f.X, f.Width = x+4, width-4
		f.Hang(st.Base, "•", st.Base, one.Name)
		f.X, f.Width = x, width
	}
}

// drawFold draws a line that opens and closes, and its content when it is open.
func (p *screen) drawFold(f *parts.Flow, n int, title string, inside func(*parts.Flow)) {
	st := p.Styles
	sign, marker, face := "▸", "  ", st.Link
	if p.isOpen(n) {
		sign = "▾"
	}
	if p.fold == n {
		marker, face = "› ", st.Chosen(face)
	}
	lines := parts.Wrap(title, f.Width-2)
	rows := make([]string, len(lines))
	for i, l := range lines {
		head := st.Base.Render("  ")
		if i == 0 {
			head = st.Marker.Render(sign + " ")
		}
		rows[i] = head + face.Render(l)
	}
	f.Sheet.Put(f.X-2, f.Y, st.Marker.Render(marker))
	f.Sheet.Target(f.X, f.Y, strings.Join(rows, "\n"), page.FoldPrefix+strconv.Itoa(n))
	f.Y += len(rows)
	if p.isOpen(n) {
		x, width := f.X, f.Width
		f.X, f.Width = x+2, width-2
		inside(f)
		f.X, f.Width = x, width
	}
}

// drawFacts draws time, cost, place and how to hand in.
func (p *screen) drawFacts(f *parts.Flow, facts []view.Block, apart int) {
	for i, b := range facts {
		if i > 0 {
			f.Gap(apart)
		}
		if p.Touch {
			p.drawWhole(f, func(in *parts.Flow) { p.drawFact(in, b) })
			continue
		}
		p.drawFact(f, b)
	}
}

// drawFact draws one of them below its heading.
func (p *screen) drawFact(f *parts.Flow, b view.Block) {
	f.Write(p.Styles.Heading, b.Head)
	f.X, f.Width = f.X+2, f.Width-2
	for _, l := range b.Items() {
		f.Write(p.Styles.Base, l)
	}
	f.X, f.Width = f.X-2, f.Width+2
}
