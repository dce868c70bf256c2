package themes

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Tokens names everything that can be drawn. It is generic so that the list exists only
// once: a theme is a Tokens of inks, [Styles] is a Tokens of lipgloss styles.
//
// All tokens have the screen's background, so any of them can share a line, except for
// those with a background of their own: the field (Field, FieldFocus, Placeholder), the
// bars (Header, HeaderPlace; Footer, Key, KeyText) and the chips (Date, CardKey, Cursor,
// Sample). At 16 colours signs may become chips as well.
type Tokens[T any] struct {
	Base    T // body text, and the fill of the whole screen
	Title   T // the name of the page
	Heading T // a heading within a page
	Strong  T // a word that matters within body text
	Quiet   T // secondary text, as readable as the rest
	Date    T // the appointment: the most prominent element of the screen

	Good T // a sign and its words: early, on time, done
	Warn T // a sign and its words: something to do
	Bad  T // a sign and its words: late, refused, stopped
	Info T // a sign and its words: in progress, worth knowing

	Link  T // an address, or words that open something
	Error T // the sentence that says what went wrong
	Rule  T // lines between parts

	Card            T // text in a card
	CardFocus       T // text in the card that has the focus
	CardKey         T // the digit that opens a card; pad it with a space on both sides
	CardBorder      T // border of a card
	CardBorderFocus T // border of the focused card; draw it thick, never by colour alone

	Field            T // what was typed
	FieldFocus       T // what was typed, in the field with the focus
	FieldBorder      T // border of a field
	FieldBorderFocus T // border of the field with the focus
	Placeholder      T // the example in an empty field
	Cursor           T // the cursor, where the program draws its own

	Marker   T // the mark before the selected row
	Selected T // text of the selected row
	Match    T // letters that matched a search

	Header      T // the desk's name
	HeaderPlace T // where the desk is, and the rest of the header
	Footer      T // the bar at the foot
	Key         T // a key in the footer
	KeyText     T // what the key does
	Sample      T // the badge "DỮ LIỆU MẪU"

	// Buttons for touch: a filled area with an edge. ButtonFocus is the one that Enter
	// presses (it is drawn with a thick edge as well), ButtonMain the one that continues.
	Button          T
	ButtonEdge      T
	ButtonFocus     T
	ButtonFocusEdge T
	ButtonMain      T
	ButtonMainEdge  T

	// The three colours of the woven band.
	Weft T
	Warp T
	Knot T

	Progress     T // the completed part of a progress bar
	ProgressRest T // the rest of it
}

// Styles are a theme's tokens for one terminal. They are shared and must not be changed;
// lipgloss styles are values, so deriving from one is safe.
type Styles struct {
	Tokens[lipgloss.Style]

	// Background and Foreground are those of the whole screen; nil where the theme has no
	// colours and the terminal's own are used.
	Background color.Color
	Foreground color.Color

	// Lean: the screen crosses a connection on which each byte counts. Targets and fields have
	// no frames, and what is chosen is only told by a marker.
	Lean bool
}
