package tui

import (
	"time"
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

// pass takes a letter that came at that moment and gives what is to be handed on.
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
		if p.count > pasteMost && p.matched == 0 {
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
