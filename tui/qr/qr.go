package qr

// Quiet is the width of the light zone around a code, in modules; the standard demands
// four.
const Quiet = 4

// Code is one symbol without its quiet zone.
type Code struct {
	Size int // modules along one side
	dark []bool
}

// Dark reports whether a module is dark; everything outside the symbol is light.
func (c Code) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.Size && y < c.Size && c.dark[y*c.Size+x]
}

// Rows is the number of lines that Lines returns.
func (c Code) Rows() int { return (c.Size+2*Quiet)/2 + 1 } // a side is odd

// Run is a piece of a drawn line.
type Run struct {
	Text    string
	Swapped bool // text and background colours are swapped
}

// Lines draws a code with its quiet zone: one line of text for two rows of modules, each
// Size+2*Quiet columns wide. darkInk says that text is darker than its background. It uses
// only the lower half block and the background, because the blocks of many fonts leave the
// upper edge of their cell free, which would draw a light line through the dark parts.
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
