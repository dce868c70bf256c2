package parts

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"motcua/themes"
)

// Filled returns how many cells of a bar are full.
func Filled(width, done, total int) int {
	if total <= 0 {
		return 0
	}
	return max(0, min(width, width*done/total))
}

// Bar draws a bar on a page, as wide as width.
func Bar(st *themes.Styles, width, done, total int) string {
	full := Filled(width, done, total)
	return st.Progress.Render(strings.Repeat("█", full)) + st.ProgressRest.Render(strings.Repeat("░", width-full))
}

// Bounds of a bar in letters, in cells.
const (
	barLeast  = 10
	barMost   = 40
	barBeside = 12 // brackets, per cent and blanks
)

// Progress is a line of text that overwrites itself, for a terminal that shows text and no
// pages. Its bar uses letters, because every terminal has them and screen readers do not
// spell them out like block characters.
type Progress struct {
	Out   io.Writer
	Width int // columns of the terminal
	drawn int // columns of what stands there
}

// Draw writes the progress over the previous one. Without a total, or without space for a
// bar, it is the sentence alone.
func (p *Progress) Draw(done, total int, says string) {
	if room := min(barMost, p.Width-ansi.StringWidth(says)-barBeside); room >= barLeast && total > 0 {
		full := Filled(room, done, total)
		says = fmt.Sprintf("[%s%s] %3d %%  %s", strings.Repeat("#", full), strings.Repeat("-", room-full), Filled(100, done, total), says)
	}
	// A line as wide as the terminal wraps and could not be overwritten.
	if p.Width > 1 {
		says = ansi.Truncate(says, p.Width-1, "")
	}
	columns := ansi.StringWidth(says)
	_, _ = io.WriteString(p.Out, "\r"+says+strings.Repeat(" ", max(p.drawn-columns, 0)))
	p.drawn = columns
}

// Clear removes the line and reports whether there was one.
func (p *Progress) Clear() bool {
	if p.drawn == 0 {
		return false
	}
	_, _ = io.WriteString(p.Out, "\r"+strings.Repeat(" ", p.drawn)+"\r")
	p.drawn = 0
	return true
}

// Leave keeps the line and continues below it.
func (p *Progress) Leave() {
	if p.drawn > 0 {
		_, _ = io.WriteString(p.Out, "\n")
		p.drawn = 0
	}
}
