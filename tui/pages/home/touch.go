package home

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view/units"
)

// People see the first page of a lobby from across the hall: a woven band, the two
// questions as large plates, and today's information. Nothing on it moves.

const (
	tallHome   = 22 // lines from which on there is space for a heading and a second band
	plateLeast = 5  // minimum height of a plate in lines
	plateMost  = 11 // maximum height of a plate in lines
)

// drawLobby draws it: bands, notices and the procedures that many ask about take the lines
// they need, the plates the rest.
func (h *screen) drawLobby(s *parts.Sheet) {
	st := h.Styles
	said := h.notices(s.Width)
	tall := s.Height >= tallHome
	band, foot := 2, 0
	if tall {
		band, foot = 4, 4
	}
	if h.Size > page.SizeNormal { // text is more important than decoration
		band, foot = 0, 0
	}
	heading := 0 // lines above the offers
	if tall {
		heading = 2
	}
	half := (s.Width - parts.ButtonGap) / 2
	list := h.offered(tall, half-4)
	offers := len(list)
	lines := func() []string {
		if h.Size > page.SizeNormal {
			return spread(slices.Concat(said...))
		}
		return slices.Concat(said...)
	}
	below := func() int { // the lines that the offers take
		if offers == 0 {
			return 0
		}
		return heading + (offers+1)/2*(parts.ButtonHeight+1) - 1
	}
	rest := func() int { // what is left for the plates, between two free lines
		return s.Height - band - foot - 2 - len(lines()) - below()
	}
	// On a small screen whole notices are dropped first, the least important of them the
	// first, because half a sentence helps nobody; then decoration, then offers, which the
	// search has too.
	for rest() < plateLeast {
		switch {
		case foot > 0:
			foot = 0
		case len(said) > 3:
			said = said[:len(said)-1]
		case band > 0:
			band = 0
		case offers > 0:
			offers = max(offers-2, 0)
		case len(said) > 1:
			said = said[:len(said)-1]
		default:
			said = nil
		}
		if len(said) == 0 {
			break
		}
	}
	// A very tall screen gets larger plates, and about a third of the free lines above them.
	plates := min(max(rest(), plateLeast), max(plateMost, s.Height/3))
	spare := max(rest()-plates, 0)

	y := spare/3 + band + 1
	if band > 0 {
		s.Put(-h.Hem, 0, parts.Band(st, s.Width+2*h.Hem, band))
	}
	h.drawPlates(s, y, half, plates)
	y += plates + 1 + min(spare/3, 1)
	for _, l := range lines() {
		if l != "" {
			s.Put(0, y, l)
		}
		y++
	}
	h.drawOffers(s, y, half, heading, list[:offers])
	if foot > 0 {
		s.Put(-h.Hem, s.Height-foot, parts.Band(st, s.Width+2*h.Hem, foot))
	}
}

// drawPlates draws the two questions from line y on, side by side.
func (h *screen) drawPlates(s *parts.Sheet, y, half, plates int) {
	apart := 1 // between question and hint: none where the fuller plate has no line for it
	if len(clauses(h.Texts.Lobby.First, half-6))+4 > plates || len(clauses(h.Texts.Lobby.Second, half-6))+4 > plates {
		apart = 0
	}
	first := plateLines(h.Texts.Screen.AskDossier, h.Texts.Lobby.First, half-6, plates-2, apart)
	second := plateLines(h.Texts.Screen.AskProcedure, h.Texts.Lobby.Second, half-6, plates-2, apart)
	above := max((plates-2-max(len(first), len(second)))/2, 0) // both questions stand in the same line
	h.drawPlate(s, 0, y, half, plates, above, "1", h.Texts.Screen.AskDossier, first)
	h.drawPlate(s, s.Width-half, y, half, plates, above, "2", h.Texts.Screen.AskProcedure, second)
}

// drawOffers draws the buttons of the procedures that many ask about from line y on, below a heading
// of that many lines.
func (h *screen) drawOffers(s *parts.Sheet, y, half, heading int, list []int) {
	if heading > 0 && len(list) > 0 {
		s.Put(0, y+1, h.Styles.Heading.Render(h.Texts.Screen.OftenAsked))
		y += heading
	}
	for i, n := range list {
		id := strconv.Itoa(n + 3)
		b := parts.Button{ID: id, Text: short(h.name(n), half-4), Focus: h.Focused(id)}
		if h.Keyed {
			b.Legend = id
		}
		b.Draw(s, h.Styles, i%2*(s.Width-half), y+i/2*(parts.ButtonHeight+1), half, parts.ButtonHeight)
	}
}

// offered returns which of the procedures that many ask about have a button: on a small screen
// two whose names fit.
func (h *screen) offered(tall bool, width int) []int {
	var list []int
	for i := range h.popular {
		if name, _, _ := strings.Cut(h.name(i), " ("); tall || parts.Width(name) <= width {
			list = append(list, i)
		}
	}
	if !tall {
		list = list[:min(len(list), 2)]
	}
	return list
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

// opening says whether the office is open now, where its hours could be read, and else what the
// office wrote about them.
func (h *screen) opening() string {
	if says := units.Opening(h.Posted.Open, h.ViewEnv()); says != "" {
		return says
	}
	return h.Said(h.Posted.Hours)
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
	if down := h.down(width); len(down) > 0 {
		for i, l := range down {
			down[i] = st.Warn.Render(l)
		}
		notices = append(notices, down)
	}
	write(func(l string) string { return st.Strong.Render(l) }, h.Texts.Lobby.Scan)
	said := ""
	for _, f := range []func() string{
		h.opening, func() string { return h.Said(h.Posted.Queue) },
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

// plateLines returns the lines of a plate: the question, and the hint if there is room for it.
func plateLines(question, hint string, width, room, apart int) []string {
	lines := parts.Wrap(strings.ToUpper(question), width)
	if below := clauses(hint, width); len(lines)+apart+len(below) <= room {
		lines = slices.Concat(lines, make([]string, apart), below)
	}
	return lines
}

// drawPlate draws a question, in capitals, because it is what people must see from afar, and
// what to do below it.
func (h *screen) drawPlate(s *parts.Sheet, x, y, width, height, above int, id, question string, lines []string) {
	st := h.Styles
	face, edge, b := st.ButtonMain, st.ButtonMainEdge, lipgloss.RoundedBorder()
	focus := h.Focused(id)
	if focus {
		face, edge, b = st.ButtonFocus, st.ButtonFocusEdge, lipgloss.ThickBorder()
	}
	inner, room := width-2, height-2
	words := len(parts.Wrap(strings.ToUpper(question), inner-4))
	top := strings.Repeat(b.Top, inner)
	if h.Keyed {
		top = b.Top + id + strings.Repeat(b.Top, inner-2)
	}
	rows := []string{edge.Render(b.TopLeft + top + b.TopRight)}
	for i := range room {
		text, line := "", face
		if j := i - above; j >= 0 && j < len(lines) {
			text = lines[j]
			if j >= words {
				line = face.Bold(false)
			}
			if focus && j == 0 {
				text = "▸ " + text
			}
		}
		before := max((inner-parts.Width(text))/2, 0)
		text = strings.Repeat(" ", before) + text
		rows = append(rows, edge.Render(b.Left)+line.Render(text+strings.Repeat(" ", max(inner-parts.Width(text), 0)))+edge.Render(b.Right))
	}
	rows = append(rows, edge.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner)+b.BottomRight))
	s.Target(x, y, strings.Join(rows, "\n"), id)
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
