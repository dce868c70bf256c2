package quality

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/quality"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/scores"
)

// list is the units below another in one of their orders.
type list struct {
	page.Base
	of     client.Answer[quality.Report]
	orders []string
	order  int
	units  []scores.Row
	rows   page.Choices
	tall   page.Tall
}

// newList makes the page of the units below that of an answer.
func newList(env *page.Env, of client.Answer[quality.Report]) page.Page {
	p := &list{Base: page.NewBase(env), of: of, orders: scores.Orders(of.Value.Below)}
	p.words()
	return p
}

// words puts the list into the language of the moment.
func (p *list) words() {
	e := p.ViewEnv()
	p.units = scores.Rows(p.of.Value.Below, p.orders[p.order], e)
	p.rows.Rows = make([]parts.Row, len(p.units))
	for i, u := range p.units {
		p.rows.Rows[i] = parts.Row{Name: u.Placed(e), Quiet: u.Says}
	}
}

func (p *list) Crumb() string { return view.Capital(topic.Quality.In(p.Texts).KeyList) }

func (p *list) Keys() []parts.Key {
	t, w := &p.Texts.Screen, topic.Quality.In(p.Texts)
	var keys []parts.Key
	if !p.Touch {
		keys = append(keys, parts.Key{Label: "Enter", Text: t.KeyOpen, Press: "enter"})
	}
	return append(keys, parts.Key{Label: "S", Text: w.KeySort, Press: "s"}, parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"})
}

func (p *list) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
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
		case "s":
			p.order = (p.order + 1) % len(p.orders)
			p.rows.At, p.tall.Scroll = 0, page.Scroll{}
			p.words()
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
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

func (p *list) open(row int) tea.Cmd {
	if row < 0 || row >= len(p.units) || p.units[row].Code == "" {
		return nil
	}
	code, period := p.units[row].Code, p.of.Value.Period
	return p.Open(page.Make(func(env *page.Env) page.Page { return newOf(env, code, period) }))
}

// Layout lays the list, however long.
func (p *list) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, p.draw)
}

func (p *list) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *list) Scrolling() *page.Scroll { return &p.tall.Scroll }

// head are the title, the order and the period.
func (p *list) head(e view.Env) (title, order, ends string) {
	t, r := topic.Quality.In(p.Texts), &p.of.Value
	title = scores.ListTitle(&r.Sheet, e) + ", " + scores.Within(r.Period, e)
	order = fmt.Sprintf(t.ListOf, e.Texts.Number(int64(len(p.units))), scores.OrderName(p.orders[p.order], e))
	return title, order, scores.Ends(p.of, e)
}

func (p *list) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, width)
	title, order, ends := p.head(p.ViewEnv())
	f.Write(st.Title, title)
	f.Write(st.Strong, order)
	f.Write(st.Quiet, ends)
	f.Write(p.Tone(p.sourceTone()), p.source(p.ViewEnv()))
	f.Gap(1)
	p.DrawChoices(&f, &p.rows, 0, len(p.rows.Rows))
	return s
}

func (p *list) source(e view.Env) string { return view.Source(p.of.Source, p.of.AsOf, p.of.Stale, e) }

func (p *list) sourceTone() view.Tone {
	if p.of.Stale {
		return view.ToneWarn
	}
	return view.ToneQuiet
}

func (p *list) Speaks() page.Spoken {
	title, order, ends := p.head(p.Heard())
	of := p.of.Value.Sheet.Name
	s := page.Spoken{Lines: []page.Line{{Text: title, Of: of}, {Text: order, Of: of}, {Text: ends}, {Text: p.source(p.Heard()), Of: of}}}
	if !p.Touch && len(p.rows.Rows) > 0 {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Name(fmt.Sprintf("row:%d", p.rows.At)), Of: of}
	}
	return s
}

// NameOf calls a row by its unit.
func (p *list) NameOf(id string) string { return p.rows.Name(id) }
