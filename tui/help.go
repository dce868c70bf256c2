package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// helpPage says what can be done here, which keys there are and, with sample
// data, which codes to try.
type helpPage struct {
	basePage
	scroll scroll
}

// stopPadding is typed once, or written down for good: ssh_config(5), from OpenSSH
// 9.5 on.
var stopPadding = []string{"ssh -o ObscureKeystrokeTiming=no ...", "~/.ssh/config:  ObscureKeystrokeTiming no"}

func newHelp(sh *shared) *helpPage { return &helpPage{basePage: newBase(sh)} }

func (h *helpPage) Crumb() string { return h.texts.Screen.HelpTitle }

func (h *helpPage) Keys() []parts.Key {
	t := &h.texts.Screen
	return []parts.Key{
		{Label: "↑↓", Text: t.KeyScroll, Press: "pgdown"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
	}
}

func (h *helpPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case wheelMsg:
		h.scroll.by(msg.by * wheelLines)
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			return h, h.back()
		}
		h.scroll.key(msg)
	}
	return h, nil
}

func (h *helpPage) View(width, height int) string { return h.Sheet(width, height).String() }

func (h *helpPage) Sheet(width, height int) *parts.Sheet {
	t, st := &h.texts.Screen, h.st
	s := parts.NewSheet(width, height, st.Base)
	if h.lobby() {
		h.tall(s, &h.scroll, h.lobbyHelp)
		return s
	}
	tall := parts.NewSheet(width, tallest, st.Base)
	f := parts.Flow{Sheet: tall, Width: min(width, 84)}
	section := func(heading string, lines []string) {
		f.Write(st.Heading, heading)
		for _, l := range lines {
			f.X, f.Width = 2, f.Width-2
			f.Write(st.Base, l)
			f.X, f.Width = 0, f.Width+2
		}
		f.Gap(1)
	}
	section(t.HelpWhat, t.HelpDossier)
	if h.Padded != nil && h.Padded() {
		section(t.HelpPadded, append([]string{t.HelpPadding}, stopPadding...))
	}
	section(t.HelpWhere, t.HelpCode)
	if len(h.Samples) > 0 {
		f.Write(st.Heading, t.HelpSample)
		for _, sample := range h.Samples {
			h.pair(&f, sample.Code, h.codeColumn(), sample.Shows(h.texts.Lang))
		}
		f.Gap(1)
	}
	f.Write(st.Heading, t.HelpPress)
	for _, k := range t.HelpKeys {
		h.pair(&f, k[0], 8, k[1])
	}
	if h.Staff {
		h.pair(&f, "F6", 8, h.texts.Follow.Help)
		h.pair(&f, "V", 8, h.texts.Review.HelpWhy)
		if h.Marks != nil {
			h.pair(&f, "X", 8, h.texts.Review.HelpMark)
		}
	}
	h.scroll.window(s, tall, st, t.MoreBelow)
	return s
}

// codeColumn is how wide the column of the sample codes is: the older forms are
// longer than those of today.
func (h *helpPage) codeColumn() int {
	column := 27
	for _, sample := range h.Samples {
		column = max(column, parts.Width(sample.Code)+1)
	}
	return column
}

// pair is a line of two columns.
func (h *helpPage) pair(f *parts.Flow, left string, column int, right string) {
	width := f.Width
	f.Sheet.Put(2, f.Y, h.st.Strong.Render(left+strings.Repeat(" ", max(column-parts.Width(left), 0))))
	f.X, f.Width = 2+column+1, width-column-3
	f.Write(h.st.Base, right)
	f.X, f.Width = 0, width
}
