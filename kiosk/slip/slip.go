// Package slip draws a slip as the dots of a receipt printer: text in a font that ships in
// the binary, and a QR code, as one picture in two colours.
//
// It is a picture because printers have no Vietnamese letters that a program could rely
// on: the code pages differ between makers, and Epson's reference has TCVN-3 and
// Windows-1258 only on some models. Layout and wrapping are ours, 345 lines;
// golang.org/x/image draws the letters.
package slip

import (
	"fmt"
	"image"
	"image/color"

	"motcua/tui/device"
	"motcua/tui/text"
)

// Widths of a printer's line in dots at 203 dots an inch (8 a mm): paper of 80 mm
// and of 58 mm.
const (
	Wide   = 576
	Narrow = 384
)

// Indexes of the two colours in a picture's palette.
const (
	White = 0
	Black = 1
)

var palette = color.Palette{color.White, color.Black}

// Draw lays out a slip on paper of the given width in dots, a multiple of 8. The picture is
// as tall as needed and has two colours, Black where a dot is printed. The error says that
// the width is not a paper's or that a font could not be read.
func Draw(s device.Slip, width int) (*image.Paletted, error) {
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

// lines lays out the body: headings, list items, empty space.
func (p *paper) lines(lines []device.SlipLine) {
	for _, l := range lines {
		switch l.Kind {
		case device.SlipHeading:
			p.write(p.heading, l.Text, atLeft)
		case device.SlipItem:
			p.hang(p.body, 0, l.Text)
		case device.SlipSubitem:
			p.hang(p.body, 2, l.Text)
		case device.SlipGap:
			p.gap()
		default:
			p.write(p.body, l.Text, atLeft)
		}
	}
}
