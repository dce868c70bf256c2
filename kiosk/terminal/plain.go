package terminal

import (
	"bytes"
	"os"

	"github.com/charmbracelet/x/ansi"
)

// Plain returns a frame that begins in plain style on every console. Some do not know xterm's
// key modifier options (XTMODKEYS): libtsm, which kmscon draws with, reads "CSI > 4 ; 2 m" as
// underlined and faint, for all text up to the next reset, including the shell's text after the
// program.
func Plain(frame []byte) []byte {
	at := -1
	for _, options := range []string{ansi.SetModifyOtherKeys2, ansi.ResetModifyOtherKeys} {
		if i := bytes.LastIndex(frame, []byte(options)); i >= 0 {
			at = max(at, i+len(options))
		}
	}
	if at < 0 {
		return frame
	}
	out := make([]byte, 0, len(frame)+len(ansi.ResetStyle))
	return append(append(append(out, frame[:at]...), ansi.ResetStyle...), frame[at:]...)
}

// File is a terminal's file whose frames go through Plain. Bubble Tea finds the terminal's size
// and colours by File's methods.
type File struct{ f *os.File }

// NewFile wraps a terminal's file.
func NewFile(f *os.File) *File { return &File{f} }

// Write writes one frame.
func (t *File) Write(frame []byte) (int, error) {
	plain := Plain(frame)
	n, err := t.f.Write(plain)
	if n == len(plain) {
		n = len(frame)
	}
	return min(n, len(frame)), err
}

// Read reads from the file.
func (t *File) Read(p []byte) (int, error) { return t.f.Read(p) }

// Close closes the file.
func (t *File) Close() error { return t.f.Close() }

// Fd is the file's descriptor.
func (t *File) Fd() uintptr { return t.f.Fd() }
