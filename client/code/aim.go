package code

import (
	"strings"
)

// aimMark is what a scanner may be set up to send before each reading: the
// symbology identifier of ISO/IEC 15424, which many call the AIM prefix. It is a
// bracket, a letter for the kind of code ("]Q1" a QR code, "]C1" GS1-128, "]d2"
// GS1 DataMatrix) and one character more. Behind it may stand which letters the
// code is written in, a backslash and six digits (AIM ITS/04-001, ECI 26 is UTF-8).
var aimMark = pattern(`(^|[\s|;,])\][A-Za-z][0-9A-Za-z](?:\\[0-9]{6})?`)

// withoutAIM takes that mark away, from the beginning and from each field: a list
// may hold several readings. All that reads a code, a receipt or a card begins
// with it, so that the same is understood from a scanner of any kind, from a paste
// and from a command.
func withoutAIM(s string) string {
	if strings.IndexByte(s, ']') < 0 {
		return s
	}
	return aimMark().ReplaceAllString(s, "$1")
}
