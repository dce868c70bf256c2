package scanner

// Codes of keys (linux/input-event-codes.h). They name positions on a keyboard, not
// letters: scanners press the keys of an American layout unless they are set up otherwise
// (HID Usage Tables, page 7).
const (
	keyTab        = 15
	keyEnter      = 28
	keyLeftCtrl   = 29
	keyLeftShift  = 42
	keyRightShift = 54
	keyLeftAlt    = 56
	keyCapsLock   = 58
	keyPadFirst   = 71
	keyPadLast    = 83
	keyPadEnter   = 96
	keyRightCtrl  = 97
	keyPadSlash   = 98
	keyRightAlt   = 100
	keyPadEqual   = 117
	keyPadComma   = 121
)

// rows are runs of keys with consecutive codes: the characters without and with Shift.
var rows = [...]struct {
	first        uint16
	alone, shift string
}{
	{2, "1234567890-=", "!@#$%^&*()_+"},
	{16, "qwertyuiop[]", "QWERTYUIOP{}"},
	{30, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
	{43, `\zxcvbnm,./`, `|ZXCVBNM<>?`},
	{57, " ", " "},
	{55, "*", "*"},
	// The number pad, whatever the state of Num Lock: a scanner means the digit.
	{keyPadFirst, "789-456+1230.", "789-456+1230."},
	{keyPadSlash, "/", "/"}, {keyPadEqual, "=", "="}, {keyPadComma, ",", ","},
	{86, `\`, `|`}, // next to the left Shift, on keyboards that have it
}

// onKey returns the character of a key, 0 for none.
func onKey(code uint16, shift bool) byte {
	for _, r := range rows {
		if code >= r.first && int(code-r.first) < len(r.alone) {
			if shift {
				return r.shift[code-r.first]
			}
			return r.alone[code-r.first]
		}
	}
	return 0
}
