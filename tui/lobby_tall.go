package tui

import (
	"fmt"

	"motcua/tui/parts"
)

// scrollColumn is how wide the keys beside a tall page are.
const scrollColumn = 9

// tall shows a page that may be taller than the screen. In a lobby the keys that
// scroll stand beside it, and a target is shown whole or not at all: half of one
// is nothing to touch.
func (sh *shared) tall(out *parts.Sheet, s *scroll, draw func(width int) *parts.Sheet) {
	sheet := draw(out.Width)
	if !sh.lobby() {
		s.window(out, sheet, sh.st, sh.texts.Screen.MoreBelow)
		return
	}
	if sheet.Depth() <= out.Height {
		*s = scroll{}
		out.WindowWhole(0, 0, out.Height, 0, sheet)
		return
	}
	sheet = draw(out.Width - scrollColumn - parts.ButtonGap)
	height := out.Height
	s.settle(sheet.Depth(), height, sheet.Whole())
	out.WindowWhole(0, 0, height, s.offset, sheet)
	sh.drawScrollKeys(out, 0, height, s)
}

// drawScrollKeys are the two keys at the right edge; the one that leads nowhere
// is quiet.
func (sh *shared) drawScrollKeys(out *parts.Sheet, y, height int, s *scroll) {
	t := &sh.texts.Lobby
	x := out.Width - scrollColumn
	for _, k := range []struct {
		press, text string
		y           int
		on          bool
	}{
		{"pgup", t.Up, y, s.offset > 0},
		{"pgdown", t.Down, y + height - parts.ButtonHeight, s.offset < s.most},
	} {
		id := parts.PressPrefix + k.press
		b := parts.Button{ID: id, Text: k.text, Focus: sh.focused(id)}
		if k.on {
			b.Draw(out, sh.st, x, k.y, scrollColumn, parts.ButtonHeight)
		}
	}
	if height < 2*parts.ButtonHeight+3 {
		return
	}
	where := fmt.Sprintf(t.Where, s.page()+1, len(s.tops))
	out.Put(x+(scrollColumn-parts.Width(where))/2, y+height/2, sh.st.Quiet.Render(where))
}
