package server

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"motcua/kiosk/terminal"
	"motcua/tui"
	"motcua/tui/kiosk"
)

// twice writes to two terminals, to one of them through Thrift.
type twice struct {
	mu              sync.Mutex
	plain, thrifty  *vt.Emulator
	thrift          *terminal.Thrift
	sent, sentPlain int
}

func newTwice() *twice {
	w := &twice{plain: vt.NewEmulator(80, 24), thrifty: vt.NewEmulator(80, 24)}
	for _, e := range []*vt.Emulator{w.plain, w.thrifty} {
		go func() { _, _ = io.Copy(io.Discard, e) }() // discards its answers to queries
	}
	w.thrift = &terminal.Thrift{W: writerFunc(func(p []byte) (int, error) {
		w.sent += len(p)
		return w.thrifty.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	})}
	w.thrift.Columns.Store(80)
	return w
}

func (w *twice) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sentPlain += len(p)
	if _, err := w.plain.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return w.thrift.Write(p)
}

// same fails unless both terminals show the same and their cursors are in the same place.
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

// The interface looks the same through Thrift, in plain and in painted colours.
func TestThriftDrawsTheInterface(t *testing.T) {
	for _, theme := range []string{"", "dark", "paper"} {
		synctest.Test(t, func(t *testing.T) {
			w := newTwice()
			in, keys := io.Pipe()
			o := tui.Options{Service: newDesk(), Name: "TRUNG TÂM", Office: "Phường Đức Xuân", Catalogue: func() int { return 4578 }, Theme: theme}
			p := tea.NewProgram(kiosk.Interface(o), tea.WithInput(in), tea.WithOutput(w), tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24),
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
			rest(t, time.Minute) // until unused timers have ended
		})
	}
}

// rest lets virtual time pass.
func rest(t *testing.T, d time.Duration) {
	t.Helper()
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
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

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
