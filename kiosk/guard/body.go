package guard

// inDCSHead handles the parameters of a DCS, which the decoder stores like those of a CSI.
func (f *Filter) inDCSHead(b byte) {
	switch {
	case b >= 0x40 && b <= 0x7e:
		if b == '_' { // the decoder looks only at the last byte: see verdict
			b = harmless
		}
		f.put(b)
		f.seq.length++
		f.state = body
	case b >= 0x20 && b <= 0x3f:
		fits := f.seq.length < MaxCSI-1
		if b >= 0x30 {
			fits = f.seq.parameter(b, MaxCSI)
		} else {
			f.seq.between = true
		}
		if !fits {
			f.cutHead()
			f.state = bodyRest
			return
		}
		f.put(b)
		f.seq.length++
	case b == esc:
		f.put(harmless)
		f.put(b)
		f.state = bodyEscape
	case b == can || b == sub:
		f.cutHead()
		f.state = ground
	default:
		f.drop()
	}
}

// cutHead ends a DCS before its body. The decoder needs a final byte to end the head.
func (f *Filter) cutHead() {
	f.put(harmless)
	f.cutBody()
}

// cutBody ends a string. CAN makes the decoder discard the string, except for a DCS, which
// only a string terminator ends.
func (f *Filter) cutBody() {
	if f.seq.kind == dcs {
		f.puts("\x1b\\")
	} else {
		f.put(can)
	}
	f.ended()
}

func (f *Filter) inBody(b byte) {
	switch {
	case b == esc:
		f.fill()
		f.put(b)
		f.state = bodyEscape
	case b == bel && f.seq.kind == osc:
		f.fill()
		f.put(b)
		f.state = ground
	case b == can || b == sub:
		f.cutBody()
		f.state = ground
	case b < 0x20 || b == 0x7f:
		f.drop()
	case f.seq.kind == other, f.seq.length >= MaxString, f.seq.kind == osc && !f.seq.oscByte(b):
		f.cutBody()
		f.state = bodyRest
	default:
		f.put(b)
		f.seq.length++
	}
}

// fill adds a byte to an OSC whose text after the ; is empty: the decoder treats such an
// OSC as unfinished and waits.
func (f *Filter) fill() {
	if f.seq.kind == osc && f.seq.empty {
		f.put('?')
	}
}

// oscByte records a byte of an OSC and reports whether it may pass. The digits of the OSC's
// number pass only while they can still become one of the colour replies: the decoder takes
// an OSC whose number ends in the bits of _ for a win32 input record.
func (s *sequence) oscByte(b byte) bool {
	switch {
	case s.number < 0:
		s.empty = false
		return true
	case b == ';' && (s.number == 4 || s.number >= 10 && s.number <= 12):
		s.number, s.empty = -1, true
		return true
	case s.number == 0 && (b == '1' || b == '4'):
		s.number = int(b - '0')
		return true
	case s.number == 1 && b >= '0' && b <= '2':
		s.number = 10 + int(b-'0')
		return true
	}
	return false
}

// afterBodyEscape handles the byte after an ESC in a string. A \ completes the string
// terminator. With any other byte the ESC began a new sequence, but one of the two decoders
// has already taken it as the end of the string. So the filter completes the terminator and
// sends another ESC.
func (f *Filter) afterBodyEscape(b byte) {
	if b == '\\' {
		f.put(b)
		f.state = ground
		return
	}
	if b != esc && !isKey(b) {
		f.drop()
		return
	}
	f.puts("\\\x1b")
	f.ended()
	f.state = escape
	f.afterEscape(b)
}

// afterBody drops the rest of a string that the filter has ended.
func (f *Filter) afterBody(b byte) {
	switch {
	case b == esc:
		// The ESC is not held back, so the \ of a terminator arrives as alt+\, a key
		// without a function here.
		f.state = ground
		f.plain(b)
		return
	case b == bel && f.seq.kind == osc, b == can, b == sub:
		f.state = ground
	}
	f.drop()
}
