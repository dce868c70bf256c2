package codelist

import (
	"bufio"
	"io"
	"unicode/utf8"
)

// Typed reads the lines that a person types.
type Typed struct {
	in     *bufio.Reader
	most   int
	afterR bool // the last byte was CR: an LF after it belongs to it
}

// NewTyped reads from a terminal or a pipe; most is the longest line in bytes.
func NewTyped(in io.Reader, most int) *Typed {
	return &Typed{in: bufio.NewReaderSize(UTF8(in), most), most: most}
}

// Line returns the next line without its end. Bytes beyond the longest line are read and
// dropped. A client in raw mode sends its corrections as keys.
func (t *Typed) Line() (string, error) {
	var b []byte
	tooLong := false
	for {
		c, err := t.in.ReadByte()
		if err != nil {
			return string(b), err
		}
		after := t.afterR
		t.afterR = c == '\r'
		switch {
		case c == '\n' && after:
		case c == '\n' || c == '\r':
			if tooLong {
				return "", ErrLineTooLong
			}
			return string(b), nil
		case c == '\b' || c == 0x7f:
			if _, n := utf8.DecodeLastRune(b); n > 0 {
				b = b[:len(b)-n]
			}
		case tooLong:
		case len(b) >= t.most:
			tooLong, b = true, nil
		default:
			b = append(b, c)
		}
	}
}
