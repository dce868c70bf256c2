package shares

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/unit"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/units"
)

// screen shows the shares.
type screen struct {
	page.Base
	page.Asking[unit.Shares]
	tall page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Units.In(t).SharesTopic }, Hint: func(t *text.Texts) string { return topic.Units.In(t).SharesHint },
	To: page.Make(New),
}

// New makes the page.
func New(env *page.Env) page.Page { return &screen{Base: page.NewBase(env)} }

// Start asks for the shares.
func (p *screen) Start() tea.Cmd {
	svc := p.Service
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[unit.Shares], error) { return svc.Shares(ctx) })
}

// Leave stops asking.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string { return topic.Units.In(p.Texts).SharesTitle }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.Wait.On():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.Answer == nil:
		return []parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}
	default:
		return append(p.ScrollKeys(p.tall), esc)
	}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[unit.Shares]:
		p.Asking.Take(msg)
	case page.TickMsg:
		return p.Wait.Ticked(p.Env, p.Number())
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		switch strings.ToLower(msg.String()) {
		case "esc":
			return p.Back()
		case "r":
			if !p.Wait.On() && p.Answer == nil {
				return p.Start()
			}
		}
		p.tall.Key(msg)
	}
	return nil
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) { p.LayTall(&p.tall, width, height, p.draw) }

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

// The bars stand beside their words where there is room for both, else below them.
const (
	widest  = 50 // of a bar of 100 %
	beside  = 44 // columns of the words
	leastBy = 24 // of a bar beside them
)

func (p *screen) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, min(width, 78))
	switch {
	case p.Answer != nil:
		p.drawBars(&f)
	case p.Wait.On():
		p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
	case p.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, p.why(p.ViewEnv()))
	}
	return s
}

func (p *screen) drawBars(f *parts.Flow) {
	st, e := p.Styles, p.ViewEnv()
	doc := units.Shares(*p.Answer, e)
	x, room := 0, min(f.Width, widest)
	if f.Width-beside >= leastBy {
		x, room = beside, min(f.Width-beside, widest)
	}
	bars := func(past bool, head string) {
		face := st.Title // what the page is about: it has no other title
		if past {
			face = st.Heading
		}
		f.Write(face, head)
		for _, b := range units.Bars(p.Answer.Value, e) {
			if b.Past != past {
				continue
			}
			full := max(int(b.Share*float64(room)/100+0.5), 1)
			face := st.Progress
			if past {
				face = st.Quiet
			}
			y := f.Y
			f.Write(st.Base, b.Says)
			if x == 0 {
				y = f.Y
				f.Gap(1)
			}
			f.Sheet.Put(x, y, face.Render(strings.Repeat("█", full))+st.Quiet.Render(strings.Repeat("░", max(room-full, 0))))
		}
	}
	bars(false, doc.Get("now").Head)
	f.Write(st.Base, doc.Words("dossiers"))
	f.Gap(1)
	bars(true, doc.Get("past").Head)
	f.Write(st.Quiet, doc.Words("past-note"))
	f.Gap(1)
	source := doc.Get("source")
	f.Write(p.Tone(source.Tone), source.String())
}

func (p *screen) why(e view.Env) string {
	if errors.Is(p.Err, client.ErrNotFound) {
		return topic.Units.In(p.Texts).NoShares
	}
	return units.Error(p.Err, "", e)
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Units.In(p.Texts).SharesTitle}}}
	switch {
	case p.Answer != nil:
		for _, b := range units.Shares(*p.Answer, p.Heard()).Blocks {
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
	case p.Err != nil:
		s.Lines = append(s.Lines, page.Line{Text: p.why(p.Heard())})
	}
	return s
}
