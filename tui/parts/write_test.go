package parts_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"motcua/tui/parts"
)

// The first line of an item begins further left, so that one sees where each item begins.
func TestItemsAreToldApart(t *testing.T) {
	for _, tc := range []struct {
		width int
		text  string
		want  string
	}{
		{20, "một hai ba", "một hai ba\n"},
		{10, "một hai ba bốn năm", "một hai ba\n  bốn năm\n"},
		{10, "một hai ba bốn năm sáu bảy", "một hai ba\n  bốn năm\n  sáu bảy\n"},
		{6, "nghiêngngả", "nghiên\n  gngả\n"},
		{0, "một", ""},
	} {
		s := parts.NewSheet(30, 4, lipgloss.NewStyle())
		f := parts.Flow{Sheet: s, Width: tc.width}
		f.Item(lipgloss.NewStyle(), tc.text)
		var got strings.Builder
		for l := range strings.Lines(s.String()) {
			if l = strings.TrimRight(ansi.Strip(l), " \n"); l != "" {
				got.WriteString(l + "\n")
			}
		}
		if got.String() != tc.want || f.Y != strings.Count(tc.want, "\n") {
			t.Errorf("%q in %d columns is\n%sand %d lines, not\n%s", tc.text, tc.width, got.String(), f.Y, tc.want)
		}
	}
}
