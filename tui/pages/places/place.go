package places

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client/place"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/places"
)

// detail is one place.
type detail struct {
	page.Base
	place place.Place
	asOf  time.Time
	doc   view.Document // in the language of the moment
	tall  page.Tall
}

// newDetail makes the page of a place as of a day.
func newDetail(env *page.Env, p place.Place, asOf time.Time) page.Page {
	s := &detail{Base: page.NewBase(env), place: p, asOf: asOf}
	s.words()
	return s
}

// words puts the place into the language of the moment.
func (p *detail) words() { p.doc = places.Document(p.place, p.asOf, p.ViewEnv()) }

func (p *detail) Crumb() string { return p.place.Name }

func (p *detail) Keys() []parts.Key {
	return append(p.ScrollKeys(p.tall), parts.Key{Label: "Esc", Text: p.Texts.Screen.KeyBack, Press: "esc"})
}

func (p *detail) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			return p.Back()
		}
		p.tall.Key(msg)
	}
	return nil
}

// Layout lays the page, however tall.
func (p *detail) Layout(width, height int) { p.LayTall(&p.tall, width, height, p.draw) }

func (p *detail) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *detail) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *detail) draw(width int) *parts.Sheet {
	const indent = 2
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, width)
	f.Write(st.Title, p.doc.Words("place"))
	f.Gap(1)
	for _, b := range p.doc.Blocks {
		f.X, f.Width = indent, min(width-indent, 78)
		switch b.Kind {
		case view.KindTitle:
		case view.KindPlate:
			f.Write(st.Heading, b.Head)
			for _, l := range parts.Wrap(b.String(), f.Width-2) {
				f.Block(st.Date.Render(" " + l + " "))
			}
		case view.KindSentence:
			if b.Sign == "" {
				f.Write(p.Tone(b.Tone), b.String())
			} else {
				f.Hang(p.Tone(b.Tone), string(b.Sign), p.Tone(b.Tone), b.String())
			}
		default:
			f.Gap(1)
			p.DrawPart(&f, b)
		}
	}
	return s
}

func (p *detail) Speaks() page.Spoken {
	doc := places.Document(p.place, p.asOf, p.Heard())
	var s page.Spoken
	for _, b := range doc.Blocks {
		if b.Head != "" {
			s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: p.place.Name})
		}
		for _, l := range b.Lines {
			s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.place.Name})
		}
	}
	return s
}
