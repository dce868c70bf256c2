package ranks

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"motcua/client"
	"motcua/client/rank"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/ranks"
)

// screen shows the ranks.
type screen struct {
	page.Base
	page.Asking[rank.Result]
	tall page.Tall
}

// Topic is the question that this page answers.
var Topic = page.Topic{
	Name: func(t *text.Texts) string { return topic.Ranks.In(t).Topic }, Hint: func(t *text.Texts) string { return topic.Ranks.In(t).TopicHint },
	To: page.Make(New),
}

// New makes the page.
func New(env *page.Env) page.Page { return &screen{Base: page.NewBase(env)} }

// Start asks for the ranks of this place.
func (p *screen) Start() tea.Cmd {
	svc := p.Service
	return p.Begin(p.Base, func(ctx context.Context) (client.Answer[rank.Result], error) {
		return svc.Ranks(ctx, rank.Query{Near: true})
	})
}

// Leave stops asking.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string { return topic.Ranks.In(p.Texts).Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.Wait.On():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.Answer == nil:
		return []parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}
	default:
		return append(p.ScrollKeys(p.tall), esc)
	}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[rank.Result]:
		p.Asking.Take(msg)
	case page.TickMsg:
		return p.Wait.Ticked(p.Env, p.Number())
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		switch strings.ToLower(msg.String()) {
		case "esc":
			return p.Back()
		case "r":
			if !p.Wait.On() && p.Answer == nil {
				return p.Start()
			}
		}
		p.tall.Key(msg)
	}
	return nil
}

// Layout lays the page, however tall.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	p.LayTall(&p.tall, width, height, p.draw)
}

func (p *screen) Sheet() *parts.Sheet { return p.DrawTall(p.tall) }

// Scrolling is how far down the page is.
func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }

func (p *screen) draw(width int) *parts.Sheet {
	st := p.Styles
	s := parts.NewSheet(width, page.Tallest, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 100)}
	switch {
	case p.Answer != nil:
		p.drawLines(&f)
	case p.Wait.On():
		p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
	case p.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, ranks.Error(p.Err, "", p.ViewEnv()))
	}
	return s
}

// drawLines draws the lines with their columns, each index over its own years.
func (p *screen) drawLines(f *parts.Flow) {
	st, e, r := p.Styles, p.ViewEnv(), p.Answer.Value
	doc := ranks.Document(*p.Answer, e)
	said := map[string]bool{}
	for n, i := range rank.Indexes() {
		lines := r.Of(i)
		if len(lines) == 0 {
			continue
		}
		what := doc.Get("what-" + string(i))
		if n > 0 {
			f.Gap(1)
		}
		f.Write(st.Heading, what.Head)
		f.Write(st.Quiet, what.String())
		first, last := rank.Result{Lines: lines}.Span()
		for _, l := range lines {
			f.Gap(1)
			c := ranks.Of(l, first, last, max((f.Width-labels)/column, 1), tallOf, e)
			head := []string{parts.Write(st.Strong, f.Width, doc.Get(ranks.Key(l)).Head)}
			if into := doc.Words("merged-" + l.Unit); into != "" && !said[into] {
				said[into] = true
				head = append(head, parts.Write(st.Base, f.Width, into))
			}
			p.drawChart(f, append(head, parts.Write(st.Quiet, f.Width, ranks.Caption(c.ByRank, e))), c)
			f.Write(st.Quiet, doc.Words("sources-"+ranks.Key(l)))
		}
	}
	f.Gap(1)
	f.Write(p.Tone(doc.Get("source").Tone), doc.Words("source"))
}

// The chart's measures in cells. A column takes "63/63" or "73,92" with a blank.
const (
	labels = 7
	column = 6
	bar    = 4
	tallOf = 3 // lines of the highest column
)

// drawChart draws what is said above the columns, and the columns with their years, places and
// scores. All of it is on one page of a lobby's screen where a page has the room: columns
// without a name, and half a column, say something else.
func (p *screen) drawChart(f *parts.Flow, head []string, c ranks.Chart) {
	st := p.Styles
	var lines []string
	for line := tallOf - 1; line >= 0; line-- {
		var row strings.Builder
		row.WriteString(st.Base.Render(strings.Repeat(" ", labels)))
		for _, col := range c.Columns {
			face, cell := st.Info, strings.Repeat(col.Cell(line), bar)
			switch {
			case strings.TrimSpace(cell) == "":
				face = st.Base
			case col.Steps == 0:
				face, cell = st.Quiet, " "+col.Cell(line)+"  "
			}
			row.WriteString(face.Render(cell) + st.Base.Render("  "))
		}
		lines = append(lines, row.String())
	}
	t := topic.Ranks.In(p.Texts)
	figures := func(label string, of func(ranks.Column) string) {
		row := label + strings.Repeat(" ", max(labels-parts.Width(label), 0))
		for _, col := range c.Columns {
			s := of(col)
			before := max(bar-parts.Width(s), 0) / 2
			row += strings.Repeat(" ", before) + s + strings.Repeat(" ", max(column-before-parts.Width(s), 0))
		}
		lines = append(lines, st.Base.Render(strings.TrimRight(row, " ")))
	}
	figures("", func(c ranks.Column) string { return c.Year })
	if c.Ranked {
		figures(t.RankRow, func(c ranks.Column) string { return c.Rank })
	}
	if c.Scored {
		figures(t.ScoreRow, func(c ranks.Column) string { return c.Score })
	}
	above, chart := strings.Join(head, "\n"), strings.Join(lines, "\n")
	if lipgloss.Height(above)+len(lines) <= p.Height {
		f.Whole(above + "\n" + chart)
	} else {
		f.Block(above)
		f.Whole(chart)
	}
	f.Write(st.Quiet, c.Earlier)
}

func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: topic.Ranks.In(p.Texts).Title}}}
	switch {
	case p.Answer != nil:
		for _, b := range ranks.Document(*p.Answer, p.Heard()).Blocks {
			if b.Kind == view.KindTitle {
				continue
			}
			if b.Head != "" {
				s.Lines = append(s.Lines, page.Line{Text: b.Head, Of: b.Key})
			}
			for _, l := range b.Lines {
				s.Lines = append(s.Lines, page.Line{Text: l.Text.String(), Key: l.Key, Of: b.Key})
			}
		}
	case p.Wait.On():
		s.Lines = append(s.Lines, p.Waits(&p.Wait, p.Portal())...)
	case p.Err != nil:
		s.Lines = append(s.Lines, page.Line{Text: ranks.Error(p.Err, "", p.Heard())})
	}
	return s
}
