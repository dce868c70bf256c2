package procedure

import (
	"fmt"
	"strconv"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// rareFold is the one button of a lobby's page that opens everything that only some people
// need. On a small screen a button for each would push time and cost from the first page.
const rareFold = 0

// drawLobbyPapers draws what to bring, and below it one button for what only some need.
func (p *screen) drawLobbyPapers(f *parts.Flow, blocks []view.Block, apart int) {
	var rare []view.Block
	for i, b := range blocks {
		if i > 0 && b.Head != "" && b.Kind != view.KindCase && !folded(b) {
			f.Gap(apart)
		}
		switch {
		case folded(b):
			rare = append(rare, b)
		case b.Kind == view.KindCase:
			f.Gap(1)
			p.drawCase(f, b)
		default:
			p.drawWhole(f, func(in *parts.Flow) {
				if b.Head != "" {
					in.Write(p.Styles.Heading, b.Head)
				}
				p.drawList(in, b)
			})
		}
	}
	if len(rare) == 0 {
		return
	}
	f.Gap(apart)
	p.drawLobbyFold(f, p.rareName(), func(in *parts.Flow) {
		for i, b := range rare {
			if i > 0 {
				in.Gap(apart)
			}
			p.drawWhole(in, func(in *parts.Flow) {
				in.Write(p.Styles.Heading, checklistHead(b, p.Texts))
				if b.Key != "notes" {
					p.drawList(in, b)
					return
				}
				for _, n := range b.Items() {
					in.Hang(p.Styles.Base, "•", p.Styles.Base, n)
				}
			})
		}
	})
}

// rareName is the title of that button: the only fold's own, or how many there are.
func (p *screen) rareName() string {
	if folds := p.folds(); len(folds) == 1 {
		return checklistHead(folds[0], p.Texts)
	}
	return fmt.Sprintf(p.Texts.Lobby.Rare, p.foldCount())
}

// wholeMost is how many lines a block may have that is never cut by the edge of the screen.
const wholeMost = 9

// drawWhole draws a heading with what belongs to it, so that neither stands alone at the foot
// of a page.
func (p *screen) drawWhole(f *parts.Flow, draw func(*parts.Flow)) {
	apart := parts.NewSheet(f.Width, page.Tallest, p.Styles.Base)
	in := parts.Flow{Sheet: apart, Width: f.Width}
	draw(&in)
	depth := apart.Depth()
	if depth == 0 || depth > wholeMost {
		draw(f)
		return
	}
	block := parts.NewSheet(f.Width, depth, p.Styles.Base)
	block.Lay(0, 0, apart)
	f.Sheet.PutWhole(f.X, f.Y, block.String())
	f.Y += depth
}

// drawLobbyFold draws a target that opens and closes, and its content when it is open.
func (p *screen) drawLobbyFold(f *parts.Flow, title string, inside func(*parts.Flow)) {
	sign := "▸ "
	if p.isOpen(rareFold) {
		sign = "▾ "
	}
	id := page.FoldPrefix + strconv.Itoa(rareFold)
	b := parts.Button{ID: id, Text: sign + title, Left: true, Focus: p.Focused(id)}
	height := len(b.Lines(f.Width)) + 2
	b.Draw(f.Sheet, p.Styles, f.X, f.Y, f.Width, height)
	f.Y += height
	if p.isOpen(rareFold) {
		inside(f)
	}
	f.Gap(1)
}
