package home

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// People see the first page of a lobby from across the hall: a woven band, the two
// questions as large plates, and today's information. Nothing on it moves.

const (
	tallHome   = 22 // lines from which on there is space for offers and a second band
	plateLeast = 6  // minimum height of a plate in lines
	plateMost  = 11 // maximum height of a plate in lines
	plateDigit = 8  // columns of the digit on a plate, with the space around it
)

// drawLobby draws it: bands and notices take the lines they need, the plates the rest.
func (h *screen) drawLobby(s *parts.Sheet) {
	st, t := h.Styles, &h.Texts.Lobby
	said := h.notices(s.Width)
	tall := s.Height >= tallHome
	band, foot, offers := 3, 0, 0
	if h.Size > page.SizeNormal { // text is more important than decoration
		band = 0
	}
	flat := func() []string {
		if h.Size > page.SizeNormal {
			return spread(slices.Concat(said...))
		}
		return slices.Concat(said...)
	}
	notices := flat()
	// On a small screen the decoration is dropped first, then whole notices, the least
	// important first, because half a sentence helps nobody.
	if s.Height-band-2-len(notices) < plateLeast {
		band = 0
	}
	for len(said) > 1 && s.Height-band-2-len(notices) < plateLeast {
		said = said[:len(said)-1]
		notices = flat()
	}
	if tall {
		band, foot = 4, 4
		offers = len(h.popular)
	}
	rows := (offers + 1) / 2
	// Around the plates: an empty line above and below, one before the offers' heading and
	// one after each of their rows.
	rest := s.Height - band - 1 - 1 - len(notices)
	for ; rows > 0; rows-- { // the search offers all of them
		if took := 2 + rows*(parts.ButtonHeight+1); rest-took >= plateLeast {
			rest -= took
			offers = min(offers, 2*rows)
			break
		}
	}
	if rest-foot-1 < plateLeast {
		foot = 0
	}
	if foot > 0 {
		rest -= foot + 1
	}
	plates := min(max(rest, plateLeast), plateMost)
	spare := max(rest-plates, 0)

	y := min(spare/2, 2) + band + 1
	if band > 0 {
		s.Put(-h.Hem, 0, parts.Band(st, s.Width+2*h.Hem, band))
	}
	half := (s.Width - parts.ButtonGap) / 2
	pair := [2]plate{
		newPlate(half, plates, "1", h.Texts.Screen.AskDossier, []string{t.First}),
		newPlate(half, plates, "2", h.Texts.Screen.AskProcedure, h.second()),
	}
	aside, above := standing(half, plates, pair)
	h.drawPlate(s, 0, y, half, plates, aside, above, pair[0])
	h.drawPlate(s, s.Width-half, y, half, plates, aside, above, pair[1])
	y += plates + 1 + min(spare/3, 1)
	for _, l := range notices {
		if l != "" {
			s.Put(0, y, l)
		}
		y++
	}
	if rows > 0 {
		y++
		s.Put(0, y, st.Heading.Render(h.Texts.Screen.OftenAsked))
		y++
		for i := range offers {
			id := strconv.Itoa(i + 3)
			parts.Button{ID: id, Text: short(h.name(i), half-4), Legend: id, Focus: h.Focused(id)}.
				Draw(s, st, i%2*(s.Width-half), y+i/2*(parts.ButtonHeight+1), half, parts.ButtonHeight)
		}
	}
	if foot > 0 {
		s.Put(-h.Hem, s.Height-foot, parts.Band(st, s.Width+2*h.Hem, foot))
	}
}

// spread inserts an empty line between two lines.
func spread(lines []string) []string {
	var out []string
	for i, l := range lines {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, l)
	}
	return out
}

// second returns the text below the second question: two parts, joined, or only the first
// where there is little space.
func (h *screen) second() []string {
	n := h.Procedures()
	if n == 0 {
		return []string{h.Texts.Lobby.Second}
	}
	known := page.Capital(fmt.Sprintf(h.Texts.Screen.CatalogueOf, h.Texts.Number(int64(n))))
	return []string{h.Texts.Lobby.Second + "\n" + known, h.Texts.Lobby.Second + ". " + known, h.Texts.Lobby.Second}
}

// short leaves out the text in brackets when a name is too long for one line.
func short(name string, width int) string {
	if parts.Width(name) > width {
		name, _, _ = strings.Cut(name, " (")
	}
	return parts.Cut(name, width)
}

// notices returns the lines below the plates: where to scan, and today's information of the
// desk.
func (h *screen) notices(width int) [][]string {
	st := h.Styles
	var notices [][]string
	write := func(say func(string) string, words string) {
		lines := parts.CutLines(words, width, 2)
		for i, l := range lines {
			lines[i] = say(l)
		}
		notices = append(notices, lines)
	}
	write(func(l string) string { return st.Strong.Render(l) }, h.Texts.Lobby.Scan)
	said := ""
	for _, f := range []func() string{
		func() string { return h.Said(h.Posted.Hours) }, func() string { return h.Said(h.Posted.Queue) },
	} {
		switch words := f(); {
		case words == "":
		case said != "" && parts.Width(said+words)+5 <= width:
			said += "  ·  " + words
		case said != "":
			write(func(l string) string { return st.Base.Render(l) }, said)
			said = words
		default:
			said = words
		}
	}
	if said != "" {
		write(func(l string) string { return st.Base.Render(l) }, said)
	}
	if news := h.Said(h.Posted.News); news != "" {
		write(func(l string) string { return st.Info.Render(l) }, news)
	}
	if rated := h.Said(h.Posted.Quality); rated != "" {
		write(func(l string) string { return st.Base.Render(l) }, rated)
	}
	return notices
}

// plate is one of the two questions, with its digit in large type.
type plate struct {
	digit string
	words int // lines of the question, which come first
	lines []string
}

// newPlate lays out the question and the longest hint for which there is space.
func newPlate(width, height int, digit, question string, hints []string) plate {
	p := plate{digit: digit, lines: parts.Wrap(question, width-plateDigit-3)}
	p.words = len(p.lines)
	for _, hint := range hints {
		if below := clauses(hint, width-plateDigit-3); len(p.lines)+1+len(below) <= height-2 {
			p.lines = append(append(p.lines, ""), below...)
			break
		}
	}
	return p
}

// standing returns where digit and text begin: centred for the fuller plate, and at the
// same place on the other, so that the two look like a pair.
func standing(width, height int, pair [2]plate) (aside, above int) {
	aside = width - plateDigit - 3
	above = height
	for _, p := range pair {
		for _, l := range p.lines {
			aside = min(aside, width-plateDigit-3-parts.Width(l))
		}
		above = min(above, (height-2-len(p.lines))/2)
	}
	return max(aside/2, 0), max(above, 0)
}

// drawPlate draws a plate.
func (h *screen) drawPlate(s *parts.Sheet, x, y, width, height, aside, above int, p plate) {
	st := h.Styles
	face, edge := st.ButtonMain, st.ButtonMainEdge
	focus := h.Focused(p.digit)
	if focus {
		face, edge = st.ButtonFocus, st.ButtonFocusEdge
	}
	big, _ := parts.Big(p.digit)
	inner, room := width-2, height-2
	bigAbove := (room - len(big)) / 2
	b := lipgloss.RoundedBorder()
	if focus {
		b = lipgloss.ThickBorder()
	}
	rows := []string{edge.Render(b.TopLeft + strings.Repeat(b.Top, inner) + b.TopRight)}
	for i := range room {
		left, text := face.Render(strings.Repeat(" ", plateDigit+aside)), ""
		if j := i - bigAbove; j >= 0 && j < len(big) {
			mark := " "
			if focus && j == 1 {
				mark = "▸"
			}
			left = face.Render(strings.Repeat(" ", aside+1)+mark) + parts.Blocks(face, big[j]) +
				face.Render(strings.Repeat(" ", plateDigit-2-parts.Width(big[j])))
		}
		if j := i - above; j >= 0 && j < len(p.lines) {
			text = p.lines[j]
		}
		line := face
		if i-above >= p.words {
			line = face.Bold(false)
		}
		pad := max(inner-parts.Width(left)-parts.Width(text), 0)
		rows = append(rows, edge.Render(b.Left)+left+line.Render(text+strings.Repeat(" ", pad))+edge.Render(b.Right))
	}
	rows = append(rows, edge.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner)+b.BottomRight))
	s.Target(x, y, strings.Join(rows, "\n"), p.digit)
}

// clauses breaks a hint at its comma instead of within a clause, where one line cannot hold
// it.
func clauses(hint string, width int) []string {
	lines := parts.Wrap(hint, width)
	if first, _, _ := strings.Cut(hint, "\n"); parts.Width(first) > width {
		if broken := parts.Wrap(strings.Replace(hint, ", ", ",\n", 1), width); len(broken) <= len(lines) {
			return broken
		}
	}
	return lines
}
