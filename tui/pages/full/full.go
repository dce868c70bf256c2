package full

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/procedures"
)

// screen shows the whole official text of a procedure, section by section, without leaving
// anything out.
type screen struct {
	page.Base
	answer client.Answer[client.Procedure]
	made   procedures.Made
	doc    view.Document // as shown, in the current language
	at     int           // the section on the page
	head   *parts.Sheet  // the laid out part above and beside the section
	x, y   int           // where the section begins
	tall   page.Tall
}

// New returns the page for an answer.
func New(env *page.Env, a client.Answer[client.Procedure]) page.Page {
	p := &screen{Base: page.NewBase(env), answer: a}
	p.words()
	return p
}

func (p *screen) Crumb() string { return p.Texts.Screen.FullTitle }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	if p.Touch {
		return []parts.Key{
			{Label: "Esc", Text: t.KeyBack, Press: "esc"},
			{Text: p.Texts.Lobby.Before, Press: "left"},
			{Text: p.Texts.Lobby.After, Press: "right"},
		}
	}
	keys := append([]parts.Key{{Label: "←→", Text: t.KeySection, Press: "right"}}, p.ScrollKeys(p.tall)...)
	return append(keys, parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"})
}

// words formats the answer in the current language.
func (p *screen) words() { p.doc = p.made.Of(p.answer, procedures.Official, p.ViewEnv()) }

func (p *screen) sections() []view.Block { return p.doc.Of(view.KindSection) }

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.LangMsg:
		p.words()
		p.at = min(p.at, max(len(p.sections())-1, 0))
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		for i, s := range p.sections() {
			if msg.ID == "section:"+s.Key {
				p.at, p.tall.Scroll = i, page.Scroll{}
			}
		}
	case tea.KeyPressMsg:
		n := len(p.sections())
		switch msg.String() {
		case "esc":
			return p.Back()
		case "right", "tab":
			if n > 0 {
				p.at, p.tall.Scroll = (p.at+1)%n, page.Scroll{}
			}
		case "left", "shift+tab":
			if n > 0 {
				p.at, p.tall.Scroll = (p.at+n-1)%n, page.Scroll{}
			}
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

// sectionsColumn is the width of the list of sections where there is space for it.
const sectionsColumn = 22

// Layout lays out the section at its full height, below its heading and beside the list of
// sections.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.head, p.x, p.y = p.drawHead()
	if sections := p.sections(); len(sections) > 0 {
		p.LayTall(&p.tall, width-p.x, height-p.y, func(width int) *parts.Sheet { return p.draw(sections[p.at], width) })
	}
}

func (p *screen) Sheet() *parts.Sheet {
	s := parts.NewSheet(p.Width, p.Height, p.Styles.Base)
	s.Lay(0, 0, p.head)
	if len(p.sections()) > 0 {
		s.Lay(p.x, p.y, p.DrawTall(p.tall))
	}
	return s
}

// drawHead draws title, list of sections and heading, and returns where the section begins.
func (p *screen) drawHead() (s *parts.Sheet, x, y int) {
	st, sections := p.Styles, p.sections()
	s = parts.NewSheet(p.Width, p.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: p.Width}
	f.Write(st.Title, parts.Cut(p.doc.Words("procedure"), p.Width))
	if gone := p.doc.Words("abolished"); gone != "" {
		f.Write(st.Error, gone)
	}
	f.Gap(1)
	if len(sections) == 0 {
		f.Write(st.Base, p.Texts.Screen.NoPapers)
		return s, 0, f.Y
	}
	if p.Width >= page.TwoColumns && !p.Touch {
		p.drawContents(s, f.Y)
		x = sectionsColumn + 2
	}
	f.X, f.Width = x, p.Width-x
	f.Write(st.Heading, fmt.Sprintf("%s  %d/%d", sections[p.at].Head, p.at+1, len(sections)))
	return s, x, f.Y
}

// draw draws a whole section.
func (p *screen) draw(section view.Block, width int) *parts.Sheet {
	tall := parts.NewSheet(width, page.Tallest, p.Styles.Base)
	in := p.Flow(tall, width)
	for _, l := range section.Official {
		// Lines of a sub-item are indented further than later lines of the item.
		in.X = max(l.Indent*4-2, 0)
		in.Width = width - in.X
		face := p.Styles.Base
		if l.Strong {
			face = p.Styles.Strong
		}
		if l.Indent == 0 {
			in.Write(face, l.Text)
		} else {
			in.Item(face, l.Text)
		}
	}
	return tall
}

// drawContents draws the list of sections beside the text.
func (p *screen) drawContents(s *parts.Sheet, y int) {
	st := p.Styles
	for i, section := range p.sections() {
		marker, face := "  ", st.Link
		if i == p.at {
			marker, face = "▸ ", st.Chosen(face)
		}
		s.Target(0, y+i, st.Marker.Render(marker)+face.Render(parts.Cut(section.Head, sectionsColumn-2)), "section:"+section.Key)
	}
}

func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }
