package server

import (
	"bytes"
	"io"
	"strconv"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	frames "motcua/kiosk/terminal"
)

// thrift takes out of the frames of Bubble Tea's renderer what nobody would see.
// The renderer hides the cursor while it draws, or asks the
// terminal to hold the picture back, and then moves the cursor to its place and
// shows it: for a letter in a field that is twenty bytes for one. A frame that
// comes in one packet needs no curtain, and after a letter the cursor stands
// where it should. On the first screen it erases what was cleared just before.
//
// Each call of Write must be one frame, as the renderer makes it.
type thrift struct {
	w        io.Writer
	columns  atomic.Int32 // of the terminal
	row, col int          // where the cursor stands, from 1; row 0: unknown
	clear    bool         // nothing stands on the screen yet
}

// smallFrame is how many bytes come in one packet and are drawn in a blink, even
// at 9,600 baud.
const smallFrame = 160

// curtains are what a frame stands between. A terminal has the second one when
// it said that it knows synchronized output.
var curtains = [][2]string{
	{ansi.ResetModeTextCursorEnable, ansi.SetModeTextCursorEnable},
	{ansi.SetModeSynchronizedOutput, ansi.ResetModeSynchronizedOutput},
}

func (t *thrift) Write(p []byte) (int, error) {
	size := len(p)
	p = frames.Plain(p)
	out := p
	if len(p) <= smallFrame {
		out = t.shorten(uncurtained(p))
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
	if _, err := t.w.Write(out); err != nil {
		return 0, err
	}
	return size, nil
}

// uncurtained is the frame without its curtain. One whose cursor was not seen
// before only opens: that one stays.
func uncurtained(frame []byte) []byte {
	for _, c := range curtains {
		if inner, ok := bytes.CutPrefix(frame, []byte(c[0])); ok {
			if inner, ok = bytes.CutSuffix(inner, []byte(c[1])); ok {
				return inner
			}
		}
	}
	return frame
}

// shorten leaves out a last move of the cursor to where a few letters have
// brought it, or makes it a step back. The renderer writes the blank behind a
// letter once more.
func (t *thrift) shorten(frame []byte) []byte {
	letters, row, col, ok := lastMove(frame)
	if !ok || t.row == 0 || row != t.row {
		return frame
	}
	n, ok := cells(letters)
	end := t.col + n
	back := end - col
	// In the last column the cursor waits for the next letter to wrap.
	if !ok || end > int(t.columns.Load()) || back < 0 || back > 3 {
		return frame
	}
	return append(bytes.Clone(letters), "\b\b\b"[:back]...)
}

// unerased is a frame from where it clears the screen on, without the erasing of
// cells that are clear already (ECH in no style, ECMA-48 8.3.38). The renderer
// draws rows once and from left to right, so what lies ahead of it is clear.
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

// writes tells whether a frame puts anything on the screen.
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

// follow keeps where the cursor stands when a frame was drawn.
func (t *thrift) follow(frame []byte) {
	_, row, col, ok := lastMove(bytes.TrimSuffix(uncurtained(frame), []byte(ansi.SetModeTextCursorEnable)))
	if !ok {
		row, col = 0, 0
	}
	t.row, t.col = row, col
}

// lastMove splits a frame before its end, when that is an absolute move of the
// cursor (CUP, ECMA-48 8.3.21).
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

// cells is how many columns some letters take, when they are letters and blanks
// alone that every terminal draws in one column.
func cells(letters []byte) (int, bool) {
	n := 0
	for len(letters) > 0 {
		r, size := utf8.DecodeRune(letters)
		// Latin with its marks in one code point, as fields keep it; beyond lie
		// scripts whose width terminals disagree about.
		if ascii := r >= ' ' && r <= '~'; !ascii && (r > '\u1eff' || !unicode.Is(unicode.Latin, r)) {
			return 0, false
		}
		n++
		letters = letters[size:]
	}
	return n, true
}
