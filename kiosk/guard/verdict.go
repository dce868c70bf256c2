package guard

import (
	"bytes"
	"unicode/utf8"
)

// verdict says what a complete CSI is.
type verdict uint8

const (
	report     verdict = iota // from the terminal itself: replies, focus, mouse motion
	keyPress                  // a key or a mouse button: somebody is there
	pasteStart                // the start marker of a bracketed paste
	harmful
)

// verdict judges a CSI by its parameters and its final byte.
func (s *sequence) verdict(final byte) verdict {
	params := s.params[:s.n]
	prefix := byte(0)
	if s.n > 0 && params[0] >= '<' && params[0] <= '?' {
		prefix, params = params[0], params[1:]
	}
	switch {
	case final == 't' || final == '_':
		// A window size comes with the SSH channel instead. Nobody asked for a win32 input
		// record, and it carries a repeat count.
		return harmful
	case final == 'M' && prefix != '<':
		return harmful // X10 mouse: takes the next three bytes, whatever they are
	case prefix == '<':
		if final == 'M' && !motion(params) {
			return keyPress
		}
		return report
	case prefix != 0:
		return report
	case final == '~':
		return tilde(params)
	case final == 'u':
		return kitty(params)
	case final == 'I' || final == 'O' || final == 'y' || final == 'n' || final == 'c' && s.n > 0:
		return report
	}
	return keyPress
}

// motion reports whether an SGR mouse report is a movement.
func motion(params []byte) bool {
	button, _ := number(params)
	return button&0x20 != 0 && button&0x40 == 0
}

// tilde judges CSI ... ~.
func tilde(params []byte) verdict {
	first, rest := number(params)
	switch first {
	case 200:
		if string(params) == "200" {
			return pasteStart
		}
		return harmful // another spelling that the decoder accepts as the same key
	case 201:
		return harmful // the end of a paste that never began
	case 27:
		// xterm, modifyOtherKeys: 27 ; modifier ; code. With no modifier but shift the code
		// becomes text; a missing code becomes ^A.
		_, rest = number(rest)
		if code, _ := number(rest); code == 0 || !keyCode(code) {
			return harmful
		}
	}
	return keyPress
}

// kitty judges CSI ... u of the kitty keyboard protocol: code and its alternates, modifiers
// and event, text. The text is a list of code points that goes into input fields unchanged.
func kitty(params []byte) verdict {
	for group := 0; len(params) > 0; group++ {
		var part []byte
		part, params, _ = bytes.Cut(params, []byte{';'})
		if group == 1 { // modifiers
			continue
		}
		for len(part) > 0 {
			var code int
			code, part = number(part)
			if group == 0 && !keyCode(code) || group > 1 && code != 0 && !textCode(code) {
				return harmful
			}
		}
	}
	return keyPress
}

// keyCode reports whether a code point may name a key: text, or one of the controls that
// have a key of their own. 0 stands for a missing parameter.
func keyCode(code int) bool {
	switch code {
	case 0, '\b', '\t', '\r', int(esc), 0x7f:
		return true
	}
	return textCode(code)
}

func textCode(code int) bool {
	if code < 0x20 || code > utf8.MaxRune || code == 0x7f || !utf8.ValidRune(rune(code)) {
		return false
	}
	return code < 0x7f || passes(rune(code))
}

// number reads the first parameter and returns it and what follows its separator.
// Parameters have at most maxDigits digits.
func number(params []byte) (n int, rest []byte) {
	for i, b := range params {
		if b < '0' || b > '9' {
			if b == ';' || b == ':' {
				return n, params[i+1:]
			}
			return n, nil
		}
		n = n*10 + int(b-'0')
	}
	return n, nil
}
