package code

import (
	"strings"
)

// aimMark matches the symbology identifier of ISO/IEC 15424, often called the AIM
// prefix, which a scanner may be set up to send before each reading. It is a
// bracket, a letter for the kind of code ("]Q1" a QR code, "]C1" GS1-128, "]d2" GS1
// DataMatrix) and one more character. After it may follow the character set of the
// code: a backslash and six digits (AIM ITS/04-001; ECI 26 is UTF-8).
var aimMark = pattern(`(^|[\s|;,])\][A-Za-z][0-9A-Za-z](?:\\[0-9]{6})?`)

// withoutAIM removes that prefix from the beginning of s and of each field, because a
// list may contain several readings. Every reader of codes, receipts and cards calls it
// first, so that scanners of any kind, pastes and commands are read alike.
func withoutAIM(s string) string {
	if strings.IndexByte(s, ']') < 0 {
		return s
	}
	return aimMark().ReplaceAllString(s, "$1")
}
