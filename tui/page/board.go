package page

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/client/code/press"
	"motcua/client/workday"
	"motcua/tui/parts"
	"motcua/tui/typing"
)

// BoardPrefix is the prefix of target ids of the on-screen keyboard's keys, FieldPrefix that of
// the fields that they type into.
const (
	BoardPrefix = "board:"
	boardType   = BoardPrefix + "type:"
	boardTone   = BoardPrefix + "tone:"
	boardDelete = BoardPrefix + "delete"
	boardLayer  = BoardPrefix + "layer"
	boardFill   = BoardPrefix + "fill:" // a part of a code at once
	FieldPrefix = "field:"
)

// Layout is the set of keys of a keyboard.
type Layout int

// The layouts.
const (
	LayoutCode Layout = iota // a dossier's code: only keys that can come next are enabled
	LayoutProof
	LayoutWords // Vietnamese
)

// Board is the keyboard below a field.
type Board struct {
	Layout Layout
	Other  bool // the second layer: letters for LayoutCode and LayoutProof, digits for LayoutWords
}

// BoardOn reports whether the keyboard is on the page. It disappears when the person types on a
// real keyboard, and a touch on the field brings it back.
func (e *Env) BoardOn() bool { return e.Touch && !e.Away }

// tall reports whether it has three rows of keys. The keyboard for words keeps that height when
// it shows digits, so that the page does not jump.
func (b Board) tall() bool { return b.Layout == LayoutWords || b.Other }

// Letters are in alphabetical order and not in that of a typewriter, because people who need
// this keyboard know the alphabet from school.
var (
	vietnamese = [...]string{"aăâbcdđeêfghijk", "lmnoôơpqrstuưvw", "xyz"}
	latin      = [...]string{"abcdefghijklm", "nopqrstuvwxyz"}
	digitRow   = "1234567890"
	// tones are shown on an "a", as in a dictionary.
	tones = [...]struct {
		name string
		text string
		tone typing.Tone
	}{
		{"huyen", "à", typing.Huyen}, {"hoi", "ả", typing.Hoi}, {"nga", "ã", typing.Nga}, {"sac", "á", typing.Sac}, {"nang", "ạ", typing.Nang},
	}
)

// keyboard returns the keys for the text in the field.
func (b Board) keyboard(e *Env, value string) parts.Keyboard {
	t := &e.Texts.Lobby
	cap1 := func(id, text string, wide int) parts.Cap { return parts.Cap{ID: id, Text: text, Wide: wide} }
	space := func(wide int) parts.Cap {
		return parts.Cap{ID: boardType + " ", Text: t.Space, Short: t.Blank, Wide: wide}
	}
	var k parts.Keyboard
	del := cap1(boardDelete, t.Delete, 2)
	switch {
	case b.Layout == LayoutWords && !b.Other:
		for _, row := range vietnamese[:2] {
			k.Rows = append(k.Rows, typeCaps(row, strings.ToUpper))
		}
		last := typeCaps(vietnamese[2], strings.ToUpper)
		for _, tone := range tones {
			last = append(last, cap1(boardTone+tone.name, tone.text, 1))
		}
		k.Rows = append(k.Rows, append(last, space(3), cap1(boardLayer, t.Digits, 2), del))
	case b.Layout == LayoutWords:
		k.Rows = [][]parts.Cap{
			typeCaps(digitRow, nil),
			append(typeCaps(".,-/", nil), space(2), cap1(boardLayer, t.Letters, 2), del),
		}
	case b.Other: // letters for a code or a proof
		for _, row := range latin {
			k.Rows = append(k.Rows, typeCaps(row, strings.ToUpper))
		}
		k.Rows = append(k.Rows, []parts.Cap{cap1(boardLayer, t.Digits, 3), del})
	case b.Layout == LayoutProof:
		k.Rows = [][]parts.Cap{typeCaps(digitRow, nil), {cap1(boardLayer, t.Letters, 3), del}}
	default:
		k.Rows = [][]parts.Cap{typeCaps(digitRow, nil), append(codeCaps(e, value), del)}
	}
	k.Pressed = e.Pressed
	b.disable(e, k, value)
	return k
}

// codeCaps returns the keys of a code that are not digits. One enters this office's own agency
// id. After an agency id only a date can come, so the keys of the last days replace those that
// can do nothing there.
func codeCaps(e *Env, value string) []parts.Cap {
	letters := parts.Cap{ID: boardLayer, Text: e.Texts.Lobby.Letters, Wide: 2}
	if agency, dash, ok := press.Agency(value); ok && (dash || agency == e.Unit) {
		return dayCaps(e, dash)
	}
	if e.Unit == "" {
		return append(typeCaps("hg.-", strings.ToUpper), letters)
	}
	own := parts.Cap{ID: boardFill + e.Unit + "-", Text: e.Unit + "-", Wide: 3, Off: value != ""}
	return append([]parts.Cap{own}, append(typeCaps("h.-", strings.ToUpper), letters)...)
}

// dayKeys is how many of the last working days have a key. With a key for this month and the
// last one, any receipt of these two months takes at most ten touches.
const dayKeys = 4

// dayCaps returns the keys of the last working days and months, as they are printed in a code.
func dayCaps(e *Env, dash bool) []parts.Cap {
	now, before := e.Service.Now().In(workday.Zone), ""
	if !dash {
		before = "-"
	}
	var caps []parts.Cap
	add := func(s string) { caps = append(caps, parts.Cap{ID: boardFill + before + s, Text: s, Fit: true}) }
	for day, n := now, 0; n < dayKeys; day = day.AddDate(0, 0, -1) {
		if e.Service.Calendar().IsWorkingDay(day) {
			add(day.Format("060102"))
			n++
		}
	}
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, workday.Zone)
	add(month.Format("0601"))
	add(month.AddDate(0, -1, 0).Format("0601"))
	return caps
}

// typeCaps returns keys that type the letters on them.
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

// disable switches off the keys that cannot come next.
func (b Board) disable(e *Env, k parts.Keyboard, value string) {
	next := code.NextTyped(value)
	_, err := code.ParseDossier(value)
	for _, row := range k.Rows {
		for i := range row {
			c := &row[i]
			typed, types := strings.CutPrefix(c.ID, boardType)
			switch {
			case c.ID == boardDelete:
				c.Off = value == ""
			case b.Layout != LayoutCode:
			case types && (len(next) > 0 || err == nil):
				// Text that was entered in another way, and not as it is printed, may be
				// corrected with any key.
				c.Off = pressNext(e, value, typed) == ""
			case c.ID == boardLayer && !b.Other:
				c.Off = len(next) > 0 && !slices.ContainsFunc(next, func(r rune) bool { return r >= 'A' && r <= 'Z' })
			}
		}
	}
}

// pressNext is press.Next for a key.
func pressNext(e *Env, value, key string) string {
	return press.Next(value, []rune(strings.ToUpper(key))[0], e.Unit)
}

// Press types a key into the field. It reports whether the target was a key of the keyboard.
func (b *Board) Press(e *Env, id string, f *parts.Field) bool {
	fill, fills := strings.CutPrefix(id, boardFill)
	switch typed, types := strings.CutPrefix(id, boardType); {
	case types && b.Layout == LayoutWords:
		f.Letter([]rune(typed)[0])
	case types && b.Layout == LayoutCode && f.AtEnd() && pressNext(e, f.Value(), typed) != "":
		f.SetValue(pressNext(e, f.Value(), typed))
	case fills:
		f.SetValue(f.Value() + fill)
	case types:
		*f, _ = f.Update(tea.PasteMsg{Content: strings.ToUpper(typed)})
	case id == boardDelete && b.Layout == LayoutWords:
		f.Delete()
	case id == boardDelete:
		*f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	case id == boardLayer:
		b.Other = !b.Other
	case strings.HasPrefix(id, boardTone):
		for _, t := range tones {
			if id == boardTone+t.name {
				f.Tone(t.tone)
			}
		}
	default:
		return false
	}
	if b.Layout == LayoutCode && b.Other && id != boardLayer {
		b.Other = false // after one letter, digits again
	}
	return true
}

// Draw draws the keyboard at the bottom of a page and returns how many lines are left above it.
func (b Board) Draw(s *parts.Sheet, on Base, value string) int {
	k := b.keyboard(on.Env, value)
	k.Focus = on.FocusOn(on.Number())
	k.Tight = s.Height-k.Height()-1 < parts.FieldHeight
	y := s.Height - k.Height()
	k.Draw(s, on.Styles, 0, y, s.Width)
	return y - 1
}

// A page with that many columns and lines has room for the keyboard beside the field and what
// was found: its rows are folded to so many shares, and its keys stay as wide as a finger.
const (
	sideColumns = 96
	sideLines   = 23
	sideShares  = 8
)

// place draws the keyboard beside the field and the list of a large page, or below them. It
// returns the columns and lines that are left for them.
func (b Board) place(s *parts.Sheet, on Base, value string) (columns, lines int) {
	if s.Width < sideColumns || s.Height < sideLines {
		return s.Width, b.Draw(s, on, value)
	}
	columns = (s.Width - parts.ButtonGap) / 2
	k := b.keyboard(on.Env, value).Folded(sideShares)
	k.Focus = on.FocusOn(on.Number())
	k.Draw(s, on.Styles, columns+parts.ButtonGap, 0, columns)
	return columns, s.Height
}

// tallBoard is the height of the keyboard with letters.
const tallBoard = 3*(parts.ButtonHeight+1) - 1

// Near returns the lines of a page from its top, and how far down they begin, where the keyboard
// stands close below so many lines, in place of at the bottom of a tall screen. Another layer of
// keys moves nothing.
func (b Board) Near(on Base, value string, above int) (lines, top int) {
	lines = above + 1 + b.keyboard(on.Env, value).Height()
	if lines > on.Height {
		return on.Height, 0
	}
	return lines, max(on.Height-above-1-tallBoard, 0) / 2
}

// CapName returns what a key of the keyboard does, as words.
func (b Board) CapName(e *Env, value, id string) string {
	t := &e.Texts.Spoken
	if typed, ok := strings.CutPrefix(id, boardType); ok {
		return t.Character([]rune(typed + " ")[0])
	}
	for i, tone := range tones {
		if id == boardTone+tone.name {
			return t.Tones[i]
		}
	}
	if fill, ok := strings.CutPrefix(id, boardFill); ok {
		return t.Spell(strings.Trim(fill, "-"))
	}
	for _, row := range b.keyboard(e, value).Rows {
		for _, c := range row {
			if c.ID == id {
				return c.Text
			}
		}
	}
	return ""
}
