//go:build unix

package supervise

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"motcua/client/clienttest"
)

// The test binary is also the parent and the child.
func TestMain(m *testing.M) {
	role, arg, _ := strings.Cut(os.Getenv("SUPERVISE_CHILD"), " ") //nolint:forbidigo // how this binary is told what to be
	switch role {
	case "die":
		die(arg)
		os.Exit(0)
	case "child":
		os.Exit(child(arg))
	case "parent":
		os.Exit(parentProcess())
	}
	os.Exit(m.Run())
}

// numberIn names a file that a child writes its number to.
const numberIn = "SUPERVISE_NUMBER_IN"

// hall is an interface for tests: it shows its process and what was typed, and dies on command.
type hall struct {
	restarts, typed string
	link            *Link
	news, note      string
}

func (h hall) Init() tea.Cmd { return nil }

func (h hall) View() tea.View {
	if strings.HasSuffix(h.typed, "v") {
		panic("view " + secret)
	}
	v := tea.NewView(fmt.Sprintf("MOI BAM pid=%d restarts=%s typed=%s. news=%s. syncs=%v note=%s.", os.Getpid(), h.restarts, h.typed, h.news, h.link.Syncing(), h.note))
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	return v
}

func (h hall) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if news, ok := msg.(string); ok {
		h.news = news
		return h, nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return h, nil
	}
	switch h.typed += k.Text; k.Text {
	case "p":
		panic(secret)
	case "c":
		return h, tea.Sequence(tea.Batch(nil, func() tea.Msg { panic(secret) }), nil)
	case "g":
		go panic(secret)
	case "h":
		select {}
	case "l":
		os.Exit(ExitLeave)
	case "r":
		os.Exit(ExitRestart)
	case "n":
		h.link.Keep("n", len(h.typed))
	case "N":
		h.link.Keep("n", strings.Repeat("n", noteMost))
	case "f":
		os.Exit(ExitForget)
	case "s":
		return h, func() tea.Msg {
			seen := 0
			err := h.link.Sync(context.Background(), func(done, _ int) { seen = done })
			return fmt.Sprintf("%d %v", seen, err)
		}
	case "x":
		os.Exit(0)
	}
	return h, nil
}

func child(restarts string) int {
	if restarts == "broken" {
		return 1
	}
	if name := os.Getenv(numberIn); name != "" { //nolint:forbidigo // set by a test, see counts
		_ = os.WriteFile(name, []byte(strconv.Itoa(os.Getpid())), 0o600)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	link := Inherit()
	shown, ok := link.Wait(context.Background())
	if !ok {
		return 0
	}
	p := tea.NewProgram(Guard(hall{restarts: strconv.Itoa(shown.Restarts), link: link, note: string(shown.Notes["n"])}, func(kind, stack string) {
		log.Error("interface panicked", "type", kind, "stack", stack)
		os.Exit(ExitPanicked)
	}), tea.WithoutSignalHandler(), tea.WithFilter(link.Filter(func(_ tea.Model, m tea.Msg) tea.Msg { return m })))
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM)
	go func() {
		select {
		case <-end:
		case <-link.Lost():
		}
		p.Quit()
	}()
	go link.Beat(context.Background(), p.Send)
	_, _ = p.Run()
	return 0
}

// quickEnd keeps the race detector from delaying the end of each process by a second.
const quickEnd = "GORACE=atexit_sleep_ms=0"

func options(restarts func(int) string) Options {
	return Options{
		Command: func(n int) *exec.Cmd {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(cmd.Environ(), "SUPERVISE_CHILD=child "+restarts(n), quickEnd)
			return cmd
		},
		Waiting: func() []string { return []string{"MAY DANG KHOI DONG LAI"} },
	}
}

func parentProcess() int {
	o := options(strconv.Itoa)
	o.In, o.Out = os.Stdin, os.Stdout
	if err := Run(context.Background(), o); !errors.Is(err, ErrTold) {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// lobby is a terminal with a supervisor on it.
type lobby struct {
	t     *testing.T
	keys  *os.File // the terminal's own end
	tty   *os.File
	mu    sync.Mutex
	vt    *vt.Emulator
	log   clienttest.Buffer
	over  chan error
	leave context.CancelFunc
}

func newLobby(t *testing.T) *lobby {
	t.Helper()
	l := &lobby{t: t, vt: vt.NewEmulator(80, 21), over: make(chan error, 1), leave: func() {}}
	var err error
	if l.keys, l.tty, err = pty.Open(); err != nil {
		t.Skipf("this system gives no pseudo-terminal to watch over: %v", err)
	}
	if err := pty.Setsize(l.keys, &pty.Winsize{Rows: 21, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := l.keys.Read(buf)
			if err != nil {
				return
			}
			l.mu.Lock()
			_, _ = l.vt.Write(buf[:n])
			l.mu.Unlock()
		}
	}()
	go func() { _, _ = io.Copy(io.Discard, l.vt) }()
	t.Cleanup(func() {
		_ = l.tty.Close()
		_ = l.keys.Close()
		_ = l.vt.InputPipe().(io.Closer).Close()
	})
	return l
}

// open runs a supervisor in this process.
func open(t *testing.T, change func(*Options)) *lobby {
	t.Helper()
	l := newLobby(t)
	o := options(strconv.Itoa)
	o.In, o.Out = l.tty, l.tty
	o.Log, o.CrashTo = slog.New(slog.NewTextHandler(&l.log, nil)), &l.log
	if change != nil {
		change(&o)
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.leave = cancel
	go func() { l.over <- Run(ctx, o) }()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-l.over:
			if err != nil && !errors.Is(err, ErrTold) {
				t.Error(err)
			}
		case <-time.After(10 * time.Second):
			t.Error("the supervisor does not end")
		}
	})
	return l
}

func (l *lobby) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.vt.String()
}

// until waits until ok is true of the screen's text.
func (l *lobby) until(what string, ok func(string) bool) {
	l.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !ok(l.text()); pause(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			l.t.Fatalf("the screen never has %s:\n%s\nlog: %s", what, l.text(), &l.log)
		}
	}
}

func pause(d time.Duration) { <-time.After(d) }

func (l *lobby) shows(piece string) {
	l.t.Helper()
	l.until(piece, func(s string) bool { return strings.Contains(s, piece) })
}

var pidOnScreen = regexp.MustCompile(`pid=(\d+) restarts=(\d+)`)

// child waits until the child has been restarted n times, and returns its process number.
func (l *lobby) child(n int) int {
	l.t.Helper()
	l.shows(fmt.Sprintf("restarts=%d ", n))
	pid, _ := strconv.Atoi(pidOnScreen.FindStringSubmatch(l.text())[1])
	return pid
}

func (l *lobby) press(keys string) {
	l.t.Helper()
	if _, err := l.keys.WriteString(keys); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lobby) logs(piece string) {
	l.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(l.log.String(), piece); pause(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			l.t.Fatalf("the log has no %q:\n%s", piece, &l.log)
		}
	}
}

// noPause switches the back-off off, for tests of something else.
func noPause(o *Options) { o.Pauses = Pauses{Healthy: 1} }

// However the interface dies, another is shown within a second, and nothing that the last
// person typed is kept.
func TestComesBackWithinASecond(t *testing.T) {
	for _, tc := range []struct {
		name string
		kill func(l *lobby, pid int)
		logs []string
	}{
		{"kill -9", func(_ *lobby, pid int) { _ = syscall.Kill(pid, syscall.SIGKILL) }, []string{"signal: killed"}},
		{"kill -TERM of the child alone", func(_ *lobby, pid int) { _ = syscall.Kill(pid, syscall.SIGTERM) }, []string{"exit code 0"}},
		{"a panic in Update", func(l *lobby, _ int) { l.press("p") }, []string{"exit status 82", "type=string", "supervise.hall.Update"}},
		{"a panic in View", func(l *lobby, _ int) { l.press("v") }, []string{"type=string", "supervise.hall.View"}},
		{"a panic in a command", func(l *lobby, _ int) { l.press("c") }, []string{"type=string", "supervise.hall.Update.func"}},
		{"a panic nobody can catch", func(l *lobby, _ int) { l.press("g") }, []string{"panic: (its text is not kept)", "goroutine ", "exit status 2"}},
		{"an end that nobody asked for", func(l *lobby, _ int) { l.press("x") }, []string{"exit code 0"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			began := time.Now()
			l := open(t, noPause)
			l.child(0)
			within := max(time.Second, 2*time.Since(began)) // on a busy machine each start takes longer
			fastest := time.Hour
			for n := 0; n < 5 && (n == 0 || fastest > within); n++ {
				pid := l.child(n)
				l.press("yz")
				l.shows("typed=yz")
				began := time.Now()
				tc.kill(l, pid)
				next := l.child(n + 1)
				fastest = min(fastest, time.Since(began))
				if next == pid {
					t.Fatal("it is the same process")
				}
			}
			if fastest > within {
				t.Errorf("the fastest of five took %v, more than %v", fastest, within)
			}
			t.Logf("back after %v", fastest)
			l.shows("typed=.")
			for _, want := range append(tc.logs, "interface died", "restarts_today=1") {
				l.logs(want)
			}
			if got := l.log.String(); strings.Contains(got, "Nguy") || strings.Contains(got, "026001234567") {
				t.Errorf("the log holds what was typed:\n%s", got)
			}
		})
	}
}

// A child whose event loop does not run is killed.
func TestKillsWhatStandsStill(t *testing.T) {
	var alive, mended atomic.Int64
	l := open(t, func(o *Options) {
		o.Silence = 3 * time.Second
		o.Mend = func() { mended.Add(1) }
		o.Alive = func(life Life) { alive.Store(int64(100 + life.Restarts)) }
	})
	l.child(0)
	l.until("a sign of life", func(string) bool { return alive.Load() == 100 })
	l.press("h")
	l.child(1)
	l.logs("stood still")
	if n := mended.Load(); n != 1 {
		t.Errorf("the terminal was mended %d times", n)
	}
	l.until("a sign of life of the next", func(string) bool { return alive.Load() == 101 })
}

// In a crash loop restarts slow down, the screen says so, and they never stop.
func TestCrashLoop(t *testing.T) {
	broken := true
	var mu sync.Mutex
	l := open(t, func(o *Options) {
		o.Pauses = Pauses{First: 300 * time.Millisecond, Most: 600 * time.Millisecond}
		o.Command = options(func(n int) string {
			mu.Lock()
			defer mu.Unlock()
			if broken {
				return "broken"
			}
			return strconv.Itoa(n)
		}).Command
	})
	l.shows("MAY DANG KHOI DONG LAI")
	l.logs("pause_seconds=0.6")
	mu.Lock()
	broken = false
	mu.Unlock()
	l.shows("MOI BAM")
	l.until("no sentence about the restart", func(s string) bool { return !strings.Contains(s, "DANG KHOI DONG") })
}

// When the program's file is missing, the supervisor keeps trying as well.
func TestProgramMissing(t *testing.T) {
	l := open(t, func(o *Options) {
		o.Pauses = Pauses{First: 100 * time.Millisecond, Most: 100 * time.Millisecond}
		o.Command = func(int) *exec.Cmd { return exec.Command("/nonexistent/motcua") }
	})
	l.logs("restarts_today=3")
	l.logs("not started")
}

func TestRestartAndLeave(t *testing.T) {
	l := open(t, nil)
	first := l.child(0)
	l.press("r")
	l.until("another process", func(s string) bool {
		m := pidOnScreen.FindStringSubmatch(s)
		return m != nil && m[1] != strconv.Itoa(first) && m[2] == "0" // on purpose: not counted
	})
	l.press("l")
	if err := <-l.over; err != nil {
		t.Error(err)
	}
	l.over <- nil // for the clean-up
	l.logs("left by the operator")
	l.until("nothing of the interface", func(s string) bool { return !strings.Contains(s, "MOI BAM") })
}

// The terminal is locked while the kiosk runs, even between two children, and restored
// afterwards.
func TestTerminalState(t *testing.T) {
	l := newLobby(t)
	before, err := term.GetState(l.tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	screen, err := take(l.tty, l.tty)
	if err != nil {
		t.Fatal(err)
	}
	if before.Lflag&syscall.ISIG == 0 || screen.locked.Lflag&(syscall.ISIG|syscall.ECHO) != 0 {
		t.Errorf("local modes %#x before, %#x locked", before.Lflag, screen.locked.Lflag)
	}
	// What a child leaves on the terminal that dies while it draws.
	_, _ = io.WriteString(l.tty, "\x1b[?1049h\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b]11;#123456\x07\x1b[?25lHO SO\x1b]2;cut off")
	_ = term.Restore(l.tty.Fd(), before)
	l.press("026001234567") // typed while no child is shown
	screen.mend()
	if now, _ := term.GetState(l.tty.Fd()); *now != *screen.locked {
		t.Errorf("state %+v, want %+v", now, screen.locked)
	}
	l.until("nothing", func(s string) bool { return strings.TrimSpace(s) == "" })
	l.mu.Lock()
	if l.vt.IsAltScreen() || !sameColour(l.vt.BackgroundColor(), vt.NewEmulator(1, 1).BackgroundColor()) {
		t.Error("the alternate screen or its colours stay")
	}
	l.mu.Unlock()
	screen.say([]string{"MOT", "HAI"})
	l.shows("HAI")
	screen.giveBack()
	if now, _ := term.GetState(l.tty.Fd()); *now != *before {
		t.Errorf("left in %+v, found in %+v", now, before)
	}
}

func sameColour(a, b interface {
	RGBA() (r, g, b, a uint32)
},
) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r1 == r2 && g1 == g2 && b1 == b2
}

func TestTakesNoPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if err := Run(t.Context(), Options{In: r, Out: w}); err == nil {
		t.Error("a pipe is no terminal")
	}
}

// supervisor runs the parent as a process of its own.
func supervisor(t *testing.T) (*lobby, *exec.Cmd) {
	t.Helper()
	l := newLobby(t)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(cmd.Environ(), "SUPERVISE_CHILD=parent", quickEnd)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = l.tty, l.tty, &l.log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return l, cmd
}

// gone waits until a process has ended.
func gone(t *testing.T, pid int) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); syscall.Kill(pid, 0) == nil; pause(5 * time.Millisecond) {
		if stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat")); err == nil && strings.Contains(string(stat), ") Z ") {
			return // dead, but not yet reaped by its new parent
		}
		if time.Now().After(deadline) {
			t.Fatalf("process %d is still there", pid)
		}
	}
}

func TestSignalsToTheParent(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			l, cmd := supervisor(t)
			pid := l.child(0)
			// Signals that a keyboard can send have no effect.
			for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTSTP} {
				_ = cmd.Process.Signal(s)
			}
			l.press("y")
			l.shows("typed=y")
			_ = cmd.Process.Signal(sig)
			if err := cmd.Wait(); err != nil {
				t.Errorf("it ended with %v: %s", err, &l.log)
			}
			gone(t, pid)
			l.until("nothing of the interface", func(s string) bool { return !strings.Contains(s, "MOI BAM") })
		})
	}
}

// A parent that is killed leaves no child behind.
func TestChildDiesWithItsParent(t *testing.T) {
	l, cmd := supervisor(t)
	pid := l.child(0)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	gone(t, pid)
}
