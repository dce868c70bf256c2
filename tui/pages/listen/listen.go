package listen

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// screen asks how the screen is to be read aloud, and reads this question aloud: through
// headphones, through the loudspeaker, or not at all.
type screen struct{ page.Base }

// New returns the page.
func New(env *page.Env) page.Page { return &screen{page.NewBase(env)} }

// listenTarget is an answer, or a button that changes the volume.
type listenTarget struct {
	words string
	do    func(*screen) tea.Cmd
}

// answers returns the possible answers, in the order of their digits.
func (p *screen) answers() []listenTarget {
	t := &p.Texts.Spoken
	out := []listenTarget{
		{t.No, func(p *screen) tea.Cmd { return p.begin(false) }},
		{t.Off, (*screen).end},
	}
	if p.Voice.HasHeadphones() {
		out = append([]listenTarget{{t.Yes, func(p *screen) tea.Cmd { return p.begin(true) }}}, out...)
	}
	return out
}

// targets returns the answers, followed by the buttons for the volume.
func (p *screen) targets() []listenTarget {
	t := &p.Texts.Spoken
	change := func(steps int) func(*screen) tea.Cmd {
		return func(p *screen) tea.Cmd { p.Voice.Louder(steps); return nil }
	}
	return append(p.answers(), listenTarget{t.Louder, change(+1)}, listenTarget{t.Quieter, change(-1)})
}

func (p *screen) begin(headphones bool) tea.Cmd {
	p.Voice.Begin(headphones, p.Number())
	return p.Back()
}

func (p *screen) end() tea.Cmd {
	silent := p.Texts.Spoken.Silent
	p.Voice.End()
	return tea.Sequence(p.Back(), func() tea.Msg { return page.NoticeMsg(silent) })
}

// question returns the question of the page; without headphones they are not offered.
func (p *screen) question() string {
	if p.Voice.HasHeadphones() {
		return p.Texts.Spoken.Question
	}
	return p.Texts.Spoken.Title + "?"
}

func (p *screen) explain() string {
	if p.Voice.HasHeadphones() {
		return p.Texts.Spoken.Explain
	}
	return p.Texts.Spoken.ExplainNone
}

func (p *screen) Crumb() string { return p.Texts.Spoken.Title }

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	return []parts.Key{
		{Label: fmt.Sprintf("1 – %d", len(p.targets())), Text: t.KeyChoose},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	id := ""
	switch msg := msg.(type) {
	case page.PressMsg:
		id = msg.ID
	case tea.KeyPressMsg:
		if id = msg.String(); id == "esc" {
			return p.Back()
		}
	}
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(p.targets()) {
		return p.targets()[n-1].do(p)
	}
	return nil
}

// Sheet draws the answers in one row and the two buttons for the volume in the next.
func (p *screen) Sheet() *parts.Sheet {
	t, st := &p.Texts.Spoken, p.Styles
	s := parts.NewSheet(p.Width, p.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(p.Width, 76)}
	f.Write(st.Title, p.question())
	f.Gap(1)
	targets, answers := p.targets(), len(p.answers())
	row := func(from, to, height int) {
		each := (f.Width - parts.ButtonGap*(to-from-1)) / (to - from)
		for i := from; i < to; i++ {
			id := strconv.Itoa(i + 1)
			b := parts.Button{ID: id, Legend: id, Text: targets[i].words, Focus: p.Focused(id), Main: i == 0}
			b.Draw(s, st, (i-from)*(each+parts.ButtonGap), f.Y, each, height)
		}
		f.Gap(height + 1)
	}
	row(0, answers, parts.ButtonHeight+2)
	row(answers, len(targets), parts.ButtonHeight)
	if p.Voice.Volume() > 0 {
		f.Write(st.Strong, fmt.Sprintf(t.Volume, p.Voice.Volume()))
	}
	f.Write(st.Base, p.explain())
	return s
}

// Speaks reads the question and its answers.
func (p *screen) Speaks() page.Spoken {
	s := page.Spoken{Lines: []page.Line{{Text: p.question()}}}
	for i, target := range p.targets() {
		s.Lines = append(s.Lines, p.Pressing(strconv.Itoa(i+1), target.words))
	}
	s.Lines = append(s.Lines, page.Line{Text: p.explain()})
	return s
}

func (p *screen) NameOf(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(p.targets()) {
		return p.targets()[n-1].words
	}
	return ""
}
