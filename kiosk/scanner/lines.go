package scanner

import "strings"

// most is the length of the longest reading in bytes: a QR code holds at most 2,953
// (ISO/IEC 18004, version 40-L).
const most = 4096

// Control characters that scanners send around a reading.
const (
	stx = 0x02
	etx = 0x03
	eot = 0x04
	// spoilt (CAN, "disregard what was sent", ECMA-48) marks where data was lost.
	spoilt = 0x18
)

// Fault says why the input was not a valid reading.
type Fault int

// The faults.
const (
	FaultTooLong Fault = iota // longer than any code that the program knows
	FaultSpoilt               // part of it was lost on a busy machine
)

// lines splits input into readings. It calls got with each whole reading, and bad with the
// fault of each other one; bad may be nil.
type lines struct {
	got func(string)
	bad func(Fault)

	b       []byte
	tooLong bool
	lost    bool
}

// take adds input. CR, LF, CRLF, ETX and EOT end a reading; STX begins one and discards
// what came before it.
func (l *lines) take(p []byte) {
	for _, c := range p {
		switch {
		case c == '\r' || c == '\n' || c == etx || c == eot:
			l.end()
		case c == stx:
			l.b, l.tooLong, l.lost = l.b[:0], false, false
		case c == spoilt:
			l.lost = true
		case c == 0:
		case len(l.b) >= most:
			l.tooLong = true
		default:
			l.b = append(l.b, c)
		}
	}
}

// end ends the current reading. A reading that is too long or lost a part is discarded:
// part of a code could be the code of somebody else.
func (l *lines) end() {
	text := strings.TrimSpace(strings.ToValidUTF8(string(l.b), "\uFFFD"))
	tooLong, lost := l.tooLong, l.lost
	clear(l.b) // it may contain personal data
	l.b, l.tooLong, l.lost = l.b[:0], false, false
	switch {
	case tooLong:
		l.fault(FaultTooLong)
	case lost:
		l.fault(FaultSpoilt)
	case text != "":
		l.got(text)
	}
}

// breakOff discards the current reading when the device is gone, because its rest is
// missing.
func (l *lines) breakOff() {
	l.lost = l.lost || len(l.b) > 0
	l.end()
}

func (l *lines) fault(f Fault) {
	if l.bad != nil {
		l.bad(f)
	}
}
