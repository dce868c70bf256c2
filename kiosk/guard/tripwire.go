package guard

// tripwire checks every byte of the output last. It does not track where sequences begin or
// end, so it still holds where the filter and the decoder disagree about that.
type tripwire struct {
	separators int  // in the current run of digits, ; and :
	run        bool // the last byte was one of these
	size       shape
}

// shape follows ESC [ across any pause, for the one reply that must never arrive.
type shape uint8

const (
	noShape shape = iota
	shapeEscape
	shapeCSI       // ESC [
	shapeCSINumber // and a digit
)

// pass returns the byte to pass on, or false to drop it.
func (t *tripwire) pass(b byte) (byte, bool) {
	switch {
	case b >= '0' && b <= '9':
		t.begin()
	case b == ';' || b == ':':
		t.begin()
		if t.separators >= MaxParameters-1 {
			return 0, false
		}
		t.separators++
	case b >= 0x20 && b <= 0x2f:
		t.run = false // but a final byte may still follow
	case b == '_' && t.separators >= 2:
		// A win32 input record, whatever precedes its parameters.
		return 0, false
	default:
		t.run, t.separators = false, 0
	}
	return t.resize(b), true
}

func (t *tripwire) begin() {
	if !t.run {
		t.run, t.separators = true, 0
	}
}

// resize replaces t, and _ after one number, by a harmless final byte.
func (t *tripwire) resize(b byte) byte {
	switch {
	case b == esc:
		t.size = shapeEscape
	case t.size == noShape:
	case t.size == shapeEscape && b == '[':
		t.size = shapeCSI
	case t.size == shapeEscape && b >= 0x20 && b <= 0x2f:
	case t.size >= shapeCSI && b >= 0x20 && b <= 0x3f:
		if b >= '0' && b <= '9' {
			t.size = shapeCSINumber
		}
	case t.size == shapeCSINumber && (b == 't' || b == '_'):
		t.size = noShape
		return harmless
	default:
		t.size = noShape
	}
	return b
}
