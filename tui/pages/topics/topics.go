package topics

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
)

// screen lists the topics: rows with a digit on a terminal of one's own, buttons in a lobby.
type screen struct {
	page.Base
	list  []page.Topic
	focus int
	tall  page.Tall
}

// New makes the page of these topics.
func New(env *page.Env, list []page.Topic) page.Page {
	return &screen{Base: page.NewBase(env), list: list}
}

func (p *screen) Crumb() string { return topic.Topics.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	if !p.Touch && len(p.list) > 1 {
		keys = append([]parts.Key{{Label: "1 – " + strconv.Itoa(len(p.list)), Text: t.KeyChoose}}, keys...)
	}
	return keys
}

// LeadsToField tells of the keys of topics whose page has a field.
func (p *screen) LeadsToField(k tea.KeyPressMsg) bool {
	n, err := strconv.Atoi(k.Text)
	return err == nil && n >= 1 && n <= len(p.list) && p.list[n-1].Field
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.PressMsg:
		if n, err := strconv.Atoi(msg.ID); err == nil {
			return p.choose(n - 1)
		}
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "esc":
			return p.Back()
		case "up", "shift+tab":
			p.focus = (p.focus + len(p.list) - 1) % len(p.list)
		case "down", "tab":
			p.focus = (p.focus + 1) % len(p.list)
		case "enter", "space":
			return p.choose(p.focus)
		default:
			if n, err := strconv.Atoi(k); err == nil {
				return p.choose(n - 1)
			}
			p.tall.Key(msg)
		}
	}
	return nil
}

// choose opens the topic of a number, from 0.
func (p *screen) choose(n int) tea.Cmd {
	if n < 0 || n >= len(p.list) {
		return nil
	}
	return p.Open(p.list[n].To)
}

// Layout lays all topics, however many. In a lobby they stand in two columns without their hints
// where they would not all be seen otherwise. On a very large screen they are cards in two columns.
func (p *screen) Layout(width, height int) {
	draw := p.draw
	if p.Touch && width >= page.TwoColumns && p.draw(width).Depth() > height {
		draw = p.drawTwo
	}
	if cards := p.drawCards(width); width >= parts.Wide && cards.Depth() <= height {
		draw = p.drawCards
	}
	p.LayTall(&p.tall, width, height, draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := p.Flow(s, width)
	f.Write(st.Title, topic.Topics.In(p.Texts).Title)
	f.Gap(1)
	for i, t := range p.list {
		id := strconv.Itoa(i + 1)
		if p.Touch {
			b := parts.Button{ID: id, Text: t.Name(p.Texts), Quiet: t.Hint(p.Texts), Legend: id, Left: true, Focus: p.Focused(id)}
			height := max(len(b.Lines(width))+2, parts.ButtonHeight)
			b.Draw(s, st, 0, f.Y, width, height)
			f.Gap(height + 1)
			continue
		}
		marker, face := " ", st.Strong
		if i == p.focus {
			marker, face = "▸", st.Chosen(face)
		}
		f.Sheet.Target(0, f.Y, st.Base.Render(marker+" ")+st.CardKey.Render(" "+id+" ")+st.Base.Render(" ")+face.Render(parts.Cut(t.Name(p.Texts), width-6)), id)
		f.Gap(1)
		f.X, f.Width = 6, width-6
		f.Write(st.Quiet, t.Hint(p.Texts))
		f.X, f.Width = 0, width
		f.Gap(1)
	}
	return s
}

// drawTwo lays the buttons of a lobby in two columns.
func (p *screen) drawTwo(width int) *parts.Sheet {
	s := parts.NewSheet(width, page.Tallest, p.Styles.Base)
	f := p.Flow(s, width)
	f.Write(p.Styles.Title, topic.Topics.In(p.Texts).Title)
	f.Gap(1)
	each := (width - parts.ButtonGap) / 2
	for i := 0; i < len(p.list); i += 2 {
		pair := p.list[i:min(i+2, len(p.list))]
		height := parts.ButtonHeight
		buttons := make([]parts.Button, len(pair))
		for j, t := range pair {
			id := strconv.Itoa(i + j + 1)
			buttons[j] = parts.Button{ID: id, Text: t.Name(p.Texts), Legend: id, Left: true, Focus: p.Focused(id)}
			height = max(height, len(buttons[j].Lines(each))+2)
		}
		for j, b := range buttons {
			b.Draw(s, p.Styles, j*(each+parts.ButtonGap), f.Y, each, height)
		}
		f.Gap(height + 1)
	}
	return s
}

// cardHeight is the height of a card, with free lines around its name and hint.
const cardHeight = 8

// drawCards lays the topics as cards in two columns.
func (p *screen) drawCards(width int) *parts.Sheet {
	s := parts.NewSheet(width, page.Tallest, p.Styles.Base)
	f := p.Flow(s, width)
	f.Write(p.Styles.Title, topic.Topics.In(p.Texts).Title)
	f.Gap(1)
	each := (width - parts.ButtonGap) / 2
	for i, t := range p.list {
		id := strconv.Itoa(i + 1)
		x, y := i%2*(width-each), f.Y+i/2*(cardHeight+1)
		if p.Touch {
			b := parts.Button{ID: id, Text: t.Name(p.Texts), Legend: id, Left: true, Focus: p.Focused(id)}
			hint := parts.Wrap(t.Hint(p.Texts), each-5) // a button has two lines for it
			if b.Second = hint[0]; len(hint) > 1 {
				b.Quiet = strings.Join(hint[1:], " ")
			}
			b.Draw(s, p.Styles, x, y, each, cardHeight)
			continue
		}
		parts.Card{ID: id, Key: id, Title: t.Name(p.Texts), Hint: t.Hint(p.Texts), Focus: i == p.focus}.
			Draw(s, p.Styles, x, y, each, cardHeight)
	}
	return s
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Topics.In(p.Texts).Title}}}
	for i, t := range p.list {
		s.Lines = append(s.Lines, p.Pressing(strconv.Itoa(i+1), t.Name(p.Texts)))
	}
	if !p.Touch {
		s.Focus = page.Line{Lead: p.Texts.Spoken.FocusOn(), Text: p.list[p.focus].Name(p.Texts)}
	}
	return s
}

// NameOf calls a button by its topic.
func (p *screen) NameOf(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n >= 1 && n <= len(p.list) {
		return p.list[n-1].Name(p.Texts)
	}
	return ""
}
