// Package sitemap lists what can be done here, and opens it.
package sitemap

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
)

// screen lists all pages that a person may begin with.
type screen struct {
	page.Base
	topics []page.Topic
	to     []page.Intent // where each row leads
	rows   page.Choices
	tall   page.Tall
}

// New makes the page: the two questions of the first page, the topics, the state of the
// systems and the help.
func New(env *page.Env, topics []page.Topic) page.Page {
	p := &screen{Base: page.NewBase(env), topics: topics}
	p.words()
	return p
}

// words puts the rows into the language of the moment. A row says by which keys the page opens
// from the first one; a lobby has buttons.
func (p *screen) words() {
	t := p.Texts
	p.rows.Rows, p.to = nil, nil
	row := func(to page.Intent, name, hint, keys string) {
		if !p.Touch {
			hint = p.ViewEnv().Dotted(keys, hint)
		}
		p.rows.Rows, p.to = append(p.rows.Rows, parts.Row{Name: name, Quiet: hint}), append(p.to, to)
	}
	row(page.Ask{}, t.Screen.AskDossier, t.Screen.DossierHint, "1")
	row(page.Search{}, t.Screen.AskProcedure, topic.Notices.In(t).SearchHint, "2")
	for i, asked := range p.topics {
		row(asked.To, asked.Name(t), asked.Hint(t), "K "+strconv.Itoa(i+1))
	}
	row(page.Help{}, topic.Notices.In(t).HelpKey, topic.Notices.In(t).HelpHint, "F1")
}

func (p *screen) Crumb() string { return topic.Notices.In(p.Texts).Map }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	if !p.Touch {
		keys = append([]parts.Key{{Label: "↑↓", Text: t.KeyChoose}, {Label: "Enter", Text: t.KeyOpen, Press: "enter"}}, keys...)
	}
	return keys
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		if row, ok := parts.RowOf(msg.ID); ok && row >= 0 && row < len(p.to) {
			return p.Open(p.to[row])
		}
	case tea.KeyPressMsg:
		switch msg.String() {
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
			return p.Open(p.to[p.rows.At])
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

// Layout lays all rows, however many.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayChoices(&p.tall, &p.rows, width, height, func(width int) *parts.Sheet {
		s := parts.NewSheet(width, page.Tallest, p.Styles.Base)
		f := parts.Flow{Sheet: s, Width: min(width, 100)}
		f.Write(p.Styles.Title, topic.Notices.In(p.Texts).Map)
		f.Gap(1)
		p.DrawChoices(&f, &p.rows, 0, len(p.rows.Rows))
		return s
	})
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Notices.In(p.Texts).Map}}}
	for _, row := range p.rows.Rows {
		s.Lines = append(s.Lines, page.Line{Text: row.Name})
	}
	if !p.Touch {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.rows.Rows[p.rows.At].Name}
	}
	return s
}

// NameOf calls a row by the page that it opens.
func (p *screen) NameOf(id string) string { return p.rows.Name(id) }
