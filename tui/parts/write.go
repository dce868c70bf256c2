package parts

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"motcua/tui/wrap"
)

// Wrap breaks text into lines of at most width cells, at blanks where it can.
func Wrap(s string, width int) []string {
	if width < 1 {
		return nil
	}
	return wrap.Lines(s, width)
}

// Even wraps a title to no more lines than Wrap needs, with a last line that is not short: a
// line of one syllable looks lost.
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

// Write wraps plain text to width and styles each line, all of one width, so that the
// background is a clean block.
func Write(style lipgloss.Style, width int, s string) string {
	lines := Wrap(s, width)
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return strings.Join(lines, "\n")
}

// Cut shortens a line to width cells with an ellipsis.
func Cut(s string, width int) string { return ansi.Truncate(s, width, "…") }

// CutParts drops whole parts of a line, the last first, until it fits, because half of an
// agency's name or of an hour is useless.
func CutParts(line string, width int) string {
	for Width(line) > width {
		at := strings.LastIndex(line, " · ")
		if at < 0 {
			break
		}
		line = line[:at]
	}
	return Cut(line, width)
}

// CutLines wraps to at most n lines; an ellipsis at the end of the last one shows that there
// was more.
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

// Flow places blocks below one another on a sheet.
type Flow struct {
	Sheet *Sheet
	X, Y  int
	Width int
	// Air is the spacing: 0 is normal, 1 adds a free line after each piece of text, 2 one
	// after each line of it.
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

// Item adds wrapped text with a hanging indent, so that one sees where the next item begins.
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

// airy places a block with the free lines of its text size.
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

// Whole adds a drawn block that is not cut when only a part of the page is shown.
func (f *Flow) Whole(block string) {
	f.Sheet.PutWhole(f.X, f.Y, block)
	f.Y += lipgloss.Height(block)
}

// Hang adds wrapped text after a sign, with its later lines below the first.
func (f *Flow) Hang(signStyle lipgloss.Style, sign string, style lipgloss.Style, s string) {
	indent := Width(sign) + 1
	// The blank is styled with the sign, because a separate reset between two styles would cost
	// three bytes.
	f.Sheet.Put(f.X, f.Y, signStyle.Render(sign+" "))
	block := Write(style, f.Width-indent, s)
	if f.Air > 0 {
		f.airy(f.X+indent, block)
		return
	}
	f.Sheet.Put(f.X+indent, f.Y, block)
	f.Y += lipgloss.Height(block)
}

// Gap skips lines.
func (f *Flow) Gap(lines int) { f.Y += lines }

// Left returns how many lines remain above the sheet's end.
func (f *Flow) Left() int { return f.Sheet.Height - f.Y }
