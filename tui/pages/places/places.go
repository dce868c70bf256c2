package places

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/place"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/places"
)

// most is how many places are listed; who sees so many adds the district.
const most = 50

// screen finds places while a person types. The names are on this machine, so nothing is
// waited for.
type screen struct{ page.Finding[place.Result] }

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Place.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Place.In(t).TopicHint },
	Field: true, To: page.Places{},
}

// New makes the page; words are a name to begin with, or "".
func New(env *page.Env, words string) page.Page {
	p := &screen{}
	p.Listing = page.NewListing(env, "place", page.LayoutWords)
	p.Chosen, p.Personal, p.Aloud = p.open, func(string) bool { return false }, p.aloud
	p.Finds(false, func(ctx context.Context, words string) (client.Answer[place.Result], error) {
		return env.Service.Places(ctx, place.Query{Words: words, Limit: most})
	}, p.rows)
	p.Field.SetValue(words)
	return p
}

func (p *screen) Crumb() string { return topic.Place.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key { return p.ListKeys() }

// rows turns places into rows in the language of the moment.
func (p *screen) rows() {
	list := p.Found.Value.Places
	rows := make([]parts.Row, len(list))
	env := p.ViewEnv()
	for i, at := range list {
		r := places.InBrief(at, env)
		rows[i] = parts.Row{Name: r.Name, Quiet: r.Now, Marks: r.Matched}
	}
	p.SetRows(rows)
}

func (p *screen) open() tea.Cmd {
	of, asOf := p.Found.Value.Places[p.List.Index], p.Found.AsOf
	return p.Open(page.Make(func(env *page.Env) page.Page { return newDetail(env, of, asOf) }))
}

// Layout lays what was found below the field.
func (p *screen) Layout(width, height int) {
	t := topic.Place.In(p.Texts)
	p.LayListing(width, height, page.Head{Label: t.Label, Example: t.Example, Line: p.drawCount})
}

// drawCount is the line between field and list.
func (p *screen) drawCount(f *parts.Flow) {
	st, says := p.Styles, p.count(p.ViewEnv())
	switch {
	case p.Err != nil && !errors.Is(p.Err, client.ErrNotFound):
		f.Hang(st.Warn, string(view.SignAction), st.Error, says)
	case p.Err != nil:
		f.Write(st.Warn, says)
	case p.Words == "":
		f.Write(st.Base, says)
	default:
		f.Block(st.Heading.Render(parts.Cut(says, f.Width)))
	}
}

// count says how many places there are, why there is none, or what to type.
func (p *screen) count(e view.Env) string {
	t := topic.Place.In(p.Texts)
	switch {
	case errors.Is(p.Err, client.ErrNotFound):
		return places.None(parts.Cut(p.Words, 30), e)
	case p.Err != nil:
		return places.Error(p.Err, p.Words, e)
	case p.Words == "":
		return t.Hint
	case p.Found.Value.Total == 1:
		return t.FoundOne
	default:
		says := fmt.Sprintf(t.Found, p.Texts.Number(int64(p.Found.Value.Total)))
		if n := len(p.Found.Value.Places); n < p.Found.Value.Total {
			says += ", " + fmt.Sprintf(t.First, p.Texts.Number(int64(n)))
		}
		return says
	}
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{
		Lines: []page.Line{{Text: topic.Place.In(p.Texts).Title}, {Text: p.count(p.Heard()), Of: p.Words}},
		Field: &page.Field{Value: p.Typed(), After: 1},
	}
	if i, ok := p.Selected(); ok {
		s.Focus = page.Line{Text: p.RowAloud(i), Of: p.Words}
	}
	return s
}

// aloud is a place for the ear.
func (p *screen) aloud(row int) string {
	r := places.InBrief(p.Found.Value.Places[row], p.Heard())
	return r.Name + ". " + r.Now
}
