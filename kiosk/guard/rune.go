package guard

import "unicode/utf8"

// partialRune collects the bytes of one rune across chunks.
type partialRune struct {
	buf  [utf8.UTFMax]byte
	n    int // bytes collected
	need int // bytes that the first one announces
}

// add takes a byte from 0x80 on. It returns a whole rune and its length, or length 0 when
// the rune is incomplete or invalid.
func (p *partialRune) add(b byte) (rune, int) {
	if b >= 0xc0 { // begins a rune, whatever came before
		p.n, p.need = 0, 0
		switch {
		case b >= 0xc2 && b <= 0xdf:
			p.need = 2
		case b >= 0xe0 && b <= 0xef:
			p.need = 3
		case b >= 0xf0 && b <= 0xf4:
			p.need = 4
		default:
			return 0, 0
		}
		p.buf[0], p.n = b, 1
		return 0, 0
	}
	if p.n == 0 {
		return 0, 0
	}
	p.buf[p.n] = b
	p.n++
	if p.n < p.need {
		return 0, 0
	}
	size := p.n
	p.n = 0
	r, w := utf8.DecodeRune(p.buf[:size])
	if w != size { // overlong, a surrogate, beyond U+10FFFF
		return 0, 0
	}
	return r, size
}
