package scanner

import (
	"encoding/binary"
	"io"
	"strconv"
)

// eventSize is the size of struct input_event (linux/input.h) in bytes: two longs for the
// time, type and code of 16 bits, a value of 32.
const (
	eventTime = 2 * strconv.IntSize / 8
	eventSize = eventTime + 8
)

// events reads the events of a keyboard's device and returns the text that was typed.
type events struct {
	from io.ReadCloser
	keys keyboard
	raw  [64 * eventSize]byte
	have int    // bytes of raw that do not make a whole event yet
	text []byte // not returned yet
	gone int    // bytes of text already returned
	err  error
}

// Read returns typed text. It blocks until a key that writes something is pressed.
func (e *events) Read(p []byte) (int, error) {
	for e.gone == len(e.text) {
		if e.err != nil {
			return 0, e.err
		}
		var n int
		n, e.err = e.from.Read(e.raw[e.have:])
		e.take(e.have + n)
	}
	n := copy(p, e.text[e.gone:])
	clear(e.text[e.gone:][:n]) // it may contain personal data
	e.gone += n
	return n, nil
}

// take decodes the whole events among the first n bytes.
func (e *events) take(n int) {
	e.text, e.gone = e.text[:0], 0
	whole := n - n%eventSize
	for at := 0; at < whole; at += eventSize {
		b := e.raw[at+eventTime:]
		e.text = e.keys.take(e.text, event{
			kind: binary.NativeEndian.Uint16(b), code: binary.NativeEndian.Uint16(b[2:]),
			value: int32(binary.NativeEndian.Uint32(b[4:])),
		})
	}
	e.have = copy(e.raw[:], e.raw[whole:n])
	clear(e.raw[e.have:])
}

// Close ends a Read that is waiting, and releases the keyboard for other programs.
func (e *events) Close() error { return e.from.Close() }
