package tui

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/tui/parts"
	"motcua/tui/view"
)

// named is a page that calls its targets by their names.
type named interface{ nameOf(id string) string }

// boarded is a page whose field is typed into by a keyboard on the screen.
type boarded interface {
	keyboardOf() (b board, value string, private bool)
}

// spokenFocus is what Enter would press, by its name. It tells whether the focus
// is on anything.
func (r *Root) spokenFocus(p page) (line, bool) {
	f, t := &r.sh.face, &r.sh.texts.Spoken
	if !r.sh.lobby() || f.focus == "" || f.page != p.Number() {
		return line{}, false
	}
	name, l := "", line{}
	switch _, button := parts.KeyOf(f.focus); {
	case button:
		name = r.buttonName(f.focus)
	case isField(f.focus):
		name = t.FieldHere
	case strings.HasPrefix(f.focus, boardPrefix):
		b, ok := p.(boarded)
		if !ok {
			return line{}, false
		}
		k, value, private := b.keyboardOf()
		name = r.sh.capName(k, value, f.focus)
		l.private, l.public = private, t.KeyHidden
	default:
		if n, ok := p.(named); ok {
			name = n.nameOf(f.focus)
		}
	}
	if name == "" {
		return line{}, false
	}
	l.lead, l.text, l.of = t.FocusOn(), name, f.focus
	if _, fold := foldOf(f.focus); fold || isRow(f.focus) {
		l.lead = "" // it says itself where it is
	}
	return l, true
}

// climbAloud moves the focus up or down for somebody who does not see the page:
// they need the next row, not more of the page on the screen, which is shown as
// far as it takes.
func (r *Root) climbAloud(by int) bool {
	f := &r.sh.face
	if r.focusTarget() == "" && by > 0 {
		for _, id := range r.sheet().Targets() {
			if r.inPage(id) {
				f.focus = id
				return true
			}
		}
	}
	for before := f.focus; f.focus == before; {
		at := r.scrolledTo()
		if !r.climbOnce(by) {
			return false
		}
		if f.focus == before && r.scrolledTo() == at {
			break // neither the focus nor the page moves any more
		}
	}
	return true
}

// scrolledTo is how far down the page is shown.
func (r *Root) scrolledTo() int {
	if p, ok := r.top().(scrolled); ok {
		return p.scrolling().offset
	}
	return 0
}

// buttonName is what stands on a button of the frame.
func (r *Root) buttonName(id string) string {
	buttons := r.buttons()
	if m, ok := r.top().(*morePage); ok {
		buttons = append(buttons, m.below()...)
	}
	for _, b := range buttons {
		if b.ID == id {
			return b.Text
		}
	}
	t := &r.sh.texts.Lobby
	return map[string]string{
		parts.PressPrefix + "f11": t.More, parts.PressPrefix + "pgup": t.Up, parts.PressPrefix + "pgdown": t.Down,
	}[id]
}

// capName is what a key of the keyboard does.
func (sh *shared) capName(b board, value, id string) string {
	t := &sh.texts.Spoken
	if typed, ok := strings.CutPrefix(id, boardType); ok {
		return t.Character([]rune(typed + " ")[0])
	}
	for i, tone := range tones {
		if id == boardTone+tone.name {
			return t.Tones[i]
		}
	}
	for _, row := range b.keyboard(sh, value).Rows {
		for _, c := range row {
			if c.ID == id {
				return c.Text
			}
		}
	}
	return ""
}

func (a *askPage) keyboardOf() (board, string, bool) { return a.board, a.field.Value(), true }

func (d *dossierPage) keyboardOf() (board, string, bool) {
	if d.proof == nil {
		return d.board, "", true
	}
	return d.board, d.proof.Value(), true
}

func (p *searchPage) keyboardOf() (board, string, bool) {
	return p.board, p.field.Value(), concerns(p.field.Value())
}

func (h *homePage) nameOf(id string) string {
	t := &h.texts.Screen
	switch n, _ := strconv.Atoi(id); {
	case n == 1:
		return t.AskDossier
	case n == 2:
		return t.AskProcedure
	case n > 2 && n-3 < len(h.popular):
		return h.popular[n-3].Name
	}
	return ""
}

func (p *listenPage) nameOf(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(p.targets()) {
		return p.targets()[n-1].words
	}
	return ""
}

func (p *searchPage) nameOf(id string) string {
	if n, ok := parts.RowOf(id); ok && n < len(p.hits) {
		return p.rowName(n)
	}
	return ""
}

func isRow(id string) bool {
	_, ok := parts.RowOf(id)
	return ok
}

// rowName is a hit with its place in the list.
func (p *searchPage) rowName(n int) string {
	v := view.Hit(p.hits[n], p.env())
	return fmt.Sprintf(p.texts.Spoken.Row, n+1, len(p.hits), v.Name+", "+v.Where)
}

func (p *procedurePage) nameOf(id string) string {
	n, ok := foldOf(id)
	if !ok || n >= p.foldCount() {
		return ""
	}
	if p.opened[n] {
		return fmt.Sprintf(p.texts.Spoken.Unfolded, p.foldName(n))
	}
	return fmt.Sprintf(p.texts.Spoken.Folded, p.foldName(n))
}

func (p *fullPage) nameOf(id string) string {
	for _, s := range p.sections() {
		if id == "section:"+s.ID {
			return s.Title
		}
	}
	return ""
}

func (p *operatorPage) nameOf(id string) string {
	if n, err := strconv.Atoi(id); err == nil && n > 0 && n <= len(deeds) {
		return deeds[n-1].text(&p.texts.Hold)
	}
	return ""
}
