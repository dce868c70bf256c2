package tui

import (
	"io"
	"os"
	"time"
)

// Forgetful gives a reader that hands on a letter at a time, for the input of a
// lobby's program. What decodes keys keeps a piece of its input as long as the
// longest that it was given at once; so it stays short enough for a wipe to take
// its place. A paste that never ends is ended. A terminal stays one: it can still be
// put into raw mode and waited for.
func Forgetful(r io.Reader) io.Reader {
	if f, ok := r.(*os.File); ok {
		return &forgetfulFile{File: f}
	}
	return &forgetfulReader{Reader: r}
}

type forgetfulReader struct {
	io.Reader
	letters
}

func (f *forgetfulReader) Read(p []byte) (int, error) { return f.read(f.Reader, p) }

type forgetfulFile struct {
	*os.File
	letters
}

func (f *forgetfulFile) Read(p []byte) (int, error) { return f.read(f.File, p) }

// letters is what is to be handed on before the next letter is read.
type letters struct {
	pastes pastes
	due    []byte
}

func (l *letters) read(r io.Reader, p []byte) (int, error) {
	for len(l.due) == 0 {
		n, err := readLetter(r, p)
		if n == 0 || err != nil {
			return n, err
		}
		out := l.pastes.pass(p[:n], time.Now())
		if len(out) > n {
			l.due = out
		} else if len(out) > 0 {
			return n, nil
		}
	}
	n := copy(p, l.due)
	clear(l.due[:n])
	l.due = l.due[n:]
	return n, nil
}

// readLetter reads a byte, or the bytes of one letter: they come together, and the
// second half of a letter alone would be taken for a control character.
func readLetter(r io.Reader, p []byte) (int, error) {
	n, err := r.Read(p[:min(len(p), 1)])
	if n == 0 || err != nil {
		return n, err
	}
	rest := 0
	switch b := p[0]; {
	case b >= 0xF0 && b <= 0xF4:
		rest = 3
	case b >= 0xE0 && b < 0xF0:
		rest = 2
	case b >= 0xC2 && b < 0xE0:
		rest = 1
	}
	if rest >= len(p) {
		return n, nil
	}
	more, err := io.ReadFull(r, p[1:1+rest])
	if err != nil && more > 0 {
		err = nil // the next read tells
	}
	return n + more, err
}
