package quality

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/quality"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view/scores"
)

// screen is a unit in a period.
type screen struct {
	page.Base
	page.Asking[quality.Report]
	unit   string
	period quality.Period // none: this year, until an answer says which
	tall   page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Quality.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Quality.In(t).TopicHint },
	To: page.Quality{},
}

// New makes the page of a unit by its code, "" for this place's province, and this year.
func New(env *page.Env, unit string) page.Page { return newOf(env, unit, quality.Period{}) }

func newOf(env *page.Env, unit string, period quality.Period) page.Page {
	return &screen{Base: page.NewBase(env), unit: unit, period: period}
}

// Start asks for the unit and the period.
func (p *screen) Start() tea.Cmd {
	svc, q := p.Service, quality.Query{Words: p.unit, Period: p.period}
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[quality.Report], error) { return svc.Quality(ctx, q) })
}

// Leave stops asking.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string {
	if p.Answer != nil {
		return scores.Name(&p.Answer.Value.Sheet, p.ViewEnv())
	}
	return topic.Quality.In(p.Texts).Title
}

func (p *screen) Keys() []parts.Key {
	t, w := &p.Texts.Screen, topic.Quality.In(p.Texts)
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	if p.Wait.On() {
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	}
	var keys []parts.Key
	if p.Answer == nil {
		keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	}
	if p.lists() {
		keys = append(keys, parts.Key{Label: "U", Text: w.KeyList, Press: "u"})
	}
	keys = append(keys, parts.Key{Label: "Y", Text: w.KeyPeriod, Press: "y"})
	if p.Answer != nil { // last: the page itself says that there is more below
		keys = append(keys, p.ScrollKeys(p.tall)...)
	}
	return append(keys, esc)
}

// lists tells whether there are units below.
func (p *screen) lists() bool { return p.Answer != nil && len(p.Answer.Value.Below) > 0 }

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[quality.Report]:
		if p.Take(msg) {
			p.period, p.tall.Scroll = p.Answer.Value.Period, page.Scroll{}
		}
	case page.TickMsg:
		return p.Wait.Ticked(p.Env, p.Number())
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *screen) key(msg tea.KeyPressMsg) tea.Cmd {
	switch strings.ToLower(msg.String()) {
	case "esc":
		return p.Back()
	case "r":
		if !p.Wait.On() && p.Answer == nil {
			return p.Start()
		}
	case "u":
		if p.lists() {
			of := *p.Answer
			return p.Open(page.Make(func(env *page.Env) page.Page { return newList(env, of) }))
		}
	case "y":
		if !p.Wait.On() {
			return p.turn()
		}
	}
	p.tall.Key(msg)
	return nil
}

// turn asks for the next of the periods that a person chooses among.
func (p *screen) turn() tea.Cmd {
	all := quality.Periods(p.Service.Now())
	next := all[0]
	for i, q := range all {
		if q == p.period {
			next = all[(i+1)%len(all)]
		}
	}
	if p.period.IsZero() { // the first answer did not come
		next = all[1]
	}
	p.period, p.Answer, p.Err, p.tall = next, nil, nil, page.Tall{}
	return p.Start()
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayTall(&p.tall, width, height, p.draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }
