package parts

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A terminal has one size of letters. Big writes digits over three lines with half blocks
// (U+2580, U+2584, U+2588), which every terminal font and the Linux console have, each one cell
// wide.

// BigHeight is how many lines Big takes.
const BigHeight = 3

// bigGlyphs are five points high; digits are five wide. Each cell has two points. The topmost
// of the three lines' six points stays free, because on a coloured plate the strokes would
// touch the background above it and the digits would be hard to read.
var bigGlyphs = map[rune][bigPoints]string{
	'0': {"#####", "#...#", "#...#", "#...#", "#####"},
	'1': {"..#..", "###..", "..#..", "..#..", "#####"},
	'2': {"#####", "....#", "#####", "#....", "#####"},
	'3': {"#####", "....#", ".####", "....#", "#####"},
	'4': {"#...#", "#...#", "#####", "....#", "....#"},
	'5': {"#####", "#....", "#####", "....#", "#####"},
	'6': {"#####", "#....", "#####", "#...#", "#####"},
	'7': {"#####", "....#", "...#.", "..#..", "..#.."},
	'8': {"#####", "#...#", "#####", "#...#", "#####"},
	'9': {"#####", "#...#", "#####", "....#", "#####"},
	'/': {"..#", "..#", ".#.", "#..", "#.."},
	':': {".", "#", ".", "#", "."},
	'.': {".", ".", ".", ".", "#"},
	'-': {"...", "...", "###", "...", "..."},
	' ': {"..", "..", "..", "..", ".."},
	'_': {".....", ".....", ".....", ".....", "#####"},
}

// bigPoints is the height of a glyph in points.
const bigPoints = 2*BigHeight - 1

// Big writes digits, '/', ':', '.', '-', '_' and blanks; ok is false when s contains another
// character. The three lines have the same width.
func Big(s string) (lines []string, ok bool) {
	rows := [BigHeight]strings.Builder{}
	for i, r := range s {
		g, known := bigGlyphs[r]
		if !known {
			return nil, false
		}
		for y := range rows {
			if i > 0 {
				rows[y].WriteByte(' ')
			}
			for x := range len(g[0]) {
				rows[y].WriteRune(halfBlock(y > 0 && g[2*y-1][x] == '#', g[2*y][x] == '#'))
			}
		}
	}
	for y := range rows {
		lines = append(lines, rows[y].String())
	}
	return lines, true
}

// Blocks draws a line of half blocks. In some fonts the full block is smaller than its cell,
// which would draw lines through the digits, so the background is coloured as well. With
// sixteen colours the bright backgrounds differ between terminals, so the background stays as
// it is.
func Blocks(style lipgloss.Style, line string) string {
	ink := style.GetForeground()
	switch ink.(type) {
	case nil, lipgloss.NoColor, ansi.BasicColor:
		return style.Render(line)
	}
	solid := style.Background(ink)
	var b, run strings.Builder
	full := false
	flush := func() {
		switch {
		case run.Len() == 0:
		case full:
			b.WriteString(solid.Render(run.String()))
		default:
			b.WriteString(style.Render(run.String()))
		}
		run.Reset()
	}
	for _, r := range line {
		if (r == '█') != full {
			flush()
			full = !full
		}
		run.WriteRune(r)
	}
	flush()
	return b.String()
}

func halfBlock(upper, lower bool) rune {
	switch {
	case upper && lower:
		return '█'
	case upper:
		return '▀'
	case lower:
		return '▄'
	default:
		return ' '
	}
}
