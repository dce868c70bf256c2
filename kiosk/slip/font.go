package slip

import (
	_ "embed"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// See font/README.md for the origin of the fonts and how these files were made.
var (
	//go:embed font/NotoSans-Regular.ttf
	regularFile []byte
	//go:embed font/NotoSans-Bold.ttf
	boldFile []byte
)

var (
	regular = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(regularFile) })
	bold    = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(boldFile) })
)

// face is a font at one size. It belongs to one slip, because a font.Face is not safe for
// concurrent use.
type face struct {
	font.Face
	line, ascent int // dots from line to line, and from the top of a line to its baseline
}

func newFace(strong bool, dots float64) (*face, error) {
	parse := regular
	if strong {
		parse = bold
	}
	f, err := parse()
	if err != nil {
		return nil, err
	}
	// At 72 dots an inch one point is one dot. Hinting aligns letters to whole dots, so
	// that the same letter always looks the same.
	made, err := opentype.NewFace(f, &opentype.FaceOptions{Size: dots, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil, err
	}
	m := made.Metrics()
	return &face{made, m.Height.Ceil(), m.Ascent.Ceil()}, nil
}

// width returns the width of a text in dots.
func (f *face) width(s string) int { return font.MeasureString(f.Face, s).Ceil() }
