package quality

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/scores"
)

// Columns of a figure. The bar gets what the others leave; where that is too little the
// change and then the share stand without one.
const (
	nameColumn   = 23
	pointsColumn = 10 // 61,48/100
	shareColumn  = 9  // 100,01%
	changeColumn = 8  // +17,26
	leastBar     = 6
	mostBar      = 50
	besideNames  = nameColumn + 4
	figure       = 5 // 61,48
	widest       = 100
)

func (p *screen) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, min(width, widest))
	if p.Answer == nil {
		title := topic.Quality.In(p.Texts).Title
		if !p.period.IsZero() {
			title += ", " + scores.Within(p.period, p.ViewEnv())
		}
		f.Write(st.Title, title)
		f.Gap(1)
		if p.Wait.On() {
			p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
		} else if p.Err != nil {
			f.Hang(st.Warn, string(view.SignAction), st.Error, scores.Error(p.Err, p.unit, p.ViewEnv()))
		}
		return s
	}
	doc := scores.Document(*p.Answer, p.ViewEnv())
	page.Titled(&f, st, doc.Words("unit"), "", doc.Words("period"))
	f.Write(st.Quiet, doc.Words("ends"))
	f.Gap(1)
	p.drawFigures(&f)
	f.Gap(1)
	for _, key := range []string{"missing", "place", "growth", "no-total", "no-since"} {
		b := doc.Get(key)
		switch {
		case len(b.Lines) == 0:
		case b.Sign != "":
			f.Hang(p.Tone(b.Tone), string(b.Sign), st.Base, b.String())
		case key == "place" || key == "growth":
			f.Write(st.Strong, b.String())
		default:
			f.Write(st.Quiet, b.String())
		}
	}
	p.drawBeside(&f)
	for _, b := range doc.Of(view.KindList) {
		if b.Key != "figures" && b.Key != "beside" {
			f.Gap(1)
			p.DrawPart(&f, b)
		}
	}
	f.Gap(1)
	p.DrawPart(&f, doc.Get("source"))
	return s
}

// drawFigures draws the total and the groups: name, bar, points, share, change.
func (p *screen) drawFigures(f *parts.Flow) {
	st := p.Styles
	figures := scores.Figures(&p.Answer.Value.Sheet, p.ViewEnv())
	name, change, share := 0, 0, 0
	for _, g := range figures {
		name = max(name, parts.Width(g.Name)+1)
		if g.Change != "" {
			change = changeColumn
		}
		if g.Share != "" {
			share = shareColumn
		}
	}
	name = min(name, nameColumn)
	bar := f.Width - name - pointsColumn - share - change
	if bar < leastBar {
		bar, change = bar+change, 0
	}
	if bar < leastBar {
		bar, share = bar+share, 0
	}
	bar = max(min(bar, mostBar), 0)
	for _, g := range figures {
		face := st.Base
		if g.Group == "" {
			face = st.Strong
		}
		line := inked(face, st.Base, left(g.Name, name))
		if g.Bar {
			line += parts.Bar(st, bar, int(g.Filled*1000+0.5), 1000)
		} else {
			line += st.Base.Render(strings.Repeat(" ", bar))
		}
		line += inked(face, st.Base, right(g.Points, pointsColumn)) + st.Base.Render(right(g.Share, share)+right(g.Change, change))
		f.Block(line)
		if g.Note != "" {
			x, width := f.X, f.Width
			f.X, f.Width = name, width-name
			f.Write(st.Quiet, g.Note)
			f.X, f.Width = x, width
		}
	}
}

// inked draws a word of a column in its face and the blanks beside it in that of the page: a
// theme may underline.
func inked(face, page lipgloss.Style, s string) string {
	word := strings.TrimSpace(s)
	if word == "" {
		return page.Render(s)
	}
	before, after, _ := strings.Cut(s, word)
	return page.Render(before) + face.Render(word) + page.Render(after)
}

func left(s string, width int) string {
	s = parts.Cut(s, width)
	return s + strings.Repeat(" ", max(width-parts.Width(s), 0))
}

// right is a word at the right of a column; nothing is drawn in one that was left out.
func right(s string, width int) string {
	if width == 0 {
		return ""
	}
	return strings.Repeat(" ", max(width-parts.Width(s), 0)) + s
}

// drawBeside draws the unit's points beside those of others, a column each.
func (p *screen) drawBeside(f *parts.Flow) {
	st, t, r := p.Styles, topic.Quality.In(p.Texts), &p.Answer.Value
	list := scores.Beside(r, p.ViewEnv())
	if len(list) == 0 {
		return
	}
	heads := []string{t.Own}
	if r.Province != nil {
		heads = append(heads, t.Province)
	}
	if r.Country != nil {
		heads = append(heads, t.Country)
	}
	columns := make([]int, len(heads))
	name := 0
	for gap := 2; gap > 0 && name < besideNames; gap-- { // narrow columns before names that are cut
		name = f.Width
		for i, h := range heads {
			columns[i] = max(parts.Width(h), figure) + gap
			name -= columns[i]
		}
		name = min(max(name, 0), besideNames)
	}
	row := func(face, cell lipgloss.Style, head string, cells ...string) {
		line := face.Render(left(head, name))
		for i, c := range cells {
			line += cell.Render(right(c, columns[i]))
		}
		f.Block(line)
	}
	f.Gap(1)
	row(st.Heading, st.Quiet, t.Beside, heads...)
	for _, c := range list {
		cells := []string{c.Own}
		if r.Province != nil {
			cells = append(cells, c.Province)
		}
		if r.Country != nil {
			cells = append(cells, c.Country)
		}
		for i := range cells {
			if cells[i] == "" {
				cells[i] = "–"
			}
		}
		row(st.Base, st.Base, c.Name, cells...)
	}
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Quality.In(p.Texts).Title, Key: "quality-title"}}}
	if p.Answer == nil {
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
		if p.Err != nil && !p.Wait.On() {
			s.Lines = append(s.Lines, page.Line{Text: scores.Error(p.Err, p.unit, p.Heard())})
		}
		return s
	}
	doc := scores.Document(*p.Answer, p.Heard())
	of := doc.Words("unit")
	for _, b := range doc.Blocks {
		if b.Head != "" {
			s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: of})
		}
		for _, l := range b.Lines {
			s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: of})
		}
	}
	return s
}
