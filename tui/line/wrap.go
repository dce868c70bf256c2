package line

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// cells is how wide a text stands in a terminal.
func cells(s string) int { return ansi.StringWidth(s) }

// fold breaks a text at blanks so that it fits the width, hanging under indent
// blanks from the second line on. A width of 0 leaves it whole. first stands
// before the first line.
func fold(s, first string, width int) []string {
	if width <= 0 {
		return []string{first + s}
	}
	hang := cells(first)
	room := max(width-hang, 20)
	var out []string
	for i, l := range strings.Split(ansi.Wrap(s, room, ""), "\n") {
		lead := first
		if i > 0 {
			lead = strings.Repeat(" ", hang)
		}
		out = append(out, strings.TrimRight(lead+l, " "))
	}
	return out
}

// short cuts a text to n runes at a blank, with an ellipsis.
func short(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	cut := string(rs[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;.") + "…"
}
