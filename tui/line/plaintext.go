package line

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// errSpreadsheet: the input is the file of an office program and no text.
var errSpreadsheet = errors.New("an office document, not text")

// officeMarks are the first bytes of what office programs save: a ZIP archive
// (Office Open XML, OpenDocument) and a compound file (Office 97-2003).
var officeMarks = [][]byte{[]byte("PK\x03\x04"), {0xD0, 0xCF, 0x11, 0xE0}}

// utf8Text reads a list as UTF-8, however it was saved. PowerShell and Notepad
// write UTF-16 with a byte order mark, as "Unicode", some programs UTF-32. Without a
// mark the zero bytes of its ASCII letters tell it. A list may change on the way:
// PowerShell's ">>" adds UTF-16 to whatever is there, and "copy" joins files as they
// are. So it is decided anew at each line, when its first bytes are there, and a
// person who types waits for nothing.
type utf8Text struct {
	in     *bufio.Reader
	form   textForm
	begun  bool   // the first bytes were looked at
	midway bool   // within a line
	ready  []byte // decoded and not taken yet
}

// textForm is how a text is written: bytes a unit and their order. The zero value is
// UTF-8, and whatever else has bytes for its units.
type textForm struct {
	size  int // 2: UTF-16, 4: UTF-32
	order binary.ByteOrder
}

// byteMarks are the byte order marks. That of UTF-8 is taken from the line that it
// begins. A mark of UTF-32 begins with one of UTF-16.
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
	headMost  = 256 // how much of a line is looked at
	headLeast = 8   // two units of the longest: less changes no form
)

func newUTF8Text(in io.Reader) *utf8Text { return &utf8Text{in: bufio.NewReader(in)} }

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

// decide finds out how the line that begins here is written.
func (u *utf8Text) decide() error {
	head, err := u.in.Peek(1)
	if len(head) == 0 {
		return err
	}
	u.midway = true
	if u.form.size == 0 && (head[0] == '\n' || head[0] == '\r') {
		u.begun = true
		return nil // whoever presses Enter alone sends no second byte
	}
	head, _ = u.in.Peek(2)
	if bytes.IndexByte(head, 0) >= 0 || head[0] == 0xFF { // nobody types that
		_, _ = u.in.Peek(headLeast)
	}
	head, _ = u.in.Peek(min(u.in.Buffered(), headMost))
	if !u.begun {
		u.begun = true
		for _, mark := range officeMarks {
			if bytes.HasPrefix(head, mark) {
				return errSpreadsheet
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
		head = head[:i] // behind it another text stands
	}
	switch form := formOf(head); {
	case u.form.size == 0, form.size != 0 && len(head) >= headLeast:
		u.form = form
	case plainBytes(head):
		u.form = textForm{}
	}
	return nil
}

// formOf tells how a text without a mark is written, by where its zero bytes stand.
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

// plainBytes tells whether a line is UTF-8 amid one in units: it is valid, and no
// byte of it is a control. Letters in units have a zero byte now and then.
func plainBytes(head []byte) bool {
	if len(head) < headLeast {
		return false
	}
	for cut := 0; cut < utf8.UTFMax-1 && !utf8.Valid(head); cut++ {
		head = head[:len(head)-1] // a letter that goes on behind what is there
	}
	return utf8.Valid(head) && !bytes.ContainsFunc(head, func(r rune) bool { return r < ' ' && r != '\t' && r != '\r' && r != '\n' })
}

// anyMark finds the first mark of a text in units of two bytes or four.
func anyMark(b []byte) (at int, ok bool) {
	at = len(b)
	for _, mark := range []string{"\xFF\xFE", "\xFE\xFF"} {
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			at, ok = min(at, i), true
		}
	}
	return at, ok
}

// bytes takes what is there up to the line's end, or to the mark of another form, with
// which another text begins: its line is a new one.
func (u *utf8Text) bytes() error {
	if _, err := u.in.Peek(1); err != nil {
		return err
	}
	line, _ := u.in.Peek(u.in.Buffered())
	if last := line[len(line)-1]; last >= 0xFE { // half a mark, perhaps: no letter of UTF-8 has such a byte
		more, err := u.in.Peek(len(line) + 1)
		if line = more; err != nil && len(line) > 1 { // more may lie elsewhere in the buffer
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

// units decodes what is there, one unit at least, up to the line's end.
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

// unit takes one unit. What is left of one at the end is nothing.
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
