package qr

import "rsc.io/qr/coding"

// draw draws the segments with the mask that has the lowest penalty. ok is false when a
// segment contains a character that its mode cannot encode.
func draw(v coding.Version, l coding.Level, segments []coding.Encoding) (best Code, ok bool) {
	least := 0
	for mask := coding.Mask(0); mask < 8; mask++ {
		plan, err := coding.NewPlan(v, l, mask)
		if err != nil {
			return Code{}, false
		}
		drawn, err := plan.Encode(segments...)
		if err != nil {
			return Code{}, false
		}
		c := Code{Size: drawn.Size, dark: make([]bool, drawn.Size*drawn.Size)}
		for y := range c.Size {
			for x := range c.Size {
				c.dark[y*c.Size+x] = drawn.Black(x, y)
			}
		}
		if p := c.penalty(); mask == 0 || p < least {
			best, least = c, p
		}
	}
	return best, true
}

// penalty counts what makes a symbol hard to scan (7.8.3): long runs, blocks, patterns like
// a finder, too much of one colour.
func (c Code) penalty() int {
	sum, darkOnes := 0, 0
	for _, at := range []func(i, j int) bool{
		func(i, j int) bool { return c.Dark(j, i) },
		c.Dark,
	} {
		for i := range c.Size {
			run, last := 0, false
			window := 0
			for j := range c.Size {
				d := at(i, j)
				if j > 0 && d == last {
					run++
				} else {
					run, last = 1, d
				}
				switch {
				case run == 5:
					sum += 3
				case run > 5:
					sum++
				}
				window = window << 1 & 0x7ff
				if d {
					window |= 1
				}
				if j >= 10 && (window == 0b10111010000 || window == 0b00001011101) {
					sum += 40
				}
			}
		}
	}
	for y := range c.Size {
		for x := range c.Size {
			d := c.Dark(x, y)
			if d {
				darkOnes++
			}
			if x > 0 && y > 0 && d == c.Dark(x-1, y) && d == c.Dark(x, y-1) && d == c.Dark(x-1, y-1) {
				sum += 3
			}
		}
	}
	share := darkOnes * 100 / (c.Size * c.Size)
	return sum + max(share-50, 50-share)/5*10
}
