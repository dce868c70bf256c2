package themes

import (
	"image/color"
	"reflect"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Bare are the theme's styles for a terminal whose own ground and text colour
// stand for the theme's: what would be drawn in them is left without a colour.
// Over SSH that is most of a screen, and a cell without colours costs one byte
// where a coloured one costs twenty.
//
// The terminal's own colours must be near the theme's: either it was told to
// take them (OSC 10 and 11) or the theme was chosen to fit what it reported.
func (t Theme) Bare(p colorprofile.Profile) Styles {
	key := cacheKey{t.ID, p, true}
	cache.Lock()
	defer cache.Unlock()
	set, ok := cache.sets[key]
	if !ok {
		set = t.build(p)
		set.bare()
		if p != colorprofile.TrueColor {
			set.thrifty()
		}
		cache.sets[key] = set
	}
	return *set
}

// bare takes the ground's colours out of every style that stands on the ground.
// A surface of its own, such as a bar, keeps both its colours.
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

// thrifty leaves out the colours that cost most for what they say: a border has
// four corners and two edges a line, and it is thick where it has the focus; a
// key is bold in its bar, and so are titles and strong words in the terminal's
// own colour. Terminals with fewer colours are mostly far away, over SSH, where
// each of these pairs is paid for in bytes.
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
