package supervise

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
)

// terminal is the terminal that the children draw on.
type terminal struct {
	in, out *os.File
	found   *term.State // its state before this program
	locked  *term.State // its state at the start of each child and between children
}

// take saves the terminal's state and locks it: no echo, and no key sends a signal. Each child
// begins and ends in that state, so that Ctrl-C or Ctrl-Z never reaches a process.
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

// mends resets everything that an interface may have set in a terminal, in this order: a
// sequence that was cut off, synchronised output, the alternate screen, four kinds of mouse
// reports, focus reports, bracketed paste, extended keys (xterm, kitty), styles, the colours of
// text, background and cursor (OSC 110 to 112), the cursor and its shape. At the end it clears
// the screen and the scrollback, which may show a person's dossier.
const mends = "\x18\x1b\\" + "\x1b[?2026l" + "\x1b[?1049l" +
	"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l" + "\x1b[?1004l" + "\x1b[?2004l" +
	"\x1b[>4;0m\x1b[=0;1u" + "\x1b[m" + "\x1b]110\a\x1b]111\a\x1b]112\a" +
	"\x1b[?25h\x1b[0 q" + "\x1b[r\x1b[H\x1b[2J\x1b[3J"

// mend prepares the terminal for the next child. It drops what was typed meanwhile, because
// that was meant for the previous screen.
func (t *terminal) mend() {
	_ = term.Restore(t.in.Fd(), t.locked)
	_, _ = io.WriteString(t.out, mends)
	discardInput(t.in)
}

// say writes sentences on an empty screen, one a line.
func (t *terminal) say(lines []string) {
	_, _ = io.WriteString(t.out, "\x1b[?25l\r\n\r\n  "+strings.Join(lines, "\r\n\r\n  ")+"\r\n")
}

// giveBack restores the terminal.
func (t *terminal) giveBack() {
	t.mend()
	_ = term.Restore(t.in.Fd(), t.found)
}
