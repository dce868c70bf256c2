package parts

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text into lines of at most width cells, at blanks where it can.
func Wrap(s string, width int) []string {
	if width < 1 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, width, ""), "\n")
}

// Even wraps a title to no more lines than Wrap needs, and leaves no short last
// one: a line of a single syllable looks lost.
func Even(s string, width int) []string {
	lines := Wrap(s, width)
	for w := width - 1; w > width/2; w-- {
		narrower := Wrap(s, w)
		if len(narrower) > len(lines) || Width(lines[len(lines)-1])*2 >= width {
			break
		}
		lines = narrower
	}
	return lines
}

// Write wraps plain text to width and styles each line, all of one width, so
// that the ground of the style makes a clean block.
func Write(style lipgloss.Style, width int, s string) string {
	lines := Wrap(s, width)
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return strings.Join(lines, "\n")
}

// Cut shortens a line to width cells with an ellipsis.
func Cut(s string, width int) string { return ansi.Truncate(s, width, "…") }

// CutLines wraps to at most n lines; the last one says with an ellipsis that
// there was more.
func CutLines(s string, width, n int) []string {
	lines := Wrap(s, width)
	if len(lines) <= n {
		return lines
	}
	rest := strings.Join(lines[n-1:], " ")
	return append(lines[:n-1:n-1], Cut(rest, width))
}

// Width is how many cells a line takes.
func Width(s string) int { return lipgloss.Width(s) }

// Flow puts blocks under one another on a sheet and remembers how far down it
// has come.
type Flow struct {
	Sheet *Sheet
	X, Y  int
	Width int
	// Air is how much room lines have: 0 as usual, 1 a free line after each piece
	// of text, 2 one after each line of it.
	Air int
}

// Write adds wrapped text.
func (f *Flow) Write(style lipgloss.Style, s string) {
	if s == "" {
		return
	}
	if f.Air == 0 {
		f.Block(Write(style, f.Width, s))
		return
	}
	f.airy(f.X, Write(style, f.Width, s))
}

// Item adds wrapped text whose later lines stand further in, so that it shows
// where the next one begins.
func (f *Flow) Item(style lipgloss.Style, s string) {
	if f.Width < 1 {
		return
	}
	const further = 2
	lines := Wrap(s, f.Width)
	if rest, ok := strings.CutPrefix(s, lines[0]); ok && len(lines) > 1 {
		lines = append(lines[:1], Wrap(strings.TrimLeft(rest, " "), max(f.Width-further, 1))...)
	}
	for i, l := range lines {
		f.Sheet.Put(f.X+min(i, 1)*further, f.Y, style.Render(l))
		f.Y += 1 + f.Air/2
	}
	f.Y += f.Air % 2
}

// airy puts a block down with the free lines that its size asks for.
func (f *Flow) airy(x int, block string) {
	lines := strings.Split(block, "\n")
	for _, l := range lines {
		f.Sheet.Put(x, f.Y, l)
		f.Y += 1 + f.Air/2
	}
	f.Y += f.Air % 2
}

// Block adds a drawn block.
func (f *Flow) Block(block string) {
	f.Sheet.Put(f.X, f.Y, block)
	f.Y += lipgloss.Height(block)
}

// Whole adds a drawn block that is not cut where a part of the page is shown.
func (f *Flow) Whole(block string) {
	f.Sheet.PutWhole(f.X, f.Y, block)
	f.Y += lipgloss.Height(block)
}

// Hang adds wrapped text behind a sign, with its later lines under the first.
func (f *Flow) Hang(signStyle lipgloss.Style, sign string, style lipgloss.Style, s string) {
	indent := Width(sign) + 1
	// The blank goes with the sign: between two styles a reset of its own would
	// cost three bytes more.
	f.Sheet.Put(f.X, f.Y, signStyle.Render(sign+" "))
	block := Write(style, f.Width-indent, s)
	if f.Air > 0 {
		f.airy(f.X+indent, block)
		return
	}
	f.Sheet.Put(f.X+indent, f.Y, block)
	f.Y += lipgloss.Height(block)
}

// Gap leaves lines free.
func (f *Flow) Gap(lines int) { f.Y += lines }

// Left tells how many lines remain above the sheet's end.
func (f *Flow) Left() int { return f.Sheet.Height - f.Y }
