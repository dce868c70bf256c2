package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/guard"
	"motcua/kiosk/server/session"
	"motcua/tui"
)

// The ten faults by which one client of a Bubble Tea program behind SSH could harm all others.
// Each test fails without its fix. More tests of faults 6 to 8 are in limits_test.go and
// refuse_test.go.

// quickly makes every pause of the server short.
func quickly(c *Config, _ *Deps) {
	c.EmptyTimeout = 200 * time.Millisecond
	c.StallTimeout = 300 * time.Millisecond
	c.DrainTime = 300 * time.Millisecond
}

// base waits until no more goroutines run than before, and otherwise reports which ones remain.
func base(t testing.TB, before int) {
	t.Helper()
	for deadline := time.Now().Add(15 * time.Second); runtime.NumGoroutine() > before; pause(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
		}
	}
}

// Fault 1: a CSI or DCS with more than 32 parameters panics in the decoder, on a goroutine
// where we cannot recover. It would end the whole process, including this test.
func TestFault1ParametersEndNobody(t *testing.T) {
	r := start(t)
	polite := r.sit(anyone())
	for _, hostile := range []string{
		"\x1b[" + strings.Repeat("1;", 40) + "m",
		"\x1b[" + strings.Repeat("1:", 60) + "u",
		"\x1bP" + strings.Repeat("1;", 40) + "q\x1b\\",
		"\x1b]" + strings.Repeat("x", 10_000) + "\x07",
		"\x1b_" + strings.Repeat("x", 10_000),
		"\x9b" + strings.Repeat("1;", 40) + "m",
		"\x1b[200~" + "\x1b[" + strings.Repeat("1;", 40) + "m" + "\x1b[201~",
		"\xff\xfe\x80\xc0",
	} {
		term := r.sit(anyone())
		term.press(hostile)
		term.press("\x1b[21~")
		_ = term.client.Close()
	}
	polite.press("1")
	polite.waitFor("H55.17.05")
}

// Fault 1, second path: typed text is shown again. A code field must not pass a sequence to the
// renderer.
func TestFault1TypedTextIsShownClean(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	term.press("2")
	term.waitFor("Đăng ký")
	term.press("\x1b[200~khai\u200b\u202esinh \u009b31m\x1b[201~")
	term.waitFor("khai")
	for _, bad := range []string{"\u202e", "\u200b", "\u009b"} {
		if strings.Contains(term.screen.String(), bad) {
			t.Errorf("%q was sent to the terminal", bad)
		}
	}
}

// people returns the number of open sessions.
func (r *running) people() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.sessions)
}

// Fault 2, a variant: window changes after the session's end must block nothing. The library
// passes them on without checking whether anyone reads.
func TestFault2WindowChangesAfterTheEnd(t *testing.T) {
	before := runtime.NumGoroutine()
	r := start(t)
	started := runtime.NumGoroutine()
	c, err := gossh.Dial("tcp", r.addr, anyone())
	if err != nil {
		t.Fatal(err)
	}
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(reqs)
	pty := struct {
		Term       string
		C, R, W, H uint32
		Modes      string
	}{"xterm", 80, 24, 0, 0, ""}
	change := struct{ C, R, W, H uint32 }{90, 30, 0, 0}
	if ok, err := ch.SendRequest("pty-req", true, gossh.Marshal(pty)); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if ok, err := ch.SendRequest("exec", true, gossh.Marshal(struct{ S string }{"version"})); !ok || err != nil {
		t.Fatal(ok, err)
	}
	// Before, during and after the command: a command reads no sizes.
	for range 50 {
		if _, err := ch.SendRequest("window-change", false, gossh.Marshal(change)); err != nil {
			break
		}
	}
	eventually(t, "the command is over", func() bool { return r.people() == 0 })
	_ = c.Close()
	base(t, started)
	_ = before
}

// Fault 3: bytes that arrive while a program quits leave its reading goroutines behind.
func TestFault3BytesAtQuitLeaveNothing(t *testing.T) {
	r := start(t)
	r.sit(anyone()).press("\x1b[21~") // so that everything that is created once exists
	eventually(t, "the first is over", func() bool { return r.people() == 0 })
	before := runtime.NumGoroutine()
	for range 10 {
		c, err := gossh.Dial("tcp", r.addr, anyone())
		if err != nil {
			t.Fatal(err)
		}
		term := r.open(c, "")
		term.waitFor("4.578")
		stop := make(chan struct{})
		typed := make(chan struct{})
		go func() {
			defer close(typed)
			for {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := io.WriteString(term.keys, "\x1b[B"); err != nil {
					return
				}
				pause(time.Millisecond) // the pace of a client
			}
		}()
		term.press("\x1b[21~")
		term.ends()
		close(stop)
		<-typed
		_ = c.Close()
		term.screen.close()
	}
	base(t, before)
}

// Fault 4: a client that stops reading blocks Quit, Kill and the context in the renderer's
// write. Two seconds after Quit the connection is closed.
func TestFault4ClientThatStopsReading(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) {
		c.StallTimeout = time.Hour // not what ends it here
	})
	r.deps.Model = func(tui.Options) tea.Model { return flood{} }
	before := runtime.NumGoroutine()
	c, err := gossh.Dial("tcp", r.addr, anyone())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	ch := rawShell(t, c) // its output is never read
	var x *session.Session
	eventually(t, "the session is inside", func() bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		for x = range r.sessions {
		}
		return x != nil
	})
	eventually(t, "its writes are blocked", func() bool {
		_, n := x.Bytes()
		return n > clientsWindow-4<<10 // less than one write is left of the window
	})
	began := time.Now()
	x.End(session.ReasonLeft)
	eventually(t, "the session is over", func() bool { return r.people() == 0 })
	if took := time.Since(began); took < session.QuitTime-100*time.Millisecond || took > session.QuitTime+2*time.Second {
		t.Errorf("over after %v, want %v", took, session.QuitTime)
	}
	_ = ch.Close()
	_ = c.Close()
	base(t, before)
}

// The same client is cut off even without Quit.
func TestStalledClientIsCutOff(t *testing.T) {
	r := start(t, quickly)
	r.deps.Model = func(tui.Options) tea.Model { return flood{} }
	c := r.dial(anyone())
	rawShell(t, c)
	r.logged("session ended", `"reason":"stalled"`)
}

// clientsWindow is how many bytes the client of x/crypto takes from a channel that nobody
// reads (channelWindowSize).
const clientsWindow = 2 << 20

// flood is a model that writes more than a client's window takes, at once and not drawn,
// because drawing so much takes long on a busy machine.
type flood struct{}

func (flood) Init() tea.Cmd { return tea.Raw(strings.Repeat("flood ", clientsWindow/4)) }

func (f flood) Update(tea.Msg) (tea.Model, tea.Cmd) { return f, nil }

func (flood) View() tea.View { return tea.NewView("") }

// rawShell opens a shell on a large terminal and never reads it.
func rawShell(t *testing.T, c *gossh.Client) gossh.Channel {
	t.Helper()
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(reqs)
	pty := struct {
		Term       string
		C, R, W, H uint32
		Modes      string
	}{"xterm", 300, 100, 0, 0, ""}
	for _, req := range []struct {
		name    string
		payload []byte
	}{{"pty-req", gossh.Marshal(pty)}, {"shell", nil}} {
		if ok, err := ch.SendRequest(req.name, true, req.payload); !ok || err != nil {
			t.Fatal(req.name, ok, err)
		}
	}
	return ch
}

// Fault 5: output renews the library's idle time, so a page that updates itself would keep a
// session open for ever. Only the person's input counts.
func TestFault5OutputIsNoInput(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.Public.Idle = 400 * time.Millisecond })
	r.deps.Model = func(tui.Options) tea.Model { return &ticker{} }
	term := r.open(r.dial(anyone()), "")
	// What a terminal sends by itself does not count either: focus, motion, answers.
	for range 4 {
		term.press("\x1b[I\x1b[<35;10;10M\x1b[?62;c")
		pause(100 * time.Millisecond) // the pace of a client
	}
	term.ends()
	r.logged("session ended", `"reason":"idle"`)
	term.waitFor("không có phím")
}

// A key keeps the session open.
func TestKeysKeepTheSession(t *testing.T) {
	t.Parallel()
	r := start(t, func(c *Config, _ *Deps) { c.Public.Idle = 2 * time.Second })
	term := r.sit(anyone())
	for range 8 {
		term.press("\x1b[B")
		pause(350 * time.Millisecond) // the pace of a client
	}
	term.press("1")
	term.waitFor("H55.17.05")
}

type ticker struct{ n int }

type tickMsg struct{}

func (m *ticker) Init() tea.Cmd {
	return tea.Tick(20*time.Millisecond, func(time.Time) tea.Msg { return tickMsg{} })
}

func (m *ticker) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tickMsg); ok {
		m.n++
		return m, m.Init()
	}
	return m, nil
}

func (m *ticker) View() tea.View { return tea.NewView(fmt.Sprint("tick ", m.n)) }

// Fault 6: the size in pty-req was trusted, and 4000x4000 takes over a gigabyte. Sizes are
// bounded, also at a resize, and a client without a size gets the default.
func TestFault6TerminalSizes(t *testing.T) {
	r := start(t)
	sizes := make(chan tea.WindowSizeMsg, 16)
	r.deps.Model = func(tui.Options) tea.Model { return &sized{sizes: sizes} }
	for size, want := range map[[2]int][2]int{
		{4000, 4000}: {300, 100}, {301, 24}: {300, 24}, {80, 101}: {80, 100}, {1 << 30, 1}: {300, 1},
		{0, 0}: {80, 24}, {80, 24}: {80, 24},
	} {
		s := r.session(anyone())
		if _, err := s.StdinPipe(); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.RequestPty("xterm", size[1], size[0], nil), s.Shell()); err != nil {
			t.Errorf("%v: %v", size, err)
			continue
		}
		if got := <-sizes; got.Width != want[0] || got.Height != want[1] {
			t.Errorf("%v is drawn as %dx%d, want %v", size, got.Width, got.Height, want)
		}
		_ = s.Close()
	}
	for len(sizes) > 0 {
		<-sizes
	}
	term := r.open(r.dial(anyone()), "")
	<-sizes
	if err := term.sess.WindowChange(4000, 1<<20); err != nil {
		t.Fatal(err)
	}
	if got := <-sizes; got.Width != 300 || got.Height != 100 {
		t.Errorf("clamped to %dx%d", got.Width, got.Height)
	}
	if err := term.sess.WindowChange(0, 0); err != nil { // zero must be ignored
		t.Fatal(err)
	}
	if err := term.sess.WindowChange(30, 90); err != nil {
		t.Fatal(err)
	}
	if got := <-sizes; got.Width != 90 || got.Height != 30 {
		t.Errorf("resized to %dx%d", got.Width, got.Height)
	}
}

type sized struct{ sizes chan tea.WindowSizeMsg }

func (m *sized) Init() tea.Cmd { return nil }

func (m *sized) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if w, ok := msg.(tea.WindowSizeMsg); ok {
		m.sizes <- w
	}
	return m, nil
}

func (m *sized) View() tea.View { return tea.NewView("") }

// Fault 7: channels of a connection are unbounded (variables: TestEnvironment,
// connections: TestGate).
func TestFault7ChannelsAreBounded(t *testing.T) {
	r := start(t)
	c := r.dial(anyone())
	for range 4 {
		r.open(c, "").waitFor("4.578")
	}
	if _, err := c.NewSession(); err == nil {
		t.Error("a fifth session on one connection")
	} else if !strings.Contains(err.Error(), "all the sessions") {
		t.Errorf("no sentence: %v", err)
	}
}

// Fault 8, signals, is in faults_unix_test.go.

// Fault 9: the end of the input does not end a program. It must count as a hang-up.
func TestFault9EndOfInputIsAHangUp(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	if err := term.keys.Close(); err != nil { // EOF on the channel, which stays open
		t.Fatal(err)
	}
	term.ends()
	r.logged("session ended", `"reason":"hangup"`)
}

// A connection that breaks is a hang-up too.
func TestBrokenConnectionIsAHangUp(t *testing.T) {
	r := start(t)
	raw, err := net.Dial("tcp", r.addr)
	if err != nil {
		t.Fatal(err)
	}
	sc, chans, reqs, err := gossh.NewClientConn(raw, r.addr, anyone())
	if err != nil {
		t.Fatal(err)
	}
	term := r.open(gossh.NewClient(sc, chans, reqs), "")
	term.waitFor("4.578")
	_ = raw.(*net.TCPConn).SetLinger(0)
	_ = raw.Close()
	r.logged("session ended", `"reason":"hangup"`)
	eventually(t, "nobody is inside", func() bool { return r.people() == 0 })
}

// Fault 10, TEA_TRACE, is TestTraceIsRefused.

// A panic in this program ends one session and is counted. Its value may hold what a person
// typed, and must not be logged.
func TestPanicEndsOneSession(t *testing.T) {
	const secret = "typed by a person"
	stderr, err := os.CreateTemp(t.TempDir(), "stderr")
	if err != nil {
		t.Fatal(err)
	}
	defer stderr.Close()
	before := os.Stderr
	os.Stderr = stderr
	defer func() { os.Stderr = before }()

	r := start(t)
	polite := r.sit(anyone())
	bombs := []func(tui.Options) tea.Model{
		func(tui.Options) tea.Model { panic(secret) },
		func(tui.Options) tea.Model { return &bomb{update: func() tea.Cmd { panic(secret) }} },
		func(tui.Options) tea.Model {
			return &bomb{update: func() tea.Cmd { return func() tea.Msg { panic(secret) } }}
		},
		func(tui.Options) tea.Model {
			return &bomb{update: func() tea.Cmd { return tea.Batch(nil, tea.Sequence(nil, func() tea.Msg { panic(secret) })) }}
		},
		func(tui.Options) tea.Model { return &bomb{view: func() { panic(secret) }} },
	}
	for i, b := range bombs {
		r.deps.Model = b
		term := r.open(r.dial(anyone()), "")
		_, _ = io.WriteString(term.keys, "x")
		if code := term.ends(); code != 1 {
			t.Errorf("bomb %d: exit code %d", i, code)
		}
	}
	if got := r.count("motcua_panics_total"); got != float64(len(bombs)) {
		t.Errorf("%v panics counted", got)
	}
	r.logged("session ended", `"reason":"panic"`)
	printed, err := os.ReadFile(stderr.Name())
	if err != nil || len(printed) > 0 {
		t.Errorf("printed: %v %s", err, printed)
	}
	if strings.Contains(r.log.String(), secret) {
		t.Errorf("the log holds what was typed:\n%s", r.log.String())
	}
	polite.press("1")
	polite.waitFor("H55.17.05")
}

// bomb is a model that panics on a key.
type bomb struct {
	update func() tea.Cmd
	view   func()
	lit    bool
}

func (b *bomb) Init() tea.Cmd { return nil }

func (b *bomb) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok && !b.lit {
		b.lit = true
		if b.update != nil {
			return b, b.update()
		}
	}
	return b, nil
}

func (b *bomb) View() tea.View {
	if b.lit && b.view != nil {
		view := b.view
		b.view = nil
		view()
	}
	return tea.NewView("")
}

// Input faster than anyone can type ends the session, with a sentence.
func TestFloodOfInputEndsTheSession(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.Guard = guard.Options{BytesPerMinute: 2 << 10} })
	term := r.sit(anyone())
	_, _ = io.WriteString(term.keys, strings.Repeat("x", 8<<10))
	term.ends()
	r.logged("session ended", `"reason":"flood"`)
	term.waitFor("nhanh quá mức")
}

// Leaving cancels pending look-ups.
func TestLeavingCancelsLookUps(t *testing.T) {
	r := start(t)
	r.desk.block = make(chan struct{})
	asked := make(chan context.Context, 1)
	r.deps.Service = notedService{r.desk, asked}
	term := r.open(r.dial(anyone()), "track "+knownCode)
	ctx := <-asked
	_ = term.client.Close()
	select {
	case <-ctx.Done():
	case <-time.After(5 * time.Second):
		t.Error("the look-up goes on for nobody")
	}
	if !errors.Is(ctx.Err(), context.Canceled) {
		t.Errorf("ended with %v", ctx.Err())
	}
}
