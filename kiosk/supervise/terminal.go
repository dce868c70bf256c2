package supervise

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// terminal is the screen that the children draw on.
type terminal struct {
	in, out *os.File
	found   *term.State // as it was before us
	locked  *term.State // as each child finds it, and between children
}

// take keeps the terminal's state and locks it: no echo, and no key that makes a
// signal. A child begins and ends in that state, so that there is no moment at
// which Ctrl-C or Ctrl-Z reaches a process.
func take(in, out *os.File) (*terminal, error) {
	t := &terminal{in: in, out: out}
	found, err := term.MakeRaw(in.Fd())
	if err != nil {
		return nil, fmt.Errorf("supervise: the terminal cannot be locked: %w", err)
	}
	t.found = found
	if t.locked, err = term.GetState(in.Fd()); err != nil {
		_ = term.Restore(in.Fd(), found)
		return nil, fmt.Errorf("supervise: %w", err)
	}
	return t, nil
}

// mends undo what an interface may have asked of a terminal, in this order:
// whatever sequence was cut in the middle, synchronised output, the alternate
// screen, four kinds of mouse reports, focus reports, bracketed paste, extended
// keys (xterm, kitty), styles, the colours of text, ground and cursor (OSC 110 to
// 112), the cursor and its shape. At the end the screen and what was scrolled
// away are cleared: somebody's dossier may stand there.
const mends = "\x18\x1b\\" + "\x1b[?2026l" + "\x1b[?1049l" +
	"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l" + "\x1b[?1004l" + "\x1b[?2004l" +
	"\x1b[>4;0m\x1b[=0;1u" + "\x1b[m" + "\x1b]110\a\x1b]111\a\x1b]112\a" +
	"\x1b[?25h\x1b[0 q" + "\x1b[r\x1b[H\x1b[2J\x1b[3J"

// mend makes the terminal ready for the next child. What was typed meanwhile is
// thrown away: it was meant for a screen that is gone.
func (t *terminal) mend() {
	_ = term.Restore(t.in.Fd(), t.locked)
	_, _ = io.WriteString(t.out, mends)
	discardInput(t.in)
}

// say writes sentences on an empty screen, a line each.
func (t *terminal) say(lines []string) {
	_, _ = io.WriteString(t.out, "\x1b[?25l\r\n\r\n  "+strings.Join(lines, "\r\n\r\n  ")+"\r\n")
}

// giveBack leaves the terminal as it was found.
func (t *terminal) giveBack() {
	t.mend()
	_ = term.Restore(t.in.Fd(), t.found)
}
