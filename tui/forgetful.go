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
//
// Sieve appends to dst what of a letter, or of a single byte, may reach what decodes
// keys, and gives it back; nil lets everything through.
func Forgetful(r io.Reader, sieve func(dst, letter []byte) []byte) io.Reader {
	if f, ok := r.(*os.File); ok {
		return &forgetfulFile{f, letters{sieve: sieve}}
	}
	return &forgetfulReader{r, letters{sieve: sieve}}
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
	sieve  func(dst, letter []byte) []byte
	pastes pastes
	room   [32]byte // for what the sieve gives
	due    []byte
	gone   int // bytes of due that are handed on
}

func (l *letters) read(r io.Reader, p []byte) (int, error) {
	for l.gone == len(l.due) {
		n, err := readLetter(r, p)
		if n == 0 || err != nil {
			return n, err
		}
		l.take(p[:n], time.Now())
	}
	n := copy(p, l.due[l.gone:])
	clear(l.due[l.gone:][:n])
	l.gone += n
	return n, nil
}

// take makes due what is to be handed on of a letter that came at that moment.
func (l *letters) take(letter []byte, now time.Time) {
	l.due, l.gone = l.due[:0], 0
	through := letter
	if l.sieve != nil {
		through = l.sieve(l.room[:0], letter)
	}
	// The pastes are followed behind the sieve: what it takes out reaches neither.
	for rest := through; len(rest) > 0; {
		n := min(letterLength(rest[0]), len(rest))
		l.due = append(l.due, l.pastes.pass(rest[:n:n], now)...)
		rest = rest[n:]
	}
	clear(through)
}

// letterLength is how many bytes a letter has that begins with b, 1 for what begins
// none.
func letterLength(b byte) int {
	switch {
	case b >= 0xF0 && b <= 0xF4:
		return 4
	case b >= 0xE0 && b < 0xF0:
		return 3
	case b >= 0xC2 && b < 0xE0:
		return 2
	}
	return 1
}

// readLetter reads a byte, or the bytes of one letter: they come together, and the
// second half of a letter alone would be taken for a control character.
func readLetter(r io.Reader, p []byte) (int, error) {
	n, err := r.Read(p[:min(len(p), 1)])
	if n == 0 || err != nil {
		return n, err
	}
	whole := letterLength(p[0])
	if whole == 1 || whole > len(p) {
		return n, nil
	}
	more, err := io.ReadFull(r, p[1:whole])
	if err != nil && more > 0 {
		err = nil // the next read tells
	}
	return n + more, err
}
