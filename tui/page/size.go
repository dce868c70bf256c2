package page

import (
	"strings"

	"motcua/tui/parts"
)

// TextSize is how much space a page gives its text. A terminal has one size of letters, so
// larger text means more space: free lines between items, and headings with spaced letters.
// What no longer fits is reached by scrolling; nothing is left out.
type TextSize int

// The sizes.
const (
	SizeNormal TextSize = iota
	sizeLarge
	sizeLargest
	TextSizes
)

// Flow starts a page's text at the size that the person chose.
func (e *Env) Flow(s *parts.Sheet, width int) parts.Flow {
	f := parts.Flow{Sheet: s, Width: width}
	if e.Touch {
		f.Air = int(e.Size)
	}
	return f
}

// Apart spaces the letters of a heading if the text is large and the heading still fits on one
// line.
func (e *Env) Apart(s string, width int) string {
	if !e.Touch || e.Size == SizeNormal {
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
