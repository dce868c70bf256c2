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
)

// lines cuts what comes into readings.
type lines struct {
	b       []byte
	tooLong bool
}

// take hands each whole reading to got. CR, LF, CRLF, ETX and EOT end one; STX
// begins one, whatever stood before it was cut off.
func (l *lines) take(p []byte, got func(string)) {
	for _, c := range p {
		switch {
		case c == '\r' || c == '\n' || c == etx || c == eot:
			l.end(got)
		case c == stx:
			l.b, l.tooLong = l.b[:0], false
		case c == 0:
		case len(l.b) >= most:
			l.tooLong = true
		default:
			l.b = append(l.b, c)
		}
	}
}

// end ends the reading that was begun. What was too long is no reading: half a
// code could be somebody else's.
func (l *lines) end(got func(string)) {
	text := strings.TrimSpace(strings.ToValidUTF8(string(l.b), "\uFFFD"))
	whole := text != "" && !l.tooLong
	clear(l.b) // it may be about a person
	l.b, l.tooLong = l.b[:0], false
	if whole {
		got(text)
	}
}
