package guard

// inDCSHead takes the parameters of a DCS, which the decoder keeps like those of
// a CSI.
func (f *Filter) inDCSHead(b byte) {
	switch {
	case b >= 0x40 && b <= 0x7e:
		if b == '_' { // the decoder looks at the last byte alone: see verdict
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

// cutHead ends a DCS before its body: the decoder needs a final byte for that.
func (f *Filter) cutHead() {
	f.put(harmless)
	f.cutBody()
}

// cutBody ends a string. CAN makes the decoder forget it, except for a DCS, which
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

// fill puts a byte into an OSC that has a ; and nothing behind it: the decoder
// holds such a one for unfinished, and waits.
func (f *Filter) fill() {
	if f.seq.kind == osc && f.seq.empty {
		f.put('?')
	}
}

// oscByte notes a byte of an OSC. Its number is let through digit by digit, and
// only as far as it leads to one of the colours' replies: the decoder takes an
// OSC whose number ends in the bits of _ for a win32 input record.
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

// afterBodyEscape takes the byte behind an ESC in a string. With \ it is the
// terminator. Otherwise the ESC has begun something new, but one of the two
// decoders has taken it as the end of the string: so it becomes the terminator,
// and another ESC follows.
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

// afterBody swallows the rest of a string that was ended.
func (f *Filter) afterBody(b byte) {
	switch {
	case b == esc:
		// Not held back, so the \ of a terminator arrives as alt+\, a key that
		// means nothing here.
		f.state = ground
		f.plain(b)
		return
	case b == bel && f.seq.kind == osc, b == can, b == sub:
		f.state = ground
	}
	f.drop()
}
