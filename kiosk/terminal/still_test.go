package terminal

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

func (s *Still) holds() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.holding
}

// letters is a model that shows what is typed; a "?" changes nothing.
type letters struct{ typed string }

func (l letters) Init() tea.Cmd { return nil }

func (l letters) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Text != "?" {
		l.typed += k.Text
	}
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return l, tea.Batch(nil, func() tea.Msg { return nil }, func() tea.Msg { return nil })
	}
	return l, nil
}

func (l letters) View() tea.View {
	v := tea.NewView(l.typed)
	v.AltScreen = true
	return v
}

// An idle program is held in the write of its last frame, released by each message and held
// again, even when the message changed nothing. No title reaches the terminal.
func TestStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var out bytes.Buffer
		s := NewStill(writerFunc(func(p []byte) (int, error) {
			mu.Lock()
			defer mu.Unlock()
			return out.Write(p)
		}))
		in, keys := io.Pipe()
		p := tea.NewProgram(s.Model(letters{}), tea.WithInput(in), tea.WithOutput(s), tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24), tea.WithFPS(Looks),
			tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
			tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg { s.Message(msg); return msg }))
		over := make(chan struct{})
		go func() {
			defer close(over)
			if _, err := p.Run(); err != nil {
				t.Error(err)
			}
		}()
		rest(t, time.Second)
		if !s.holds() {
			t.Fatal("the program ticks after its first frame")
		}
		for i, k := range []string{"a", "?", "b", "bc??d", "?"} {
			pressed := time.Now()
			_, _ = io.WriteString(keys, k)
			rest(t, 50*time.Millisecond)
			if !s.holds() {
				t.Errorf("key %d: the program ticks %v after it", i, time.Since(pressed))
			}
		}
		p.Send(tea.WindowSizeMsg{Width: 70, Height: 20}) // the event loop itself needs the renderer
		rest(t, 50*time.Millisecond)
		if !s.holds() {
			t.Error("the program ticks after a resize")
		}
		s.Release()
		p.Quit()
		<-over
		_ = keys.Close()
		if got := out.String(); !strings.Contains(got, "abbcd") || strings.Contains(got, "\x1b]2;") {
			t.Errorf("written: %q", got)
		}
	})
}

// empty is a model without content.
type empty struct{}

func (empty) Init() tea.Cmd                       { return nil }
func (empty) Update(tea.Msg) (tea.Model, tea.Cmd) { return empty{}, nil }
func (empty) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	return v
}

// Earlier, a screen without content was cleared at every look.
func TestAnEmptyScreenIsClearedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer // read while the program is idle
		s := NewStill(&out)
		in, keys := io.Pipe()
		p := tea.NewProgram(s.Model(empty{}), tea.WithInput(in), tea.WithOutput(s), tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24), tea.WithFPS(Looks),
			tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		over := make(chan struct{})
		go func() {
			defer close(over)
			_, _ = p.Run()
		}()
		rest(t, time.Second)
		s.Release() // so the renderer looks all the time
		rest(t, time.Second)
		if n := strings.Count(out.String(), "\x1b[2J"); n > 2 { // one for the size
			t.Errorf("cleared %d times", n)
		}
		p.Quit()
		<-over
		_ = keys.Close()
	})
}

// A frame of an older message is not held, because the event loop may be waiting for the
// renderer with a newer one.
func TestStillHoldsTheNewestFrameAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := NewStill(io.Discard)
		for range 3 {
			s.Message(tea.KeyPressMsg{})
		}
		s.Message(tea.Batch(tea.Quit, tea.Quit)()) // a list of commands has no view
		for _, frame := range []string{"\x1b]2;2\ax", "x", "\x1b]2;\a", "\x1b]2;x\a"} {
			if _, err := s.Write([]byte(frame)); err != nil {
				t.Fatal(err)
			}
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			_, _ = s.Write([]byte("\x1b]2;3\ax"))
		}()
		rest(t, time.Hour)
		if !s.holds() {
			t.Fatal("the newest frame is not held")
		}
		s.Message(tea.KeyPressMsg{})
		<-done
		s.Release()
		_, _ = s.Write([]byte("\x1b]2;4\ax"))
	})
}

func TestUntitled(t *testing.T) {
	for _, tt := range []struct {
		frame, want string
		number      int
	}{
		{"\x1b[?25l\x1b]2;17\ax\x1b[?25h", "\x1b[?25lx\x1b[?25h", 17},
		{"\x1b]2;0\a", "", 0},
		{"\x1b]2;\a", "", -1},
		{"\x1b]2;17", "\x1b]2;17", -1},
		{"x", "x", -1},
	} {
		if got, n := untitled([]byte(tt.frame)); string(got) != tt.want || n != tt.number {
			t.Errorf("%q becomes %q, %d; want %q, %d", tt.frame, got, n, tt.want, tt.number)
		}
	}
}

// rest lets virtual time pass.
func rest(t *testing.T, d time.Duration) {
	t.Helper()
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
}
