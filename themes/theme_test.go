package themes

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"
)

func TestNamesAndGet(t *testing.T) {
	want := []string{"dark", "light", "contrast", "colourblind", "paper", "indigo", "mono"}
	if got := Names(); !slices.Equal(got, want) {
		t.Fatalf("Names() = %q, want %q", got, want)
	}
	names := map[string]string{}
	for _, id := range want {
		theme, ok := Get(id)
		if !ok || theme.ID != id {
			t.Errorf("Get(%q) = %q, %v", id, theme.ID, ok)
		}
		for _, lang := range []string{"vi", "en"} {
			name := theme.Name(lang)
			if name == "" {
				t.Errorf("%s has no name in %q", id, lang)
			}
			if other, taken := names[lang+name]; taken {
				t.Errorf("%s and %s are both called %q", id, other, name)
			}
			names[lang+name] = id
		}
	}
	for _, id := range []string{"", "Dark", "dark ", "solarized"} {
		if _, ok := Get(id); ok {
			t.Errorf("Get(%q) found a theme", id)
		}
	}
}

func TestName(t *testing.T) {
	for _, tc := range []struct{ lang, want string }{
		{"vi", "Chàm"}, {"en", "Indigo"}, {"", "Chàm"}, {"fr", "Chàm"},
	} {
		if got := indigo.Name(tc.lang); got != tc.want {
			t.Errorf("Name(%q) = %q, want %q", tc.lang, got, tc.want)
		}
	}
}

func TestDefault(t *testing.T) {
	if got := Default(true); got.ID != "dark" || !got.Dark {
		t.Errorf("on a dark background: %q", got.ID)
	}
	if got := Default(false); got.ID != "light" || got.Dark {
		t.Errorf("on a light background: %q", got.ID)
	}
}

// TestNextGoesRound: Next returns every theme once and then the first again.
func TestNextGoesRound(t *testing.T) {
	id := Names()[0]
	var seen []string
	for range Names() {
		seen = append(seen, id)
		id = Next(id).ID
	}
	if !slices.Equal(seen, Names()) || id != Names()[0] {
		t.Errorf("the switch goes %q and then to %q", seen, id)
	}
	if got := Next("no such theme").ID; got != Names()[0] {
		t.Errorf("after an unknown theme comes %q", got)
	}
}

// TestDarkSaysWhatTheGroundIs: Dark is true where the background is darker than the text.
func TestDarkSaysWhatTheGroundIs(t *testing.T) {
	for _, theme := range coloured() {
		for _, d := range depths {
			fgs, bg := d.seen(theme.Styles(d.profile).Base)
			if got := luminance(bg) < luminance(fgs[0]); got != theme.Dark {
				t.Errorf("%s, %s: Dark is %v", theme.ID, d.name, theme.Dark)
			}
		}
	}
}

// TestWithoutColours: with NO_COLOR, or on an unknown terminal, every theme only has bold,
// underline and reverse, and the screen keeps the terminal's colours.
func TestWithoutColours(t *testing.T) {
	want := mono.Styles(colorprofile.TrueColor)
	for _, theme := range all {
		for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.Unknown} {
			s := theme.Styles(p)
			if s.Background != nil || s.Foreground != nil {
				t.Errorf("%s, %s: the screen is coloured", theme.ID, p)
			}
			if !reflect.DeepEqual(s, want) {
				t.Errorf("%s, %s: not the styles of mono", theme.ID, p)
			}
		}
	}
	eachStyle(want, func(name string, style lipgloss.Style) {
		if !isNone(style.GetForeground()) || !isNone(style.GetBackground()) {
			t.Errorf("mono, %s has a colour", name)
		}
	})
}

// TestMonoKeepsTheDifference: tokens that must stand out still do without colours.
func TestMonoKeepsTheDifference(t *testing.T) {
	s := mono.Styles(colorprofile.ASCII)
	render := func(style lipgloss.Style) string { return style.Render("x") }
	for _, pair := range []struct {
		name string
		a, b lipgloss.Style
	}{
		{"the appointment from body text", s.Date, s.Base},
		{"the appointment from a strong word", s.Date, s.Strong},
		{"bad from good", s.Bad, s.Good},
		{"warn from good", s.Warn, s.Good},
		{"bad from warn", s.Bad, s.Warn},
		{"the focused card", s.CardFocus, s.Card},
		{"the border of the focused card", s.CardBorderFocus, s.CardBorder},
		{"the border of the focused field", s.FieldBorderFocus, s.FieldBorder},
		{"the selected row", s.Selected, s.Base},
		{"a match in the selected row", s.Match, s.Selected},
		{"a key from what it does", s.Key, s.KeyText},
		{"a link from body text", s.Link, s.Base},
		{"an error from body text", s.Error, s.Base},
	} {
		if render(pair.a) == render(pair.b) {
			t.Errorf("%s: no difference", pair.name)
		}
	}
}

// TestNoTerminalNoStyles: output that is not a terminal gets unstyled text.
func TestNoTerminalNoStyles(t *testing.T) {
	for _, theme := range all {
		eachStyle(theme.Styles(colorprofile.NoTTY), func(name string, style lipgloss.Style) {
			if got := style.Render("Hẹn trả"); got != "Hẹn trả" {
				t.Errorf("%s, %s: %q", theme.ID, name, got)
			}
		})
	}
}

// TestColoursArriveAsChosen: the renderer reduces colours to the terminal's depth. Ours
// must pass unchanged, or the contrast tests check other colours than people see.
func TestColoursArriveAsChosen(t *testing.T) {
	for _, theme := range coloured() {
		for _, d := range depths {
			eachStyle(theme.Styles(d.profile), func(name string, style lipgloss.Style) {
				fg, bg := style.GetForeground(), style.GetBackground()
				if got := d.profile.Convert(fg); got != fg {
					t.Errorf("%s, %s, %s: foreground %v becomes %v", theme.ID, d.name, name, fg, got)
				}
				if got := d.profile.Convert(bg); got != bg {
					t.Errorf("%s, %s, %s: background %v becomes %v", theme.ID, d.name, name, bg, got)
				}
			})
		}
	}
}

var sgr = regexp.MustCompile("\x1b\\[([0-9;:]*)m")

// TestNoFaintNoBlink checks the escape sequences themselves, so that no lipgloss option can
// add these attributes.
func TestNoFaintNoBlink(t *testing.T) {
	profiles := []colorprofile.Profile{
		colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor,
	}
	for _, theme := range all {
		for _, p := range profiles {
			eachStyle(theme.Styles(p), func(name string, style lipgloss.Style) {
				for _, m := range sgr.FindAllStringSubmatch(style.Render("x"), -1) {
					if a := attributes(m[1]); slices.ContainsFunc(a, func(s string) bool {
						return s == "2" || s == "5" || s == "6"
					}) {
						t.Errorf("%s, %s, %s: faint or blinking in %q", theme.ID, p, name, m[0])
					}
				}
			})
		}
	}
}

// attributes returns the parameters of an SGR sequence except those of colours.
func attributes(params string) []string {
	var out []string
	parts := strings.Split(params, ";")
	for i := 0; i < len(parts); i++ {
		if parts[i] == "38" || parts[i] == "48" {
			if i+1 < len(parts) && parts[i+1] == "5" {
				i += 2
			} else {
				i += 4
			}
			continue
		}
		out = append(out, parts[i])
	}
	return out
}

// TestSwatch keeps every theme as text: each token's colours and attributes at the three
// depths. Run it with -update after a deliberate change.
func TestSwatch(t *testing.T) {
	for _, theme := range all {
		t.Run(theme.ID, func(t *testing.T) {
			var b strings.Builder
			fmt.Fprintf(&b, "%s: %s, %s, dark %v\n", theme.ID, theme.Name("vi"), theme.Name("en"), theme.Dark)
			sets := []*Styles{
				theme.Styles(colorprofile.TrueColor), theme.Styles(colorprofile.ANSI256), theme.Styles(colorprofile.ANSI),
			}
			v := reflect.ValueOf(theme.tokens)
			for i := range v.NumField() {
				var cells []string
				for _, s := range sets {
					style := reflect.ValueOf(s.Tokens).Field(i).Interface().(lipgloss.Style)
					cells = append(cells, swatch(style))
				}
				fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("%-17s %-22s %-14s %s",
					v.Type().Field(i).Name, cells[0], cells[1], cells[2]), " "))
			}
			golden.RequireEqual(t, b.String())
		})
	}
}

// swatch formats a style as one word: foreground/background and b, u, r.
func swatch(s lipgloss.Style) string {
	out := "-/-"
	if fg := s.GetForeground(); !isNone(fg) {
		out = colourName(fg) + "/" + colourName(s.GetBackground())
	}
	for _, a := range []struct {
		on   bool
		mark string
	}{{s.GetBold(), " b"}, {s.GetUnderline(), " u"}, {s.GetReverse(), " r"}} {
		if a.on {
			out += a.mark
		}
	}
	return out
}

// TestStylesFromManySessions: sessions of a server that ask at the same time get the same
// styles. It is meant for the race detector.
func TestStylesFromManySessions(t *testing.T) {
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for _, theme := range all {
				for _, d := range depths {
					if got := theme.Styles(d.profile).Base.Render("x"); !strings.Contains(got, "x") {
						t.Errorf("%s, %s: %q", theme.ID, d.name, got)
					}
				}
			}
		})
	}
	wg.Wait()
}

// BenchmarkStyles measures the second call, which must be a look-up and not a build.
func BenchmarkStyles(b *testing.B) {
	theme := Default(true)
	theme.Styles(colorprofile.ANSI256)
	b.ReportAllocs()
	for b.Loop() {
		_ = theme.Styles(colorprofile.ANSI256)
	}
}

// TestStylesAreBuiltOnce: after the first call there is no allocation, and all have the same.
func TestStylesAreBuiltOnce(t *testing.T) {
	indigo.Styles(colorprofile.ANSI256)
	if n := testing.AllocsPerRun(100, func() { _ = indigo.Styles(colorprofile.ANSI256) }); n > 0 {
		t.Errorf("%v allocations a look-up", n)
	}
	first, bare := indigo.Styles(colorprofile.ANSI256), indigo.Bare(colorprofile.ANSI)
	if indigo.Styles(colorprofile.ANSI256) != first || indigo.Bare(colorprofile.ANSI) != bare {
		t.Error("each caller gets a copy of 28 KB")
	}
}
