package themes

import (
	"image/color"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// On a terminal's own background the two everyday themes must stay readable: black or the
// theme's own for the dark one, white or the theme's own for the light one.
func TestBareStylesStayReadableOnTheTerminalsOwnGround(t *testing.T) {
	grounds := map[string][]color.Color{
		"dark":  {color.Black, lipgloss.Color("#1e1e1e"), lipgloss.Color("#002b36")},
		"light": {color.White, lipgloss.Color("#fdf6e3")},
	}
	for id, list := range grounds {
		theme, _ := Get(id)
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			st := theme.Bare(p)
			tokens := reflect.ValueOf(st.Tokens)
			for i := range tokens.NumField() {
				style, _ := reflect.TypeAssert[lipgloss.Style](tokens.Field(i))
				if _, none := style.GetBackground().(lipgloss.NoColor); !none {
					continue // has its own background
				}
				fg := style.GetForeground()
				if _, none := fg.(lipgloss.NoColor); none {
					continue // the terminal's own text colour
				}
				for _, ground := range list {
					name, least := tokens.Type().Field(i).Name, 4.5
					switch name {
					case "Rule", "CardBorder", "FieldBorder", "ProgressRest", "Weft", "Warp", "Knot":
						least = 3 // lines, not letters (WCAG 1.4.11)
					}
					if got := contrastOf(fg, ground); got < least {
						t.Errorf("%s, %v: %s on %v has contrast %.1f, want %.1f", id, p, name, ground, got, least)
					}
				}
			}
		}
	}
}

func TestBareTakesOnlyTheGroundsColours(t *testing.T) {
	theme, _ := Get("dark")
	full, bare := theme.Styles(colorprofile.TrueColor), theme.Bare(colorprofile.TrueColor)
	if got := bare.Base.Render("x"); got != "x" {
		t.Errorf("body text is drawn as %q, want it without any colour", got)
	}
	if full.Header.Render("x") != bare.Header.Render("x") {
		t.Error("a bar lost its colours")
	}
	if full.Base.Render("x") == "x" {
		t.Error("the full style lost its colours too: the cache is shared")
	}
}
