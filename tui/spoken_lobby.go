package tui

import (
	"fmt"
)

// What the pages say that only a lobby has.

// speaks tells how to take it home, or what keeps the slip from coming out.
func (p *takePage) speaks() spoken {
	h := p.handOver()
	s := spoken{lines: []line{{text: h.title}}}
	if h.says != "" {
		s.lines = append(s.lines, line{text: h.says})
	}
	if !h.bare && h.link != "" {
		s.lines = append(s.lines, line{text: p.texts.Slip.HowToScan})
	}
	return s
}

// speaks never says what is typed: a PIN is for nobody's ears.
func (p *pinPage) speaks() spoken {
	w := &p.texts.Hold
	s := spoken{lines: []line{{text: w.PINLabel}, {text: w.PINHelp}}}
	switch {
	case p.checking:
		s.lines = append(s.lines, line{text: w.PINChecking})
	case p.said != "":
		s.lines = append(s.lines, line{text: p.said, wrong: true, of: p.said})
	}
	return s
}

func (p *operatorPage) speaks() spoken {
	w := &p.texts.Hold
	s := spoken{lines: []line{{text: w.OperatorTitle}}}
	if !p.known {
		s.lines = append(s.lines, line{text: w.Looking})
	}
	for _, h := range p.health {
		s.lines = append(s.lines, line{text: h.Name(p.texts.Lang) + ": " + h.Says(p.texts.Lang)})
	}
	if p.known && len(p.health) == 0 {
		s.lines = append(s.lines, line{text: w.NoParts})
	}
	for i, d := range deeds {
		words := d.text(w)
		if i == p.sure {
			words = d.again(w)
		}
		s.lines = append(s.lines, p.pressing(fmt.Sprint(i+1), words))
	}
	return s
}

func (m *morePage) speaks() spoken {
	s := spoken{lines: []line{{text: m.texts.Lobby.MoreTitle}}}
	for _, b := range m.below() {
		s.lines = append(s.lines, m.pressing(b.Legend, b.Text))
	}
	return s
}
