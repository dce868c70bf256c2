package printer

import (
	"errors"
	"motcua/tui/device"
)

// status is the state that a printer reports.
type status struct {
	offline  bool
	cover    bool // open
	paper    bool // at its end
	cutter   bool // blocked
	broken   bool // an error that does not end by itself
	cooling  bool // an error that ends by itself, such as overheating
	anyError bool
}

// questions are the n of DLE EOT n: the printer, the cause of being off line, the error,
// the paper.
var questions = []byte{1, 2, 3, 4}

// ask returns a question that the printer answers immediately, whatever it is doing.
func ask(n byte) []byte { return []byte{0x10, 0x04, n} }

// parser sorts the bytes that a printer sends.
type parser struct {
	skip    int  // bytes to come of an unsolicited report
	waits   bool // the barrier was set
	reached bool // and has been answered
}

// consume handles a byte and reports whether it is an answer to DLE EOT: bits 1 and 4 are
// set, bits 0 and 7 are not. An answer to GS r has neither bit 4 nor bit 7. A report that
// the printer sends by itself (GS a) has four bytes: the first has bit 4 but not bit 1, and
// the others look like answers to GS r.
func (e *parser) consume(b byte) (answer bool) {
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
		s.paper = s.paper || on(0x20) // printing stops at this signal
		s.anyError = on(0x40)
	case 3:
		s.broken = on(0x04 | 0x20) // one that somebody can clear, and one that needs service
		s.cutter = on(0x08)
		s.cooling = on(0x40)
	case 4:
		s.paper = s.paper || on(0x60)
	}
}

// problem returns what keeps the printer from printing. What has to be fixed first comes
// first: an open cover also looks like missing paper.
func (s *status) problem() error {
	switch {
	case s.cover:
		return because(device.PrinterCover, errors.New("the cover is open"))
	case s.paper:
		return because(device.PrinterPaper, errors.New("no paper"))
	case s.cutter:
		return because(device.PrinterJam, errors.New("the cutter is blocked"))
	case s.broken:
		return because(device.PrinterJam, errors.New("the printer reports an error that does not end by itself"))
	case s.cooling:
		return because(device.PrinterBusy, errors.New("the printer reports an error that ends by itself"))
	case s.anyError:
		return because(device.PrinterJam, errors.New("the printer reports an error of an unknown kind"))
	case s.offline:
		return because(device.PrinterBusy, errors.New("off line"))
	default:
		return nil
	}
}
