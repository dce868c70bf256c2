package tui

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/themes"
	"motcua/tui/parts"
	"motcua/tui/view"
)

const (
	twoColumns = 76 // from this width on, papers and the rest stand side by side
	columnGap  = 4
)

// draw lays the whole first page: papers on the left, time, cost, place and
// channels on the right, or below one another on a narrow screen.
func (p *procedurePage) draw(s *parts.Sheet, width int) {
	st, v := p.st, p.view()
	f := p.flow(s, width)
	titled(&f, st, v.Name, v.Code+" · "+v.Where)
	if len(v.Cases) > 1 {
		f.Gap(1)
		c, arrows := p.lists(), 1
		if p.lobby() {
			arrows = 0 // there they move the focus
		}
		f.Write(st.Info, fmt.Sprintf(p.texts.Screen.CaseOf, p.caseAt+1, len(v.Cases))+strings.Repeat(" ←→", arrows))
		f.Write(st.Strong, c.Name)
	}
	p.drawReviewed(&f)
	f.Gap(1)

	if v.Outline != "" {
		f.X, f.Width = 2, min(width-2, 78)
		if p.soFar {
			p.wait.draw(&f, p.shared, p.portal(), p.Keys)
		} else {
			f.Write(st.Base, v.Outline)
		}
		f.Gap(1)
		p.drawSource(&f)
		return
	}

	left := parts.Flow{Sheet: s, X: 2, Y: f.Y, Width: width - 2, Air: f.Air}
	right := left
	if width >= twoColumns {
		right.Width = min((width-2-columnGap)*2/5, 36)
		left.Width = width - 2 - columnGap - right.Width
		right.X = left.X + left.Width + columnGap
		p.drawPapers(&left)
		p.drawTerms(&right)
		f.Y = max(left.Y, right.Y)
	} else {
		p.drawPapers(&left)
		right.Y = left.Y + 1
		p.drawTerms(&right)
		f.Y = right.Y
	}
	f.X, f.Width = 2, width-2
	if len(v.Conditions) > 0 {
		f.Gap(1)
		f.Write(st.Heading, p.texts.Review.Conditions)
		for _, c := range v.Conditions {
			f.Hang(st.Base, "•", st.Base, c)
		}
	}
	if v.ReadyBy != "" {
		f.Gap(1)
		f.Hang(st.Good, string(view.SignDone), st.Strong, v.ReadyBy)
	}
	p.drawOriginal(&f)
	f.Gap(1)
	p.drawSource(&f)
}

// drawReviewed says that an office went through the page, what has changed since,
// and what this desk notes.
func (p *procedurePage) drawReviewed(f *parts.Flow) {
	st, v := p.st, p.view()
	if len(p.rows) > 0 {
		f.Hang(st.Warn, "!", st.Warn, p.texts.Review.IsMarked)
	}
	if v.Reviewed == "" {
		return
	}
	f.Hang(st.Good, string(view.SignDone), st.Base, v.Reviewed)
	if v.ReviewWarn != "" {
		f.Hang(st.Warn, "!", st.Warn, v.ReviewWarn)
	}
	if v.DeskNote != "" {
		f.Hang(st.Info, "•", st.Strong, v.DeskNote)
	}
}

// drawOriginal is what the portal says of what an office corrected, when that has
// changed since.
func (p *procedurePage) drawOriginal(f *parts.Flow) {
	st, v := p.st, p.view()
	if len(v.Original) == 0 {
		return
	}
	x, width := f.X, f.Width
	f.Gap(1)
	f.Write(st.Title, p.texts.Review.Original)
	for _, section := range v.Original {
		f.X, f.Width = x, width
		f.Write(st.Heading, section.Title)
		for _, l := range section.Lines {
			f.X = x + 2 + l.Indent*2
			f.Width = width - 2 - l.Indent*2
			face := st.Base
			if l.Strong {
				face = st.Strong
			}
			f.Item(face, l.Text)
		}
	}
	f.X, f.Width = x, width
}

// drawSource is where the answer came from and how old it is.
func (p *procedurePage) drawSource(f *parts.Flow) {
	face := p.st.Quiet
	if p.view().Stale {
		face = p.st.Warn
	}
	says := p.view().Source
	if p.soFar {
		says += ". " + p.texts.Screen.AskingToo
	}
	f.Write(face, says)
}

// titled is a title at the left and what it is at the right, on one line where
// both fit.
func titled(f *parts.Flow, st *themes.Styles, title, what string) {
	if w := parts.Width(what); parts.Width(title)+w+2 <= f.Width {
		f.Sheet.Put(f.X+f.Width-w, f.Y, st.Quiet.Render(what))
		f.Write(st.Title, title)
		return
	}
	wide, even := f.Width, 0
	for _, l := range parts.Even(title, wide) {
		even = max(even, parts.Width(l))
	}
	f.Width = even
	f.Write(st.Title, title)
	f.Width = wide
	f.Write(st.Quiet, what)
}

// drawPapers is what to bring.
func (p *procedurePage) drawPapers(f *parts.Flow) {
	t, st, l := &p.texts.Screen, p.st, p.lists()
	if len(l.HandIn)+len(l.Show)+len(l.OnlyIf)+len(l.Close) == 0 {
		f.Write(st.Base, t.NoPapers)
	}
	p.drawPaperList(f, t.HandIn, l.HandIn)
	p.drawPaperList(f, t.ShowPapers, l.Show)
	if len(l.OnlyIf) > 0 {
		f.Write(st.Heading, t.OnlyIf)
		for i, c := range l.OnlyIf {
			p.drawFold(f, i, c.Condition, func(in *parts.Flow) {
				for _, paper := range c.Papers {
					drawPaper(in, p.shared, paper)
				}
			})
		}
	}
	if len(l.Close) > 0 {
		f.Write(st.Heading, p.texts.Procedure.Close)
		x, width := f.X, f.Width
		f.X, f.Width = x+2, width-2
		f.Write(st.Quiet, p.texts.Procedure.CloseWhy)
		for _, row := range l.Close {
			f.Hang(st.Warn, "!", st.Base, row)
		}
		f.X, f.Width = x, width
	}
	if len(l.Notes) > 0 {
		title := t.NotesOne
		if n := len(l.Notes); n > 1 {
			title = fmt.Sprintf(t.NotesFold, n)
		}
		p.drawFold(f, len(l.OnlyIf), title, func(in *parts.Flow) {
			for _, n := range l.Notes {
				in.Hang(st.Base, "•", st.Base, n)
			}
		})
	}
}

func (p *procedurePage) drawPaperList(f *parts.Flow, heading string, papers []view.PaperLine) {
	if len(papers) == 0 {
		return
	}
	f.Write(p.st.Heading, heading)
	under := ""
	for _, paper := range papers {
		if paper.Under != under && paper.Under != "" {
			f.Write(p.st.Quiet, paper.Under)
		}
		under = paper.Under
		drawPaper(f, p.shared, paper)
	}
}

// drawPaper is a paper and, in a column of its own, how many of it.
func drawPaper(f *parts.Flow, sh *shared, paper view.PaperLine) {
	st := sh.st
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

// drawFold is a line that opens and closes, and when open what it holds.
func (p *procedurePage) drawFold(f *parts.Flow, n int, title string, inside func(*parts.Flow)) {
	if p.lobby() {
		p.drawLobbyFold(f, n, title, inside)
		return
	}
	st := p.st
	sign, marker, face := "▸", "  ", st.Link
	if p.opened[n] {
		sign = "▾"
	}
	if p.fold == n {
		marker, face = "› ", st.Selected
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
	f.Sheet.Target(f.X, f.Y, strings.Join(rows, "\n"), foldPrefix+strconv.Itoa(n))
	f.Y += len(rows)
	if p.opened[n] {
		x, width := f.X, f.Width
		f.X, f.Width = x+2, width-2
		inside(f)
		f.X, f.Width = x, width
	}
}

// drawTerms is time, cost, place and how to hand in.
func (p *procedurePage) drawTerms(f *parts.Flow) {
	t, v := &p.texts.Screen, p.view()
	for _, part := range []struct {
		heading string
		lines   []string
	}{
		{t.Time, v.Time}, {t.Cost, v.Cost}, {t.Place, v.Place},
		{t.Channels, []string{strings.Join(v.Channels, ", ")}},
	} {
		if strings.Join(part.lines, "") == "" {
			continue
		}
		f.Write(p.st.Heading, part.heading)
		f.X, f.Width = f.X+2, f.Width-2
		for _, l := range part.lines {
			f.Write(p.st.Base, l)
		}
		f.X, f.Width = f.X-2, f.Width+2
	}
}
