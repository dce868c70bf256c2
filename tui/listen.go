package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// listenPage asks how the screen is to be read aloud, and reads the question
// aloud: through headphones, through the loudspeaker, or not at all.
type listenPage struct{ basePage }

func newListen(sh *shared) *listenPage { return &listenPage{newBase(sh)} }

// headphoned is a speaker that knows whether there are headphones; one that is
// not has them.
type headphoned interface{ HasHeadphones() bool }

func (sh *shared) hasHeadphones() bool {
	s, knows := sh.speaker().(headphoned)
	return !knows || s.HasHeadphones()
}

// listenTarget is an answer, or a way to change the volume.
type listenTarget struct {
	words string
	do    func() tea.Cmd
}

// answers are what to choose from, in the order of their digits.
func (p *listenPage) answers() []listenTarget {
	t := &p.texts.Spoken
	out := []listenTarget{
		{t.No, func() tea.Cmd { return p.begin(false) }},
		{t.Off, p.end},
	}
	if p.hasHeadphones() {
		out = append([]listenTarget{{t.Yes, func() tea.Cmd { return p.begin(true) }}}, out...)
	}
	return out
}

// targets are the answers and, behind them, the volume.
func (p *listenPage) targets() []listenTarget {
	t := &p.texts.Spoken
	change := func(steps int) func() tea.Cmd {
		return func() tea.Cmd { p.louder(steps); return nil }
	}
	return append(p.answers(), listenTarget{t.Louder, change(+1)}, listenTarget{t.Quieter, change(-1)})
}

func (p *listenPage) begin(headphones bool) tea.Cmd {
	p.listen(headphones)
	p.voice.left = p.number
	return p.back()
}

func (p *listenPage) end() tea.Cmd {
	silent := p.texts.Spoken.Silent
	p.hush()
	return tea.Sequence(p.back(), func() tea.Msg { return noticeMsg(silent) })
}

// question is what the page asks; without headphones there is no choice of them.
func (p *listenPage) question() string {
	if p.hasHeadphones() {
		return p.texts.Spoken.Question
	}
	return p.texts.Spoken.Title + "?"
}

func (p *listenPage) explain() string {
	if p.hasHeadphones() {
		return p.texts.Spoken.Explain
	}
	return p.texts.Spoken.ExplainNone
}

func (p *listenPage) Crumb() string { return p.texts.Spoken.Title }

func (p *listenPage) Keys() []parts.Key {
	t := &p.texts.Screen
	return []parts.Key{
		{Label: fmt.Sprintf("1 – %d", len(p.targets())), Text: t.KeyChoose},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *listenPage) Update(msg tea.Msg) (page, tea.Cmd) {
	id := ""
	switch msg := msg.(type) {
	case pressMsg:
		id = msg.id
	case tea.KeyPressMsg:
		if id = msg.String(); id == "esc" {
			return p, p.back()
		}
	}
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(p.targets()) {
		return p, p.targets()[n-1].do()
	}
	return p, nil
}

func (p *listenPage) View(width, height int) string { return p.Sheet(width, height).String() }

// Sheet draws the answers in a row and the two ways of the volume in the next.
func (p *listenPage) Sheet(width, height int) *parts.Sheet {
	t, st := &p.texts.Spoken, p.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 76)}
	f.Write(st.Title, p.question())
	f.Gap(1)
	targets, answers := p.targets(), len(p.answers())
	row := func(from, to, height int) {
		each := (f.Width - parts.ButtonGap*(to-from-1)) / (to - from)
		for i := from; i < to; i++ {
			id := strconv.Itoa(i + 1)
			b := parts.Button{ID: id, Legend: id, Text: targets[i].words, Focus: p.focused(id), Main: i == 0}
			b.Draw(s, st, (i-from)*(each+parts.ButtonGap), f.Y, each, height)
		}
		f.Gap(height + 1)
	}
	row(0, answers, parts.ButtonHeight+2)
	row(answers, len(targets), parts.ButtonHeight)
	if p.voice.volume > 0 {
		f.Write(st.Strong, fmt.Sprintf(t.Volume, p.voice.volume))
	}
	f.Write(st.Base, p.explain())
	return s
}

// speaks asks the question with its answers.
func (p *listenPage) speaks() spoken {
	s := spoken{lines: []line{{text: p.question()}}}
	for i, target := range p.targets() {
		s.lines = append(s.lines, p.pressing(strconv.Itoa(i+1), target.words))
	}
	s.lines = append(s.lines, line{text: p.explain()})
	return s
}
