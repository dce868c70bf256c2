package scanner

// Event types, codes and values of a keyboard (Documentation/input/event-codes.rst).
const (
	eventSync   = 0 // EV_SYN
	eventKey    = 1 // EV_KEY
	syncDropped = 3 // SYN_DROPPED: the kernel dropped events because nobody read them in time

	keyReleased = 0
	keyPressed  = 1
	keyRepeated = 2 // held down; a scanner never means it
)

// event is one input event without its time.
type event struct {
	kind, code uint16
	value      int32
}

// keyboard turns the key presses of a scanner into text.
type keyboard struct {
	shift, ctrl, alt [2]bool // left and right
	caps             bool
	number           int // typed on the number pad while Alt is held
	numbered         bool
}

// take appends what an event writes. Enter writes CR. Dropped events spoil the reading.
func (k *keyboard) take(dst []byte, e event) []byte {
	switch {
	case e.kind == eventSync && e.code == syncDropped:
		*k = keyboard{caps: k.caps} // it is no longer known which keys are held down
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
			dst = append(dst, c&0x1f) // Ctrl and ] is GS, the separator between GS1 fields
		}
	case k.caps:
		dst = append(dst, otherCase(c))
	default:
		dst = append(dst, c)
	}
	return dst
}

// digit handles a digit of the number pad while Alt is held: the digits together are the
// number of a character. Scanners that must work with every layout type that way.
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
	// A character of a code page that this program does not know.
	return append(dst, "\uFFFD"...)
}

// modifier returns where to store that a modifier key is held, nil for other keys.
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
