package qr

import "slices"

// symbol is a code that is being drawn: the fixed patterns first, then the data.
type symbol struct {
	Code
	fixed []bool // belongs to no data, and is not masked
}

// newSymbol draws the patterns of a symbol of version 1 to 5.
func newSymbol(size int) *symbol {
	s := &symbol{Code: Code{Size: size, dark: make([]bool, size*size)}, fixed: make([]bool, size*size)}
	for i := range size { // timing
		s.fix(i, 6, i%2 == 0)
		s.fix(6, i, i%2 == 0)
	}
	for _, at := range [][2]int{{3, 3}, {size - 4, 3}, {3, size - 4}} { // finders
		s.rings(at[0], at[1], 4)
	}
	if size > 21 { // the one alignment pattern of versions 2 to 6
		s.rings(size-7, size-7, 2)
	}
	for i := range 9 { // room for the format, told once the mask is known
		s.keep(8, i)
		s.keep(i, 8)
	}
	for i := range 8 {
		s.keep(size-1-i, 8)
		s.keep(8, size-1-i)
	}
	return s
}

func (s *symbol) fix(x, y int, dark bool) {
	if x >= 0 && y >= 0 && x < s.Size && y < s.Size {
		s.dark[y*s.Size+x], s.fixed[y*s.Size+x] = dark, true
	}
}

func (s *symbol) keep(x, y int) { s.fixed[y*s.Size+x] = true }

// rings draws squares around a middle: light at a distance of 2 and, around a
// finder, of 4.
func (s *symbol) rings(x, y, radius int) {
	for dy := -radius; dy <= radius; dy++ {
		for dx := -radius; dx <= radius; dx++ {
			ring := max(dx, -dx, dy, -dy)
			dark := ring != 2 && ring != 4
			if radius == 2 {
				dark = ring != 1
			}
			s.fix(x+dx, y+dy, dark)
		}
	}
}

// place writes the data in columns of two, from the lower right corner up and
// down in turn, around what is fixed. The few modules left over stay light.
func (s *symbol) place(data bits) {
	up := true
	for right := s.Size - 1; right > 0; right -= 2 {
		if right == 6 {
			right-- // the timing pattern has this column to itself
		}
		for i := range s.Size {
			y := i
			if up {
				y = s.Size - 1 - i
			}
			for _, x := range []int{right, right - 1} {
				if s.fixed[y*s.Size+x] || len(data) == 0 {
					continue
				}
				s.dark[y*s.Size+x], data = data[0], data[1:]
			}
		}
		up = !up
	}
}

// masks are the conditions under which a module changes (table 10), x to the
// right and y down.
var masks = []func(x, y int) bool{
	func(x, y int) bool { return (x+y)%2 == 0 },
	func(_, y int) bool { return y%2 == 0 },
	func(x, _ int) bool { return x%3 == 0 },
	func(x, y int) bool { return (x+y)%3 == 0 },
	func(x, y int) bool { return (y/2+x/3)%2 == 0 },
	func(x, y int) bool { return x*y%2+x*y%3 == 0 },
	func(x, y int) bool { return (x*y%2+x*y%3)%2 == 0 },
	func(x, y int) bool { return ((x+y)%2+x*y%3)%2 == 0 },
}

// masked is the symbol with the mask that leaves the fewest patterns which a
// scanner may stumble over.
func (s *symbol) masked() Code {
	var best Code
	least := -1
	for n, mask := range masks {
		c := Code{Size: s.Size, dark: slices.Clone(s.dark)}
		for y := range s.Size {
			for x := range s.Size {
				if at := y*s.Size + x; !s.fixed[at] && mask(x, y) {
					c.dark[at] = !c.dark[at]
				}
			}
		}
		c.format(n)
		if p := c.penalty(); least < 0 || p < least {
			best, least = c, p
		}
	}
	return best
}

// format tells level and mask, twice (7.9): 5 bits, 10 that correct them, and a
// pattern over both so that they are never all light.
func (c Code) format(mask int) {
	const levelL = 0b01
	data := levelL<<3 | mask
	rest := data << 10
	for i := 14; i >= 10; i-- {
		if rest>>i&1 == 1 {
			rest ^= 0b10100110111 << (i - 10)
		}
	}
	word := (data<<10 | rest) ^ 0b101010000010010
	set := func(x, y, bit int) { c.dark[y*c.Size+x] = word>>bit&1 == 1 }
	for i := range 15 {
		switch { // around the upper left finder, past the timing patterns
		case i < 6:
			set(8, i, i)
		case i < 8:
			set(8, i+1, i)
		case i == 8:
			set(7, 8, i)
		default:
			set(14-i, 8, i)
		}
		if i < 8 { // beside the other two
			set(c.Size-1-i, 8, i)
		} else {
			set(8, c.Size-15+i, i)
		}
	}
	c.dark[(c.Size-8)*c.Size+8] = true // always dark
}

// penalty counts what makes a symbol hard to read (7.8.3): long runs, blocks,
// what looks like a finder, too much of one colour.
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
