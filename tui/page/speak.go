package page

import "motcua/tui/view"

// Spoken is a page's content for speech: sentences in reading order.
type Spoken struct {
	Lines []Line
	Field *Field // the field that takes letters
	Focus Line   // what has the focus
}

// Line is a sentence to be spoken.
type Line struct {
	Lead string // words before the text, recorded separately: "Phím 1:"
	Text string
	Key  string // names the sentence if its words must not: see view.Sentence
	// Private text concerns one person and is spoken through headphones only. Public, if not
	// empty, is spoken through the loudspeaker instead.
	Private bool
	Public  string
	// Of distinguishes lines with the same words, such as of different sections or cases.
	Of string
	// Wrong is a mistake to correct; it is repeated when Enter changes nothing.
	Wrong bool
}

// Field is an input field as it is spoken.
type Field struct {
	Value   string
	After   int  // how many lines come before it
	Code    bool // spelled letter by letter
	Private bool
}

// Pressing returns the sentence about what a key does. A button without a key of its own has no
// label.
func (e *Env) Pressing(label, does string) Line {
	if label == "" {
		return Line{Text: does}
	}
	return Line{Lead: e.Texts.Spoken.Pressing(label), Text: does}
}

// DayAloud returns the words of the plate with the date as it is spoken.
func (e *Env) DayAloud(plate view.Text) string {
	return plate.With(func(s view.Span) string {
		if s.Kind == view.SpanDate {
			return e.Texts.DayAloud(s.At)
		}
		return s.Text
	})
}
