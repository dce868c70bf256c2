package page

import (
	"fmt"

	"motcua/tui/parts"
)

// ScrollColumn is the width of the keys beside a tall page.
const ScrollColumn = 9

// Tall is a page that may be taller than the screen: its complete sheet from the last layout,
// and the scroll position.
type Tall struct {
	Scroll
	sheet         *parts.Sheet
	width, height int // of the part that is shown
}

// LayTall lays out a tall page completely; draw draws it at a width. In a lobby scroll keys are
// placed beside a page that is taller than the screen.
func (b Base) LayTall(t *Tall, width, height int, draw func(width int) *parts.Sheet) {
	t.width, t.height = width, height
	t.sheet = draw(width)
	switch depth := t.sheet.Depth(); {
	case !b.Touch && depth > height:
		t.bound(depth, height-1) // the last line says that there is more
	case !b.Touch:
		t.bound(depth, height)
	case depth <= height:
		t.Scroll = Scroll{}
	default:
		t.sheet = draw(width - ScrollColumn - parts.ButtonGap)
		t.Settle(t.sheet.Depth(), height, t.sheet.Whole(height))
	}
}

// ScrollKeys returns the key that scrolls a tall page, or none while all of it is shown. A
// footer tells of it after the layout; in a lobby the key is beside the page.
func (b Base) ScrollKeys(t Tall) []parts.Key {
	if t.Most == 0 {
		return nil
	}
	return []parts.Key{{Label: "↑↓", Text: b.Texts.Screen.KeyScroll, Press: "pgdown"}}
}

// DrawTall draws the visible part of a tall page. In a lobby a target is shown completely or
// not at all, because half a target cannot be touched well.
func (b Base) DrawTall(t Tall) *parts.Sheet {
	out := parts.NewSheet(t.width, t.height, b.Styles.Base)
	if b.Touch {
		out.WindowWhole(0, 0, t.foot(t.height), t.Offset, t.sheet)
		if t.Most > 0 {
			b.DrawScrollKeys(out, 0, t.height, t.Scroll)
		}
		return out
	}
	height, more := t.height, b.Texts.Screen.MoreBelow
	if t.Most > 0 {
		height--
	}
	out.Window(0, 0, t.foot(height), t.Offset, t.sheet)
	if t.Offset < t.Most {
		out.Target(max(t.width-parts.Width(more), 0), height, b.Styles.Info.Render(more), parts.PressPrefix+"pgdown")
	}
	return out
}

// foot returns how many of the lines of a screen are shown. The first line of a text is not
// shown alone on the last one, because it is mostly a heading. The next page begins above it.
func (t Tall) foot(height int) int {
	if t.Offset < t.Most && t.sheet.Begins(t.Offset+height-1) {
		return height - 1
	}
	return height
}

// countedPages is the most pages that are counted beside the scroll keys. Nobody turns the
// pages of a longer list; its number would only look like work.
const countedPages = 9

// DrawScrollKeys draws the two scroll keys at the right edge. A key that cannot scroll further
// is drawn quietly and is no target.
func (b Base) DrawScrollKeys(out *parts.Sheet, y, height int, s Scroll) {
	t := &b.Texts.Lobby
	x := out.Width - ScrollColumn
	for _, k := range []struct {
		press, text string
		y           int
		on          bool
	}{
		{"pgup", t.Up, y, s.Offset > 0},
		{"pgdown", t.Down, y + height - parts.ButtonHeight, s.Offset < s.Most},
	} {
		id := parts.PressPrefix + k.press
		button := parts.Button{ID: id, Text: k.text, Focus: b.Focused(id)}
		if k.on {
			button.Draw(out, b.Styles, x, k.y, ScrollColumn, parts.ButtonHeight)
		}
	}
	if height < 2*parts.ButtonHeight+3 || len(s.tops) > countedPages {
		return
	}
	where := fmt.Sprintf(t.Where, s.page()+1, len(s.tops))
	out.Put(x+(ScrollColumn-parts.Width(where))/2, y+height/2, b.Styles.Quiet.Render(where))
}
