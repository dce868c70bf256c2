package quality

import (
	"testing"

	"charm.land/lipgloss/v2"
)

// A theme that underlines what is strong underlines words, not the blanks of a column.
func TestBlanksOfAColumnAreNotUnderlined(t *testing.T) {
	face, page := lipgloss.NewStyle().Underline(true), lipgloss.NewStyle()
	for in, want := range map[string]string{
		"Tổng điểm   ": face.Render("Tổng điểm") + "   ",
		"  61,48/100":  "  " + face.Render("61,48/100"),
		"    ":         "    ",
		"":             "",
	} {
		if got := inked(face, page, in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
