package help

import (
	"motcua/tui/page"
	"motcua/tui/parts"
)

// drawLobby draws what can be done here and how to use the screen.
func (h *screen) drawLobby(width int) *parts.Sheet {
	t, l, st := &h.Texts.Screen, &h.Texts.Lobby, h.Styles
	tall := parts.NewSheet(width, page.Tallest, st.Base)
	f := h.Flow(tall, min(width, 84))
	section := func(heading string, lines []string) {
		f.Write(st.Heading, h.Apart(heading, f.Width))
		for _, l := range lines {
			f.X, f.Width = 2, f.Width-2
			f.Write(st.Base, l)
			f.X, f.Width = 0, f.Width+2
		}
		f.Gap(1)
	}
	section(t.HelpWhat, l.What)
	section(l.TouchHead, l.Touch)
	section(t.HelpWhere, l.Code)
	if len(h.Samples) > 0 {
		f.Write(st.Heading, h.Apart(t.HelpSample, f.Width))
		for _, sample := range h.Samples {
			h.pair(&f, sample.Code, h.codeColumn(), sample.Shows(h.Texts.Lang))
		}
	}
	return tall
}
