package page

import (
	"motcua/themes"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// Titled writes a title at the left and a word for its kind at the right, on one line if both
// fit.
func Titled(f *parts.Flow, st *themes.Styles, title, official, what string) {
	if w := parts.Width(what); parts.Width(title) <= parts.Readable && parts.Width(title)+w+2 <= f.Width {
		f.Sheet.Put(f.X+f.Width-w, f.Y, st.Quiet.Render(what))
		f.Write(st.Title, title)
		f.Write(st.Base, official)
		return
	}
	wide, even := f.Width, 0
	for _, l := range parts.Even(title, min(wide, parts.Readable)) {
		even = max(even, parts.Width(l))
	}
	f.Width = even
	f.Write(st.Title, title)
	f.Width = wide
	f.Write(st.Base, official)
	f.Write(st.Quiet, what)
}

// TwoColumns is the width from which two columns are shown side by side.
const TwoColumns = 76

// TallPage is the height from which a free line around a field displaces no row of results and
// no key.
const TallPage = 24

// DrawPart draws a block of a document that stands by itself: a list, the source, a sentence.
func (e *Env) DrawPart(f *parts.Flow, b view.Block) {
	switch b.Kind {
	case view.KindList:
		f.Write(e.Styles.Heading, b.Head)
		for _, l := range b.Items() {
			f.Hang(e.Styles.Base, "•", e.Styles.Base, l)
		}
	case view.KindSource:
		f.Write(e.Tone(b.Tone), b.String())
	default:
		f.Write(e.Styles.Base, b.String())
	}
}
