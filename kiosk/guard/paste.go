package guard

// The markers of a bracketed paste, as terminals send them.
const (
	startMarker = "\x1b[200~"
	endMarker   = "\x1b[201~"
)

// paste is the current bracketed paste. Inside one, ESC is not a key and is held back until
// it is known what it begins.
type paste struct {
	taken int  // bytes delivered
	full  bool // the cap was reached and the end marker was delivered
	seq   [len(endMarker) - 2]byte
	n     int // bytes of the escape sequence that is being removed
}

func (f *Filter) beginPaste() {
	f.state = pasting
	f.paste = paste{}
	f.count.pastes.Add(1)
	f.key()
}

// endPaste delivers the end marker, unless it was delivered at the cap.
func (f *Filter) endPaste() {
	if !f.paste.full {
		f.puts(endMarker)
	}
	f.state = ground
}

// deliver passes text of a paste on as far as the cap allows.
func (f *Filter) deliver(r ...byte) {
	if f.paste.full {
		f.drop()
		return
	}
	if f.paste.taken+len(r) > f.opts.PasteBytes {
		f.puts(endMarker)
		f.paste.full = true
		f.drop()
		return
	}
	f.paste.taken += len(r)
	for _, b := range r {
		f.put(b)
	}
}

func (f *Filter) pasteWide(r []byte) {
	if f.state == pasteString {
		f.drop()
		return
	}
	f.state = pasting
	f.deliver(r...)
}

// inPaste handles an ASCII byte of a paste.
func (f *Filter) inPaste(b byte) {
	switch {
	case b == esc:
		f.state, f.paste.n = pasteEscape, 0
		return
	case f.state == pasteEscape:
		f.pasteAfterEscape(b)
		return
	case f.state == pasteCSI && b >= 0x20:
		f.pasteInCSI(b)
		return
	case f.state == pasteString && b != '\n' && b != '\r':
		f.paste.n++
		if b == bel || f.paste.n > MaxString {
			f.state = pasting
		}
		f.drop()
		return
	}
	f.state = pasting
	if b == '\t' || b == '\n' || b == '\r' || b >= 0x20 && b < 0x7f {
		f.deliver(b)
	} else {
		f.drop()
	}
}

func (f *Filter) pasteAfterEscape(b byte) {
	f.state = pasting
	switch {
	case b == '[':
		f.state = pasteCSI
	case b == ']' || b == 'P' || b == 'X' || b == '^' || b == '_':
		f.state = pasteString
	case b < 0x20:
		f.inPaste(b)
		return
	case b <= 0x2f: // more of the escape sequence follows
		f.state = pasteEscape
	}
	f.drop()
}

func (f *Filter) pasteInCSI(b byte) {
	p := &f.paste
	final := b >= 0x40
	if p.n < len(p.seq) {
		p.seq[p.n] = b
	}
	p.n++
	switch {
	case final && p.n == len(p.seq) && string(p.seq[:]) == endMarker[2:]:
		f.endPaste()
	case final, p.n > MaxCSI:
		f.state = pasting
	}
	f.drop()
}
