package themes

import (
	"image/color"
	"math"
)

// Contrast is the contrast ratio of two colours, 1 (the same) to 21 (black on
// white), by the relative luminance of WCAG 2.2. Transparency is ignored. The
// order of the colours does not matter.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance is WCAG's relative luminance, 0 (black) to 1 (white).
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
func luminance(c color.Color) float64 {
	r, g, b := linear(c)
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// linear undoes the transfer curve of sRGB; each part is 0..1.
func linear(c color.Color) (r, g, b float64) {
	r16, g16, b16, _ := c.RGBA()
	return linearPart(r16), linearPart(g16), linearPart(b16)
}

func linearPart(v uint32) float64 {
	x := float64(v) / 0xffff
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}
