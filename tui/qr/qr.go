// Package qr makes QR codes (ISO/IEC 18004) that are small enough for where they
// are shown: a terminal of 21 rows, a receipt 48 mm wide.
package qr

import "github.com/boombuler/barcode/qr"

// Quiet is how many light modules stand around a code on each side; the standard
// asks for four.
const Quiet = 4

// Code is one symbol without its quiet zone.
type Code struct {
	Size int // modules along one side
	dark []bool
}

// Dark tells whether a module is dark; all outside the symbol is light.
func (c Code) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.Size && y < c.Size && c.dark[y*c.Size+x]
}

// Encode makes the code of a link whose side, quiet zone included, is at most
// most modules. Of what fits it takes what is easiest to scan: first with 15 % of
// it to spare (level M), then with 7 % (L), then with the host in capital
// letters, which take less room and mean the same (RFC 3986, 6.2.2.1). ok is
// false when nothing fits.
func Encode(link string, most int) (c Code, ok bool) {
	if link == "" {
		return Code{}, false
	}
	for _, level := range []qr.ErrorCorrectionLevel{qr.M, qr.L} {
		b, err := qr.Encode(link, level, qr.Auto)
		if err != nil {
			continue // longer than any code
		}
		size := b.Bounds().Dx()
		if size+2*Quiet > most {
			continue
		}
		c := Code{Size: size, dark: make([]bool, size*size)}
		for y := range size {
			for x := range size {
				r, _, _, _ := b.At(x, y).RGBA()
				c.dark[y*size+x] = r < 0x8000
			}
		}
		return c, true
	}
	c, ok = pack(link)
	return c, ok && c.Size+2*Quiet <= most
}

// Rows is how many lines Lines has.
func (c Code) Rows() int { return (c.Size+2*Quiet)/2 + 1 } // a side is odd

// Run is a piece of a drawn line.
type Run struct {
	Text    string
	Swapped bool // ground and ink change places
}

// Lines draws a code with its quiet zone, a line of text for two rows of modules,
// each Size+2*Quiet columns wide. darkInk tells that text is darker than its
// ground. Only the lower half block is used, and the rest is ground: many fonts'
// blocks leave the upper edge of their cell free, which would draw a light line
// through everything dark.
func (c Code) Lines(darkInk bool) [][]Run {
	side := c.Size + 2*Quiet
	lines := make([][]Run, 0, c.Rows())
	for y := 0; y < side; y += 2 {
		var line []Run
		for x := range side {
			top, bottom := c.Dark(x-Quiet, y-Quiet), c.Dark(x-Quiet, y+1-Quiet)
			sign, swapped := " ", top == darkInk
			if top != bottom {
				sign = "▄"
			}
			if n := len(line); n > 0 && line[n-1].Swapped == swapped {
				line[n-1].Text += sign
			} else {
				line = append(line, Run{sign, swapped})
			}
		}
		lines = append(lines, line)
	}
	return lines
}
