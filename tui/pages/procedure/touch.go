package procedure

import (
	"strconv"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// drawLobbyFold draws a target that opens and closes, and its content when it is open.
func (p *screen) drawLobbyFold(f *parts.Flow, n int, title string, inside func(*parts.Flow)) {
	sign := "▸ "
	if p.opened[n] {
		sign = "▾ "
	}
	id := page.FoldPrefix + strconv.Itoa(n)
	b := parts.Button{ID: id, Text: sign + title, Left: true, Focus: p.Focused(id)}
	height := len(b.Lines(f.Width)) + 2
	b.Draw(f.Sheet, p.Styles, f.X, f.Y, f.Width, height)
	f.Y += height
	if p.opened[n] {
		f.X, f.Width = f.X+2, f.Width-2
		inside(f)
		f.X, f.Width = f.X-2, f.Width+2
	}
	f.Gap(1)
}
