package qr

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"rsc.io/qr/coding"
)

// scanned decodes a code, drawn with its quiet zone at that many dots a module.
func scanned(t *testing.T, c Code, dots int) string {
	t.Helper()
	side := (c.Size + 2*Quiet) * dots
	img := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !c.Dark(x/dots-Quiet, y/dots-Quiet) {
				img.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	// This test decodes the bits; finding a code in a photo is not tested.
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true}
	r, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		t.Fatalf("a code of %d modules cannot be read: %v", c.Size, err)
	}
	return r.GetText()
}

const procedureLink = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019e3a45-df38-7106-a47b-c371f72a569e"

// The space decides about level, size and capital letters in the host.
func TestEncodeFits(t *testing.T) {
	tests := []struct {
		link  string
		most  int // modules
		side  int // with quiet zone; 0: nothing fits
		reads string
	}{
		{procedureLink, 80, 45, procedureLink},
		{procedureLink, 45, 45, procedureLink},
		{procedureLink, 44, 41, strings.Replace(procedureLink, "dichvucong.gov.vn", "DICHVUCONG.GOV.VN", 1)},
		{procedureLink, 42, 41, strings.Replace(procedureLink, "dichvucong.gov.vn", "DICHVUCONG.GOV.VN", 1)},
		{procedureLink, 40, 0, ""},
		{"https://dichvucong.gov.vn/tra-cuu-ho-so", 42, 37, "https://dichvucong.gov.vn/tra-cuu-ho-so"},
		{"https://dichvucong.gov.vn/tra-cuu-ho-so", 36, 0, ""},
		{"https://m.example/a", 33, 33, "https://m.example/a"},
		{"", 80, 0, ""},
	}
	for _, tt := range tests {
		c, ok := Encode(tt.link, tt.most)
		if !ok {
			if tt.side != 0 {
				t.Errorf("%q in %d: nothing fits, want %d", tt.link, tt.most, tt.side)
			}
			continue
		}
		if got := c.Size + 2*Quiet; got != tt.side {
			t.Errorf("%q in %d: %d modules, want %d", tt.link, tt.most, got, tt.side)
		}
		if got := scanned(t, c, 4); got != tt.reads {
			t.Errorf("%q in %d reads %q, want %q", tt.link, tt.most, got, tt.reads)
		}
	}
}

// Another library reads symbols of several modes: every length of every size that fits into 21
// rows, and texts that begin and end in either mode.
func TestSegmentsRead(t *testing.T) {
	const most = 45
	rng := rand.New(rand.NewPCG(1, 2))
	sizes := map[int]int{}
	for n := 1; n <= 100; n++ {
		for range 3 {
			text := randomText(rng, n)
			c, ok := smallest(coding.L, most, segments(text))
			if !ok {
				continue
			}
			sizes[c.Size]++
			if got := scanned(t, c, 3); got != text {
				t.Fatalf("%q reads %q", text, got)
			}
		}
	}
	for v := coding.Version(1); v <= 5; v++ {
		if size := side(v) - 2*Quiet; sizes[size] == 0 {
			t.Errorf("no text made a symbol of %d modules", size)
		}
	}
	if _, ok := smallest(coding.L, most, segments(strings.Repeat("x", 107))); ok {
		t.Error("107 bytes cannot fit 108 with their header")
	}
}

// A text of one mode alone is written in it: at level M 34 digits, 20 capitals and 14
// bytes are what the smallest symbol takes at most (the standard's table 7).
func TestOneMode(t *testing.T) {
	for _, tt := range []struct {
		text string
		side int
	}{
		{strings.Repeat("7", 34), 29}, {strings.Repeat("7", 35), 33}, {strings.Repeat("A", 20), 29}, {strings.Repeat("A", 21), 33},
		{strings.Repeat("a", 14), 29}, {strings.Repeat("a", 15), 33}, {"xã Đức", 29},
	} {
		c, ok := smallest(coding.M, 200, []coding.Encoding{oneMode(tt.text)})
		if got := c.Size + 2*Quiet; !ok || got != tt.side {
			t.Errorf("%q: %d modules, want %d", tt.text, got, tt.side)
		}
		if got := scanned(t, c, 3); got != tt.text {
			t.Errorf("%q reads %q", tt.text, got)
		}
	}
}

func randomText(rng *rand.Rand, n int) string {
	b := make([]byte, n)
	loud := rng.IntN(2) == 0
	for i := range b {
		if rng.IntN(20) == 0 {
			loud = !loud
		}
		b[i] = "abcdefghijklmnopqrstuvwxyz?=&"[rng.IntN(29)]
		if loud {
			b[i] = alphanumeric[rng.IntN(len(alphanumeric))]
		}
	}
	return string(b)
}

// Only the host is written in capital letters, because a path is case-sensitive.
func TestLoud(t *testing.T) {
	for link, want := range map[string]string{
		"https://a.vn/b?c=D":           "https://A.VN/b?c=D",
		"http://127.0.0.1:8080/a.vn":   "http://127.0.0.1:8080/a.vn",
		"https://a.vn:81/https://a.vn": "https://A.VN:81/https://a.vn",
		"mailto:a@b":                   "mailto:a@b",
		"no link":                      "no link",
	} {
		if got := loud(link); got != want {
			t.Errorf("%q became %q, want %q", link, got, want)
		}
	}
}

// Whichever of text and background is dark, the drawn code is the same.
func TestLines(t *testing.T) {
	c, ok := Encode("https://m.example/a", 33)
	if !ok {
		t.Fatal("nothing fits")
	}
	for _, darkInk := range []bool{false, true} {
		lines := c.Lines(darkInk)
		if len(lines) != 17 || c.Rows() != 17 {
			t.Fatalf("%d lines, %d rows", len(lines), c.Rows())
		}
		for y, line := range lines {
			x := 0
			for i, run := range line {
				if i > 0 && run.Swapped == line[i-1].Swapped {
					t.Errorf("line %d: two runs that look alike", y)
				}
				for _, r := range run.Text {
					ground, ink := !darkInk, darkInk // dark
					if run.Swapped {
						ground, ink = ink, ground
					}
					top, bottom := ground, ground
					if r == '▄' {
						bottom = ink
					}
					if top != c.Dark(x-Quiet, 2*y-Quiet) || bottom != c.Dark(x-Quiet, 2*y+1-Quiet) {
						t.Fatalf("%d,%d: %q", x, y, r)
					}
					x++
				}
			}
			if x != 33 {
				t.Errorf("line %d is %d wide", y, x)
			}
		}
	}
}

func FuzzEncode(f *testing.F) {
	for _, s := range []string{procedureLink, "https://a.vn", "x", "HTTPS://A.VN/", "\x00", strings.Repeat("A", 300)} {
		f.Add(s, 41)
	}
	f.Fuzz(func(t *testing.T, link string, most int) {
		c, ok := Encode(link, most)
		if ok && (c.Size+2*Quiet > most || len(c.dark) != c.Size*c.Size) {
			t.Fatal(fmt.Sprint("too large: ", c.Size, " in ", most))
		}
	})
}
