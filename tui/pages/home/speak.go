package home

import (
	"fmt"
	"strconv"
	"strings"

	"motcua/tui/page"
	"motcua/tui/view/failure"
)

func (h *screen) Speaks() page.Spoken {
	t, x := &h.Texts.Screen, &h.Texts.Spoken
	s := page.Spoken{Lines: []page.Line{{Text: x.Home}}}
	if down := failure.Known(h.Service.Sources(), h.Heard()); down != "" && !h.NoDossiers {
		s.Lines = append(s.Lines, page.Line{Text: down})
	}
	names := []string{t.AskDossier, t.AskProcedure}
	for i, n := range names {
		s.Lines = append(s.Lines, h.Pressing(strconv.Itoa(i+1), n))
	}
	var often []string
	for i := range h.popular {
		names = append(names, h.name(i))
		often = append(often, fmt.Sprintf(x.Press, strconv.Itoa(i+3), h.name(i)))
	}
	if len(often) > 0 {
		s.Lines = append(s.Lines, page.Line{Text: fmt.Sprintf(x.Often, strings.Join(often, ". "))})
	}
	if h.Touch {
		for _, say := range h.lobbyLines() {
			s.Lines = append(s.Lines, page.Line{Text: say})
		}
	}
	s.Lines = append(s.Lines, page.Line{Text: x.HomeMore})
	s.Focus = page.Line{Lead: x.FocusOn(), Text: names[min(h.focus, len(names)-1)]}
	return s
}

// lobbyLines returns where to scan, the opening hours, the queue and the news.
func (h *screen) lobbyLines() []string {
	return []string{h.Texts.Lobby.Scan, h.opening(), h.Said(h.Posted.Queue), h.Said(h.Posted.News), h.Said(h.Posted.Quality)}
}

func (h *screen) NameOf(id string) string {
	t := &h.Texts.Screen
	switch n, _ := strconv.Atoi(id); {
	case n == 1:
		return t.AskDossier
	case n == 2:
		return t.AskProcedure
	case n > 2 && n-3 < len(h.popular):
		return h.name(n - 3)
	}
	return ""
}
