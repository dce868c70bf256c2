package scanner

// What the kernel tells of a keyboard (Documentation/input/event-codes.rst).
const (
	eventSync   = 0 // EV_SYN
	eventKey    = 1 // EV_KEY
	syncDropped = 3 // SYN_DROPPED: some events were lost, because nobody read them in time

	keyReleased = 0
	keyPressed  = 1
	keyRepeated = 2 // held down; no scanner means it
)

// event is one line of what the kernel tells.
type event struct {
	kind, code uint16
	value      int32
}

// keyboard makes a text of the keys that a scanner presses.
type keyboard struct {
	shift, ctrl, alt [2]bool // left and right
	caps             bool
	number           int // typed on the pad while Alt is held
	numbered         bool
}

// take appends what an event writes. Enter writes CR. What was lost on the way
// spoils the reading.
func (k *keyboard) take(dst []byte, e event) []byte {
	switch {
	case e.kind == eventSync && e.code == syncDropped:
		*k = keyboard{caps: k.caps} // what is held down is not known any more
		return append(dst, spoilt)
	case e.kind != eventKey:
		return dst
	case e.value == keyReleased:
		return k.released(dst, e.code)
	case e.value == keyPressed:
		return k.pressed(dst, e.code)
	default:
		return dst
	}
}

func (k *keyboard) pressed(dst []byte, code uint16) []byte {
	if held := k.modifier(code); held != nil {
		*held = true
		if code == keyLeftAlt || code == keyRightAlt {
			k.number, k.numbered = 0, false
		}
		return dst
	}
	switch code {
	case keyCapsLock:
		k.caps = !k.caps
		return dst
	case keyEnter, keyPadEnter:
		return append(dst, '\r')
	case keyTab:
		return append(dst, '\t')
	}
	c := onKey(code, k.shift[0] || k.shift[1])
	switch {
	case c == 0:
	case k.alt[0] || k.alt[1]:
		k.digit(code, c)
	case k.ctrl[0] || k.ctrl[1]:
		if c >= '@' {
			dst = append(dst, c&0x1f) // Ctrl and ] is GS, between the fields of GS1
		}
	case k.caps:
		dst = append(dst, otherCase(c))
	default:
		dst = append(dst, c)
	}
	return dst
}

// digit takes a digit of the pad while Alt is held: together they write any letter
// by its number. Scanners that are to work with all layouts do so.
func (k *keyboard) digit(code uint16, c byte) {
	onPad := code >= keyPadFirst && code <= keyPadLast && c >= '0' && c <= '9'
	if onPad && k.number < 1000 {
		k.number, k.numbered = 10*k.number+int(c-'0'), true
	}
}

func otherCase(c byte) byte {
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return c ^ ('a' ^ 'A')
	}
	return c
}

func (k *keyboard) released(dst []byte, code uint16) []byte {
	held := k.modifier(code)
	if held == nil {
		return dst
	}
	*held = false
	if code != keyLeftAlt && code != keyRightAlt || !k.numbered {
		return dst
	}
	k.numbered = false
	if k.number >= ' ' && k.number < 0x7f || k.number == '\t' || k.number == '\r' || k.number == '\n' {
		return append(dst, byte(k.number))
	}
	// A letter of a code page that is not known here.
	return append(dst, "\uFFFD"...)
}

// modifier gives what remembers that a key is held, nil for other keys.
func (k *keyboard) modifier(code uint16) *bool {
	switch code {
	case keyLeftShift:
		return &k.shift[0]
	case keyRightShift:
		return &k.shift[1]
	case keyLeftCtrl:
		return &k.ctrl[0]
	case keyRightCtrl:
		return &k.ctrl[1]
	case keyLeftAlt:
		return &k.alt[0]
	case keyRightAlt:
		return &k.alt[1]
	}
	return nil
}
