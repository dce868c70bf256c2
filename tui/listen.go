package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// listenPage asks how the screen is to be read aloud, and reads the question
// aloud: through headphones, through the loudspeaker, or not at all.
type listenPage struct {
	basePage
	focus int
}

func newListen(sh *shared) *listenPage { return &listenPage{basePage: newBase(sh)} }

// listenTargets are the answers and the two ways of the volume, in the order of
// their digits.
const listenTargets = 5

func (p *listenPage) words() [listenTargets]string {
	t := &p.texts.Spoken
	return [listenTargets]string{t.Yes, t.No, t.Off, t.Louder, t.Quieter}
}

func (p *listenPage) Crumb() string { return p.texts.Spoken.Title }

func (p *listenPage) Keys() []parts.Key {
	t := &p.texts.Screen
	return []parts.Key{
		{Label: fmt.Sprintf("1 – %d", listenTargets), Text: t.KeyChoose},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (p *listenPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch k := msg.String(); k {
		case "esc":
			return p, back
		case "up", "left", "shift+tab":
			p.focus = (p.focus + listenTargets - 1) % listenTargets
		case "down", "right", "tab":
			p.focus = (p.focus + 1) % listenTargets
		case "enter", "space":
			return p, p.choose(p.focus)
		default:
			if len(k) == 1 && k >= "1" && k[0] < '1'+listenTargets {
				return p, p.choose(int(k[0] - '1'))
			}
		}
	case pressMsg:
		if n, err := strconv.Atoi(msg.id); err == nil {
			return p, p.choose(n - 1)
		}
	}
	return p, nil
}

func (p *listenPage) choose(n int) tea.Cmd {
	switch n {
	case 0, 1:
		p.listen(n == 0)
		p.voice.left = p.number
	case 2:
		silent := p.texts.Spoken.Silent
		p.hush()
		return tea.Sequence(back, func() tea.Msg { return noticeMsg(silent) })
	case 3:
		p.louder(+1)
		return nil
	default:
		p.louder(-1)
		return nil
	}
	return back
}

func (p *listenPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *listenPage) Sheet(width, height int) *parts.Sheet {
	t, st := &p.texts.Spoken, p.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: min(width, 76)}
	f.Write(st.Title, t.Question)
	f.Gap(1)
	// Three answers in a row, the two ways of the volume in the next.
	const gap = 2
	at := 0
	for _, row := range []struct{ targets, height int }{{3, 5}, {2, 3}} {
		each := (f.Width - gap*(row.targets-1)) / row.targets
		for i := range row.targets {
			card := parts.Card{ID: strconv.Itoa(at + 1), Key: strconv.Itoa(at + 1), Title: p.words()[at], Focus: p.focus == at}
			card.Draw(s, st, i*(each+gap), f.Y, each, row.height)
			at++
		}
		f.Gap(row.height)
	}
	f.Gap(1)
	if p.voice.volume > 0 && f.Left() > 3 {
		f.Write(st.Strong, fmt.Sprintf(t.Volume, p.voice.volume))
	}
	f.Write(st.Quiet, t.Explain)
	return s
}

// speaks asks the question with its answers.
func (p *listenPage) speaks() spoken {
	t, words := &p.texts.Spoken, p.words()
	s := spoken{lines: []line{{text: t.Question}}}
	for i, w := range words {
		s.lines = append(s.lines, line{text: fmt.Sprintf(t.Press, fmt.Sprint(i+1), w)})
	}
	s.lines = append(s.lines, line{text: t.Explain})
	s.focus = line{text: fmt.Sprintf(t.Focus, words[p.focus])}
	return s
}
