package themes

import (
	"image/color"
	"reflect"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Bare returns the theme's styles for a terminal whose own background and text colour
// replace the theme's: text in those colours is written without a colour. Over SSH that is
// most of a screen, and a cell without colours takes one byte where a coloured one takes
// twenty.
//
// The terminal's own colours must be close to the theme's: either it was told to use them
// (OSC 10 and 11), or the theme was chosen to fit the colours that it reported.
func (t Theme) Bare(p colorprofile.Profile) *Styles {
	return cached(cacheKey{id: t.ID, profile: p, bare: true}, func() *Styles {
		set := t.build(p)
		set.bare()
		if p != colorprofile.TrueColor {
			set.thrifty()
		}
		return set
	})
}

// bare removes the colours from every style on the screen's background. A style with a
// background of its own, such as a bar, keeps both colours.
func (s *Styles) bare() {
	if s.Background == nil {
		return
	}
	tokens := reflect.ValueOf(&s.Tokens).Elem()
	for i := range tokens.NumField() {
		st, ok := reflect.TypeAssert[lipgloss.Style](tokens.Field(i))
		if !ok || !same(st.GetBackground(), s.Background) {
			continue
		}
		st = st.UnsetBackground()
		if same(st.GetForeground(), s.Foreground) {
			st = st.UnsetForeground()
		}
		tokens.Field(i).Set(reflect.ValueOf(st))
	}
}

// thrifty removes the colours that cost most bytes for what they say. A border has four
// corners and two edges a line, and it is thick where it has the focus; a key is bold in
// its bar, and so are titles and strong words in the terminal's own colour. Terminals with
// fewer colours are mostly far away, over SSH, where each of these changes of colour costs
// bytes.
func (s *Styles) thrifty() {
	s.Title = s.Title.UnsetForeground()
	s.Strong = s.Strong.UnsetForeground()
	s.CardBorderFocus = s.CardBorderFocus.UnsetForeground().UnsetBold()
	s.CardFocus = s.CardFocus.UnsetForeground()
	s.Key = s.Key.Foreground(s.KeyText.GetForeground())
}

func same(a, b color.Color) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	return ar == br && ag == bg && ab == bb && aa == ba
}
