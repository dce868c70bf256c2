package line

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// errSpreadsheet: the input is the file of an office program and no text.
var errSpreadsheet = errors.New("an office document, not text")

// officeMarks are the first bytes of what office programs save: a ZIP archive
// (Office Open XML, OpenDocument) and a compound file (Office 97-2003).
var officeMarks = [][]byte{[]byte("PK\x03\x04"), {0xD0, 0xCF, 0x11, 0xE0}}

// utf8Text reads a list as UTF-8, however it was saved. PowerShell and Notepad
// write UTF-16 with a byte order mark, as "Unicode". Without a mark the zero bytes
// of its ASCII letters tell it. It is decided when the first bytes are there, and a
// person who types waits for nothing.
type utf8Text struct {
	in  *bufio.Reader
	out io.Reader // nil: not decided yet
}

func newUTF8Text(in io.Reader) *utf8Text { return &utf8Text{in: bufio.NewReader(in)} }

func (u *utf8Text) Read(p []byte) (int, error) {
	if u.out == nil {
		out, err := u.decide()
		if err != nil {
			return 0, err
		}
		u.out = out
	}
	return u.out.Read(p)
}

func (u *utf8Text) decide() (io.Reader, error) {
	head, _ := u.in.Peek(1)
	if len(head) == 0 || head[0] == '\n' || head[0] == '\r' {
		return u.in, nil // whoever presses Enter alone sends no second byte
	}
	_, _ = u.in.Peek(2)
	head, _ = u.in.Peek(u.in.Buffered())
	for _, mark := range officeMarks {
		if bytes.HasPrefix(head, mark) {
			return nil, errSpreadsheet
		}
	}
	order, mark := byteOrderOf(head)
	if mark == 0 && order == nil {
		return u.in, nil // a mark of UTF-8 is taken from the line that it begins
	}
	_, _ = u.in.Discard(mark)
	return unicode.UTF16(*order, unicode.IgnoreBOM).NewDecoder().Reader(u.in), nil
}

// byteOrderOf tells how UTF-16 is written, by its mark or by where the zero bytes
// stand; nil for any other text.
func byteOrderOf(head []byte) (order *unicode.Endianness, mark int) {
	little, big := unicode.LittleEndian, unicode.BigEndian
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return &little, 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return &big, 2
	}
	var zeros [2]int // at even and at odd places
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch few := len(head) / 8; {
	case zeros[0] == 0 && zeros[1] > few:
		return &little, 0
	case zeros[1] == 0 && zeros[0] > few:
		return &big, 0
	}
	return nil, 0
}
