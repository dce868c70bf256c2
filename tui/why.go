package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// whyPage tells staff how a procedure's papers were read: each row of the source
// with the words that something was read from, what it was read as, and why.
type whyPage struct {
	basePage
	marking
	answer client.Answer[client.Procedure]
	made   view.WhyView
	madeIn text.Lang
	at     int  // the row that has the focus
	follow bool // scroll so that it is seen
	scroll scroll
}

func newWhy(sh *shared, a client.Answer[client.Procedure]) *whyPage {
	return &whyPage{basePage: newBase(sh), answer: a}
}

// Start asks what of the page is marked as wrong.
func (p *whyPage) Start() tea.Cmd { return p.askMarks(p.answer.Value.Code) }

func (p *whyPage) Crumb() string { return p.texts.Review.WhyTitle }

func (p *whyPage) Keys() []parts.Key {
	t := &p.texts.Screen
	keys := []parts.Key{
		{Label: "↑↓", Text: p.texts.Review.KeyRow, Press: "down"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
	if p.canMark() && len(p.view().Rows) > 0 {
		keys = append(keys, p.markKey())
	}
	return append(keys, parts.Key{Label: "PgUp PgDn", Text: t.KeyScroll, Press: "pgdown"})
}

func (p *whyPage) view() *view.WhyView {
	if p.madeIn != p.texts.Lang {
		p.made, p.madeIn = view.Why(p.answer, p.env()), p.texts.Lang
	}
	return &p.made
}

func (p *whyPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case marksMsg:
		return p, p.take(p.basePage, msg)
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
	case pressMsg:
		if n, err := strconv.Atoi(strings.TrimPrefix(msg.id, whyPrefix)); err == nil {
			p.choose(n)
		}
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p, p.back()
		case "down":
			p.choose(p.at + 1)
		case "up":
			p.choose(p.at - 1)
		case "x", "X":
			if p.canMark() && len(p.view().Rows) > 0 {
				return p, p.mark(p.answer.Value.Code, p.view().Rows[p.at].Number)
			}
		case "home":
			p.choose(0)
		case "end":
			p.choose(len(p.view().Rows))
		default:
			p.scroll.key(msg)
		}
	}
	return p, nil
}

func (p *whyPage) choose(n int) {
	p.at = min(max(n, 0), max(len(p.view().Rows)-1, 0))
	p.follow = true
}

const whyPrefix = "why:"

func (p *whyPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *whyPage) Sheet(width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, p.st.Base)
	tall := parts.NewSheet(width, tallest, p.st.Base)
	p.draw(tall, width)
	if p.follow {
		p.follow = false
		if y := tall.LineOf(whyPrefix + strconv.Itoa(p.at)); y >= 0 {
			p.scroll.offset = max(y-1, 0)
			if p.at == 0 {
				p.scroll.offset = 0
			}
		}
	}
	p.scroll.window(s, tall, p.st, p.texts.Screen.MoreBelow)
	return s
}

// draw lays all rows, however tall.
func (p *whyPage) draw(s *parts.Sheet, width int) {
	st, v := p.st, p.view()
	f := parts.Flow{Sheet: s, Width: width}
	titled(&f, st, v.Name, v.Code)
	f.Write(st.Base, v.Title+": "+v.Sum)
	for i, row := range v.Rows {
		if row.Heading != "" {
			f.Gap(1)
			f.X, f.Width = 2, width-2
			f.Write(st.Heading, row.Heading)
		}
		f.Gap(1)
		p.drawRow(&f, i, row, width)
	}
	f.Gap(1)
	f.X, f.Width = 2, width-2
	f.Write(st.Quiet, v.Source)
}

func (p *whyPage) drawRow(f *parts.Flow, i int, row view.WhyRow, width int) {
	st := p.st
	marker, face := "  ", st.Base
	if i == p.at {
		marker, face = "› ", st.Selected
	}
	number := fmt.Sprintf("%d.", row.Number)
	indent := 2 + parts.Width(number) + 1
	f.Sheet.Put(0, f.Y, st.Marker.Render(marker))
	f.Sheet.Target(2, f.Y, face.Render(number), whyPrefix+strconv.Itoa(i))
	f.X, f.Width = indent, width-indent
	f.Block(p.drawMarked(row, f.Width))
	if p.has(row.Number) {
		f.Hang(st.Warn, "!", st.Warn, p.texts.Review.IsMarked)
	}
	for _, rd := range row.Readings {
		tone := st.Strong
		if rd.Kind == "close" {
			tone = st.Warn
		}
		f.X, f.Width = indent, width-indent
		f.Hang(st.Marker, "→", tone, rd.As)
		f.X, f.Width = indent+2, width-indent-2
		if len(row.Readings) > 1 {
			f.Write(st.Quiet, rd.FromWords(p.env()))
		}
		f.Write(st.Quiet, rd.Because(p.env()))
	}
}

// drawMarked is the row with the words that were read in another face, and
// between « and » for who sees no faces.
func (p *whyPage) drawMarked(row view.WhyRow, width int) string {
	st := p.st
	lines := parts.Wrap(row.Marked(), width)
	read := false
	for i, l := range lines {
		var b strings.Builder
		for l != "" {
			face, stop := st.Base, "«"
			if read {
				face, stop = st.Info, "»"
			}
			cut := strings.Index(l, stop)
			switch {
			case cut < 0:
				cut = len(l)
			case read:
				cut, read = cut+len(stop), false
			default:
				read = true
				if cut == 0 {
					continue
				}
			}
			b.WriteString(face.Render(l[:cut]))
			l = l[cut:]
		}
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}
