package units

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/unit"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/units"
)

// detail is one office.
type detail struct {
	page.Base
	of   client.Answer[unit.Result]
	at   int           // its row in the answer
	doc  view.Document // in the language of the moment
	tall page.Tall
}

// newDetail makes the page of a row of an answer.
func newDetail(env *page.Env, of client.Answer[unit.Result], at int) page.Page {
	s := &detail{Base: page.NewBase(env), of: of, at: at}
	s.words()
	return s
}

func (p *detail) unit() unit.Unit { return p.of.Value.Units[p.at] }

// words puts the office into the language of the moment.
func (p *detail) words() { p.doc = units.Document(p.unit(), p.of, p.ViewEnv()) }

// link is where the procedure is filed at this office, "" for none.
func (p *detail) link() string {
	if t := p.of.Value.Taking; t != nil {
		_, url := t.At(p.unit().ID)
		return url
	}
	return ""
}

func (p *detail) Crumb() string { return p.unit().Name }

func (p *detail) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := p.ScrollKeys(p.tall)
	if p.link() != "" {
		keys = append(keys, parts.Key{Label: "W", Text: p.Texts.Slip.KeyQR, Press: "w"})
	}
	if p.unit().Code != "" {
		keys = append(keys, parts.Key{Label: "E", Text: topic.Quality.In(p.Texts).Key, Press: "e"})
	}
	return append(keys, parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"})
}

func (p *detail) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		switch strings.ToLower(msg.String()) {
		case "esc":
			return p.Back()
		case "e":
			if code := p.unit().Code; code != "" {
				return p.Open(page.Quality{Unit: code})
			}
		case "w":
			if p.link() != "" {
				return p.Open(page.Take{Takeaway: page.Takeaway{Link: p.link(), What: topic.Units.In(p.Texts).File}})
			}
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
	f.Write(st.Title, p.doc.Words("unit"))
	f.Write(st.Quiet, p.doc.Words("procedure"))
	f.Gap(1)
	for _, b := range p.doc.Blocks {
		f.X, f.Width = indent, min(width-indent, 78)
		switch b.Kind {
		case view.KindTitle:
		case view.KindSentence:
			p.drawSentence(&f, b)
		default:
			f.Gap(1)
			p.DrawPart(&f, b)
		}
	}
	return s
}

// drawSentence draws whether the procedure is done online with its sign, whether the office is
// open as what is looked for first, and the rest plainly.
func (p *detail) drawSentence(f *parts.Flow, b view.Block) {
	switch {
	case b.Sign != "":
		f.Hang(p.Tone(b.Tone), string(b.Sign), p.Tone(b.Tone), b.String())
		f.Gap(1)
	case b.Key == "open":
		f.Write(p.Styles.Strong, b.String())
	case b.Key == "code":
		f.Gap(1)
		f.Write(p.Styles.Base, b.String())
	default:
		f.Write(p.Styles.Base, b.String())
	}
}

func (p *detail) Speaks() page.Spoken {
	doc := units.Document(p.unit(), p.of, p.Heard())
	var s page.Spoken
	for _, b := range doc.Blocks {
		if b.Head != "" {
			s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: p.unit().Name})
		}
		for _, l := range b.Lines {
			s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: p.unit().Name})
		}
	}
	return s
}
