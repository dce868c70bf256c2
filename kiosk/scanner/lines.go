package scanner

import "strings"

// most is the longest reading in bytes: a QR code holds 2,953 at most (ISO/IEC
// 18004, version 40-L).
const most = 4096

// Control characters that scanners put around a reading.
const (
	stx = 0x02
	etx = 0x03
	eot = 0x04
	// spoilt (CAN, "disregard what was sent", ECMA-48) marks that a part was lost.
	spoilt = 0x18
)

// Fault is why something that was read is no reading.
type Fault int

// The faults.
const (
	FaultTooLong Fault = iota // longer than anything of ours
	FaultSpoilt               // a part of it was lost on a machine that was busy
)

// lines cuts what comes into readings. Got is handed each whole one; bad is told of
// the others, nil: nobody is.
type lines struct {
	got func(string)
	bad func(Fault)

	b       []byte
	tooLong bool
	lost    bool
}

// take takes what came. CR, LF, CRLF, ETX and EOT end a reading; STX begins one,
// whatever stood before it was cut off.
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

// end ends the reading that was begun. What was too long or lost a part is none:
// half a code could be somebody else's.
func (l *lines) end() {
	text := strings.TrimSpace(strings.ToValidUTF8(string(l.b), "\uFFFD"))
	tooLong, lost := l.tooLong, l.lost
	clear(l.b) // it may be about a person
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

// breakOff ends what was begun when the device is gone: nobody knows what was to
// follow.
func (l *lines) breakOff() {
	l.lost = l.lost || len(l.b) > 0
	l.end()
}

func (l *lines) fault(f Fault) {
	if l.bad != nil {
		l.bad(f)
	}
}
