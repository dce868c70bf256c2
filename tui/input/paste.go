package input

import (
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"
)

// The decoder takes everything after the start marker of a paste as its text until the end
// marker comes. Terminals send that at once. A scanner that types the bytes of a code may
// contain the start marker without an end, and from then on no key and no touch would
// arrive. So a paste that stops, or that is longer than any code, is ended here and marked.
const (
	pasteStops = time.Second
	pasteMost  = 4 << 10 // bytes, as of a scan
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	// pasteCut is a noncharacter (Unicode reserves it for use inside programs), so no
	// paste of a person contains it.
	pasteCut = '\uFDD0'
)

// pastes follows the pastes in a terminal's input.
type pastes struct {
	open    bool
	over    bool // it was ended because of its length; the rest is dropped
	matched int  // bytes of the expected marker that have matched
	count   int  // bytes of the open paste
	last    time.Time
}

// HalfPaste reports whether a pasted text was ended here, and whether that was because of
// its length.
func HalfPaste(content string) (half, tooLong bool) {
	return strings.ContainsRune(content, pasteCut), len(content) >= pasteMost
}

// EndPastes returns a reader that ends pastes without an end marker. A terminal stays a
// terminal: it can still be put into raw mode and polled.
//
// sieve appends to dst what of src may reach the decoder and returns dst; nil passes
// everything. It runs first, so what it removes is not part of a paste.
func EndPastes(r io.Reader, sieve func(dst, src []byte) []byte) io.Reader {
	e := endPastes{sieve: sieve}
	if f, ok := r.(*os.File); ok {
		return &endPastesFile{f, e}
	}
	return &endPastesReader{r, e}
}

type endPastesReader struct {
	io.Reader
	endPastes
}

func (e *endPastesReader) Read(p []byte) (int, error) { return e.read(e.Reader, p) }

type endPastesFile struct {
	*os.File
	endPastes
}

func (e *endPastesFile) Read(p []byte) (int, error) { return e.read(e.File, p) }

type endPastes struct {
	sieve  func(dst, src []byte) []byte
	pastes pastes
	in     [256]byte
	due    []byte // to be returned before more is read
}

func (e *endPastes) read(r io.Reader, p []byte) (int, error) {
	for len(e.due) == 0 {
		n, err := r.Read(e.in[:])
		through := e.in[:n]
		if e.sieve != nil {
			through = e.sieve(nil, through)
		}
		now := time.Now()
		for i := range through {
			e.due = append(e.due, e.pastes.pass(through[i:i+1:i+1], now)...)
		}
		if err != nil && len(e.due) == 0 {
			return 0, err
		}
		if n == 0 {
			break
		}
	}
	n := copy(p, e.due)
	e.due = e.due[n:]
	return n, nil
}

// pass handles a byte that came at that time and returns what to pass on.
func (p *pastes) pass(letter []byte, now time.Time) []byte {
	var before []byte
	if p.open && now.Sub(p.last) > pasteStops {
		before = p.cut()
		*p = pastes{}
	}
	p.last = now
	whole := p.match(letter[0])
	switch {
	case whole && !p.open:
		p.open, p.count = true, 0
	case whole:
		over := p.over
		p.open, p.over = false, false
		if over {
			return nil
		}
	case p.over:
		return nil
	case p.open:
		p.count += len(letter)
		if p.count > pasteMost && p.matched == 0 && utf8.RuneStart(letter[0]) {
			before = p.cut()
			p.over = true
			return before
		}
	}
	if before == nil {
		return letter
	}
	return append(before, letter...)
}

// cut returns the bytes that end the open paste for the decoder, nil when that was done.
func (p *pastes) cut() []byte {
	if p.over {
		return nil
	}
	return []byte(string(pasteCut) + pasteEnd)
}

// match reports whether a byte completes the expected marker.
func (p *pastes) match(b byte) bool {
	marker := pasteBegin
	if p.open {
		marker = pasteEnd
	}
	switch {
	case b == marker[p.matched]:
		p.matched++
	case b == marker[0]:
		p.matched = 1
	default:
		p.matched = 0
	}
	if p.matched < len(marker) {
		return false
	}
	p.matched = 0
	return true
}
