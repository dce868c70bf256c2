package forms

import (
	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/forms"
)

// screen is the forms of one procedure.
type screen struct {
	page.Base
	answer client.Answer[client.Procedure]
	doc    view.Document // in the language of the moment
	tall   page.Tall
}

// New makes the page of the forms of a procedure.
func New(env *page.Env, a client.Answer[client.Procedure]) page.Page {
	p := &screen{Base: page.NewBase(env), answer: a}
	p.words()
	return p
}

// words puts the page into the language of the moment.
func (p *screen) words() { p.doc = forms.Document(p.answer, "", p.ViewEnv()) }

func (p *screen) Crumb() string { return topic.Form.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	keys = append(keys, p.TakeKeys(p.answer.Value.URL)...)
	return append(keys, p.ScrollKeys(p.tall)...)
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		k := msg.String()
		if k == "esc" {
			return p.Back()
		}
		if cmd := p.TakeHome(k, p.takeaway()); cmd != nil {
			return cmd
		}
		p.tall.Key(msg)
	}
	return nil
}

// takeaway is the page of the procedure, where the forms are, and their names on paper.
func (p *screen) takeaway() page.Takeaway {
	link := p.answer.Value.URL
	return page.Takeaway{Link: link, What: p.doc.Words("procedure"), Slip: func() device.Slip {
		doc := forms.Document(p.answer, "", p.OnPaper())
		s := p.Env.Slip(doc.Words("procedure"), doc.Words("code"), link)
		list := doc.Get("forms")
		s.Part(list.Head, device.SlipItem, list.Items()...)
		s.Gap()
		s.Add(device.SlipText, doc.Words("scan", "counter", "source"))
		return s
	}}
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) { p.LayTall(&p.tall, width, height, p.draw) }

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	const indent = 2
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, width)
	page.Titled(&f, st, p.doc.Words("procedure"), p.doc.Words("official"), p.doc.Words("code"))
	f.X, f.Width = indent, min(width-indent, 96)
	for _, b := range p.doc.Blocks {
		switch b.Kind {
		case view.KindTitle:
		case view.KindList:
			f.Gap(1)
			f.Write(st.Heading, b.Head)
			for _, name := range b.Items() {
				f.Item(st.Base, name)
			}
		case view.KindSource:
			f.Gap(1)
			f.Write(p.Tone(b.Tone), b.String())
		default:
			f.Gap(1)
			f.Write(st.Strong, b.String())
		}
	}
	return s
}

func (p *screen) Speaks() page.Spoken {
	var s page.Spoken
	for _, b := range forms.Document(p.answer, "", p.Heard()).Blocks {
		if b.Head != "" {
			s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: p.answer.Value.Code})
		}
		for _, l := range b.Lines {
			s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.answer.Value.Code})
		}
	}
	return s
}
