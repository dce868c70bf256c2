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
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/notices"
)

// screen lists notices as rows that open, then what does not wait for an answer: two codes for
// feedback, the contact, the site map.
type screen struct {
	page.Base
	page.Asking[notice.List]
	rows page.Choices
	tall page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Notices.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Notices.In(t).TopicHint },
	To: page.Make(New),
}

// New makes the page.
func New(env *page.Env) page.Page {
	p := &screen{Base: page.NewBase(env)}
	p.words()
	return p
}

// Start asks what is posted.
func (p *screen) Start() tea.Cmd {
	svc := p.Service
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[notice.List], error) { return svc.Notices(ctx) })
}

// Leave stops asking.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string { return topic.Notices.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	if !p.Touch {
		keys = append([]parts.Key{{Label: "↑↓", Text: t.KeyChoose}, {Label: "Enter", Text: t.KeyOpen, Press: "enter"}}, keys...)
	}
	if p.Answer == nil && !p.Wait.On() {
		keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	}
	return keys
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[notice.List]:
		if p.Take(msg) {
			p.words()
			p.rows.At = 0
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
		switch strings.ToLower(msg.String()) {
		case "esc":
			return p.Back()
		case "up", "shift+tab":
			if !p.rows.Walk(-1) {
				p.tall.By(-1)
			}
		case "down", "tab":
			if !p.rows.Walk(+1) {
				p.tall.By(+1)
			}
		case "enter":
			return p.open(p.rows.At)
		case "r":
			if p.Answer == nil && !p.Wait.On() {
				return p.Start()
			}
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

// posted are the notices of the answer.
func (p *screen) posted() []notice.Notice {
	if p.Answer == nil {
		return nil
	}
	return p.Answer.Value.Notices
}

// words puts the rows into the language of the moment: the notices, then feedback, answers and
// the site map.
func (p *screen) words() {
	t, e := topic.Notices.In(p.Texts), p.ViewEnv()
	p.rows.Rows = nil
	for _, n := range p.posted() {
		p.rows.Rows = append(p.rows.Rows, parts.Row{Name: n.Title, Quiet: notices.Whose(n, e)})
	}
	p.rows.Rows = append(p.rows.Rows,
		parts.Row{Name: t.Feedback, Quiet: t.FeedbackHint}, parts.Row{Name: t.Answers, Quiet: t.AnswersHint}, parts.Row{Name: t.Map, Quiet: t.MapHint})
}

// open opens a row.
func (p *screen) open(row int) tea.Cmd {
	list, t := p.posted(), topic.Notices.In(p.Texts)
	take := func(link, what string) tea.Cmd {
		return p.Open(page.Take{Takeaway: page.Takeaway{Link: link, What: what, Slip: p.slip(what, link)}})
	}
	switch {
	case row < 0:
		return nil
	case row < len(list):
		return p.Open(one(list[row]))
	}
	switch row - len(list) {
	case 0:
		return take(notice.FeedbackPage, t.Feedback)
	case 1:
		return take(notice.AnswersPage, t.Answers)
	case 2:
		return p.Open(page.SiteMap{})
	}
	return nil
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, p.draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	st, e := p.Styles, p.ViewEnv()
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 100)}
	t, n := topic.Notices.In(p.Texts), len(p.posted())
	f.Write(st.Heading, t.Posted)
	p.DrawChoices(&f, &p.rows, 0, n)
	above := f.Y
	switch {
	case p.Answer != nil:
		doc := notices.List(*p.Answer, e)
		if none := doc.Words("none"); p.Answer.Value.NoNews {
			f.Hang(st.Warn, string(view.SignAction), st.Base, none)
		} else {
			f.Write(st.Base, none)
		}
		f.Write(p.Tone(doc.Get("source").Tone), doc.Words("source"))
	case p.Wait.On():
		p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
	case p.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, notices.Error(p.Err, e))
	}
	if f.Y > above { // rows leave a line free below them
		f.Gap(1)
	}
	f.Write(st.Heading, t.Voices)
	p.DrawChoices(&f, &p.rows, n, 2)
	contact := notices.Contact(e)
	f.Write(st.Heading, contact.Head)
	for _, l := range contact.Items() {
		f.Write(st.Base, "  "+l)
	}
	f.Gap(1)
	p.DrawChoices(&f, &p.rows, n+2, 1)
	return s
}

func (p *screen) Speaks() page.Spoken {
	t := topic.Notices.In(p.Texts)
	s := page.Spoken{Lines: []page.Line{{Text: t.Title}}}
	switch {
	case p.Answer != nil:
		for _, b := range notices.List(*p.Answer, p.Heard()).Blocks {
			if b.Kind == view.KindTitle {
				continue
			}
			if b.Head != "" {
				s.Lines = append(s.Lines, page.Line{Text: b.Head})
			}
			for _, l := range b.Lines {
				s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key})
			}
		}
	case p.Wait.On():
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
	case p.Err != nil:
		s.Lines = append(s.Lines, page.Line{Text: notices.Error(p.Err, p.Heard())})
	}
	for _, row := range p.rows.Rows[len(p.posted()):] {
		s.Lines = append(s.Lines, page.Line{Text: row.Name})
	}
	if !p.Touch {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Rows[p.rows.At].Name}
	}
	return s
}

// NameOf calls a row by what it opens.
func (p *screen) NameOf(id string) string { return p.rows.Name(id) }

// slip is an address on paper.
func (p *screen) slip(what, link string) func() device.Slip {
	return func() device.Slip {
		s := p.Slip(what, "", link)
		for _, l := range notices.Contact(p.OnPaper()).Items() {
			s.Add(device.SlipText, l)
		}
		return s
	}
}
