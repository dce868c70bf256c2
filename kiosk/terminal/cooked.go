package terminal

import (
	"io"
	"sync/atomic"
	"unicode/utf8"
)

// Cooked does the line editing that a terminal driver does in cooked mode: it echoes what is
// typed, handles erasing and passes on whole lines. An SSH client with a pseudo-terminal sends
// raw keys and leaves this to the server.
type Cooked struct {
	r    io.Reader
	echo io.Writer
	line []byte // being typed
	left []byte // finished, not read yet
	err  error
	raw  [256]byte
	esc  escape

	Hidden    atomic.Bool // what is typed is a secret
	Interrupt func()      // on Ctrl-C; nil: it only ends the input
}

// escape is the parser's position in an escape sequence. Keys such as the arrows have no
// meaning on a line, and their bytes must not be echoed.
type escape int

const (
	escNone escape = iota
	escSeen        // ESC
	escBody        // ESC [ or ESC O, until a final byte
)

// lineMost is the longest line in bytes. Bytes beyond it are dropped and not echoed.
const lineMost = 512

// NewCooked reads lines from r and echoes what is typed to echo.
func NewCooked(r io.Reader, echo io.Writer) *Cooked { return &Cooked{r: r, echo: echo} }

func (c *Cooked) Read(p []byte) (int, error) {
	for len(c.left) == 0 && c.err == nil {
		n, err := c.r.Read(c.raw[:])
		shown := c.take(c.raw[:n])
		if len(shown) > 0 {
			if _, werr := c.echo.Write(shown); werr != nil && err == nil {
				err = werr
			}
		}
		if err != nil && c.err == nil {
			c.err = err
		}
	}
	n := copy(p, c.left)
	c.left = c.left[n:]
	if n == 0 {
		return 0, c.err
	}
	return n, nil
}

// take processes typed bytes and returns the bytes to echo.
func (c *Cooked) take(typed []byte) []byte {
	var shown []byte
	for _, b := range typed {
		if c.err != nil {
			break
		}
		if c.inEscape(b) {
			continue
		}
		switch {
		case b == 0x1b:
			c.esc = escSeen
		case b == '\r' || b == '\n':
			c.left = append(append(c.left, c.line...), '\n')
			c.line = c.line[:0]
			shown = append(shown, '\n')
		case b == 0x7f || b == '\b':
			shown = append(shown, c.erase()...)
		case b == 0x15: // Ctrl-U: the whole line
			for len(c.line) > 0 {
				shown = append(shown, c.erase()...)
			}
		case b == 0x03 || b == 0x04 && len(c.line) == 0: // Ctrl-C, Ctrl-D
			c.err = io.EOF
			shown = append(shown, '\n')
			if b == 0x03 && c.Interrupt != nil {
				c.Interrupt()
			}
		case b < ' ':
		case len(c.line) < lineMost:
			c.line = append(c.line, b)
			if !c.Hidden.Load() {
				shown = append(shown, b)
			}
		}
	}
	return shown
}

// inEscape reports whether b belongs to an escape sequence, which is dropped.
func (c *Cooked) inEscape(b byte) bool {
	switch c.esc {
	case escSeen:
		c.esc = escNone
		if b == '[' || b == 'O' {
			c.esc = escBody
			return true
		}
		return b >= ' ' && b != 0x7f // Alt with a letter
	case escBody:
		if b >= 0x40 && b <= 0x7e || b < ' ' {
			c.esc = escNone
		}
		return b >= ' '
	default:
		return false
	}
}

// erase removes the last letter with its combining marks from the line and returns the bytes
// that erase it on the screen. It assumes one cell a letter, which is true of Vietnamese. Of a
// wider letter one cell stays visible, but the line is right.
func (c *Cooked) erase() []byte {
	if len(c.line) == 0 {
		return nil
	}
	r, n := utf8.DecodeLastRune(c.line)
	c.line = c.line[:len(c.line)-n]
	if r >= 0x300 && r < 0x370 { // a combining mark: remove its letter too
		return c.erase()
	}
	if c.Hidden.Load() {
		return nil
	}
	return []byte("\b \b")
}
