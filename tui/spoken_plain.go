package tui

import (
	"regexp"
	"strings"

	"motcua/tui/view"
)

var (
	spokenLink = regexp.MustCompile(`https?://\S+`)
	// The signs of the screen, which a voice would call by the names of their
	// shapes: states, markers, arrows, frames and rules, and the dots of a masked
	// name, whose initials stay.
	spokenSigns = regexp.MustCompile(`[•\x{2190}-\x{21FF}\x{2300}-\x{23FF}\x{2500}-\x{27BF}\x{2B00}-\x{2BFF}“”„«»›‹○●✓✗▸▾…_]`)
	// From one hour or number to another.
	spokenRange  = regexp.MustCompile(`(\d)\s*[–—]\s*(\d)`)
	spokenEscape = regexp.MustCompile(`\bEsc\b`)
	spokenGaps   = regexp.MustCompile(`\s+`)
)

// plain makes a sentence of the screen one for the ear: without signs, links and
// names of keys that nobody says, and with an end.
func (sh *shared) plain(s string) string {
	t := &sh.texts.Spoken
	s = spokenLink.ReplaceAllString(s, t.Link)
	s = spokenEscape.ReplaceAllString(s, t.Escape)
	s = spokenRange.ReplaceAllString(s, "$1 "+t.To+" $2")
	s = strings.NewReplacer(" · ", ", ", "·", ", ", " – ", ", ", " — ", ", ", "Ông/bà", "Ông bà", "ông/bà", "ông bà").Replace(s)
	s = spokenSigns.ReplaceAllString(s, " ")
	s = strings.TrimSpace(spokenGaps.ReplaceAllString(s, " "))
	s = strings.NewReplacer(" .", ".", " ,", ",", " :", ":", " ?", "?", " ;", ";").Replace(s)
	s = strings.TrimRight(s, " ,;:")
	if s != "" && !strings.ContainsAny(s[len(s)-1:], ".?!") {
		s += "."
	}
	return s
}

// heard is what sentences for the ear depend on: who listens presses keys, and
// finds no button by its name.
func (sh *shared) heard() view.Env {
	e := sh.env()
	e.Medium = view.Keys
	return e
}
