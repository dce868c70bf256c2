package units

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

// most is how many units are listed: more than any province has.
const most = 200

// screen lists units; words in the field leave those that they mean.
type screen struct{ page.Finding[unit.Result] }

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Units.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Units.In(t).TopicHint },
	Field: true, To: page.Units{},
}

// New makes the page of all units, or of those that take the procedure of a code.
func New(env *page.Env, procedure string) page.Page {
	p := &screen{}
	p.Listing = page.NewListing(env, "place", page.LayoutWords)
	p.Chosen, p.Personal, p.Aloud = p.open, func(string) bool { return false }, p.aloud
	p.Finds(true, func(ctx context.Context, words string) (client.Answer[unit.Result], error) {
		return env.Service.Units(ctx, unit.Query{Words: words, Procedure: procedure, Limit: most})
	}, p.rows)
	return p
}

func (p *screen) Crumb() string { return topic.Units.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key { return p.ListKeys() }

// rows turns units into rows in the language of the moment.
func (p *screen) rows() {
	list, env := p.Found.Value.Units, p.ViewEnv()
	rows := make([]parts.Row, len(list))
	for i, u := range list {
		r := units.InBrief(u, p.Found.Value.Taking, env)
		rows[i] = parts.Row{Name: r.Name, Quiet: r.Says}
	}
	p.SetRows(rows)
}

func (p *screen) open() tea.Cmd {
	of, at := p.Found, p.List.Index
	return p.Open(page.Make(func(env *page.Env) page.Page { return newDetail(env, of, at) }))
}

// Layout lays what was found below the field.
func (p *screen) Layout(width, height int) {
	t := topic.Units.In(p.Texts)
	p.LayListing(width, height, page.Head{Label: t.Label, Example: t.Example, Line: p.drawCount})
}

// drawCount is the line between field and list.
func (p *screen) drawCount(f *parts.Flow) {
	st, says := p.Styles, p.count(p.ViewEnv())
	switch {
	case p.Wait.On() && !p.Came:
		p.Wait.Draw(f, p.Env, p.Portal(), p.Keys)
	case p.gone():
		f.Hang(st.Warn, string(view.SignStop), st.Error, says)
	case p.Err != nil && !errors.Is(p.Err, client.ErrNotFound):
		f.Hang(st.Warn, string(view.SignAction), st.Error, says)
	case p.Err != nil:
		f.Write(st.Warn, says)
	case p.Words != "" && p.Found.Value.Total > 0:
		f.Write(st.Heading, says)
		p.drawSource(f)
	default:
		f.Write(st.Base, says)
		p.drawSource(f)
	}
}

// drawSource says whose list it is and as of when. While a person types on the keyboard of a
// small lobby screen, the first office found has that line.
func (p *screen) drawSource(f *parts.Flow) {
	if p.BoardOn() && p.Height < page.TallPage && !p.Found.Stale {
		return
	}
	f.Write(p.Tone(p.sourceTone()), p.source(p.ViewEnv()))
}

// gone tells that the procedure was abolished.
func (p *screen) gone() bool {
	return p.Err == nil && p.Found.Value.Taking != nil && p.Found.Value.Taking.Abolished
}

func (p *screen) source(e view.Env) string {
	return view.Source(p.Found.Source, p.Found.AsOf, p.Found.Stale, e)
}

func (p *screen) sourceTone() view.Tone {
	if p.Found.Stale {
		return view.ToneWarn
	}
	return view.ToneQuiet
}

// count says how many units there are, or why there is none.
func (p *screen) count(e view.Env) string {
	switch {
	case errors.Is(p.Err, client.ErrNotFound) && strings.TrimSpace(p.Words) == "":
		return topic.Units.In(p.Texts).TakesNone + "."
	case p.Err != nil && !errors.Is(p.Err, client.ErrNotFound):
		return units.Error(p.Err, p.Words, e)
	case !p.Came:
		return ""
	default:
		return units.Summary(p.Found, parts.Cut(p.Words, 30), e)
	}
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{
		Lines: []page.Line{{Text: topic.Units.In(p.Texts).Title}, {Text: p.count(p.Heard()), Of: p.Words}},
		Field: &page.Field{Value: p.Typed(), After: 1},
	}
	if p.Came && p.Err == nil {
		s.Lines = append(s.Lines, page.Line{Text: p.source(p.Heard()), Of: p.Words})
	}
	if i, ok := p.Selected(); ok {
		s.Focus = page.Line{Text: p.RowAloud(i), Of: p.Words}
	}
	return s
}

// aloud is a unit for the ear.
func (p *screen) aloud(row int) string {
	r := units.InBrief(p.Found.Value.Units[row], p.Found.Value.Taking, p.Heard())
	if r.Says == "" {
		return r.Name
	}
	return r.Name + ". " + r.Says
}
