package qr

import (
	"net/url"
	"strings"

	"github.com/boombuler/barcode/utils"
)

// The national portal's link to a procedure has 81 letters: level L takes 78 of
// them in the 33 modules that 21 rows leave room for. Letters of the
// alphanumeric mode take 5.5 bits instead of 8, and the library writes a text in
// one mode only; so this file writes a symbol of several modes, for the sizes
// that fit a terminal and in which the data is a single block.

// versions are the symbols of level L that pack knows, by their number: modules
// along a side, bytes of data and of error correction (ISO/IEC 18004, tables 1
// and 9).
var versions = []struct{ size, data, check int }{
	{21, 19, 7}, {25, 34, 10}, {29, 55, 15}, {33, 80, 20}, {37, 108, 26},
}

// pack makes the smallest symbol of level L for a link, its host in capitals.
func pack(link string) (Code, bool) {
	bits := segments(loud(link))
	for _, v := range versions {
		if room := v.data * 8; len(bits) <= room {
			s := newSymbol(v.size)
			s.place(codewords(bits, v.data, v.check))
			return s.masked(), true
		}
	}
	return Code{}, false
}

// loud writes the host of a web link in capital letters.
func loud(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return link
	}
	before, after, found := strings.Cut(link, "//"+u.Host)
	if !found {
		return link
	}
	return before + "//" + strings.ToUpper(u.Host) + after
}

// bits are written most significant first.
type bits []bool

func (b *bits) add(value, count int) {
	for i := count - 1; i >= 0; i-- {
		*b = append(*b, value>>i&1 == 1)
	}
}

// alphanumeric are the signs of that mode, each at its value (table 5).
const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// segments writes a text: the longest run of alphanumeric signs in that mode and
// what stands before and after it as bytes. The lengths are those of versions 1
// to 9.
func segments(text string) bits {
	from, to := longestRun(text)
	var b bits
	b.bytes(text[:from])
	b.letters(text[from:to])
	b.bytes(text[to:])
	return b
}

func longestRun(text string) (from, to int) {
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || strings.IndexByte(alphanumeric, text[i]) < 0 {
			if i-start > to-from {
				from, to = start, i
			}
			start = i + 1
		}
	}
	return from, to
}

func (b *bits) bytes(s string) {
	if s == "" {
		return
	}
	b.add(0b0100, 4)
	b.add(len(s), 8)
	for i := range len(s) {
		b.add(int(s[i]), 8)
	}
}

func (b *bits) letters(s string) {
	if s == "" {
		return
	}
	b.add(0b0010, 4)
	b.add(len(s), 9)
	for ; len(s) > 1; s = s[2:] {
		b.add(strings.IndexByte(alphanumeric, s[0])*45+strings.IndexByte(alphanumeric, s[1]), 11)
	}
	if s != "" {
		b.add(strings.IndexByte(alphanumeric, s[0]), 6)
	}
}

var reedSolomon = utils.NewReedSolomonEncoder(utils.NewGaloisField(0x11d, 256, 0))

// codewords ends the data (up to four zeros, then whole bytes, then padding) and
// adds what errors are corrected with.
func codewords(b bits, data, check int) bits {
	b.add(0, min(4, data*8-len(b)))
	b.add(0, (8-len(b)%8)%8)
	for pad := 0xEC; len(b) < data*8; pad ^= 0xEC ^ 0x11 {
		b.add(pad, 8)
	}
	words := make([]int, data)
	for i, bit := range b {
		if bit {
			words[i/8] |= 0x80 >> (i % 8)
		}
	}
	for _, w := range reedSolomon.Encode(words, check) {
		b.add(w, 8)
	}
	return b
}
