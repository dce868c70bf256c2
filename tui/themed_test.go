package tui_test

import (
	"fmt"
	"image/color"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/exp/golden"

	"motcua/themes"
	"motcua/tui"
	"motcua/tui/parts"
	"motcua/tui/text"
)

// A page says what a cell means and a theme how that looks: for each cell of the first page
// there is a token that gives its look in every theme and at both depths of colour, and the
// letters are the same in all of them. The picture says which token that is. How it looks
// is in the swatches of package themes.
func TestEveryCellTakesItsLookFromTheTheme(t *testing.T) {
	long(t)
	lobby, _ := lobbyOptions(t, text.VI)
	own, _ := options(t)
	for name, o := range map[string]tui.Options{"own": own, "lobby": lobby} {
		t.Run(name, func(t *testing.T) {
			beside(t)
			letters := ""
			may := map[[2]int]map[string]bool{} // by cell: the tokens that it may be
			var cells *uv.Buffer
			for _, id := range themes.Names() {
				for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI} {
					theme, _ := themes.Get(id)
					looks := looksOf(theme.Styles(p))
					o.Theme = id
					withProfile(t, o, p, 80, 21, func(c *terminal) {
						if letters == "" {
							letters = c.text()
						}
						if c.text() != letters {
							t.Errorf("%s, %s: not the letters of the first theme:\n%s", id, p, c.text())
						}
						cells = c.cells()
						narrow(may, cells, looks)
					})
				}
			}
			golden.RequireEqual(t, tokensOf(t, may, cells))
		})
	}
}

// tokensOf writes out what stands on a screen with the token that each piece is drawn by,
// of several the first one.
func tokensOf(t *testing.T, may map[[2]int]map[string]bool, cells *uv.Buffer) string {
	t.Helper()
	var out strings.Builder
	for y := range cells.Height() {
		var tokens map[string]bool
		var piece strings.Builder
		flush := func() {
			if piece.Len() > 0 {
				fmt.Fprintf(&out, "  %s %q\n", slices.Min(slices.Collect(maps.Keys(tokens))), piece.String())
			}
			piece.Reset()
		}
		fmt.Fprintf(&out, "line %d\n", y)
		for x := range cells.Width() {
			here := may[[2]int{x, y}]
			if len(here) == 0 {
				t.Errorf("no token looks like the cell in column %d of line %d in every theme", x, y)
				continue
			}
			both := maps.Clone(here)
			maps.DeleteFunc(both, func(token string, _ bool) bool { return !tokens[token] })
			if len(both) == 0 {
				flush()
				both = here
			}
			tokens = both
			piece.WriteString(cells.CellAt(x, y).Content)
		}
		flush()
	}
	return out.String()
}

// narrow leaves each cell the tokens that look like it.
func narrow(may map[[2]int]map[string]bool, cells *uv.Buffer, looks map[string]uv.Style) {
	for y := range cells.Height() {
		for x := range cells.Width() {
			cell := cells.CellAt(x, y)
			at := [2]int{x, y}
			if may[at] == nil {
				may[at] = map[string]bool{}
				for token := range looks {
					may[at][token] = true
				}
			}
			want := lookOf(*cell)
			for token := range may[at] {
				as := *cell
				as.Style = looks[token]
				if lookOf(visible(&as)) != want {
					delete(may[at], token)
				}
			}
		}
	}
}

// looksOf are the styles of a theme by token, and what parts make of them: bold, not bold,
// and the ground of a full block.
func looksOf(st *themes.Styles) map[string]uv.Style {
	looks := map[string]uv.Style{}
	v := reflect.ValueOf(st.Tokens)
	for i := range v.NumField() {
		style := v.Field(i).Interface().(lipgloss.Style) //nolint:forcetypeassert // all tokens are
		for made, drawn := range map[string]string{
			"": style.Render("x"), " bold": style.Bold(true).Render("x"), " plain": style.Bold(false).Render("x"),
			" block": parts.Blocks(style, "█"),
		} {
			b := uv.NewScreenBuffer(1, 1)
			uv.NewStyledString(drawn).Draw(b, b.Bounds())
			looks[v.Type().Field(i).Name+made] = b.CellAt(0, 0).Style
		}
	}
	return looks
}

// look is how a cell looks.
type look struct {
	fg, bg    color.RGBA
	attrs     uint8
	underline uv.Underline
}

func lookOf(c uv.Cell) look {
	return look{rgba(c.Style.Fg), rgba(c.Style.Bg), c.Style.Attrs, c.Style.Underline}
}

// rgba is a colour, the zero one for the terminal's own.
func rgba(c color.Color) color.RGBA {
	if c == nil {
		return color.RGBA{}
	}
	return color.RGBAModel.Convert(c).(color.RGBA) //nolint:forcetypeassert // the model's own type
}
