package server

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"motcua/client/facts"
	"motcua/tui"
)

// A frame, and what of it goes over the line when the cursor stood in row 8,
// column 5 of an 80 column terminal.
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
			w := &thrift{w: &got, row: 8, col: 5}
			w.columns.Store(80)
			if n, err := w.Write([]byte(tt.frame)); n != len(tt.frame) || err != nil {
				t.Errorf("%d, %v", n, err)
			}
			if got.String() != tt.want {
				t.Errorf("%q becomes %q, want %q", tt.frame, got.String(), tt.want)
			}
		})
	}
}

// In the last column a terminal waits with the cursor, and each goes back from
// there in its own way.
func TestThriftLeavesTheLastColumnAlone(t *testing.T) {
	var got bytes.Buffer
	w := &thrift{w: &got, row: 8, col: 80}
	w.columns.Store(80)
	_, _ = w.Write([]byte("\x1b[?25lx\x1b[8;80H\x1b[?25h"))
	if want := "x\x1b[8;80H"; got.String() != want {
		t.Errorf("%q, want %q", got.String(), want)
	}
}

// What was cleared is not erased again, also when the picture comes in a frame of
// its own; what was drawn is.
func TestThriftErasesWhatIsThere(t *testing.T) {
	var got bytes.Buffer
	w := &thrift{w: &got}
	w.columns.Store(80)
	for _, frame := range []string{"\x1b[?1049h\x1b[H\x1b[2J", "\x1b]11;?\a", "\x1b[Hx\x1b[20X\x1b[1;40Hy\x1b[48;5;235m\x1b[30X\x1b[m", "\x1b[H\x1b[20X"} {
		_, _ = w.Write([]byte(frame))
	}
	if want := "\x1b[?1049h\x1b[H\x1b[2J\x1b]11;?\a\x1b[Hx\x1b[1;40Hy\x1b[48;5;235m\x1b[30X\x1b[m\x1b[H\x1b[20X"; got.String() != want {
		t.Errorf("%q, want %q", got.String(), want)
	}
}

// twice is written to two terminals, one of them with thrift.
type twice struct {
	mu              sync.Mutex
	plain, thrifty  *vt.Emulator
	thrift          *thrift
	sent, sentPlain int
}

func newTwice() *twice {
	w := &twice{plain: vt.NewEmulator(80, 24), thrifty: vt.NewEmulator(80, 24)}
	for _, e := range []*vt.Emulator{w.plain, w.thrifty} {
		go func() { _, _ = io.Copy(io.Discard, e) }() // its answers
	}
	w.thrift = &thrift{w: writerFunc(func(p []byte) (int, error) {
		w.sent += len(p)
		return w.thrifty.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	})}
	w.thrift.columns.Store(80)
	return w
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func (w *twice) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sentPlain += len(p)
	if _, err := w.plain.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return w.thrift.Write(p)
}

// same fails unless both terminals show the same with the cursor in one place.
func (w *twice) same(t *testing.T, when string) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if got, want := w.thrifty.Render(), w.plain.Render(); got != want {
		t.Fatalf("%s:\n%s\nwith thrift:\n%s", when, want, got)
	}
	if got, want := w.thrifty.CursorPosition(), w.plain.CursorPosition(); got != want {
		t.Fatalf("%s: the cursor is at %v, with thrift at %v", when, want, got)
	}
}

// The interface itself, in plain and in painted colours, looks the same.
func TestThriftDrawsTheInterface(t *testing.T) {
	for _, theme := range []string{"", "dark", "paper"} {
		synctest.Test(t, func(t *testing.T) {
			w := newTwice()
			in, keys := io.Pipe()
			o := tui.Options{Service: &desk{cal: facts.Calendar()}, Name: "TRUNG TÂM", Office: "Phường Đức Xuân", Catalogue: func() int { return 4578 }, Theme: theme}
			p := tea.NewProgram(tui.New(o), tea.WithInput(in), tea.WithOutput(w), tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24),
				tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
			over := make(chan struct{})
			go func() {
				defer close(over)
				if _, err := p.Run(); err != nil {
					t.Error(err)
				}
			}()
			rest(t, 500*time.Millisecond)
			w.same(t, "first screen")
			if saved := w.sentPlain - w.sent; theme == "" && saved < 40 {
				t.Errorf("%d bytes saved on the first screen", saved)
			}
			for _, k := range []string{"1", "H", "5", "5", ".", "1", "7", ".", "0", "5", "2", "6", "1", "1", "\x7f", "\x1b[D", "x", "\x1b", "2", "\x1b[B", "\x1b[B", "c", "ấ", "p", "\x1b[B", "\x1b", "3", "\x1b", "n"} {
				_, _ = io.WriteString(keys, k)
				rest(t, 600*time.Millisecond)
				w.same(t, fmt.Sprintf("after %q", k))
			}
			t.Logf("%d bytes, %d with thrift", w.sentPlain, w.sent)
			_ = keys.Close()
			p.Quit()
			<-over
			for _, e := range []*vt.Emulator{w.plain, w.thrifty} {
				_ = e.InputPipe().(io.Closer).Close()
			}
			rest(t, time.Minute) // timers that nobody waits for
		})
	}
}

// rest lets virtual time pass.
func rest(t *testing.T, d time.Duration) {
	t.Helper()
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
}

// Whatever frames come, with and without thrift a terminal shows the same, and
// its cursor stands in the same place.
func TestThriftShowsTheSame(t *testing.T) {
	pieces := []string{
		"a", "b ", "ệ", "ư ", "\x1b[8;6H", "\x1b[8;7H", "\x1b[8;79H", "\x1b[8;80H", "\x1b[3;3H", "\r\n", "\x1b[1m", "\x1b[m", "\x1b[K", "国",
	}
	for range 150 {
		plain, thrifty := vt.NewEmulator(80, 24), vt.NewEmulator(80, 24)
		w := &thrift{w: thrifty}
		w.columns.Store(80)
		var all []string
		for range 12 {
			frame := ""
			for range rand.IntN(4) {
				frame += pieces[rand.IntN(len(pieces))]
			}
			frame += "\x1b[8;" + []string{"5", "6", "7", "78", "79", "80"}[rand.IntN(6)] + "H"
			if c := rand.IntN(3); c < len(curtains) {
				frame = curtains[c][0] + frame + curtains[c][1]
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

// The first screen is drawn in plain style, see terminal.Plain.
func TestTheFirstScreenIsPlain(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	out := term.screen.String()
	title := strings.Index(out, "English")
	at := strings.LastIndex(out[:max(title, 0)], "\x1b[>4")
	if title < 0 || at < 0 {
		t.Fatalf("%q", out)
	}
	if !strings.Contains(out[at:title], "\x1b[m") {
		t.Errorf("no reset before the title: %q", out[at:title])
	}
}
