package themes

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// least is the contrast that each token needs on its own background.
// TestEveryTokenHasItsLeastContrast fails for a token that is missing here.
var least = map[string]float64{
	// Sentences, names and dates: WCAG 2.2, 1.4.6 (AAA).
	"Base": 7, "Title": 7, "Heading": 7, "Strong": 7, "Quiet": 7, "Date": 7,
	"Link": 7, "Error": 7,
	"Card": 7, "CardFocus": 7,
	"Field": 7, "FieldFocus": 7, "Placeholder": 7,
	"Selected": 7, "Header": 7, "HeaderPlace": 7, "Footer": 7, "Key": 7, "KeyText": 7,
	"Button": 7, "ButtonFocus": 7, "ButtonMain": 7, // some of them have only bold words
	// Signs with their few bold words, single letters and chips: 1.4.3 (AA).
	"Good": 4.5, "Warn": 4.5, "Bad": 4.5, "Info": 4.5,
	"CardKey": 4.5, "Cursor": 4.5, "Match": 4.5, "Sample": 4.5, "Marker": 4.5,
	// Lines and bars: 1.4.11.
	"Rule": 3, "CardBorder": 3, "CardBorderFocus": 3, "FieldBorder": 3, "FieldBorderFocus": 3,
	"Weft": 3, "Warp": 3, "Knot": 3,
	"Progress": 3, "ProgressRest": 3,
	// Edges that hold the name of a key.
	"ButtonEdge": 7, "ButtonFocusEdge": 7, "ButtonMainEdge": 7,
}

// A terminal decides how the sixteen colours look. These are the two ends of the range:
// xterm's (XTerm-col.ad) and the text mode palette of VGA, which is also the Linux
// console's (drivers/tty/vt/vt.c, default_red and so on).
var (
	xterm16 = [16]uint32{
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
		0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	}
	vga16 = [16]uint32{
		0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
		0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
	}
)

func rgb(v uint32) color.Color {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// depth is one way in which a terminal displays colours.
type depth struct {
	name    string
	profile colorprofile.Profile
	palette *[16]uint32 // nil: colours are displayed as sent
}

var depths = []depth{
	{"true", colorprofile.TrueColor, nil},
	{"256", colorprofile.ANSI256, nil},
	{"16 xterm", colorprofile.ANSI, &xterm16},
	{"16 VGA", colorprofile.ANSI, &vga16},
}

// seen returns the foregrounds in which a person may see a style: one, or two where a
// terminal may draw bold in the bright colours.
func (d depth) seen(s lipgloss.Style) (fgs []color.Color, bg color.Color) {
	fg, bg := s.GetForeground(), s.GetBackground()
	if d.palette == nil {
		return []color.Color{fg}, bg
	}
	f, b := fg.(ansi.BasicColor), bg.(ansi.BasicColor)
	fgs = []color.Color{rgb(d.palette[f])}
	if s.GetBold() && f < 8 {
		fgs = append(fgs, rgb(d.palette[f+8]))
	}
	return fgs, rgb(d.palette[b])
}

// worst returns the lowest contrast of a style at a colour depth.
func (d depth) worst(s lipgloss.Style) float64 {
	low := math.Inf(1)
	fgs, bg := d.seen(s)
	for _, fg := range fgs {
		low = min(low, contrastOf(fg, bg))
	}
	return low
}

// coloured returns the themes that have colours.
func coloured() []Theme {
	var ts []Theme
	for _, t := range all {
		if t.ID != mono.ID {
			ts = append(ts, t)
		}
	}
	return ts
}

// eachStyle calls f with every token of a set of styles, in order.
func eachStyle(s *Styles, f func(name string, style lipgloss.Style)) {
	v := reflect.ValueOf(s.Tokens)
	for i := range v.NumField() {
		f(v.Type().Field(i).Name, v.Field(i).Interface().(lipgloss.Style))
	}
}

func TestContrast(t *testing.T) {
	for _, tc := range []struct {
		a, b uint32
		want float64
	}{
		{0x000000, 0xffffff, 21},
		{0xffffff, 0x000000, 21},
		{0x123456, 0x123456, 1},
		{0x777777, 0xffffff, 4.48}, // the grey that is just below AA
		{0x767676, 0xffffff, 4.54}, // the darkest grey that reaches AA
		{0xff0000, 0xffffff, 4.00},
		{0x0000ee, 0x000000, 2.24}, // xterm's blue on black
	} {
		if got := contrastOf(rgb(tc.a), rgb(tc.b)); math.Abs(got-tc.want) > 0.01 {
			t.Errorf("contrast(%06x, %06x) = %.3f, want %.2f", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestEveryTokenHasItsLeastContrast(t *testing.T) {
	tokens := reflect.TypeFor[Tokens[ink]]()
	for i := range tokens.NumField() {
		if _, ok := least[tokens.Field(i).Name]; !ok {
			t.Errorf("token %s has no least contrast in the table", tokens.Field(i).Name)
		}
	}
	if len(least) != tokens.NumField() {
		t.Errorf("the table has %d tokens, the list %d", len(least), tokens.NumField())
	}
}

// TestEveryPairIsReadable computes the contrast of every foreground on its background, in
// every theme, at every colour depth. With -v it prints the whole table.
func TestEveryPairIsReadable(t *testing.T) {
	for _, theme := range coloured() {
		t.Run(theme.ID, func(t *testing.T) {
			rows := map[string]string{}
			for _, d := range depths {
				s := theme.Styles(d.profile)
				if s.Background == nil || s.Foreground == nil {
					t.Fatalf("%s: the screen has no colours", d.name)
				}
				eachStyle(s, func(name string, style lipgloss.Style) {
					if isNone(style.GetForeground()) || isNone(style.GetBackground()) {
						t.Fatalf("%s, %s: text on a colour that nobody chose", d.name, name)
					}
					got := d.worst(style)
					rows[name] += fmt.Sprintf(" %8.2f", got)
					if got < least[name] {
						t.Errorf("%s, %s: %.2f:1, needs %.1f:1 (%v on %v)", d.name, name, got, least[name],
							style.GetForeground(), style.GetBackground())
					}
				})
			}
			t.Logf("%-17s %5s %8s %8s %8s %8s", "token", "least", "true", "256", "16 xterm", "16 VGA")
			eachStyle(&Styles{}, func(name string, _ lipgloss.Style) {
				t.Logf("%-17s %5.1f%s", name, least[name], rows[name])
			})
		})
	}
}

func isNone(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c == nil || none
}

// TestTokensShareTheGround: tokens that may be on a line with body text have its
// background, and so do the parts of a field and of a bar; otherwise a line would have
// patches.
func TestTokensShareTheGround(t *testing.T) {
	surface := map[string]string{
		"Field": "Field", "FieldFocus": "Field", "Placeholder": "Field",
		"Header": "Header", "HeaderPlace": "Header",
		"Footer": "Footer", "Key": "Footer", "KeyText": "Footer",
		"Button": "Button", "ButtonEdge": "Button", "ButtonFocus": "ButtonFocus", "ButtonFocusEdge": "ButtonFocus",
		"ButtonMain": "ButtonMain", "ButtonMainEdge": "ButtonMain",
	}
	chips := map[string]bool{"Date": true, "CardKey": true, "Cursor": true, "Sample": true}
	signs := map[string]bool{"Good": true, "Warn": true, "Bad": true, "Info": true} // chips at 16 colours
	for _, theme := range coloured() {
		for _, d := range depths {
			s := theme.Styles(d.profile)
			bg := map[string]color.Color{}
			eachStyle(s, func(name string, style lipgloss.Style) { bg[name] = style.GetBackground() })
			for name, got := range bg {
				base := surface[name]
				switch {
				case chips[name], signs[name] && (d.profile == colorprofile.ANSI || theme.ID == contrast.ID):
					continue
				case base == "":
					base = "Base"
				}
				if got != bg[base] {
					t.Errorf("%s, %s: %s stands on %v, %s on %v", theme.ID, d.name, name, got, base, bg[base])
				}
			}
		}
	}
}

// TestCursorIsSeen: the cursor is a block, so it needs 3:1 against the inside of the field
// that it is in.
func TestCursorIsSeen(t *testing.T) {
	for _, theme := range coloured() {
		for _, d := range depths {
			s := theme.Styles(d.profile)
			_, block := d.seen(s.Cursor)
			_, well := d.seen(s.Field)
			if got := contrastOf(block, well); got < 3 {
				t.Errorf("%s, %s: the cursor is %.2f:1 on its field", theme.ID, d.name, got)
			}
		}
	}
}

// TestSixteenColoursAreSafe: colours that some terminals display differently are not used.
// The Linux console displays the bright backgrounds 100..107 as the dark ones
// (console_codes(4)); 256-colour terminals let people change 0..15.
func TestSixteenColoursAreSafe(t *testing.T) {
	for _, theme := range coloured() {
		v := reflect.ValueOf(theme.tokens)
		for i := range v.NumField() {
			name, k := v.Type().Field(i).Name, v.Field(i).Interface().(ink)
			if k.bg.c16 > 7 {
				t.Errorf("%s, %s: background %d is not the same everywhere", theme.ID, name, k.bg.c16)
			}
			if k.fg.c16 > 15 {
				t.Errorf("%s, %s: %d is not one of 16 colours", theme.ID, name, k.fg.c16)
			}
			if k.fg.c256 < 16 || k.bg.c256 < 16 {
				t.Errorf("%s, %s: 256-colour values must be 16 or more", theme.ID, name)
			}
			if k.attr&bold != 0 && k.fg.c16 < 8 {
				t.Errorf("%s, %s: bold %d may be drawn as %d", theme.ID, name, k.fg.c16, k.fg.c16+8)
			}
		}
	}
}

// colourName returns a colour as a swatch prints it.
func colourName(c color.Color) string {
	switch c := c.(type) {
	case ansi.BasicColor:
		return fmt.Sprint(uint8(c))
	case ansi.IndexedColor:
		return fmt.Sprint(uint8(c))
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

// contrastOf returns the contrast ratio of two colours, 1 (the same) to 21 (black on
// white), from the relative luminance of WCAG 2.2. Transparency is ignored, and so is the
// order of the colours.
func contrastOf(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance returns WCAG's relative luminance, 0 (black) to 1 (white).
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
func luminance(c color.Color) float64 {
	r, g, b := linear(c)
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// linear inverts the transfer curve of sRGB; each component is 0..1.
func linear(c color.Color) (r, g, b float64) {
	r16, g16, b16, _ := c.RGBA()
	return linearPart(r16), linearPart(g16), linearPart(b16)
}

func linearPart(v uint32) float64 {
	x := float64(v) / 0xffff
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}
