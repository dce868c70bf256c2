package guard_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"motcua/kiosk/guard"
)

// pieces make up hostile input: the beginnings, middles and ends of sequences, and letters
// whose bytes one of the decoders takes for controls.
var pieces = []string{
	"\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1bO", "\x1b_", "\x1b^", "\x1bX", "\x1b\\", "\x1b ", "\x1b(", "\x1b\x1b",
	"[", "]", "P", "_", "\\", ";", ":", ";;;;;;;;;;", "1", "27", "200", "201", "8;4000;4000", "0;0;27;1;0;9", "99999999",
	"?", "<", ">", "$", " ", "!", "~", "u", "t", "M", "m", "c", "R", "A", "y", "x", "q", "11;", "10;", "4;", "52;", "95;", "rgb:0/0/0",
	"\a", "\x18", "\x1a", "\r", "\n", "\t", "\x00", "\x1f", "\x7f", "\x9b", "\x9c", "\x90", "\x9d",
	"đ", "Đức", "\u271b", "\u9b1b", "\u009b", "\u0085", "\ufffd", "\uffff", "\xe1", "\xe1\xbb", "\xff", "😀",
	"\x1b[200~", "\x1b[201~", "\x1b[A", "\x1b[1;5B", "\x1b[<0;1;1M", "\x1b]11;rgb:0/0/0\a", "\x1bP>|x\x1b\\",
}

// Thousands of hostile inputs, the same ones in each run: the output must pass checkOutput
// and must not depend on how the input was cut.
func TestHostileInput(t *testing.T) {
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 9))
		var b strings.Builder
		for range 1 + r.IntN(40) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		in := []byte(b.String())
		out := unlimited().Feed(nil, in)
		checkOutput(t, in, out)
		if most := 4*len(in) + 6; len(out) > most {
			t.Fatalf("%q: %d bytes became %d", in, len(in), len(out))
		}

		f, cut := unlimited(), []byte(nil)
		for rest := in; len(rest) > 0; {
			n := 1 + r.IntN(min(len(rest), 7))
			cut = f.Feed(cut, rest[:n])
			rest = rest[n:]
		}
		if !bytes.Equal(cut, out) {
			t.Fatalf("%q: cut it became %q, in one piece %q", in, cut, out)
		}
		if s := f.Stats(); s.BytesIn != int64(len(in)) || s.BytesOut != int64(len(out)) || s.Dropped > s.BytesIn {
			t.Fatalf("%q: %+v", in, s)
		}
	}
}

// The same with pauses of all lengths, and with a decoder that falls behind.
func TestHostilePauses(t *testing.T) {
	pauses := []time.Duration{0, 60 * time.Millisecond, guard.DefaultPause, guard.DefaultPasteIdle}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 11))
		c := newClock()
		f := guard.New(guard.Options{BytesPerMinute: -1, Now: c.Now})
		var in, out []byte
		for range 1 + r.IntN(40) {
			p := []byte(pieces[r.IntN(len(pieces))])
			in = append(in, p...)
			out = f.Feed(out, p)
			c.Advance(pauses[r.IntN(len(pauses))])
		}
		for i := range out {
			if most := decode(out[i:]); most > guard.MaxParameters {
				t.Fatalf("%q: %d parameters in %q", in, most, out[i:])
			}
		}
		for _, size := range sizes(out) {
			t.Fatalf("%q: a size of %v in %q", in, size, out)
		}
	}
}

// sizes returns the window sizes that the decoder reads in a stream.
func sizes(stream []byte) (all []uv.WindowSizeEvent) {
	var d uv.EventDecoder
	for len(stream) > 0 {
		n, event := d.Decode(stream)
		// The decoder only reads a CSI given as one byte, from the middle of a letter,
		// where it gave up a string in a pause. The session clamps sizes as well.
		if size, ok := event.(uv.WindowSizeEvent); ok && stream[0] == 0x1b {
			all = append(all, size)
		}
		stream = stream[n:]
	}
	return all
}
