package input

import (
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"
)

// What decodes keys takes everything behind the beginning of a paste for its text
// until the end comes, however long that takes. Terminals send it at once; a
// scanner that types the characters of a code as they are does not when the code
// ends there, and from then on no letter and no touch would be one. So a paste that
// stops, or is longer than anything of ours, is ended here and marked.
const (
	pasteStops = time.Second
	pasteMost  = 4 << 10 // bytes, as of a scan
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	// pasteCut is no character (Unicode keeps it for the use within programs), so
	// no paste of a person holds it.
	pasteCut = '\uFDD0'
)

// pastes follows the pastes in what a terminal sends.
type pastes struct {
	open    bool
	over    bool // it was ended for its length; the rest is passed over
	matched int  // bytes of the marker that is waited for
	count   int  // bytes of the open one
	last    time.Time
}

// HalfPaste tells whether a pasted text was ended here, and whether that was for its
// length.
func HalfPaste(content string) (half, tooLong bool) {
	return strings.ContainsRune(content, pasteCut), len(content) >= pasteMost
}

// EndPastes gives a reader that ends the pastes which do not end by themselves. A
// terminal stays one: it can still be put into raw mode and waited for.
//
// Sieve appends to dst what of src may reach what decodes keys, and gives it back; nil
// lets everything through. It comes first: what it takes out belongs to no paste.
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
	due    []byte // to be handed on before more is read
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

// pass takes a byte that came at that moment and gives what is to be handed on.
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

// cut is what ends the open paste for what decodes keys, nil when that was told.
func (p *pastes) cut() []byte {
	if p.over {
		return nil
	}
	return []byte(string(pasteCut) + pasteEnd)
}

// match tells that a byte is the last one of the marker that is waited for.
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
