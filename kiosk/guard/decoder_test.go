package guard_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"motcua/kiosk/guard"
)

// crashers are inputs that crash a process which reads them with the decoder of Bubble Tea
// v2.1.1: more than 32 parameters, ended by a digit or a colon. The first two are plain.
// The others disguise the same sequence in ways that a filter misses if its model of the
// decoder is incomplete.
var crashers = []string{
	"\x1b[" + strings.Repeat(";", 32) + "1m", // a CSI
	"\x1bP" + strings.Repeat(";", 32) + "1q", // a DCS
	"\x1b[" + strings.Repeat(":", 40) + "m",
	"\x9b" + strings.Repeat(";", 32) + "1m",                      // a CSI as one raw byte
	"\x1b [" + strings.Repeat(";", 32) + "1m",                    // alt+space, and text for another part of the decoder
	"\x1b]11;\u271b" + strings.Repeat(";", 32) + "1m",            // U+271B is E2 9C 9B: end of string, CSI
	"\x1b ]\u271b" + strings.Repeat(";", 32) + "1m",              // both
	"\x1b\x00[" + strings.Repeat(";\x00", 32) + "1m",             // with bytes between that are taken out
	"\x1b[200~\x1b[" + strings.Repeat(";", 32) + "1m\x1b[201~",   // pasted
	"\x1b[200~" + strings.Repeat("\x1b", 3) + "[201~\x1b[;;;;1m", // at the end of a paste
}

// decode runs DecodeSequence over the input, as the decoder does before anything else, and
// returns the largest number of parameters that it stored.
func decode(in []byte) (most int) {
	p := ansi.GetParser() // set up as the decoder does it
	defer ansi.PutParser(p)
	var state byte
	for len(in) > 0 {
		_, _, n, next := ansi.DecodeSequence(in, state, p)
		most = max(most, len(p.Params()))
		if n == 0 {
			n = 1
		}
		state, in = next, in[n:]
	}
	return most
}

// This crash is the reason for the package. When this test fails, the decoder has been
// fixed: look at the notes in doc.go, and keep the filter for its other work.
func TestTheDecoderPanicsWithoutTheFilter(t *testing.T) {
	panics := func(in string) (yes bool) {
		defer func() { yes = recover() != nil }()
		decode([]byte(in))
		return false
	}
	for _, in := range crashers[:7] {
		if !panics(in) {
			t.Errorf("%q is harmless to the decoder now", in)
		}
		if out := filter(in); panics(out) {
			t.Errorf("%q became %q, which is not harmless", in, out)
		}
	}
}

// The crash reaches the server: the same input, read as Bubble Tea reads it.
func TestTheReaderPanicsWithoutTheFilter(t *testing.T) {
	stream := func(r io.Reader) (panicked any) {
		defer func() { panicked = recover() }()
		events := make(chan uv.Event, 1<<12)
		_ = uv.NewTerminalReader(r, "xterm-256color").StreamEvents(context.Background(), events)
		return nil
	}
	for _, in := range crashers[:2] {
		if stream(strings.NewReader(in)) == nil {
			t.Errorf("%q is harmless to Bubble Tea now", in)
		}
		if p := stream(unlimited().Reader(strings.NewReader(in))); p != nil {
			t.Errorf("%q: %v", in, p)
		}
	}
}

// checkOutput checks what must hold for every output, whatever the input was.
func checkOutput(t *testing.T, in, out []byte) {
	t.Helper()
	if !bytes.Equal(bytes.ToValidUTF8(out, nil), out) {
		t.Fatalf("%q: the output is no UTF-8: %q", in, out)
	}
	for _, r := range string(out) {
		if r == 0 || r >= 0x1c && r <= 0x1f || r >= 0x80 && r <= 0x9f || r == 0xfffd {
			t.Fatalf("%q: the output holds %U: %q", in, r, out)
		}
	}
	// The decoder may start reading at any byte: with what it kept over a pause, or with
	// what it did not understand.
	for i := range out {
		if most := decode(out[i:]); most > guard.MaxParameters {
			t.Fatalf("%q: %d parameters in %q", in, most, out[i:])
		}
	}
	// Only the last sequence may be unfinished: otherwise the decoder would hold back
	// everything after it.
	var d uv.EventDecoder
	for rest := out; len(rest) > 0; {
		n, event := d.Decode(rest)
		if n <= 0 {
			t.Fatalf("%q: the decoder stands still at %q", in, rest)
		}
		if _, ok := event.(uv.UnknownEvent); ok && n < len(rest) {
			t.Fatalf("%q: the decoder waits at %q in %q", in, rest[:n], out)
		}
		if size, ok := event.(uv.WindowSizeEvent); ok {
			t.Fatalf("%q: a size of %v in %q", in, size, out)
		}
		if many, ok := event.(uv.MultiEvent); ok && len(many) > 2 {
			t.Fatalf("%q: %d events of one in %q", in, len(many), out)
		}
		if key, ok := event.(uv.KeyPressEvent); ok && strings.ContainsFunc(key.Text, isControl) {
			t.Fatalf("%q: a key with the text %q in %q", in, key.Text, out)
		}
		rest = rest[n:]
	}
}

func isControl(r rune) bool { return r < 0x20 || r >= 0x7f && r <= 0x9f || r == 0xfffd }

// FuzzFilter feeds any input in chunks of any size. The output must be the same as for one
// chunk, must pass checkOutput, and Bubble Tea's reader must survive it.
func FuzzFilter(f *testing.F) {
	for _, in := range crashers {
		f.Add([]byte(in), uint8(0))
	}
	for _, inputs := range keys {
		f.Add([]byte(strings.Join(inputs, "")), uint8(3))
	}
	f.Add([]byte("\x1b[65;0;97;1;0;65535_\x1b[8;4000;4000t"), uint8(1))
	f.Add([]byte("\x1b P;;27;1_[8;9;9t\x1b]95;\a\x1bP_\x1b\\"), uint8(2))
	f.Fuzz(func(t *testing.T, in []byte, size uint8) {
		in = in[:min(len(in), 600)]
		out := unlimited().Feed(nil, in)
		checkOutput(t, in, out)

		chunked, g := []byte(nil), unlimited()
		for rest := in; len(rest) > 0; {
			n := min(len(rest), int(size)+1)
			chunked = g.Feed(chunked, rest[:n])
			rest = rest[n:]
		}
		if !bytes.Equal(chunked, out) {
			t.Fatalf("%q: in chunks of %d it became %q, in one %q", in, int(size)+1, chunked, out)
		}
		events := make(chan uv.Event, 1<<14)
		r := uv.NewTerminalReader(bytes.NewReader(out), "xterm-256color")
		if err := r.StreamEvents(t.Context(), events); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzPauses puts a pause between two inputs. The decoder may then hold back other bytes
// than the filter assumes, but the limits still hold.
func FuzzPauses(f *testing.F) {
	f.Add([]byte("\x1b"), []byte("[8;4000;4000t"))
	f.Add([]byte("\x1b["+strings.Repeat(";", 15)), []byte(strings.Repeat(";", 40)+"1m"))
	f.Add([]byte("\x1b]11;"), []byte("\u271b"+strings.Repeat(";", 40)+"1m"))
	f.Add([]byte("\x1b[200~a\x1b[20"), []byte("1~\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;1m"))
	f.Fuzz(func(t *testing.T, first, then []byte) {
		c := newClock()
		g := guard.New(guard.Options{BytesPerMinute: -1, Now: c.Now})
		out := g.Feed(nil, first[:min(len(first), 300)])
		c.Advance(guard.DefaultPasteIdle)
		out = g.Feed(out, then[:min(len(then), 300)])
		for i := range out {
			if most := decode(out[i:]); most > guard.MaxParameters {
				t.Fatalf("%d parameters in %q", most, out[i:])
			}
		}
		for _, size := range sizes(out) {
			t.Fatalf("a size of %v in %q", size, out)
		}
	})
}

// listener is a program that records its messages until it gets a q.
type listener struct{ messages []tea.Msg }

func (l *listener) Init() tea.Cmd  { return nil }
func (l *listener) View() tea.View { return tea.NewView("") }
func (l *listener) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := m.(tea.KeyPressMsg); ok && k.Text == "q" {
		return l, tea.Quit
	}
	l.messages = append(l.messages, m)
	return l, nil
}

// run runs a program on filtered input, in chunks with a pause between them, and returns
// the messages that the program received.
func run(t *testing.T, pause time.Duration, chunks ...string) (messages []tea.Msg) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		in, out := io.Pipe()
		l := &listener{}
		p := tea.NewProgram(l, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(),
			tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithWindowSize(80, 24), tea.WithContext(t.Context()))
		var writing sync.WaitGroup
		writing.Go(func() {
			w := guard.New(guard.Options{}).Writer(out)
			for _, c := range append(chunks, "q") {
				_, _ = io.WriteString(w, c)
				<-time.After(pause)
			}
		})
		if _, err := p.Run(); err != nil {
			t.Error(err)
		}
		_ = in.Close()
		writing.Wait()
		messages = l.messages
	})
	return messages
}

// Bubble Tea survives every crasher and receives the key that follows it.
func TestBubbleTeaLives(t *testing.T) {
	for _, in := range crashers {
		heard := false
		for _, m := range run(t, 2*guard.DefaultPasteIdle, in, "đ") {
			switch m := m.(type) {
			case tea.KeyPressMsg:
				heard = heard || m.Text == "đ"
			case tea.WindowSizeMsg:
				if m.Width != 80 || m.Height != 24 {
					t.Errorf("%q: a size of %v", in, m)
				}
			}
		}
		if !heard {
			t.Errorf("%q: the key after it was lost", in)
		}
	}
}

// Bubble Tea receives these messages for a paste and for keys before and after it.
func TestBubbleTeaHears(t *testing.T) {
	var got []string
	for _, m := range run(t, 20*time.Millisecond, "H5", "\x1b[200~5.17\x1b[31m.05", "-261120\x1b[201", "~\x1b[A", "\x1b]11;rgb:0000/", "0000/0000\x1b\\") {
		switch m := m.(type) {
		case tea.KeyPressMsg:
			got = append(got, m.String())
		case tea.PasteMsg:
			got = append(got, "paste "+m.Content)
		case tea.BackgroundColorMsg:
			got = append(got, "background "+m.String())
		}
	}
	want := "H 5 | paste 5.17.05-261120 | up | background #000000"
	if s := strings.NewReplacer("H,5", "H 5", ",", " | ").Replace(strings.Join(got, ",")); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
