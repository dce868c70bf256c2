package themes

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// shade is one colour, given for each colour depth. The zero shade means the terminal's own
// colour.
type shade struct {
	hex  string // true colour, "#RRGGBB"
	c256 uint8  // 16..255; 0..15 differ between terminals
	c16  uint8  // 0..15 as a foreground, 0..7 as a background
}

// at returns the shade's colour at a colour depth, nil where it has none.
func (s shade) at(p colorprofile.Profile) color.Color {
	if s.hex == "" {
		return nil
	}
	switch p {
	case colorprofile.TrueColor:
		return lipgloss.Color(s.hex)
	case colorprofile.ANSI256:
		return lipgloss.Color(strconv.Itoa(int(s.c256)))
	case colorprofile.ANSI:
		return lipgloss.Color(strconv.Itoa(int(s.c16)))
	default:
		return nil
	}
}

// attr is a set of text attributes. Faint and blinking are left out on purpose: faint text
// is grey on grey, and blinking is not acceptable at a counter.
type attr uint8

const (
	bold        attr = 1 << iota // at every colour depth
	boldRich                     // at 256 colours and above
	underline                    // at every colour depth
	underline16                  // at 16 colours only, where the hue is not enough
	reverse                      // at every colour depth
)

// At 16 colours bold is ambiguous: xterm (resource boldColors) and the Linux console draw
// bold 0..7 in the bright colours 8..15, which turns bold black into grey. Tokens with a
// dark foreground at 16 colours use boldRich.

// ink is the colours and attributes of one token.
type ink struct {
	fg, bg shade
	attr   attr
}

// on returns an ink.
func on(bg, fg shade, attrs ...attr) ink {
	i := ink{fg: fg, bg: bg}
	for _, a := range attrs {
		i.attr |= a
	}
	return i
}

// style returns the ink's style for a terminal's colour depth. At 16 colours the attributes
// differ from those at the other depths; without colours only bold, underline and reverse
// remain.
func (i ink) style(p colorprofile.Profile) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c := i.fg.at(p); c != nil {
		s = s.Foreground(c)
	}
	if c := i.bg.at(p); c != nil {
		s = s.Background(c)
	}
	a := i.attr
	rich := p == colorprofile.TrueColor || p == colorprofile.ANSI256
	if a&bold != 0 || rich && a&boldRich != 0 {
		s = s.Bold(true)
	}
	if a&underline != 0 || !rich && a&underline16 != 0 {
		s = s.Underline(true)
	}
	if a&reverse != 0 {
		s = s.Reverse(true)
	}
	return s
}
