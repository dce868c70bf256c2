package slip

import (
	"fmt"
	"image"
	"image/draw"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"motcua/tui/qr"
)

// paper is a slip being laid out, from the top down.
type paper struct {
	width, margin int
	y             int // dots from the top to the next line

	body, strong, heading, title *face
	biggest                      float64 // faces for the appointment

	marks []mark
}

// mark is a piece of text or a filled rectangle at its place.
type mark struct {
	x, y int // of text: the start of its baseline
	face *face
	text string
	ink  image.Rectangle
}

type align int

const (
	atLeft align = iota
	centred
)

// newPaper chooses type sizes for a paper width in dots: on 80 mm paper 26 dots (9 points)
// for the text, which is what newspapers for older readers use, and 24 dots on 58 mm paper.
func newPaper(width int) (*paper, error) {
	if width < 200 || width > 2000 || width%8 != 0 {
		return nil, fmt.Errorf("slip: there is no paper that is %d dots wide", width)
	}
	p := &paper{width: width, margin: 8, y: 8}
	sizes := [4]float64{26, 26, 28, 34}
	p.biggest = 54
	if width < 480 {
		sizes = [4]float64{24, 24, 26, 28}
		p.biggest = 40
	}
	for i, f := range []**face{&p.body, &p.strong, &p.heading, &p.title} {
		made, err := newFace(i > 0, sizes[i])
		if err != nil {
			return nil, err
		}
		*f = made
	}
	return p, nil
}

// gap leaves half a line empty.
func (p *paper) gap() { p.y += p.body.line / 2 }

// write lays out text, wrapped at the paper's width.
func (p *paper) write(f *face, s string, a align) {
	p.block(f, s, p.margin, p.width-2*p.margin, a)
}

func (p *paper) block(f *face, s string, x, width int, a align) {
	if s == "" {
		return
	}
	for _, l := range f.wrap(norm.NFC.String(s), width) {
		left := x
		if a == centred {
			left += (width - f.width(l)) / 2
		}
		p.marks = append(p.marks, mark{x: left, y: p.y + f.ascent, face: f, text: l})
		p.y += f.line
	}
}

// hang lays out a list item after a bullet, with later lines indented under the first.
func (p *paper) hang(f *face, indent int, s string) {
	const dot = "•"
	x := p.margin + indent*f.width(" ")*2
	p.marks = append(p.marks, mark{x: x, y: p.y + f.ascent, face: f, text: dot})
	x += f.width(dot + " ")
	p.block(f, s, x, p.width-p.margin-x, atLeft)
}

// boxed lays out the appointment in a frame, the day on one line and the time below it, as
// large as they fit.
func (p *paper) boxed(pieces []string) error {
	const edge, pad, step = 4, 10, 2
	width := p.width - 2*(p.margin+edge+pad)
	var f *face
	for size := p.biggest; ; size -= step {
		var err error
		if f, err = newFace(true, size); err != nil {
			return err
		}
		fits := !slices.ContainsFunc(pieces, func(s string) bool { return f.width(norm.NFC.String(s)) > width })
		if fits || size <= p.biggest*2/3 {
			break
		}
	}
	top := p.y
	p.y += edge + pad
	for _, piece := range pieces {
		p.block(f, piece, p.margin+edge+pad, width, centred)
	}
	p.y += edge + pad
	left, right := p.margin, p.width-p.margin
	for _, r := range []image.Rectangle{
		image.Rect(left, top, right, top+edge), image.Rect(left, p.y-edge, right, p.y),
		image.Rect(left, top, left+edge, p.y), image.Rect(right-edge, top, right, p.y),
	} {
		p.marks = append(p.marks, mark{ink: r})
	}
	return nil
}

// rule draws a line across the paper.
func (p *paper) rule() {
	p.gap()
	p.marks = append(p.marks, mark{ink: image.Rect(p.margin, p.y, p.width-p.margin, p.y+2)})
	p.y += 2
	p.gap()
}

// leastModule is the smallest size of a QR code's module in dots: 0.4 mm, which a
// telephone's camera still reads on faded paper.
const leastModule = 3

// code lays out a QR code with its quiet zone in the middle of the paper, at most five
// eighths of the width. It reports false when the code does not fit.
func (p *paper) code(link string) bool {
	room := p.width * 5 / 8
	c, ok := qr.Encode(link, room/leastModule)
	if !ok {
		return false
	}
	side := c.Size + 2*qr.Quiet
	dots := min(room/side, 8)
	left := (p.width - side*dots) / 2
	for y := range c.Size {
		for x := range c.Size {
			if c.Dark(x, y) {
				at := image.Pt(left+(x+qr.Quiet)*dots, p.y+(y+qr.Quiet)*dots)
				p.marks = append(p.marks, mark{ink: image.Rectangle{at, at.Add(image.Pt(dots, dots))}})
			}
		}
	}
	p.y += side * dots
	return true
}

// picture draws everything in two colours: a dot is black where ink covers at least half of
// it.
func (p *paper) picture() *image.Paletted {
	bounds := image.Rect(0, 0, p.width, p.y+8)
	grey := image.NewAlpha(bounds)
	out := image.NewPaletted(bounds, palette)
	for _, m := range p.marks {
		if m.face == nil {
			draw.Draw(grey, m.ink, image.Opaque, image.Point{}, draw.Src)
			continue
		}
		d := font.Drawer{Dst: grey, Src: image.Opaque, Face: m.face.Face, Dot: fixed.P(m.x, m.y)}
		d.DrawString(m.text)
	}
	for i, a := range grey.Pix {
		if a >= 0x80 {
			out.Pix[i] = Black
		}
	}
	return out
}

// wrap breaks text at spaces into lines of at most width dots. It breaks a word that is
// wider than a line where the line ends.
func (f *face) wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" {
			if f.width(line+" "+word) <= width {
				line += " " + word
				continue
			}
			lines = append(lines, line)
			line = ""
		}
		for _, r := range word {
			if line != "" && f.width(line+string(r)) > width {
				lines = append(lines, line)
				line = ""
			}
			line += string(r)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
