// Package terminal is what has to be known of the output of Bubble Tea's renderer:
// what consoles take its sequences for.
package terminal

import (
	"bytes"
	"os"

	"github.com/charmbracelet/x/ansi"
)

// Plain is a frame that begins in plain style, whatever the console makes of
// xterm's key modifier options (XTMODKEYS): libtsm, which kmscon draws with, reads
// "CSI > 4 ; 2 m" as an underline and faint letters, on all text from there to the
// next reset, also of the shell that comes after.
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

// File is a terminal's file that gets plain frames. The library finds the size and
// the colours of a terminal by its methods.
type File struct{ f *os.File }

// NewFile makes one.
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

// Read, Close and Fd are the file's own.
func (t *File) Read(p []byte) (int, error) { return t.f.Read(p) }

// Close closes the file.
func (t *File) Close() error { return t.f.Close() }

// Fd is the file's descriptor.
func (t *File) Fd() uintptr { return t.f.Fd() }
