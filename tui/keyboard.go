package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/typing"
)

// boardPrefix marks the keys of the keyboard that is drawn on the screen, and
// fieldPrefix the fields that it types into.
const (
	boardPrefix = "board:"
	boardType   = boardPrefix + "type:"
	boardTone   = boardPrefix + "tone:"
	boardDelete = boardPrefix + "delete"
	boardLayer  = boardPrefix + "layer"
	boardAway   = boardPrefix + "away"
	fieldPrefix = "field:"
)

// layout is what a keyboard is for.
type layout int

// The layouts.
const (
	layoutCode layout = iota // a dossier's code: only what can come next is lit
	layoutProof
	layoutWords // Vietnamese
)

// board is the keyboard below a field.
type board struct {
	layout layout
	other  bool // the second layer: letters for the first two, digits for words
}

// boardOn tells whether the keyboard stands on the page. It stays until the
// person types on keys of their own, and a touch on the field brings it back.
func (sh *shared) boardOn() bool { return sh.lobby() && !sh.face.away }

// Letters stand in the order of the alphabet, not in that of a typewriter: whoever
// needs this keyboard has learnt the one at school.
var (
	vietnamese = [...]string{"aăâbcdđeêghik", "lmnoôơpqrstuư", "vxy"}
	latin      = [...]string{"abcdefghijklm", "nopqrstuvwxyz"}
	digitRow   = "1234567890"
	// tones are shown on an a, as in a dictionary.
	tones = [...]struct {
		name string
		text string
		tone typing.Tone
	}{
		{"huyen", "à", typing.Huyen}, {"hoi", "ả", typing.Hoi}, {"nga", "ã", typing.Nga}, {"sac", "á", typing.Sac}, {"nang", "ạ", typing.Nang},
	}
)

// keyboard draws up the keys for what stands in the field.
func (b board) keyboard(sh *shared, value string) parts.Keyboard {
	t := &sh.texts.Lobby
	cap1 := func(id, text string, wide int) parts.Cap { return parts.Cap{ID: id, Text: text, Wide: wide} }
	k := parts.Keyboard{Focus: sh.face.focus}
	del := cap1(boardDelete, t.Delete, 2)
	switch {
	case b.layout == layoutWords && !b.other:
		for _, row := range vietnamese[:2] {
			k.Rows = append(k.Rows, typeCaps(row, strings.ToUpper))
		}
		last := typeCaps(vietnamese[2], strings.ToUpper)
		for _, tone := range tones {
			last = append(last, cap1(boardTone+tone.name, tone.text, 1))
		}
		k.Rows = append(k.Rows, append(last, cap1(boardType+" ", t.Space, 2), cap1(boardLayer, t.Two, 1), del))
	case b.layout == layoutWords:
		k.Rows = [][]parts.Cap{
			typeCaps(digitRow, nil),
			append(typeCaps(".,-/", nil), cap1(boardType+" ", t.Space, 2), cap1(boardLayer, t.Letters, 2), del),
		}
	case b.other: // letters for a code or a proof
		for _, row := range latin {
			k.Rows = append(k.Rows, typeCaps(row, strings.ToUpper))
		}
		k.Rows = append(k.Rows, []parts.Cap{cap1(boardLayer, t.Digits, 3), del})
	case b.layout == layoutProof:
		k.Rows = [][]parts.Cap{typeCaps(digitRow, nil), {cap1(boardLayer, t.Letters, 3), del}}
	default:
		k.Rows = [][]parts.Cap{
			typeCaps(digitRow, nil),
			append(typeCaps("hg.-", strings.ToUpper), cap1(boardLayer, t.Letters, 2), del),
		}
	}
	b.quieten(k, value)
	return k
}

// typeCaps are keys that type what stands on them.
func typeCaps(row string, shown func(string) string) []parts.Cap {
	var caps []parts.Cap
	for _, r := range row {
		text := string(r)
		if shown != nil {
			text = shown(text)
		}
		caps = append(caps, parts.Cap{ID: boardType + string(r), Text: text})
	}
	return caps
}

// quieten turns off the keys that cannot come.
func (b board) quieten(k parts.Keyboard, value string) {
	next := code.NextTyped(value)
	_, err := code.ParseDossier(value)
	for _, row := range k.Rows {
		for i := range row {
			c := &row[i]
			typed, types := strings.CutPrefix(c.ID, boardType)
			switch {
			case c.ID == boardDelete:
				c.Off = value == ""
			case b.layout != layoutCode:
			case types && (len(next) > 0 || err == nil):
				// What was written by other means than these keys, and not as it
				// is printed, may be mended with any of them.
				c.Off = !slices.Contains(next, []rune(strings.ToUpper(typed))[0])
			case c.ID == boardLayer && !b.other:
				c.Off = len(next) > 0 && !slices.ContainsFunc(next, func(r rune) bool { return r >= 'A' && r <= 'Z' })
			}
		}
	}
}

// press types into the field what a key stands for. It tells whether it was a key
// of the keyboard.
func (b *board) press(id string, f *parts.Field) bool {
	switch typed, types := strings.CutPrefix(id, boardType); {
	case types && b.layout == layoutWords:
		f.Letter([]rune(typed)[0])
	case types:
		*f, _ = f.Update(tea.PasteMsg{Content: strings.ToUpper(typed)})
	case id == boardDelete && b.layout == layoutWords:
		f.Delete()
	case id == boardDelete:
		*f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	case id == boardLayer:
		b.other = !b.other
	case strings.HasPrefix(id, boardTone):
		for _, t := range tones {
			if id == boardTone+t.name {
				f.Tone(t.tone)
			}
		}
	default:
		return false
	}
	if b.layout == layoutCode && b.other && id != boardLayer {
		b.other = false // one letter, then digits again
	}
	return true
}

// draw lays the keyboard at the foot of a page and gives how many lines are left
// above it.
func (b board) draw(s *parts.Sheet, sh *shared, value string) int {
	k := b.keyboard(sh, value)
	y := s.Height - k.Height()
	k.Draw(s, sh.st, 0, y, s.Width)
	return y - 1
}
