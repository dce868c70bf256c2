package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
	"motcua/kiosk/terminal"
	"motcua/tui"
	"motcua/tui/kiosk"
)

// rested is the interface, and counts how often its program was let go.
type rested struct {
	tea.Model
	times *atomic.Int32
}

func (r *rested) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := r.Model.Update(msg)
	r.Model = m
	return r, cmd
}

func (r *rested) Rest() {
	r.Model.(interface{ Rest() }).Rest()
	r.times.Add(1)
}

// sleepy lets sessions sleep as early as possible, and counts how often they do.
func sleepy(times *atomic.Int32) func(*Config, *Deps) {
	return func(c *Config, d *Deps) {
		c.SleepTime = time.Millisecond
		d.Model = func(o tui.Options) tea.Model { return &rested{kiosk.Interface(o), times} }
	}
}

// slept waits until n programs were let go in all.
func slept(t testing.TB, times *atomic.Int32, n int32) {
	t.Helper()
	eventually(t, fmt.Sprintf("%d programs were let go", n), func() bool { return times.Load() >= n })
}

// seen is a terminal with the interface of a Sleeper.
type seen struct {
	mu   sync.Mutex
	vt   *vt.Emulator
	sent bytes.Buffer
	p    *terminal.Sleeper
	over chan struct{}
	rest atomic.Int32
}

func (s *seen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent.Write(p)
	return s.vt.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
}

// look returns what the terminal shows, where its cursor is seen, and what it was sent.
func (s *seen) look() (screen, cursor string, sent int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	cursor = "hidden"
	if out := s.sent.String(); strings.LastIndex(out, "\x1b[?25h") > strings.LastIndex(out, "\x1b[?25l") {
		cursor = fmt.Sprint(s.vt.CursorPosition())
	}
	return s.vt.Render(), cursor, s.sent.Len()
}

func newSeen(t *testing.T, theme string, after time.Duration) *seen {
	t.Helper()
	s := &seen{vt: vt.NewEmulator(80, 24), over: make(chan struct{})}
	go func() { _, _ = io.Copy(io.Discard, s.vt) }()
	out := &terminal.Thrift{W: s}
	out.Columns.Store(80)
	m := kiosk.Interface(tui.Options{Service: newDesk(), Name: "TRUNG TÂM", Office: "Phường Đức Xuân", Catalogue: func() int { return 4578 }, Theme: theme})
	s.p = terminal.NewSleeper(terminal.NewPaced(m, 33), out, terminal.Options{
		Program: []tea.ProgramOption{
			tea.WithWindowSize(80, 24), tea.WithColorProfile(colorprofile.ANSI256), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		},
		Filter:  func(msg tea.Msg) tea.Msg { return msg },
		Pasting: func() bool { return false },
		Rest: func() {
			m.(interface{ Rest() }).Rest()
			s.rest.Add(1)
		},
		After: after,
	})
	go func() {
		defer close(s.over)
		if err := s.p.Run(); err != nil {
			t.Error(err)
		}
	}()
	return s
}

// A terminal whose session sleeps before every key shows at each moment what one shows whose
// session never sleeps, and gets nothing while it sleeps.
func TestASleeperShowsWhatTheOthersDo(t *testing.T) {
	for _, theme := range []string{"", "dark", "paper"} {
		synctest.Test(t, func(t *testing.T) {
			sleeps, wakes := newSeen(t, theme, time.Second), newSeen(t, theme, 0)
			same := func(when string) (sent int) {
				t.Helper()
				got, at, sent := sleeps.look()
				if want, place, _ := wakes.look(); got != want || at != place {
					t.Fatalf("%s, cursor at %v, the sleeper's at %v:\n%s\nthe sleeper:\n%s", when, place, at, want, got)
				}
				return sent
			}
			rest(t, time.Second/2)
			same("first screen")
			dearest, last := 0, ""
			for i, k := range []string{
				"\x1b[B", "\x1b[B", "\x1b[A", "1", "H", "55", ".", "1", "\x7f", "\x1b[D", "x", "\x1b[C", "\x1b[200~7.05-261120-0007\x1b[201~", "\r", "\x1b", "\x1b",
				"2", "\x1b[B", "\x1b[B", "c", "ấ", "p", "\x1b[B", "\x1b", "3", "\x1b", "l", "l", "n", "\x1b[1;1~", "?", "\x1b",
			} {
				before := same(fmt.Sprintf("before key %d", i))
				rest(t, 5*time.Second)
				if now := same(fmt.Sprintf("asleep before key %d", i)); now != before && last != "n" { // a new theme's name goes by itself
					t.Errorf("%d bytes before %q", now-before, k)
				}
				last = k
				if got := sleeps.rest.Load(); got < int32(i)+1 {
					t.Fatalf("before %q it slept %d times, want %d", k, got, i+1)
				}
				_, _, before = sleeps.look()
				for _, s := range []*seen{sleeps, wakes} {
					go func() { _, _ = io.WriteString(s.p, k) }()
				}
				rest(t, 600*time.Millisecond)
				dearest = max(dearest, same(fmt.Sprintf("after %q", k))-before)
			}
			if wakes.rest.Load() > 0 {
				t.Error("it never sleeps")
			}
			_, _, asleep := sleeps.look()
			_, _, awake := wakes.look()
			t.Logf("%d bytes, %d without sleep; the dearest key %d", asleep, awake, dearest)
			for _, s := range []*seen{sleeps, wakes} {
				rest(t, 5*time.Second)
				s.p.Leave()
				<-s.over
				_ = s.vt.InputPipe().(io.Closer).Close()
			}
			if got, want := sleeps.sent.String(), wakes.sent.String(); got[strings.LastIndex(got, "\x1b[>4m"):] != want[strings.LastIndex(want, "\x1b[>4m"):] {
				t.Errorf("it leaves the terminal with %q, want %q", got[strings.LastIndex(got, "\x1b[>4m"):], want[strings.LastIndex(want, "\x1b[>4m"):])
			}
			rest(t, time.Minute) // until unused timers have ended
		})
	}
}

// Keys of all kinds wake a session and are not lost, and neither is what is typed meanwhile.
func TestAKeyWakesASession(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	r := start(t, sleepy(&times))
	term := r.sit(anyone())
	slept(t, &times, 1)
	silent := len(term.screen.String())
	pause(2 * time.Second) // measures that nothing comes
	if n := len(term.screen.String()) - silent; n > 0 {
		t.Errorf("%d bytes while asleep", n)
	}
	term.press("2")
	term.waitFor("Ông/bà muốn")
	slept(t, &times, 2)
	for _, half := range []string{"c", "a", "\xe1", "\xba\xa5", "p", " đổi"} { // ấ in two packets
		term.press(half)
	}
	term.waitFor("caấp đổi")
	term.settled()
	slept(t, &times, 3)
	term.press("\x1b") // an arrow key in two packets
	pause(10 * time.Millisecond)
	term.press("[B")
	term.settled()
	term.waitFor("caấp đổi")
	slept(t, &times, 4)
	term.press("\x1b[200~mới\x1b[201~")
	term.waitFor("caấp đổimới")
	slept(t, &times, 5)
	term.press("\x1b[200~hai") // a line that stands still within a paste
	pause(2500 * time.Millisecond)
	if n := times.Load(); n > 5 {
		t.Errorf("it slept %d times, with half a paste at last", n)
	}
	term.press("ba\x1b[201~")
	term.waitFor("caấp đổimớihaiba")
}

// What a woken session sends for one key.
func TestAWokenSessionStaysWithinItsBudget(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	r := start(t, sleepy(&times))
	term := r.sit(anyone())
	term.press("1")
	term.waitFor("H55.17.05")
	term.settled()
	n := times.Load()
	slept(t, &times, n+1)
	if n := term.cost("H"); n > 24+8 { // the budget of a letter, and a move of the cursor
		t.Errorf("a letter that wakes the session costs %d bytes", n)
	}
}

// The size of the terminal changes while the session sleeps.
func TestAResizeWakesASession(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	r := start(t, sleepy(&times))
	term := r.sit(anyone())
	slept(t, &times, 1)
	if err := term.sess.WindowChange(30, 50); err != nil {
		t.Fatal(err)
	}
	term.waitFor("50")
	slept(t, &times, 2)
	if err := term.sess.WindowChange(24, 80); err != nil {
		t.Fatal(err)
	}
	term.waitFor("4.578")
	slept(t, &times, 3)
	term.press("1")
	term.waitFor("H55.17.05")
}

// A session ends while it sleeps as it does awake: it is told why, and its terminal is left in
// order.
func TestASleepingSessionEnds(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	for reason, c := range map[string]struct {
		change func(*Config)
		end    func(*testing.T, *running, *visitor)
		says   string
	}{
		"idle":  {func(c *Config) { c.Public.Idle = 4 * time.Second }, nil, "không có phím"},
		"total": {func(c *Config) { c.Public.Total, c.Public.Idle = 4*time.Second, 4*time.Second-time.Millisecond }, nil, ""},
		"drain": {func(c *Config) { c.DrainTime = 3 * time.Second }, func(t *testing.T, r *running, _ *visitor) {
			t.Helper()
			go func() { _ = r.Drain(context.Background()) }()
		}, ""},
	} {
		t.Run(reason, func(t *testing.T) {
			t.Parallel()
			var times atomic.Int32
			r := start(t, sleepy(&times), func(cfg *Config, _ *Deps) { c.change(cfg) })
			term := r.sit(anyone())
			slept(t, &times, 1)
			if c.end != nil {
				c.end(t, r, term)
			}
			term.ends()
			r.logged("session ended")
			out := term.screen.String()
			left := strings.LastIndex(out, "\x1b[?1049l")
			if left < 0 || strings.Count(out, "\x1b[?1049h") != 1 || strings.Count(out, "\x1b[?1049l") != 1 {
				t.Errorf("it left the alternate screen at %d: %q", left, out[max(0, len(out)-300):])
			}
			if said := strings.LastIndex(out, c.says); said < left {
				t.Errorf("no farewell: %q", out[left:])
			}
		})
	}
}

// A notice of the server wakes a session, which sleeps again after it.
func TestANoticeWakesASession(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	r := start(t, sleepy(&times), func(c *Config, _ *Deps) { c.DrainTime = 30 * time.Second })
	term := r.sit(anyone())
	slept(t, &times, 1)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = r.Drain(ctx)
	}()
	term.waitFor("sắp")
	slept(t, &times, 2)
	stop()
	<-done
}

// An answer that comes while the session sleeps wakes it.
func TestALateAnswerWakesASession(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	late := make(chan struct{})
	asked := make(chan struct{})
	r := start(t, sleepy(&times), func(_ *Config, d *Deps) {
		d.Model = func(o tui.Options) tea.Model {
			return &rested{&slowAnswer{Model: kiosk.Interface(o), late: late, asked: asked}, &times}
		}
	})
	term := r.sit(anyone())
	term.press("2")
	<-asked
	slept(t, &times, 1)
	close(late)
	term.waitFor("ngày mai")
	slept(t, &times, 2)
}

// slowAnswer asks something at the key 2, and shows the answer.
type slowAnswer struct {
	tea.Model
	late, asked chan struct{}
}

func (s *slowAnswer) Rest() { s.Model.(interface{ Rest() }).Rest() }

func (s *slowAnswer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := s.Model.Update(msg)
	s.Model = m
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Text == "2" {
		cmd = tea.Batch(cmd, func() tea.Msg {
			close(s.asked)
			<-s.late
			return tui.Notice("ngày mai")
		})
	}
	return s, cmd
}

// Who hangs up while asleep leaves nothing behind.
func TestASleeperHangsUp(t *testing.T) {
	var times atomic.Int32
	r := start(t, sleepy(&times))
	r.sit(anyone()).client.Close()
	eventually(t, "the first is over", func() bool { return r.people() == 0 })
	pause(time.Second) // until the timers of cancelled look-ups have ended
	before := runtime.NumGoroutine()
	already := times.Load()
	var all []*visitor
	for range 5 {
		all = append(all, r.sit(anyone()))
	}
	slept(t, &times, already+5)
	for i, term := range all {
		if i%2 == 0 {
			_ = term.sess.Close()
		}
		_ = term.client.Close()
	}
	for _, term := range all {
		term.screen.close()
	}
	eventually(t, "nobody is inside", func() bool { return r.people() == 0 })
	base(t, before)
}

// All wake at once, some hang up as they do, and each key has its effect.
func TestAllWakeAtOnce(t *testing.T) {
	t.Parallel()
	clienttest.Long(t, "a session sleeps after a second at the earliest")
	var times atomic.Int32
	r := start(t, sleepy(&times))
	var all []*visitor
	c := r.dial(anyone())
	for i := range 24 {
		if i%4 == 0 { // four sessions of a connection
			c = r.dial(anyone())
		}
		all = append(all, r.open(c, ""))
	}
	for _, term := range all {
		term.waitFor("4.578")
	}
	for round := range 3 {
		n := int32(len(all)) * int32(round+1)
		slept(t, &times, n)
		for _, term := range all {
			go func() { _, _ = io.WriteString(term.keys, []string{"2", "ho", " chieu"}[round]) }()
		}
		for _, term := range all {
			term.waitFor([]string{"Ông/bà muốn", "ho", "ho chieu"}[round])
		}
	}
	for i, term := range all {
		if i%3 == 0 {
			_ = term.sess.Signal(gossh.SIGHUP)
		}
	}
	eventually(t, "a third has left", func() bool { return r.people() <= 16 })
}
