package parts_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/themes"
	"motcua/tui/parts"
)

func plain() *themes.Styles {
	theme, _ := themes.Get("mono")
	st := theme.Styles(colorprofile.NoTTY)
	return st
}

func TestSheetKnowsWhatIsPressed(t *testing.T) {
	s := parts.NewSheet(20, 5, lipgloss.NewStyle())
	s.Put(0, 0, "title")
	s.Target(2, 1, "one\ntwo", "a")
	s.Target(2, 4, "last\ncut off", "b")
	for _, c := range []struct {
		x, y int
		want string
	}{{0, 0, ""}, {2, 1, "a"}, {4, 2, "a"}, {1, 1, ""}, {2, 3, ""}, {2, 4, "b"}, {2, 5, ""}, {-1, -1, ""}} {
		if got := s.Hit(c.x, c.y); got != c.want {
			t.Errorf("at %d,%d: %q, want %q", c.x, c.y, got, c.want)
		}
	}
	if got := s.String(); strings.Contains(got, "cut off") || strings.Count(got, "\n") != 4 {
		t.Errorf("five lines and no more, got:\n%s", got)
	}
}

// Regression: a block with lines of different length left unstyled cells after the shorter
// ones, visible as black holes on a coloured background.
func TestShortLinesOfABlockKeepTheGround(t *testing.T) {
	ground := lipgloss.NewStyle().Background(lipgloss.Color("#123456"))
	s := parts.NewSheet(8, 2, ground)
	s.Put(0, 0, ground.Render("longest")+"\n"+ground.Render("no"))
	for i, l := range strings.Split(s.String(), "\n") {
		if cut := strings.Count(l, "\x1b[m"); cut > 1 {
			t.Errorf("line %d leaves the ground's colour: %q", i, l)
		}
	}
}

func TestWindowShowsAPartAndItsTargets(t *testing.T) {
	tall := parts.NewSheet(10, 100, lipgloss.NewStyle())
	for i := range 10 {
		tall.Target(0, i*2, "r"+strconv.Itoa(i)+"\n..", "row:"+strconv.Itoa(i))
	}
	if tall.Depth() != 20 {
		t.Fatalf("depth %d, want 20", tall.Depth())
	}
	s := parts.NewSheet(10, 4, lipgloss.NewStyle())
	s.Window(0, 0, 4, 3, tall)
	want := []string{"..", "r2", "..", "r3"}
	for y, l := range strings.Split(s.String(), "\n") {
		if strings.TrimSpace(l) != want[y] {
			t.Errorf("line %d is %q, want %q", y, l, want[y])
		}
	}
	if got := s.Hit(0, 3); got != "row:3" {
		t.Errorf("the last line belongs to %q, want row:3", got)
	}
}

func TestSheetKnowsWhereTextBegins(t *testing.T) {
	s := parts.NewSheet(20, 20, lipgloss.NewStyle())
	s.Put(0, 1, "a heading")
	s.Put(0, 2, "a row")
	s.Put(0, 4, "a line alone")
	s.Put(0, 6, "a heading")
	s.Target(0, 7, "a target\nof two lines", "id")
	s.Target(0, 10, "a target\nof two lines", "id")
	s.Put(5, 13, "beside it")
	s.Put(0, 14, "a paragraph\nof two lines")
	var got []int
	for y := range s.Height {
		if s.Begins(y) {
			got = append(got, y)
		}
	}
	if want := []int{1, 6, 13}; !slices.Equal(got, want) {
		t.Errorf("text begins at %v, want %v", got, want)
	}
}

func TestEvenLeavesNoSyllableAlone(t *testing.T) {
	long := "Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc"
	for _, tt := range []struct {
		text  string
		width int
	}{{long, 65}, {long, 40}, {long, 23}, {"Đăng ký tạm trú", 65}, {"", 20}, {"a b", 1}} {
		lines, wrapped := parts.Even(tt.text, tt.width), parts.Wrap(tt.text, tt.width)
		if len(lines) != len(wrapped) {
			t.Errorf("%d wide: %d lines instead of %d", tt.width, len(lines), len(wrapped))
		}
		if got, want := strings.Join(lines, " "), strings.Join(wrapped, " "); got != want {
			t.Errorf("%d wide: %q became %q", tt.width, want, got)
		}
		for _, l := range lines {
			if parts.Width(l) > tt.width {
				t.Errorf("%d wide: %q", tt.width, l)
			}
		}
	}
	if lines := parts.Even(long, 65); parts.Width(lines[1]) < 30 {
		t.Errorf("the last line is %q", lines[1])
	}
}

func TestCutLinesSaysThatThereWasMore(t *testing.T) {
	got := parts.CutLines("một hai ba bốn năm sáu", 8, 2)
	if len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("got %q, want two lines and an ellipsis", got)
	}
	if got := parts.CutLines("một hai", 8, 2); len(got) != 1 || got[0] != "một hai" {
		t.Errorf("what fits was changed: %q", got)
	}
}

func TestListKeepsRowsInPlaceAndTurnsPages(t *testing.T) {
	l := parts.List{}
	for i := range 7 {
		l.Rows = append(l.Rows, parts.Row{Name: "name " + strconv.Itoa(i), Quiet: "quiet"})
	}
	shown := func() (first string, marked string) {
		s := parts.NewSheet(30, 8, lipgloss.NewStyle())
		l.Draw(s, plain(), 0, 0, 30, 8) // three rows of two lines and a gap
		for _, line := range strings.Split(s.String(), "\n") {
			if strings.Contains(line, "name") && first == "" {
				first = strings.TrimSpace(strings.Trim(line, "▸ "))
			}
			if strings.Contains(line, "▸") {
				marked = strings.TrimSpace(strings.Trim(line, "▸ "))
			}
		}
		return first, marked
	}
	for _, step := range []struct {
		do            func()
		first, marked string
	}{
		{func() {}, "name 0", "name 0"},
		{func() { l.Move(2) }, "name 0", "name 2"},
		{func() { l.Move(1) }, "name 3", "name 3"},
		{func() { l.MovePage(1, 30, 8) }, "name 6", "name 6"},
		{func() { l.MovePage(1, 30, 8) }, "name 6", "name 6"},
		{func() { l.MovePage(-1, 30, 8) }, "name 3", "name 3"},
		{func() { l.Move(-99) }, "name 0", "name 0"},
		{func() { l.Move(+99) }, "name 6", "name 6"},
	} {
		step.do()
		if first, marked := shown(); first != step.first || marked != step.marked {
			t.Errorf("page begins with %q and marks %q, want %q and %q", first, marked, step.first, step.marked)
		}
	}
}

// Names alone, each on one line, stand below one another without gaps: twice as many are seen.
func TestListOfNamesHasNoGaps(t *testing.T) {
	draw := func(rows ...parts.Row) string {
		s := parts.NewSheet(12, 4, lipgloss.NewStyle())
		l := parts.List{Rows: rows}
		l.Draw(s, plain(), 0, 0, 12, 4)
		var lines []string
		for _, l := range strings.Split(s.String(), "\n") {
			lines = append(lines, strings.TrimRight(l, " "))
		}
		return strings.TrimRight(strings.Join(lines, "|"), "|")
	}
	a, b := parts.Row{Name: "Sở A"}, parts.Row{Name: "Sở B"}
	if got := draw(a, b); got != "▸ Sở A|  Sở B" {
		t.Errorf("names are listed as %q", got)
	}
	if got := draw(a, parts.Row{Name: "Sở B", Quiet: "mở"}); got != "▸ Sở A||  Sở B|  mở" {
		t.Errorf("a name with a line below it is listed as %q", got)
	}
	if got := draw(a, parts.Row{Name: "Sở Nông nghiệp"}); got != "▸ Sở A||  Sở Nông|  nghiệp" {
		t.Errorf("a name of two lines is listed as %q", got)
	}
}

// Half of an hour or of a name says nothing: what does not fit is left out from its separator on.
func TestListLeavesOutWholeParts(t *testing.T) {
	s := parts.NewSheet(20, 2, lipgloss.NewStyle())
	l := parts.List{Rows: []parts.Row{{Name: "Sở A", Quiet: "đến quầy · mở lại lúc 13:30"}}}
	l.Draw(s, plain(), 0, 0, 20, 2)
	if got := strings.TrimRight(strings.Split(s.String(), "\n")[1], " "); got != "  đến quầy" {
		t.Errorf("the second line is %q", got)
	}
}

// Marks count the runes of the whole name; in a name of two lines the blank between them is
// lost.
func TestListMarksWhatMatched(t *testing.T) {
	theme, _ := themes.Get("mono")
	st := theme.Styles(colorprofile.Ascii)
	l := parts.List{Rows: []parts.Row{{Name: "Đăng ký khai sinh lưu động", Marks: [][2]int{{8, 17}, {18, 21}}}}}
	s := parts.NewSheet(20, 3, lipgloss.NewStyle())
	l.Draw(s, st, 0, 0, 20, 3)
	got := s.String()
	for _, want := range []string{"Đăng ký \x1b[4mkhai", "\x1b[1;4mlưu\x1b[24m động"} { // underlined in mono
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
}

func TestFieldComposesAndNeverReadsTheClipboard(t *testing.T) {
	f := parts.NewField("f", 20)
	for _, r := range "ta\u0323m" {
		f, _ = f.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if f.Value() != "tạm" {
		t.Errorf("decomposed keys gave %q", f.Value())
	}
	f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
	f, _ = f.Update(tea.PasteMsg{Content: "  e\u0302\n"})
	if f.Value() != "tạêm" {
		t.Errorf("a paste in the middle gave %q", f.Value())
	}
	if _, cmd := f.Update(tea.KeyPressMsg{Code: 'v', Mod: tea.ModCtrl}); cmd != nil {
		t.Error("ctrl+v reads the clipboard of the machine the program runs on")
	}
}

func TestFooterKeysArePressedAsTheyAreTyped(t *testing.T) {
	s := parts.NewSheet(40, 1, lipgloss.NewStyle())
	parts.Footer(s, plain(), 0, 0, 40, []parts.Key{
		{Label: "Esc", Text: "trở về", Press: "esc"}, {Label: "T", Text: "toàn văn", Press: "t"},
		{Label: "X", Text: "a key for which there is no room", Press: "x"},
	}, "MẪU")
	k, ok := parts.KeyOf(s.Hit(0, 0))
	if !ok || k.Code != tea.KeyEscape {
		t.Errorf("the first key is %v, want escape", k)
	}
	if got := s.String(); strings.Contains(got, "no room") || !strings.Contains(got, "MẪU") {
		t.Errorf("footer is %q", got)
	}
	if _, ok := parts.KeyOf("row:3"); ok {
		t.Error("a row is no key")
	}
}
