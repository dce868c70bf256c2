package decisions

import (
	"fmt"

	"motcua/client/decision"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
)

// Layout lays the year, however many decisions it has.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, p.draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, width)
	if p.Answer == nil {
		title := topic.Decision.In(p.Texts).Title
		if p.year != 0 {
			title += " " + fmt.Sprintf(topic.Decision.In(p.Texts).InYear, p.year)
		}
		f.Write(st.Title, title)
		f.Gap(1)
		f.Width = min(width, 78)
		if p.Wait.On() {
			p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
		} else if p.Err != nil {
			f.Hang(st.Warn, string(view.SignAction), st.Error, decisions.Error(p.Err, p.ViewEnv()))
		}
		return s
	}
	f.Write(st.Title, p.doc.Words("decisions"))
	f.Gap(1)
	if counted := p.doc.Words("counted"); counted != "" {
		f.Write(st.Heading, counted)
		p.drawBars(&f)
	}
	for _, b := range p.doc.Of(view.KindNote) {
		face := st.Base
		if b.Key == "decision-one-list" {
			face = st.Quiet
		}
		f.Write(face, b.String())
	}
	if p.Err != nil { // an older answer stands below it
		f.Hang(st.Warn, string(view.SignAction), st.Error, decisions.Error(p.Err, p.ViewEnv()))
	}
	f.Write(p.Tone(p.doc.Get("source").Tone), p.doc.Words("source"))
	f.Gap(1)
	p.DrawChoices(&f, &p.rows, 0, len(p.rows.Rows))
	return s
}

// drawBars draws a bar for each kind, of the sum of all.
func (p *screen) drawBars(f *parts.Flow) {
	const bar = 40
	st, c := p.Styles, p.Answer.Value.Counts
	name := 0
	for _, k := range decision.Kinds() {
		name = max(name, parts.Width(p.doc.Get(string(k)).Head))
	}
	room := min(bar, f.Width-name-12)
	for _, k := range decision.Kinds() {
		b := p.doc.Get(string(k))
		line := st.Base.Render(fmt.Sprintf("  %s%*s  ", b.Head, name-parts.Width(b.Head), ""))
		if room > 0 {
			line += parts.Bar(st, room, c.Of(k), c.Procedures())
		}
		f.Block(line + st.Base.Render("  ") + st.Strong.Render(b.String()))
	}
}
