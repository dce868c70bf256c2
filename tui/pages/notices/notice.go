package notices

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/notice"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/notices"
)

// item is one notice. Its addresses are rows that open as codes.
type item struct {
	page.Base
	page.Asking[notice.Full]
	of   notice.Notice // known before the answer comes
	doc  view.Document
	rows page.Choices
	tall page.Tall
}

// one makes the page of a notice.
func one(of notice.Notice) page.Make {
	return func(env *page.Env) page.Page { return &item{Base: page.NewBase(env), of: of} }
}

// Start asks for the notice.
func (p *item) Start() tea.Cmd {
	svc, id := p.Service, p.of.ID
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[notice.Full], error) { return svc.Notice(ctx, id) })
}

// Leave stops asking.
func (p *item) Leave() { p.Asking.Leave() }

func (p *item) Crumb() string { return p.of.Title }

func (p *item) Keys() []parts.Key {
	t := &p.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.Wait.On():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.Answer == nil:
		return []parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}
	case p.Touch || len(p.rows.Rows) == 0:
		return append(p.ScrollKeys(p.tall), esc)
	default:
		return []parts.Key{{Label: "Enter", Text: p.Texts.Slip.KeyQR, Press: "enter"}, {Label: "↑↓", Text: t.KeyChoose}, esc}
	}
}

func (p *item) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[notice.Full]:
		if p.Take(msg) {
			p.words()
		}
	case page.TickMsg:
		return p.Wait.Ticked(p.Env, p.Number())
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		if row, ok := parts.RowOf(msg.ID); ok {
			return p.open(row)
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *item) key(msg tea.KeyPressMsg) tea.Cmd {
	k := strings.ToLower(msg.String())
	switch {
	case k == "esc":
		return p.Back()
	case k == "r" && p.Answer == nil && !p.Wait.On():
		return p.Start()
	case k == "tab", k == "down" && !p.tall.Move(1): // text is read first, then an address chosen
		p.rows.Walk(+1)
	case k == "down":
	case k == "up" && p.rows.Walk(-1):
	case k == "enter":
		return p.open(p.rows.At)
	default:
		p.tall.Key(msg)
	}
	return nil
}

// open shows the code of an address.
func (p *item) open(row int) tea.Cmd {
	if p.Answer == nil || row < 0 || row >= len(p.Answer.Value.Links) {
		return nil
	}
	l := p.Answer.Value.Links[row]
	return p.Open(page.Take{Takeaway: page.Takeaway{Link: l.URL, What: l.Text, Slip: func() device.Slip { return p.Slip(l.Text, "", l.URL) }}})
}

// words puts the notice into the language of the moment.
func (p *item) words() {
	if p.Answer == nil {
		return
	}
	p.doc = notices.Document(*p.Answer, p.ViewEnv())
	p.rows.Rows = nil
	for _, l := range p.Answer.Value.Links {
		p.rows.Rows = append(p.rows.Rows, parts.Row{Name: l.Text, Quiet: notices.Opens(l, p.ViewEnv())})
	}
}

// Layout lays the notice, however long.
func (p *item) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, p.draw)
}

func (p *item) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *item) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *item) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, min(width, 90))
	f.Write(st.Title, p.of.Title)
	if p.Answer == nil {
		f.Gap(1)
		if p.Wait.On() {
			p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
		} else if p.Err != nil {
			f.Hang(st.Warn, string(view.SignAction), st.Error, notices.Error(p.Err, p.ViewEnv()))
		}
		return s
	}
	f.Write(st.Quiet, p.doc.Words("whose"))
	wide := f.Width
	for _, l := range p.doc.Get("text").Official {
		face := st.Base
		if l.Strong {
			face = st.Heading
			f.Gap(1)
		} else if l.Indent == 0 {
			f.Gap(1)
		}
		f.X, f.Width = 2*l.Indent, wide-2*l.Indent
		f.Write(face, l.Text)
		f.X, f.Width = 0, wide
	}
	if cut := p.doc.Words("cut"); cut != "" {
		f.Gap(1)
		f.Write(st.Warn, cut)
	}
	if links := p.doc.Get("links"); len(links.Lines) > 0 {
		f.Gap(1)
		f.Write(st.Heading, links.Head)
		p.DrawChoices(&f, &p.rows, 0, len(p.rows.Rows))
	}
	if source := p.doc.Get("source"); len(source.Lines) > 0 {
		f.Gap(1)
		f.Write(p.Tone(source.Tone), source.String())
	}
	return s
}

func (p *item) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: p.of.Title, Of: p.of.ID}}}
	if p.Answer == nil {
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
		if p.Err != nil && !p.Wait.On() {
			s.Lines = append(s.Lines, page.Line{Text: notices.Error(p.Err, p.Heard())})
		}
		return s
	}
	for _, b := range notices.Document(*p.Answer, p.Heard()).Blocks {
		switch {
		case b.Key == "title":
		case b.Kind == view.KindSection:
			for _, l := range b.Official {
				s.Lines = append(s.Lines, page.Line{Text: strings.TrimPrefix(l.Text, "• "), Of: p.of.ID})
			}
		case b.Key == "links": // the addresses are rows, which are named
			s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: p.of.ID})
			for _, row := range p.rows.Rows {
				s.Lines = append(s.Lines, page.Line{Text: row.Name, Of: p.of.ID})
			}
		default:
			for _, l := range b.Lines {
				s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.of.ID})
			}
		}
	}
	if !p.Touch && len(p.rows.Rows) > 0 {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Rows[p.rows.At].Name, Of: p.of.ID}
	}
	return s
}

// NameOf calls a row by its address's words.
func (p *item) NameOf(id string) string { return p.rows.Name(id) }
