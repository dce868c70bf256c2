package terminal

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
)

// letters is a model that shows what is typed.
type letters struct{ typed string }

func (l letters) Init() tea.Cmd { return nil }

func (l letters) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		l.typed += m.Text
	case tea.PasteMsg:
		l.typed += m.Content
	}
	return l, nil
}

func (l letters) View() tea.View {
	v := tea.NewView(l.typed)
	v.AltScreen = true
	return v
}

// bed is a Sleeper and what it wrote.
type bed struct {
	*Sleeper
	mu    sync.Mutex
	out   bytes.Buffer
	slept atomic.Int32
	over  chan error
}

func (b *bed) written() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.out.String()
}

func newBed(m tea.Model, after time.Duration) *bed {
	b := makeBed(m, after, func(msg tea.Msg) tea.Msg { return msg })
	b.run()
	return b
}

func (b *bed) run() { go func() { b.over <- b.Run() }() }

func makeBed(m tea.Model, after time.Duration, filter func(tea.Msg) tea.Msg) *bed {
	b := &bed{over: make(chan error, 1)}
	out := &Thrift{W: writerFunc(func(p []byte) (int, error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		return b.out.Write(p)
	})}
	out.Columns.Store(80)
	b.Sleeper = NewSleeper(m, out, Options{
		Program: []tea.ProgramOption{
			tea.WithWindowSize(80, 24), tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		},
		Filter: filter, Pasting: func() bool { return false }, Rest: func() { b.slept.Add(1) }, After: after,
	})
	return b
}

// leave ends a Sleeper and returns everything that it wrote.
func (b *bed) leave(t *testing.T) string {
	t.Helper()
	b.Leave()
	b.Leave()
	if err := <-b.over; err != nil {
		t.Error(err)
	}
	if n, err := b.Write([]byte("x")); err == nil {
		t.Errorf("it takes %d keys after its end", n)
	}
	b.Send(tea.KeyPressMsg{})
	rest(t, time.Minute) // until unused timers have ended
	return b.written()
}

// Where the terminal said what it can, the next program is told, and the terminal is not asked
// again.
func TestTheNextProgramKnowsTheTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBed(letters{}, time.Second)
		rest(t, time.Second/2)
		_, _ = io.WriteString(b, "\x1b[?2026;2$y\x1b[?2027;2$y")
		for i, k := range []string{"a", "b", "c"} {
			rest(t, 5*time.Second)
			if got := b.slept.Load(); got != int32(i)+1 {
				t.Errorf("it slept %d times, want %d", got, i+1)
			}
			_, _ = io.WriteString(b, k)
			rest(t, 200*time.Millisecond)
		}
		out := b.leave(t)
		for what, n := range map[string]int{
			queries: 1, mark: 0, "\x1b[?1049h": 1, "\x1b[?1049l": 1, "\x1b[?2004h": 1, "\x1b[?2004l": 1, "\x1b[?2027l": 1,
		} {
			if got := strings.Count(out, what); got != n {
				t.Errorf("%q was written %d times, want %d: %q", what, got, n, out)
			}
		}
	})
}

// A client that reports modes without end fills no memory: the next program is told only of those
// that a program asks for.
func TestOnlyWhatWasAskedIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var reports atomic.Int32
		b := makeBed(letters{}, time.Second, func(msg tea.Msg) tea.Msg {
			if _, ok := msg.(tea.ModeReportMsg); ok {
				reports.Add(1)
			}
			return msg
		})
		b.run()
		rest(t, time.Second/2)
		_, _ = io.WriteString(b, "\x1b[?2026;2$y\x1b[?2027;2$y\x1b[?1004;1$y\x1b[?1049;1$y\x1b[4;2$y")
		rest(t, 5*time.Second)
		if got := reports.Swap(0); got != 5 || b.slept.Load() != 1 {
			t.Errorf("%d reports, slept %d times", got, b.slept.Load())
		}
		_, _ = io.WriteString(b, "a")
		rest(t, 200*time.Millisecond)
		if got := reports.Load(); got != 2 {
			t.Errorf("the next program was told of %d modes, want 2", got)
		}
		b.leave(t)
	})
}

// Whoever leaves at any moment leaves the terminal in order, once.
func TestASleeperMayEndAtAnyMoment(t *testing.T) {
	for at := time.Duration(0); at < 40*time.Millisecond; at += time.Millisecond {
		for _, key := range []bool{false, true} {
			synctest.Test(t, func(t *testing.T) {
				b := newBed(letters{}, time.Second)
				rest(t, time.Second+at) // it goes to sleep about now
				if key {
					rest(t, 4*time.Second)
					go func() { _, _ = io.WriteString(b, "a") }()
					rest(t, at) // and wakes
				}
				if out := b.leave(t); strings.Count(out, "\x1b[?1049h") != 1 || strings.Count(out, "\x1b[?1049l") != 1 {
					t.Errorf("%v, %v: %q", key, at, out)
				}
			})
		}
	}
}

// A key that comes before the first program waits for it, and not for the next key.
func TestAKeyBeforeTheFirstProgram(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := makeBed(letters{}, time.Second, func(msg tea.Msg) tea.Msg { return msg })
		go func() { _, _ = io.WriteString(b, "a") }()
		rest(t, 100*time.Millisecond)
		b.run()
		rest(t, 100*time.Millisecond)
		if out := b.written(); !strings.Contains(out, "a") {
			t.Errorf("it shows %q", out)
		}
		b.leave(t)
	})
}

// starter begins something that is answered with more to do.
type starter struct {
	letters
	answer chan struct{}
	more   *atomic.Bool
}

func (s starter) Init() tea.Cmd {
	return func() tea.Msg {
		<-s.answer
		more := func() tea.Msg {
			s.more.Store(true)
			return nil
		}
		return tea.BatchMsg{more, more}
	}
}

// An answer that comes after the end starts nothing more.
func TestNothingStartsAfterTheEnd(t *testing.T) {
	for _, over := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			m := starter{answer: make(chan struct{}), more: new(atomic.Bool)}
			b := newBed(m, time.Second)
			rest(t, 5*time.Second)
			if over {
				b.Leave()
				rest(t, time.Second)
			}
			close(m.answer)
			rest(t, time.Second)
			if got := m.more.Load(); got == over {
				t.Errorf("over: %v, more was done: %v", over, got)
			}
			b.leave(t)
		})
	}
}

// Keys at any moment are neither lost nor invisible, also those that come as a program is let
// go.
func TestNoKeyIsLost(t *testing.T) {
	for at := -3 * time.Millisecond; at < 30*time.Millisecond; at += time.Millisecond {
		synctest.Test(t, func(t *testing.T) {
			b := newBed(letters{}, time.Second)
			rest(t, time.Second+at)
			go func() {
				for _, k := range []string{"a", "b", "\x1b[200~c", "d\x1b[201~", "e"} {
					_, _ = io.WriteString(b, k)
					time.Sleep(time.Millisecond) //nolint:forbidigo // virtual time
				}
			}()
			rest(t, 300*time.Millisecond)
			screen := vt.NewEmulator(80, 24)
			go func() { _, _ = io.Copy(io.Discard, screen) }()
			_, _ = io.WriteString(screen, b.written())
			if shown := screen.String(); !strings.Contains(shown, "abcde") {
				t.Errorf("%v: the terminal shows %q", at, strings.TrimSpace(shown))
			}
			_ = screen.InputPipe().(io.Closer).Close()
			b.leave(t)
		})
	}
}

// A key whose effect comes after the mark is shown at once, and not when somebody presses the
// next one.
func TestAKeyThatCameLastIsShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		reached, goes := make(chan struct{}), make(chan struct{})
		b := makeBed(letters{}, time.Second, func(msg tea.Msg) tea.Msg {
			if k, ok := msg.(tea.KeyPressMsg); ok && k.Text == "z" {
				close(reached)
				<-goes
			}
			return msg
		})
		settled := b.curtain.marked
		b.curtain.marked = sync.OnceFunc(func() { // the key is on its way when the program is let go
			go b.program.Send(tea.KeyPressMsg{Text: "z", Code: 'z'})
			<-reached
			settled()
			close(goes)
		})
		b.run()
		rest(t, 1300*time.Millisecond)
		if b.slept.Load() == 0 {
			t.Error("the program was not let go")
		}
		if out := b.written(); !strings.Contains(out, "z") {
			t.Errorf("%q", out)
		}
		b.leave(t)
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
		b := newBed(empty{}, 0)
		rest(t, 2*time.Second)
		if n := strings.Count(b.written(), "\x1b[2J"); n > 2 { // one for the size
			t.Errorf("cleared %d times", n)
		}
		if b.slept.Load() > 0 {
			t.Error("it slept")
		}
		b.leave(t)
	})
}

// rest lets virtual time pass.
func rest(t *testing.T, d time.Duration) {
	t.Helper()
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
}
