package decisions

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/workday"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/decisions"
)

// most is how many decisions of a year are listed; a province has some fifty.
const most = 200

// firstYear is where turning back ends: earlier decisions are few and nobody's question.
const firstYear = 2008

// screen is a year of one agency, or of all where none is configured; or the decisions with
// words in number or title, of all agencies and years; or those with a procedure.
type screen struct {
	page.Base
	page.Asking[decision.List]
	of   page.Decisions // zero for a year
	year int            // 0 beside words and a procedure
	doc  view.Document  // of what stands above the list
	rows page.Choices
	tall page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Decision.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Decision.In(t).TopicHint },
	To: page.Decisions{},
}

// New makes the page: of the decisions asked for or, without, of this year.
func New(env *page.Env, of page.Decisions) page.Page {
	p := &screen{Base: page.NewBase(env), of: of}
	if of == (page.Decisions{}) {
		p.year = p.thisYear()
	}
	return p
}

// Start asks for the year.
func (p *screen) Start() tea.Cmd {
	svc, q := p.Service, p.query()
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[decision.List], error) { return svc.Decisions(ctx, q) })
}

// query is what the page shows.
func (p *screen) query() decision.Query {
	switch {
	case p.of.Procedure != "":
		return decision.Query{Procedure: p.of.Procedure, Number: p.of.Number, Field: p.of.Field, Limit: decision.DefaultLimit}
	case p.of.Words != "":
		return decision.Query{Agency: decision.All, Words: p.of.Words, Limit: decision.DefaultLimit}
	}
	return decision.Query{Year: p.year, Count: true, Limit: most}
}

// Leave stops asking.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string { return topic.Decision.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t, w := &p.Texts.Screen, topic.Decision.In(p.Texts)
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	if p.Wait.On() {
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	}
	var keys []parts.Key
	if p.Answer == nil {
		keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	}
	if !p.Touch && len(p.rows.Rows) > 0 {
		keys = append(keys, parts.Key{Label: "Enter", Text: w.KeyOpen, Press: "enter"})
	}
	switch {
	case p.year == 0:
	case p.Touch:
		// In a lobby the arrows move the focus.
		keys = append(keys, parts.Key{Text: w.KeyEarlier, Press: "left"})
		if p.year < p.thisYear() {
			keys = append(keys, parts.Key{Text: w.KeyLater, Press: "right"})
		}
	default:
		keys = append(keys, parts.Key{Label: "←→", Text: w.KeyYear, Press: "left"})
	}
	keys = append(keys, esc)
	return append(keys, p.TakeKeys(decision.PortalPage)...)
}

func (p *screen) thisYear() int { return p.Service.Now().In(workday.Zone).Year() }

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[decision.List]:
		if p.Take(msg) {
			p.rows.At, p.tall.Scroll = 0, page.Scroll{}
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

func (p *screen) key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := strings.ToLower(msg.String()); k {
	case "esc":
		return p.Back()
	case "r":
		if !p.Wait.On() {
			return p.Start()
		}
	case "left":
		return p.turn(-1)
	case "right":
		return p.turn(+1)
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
	return nil
}

// turn shows another year.
func (p *screen) turn(by int) tea.Cmd {
	if p.year == 0 {
		return nil
	}
	year := min(max(p.year+by, firstYear), p.thisYear())
	if year == p.year {
		return nil
	}
	p.year, p.Answer, p.rows = year, nil, page.Choices{}
	return p.Start()
}

func (p *screen) open(row int) tea.Cmd {
	if p.Answer == nil || row < 0 || row >= len(p.Answer.Value.Decisions) {
		return nil
	}
	d := p.Answer.Value.Decisions[row]
	return p.Open(page.Make(func(env *page.Env) page.Page { return newDetail(env, d.ID, d.Title) }))
}

// words puts the answer into the language of the moment.
func (p *screen) words() {
	if p.Answer == nil {
		return
	}
	e := p.ViewEnv()
	p.doc = decisions.List(*p.Answer, p.query(), e)
	v := p.Answer.Value
	p.rows.Rows = make([]parts.Row, len(v.Decisions))
	for i, d := range v.Decisions {
		r := decisions.InBrief(d, v, e)
		p.rows.Rows[i] = parts.Row{Name: r.Name, Quiet: r.Quiet}
	}
}
