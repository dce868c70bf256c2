// Package slip draws a slip as the dots of a receipt printer. Printers know no
// Vietnamese letters, so the whole slip is one picture, with a font that ships in
// the binary.
package slip

import (
	"fmt"
	"image"
	"image/color"

	"motcua/tui"
	"motcua/tui/text"
)

// Widths of a printer's line in dots at 203 dots an inch (8 a mm): paper of 80 mm
// and of 58 mm.
const (
	Wide   = 576
	Narrow = 384
)

// The two colours of a picture, by their index.
const (
	White = 0
	Black = 1
)

var palette = color.Palette{color.White, color.Black}

// Draw lays a slip out on paper that many dots wide, a multiple of 8. The picture
// is as tall as it has to be and has two colours, Black where a dot is printed.
func Draw(s tui.Slip, width int) (*image.Paletted, error) {
	p, err := newPaper(width)
	if err != nil {
		return nil, err
	}
	t := &text.For(s.Lang).Slip

	p.write(p.strong, s.Name, centred)
	p.write(p.body, s.Office, centred)
	p.rule()
	p.write(p.title, s.Title, atLeft)
	p.write(p.title, s.Code, atLeft)
	p.gap()
	if len(s.Big) > 0 {
		p.write(p.body, s.Label, atLeft)
		if err := p.boxed(s.Big); err != nil {
			return nil, err
		}
		p.gap()
	}
	p.lines(s.Lines)
	if s.Link != "" {
		p.gap()
		if p.code(s.Link) {
			p.write(p.body, t.ScanHere, centred)
		} else {
			p.write(p.body, s.Link, atLeft)
		}
	}
	p.rule()
	p.write(p.body, fmt.Sprintf(t.PrintedAt, text.For(s.Lang).Moment(s.Printed)), centred)
	return p.picture(), nil
}

// lines lays the body: headings, items that hang, free room.
func (p *paper) lines(lines []tui.SlipLine) {
	for _, l := range lines {
		switch l.Kind {
		case tui.SlipHeading:
			p.write(p.heading, l.Text, atLeft)
		case tui.SlipItem:
			p.hang(p.body, 0, l.Text)
		case tui.SlipSubitem:
			p.hang(p.body, 2, l.Text)
		case tui.SlipGap:
			p.gap()
		default:
			p.write(p.body, l.Text, atLeft)
		}
	}
}
