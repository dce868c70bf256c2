// Package wrap fits sentences to the columns of a terminal. A code and a flag stay in one
// piece: H55.17.05-261120-0007, --revocation.
package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Cells returns the width of a text in terminal cells.
func Cells(s string) int { return ansi.StringWidth(s) }

// ansi.Wrap always breaks behind a hyphen, and has no option against it. It does not know
// the hyphen that does not break (U+2011), which is as wide.
const hyphen, unbreakable = "-", "\u2011"

// Lines breaks a text into lines of at most width cells, at spaces where it can. A word that
// fits on a line stays whole; a longer one, such as an address, breaks behind hyphens.
func Lines(s string, width int) []string {
	words := strings.SplitAfter(s, " ")
	for i, w := range words {
		if Cells(strings.TrimRight(w, " ")) <= width {
			words[i] = strings.ReplaceAll(w, hyphen, unbreakable)
		}
	}
	s = ansi.Wrap(strings.Join(words, ""), width, "")
	return strings.Split(strings.ReplaceAll(s, unbreakable, hyphen), "\n")
}

// Fold breaks a text at spaces into lines of at most width cells. The first line begins
// with first, the others with as many spaces. A width of 0 returns it whole.
func Fold(s, first string, width int) []string {
	if width <= 0 {
		return []string{first + s}
	}
	hang := Cells(first)
	room := max(width-hang, 20)
	var out []string
	for i, l := range Lines(s, room) {
		lead := first
		if i > 0 {
			lead = strings.Repeat(" ", hang)
		}
		out = append(out, strings.TrimRight(lead+l, " "))
	}
	return out
}

// Short cuts a text to n runes at a space and adds an ellipsis.
func Short(s string, n int) string {
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
