package tui

import (
	"strings"

	"motcua/tui/parts"
)

// textSize is how much room a page gives its text. A terminal has one size of
// letters, so larger text is text with air: free lines between what belongs
// together and headings whose letters stand apart. What no longer fits is
// reached by scrolling; nothing is left out.
type textSize int

// The sizes.
const (
	sizeNormal textSize = iota
	sizeLarge
	sizeLargest
	textSizes
)

// flow begins a page's text in the size that the person chose.
func (sh *shared) flow(s *parts.Sheet, width int) parts.Flow {
	f := parts.Flow{Sheet: s, Width: width}
	if sh.lobby() {
		f.Air = int(sh.face.size)
	}
	return f
}

// apart writes a heading with its letters apart where the text is large and it
// still fits on one line.
func (sh *shared) apart(s string, width int) string {
	if !sh.lobby() || sh.face.size == sizeNormal {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.Join(strings.Split(w, ""), " ")
	}
	if wide := strings.Join(words, "   "); parts.Width(wide) <= width {
		return wide
	}
	return s
}
