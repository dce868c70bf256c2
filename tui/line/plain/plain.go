package plain

import (
	"motcua/tui/text"
	"motcua/tui/view"
)

// Printer formats answers as lines.
type Printer struct {
	Texts  *text.Texts
	Medium view.Medium // view.Command, or view.Typed for the line mode
	Width  int         // 0: lines are not broken
	Style  Styler
	// Frugal keeps one dossier within PageBytes.
	Frugal bool
}

// Styler colours parts of an answer. Every state also has its sign and its words, so plain
// text loses nothing.
type Styler interface {
	Tone(t view.Tone, s string) string
	Strong(s string) string
}

// None is the Styler for a pipe: it changes nothing.
type None struct{}

// Tone implements Styler.
func (None) Tone(_ view.Tone, s string) string { return s }

// Strong implements Styler.
func (None) Strong(s string) string { return s }
