package kiosk

import (
	"regexp"
	"strings"
)

var (
	spokenLink = regexp.MustCompile(`https?://\S+`)
	// Characters that a voice would read by the names of their shapes: bullets, quotes and
	// dotted lines in texts of portals and operators, the triangles of our scroll buttons,
	// and the dots of a masked name, whose initials stay.
	spokenSigns = regexp.MustCompile(`[•\x{2190}-\x{21FF}\x{2300}-\x{23FF}\x{2500}-\x{27BF}\x{2B00}-\x{2BFF}“”„«»›‹○●✓✗▸▾…_]`)
	// A range of times or numbers.
	spokenRange = regexp.MustCompile(`(\d)\s*[–—]\s*(\d)`)
	spokenGaps  = regexp.MustCompile(`\s+`)
)

// plain prepares a sentence for reading aloud: it removes what portals and operators put
// into their texts for the eye, such as links and bullets, and adds an end. Our own
// sentences are already written for the ear (view.Ear), except for the slash in the form of
// address.
func (v *reader) plain(s string) string {
	t := &v.env.Texts.Spoken
	s = spokenLink.ReplaceAllString(s, t.Link)
	s = spokenRange.ReplaceAllString(s, "$1 "+t.To+" $2")
	s = strings.NewReplacer(" – ", ", ", " — ", ", ", "Ông/bà", "Ông bà", "ông/bà", "ông bà").Replace(s)
	s = spokenSigns.ReplaceAllString(s, " ")
	s = strings.TrimSpace(spokenGaps.ReplaceAllString(s, " "))
	s = strings.NewReplacer(" .", ".", " ,", ",", " :", ":", " ?", "?", " ;", ";").Replace(s)
	s = strings.TrimRight(s, " ,;:")
	if s != "" && !strings.ContainsAny(s[len(s)-1:], ".?!") {
		s += "."
	}
	return s
}
