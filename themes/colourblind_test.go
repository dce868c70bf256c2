package themes

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

// How dichromats see, as matrices on linear RGB: F. Viénot, H. Brettel, J. D. Mollon,
// "Digital video colourmaps for checking the legibility of displays by dichromats", Color
// Research and Application 24 (1999) 243-252, computed for the sRGB primaries.
var dichromats = map[string][3][3]float64{
	"protanopia": {
		{0.11238, 0.88762, 0},
		{0.11238, 0.88762, 0},
		{0.00401, -0.00401, 1},
	},
	"deuteranopia": {
		{0.29275, 0.70725, 0},
		{0.29275, 0.70725, 0},
		{-0.02234, 0.02234, 1},
	},
}

// lab returns a colour in CIE L*a*b*, white D65, as a person with the given matrix sees it.
func lab(c color.Color, m [3][3]float64) [3]float64 {
	r, g, b := linear(c)
	var s [3]float64
	for i, row := range m {
		s[i] = min(1, max(0, row[0]*r+row[1]*g+row[2]*b))
	}
	// sRGB to XYZ: IEC 61966-2-1.
	x := 0.4124*s[0] + 0.3576*s[1] + 0.1805*s[2]
	y := 0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2]
	z := 0.0193*s[0] + 0.1192*s[1] + 0.9505*s[2]
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	fx, fy, fz := f(x/0.95047), f(y), f(z/1.08883)
	return [3]float64{116*fy - 16, 500 * (fx - fy), 200 * (fy - fz)}
}

// distance returns the CIE 1976 colour difference: 2.3 is just noticeable, 100 is black to
// white.
func distance(a, b color.Color, m [3][3]float64) float64 {
	p, q := lab(a, m), lab(b, m)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

var everybody = [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}

func TestDistance(t *testing.T) {
	for _, tc := range []struct {
		name string
		a, b uint32
		m    [3][3]float64
		want float64
	}{
		{"black to white", 0x000000, 0xffffff, everybody, 100},
		{"the same", 0x336699, 0x336699, everybody, 0},
		{"red to green", 0xff0000, 0x00ff00, everybody, 170.6},
	} {
		if got := distance(rgb(tc.a), rgb(tc.b), tc.m); math.Abs(got-tc.want) > 0.5 {
			t.Errorf("%s: %.1f, want %.1f", tc.name, got, tc.want)
		}
	}
	// Greys stay grey, and a red and a green that dichromats cannot tell apart become
	// almost equal.
	for name, m := range dichromats {
		if d := distance(rgb(0x808080), rgb(0x808080), m); d != 0 {
			t.Errorf("%s: a grey differs from itself by %.1f", name, d)
		}
		if d := distance(rgb(0xff0000), rgb(0x00ff00), m); d >= 170.6/1.5 {
			t.Errorf("%s: red and green are %.1f apart, as if nothing were simulated", name, d)
		}
	}
}

// signsApart is the least difference between two signs that are told apart at a glance:
// more than ten times what is just noticeable.
const signsApart = 25

// TestColourBlindSignsStayApart: in the theme made for them, good, warning and bad differ
// for people without red or without green cones, at every colour depth.
func TestColourBlindSignsStayApart(t *testing.T) {
	for _, d := range depths {
		s := colourBlind.Styles(d.profile)
		for name, m := range dichromats {
			for _, pair := range []struct {
				name string
				a, b lipgloss.Style
			}{
				{"good and warn", s.Good, s.Warn},
				{"good and bad", s.Good, s.Bad},
				{"warn and bad", s.Warn, s.Bad},
			} {
				as, _ := d.seen(pair.a)
				bs, _ := d.seen(pair.b)
				got := distance(as[0], bs[0], m)
				t.Logf("%-9s %-12s %-13s %5.1f", d.name, name, pair.name, got)
				if got < signsApart {
					t.Errorf("%s, %s: %s are %.1f apart, need %d", d.name, name, pair.name, got, signsApart)
				}
			}
		}
	}
}
