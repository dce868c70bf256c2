package terminal

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"
)

// Each row: a frame, and the bytes that Thrift sends, with the cursor in row 8, column 5 of an
// 80 column terminal.
func TestThrift(t *testing.T) {
	long := strings.Repeat("x", smallFrame)
	tests := []struct{ name, frame, want string }{
		{"a letter", "\x1b[?25lH\x1b[8;6H\x1b[?25h", "H"},
		{"a letter and the blank behind it", "\x1b[?25lH \x1b[8;6H\x1b[?25h", "H \b"},
		{"a letter with two marks", "\x1b[?25lệ \x1b[8;6H\x1b[?25h", "ệ \b"},
		{"a letter, on a terminal that can hold pictures back", "\x1b[?2026hH \x1b[8;6H\x1b[?2026l", "H \b"},
		{"a mark of its own", "\x1b[?25le\u0323\x1b[8;6H\x1b[?25h", "e\u0323\x1b[8;6H"},
		{"a wide letter", "\x1b[?25l国\x1b[8;7H\x1b[?25h", "国\x1b[8;7H"},
		{"only a move", "\x1b[?25l\x1b[8;4H\x1b[?25h", "\b"},
		{"a move forward", "\x1b[?25l\x1b[8;9H\x1b[?25h", "\x1b[8;9H"},
		{"another row", "\x1b[?25lH\x1b[9;6H\x1b[?25h", "H\x1b[9;6H"},
		{"drawn elsewhere", "\x1b[?25lH\r\n\x1b[5Gx\x1b[8;6H\x1b[?25h", "H\r\n\x1b[5Gx\x1b[8;6H"},
		{"with a style", "\x1b[?25l\x1b[1mH\x1b[m\x1b[8;6H\x1b[?25h", "\x1b[1mH\x1b[m\x1b[8;6H"},
		{"the cursor comes", "H\x1b[8;6H\x1b[?25h", "H\x1b[8;6H\x1b[?25h"},
		{"the cursor goes", "\x1b[?25lH", "\x1b[?25lH"},
		{"a large frame", "\x1b[?25l" + long + "\x1b[8;6H\x1b[?25h", "\x1b[?25l" + long + "\x1b[8;6H\x1b[?25h"},
		{"nothing that is drawn", "\x1b[?25l\x1b[8;5H\x1b[?25h", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got bytes.Buffer
			w := &Thrift{W: &got, row: 8, col: 5}
			w.Columns.Store(80)
			if n, err := w.Write([]byte(tt.frame)); n != len(tt.frame) || err != nil {
				t.Errorf("%d, %v", n, err)
			}
			if got.String() != tt.want {
				t.Errorf("%q becomes %q, want %q", tt.frame, got.String(), tt.want)
			}
		})
	}
}

// In the last column terminals delay the wrap, and differ in how the cursor moves back from
// there.
func TestThriftLeavesTheLastColumnAlone(t *testing.T) {
	var got bytes.Buffer
	w := &Thrift{W: &got, row: 8, col: 80}
	w.Columns.Store(80)
	_, _ = w.Write([]byte("\x1b[?25lx\x1b[8;80H\x1b[?25h"))
	if want := "x\x1b[8;80H"; got.String() != want {
		t.Errorf("%q, want %q", got.String(), want)
	}
}

// Cleared cells are not erased again, even when the content comes in a later frame; drawn cells
// are.
func TestThriftErasesWhatIsThere(t *testing.T) {
	var got bytes.Buffer
	w := &Thrift{W: &got}
	w.Columns.Store(80)
	for _, frame := range []string{"\x1b[?1049h\x1b[H\x1b[2J", "\x1b]11;?\a", "\x1b[Hx\x1b[20X\x1b[1;40Hy\x1b[48;5;235m\x1b[30X\x1b[m", "\x1b[H\x1b[20X"} {
		_, _ = w.Write([]byte(frame))
	}
	if want := "\x1b[?1049h\x1b[H\x1b[2J\x1b]11;?\a\x1b[Hx\x1b[1;40Hy\x1b[48;5;235m\x1b[30X\x1b[m\x1b[H\x1b[20X"; got.String() != want {
		t.Errorf("%q, want %q", got.String(), want)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// Whatever frames come, a terminal shows the same with and without Thrift, and its cursor is in
// the same place.
func TestThriftShowsTheSame(t *testing.T) {
	pieces := []string{
		"a", "b ", "ệ", "ư ", "\x1b[8;6H", "\x1b[8;7H", "\x1b[8;79H", "\x1b[8;80H", "\x1b[3;3H", "\r\n", "\x1b[1m", "\x1b[m", "\x1b[K", "国",
	}
	for range 150 {
		plain, thrifty := vt.NewEmulator(80, 24), vt.NewEmulator(80, 24)
		w := &Thrift{W: thrifty}
		w.Columns.Store(80)
		var all []string
		for range 12 {
			frame := ""
			for range rand.IntN(4) {
				frame += pieces[rand.IntN(len(pieces))]
			}
			frame += "\x1b[8;" + []string{"5", "6", "7", "78", "79", "80"}[rand.IntN(6)] + "H"
			if c := rand.IntN(3); c < len(brackets) {
				frame = brackets[c][0] + frame + brackets[c][1]
			}
			all = append(all, frame)
			_, _ = plain.Write([]byte(frame))
			if _, err := w.Write([]byte(frame)); err != nil {
				t.Fatal(err)
			}
			if plain.Render() != thrifty.Render() || plain.CursorPosition() != thrifty.CursorPosition() {
				t.Fatalf("after %q:\n%v\n%v", all, plain.CursorPosition(), thrifty.CursorPosition())
			}
		}
	}
}
