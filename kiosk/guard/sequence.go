package guard

import "strconv"

// Bytes that the filter knows by name.
const (
	bel byte = 0x07
	can byte = 0x18
	sub byte = 0x1a
	esc byte = 0x1b

	// harmless is a final byte without a meaning for the decoder in a CSI, DCS or SS3
	// sequence, with any prefix and intermediate: the event is unknown, and complete.
	harmless byte = 'z'
)

// state is the decoder's state after the output so far.
type state uint8

const (
	ground        state = iota
	escape              // ESC
	escapeBetween       // ESC and a byte of 0x20 to 0x2F: alt+space to alt+/
	csi                 // ESC [
	csiRest             // after a CSI that was cut: its rest is dropped
	ss3                 // ESC O
	dcsHead             // ESC P, up to its final byte
	body                // inside OSC, DCS, APC, PM, SOS
	bodyEscape          // in a body, after an ESC
	bodyRest            // after a string that was cut: its rest is dropped
	pasting             // after the start marker of a bracketed paste
	pasteEscape         // in a paste, after an ESC that is held back
	pasteCSI            // in a paste, after ESC [
	pasteString         // in a paste, in an OSC or another string
)

func (s state) inPaste() bool { return s >= pasting }

// kind is the kind of a string sequence.
type kind uint8

const (
	osc kind = iota
	dcs
	other // APC, PM, SOS
)

// sequence is the current sequence.
type sequence struct {
	kind       kind
	length     int  // bytes passed on, from ESC on
	separators int  // ; and :
	digits     int  // of the current parameter
	between    bool // an intermediate byte was seen: no parameter may follow
	number     int  // of an OSC: 0 before its first digit, -1 after its ;
	empty      bool // nothing follows the ; of an OSC
	params     [MaxCSI]byte
	n          int // bytes of params
}

func (f *Filter) begin(s state, k kind) {
	f.state = s
	f.seq = sequence{kind: k, length: 2}
}

// afterEscape handles the byte after an ESC.
func (f *Filter) afterEscape(b byte) {
	switch {
	case b == '[':
		f.put(b)
		f.begin(csi, other)
	case b == 'O':
		f.put(b)
		f.begin(ss3, other)
	case b == 'P':
		f.put(b)
		f.noKey()
		f.begin(dcsHead, dcs)
	case b == ']':
		f.put(b)
		f.noKey()
		f.begin(body, osc)
	case b == 'X' || b == '^' || b == '_':
		f.put(b)
		f.noKey()
		f.begin(body, other)
	case b >= 0x20 && b <= 0x2f:
		f.put(b)
		f.count.keys.Add(1)
		f.state = escapeBetween
	case b == esc: // ESC twice, or alt with a key that is a sequence
		f.put(b)
	case isKey(b):
		f.state = ground
		f.plain(b)
	default:
		f.drop()
	}
}

// afterBetween handles the byte after a sequence such as alt+space. For one of the two
// decoders that key is complete; the other reads ESC, space and [ as a CSI.
func (f *Filter) afterBetween(b byte) {
	switch b {
	case '[', 'P', ']', 'X', '^', '_':
		f.drop()
		return
	}
	if b < 0x20 || b > 0x2f {
		f.state = ground
	}
	f.plain(b)
}

// parameter records a byte of 0x30 to 0x3F and reports whether it may stand here.
func (s *sequence) parameter(b byte, limit int) bool {
	switch {
	case s.between || s.length >= limit-1: // leaves room for the final byte
		return false
	case b >= '<': // ? and similar bytes: only as the first one
		if s.length != 2 {
			return false
		}
	case b == ';' || b == ':':
		if s.separators >= MaxParameters-1 {
			return false
		}
		s.separators++
		s.digits = 0
	default:
		if s.digits >= maxDigits {
			return false
		}
		s.digits++
	}
	return true
}

// note stores a byte of a CSI for the verdict.
func (s *sequence) note(b byte) {
	s.length++
	if s.n < len(s.params) {
		s.params[s.n] = b
		s.n++
	}
}

func (f *Filter) inCSI(b byte) {
	switch {
	case b >= 0x40 && b <= 0x7e:
		f.endCSI(b)
	case b >= 0x30 && b <= 0x3f:
		if !f.seq.parameter(b, MaxCSI) {
			f.cutCSI()
			return
		}
		f.put(b)
		f.seq.note(b)
	case b >= 0x20 && b <= 0x2f:
		if f.seq.length >= MaxCSI-1 || b == '$' && !f.seq.mayShift() {
			f.cutCSI()
			return
		}
		f.seq.between = true
		f.put(b)
		f.seq.note(b)
	case b == esc || isKey(b):
		f.breakCSI()
		f.plain(b)
	default:
		f.drop()
	}
}

// cutCSI ends a CSI that is too long or malformed; its rest is dropped.
func (f *Filter) cutCSI() {
	f.put(harmless)
	f.ended()
	f.state = csiRest
}

// breakCSI ends a CSI that a byte of another kind has interrupted.
func (f *Filter) breakCSI() {
	if !f.seq.shiftedKey() {
		f.put(harmless)
		f.ended()
	}
	f.state = ground
}

// shiftedKey reports whether this is an rxvt key with shift, which has no final byte: ESC [
// 3 $.
func (s *sequence) shiftedKey() bool {
	if s.n < 2 || s.params[s.n-1] != '$' {
		return false
	}
	n, err := strconv.Atoi(string(s.params[:s.n-1]))
	if err != nil {
		return false
	}
	switch n { // numbers that no key uses
	case 0, 9, 10, 16, 22, 27, 30:
		return false
	}
	return n <= 34
}

// mayShift reports whether $ may follow. The decoder reads a $ after what it has as ~,
// before the sequence is complete enough for a verdict.
func (s *sequence) mayShift() bool {
	first, _ := number(s.params[:s.n])
	return first != 27
}

func (f *Filter) afterCSI(b byte) {
	switch {
	case b >= 0x40 && b <= 0x7e:
		f.state = ground
		f.drop()
	case b >= 0x20 && b <= 0x3f:
		f.drop()
	default:
		f.state = ground
		f.plain(b)
	}
}

func (f *Filter) endCSI(final byte) {
	f.state = ground
	what := f.seq.verdict(final)
	switch what {
	case harmful:
		f.noKey()
		f.put(harmless)
		f.ended()
		return
	case report:
		f.noKey()
	case keyPress:
		f.count.keys.Add(1)
		f.key()
	case pasteStart:
		f.beginPaste()
	}
	f.put(final)
}

func (f *Filter) inSS3(b byte) {
	switch {
	case b >= '0' && b <= '9' && f.seq.digits < 2: // a modifier
		f.seq.digits++
		f.put(b)
	case b > 0x20 && b < 0x7f && (b < '0' || b > '9'):
		f.state = ground
		f.put(b)
		f.count.keys.Add(1)
	case b == esc || isKey(b):
		f.breakSS3()
		f.plain(b)
	default:
		f.drop()
	}
}

func (f *Filter) breakSS3() {
	f.put(harmless)
	f.ended()
	f.state = ground
}
