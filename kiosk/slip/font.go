package slip

import (
	_ "embed"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// See font/README.md for what they are and how they were made.
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

// face is a font at a size. It belongs to one slip: a font.Face is not safe for
// use by several at once.
type face struct {
	font.Face
	line, ascent int // dots from line to line, and from a line's top to its base
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
	// At 72 dots an inch a point is a dot. Hinting puts letters on whole dots, so
	// that the same letter looks the same each time.
	made, err := opentype.NewFace(f, &opentype.FaceOptions{Size: dots, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil, err
	}
	m := made.Metrics()
	return &face{made, m.Height.Ceil(), m.Ascent.Ceil()}, nil
}

// width is how many dots a text takes.
func (f *face) width(s string) int { return font.MeasureString(f.Face, s).Ceil() }
