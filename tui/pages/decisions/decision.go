package decisions

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/decision"
	"motcua/tui/device"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
)

// detail is one decision. A procedure whose code is known can be opened.
type detail struct {
	page.Base
	page.Asking[decision.Full]
	id, title string // known before the answer comes
	doc       view.Document
	rows      page.Choices // the procedures whose code is known, which can be opened
	tall      page.Tall
}

// newDetail makes the page of a decision by its ID; title stands there until the answer comes.
func newDetail(env *page.Env, id, title string) page.Page {
	return &detail{Base: page.NewBase(env), id: id, title: title}
}

// Start asks for the decision.
func (p *detail) Start() tea.Cmd {
	svc, id := p.Service, p.id
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[decision.Full], error) { return svc.Decision(ctx, id) })
}

// Leave stops asking.
func (p *detail) Leave() { p.Asking.Leave() }

func (p *detail) Crumb() string {
	if p.Answer != nil {
		return p.Answer.Value.Number
	}
	return topic.Decision.In(p.Texts).Title
}

func (p *detail) Keys() []parts.Key {
	t := &p.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.Wait.On():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.Answer == nil:
		return append([]parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}, p.TakeKeys(decision.PortalPage)...)
	}
	keys := []parts.Key{esc}
	if !p.Touch && len(p.rows.Rows) > 0 {
		keys = append([]parts.Key{{Label: "Enter", Text: topic.Decision.In(p.Texts).KeyOpen, Press: "enter"}}, keys...)
	}
	return append(keys, p.TakeKeys(decision.PortalPage)...)
}

func (p *detail) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[decision.Full]:
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
		switch k := strings.ToLower(msg.String()); k {
		case "esc":
			return p.Back()
		case "r":
			if !p.Wait.On() {
				return p.Start()
			}
		case "up":
			if !p.rows.Walk(-1) {
				p.tall.Key(msg)
			}
		case "down", "tab":
			if !p.rows.Walk(+1) {
				p.tall.Key(msg)
			}
		case "enter":
			return p.open(p.rows.At)
		case "w", "i":
			return p.TakeHome(k, page.Takeaway{Link: decision.PortalPage, What: topic.Decision.In(p.Texts).Title, Slip: p.slip})
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

// open goes to the procedure of a row, whose quiet line is its code.
func (p *detail) open(row int) tea.Cmd {
	if row < 0 || row >= len(p.rows.Rows) {
		return nil
	}
	return p.Open(page.Procedure{Code: p.rows.Rows[row].Quiet, Name: p.rows.Rows[row].Name})
}

// words puts the answer into the language of the moment.
func (p *detail) words() {
	if p.Answer == nil {
		return
	}
	p.doc = decisions.Document(*p.Answer, p.ViewEnv())
	p.rows.Rows = nil
	for _, k := range decision.Kinds() {
		for _, one := range p.Answer.Value.Of(k) {
			if one.Code != "" {
				p.rows.Rows = append(p.rows.Rows, parts.Row{Name: one.Name, Quiet: one.Code})
			}
		}
	}
}

// Layout lays the decision, however long.
func (p *detail) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, p.draw)
}

func (p *detail) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *detail) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *detail) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, min(width, 100))
	if p.Answer == nil {
		f.Write(st.Title, p.title)
		f.Gap(1)
		f.Width = min(width, 78)
		if p.Wait.On() {
			p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
		} else if p.Err != nil {
			f.Hang(st.Warn, string(view.SignAction), st.Error, decisions.Error(p.Err, p.ViewEnv()))
		}
		return s
	}
	f.Write(st.Title, p.doc.Words("title"))
	f.Write(st.Base, p.doc.Words("head"))
	if b := p.doc.Get("fields"); len(b.Lines) > 0 {
		f.Write(st.Base, b.Head+": "+strings.Join(b.Items(), "; "))
	}
	f.Write(p.Tone(p.doc.Get("source").Tone), p.doc.Words("source"))
	at, gap := 0, 1
	for _, k := range decision.Kinds() {
		f.Gap(gap)
		f.Write(st.Heading, p.doc.Get(string(k)).Head)
		if k == decision.Amended {
			if says := p.doc.Words("decision-one-list"); says != "" {
				f.Write(st.Quiet, says)
			}
		}
		list := p.Answer.Value.Of(k)
		gap = 1
		if len(list) == 0 {
			f.Write(st.Base, "  "+topic.Decision.In(p.Texts).NoneOf)
		}
		for _, one := range list {
			if one.Code == "" {
				f.Hang(st.Base, "•", st.Base, one.Name)
				gap = 1
				continue
			}
			p.DrawChoices(&f, &p.rows, at, 1)
			at, gap = at+1, 0 // a free line follows a row
		}
	}
	return s
}

func (p *detail) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: p.title}}}
	if p.Answer == nil {
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
		if p.Err != nil && !p.Wait.On() {
			s.Lines = append(s.Lines, page.Line{Text: decisions.Error(p.Err, p.Heard())})
		}
		return s
	}
	for _, b := range decisions.Document(*p.Answer, p.Heard()).Blocks {
		switch b.Kind {
		case view.KindTitle:
		case view.KindList, view.KindFacts:
			s.Lines = append(s.Lines, page.Line{Text: b.Head + ": " + strings.Join(b.Items(), "; "), Of: p.id})
		default:
			for _, l := range b.Lines {
				s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.id})
			}
		}
	}
	if !p.Touch && len(p.rows.Rows) > 0 {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Rows[p.rows.At].Name, Of: p.id}
	}
	return s
}

// NameOf calls a row by its procedure.
func (p *detail) NameOf(id string) string { return p.rows.Name(id) }

// slip is the decision on paper.
func (p *detail) slip() device.Slip {
	s := p.Slip(topic.Decision.In(p.Texts).Title, "", decision.PortalPage)
	if p.Answer == nil {
		return s
	}
	doc := decisions.Document(*p.Answer, p.OnPaper())
	s.Add(device.SlipText, doc.Words("title"), doc.Words("head"))
	for _, b := range doc.Of(view.KindList) {
		s.Part(b.Head, device.SlipItem, b.Items()...)
	}
	s.Gap()
	s.Add(device.SlipText, doc.Words("source"))
	return s
}
