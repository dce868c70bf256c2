package home

import (
	"fmt"
	"strconv"

	"motcua/tui/parts"
)

// drawLean draws the page for a connection on which each byte counts: all targets one below
// another, without frames, so that a moved marker changes two cells of two lines.
func (h *screen) drawLean(s *parts.Sheet) {
	t, st := &h.Texts.Screen, h.Styles
	known := ""
	if n := h.Procedures(); n > 0 {
		known = fmt.Sprintf(t.CatalogueOf, h.Texts.Number(int64(n)))
	}
	hint := []string{st.Base.Render(parts.Cut(t.HomeHint, s.Width))}
	if s.Width < roomyHome {
		hint[0] = st.Base.Render(parts.Cut(t.ShortHint, s.Width))
	}
	if down := h.down(s.Width); len(down) > 0 {
		hint = hint[:0]
		for _, l := range down {
			hint = append(hint, st.Warn.Render(l))
		}
	}
	// Free lines go first to the questions, then to the names.
	spare := s.Height - len(hint) - 2 - 2 - 1 - len(h.popular) - 1
	free := func(lines int) int {
		if spare < lines {
			return 0
		}
		spare -= lines
		return lines
	}
	below, between := free(2)/2, free(2)/2
	top, apart := free(1), 0
	if len(h.popular) > 0 {
		apart = free(len(h.popular)-1) / max(len(h.popular)-1, 1)
	}
	y := top
	for i, q := range [][2]string{{t.AskDossier, t.DossierHint}, {t.AskProcedure, known}} {
		h.target(s, y, i, st.Strong.Render(parts.Cut(q[0], s.Width-6)))
		if y++; below > 0 {
			s.Put(6, y, st.Base.Render(parts.Cut(q[1], s.Width-6)))
			y++
		}
		y += between
	}
	y += 1 - between
	for _, l := range hint {
		s.Put(0, y, l)
		y++
	}
	if len(h.popular) == 0 {
		return
	}
	y++
	s.Put(0, y, st.Heading.Render(t.OftenAsked))
	y += 1 + free(1)
	for i := range h.popular {
		h.target(s, y, i+2, st.Base.Render(short(h.name(i), s.Width-6)))
		y += 1 + apart
	}
}

// target draws a line that can be chosen: a marker, its key and its name.
func (h *screen) target(s *parts.Sheet, y, n int, name string) {
	marker := "  "
	if h.focus == n {
		marker = "▸ "
	}
	key := strconv.Itoa(n + 1)
	s.Target(0, y, h.Styles.Base.Render(marker)+h.Styles.CardKey.Render(" "+key+" ")+h.Styles.Base.Render(" ")+name, key)
}
