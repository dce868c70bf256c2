package terminal

import (
	"bytes"
	"io"
	"strconv"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Thrift takes out of the frames of Bubble Tea's renderer what has no visible effect. The
// renderer hides the cursor while it draws, or uses synchronized output, and then moves the
// cursor to its place and shows it: for one letter in a field that is twenty bytes. A frame
// that comes in one packet needs neither, and after a letter the cursor is already where it
// belongs. On the first screen the renderer also erases cells that were just cleared.
//
// Each call of Write must be one whole frame of the renderer.
type Thrift struct {
	W        io.Writer
	Columns  atomic.Int32 // of the terminal
	row, col int          // the cursor's place, from 1; row 0: unknown
	clear    bool         // the screen is empty
	move     string       // what is written before the next frame
}

// At says where the next frame begins. The terminal's cursor is moved there if it is, or may be,
// at another place.
func (t *Thrift) At(row, col int) {
	if t.row != row || t.col != col {
		t.move = ansi.CursorPosition(col, row)
	}
	t.row, t.col = row, col
}

// smallFrame is the size in bytes of a frame that comes in one packet and is drawn without
// visible flicker, even at 9,600 baud.
const smallFrame = 160

// brackets are the sequences before and after a frame. The renderer uses the second pair when
// the terminal reported that it supports synchronized output.
var brackets = [][2]string{
	{ansi.ResetModeTextCursorEnable, ansi.SetModeTextCursorEnable},
	{ansi.SetModeSynchronizedOutput, ansi.ResetModeSynchronizedOutput},
}

func (t *Thrift) Write(p []byte) (int, error) {
	size := len(p)
	p = Plain(p)
	out := p
	if len(p) <= smallFrame {
		out = t.shorten(unbracketed(p))
	}
	if at := bytes.LastIndex(p, []byte(ansi.EraseEntireScreen)); at >= 0 {
		out = append(bytes.Clone(p[:at]), unerased(p[at:])...)
		t.clear = !writes(p[at:])
	} else if t.clear {
		out = unerased(p)
		t.clear = !writes(p)
	}
	t.follow(p)
	if len(out) == 0 {
		return size, nil
	}
	if t.move != "" {
		out = append([]byte(t.move), out...)
		t.move = ""
	}
	if _, err := t.W.Write(out); err != nil {
		return 0, err
	}
	return size, nil
}

// unbracketed returns a frame without its brackets. While the cursor was hidden before, a frame
// has only the first of them, and is returned as it is.
func unbracketed(frame []byte) []byte {
	for _, c := range brackets {
		if inner, ok := bytes.CutPrefix(frame, []byte(c[0])); ok {
			if inner, ok = bytes.CutSuffix(inner, []byte(c[1])); ok {
				return inner
			}
		}
	}
	return frame
}

// shorten leaves out a final cursor move to the place where the letters before it have left the
// cursor, or replaces it by a few backspaces: the renderer sometimes writes the blank after a
// letter as well.
func (t *Thrift) shorten(frame []byte) []byte {
	letters, row, col, ok := lastMove(frame)
	if !ok || t.row == 0 || row != t.row {
		return frame
	}
	n, ok := cells(letters)
	end := t.col + n
	back := end - col
	// In the last column terminals delay the wrap, so the cursor's place is unclear.
	if !ok || end > int(t.Columns.Load()) || back < 0 || back > 3 {
		return frame
	}
	return append(bytes.Clone(letters), "\b\b\b"[:back]...)
}

// unerased takes a frame from the point where it clears the screen, and returns it without the
// erasing of cells that are already clear (ECH in plain style, ECMA-48 8.3.38). The renderer
// draws each row once and from left to right, so everything ahead of it is clear.
func unerased(frame []byte) []byte {
	out := make([]byte, 0, len(frame))
	plain := true
	for len(frame) > 0 {
		seq, _, n, _ := ansi.DecodeSequence(frame, ansi.NormalState, nil)
		if n == 0 {
			break
		}
		body, csi := bytes.CutPrefix(seq, []byte("\x1b["))
		switch {
		case csi && body[len(body)-1] == 'm':
			plain = string(body) == "m"
		case csi && plain && body[len(body)-1] == 'X':
			frame = frame[n:]
			continue
		}
		out = append(out, seq...)
		frame = frame[n:]
	}
	return append(out, frame...)
}

// writes reports whether a frame puts anything on the screen.
func writes(frame []byte) bool {
	for len(frame) > 0 {
		_, width, n, _ := ansi.DecodeSequence(frame, ansi.NormalState, nil)
		if width > 0 || n == 0 {
			return true
		}
		frame = frame[n:]
	}
	return false
}

// follow notes where the cursor is after a frame.
func (t *Thrift) follow(frame []byte) {
	_, row, col, ok := lastMove(bytes.TrimSuffix(unbracketed(frame), []byte(ansi.SetModeTextCursorEnable)))
	if !ok {
		row, col = 0, 0
	}
	t.row, t.col = row, col
}

// lastMove splits a frame before its last sequence, if that is an absolute cursor move (CUP,
// ECMA-48 8.3.21).
func lastMove(frame []byte) (before []byte, row, col int, ok bool) {
	at := bytes.LastIndexByte(frame, '\x1b')
	if at < 0 {
		return nil, 0, 0, false
	}
	body, ok := bytes.CutPrefix(frame[at:], []byte("\x1b["))
	if !ok {
		return nil, 0, 0, false
	}
	if body, ok = bytes.CutSuffix(body, []byte("H")); !ok {
		return nil, 0, 0, false
	}
	r, c, ok := bytes.Cut(body, []byte(";"))
	if !ok {
		return nil, 0, 0, false
	}
	row, errRow := strconv.Atoi(string(r))
	col, errCol := strconv.Atoi(string(c))
	return frame[:at], row, col, errRow == nil && errCol == nil && row > 0 && col > 0
}

// cells returns the width of letters in columns. ok is false unless all are letters or blanks
// that every terminal draws in one column.
func cells(letters []byte) (int, bool) {
	n := 0
	for len(letters) > 0 {
		r, size := utf8.DecodeRune(letters)
		// Latin letters with their marks in one code point, as fields keep them. Terminals
		// disagree about the width of other scripts.
		if ascii := r >= ' ' && r <= '~'; !ascii && (r > '\u1eff' || !unicode.Is(unicode.Latin, r)) {
			return 0, false
		}
		n++
		letters = letters[size:]
	}
	return n, true
}
