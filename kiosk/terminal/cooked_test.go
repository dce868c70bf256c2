package terminal

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// Each row: what is typed, what the program reads, and what is echoed.
func TestCooked(t *testing.T) {
	tests := []struct{ name, typed, read, shown string }{
		{"a line", "abc\r", "abc\n", "abc\n"},
		{"two lines at once", "a\rb\r", "a\nb\n", "a\nb\n"},
		{"a letter taken back", "ab\x7fc\r", "ac\n", "ab\b \bc\n"},
		{"a Vietnamese letter taken back", "đế\x7f\r", "đ\n", "đế\b \b\n"},
		{"a letter with a mark of its own", "e\u0302\x7f\r", "\n", "e\u0302\b \b\n"},
		{"nothing to take back", "\x7f\b\r", "\n", "\n"},
		{"the whole line taken back", "abc\x15d\r", "d\n", "abc\b \b\b \b\b \bd\n"},
		{"arrows and function keys", "a\x1b[A\x1b[15~\x1bOPb\r", "ab\n", "ab\n"},
		{"alt and a letter", "a\x1bxb\r", "ab\n", "ab\n"},
		{"ESC alone, then Enter", "a\x1b\r", "a\n", "a\n"},
		{"Ctrl-C ends it", "ab\x03c\r", "", "ab\n"},
		{"Ctrl-D on an empty line ends it", "a\r\x04b\r", "a\n", "a\n\n"},
		{"Ctrl-D on a line does not", "a\x04b\r", "ab\n", "ab\n"},
		{"the input ends", "a\rbc", "a\n", "a\nbc"},
		{"too long", strings.Repeat("x", lineMost+50) + "\r", strings.Repeat("x", lineMost) + "\n", strings.Repeat("x", lineMost) + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, in := range []io.Reader{strings.NewReader(tt.typed), iotest.OneByteReader(strings.NewReader(tt.typed))} {
				var shown bytes.Buffer
				read, err := io.ReadAll(NewCooked(in, &shown))
				if err != nil || string(read) != tt.read || shown.String() != tt.shown {
					t.Errorf("read %q, shown %q, %v", read, shown.String(), err)
				}
			}
		})
	}
}

// FuzzCooked checks that no typed control character is echoed.
func FuzzCooked(f *testing.F) {
	f.Add([]byte("a\x1b[31mb\x7f\r"))
	f.Add([]byte("\x1b\x1b[\x1b]0;x\x07\x9b\xff\r"))
	f.Fuzz(func(t *testing.T, typed []byte) {
		var shown bytes.Buffer
		read, err := io.ReadAll(NewCooked(bytes.NewReader(typed), &shown))
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range shown.Bytes() {
			if b < ' ' && b != '\n' && b != '\b' || b == 0x7f {
				t.Errorf("control %#x shown of %q", b, typed)
			}
		}
		for line := range bytes.Lines(read) {
			if len(line) > lineMost+1 {
				t.Errorf("a line of %d bytes", len(line))
			}
		}
	})
}
