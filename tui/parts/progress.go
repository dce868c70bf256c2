package parts

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Filled is how many cells of a bar are full.
func Filled(width, done, total int) int {
	if total <= 0 {
		return 0
	}
	return max(0, min(width, width*done/total))
}

// Bounds of a bar in letters, in cells.
const (
	barLeast  = 10
	barMost   = 40
	barBeside = 12 // brackets, per cent and blanks
)

// Progress is a line of text that is drawn over itself, for a terminal that shows
// text and no pages. Its bar is of letters, which every terminal has and no screen
// reader spells out as blocks.
type Progress struct {
	Out   io.Writer
	Width int // columns of the terminal
	drawn int // columns of what stands there
}

// Draw writes how far something has come over what stands there. Without a total, or
// without room for a bar, it is the sentence alone.
func (p *Progress) Draw(done, total int, says string) {
	if room := min(barMost, p.Width-ansi.StringWidth(says)-barBeside); room >= barLeast && total > 0 {
		full := Filled(room, done, total)
		says = fmt.Sprintf("[%s%s] %3d %%  %s", strings.Repeat("#", full), strings.Repeat("-", room-full), Filled(100, done, total), says)
	}
	// A line as wide as the terminal goes on in the next one, and is not drawn over.
	if p.Width > 1 {
		says = ansi.Truncate(says, p.Width-1, "")
	}
	columns := ansi.StringWidth(says)
	_, _ = io.WriteString(p.Out, "\r"+says+strings.Repeat(" ", max(p.drawn-columns, 0)))
	p.drawn = columns
}

// Clear takes the line away. It tells whether one stood there.
func (p *Progress) Clear() bool {
	if p.drawn == 0 {
		return false
	}
	_, _ = io.WriteString(p.Out, "\r"+strings.Repeat(" ", p.drawn)+"\r")
	p.drawn = 0
	return true
}

// Leave leaves the line as it stands and goes on below it.
func (p *Progress) Leave() {
	if p.drawn > 0 {
		_, _ = io.WriteString(p.Out, "\n")
		p.drawn = 0
	}
}
