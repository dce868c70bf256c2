package help

import (
	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// screen says what can be done here, which keys there are and, with sample data, which
// codes to try.
type screen struct {
	page.Base
	below func() []parts.Key // the keys of the page from which it was opened
	tall  page.Tall
}

// stopPadding turns padding off, once or permanently: ssh_config(5), since OpenSSH 9.5.
var stopPadding = []string{"ssh -o ObscureKeystrokeTiming=no ...", "~/.ssh/config:  ObscureKeystrokeTiming no"}

// New returns the page; below returns the keys of the page from which it is opened, in the
// current language.
func New(env *page.Env, below func() []parts.Key) page.Page {
	return &screen{Base: page.NewBase(env), below: below}
}

func (h *screen) Crumb() string { return h.Texts.Screen.HelpTitle }

func (h *screen) Keys() []parts.Key {
	return append(h.ScrollKeys(h.tall), parts.Key{Label: "Esc", Text: h.Texts.Screen.KeyBack, Press: "esc"})
}

func (h *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.WheelMsg:
		h.tall.By(msg.By * page.WheelLines)
	case tea.KeyPressMsg:
		if msg.String() == "esc" {
			return h.Back()
		}
		h.tall.Key(msg)
	}
	return nil
}

// Layout lays out the page at its full height.
func (h *screen) Layout(width, height int) {
	draw := h.draw
	if h.Touch {
		draw = h.drawLobby
	}
	h.LayTall(&h.tall, width, height, draw)
}

func (h *screen) Sheet() *parts.Sheet { return h.DrawTall(h.tall) }

// draw draws what can be done and which keys there are.
func (h *screen) draw(width int) *parts.Sheet {
	t, st := &h.Texts.Screen, h.Styles
	tall := parts.NewSheet(width, page.Tallest, st.Base)
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
	if keys := h.below(); len(keys) > 0 {
		f.Write(st.Heading, t.HelpHere)
		for _, k := range keys {
			h.pair(&f, k.Label, 8, k.Text)
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
			h.pair(&f, sample.Code, h.codeColumn(), sample.Shows(h.Texts.Lang))
		}
		f.Gap(1)
	}
	f.Write(st.Heading, t.HelpPress)
	for _, k := range t.HelpKeys {
		h.pair(&f, k[0], 8, k[1])
	}
	if h.Staff {
		h.pair(&f, "F6", 8, h.Texts.Follow.Help)
		h.pair(&f, "V", 8, h.Texts.Review.HelpWhy)
		if h.Marks != nil {
			h.pair(&f, "X", 8, h.Texts.Review.HelpMark)
		}
	}
	return tall
}

// codeColumn returns the width of the column of sample codes, because the older forms are
// longer than today's.
func (h *screen) codeColumn() int {
	column := 27
	for _, sample := range h.Samples {
		column = max(column, parts.Width(sample.Code)+1)
	}
	return column
}

// pair draws a line with two columns.
func (h *screen) pair(f *parts.Flow, left string, column int, right string) {
	width := f.Width
	f.Sheet.Put(2, f.Y, h.Styles.Strong.Render(left))
	f.X, f.Width = 2+column+1, width-column-3
	f.Write(h.Styles.Base, right)
	f.X, f.Width = 0, width
}

func (h *screen) Scrolling() *page.Scroll { return &h.tall.Scroll }
