package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// fullPage is the full official text of a procedure, section by section, with
// nothing of the source left out.
type fullPage struct {
	basePage
	answer client.Answer[client.Procedure]
	made   view.ProcedureView
	madeIn text.Lang
	at     int // the section on the page
	scroll scroll
}

func newFull(sh *shared, a client.Answer[client.Procedure]) *fullPage {
	return &fullPage{basePage: newBase(sh), answer: a}
}

func (p *fullPage) Crumb() string { return p.texts.Screen.FullTitle }

func (p *fullPage) Keys() []parts.Key {
	t := &p.texts.Screen
	if p.lobby() {
		return []parts.Key{
			{Label: "Esc", Text: t.KeyBack, Press: "esc"},
			{Text: p.texts.Lobby.Before, Press: "left"},
			{Text: p.texts.Lobby.After, Press: "right"},
		}
	}
	return []parts.Key{
		{Label: "←→", Text: t.KeySection, Press: "right"},
		{Label: "↑↓", Text: t.KeyScroll, Press: "pgdown"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *fullPage) sections() []view.Section {
	if p.madeIn != p.texts.Lang {
		p.made, p.madeIn = view.Procedure(p.answer, p.env()), p.texts.Lang
	}
	return p.made.Sections
}

func (p *fullPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
	case pressMsg:
		for i, s := range p.sections() {
			if msg.id == "section:"+s.ID {
				p.at, p.scroll = i, scroll{}
			}
		}
	case tea.KeyPressMsg:
		n := len(p.sections())
		switch msg.String() {
		case "esc":
			return p, p.back()
		case "right", "tab":
			if n > 0 {
				p.at, p.scroll = (p.at+1)%n, scroll{}
			}
		case "left", "shift+tab":
			if n > 0 {
				p.at, p.scroll = (p.at+n-1)%n, scroll{}
			}
		default:
			p.scroll.key(msg)
		}
	}
	return p, nil
}

func (p *fullPage) View(width, height int) string { return p.Sheet(width, height).String() }

// sectionsColumn is how wide the list of sections is where there is room.
const sectionsColumn = 22

func (p *fullPage) Sheet(width, height int) *parts.Sheet {
	st, sections := p.st, p.sections()
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	f.Write(st.Title, parts.Cut(p.made.Name, width))
	f.Gap(1)
	if len(sections) == 0 {
		f.Write(st.Base, p.texts.Screen.NoPapers)
		return s
	}
	p.at = min(p.at, len(sections)-1)
	x := 0
	if width >= twoColumns && !p.lobby() {
		p.drawContents(s, f.Y)
		x = sectionsColumn + 2
	}
	section := sections[p.at]
	f.X, f.Width = x, width-x
	f.Write(st.Heading, fmt.Sprintf("%s  %d/%d", section.Title, p.at+1, len(sections)))

	body := parts.NewSheet(width-x, height-f.Y, st.Base)
	p.tall(body, &p.scroll, func(width int) *parts.Sheet { return p.draw(section, width) })
	s.Lay(x, f.Y, body)
	return s
}

// draw lays a whole section, however tall.
func (p *fullPage) draw(section view.Section, width int) *parts.Sheet {
	tall := parts.NewSheet(width, tallest, p.st.Base)
	in := p.flow(tall, width)
	for _, l := range section.Lines {
		// What belongs to an item stands further in than the item's later lines.
		in.X = max(l.Indent*4-2, 0)
		in.Width = width - in.X
		face := p.st.Base
		if l.Strong {
			face = p.st.Strong
		}
		if l.Indent == 0 {
			in.Write(face, l.Text)
		} else {
			in.Item(face, l.Text)
		}
	}
	return tall
}

// drawContents is the list of sections beside the text.
func (p *fullPage) drawContents(s *parts.Sheet, y int) {
	st := p.st
	for i, section := range p.sections() {
		marker, face := "  ", st.Link
		if i == p.at {
			marker, face = "▸ ", st.Selected
		}
		s.Target(0, y+i, st.Marker.Render(marker)+face.Render(parts.Cut(section.Title, sectionsColumn-2)), "section:"+section.ID)
	}
}
