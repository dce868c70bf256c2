package printer

import (
	"errors"

	"motcua/tui"
)

// status is what a printer says of itself.
type status struct {
	offline  bool
	cover    bool // open
	paper    bool // at its end
	cutter   bool // blocked
	broken   bool // an error that it cannot mend, or that somebody has to
	cooling  bool // an error that goes by itself
	anyError bool
}

// questions are the n of DLE EOT n: the printer, why it is off line, its error,
// its paper.
var questions = []byte{1, 2, 3, 4}

// ask is a question, answered at once whatever the printer is doing.
func ask(n byte) []byte { return []byte{0x10, 0x04, n} }

// ear sorts what a printer sends, byte by byte.
type ear struct {
	skip    int  // bytes to come of a report that nobody asked for
	waits   bool // the barrier was set
	reached bool // and has been answered
}

// hear tells whether a byte is an answer to DLE EOT: bits 1 and 4 are set, bits 0
// and 7 are not. An answer to GS r has neither bit 4 nor 7. A report that the
// printer sends by itself (GS a) has four bytes; the first has bit 4 but not bit
// 1, and the others look like answers to GS r.
func (e *ear) hear(b byte) (answer bool) {
	switch {
	case e.skip > 0 && b&0x90 == 0:
		e.skip--
	case b&0x93 == 0x12:
		e.skip = 0
		return true
	case b&0x93 == 0x10:
		e.skip = 3
	case b&0x90 == 0:
		e.skip = 0
		e.reached = e.reached || e.waits
	default:
		e.skip = 0 // noise
	}
	return false
}

// take adds the answer to question n.
func (s *status) take(n, b byte) {
	on := func(bits byte) bool { return b&bits != 0 }
	switch n {
	case 1:
		s.offline = on(0x08)
	case 2:
		s.cover = on(0x04)
		s.paper = s.paper || on(0x20) // printing stops for it
		s.anyError = on(0x40)
	case 3:
		s.broken = on(0x04 | 0x20) // a mechanical one, and an unrecoverable one
		s.cutter = on(0x08)
		s.cooling = on(0x40)
	case 4:
		s.paper = s.paper || on(0x60)
	}
}

// problem is what keeps it from printing, the first thing to mend first: with the
// cover open there seems to be no paper either.
func (s *status) problem() error {
	switch {
	case s.cover:
		return because(tui.PrinterCover, errors.New("the cover is open"))
	case s.paper:
		return because(tui.PrinterPaper, errors.New("no paper"))
	case s.cutter:
		return because(tui.PrinterJam, errors.New("the cutter is blocked"))
	case s.broken:
		return because(tui.PrinterJam, errors.New("an error that it cannot mend"))
	case s.cooling:
		return because(tui.PrinterBusy, errors.New("an error that goes by itself"))
	case s.anyError:
		return because(tui.PrinterJam, errors.New("an error of some kind"))
	case s.offline:
		return because(tui.PrinterBusy, errors.New("off line"))
	default:
		return nil
	}
}
