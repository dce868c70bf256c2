package themes

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// shade is one colour, stated for each colour depth. The zero shade is no
// colour: the terminal's own.
type shade struct {
	hex  string // true colour, "#RRGGBB"
	c256 uint8  // 16..255; 0..15 differ from terminal to terminal
	c16  uint8  // 0..15 as a foreground, 0..7 as a background
}

// at is the shade's colour at a colour depth, nil where there is none.
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

// attr is a set of text attributes. Faint and blinking are left out on purpose:
// the first is grey on grey, the second is forbidden at a counter.
type attr uint8

const (
	bold        attr = 1 << iota // at every colour depth
	boldRich                     // at 256 colours and above
	underline                    // at every colour depth
	underline16                  // at 16 colours only, where the hue is not enough
	reverse                      // at every colour depth
)

// At 16 colours bold is two things at once: xterm (resource boldColors) and the
// Linux console draw bold 0..7 in the bright colours 8..15, which turns bold
// black into grey. Tokens with a dark foreground at 16 colours are boldRich.

// ink is how one token is drawn.
type ink struct {
	fg, bg shade
	attr   attr
}

// on mixes an ink.
func on(bg, fg shade, attrs ...attr) ink {
	i := ink{fg: fg, bg: bg}
	for _, a := range attrs {
		i.attr |= a
	}
	return i
}

// style makes the ink ready for a terminal. At 16 colours the three depths'
// attributes differ; without colours only bold, underline and reverse are left.
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
