package codelist

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// ErrSpreadsheet means that the input is a file of an office program and not text.
var ErrSpreadsheet = errors.New("an office document, not text")

// officeMarks are the first bytes of files of office programs: a ZIP archive (Office Open
// XML, OpenDocument) and a compound file (Office 97-2003).
var officeMarks = [][]byte{[]byte("PK\x03\x04"), {0xD0, 0xCF, 0x11, 0xE0}}

// utf8Text converts a list to UTF-8. PowerShell and Notepad write UTF-16 with a byte order
// mark, as "Unicode", some programs UTF-32. Without a mark, the zero bytes of ASCII letters
// show the encoding. It may change within a list: PowerShell's ">>" adds UTF-16 to whatever
// the file contains, and "copy" joins files without conversion. So it is detected again at
// each line, from the line's first bytes, and a person who types need not send more to get
// an answer.
type utf8Text struct {
	in     *bufio.Reader
	form   textForm
	begun  bool   // the first bytes were checked
	midway bool   // within a line
	ready  []byte // decoded and not read yet
}

// textForm is the encoding of a text: the bytes of a unit and their order. The zero value
// is UTF-8 and any other encoding with one byte a unit.
type textForm struct {
	size  int // 2: UTF-16, 4: UTF-32
	order binary.ByteOrder
}

// byteMarks are the byte order marks. The mark of UTF-8 is removed from its line elsewhere.
// A mark of UTF-32 begins with one of UTF-16, so it comes first.
var byteMarks = []struct {
	mark string
	form textForm
}{
	{"\xFF\xFE\x00\x00", textForm{4, binary.LittleEndian}},
	{"\x00\x00\xFE\xFF", textForm{4, binary.BigEndian}},
	{"\xFF\xFE", textForm{2, binary.LittleEndian}},
	{"\xFE\xFF", textForm{2, binary.BigEndian}},
}

const (
	headMost  = 256 // how much of a line is checked
	headLeast = 8   // two of the longest units: fewer bytes do not change the encoding
)

// UTF8 returns a reader that converts a text to UTF-8 from UTF-8, UTF-16 or UTF-32. A file of
// an office program gives the error ErrSpreadsheet.
func UTF8(in io.Reader) io.Reader { return &utf8Text{in: bufio.NewReader(in)} }

func (u *utf8Text) Read(p []byte) (int, error) {
	for len(u.ready) == 0 {
		if !u.midway {
			if err := u.decide(); err != nil {
				return 0, err
			}
		}
		var err error
		if u.form.size == 0 {
			err = u.bytes()
		} else {
			err = u.units()
		}
		if err != nil && len(u.ready) == 0 {
			return 0, err
		}
	}
	n := copy(p, u.ready)
	u.ready = u.ready[n:]
	return n, nil
}

// decide detects the encoding of the line that begins here.
func (u *utf8Text) decide() error {
	head, err := u.in.Peek(1)
	if len(head) == 0 {
		return err
	}
	u.midway = true
	if u.form.size == 0 && (head[0] == '\n' || head[0] == '\r') {
		u.begun = true
		return nil // after Enter alone there is no second byte
	}
	head, _ = u.in.Peek(2)
	if bytes.IndexByte(head, 0) >= 0 || head[0] == 0xFF { // nobody types these
		_, _ = u.in.Peek(headLeast)
	}
	head, _ = u.in.Peek(min(u.in.Buffered(), headMost))
	if !u.begun {
		u.begun = true
		for _, mark := range officeMarks {
			if bytes.HasPrefix(head, mark) {
				return ErrSpreadsheet
			}
		}
	}
	for _, m := range byteMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			u.form = m.form
			_, err = u.in.Discard(len(m.mark))
			return err
		}
	}
	if i := bytes.IndexByte(head, '\n'); i >= headLeast {
		head = head[:i+1]
	}
	if i, ok := anyMark(head); ok && i > 0 {
		head = head[:i] // another text follows
	}
	switch form := formOf(head); {
	case u.form.size == 0, form.size != 0 && len(head) >= headLeast:
		u.form = form
	case plainBytes(head):
		u.form = textForm{}
	}
	return nil
}

// formOf detects the encoding of a text without a mark from the positions of its zero
// bytes.
func formOf(head []byte) textForm {
	var zeros [4]int
	for i, b := range head {
		if b == 0 {
			zeros[i%4]++
		}
	}
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	few, all := len(head)/8, len(head)/4
	switch {
	case all > 1 && zeros[0] == 0 && zeros[2] >= all && zeros[3] >= all:
		return textForm{4, binary.LittleEndian}
	case all > 1 && zeros[3] == 0 && zeros[0] >= all && zeros[1] >= all:
		return textForm{4, binary.BigEndian}
	case even == 0 && odd > few:
		return textForm{2, binary.LittleEndian}
	case odd == 0 && even > few:
		return textForm{2, binary.BigEndian}
	}
	return textForm{}
}

// plainBytes reports whether a line is UTF-8 among lines in a wider encoding: it is valid
// and contains no control characters. Text in a wider encoding has zero bytes now and then.
func plainBytes(head []byte) bool {
	if len(head) < headLeast {
		return false
	}
	for cut := 0; cut < utf8.UTFMax-1 && !utf8.Valid(head); cut++ {
		head = head[:len(head)-1] // a letter that continues after these bytes
	}
	return utf8.Valid(head) && !bytes.ContainsFunc(head, func(r rune) bool { return r < ' ' && r != '\t' && r != '\r' && r != '\n' })
}

// anyMark finds the first byte order mark of an encoding with units of two or four bytes.
func anyMark(b []byte) (at int, ok bool) {
	at = len(b)
	for _, mark := range []string{"\xFF\xFE", "\xFE\xFF"} {
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			at, ok = min(at, i), true
		}
	}
	return at, ok
}

// bytes takes the available bytes up to the end of the line, or up to the mark of another
// encoding, where another text and so a new line begins.
func (u *utf8Text) bytes() error {
	if _, err := u.in.Peek(1); err != nil {
		return err
	}
	line, _ := u.in.Peek(u.in.Buffered())
	if last := line[len(line)-1]; last >= 0xFE { // perhaps half a mark: no UTF-8 letter contains such a byte
		more, err := u.in.Peek(len(line) + 1)
		if line = more; err != nil && len(line) > 1 { // the buffer may have moved
			line = line[:len(line)-1]
		}
	}
	another := false
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line, u.midway = line[:i+1], false
	}
	if i, ok := anyMark(line); ok {
		line, u.midway, another = line[:i], false, true
	}
	u.ready = append(u.ready[:0], line...)
	if another {
		u.ready = append(u.ready, '\n')
	}
	_, err := u.in.Discard(len(line))
	return err
}

// units decodes the available units, at least one, up to the end of the line.
func (u *utf8Text) units() error {
	u.ready = u.ready[:0]
	for u.midway && (len(u.ready) == 0 || u.in.Buffered() >= u.form.size) {
		r, err := u.unit()
		if err != nil {
			return err
		}
		if utf16.IsSurrogate(r) {
			low, _ := u.unit()
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError && !utf16.IsSurrogate(low) {
				u.ready, r = utf8.AppendRune(u.ready, r), low
			}
		}
		u.ready = utf8.AppendRune(u.ready, r)
		u.midway = r != '\n'
	}
	return nil
}

// unit reads one unit. An incomplete unit at the end of the input is dropped.
func (u *utf8Text) unit() (rune, error) {
	b, err := u.in.Peek(u.form.size)
	if err != nil {
		_, _ = u.in.Discard(len(b))
		return 0, err
	}
	var r rune
	if u.form.size == 2 {
		r = rune(u.form.order.Uint16(b))
	} else if long := u.form.order.Uint32(b); long <= utf8.MaxRune {
		r = rune(long)
	} else {
		r = utf8.RuneError
	}
	_, err = u.in.Discard(u.form.size)
	return r, err
}
