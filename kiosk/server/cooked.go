package server

import (
	"io"
	"sync/atomic"
	"unicode/utf8"
)

// cooked is what a terminal's driver does for a program that reads lines: it
// shows what is typed, takes back what is erased and hands on whole lines. An
// SSH client with a terminal leaves all that to the server.
type cooked struct {
	r    io.Reader
	echo io.Writer
	line []byte // being typed
	left []byte // finished, not read yet
	err  error
	raw  [256]byte
	esc  escape

	hidden    atomic.Bool // what is typed is a secret
	interrupt func()      // on Ctrl-C; nil: it only ends the input
}

// escape is where in a key's sequence the input stands: arrows and the like
// mean nothing on a line and must not be shown.
type escape int

const (
	escNone escape = iota
	escSeen        // ESC
	escBody        // ESC [ or ESC O, until a final byte
)

// lineMost is how long a line may be; more is not shown and not taken.
const lineMost = 512

func newCooked(r io.Reader, echo io.Writer) *cooked { return &cooked{r: r, echo: echo} }

func (c *cooked) Read(p []byte) (int, error) {
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

// take works through typed bytes and gives what the person is to see.
func (c *cooked) take(typed []byte) []byte {
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
			if b == 0x03 && c.interrupt != nil {
				c.interrupt()
			}
		case b < ' ':
		case len(c.line) < lineMost:
			c.line = append(c.line, b)
			if !c.hidden.Load() {
				shown = append(shown, b)
			}
		}
	}
	return shown
}

// inEscape swallows the rest of a key's sequence.
func (c *cooked) inEscape(b byte) bool {
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
	}
	return false
}

// erase takes back the last letter with its marks. Every letter of Vietnamese
// is one cell; a wider one leaves half of itself on the screen, not in the line.
func (c *cooked) erase() []byte {
	if len(c.line) == 0 {
		return nil
	}
	r, n := utf8.DecodeLastRune(c.line)
	c.line = c.line[:len(c.line)-n]
	if r >= 0x300 && r < 0x370 { // a mark stands on the letter before
		return c.erase()
	}
	if c.hidden.Load() {
		return nil
	}
	return []byte("\b \b")
}
