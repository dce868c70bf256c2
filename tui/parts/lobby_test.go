package parts_test

import (
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"motcua/themes"
	"motcua/tui/parts"
)

func TestBigDigitsAreThreeEvenLines(t *testing.T) {
	lines, ok := parts.Big("25/11/2026")
	if !ok || len(lines) != parts.BigHeight {
		t.Fatalf("%d lines, %v", len(lines), ok)
	}
	for _, l := range lines {
		if parts.Width(l) != parts.Width(lines[0]) {
			t.Errorf("%q is not as wide as %q", l, lines[0])
		}
	}
	shapes := map[string]rune{}
	for _, r := range "0123456789/:.-" {
		lines, ok := parts.Big(string(r))
		shape := strings.Join(lines, "\n")
		if !ok || shape == "" {
			t.Errorf("%q cannot be written large", r)
		}
		if other, taken := shapes[shape]; taken {
			t.Errorf("%q looks like %q", r, other)
		}
		shapes[shape] = r
		if ok && strings.ContainsAny(lines[0], "▀█") {
			t.Errorf("%q touches the upper edge of its plate, and the ground above runs into it:\n%s", r, shape)
		}
	}
	if _, ok := parts.Big("25 tháng 11"); ok {
		t.Error("letters cannot be written large, but it says so")
	}
}

// The band is symmetric, no cell contains two threads, and every character is one cell wide.
func TestBandIsEven(t *testing.T) {
	mirror := map[rune]rune{'▀': '▄', '▄': '▀'}
	for height := 2; height <= 4; height++ {
		for _, width := range []int{60, 76, 77, 100} {
			lines := strings.Split(parts.Band(plain(), width, height), "\n")
			if len(lines) != height {
				t.Fatalf("%d lines, want %d", len(lines), height)
			}
			for y, l := range lines {
				cells := []rune(l)
				if len(cells) != width || parts.Width(l) != width {
					t.Errorf("line %d of %dx%d is %d cells", y, width, height, parts.Width(l))
				}
				for x, r := range cells {
					other := []rune(lines[height-1-y])[x]
					if m, half := mirror[r]; half && other != m || !half && other != r {
						t.Fatalf("%dx%d: upper and lower half differ at %d,%d", width, height, x, y)
					}
				}
			}
		}
	}
}

func TestButtonShowsItsFocusWithoutColour(t *testing.T) {
	draw := func(focus bool) string {
		s := parts.NewSheet(20, 3, lipgloss.NewStyle())
		parts.Button{ID: "b", Text: "Trợ giúp", Legend: "F1", Focus: focus}.Draw(s, plain(), 0, 0, 20, 3)
		return ansi.Strip(s.String())
	}
	plain, focused := draw(false), draw(true)
	if !strings.Contains(focused, "▸ Trợ giúp") || !strings.Contains(focused, "┏") {
		t.Errorf("the focus is not to be seen:\n%s", focused)
	}
	if strings.Contains(plain, "▸") || !strings.Contains(plain, "F1") {
		t.Errorf("without the focus:\n%s", plain)
	}
}

// The second text on a button is less prominent than its name.
func TestSecondLineOfAButtonIsNotBold(t *testing.T) {
	s := parts.NewSheet(30, 4, lipgloss.NewStyle())
	theme, _ := themes.Get("indigo")
	st := theme.Styles(colorprofile.TrueColor)
	parts.Button{ID: "x", Text: "Khai sinh", Quiet: "1.001193", Left: true}.Draw(s, st, 0, 0, 30, 4)
	rows := strings.Split(s.String(), "\n")
	for y, bold := range map[int]bool{1: true, 2: false} {
		if got := strings.Contains(rows[y], ";1m"); got != bold {
			t.Errorf("line %d is bold: %v, in %q", y, got, rows[y])
		}
	}
}

func TestButtonRowGivesBackWhatHasNoRoom(t *testing.T) {
	s := parts.NewSheet(40, 3, lipgloss.NewStyle())
	var buttons []parts.Button
	for _, name := range []string{"Kết thúc", "Trở về", "Trợ giúp", "English", "Giãn dòng"} {
		buttons = append(buttons, parts.Button{ID: name, Text: name})
	}
	left := parts.ButtonRow(s, plain(), 0, 0, 40, buttons)
	if len(left) != 2 || left[0].ID != "English" {
		t.Errorf("left over: %v", left)
	}
	if got := s.Targets(); !slices.Equal(got, []string{"Kết thúc", "Trở về", "Trợ giúp"}) {
		t.Errorf("laid: %q", got)
	}
}

func TestKeyboardKeepsKeysInPlace(t *testing.T) {
	rows := [][]parts.Cap{{{ID: "1", Text: "1"}, {ID: "2", Text: "2"}}, {{ID: "3", Text: "3", Wide: 2}}}
	s := parts.NewSheet(40, 7, lipgloss.NewStyle())
	parts.Keyboard{Rows: rows}.Draw(s, plain(), 0, 0, 40)
	before, _ := s.Rect("2")
	rows[0][0].Off = true
	s = parts.NewSheet(40, 7, lipgloss.NewStyle())
	parts.Keyboard{Rows: rows}.Draw(s, plain(), 0, 0, 40)
	after, _ := s.Rect("2")
	if before != after {
		t.Errorf("a key moved from %+v to %+v when its neighbour went quiet", before, after)
	}
	if _, on := s.Rect("1"); on || !strings.Contains(s.String(), "1") {
		t.Errorf("a quiet key is to be seen and not to be touched:\n%s", s)
	}
	wide, _ := s.Rect("3")
	if two, _ := s.Rect("2"); wide.X+wide.Width != two.X+two.Width {
		t.Errorf("a wide key ends at %d, the row above at %d", wide.X+wide.Width, two.X+two.Width)
	}
}

// On a touch screen a target is shown completely or not at all.
func TestWindowWholeLeavesOutWhatIsCut(t *testing.T) {
	tall := parts.NewSheet(10, 20, lipgloss.NewStyle())
	for i, id := range []string{"a", "b", "c"} {
		tall.Target(0, i*4, "1\n2\n3", id)
	}
	s := parts.NewSheet(10, 8, lipgloss.NewStyle())
	s.WindowWhole(0, 0, 8, 1, tall)
	if got := s.Targets(); !slices.Equal(got, []string{"b"}) {
		t.Errorf("targets %q, want b alone", got)
	}
}

// A date whose digits are cut is left out.
func TestWindowWholeLeavesOutDigitsThatAreCut(t *testing.T) {
	tall := parts.NewSheet(4, 20, lipgloss.NewStyle())
	f := parts.Flow{Sheet: tall, Width: 4}
	f.Whole("###\n###\n###")
	f.Block("ngày")
	for offset, want := range []string{"###", "", "", "ngày"} {
		s := parts.NewSheet(4, 4, lipgloss.NewStyle())
		s.WindowWhole(0, 0, 4, offset, tall)
		if first, _, _ := strings.Cut(s.String(), "\n"); strings.TrimSpace(first) != want {
			t.Errorf("from line %d on it begins with %q, want %q", offset, first, want)
		}
	}
}

func TestAirLeavesNothingOut(t *testing.T) {
	for air, lines := range []int{2, 3, 4} {
		s := parts.NewSheet(10, 20, lipgloss.NewStyle())
		f := parts.Flow{Sheet: s, Width: 7, Air: air}
		f.Write(lipgloss.NewStyle(), "một hai ba bốn")
		if f.Y != lines {
			t.Errorf("air %d: %d lines, want %d", air, f.Y, lines)
		}
		for _, w := range []string{"một", "hai", "ba", "bốn"} {
			if !strings.Contains(s.String(), w) {
				t.Errorf("air %d: %q is gone", air, w)
			}
		}
	}
}

// A full block has a background of its own colour, so that fonts with small blocks draw no
// lines through it. With sixteen colours that background differs between terminals.
func TestBlocksHaveNoSeams(t *testing.T) {
	ink := lipgloss.Color("#ff0000")
	rich := lipgloss.NewStyle().Foreground(ink)
	if got, want := parts.Blocks(rich, "█▀"), rich.Background(ink).Render("█")+rich.Render("▀"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, style := range []lipgloss.Style{lipgloss.NewStyle(), lipgloss.NewStyle().Foreground(lipgloss.Color("9"))} {
		if got, want := parts.Blocks(style, "█▀"), style.Render("█▀"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
