package why

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view/why"
)

// screen shows staff how a procedure's papers were read: each row of the source with the
// words that something was concluded from, the conclusion, and the reason.
type screen struct {
	page.Base
	page.Marking
	answer client.Answer[client.Procedure]
	view   why.View // in the current language
	at     int      // the row that has the focus
	follow bool     // scroll until it is visible
	tall   page.Tall
}

// New returns the page for an answer.
func New(env *page.Env, a client.Answer[client.Procedure]) page.Page {
	p := &screen{Base: page.NewBase(env), answer: a}
	p.words()
	return p
}

// Start asks which rows of the page are marked as wrong.
func (p *screen) Start() tea.Cmd { return p.AskMarks(p.answer.Value.Code) }

func (p *screen) Crumb() string { return p.Texts.Review.WhyTitle }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	keys := []parts.Key{
		{Label: "↑↓", Text: p.Texts.Review.KeyRow, Press: "down"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
	if p.CanMark() && len(p.view.Rows) > 0 {
		keys = append(keys, p.MarkKey())
	}
	return append(keys, parts.Key{Label: "PgUp PgDn", Text: t.KeyScroll, Press: "pgdown"})
}

// words formats the answer in the current language.
func (p *screen) words() { p.view = why.Of(p.answer, p.ViewEnv()) }

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.MarksMsg:
		return p.Take(p.Base, msg)
	case page.LangMsg:
		p.words()
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		if n, err := strconv.Atoi(strings.TrimPrefix(msg.ID, whyPrefix)); err == nil {
			p.choose(n)
		}
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p.Back()
		case "down":
			p.choose(p.at + 1)
		case "up":
			p.choose(p.at - 1)
		case "x", "X":
			if p.CanMark() && len(p.view.Rows) > 0 {
				return p.Mark(p.answer.Value.Code, p.view.Rows[p.at].Number)
			}
		case "home":
			p.choose(0)
		case "end":
			p.choose(len(p.view.Rows))
		default:
			p.tall.Key(msg)
		}
	}
	return nil
}

func (p *screen) choose(n int) {
	p.at = min(max(n, 0), max(len(p.view.Rows)-1, 0))
	p.follow = true
}

const whyPrefix = "why:"

// Layout lays out all rows at their full height, and scrolls to the focused one.
func (p *screen) Layout(width, height int) {
	p.LayTall(&p.tall, width, height, func(width int) *parts.Sheet {
		tall := p.draw(width)
		if y := tall.LineOf(whyPrefix + strconv.Itoa(p.at)); p.follow && y >= 0 {
			p.tall.Offset = max(y-1, 0)
			if p.at == 0 {
				p.tall.Offset = 0
			}
		}
		p.follow = false
		return tall
	})
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// draw draws all rows.
func (p *screen) draw(width int) *parts.Sheet {
	st, v := p.Styles, p.view
	tall := parts.NewSheet(width, page.Tallest, st.Base)
	f := parts.Flow{Sheet: tall, Width: width}
	page.Titled(&f, st, v.Name, "", v.Code)
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
	return tall
}

func (p *screen) drawRow(f *parts.Flow, i int, row why.Row, width int) {
	st := p.Styles
	marker, face := "  ", st.Base
	if i == p.at {
		marker, face = "› ", st.Chosen(face)
	}
	number := fmt.Sprintf("%d.", row.Number)
	indent := 2 + parts.Width(number) + 1
	f.Sheet.Put(0, f.Y, st.Marker.Render(marker))
	f.Sheet.Target(2, f.Y, face.Render(number), whyPrefix+strconv.Itoa(i))
	f.X, f.Width = indent, width-indent
	f.Block(p.drawMarked(row, f.Width))
	if p.Has(row.Number) {
		f.Hang(st.Warn, "!", st.Warn, p.Texts.Review.IsMarked)
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
			f.Write(st.Quiet, rd.FromWords(p.ViewEnv()))
		}
		f.Write(st.Quiet, rd.Because(p.ViewEnv()))
	}
}

// drawMarked draws a row. The words that led to the conclusion have another style, and are
// between « and » for people who cannot see styles.
func (p *screen) drawMarked(row why.Row, width int) string {
	st := p.Styles
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
