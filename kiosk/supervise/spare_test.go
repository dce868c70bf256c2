//go:build unix

package supervise

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// started lists the processes that a supervisor has started, in their order. Each writes its
// number to a file.
type started struct {
	dir string
	n   atomic.Int32
}

// counts makes an interface's processes write their numbers.
func counts(t *testing.T, o *Options) *started {
	t.Helper()
	s := &started{dir: t.TempDir()}
	made := o.Command
	o.Command = func(n int) *exec.Cmd {
		cmd := made(n)
		cmd.Env = append(cmd.Environ(), fmt.Sprintf("%s=%s", numberIn, filepath.Join(s.dir, fmt.Sprint(s.n.Add(1)))))
		return cmd
	}
	return s
}

// wait waits until n processes were started, and returns the number of the newest.
func (s *started) wait(t *testing.T, n int) (pid int) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; pause(5 * time.Millisecond) {
		text, err := os.ReadFile(filepath.Join(s.dir, strconv.Itoa(n)))
		if pid, _ = strconv.Atoi(string(text)); err == nil && pid > 0 {
			return pid
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d processes are not started", n)
		}
	}
}

func kill(pid int) { _ = syscall.Kill(pid, syscall.SIGKILL) }

func alive(pid int) bool { return syscall.Kill(pid, 0) == nil }

// When a person has finished, their process ends. The next person's was started before, and a
// third one then waits. None of this counts as a crash, however often it happens.
func TestTheNextProcessIsThereBefore(t *testing.T) {
	var s *started
	l := open(t, func(o *Options) { s = counts(t, o) })
	shown := l.child(0)
	for n := 2; n < 6; n++ {
		next := s.wait(t, n)
		l.press("yz")
		l.shows("typed=yz.")
		l.press("f")
		l.shows(fmt.Sprintf("pid=%d restarts=0 typed=.", next))
		if alive(shown) {
			t.Errorf("process %d knows its person and is still there", shown)
		}
		shown = next
	}
	if log := l.log.String(); strings.Contains(log, "died") {
		t.Errorf("a wipe is told as a death:\n%s", log)
	}
}

// A waiting process that dies is replaced, and the shown one is not affected.
func TestAWaitingProcessIsReplaced(t *testing.T) {
	var s *started
	l := open(t, func(o *Options) {
		s = counts(t, o)
		o.Pauses = Pauses{First: 10 * time.Millisecond, Most: 10 * time.Millisecond}
	})
	shown := l.child(0)
	for n := 2; n < 5; n++ {
		kill(s.wait(t, n))
	}
	last := s.wait(t, 5)
	l.shows(fmt.Sprintf("pid=%d restarts=0", shown))
	l.press("f")
	l.shows(fmt.Sprintf("pid=%d restarts=0", last))
	l.logs("waiting interface died")
	if log := l.log.String(); strings.Contains(log, "msg=\"interface died") {
		t.Errorf("the one on the screen is told to have died:\n%s", log)
	}
}

// When no process can be started in advance, a wipe takes as long as a start.
func TestAWipeWithoutAWaitingProcess(t *testing.T) {
	var broken atomic.Bool
	var s *started
	l := open(t, func(o *Options) {
		good := o.Command
		o.Command = func(n int) *exec.Cmd {
			if broken.Load() {
				return exec.Command("/nonexistent/motcua")
			}
			return good(n)
		}
		s = counts(t, o)
		o.Pauses = Pauses{First: 50 * time.Millisecond, Most: 50 * time.Millisecond}
	})
	l.child(0)
	waits := s.wait(t, 2)
	broken.Store(true)
	kill(waits)
	l.logs("waiting interface died")
	broken.Store(false)
	l.press("f")
	l.shows("restarts=0 typed=.")
}

// A waiting process is not shown after a restart, because the configuration may have changed.
func TestARestartForgetsWhoWaits(t *testing.T) {
	var s *started
	l := open(t, func(o *Options) { s = counts(t, o) })
	l.child(0)
	waits := s.wait(t, 2)
	l.press("r")
	third := s.wait(t, 3)
	l.shows(fmt.Sprintf("pid=%d restarts=0", third))
	if alive(waits) {
		t.Error("it still waits")
	}
}

// No process outlives the kiosk.
func TestNobodyWaitsAfterTheEnd(t *testing.T) {
	for name, end := range map[string]func(*lobby){
		"left":  func(l *lobby) { l.press("l") },
		"ended": func(l *lobby) { l.leave() },
	} {
		t.Run(name, func(t *testing.T) {
			var s *started
			l := open(t, func(o *Options) { s = counts(t, o) })
			l.child(0)
			waits := s.wait(t, 2)
			end(l)
			if err := <-l.over; err != nil && !errors.Is(err, ErrTold) {
				t.Error(err)
			}
			l.over <- nil // for the clean-up
			if alive(waits) {
				t.Error("a process waits for nobody")
			}
		})
	}
}

// The parent runs an update of the catalogue: it continues across a wipe, a second request
// joins it, and its end is reported whatever it is.
func TestAnUpdateOutlivesItsOperator(t *testing.T) {
	done, more := make(chan error), make(chan bool)
	var began atomic.Int32
	l := open(t, func(o *Options) {
		o.Sync = func(ctx context.Context, told func(done, total int)) error {
			n := began.Add(1)
			told(int(n)*7, 100)
			if n == 1 {
				select {
				case <-more:
				case <-ctx.Done():
				}
				told(8, 100)
			}
			pause(300 * time.Millisecond) // only the newest progress is reported
			err := <-done
			if n == 3 {
				panic(secret)
			}
			return err
		}
	})
	l.child(0)
	l.press("s")
	for began.Load() == 0 {
		pause(time.Millisecond)
	}
	l.shows("typed=s.")
	l.press("f")
	l.shows("typed=.")
	l.shows("syncs=false")
	pause(tellEvery)
	more <- true
	pause(tellEvery)
	l.press("z")
	l.shows("syncs=true") // the next person's process knows about the update
	l.press("s")
	l.shows("typed=zs.")
	pause(300 * time.Millisecond) // until its request has arrived
	done <- nil
	l.shows("news=0 <nil>.")
	if n := began.Load(); n != 1 {
		t.Errorf("%d updates at a time", n)
	}
	l.press("s")
	done <- errors.New("the portal is down")
	l.shows("news=14 the portal is down.")
	l.press("s")
	done <- nil
	l.shows("news=21 supervise: a panic: string.")
	if strings.Contains(l.log.String(), secret) {
		t.Error("the log holds a panic's text")
	}
}

// What a process learnt about its machine is passed to later ones, even if it says so just
// before it dies. A note that is too long is dropped.
func TestNotesOutliveTheirProcess(t *testing.T) {
	var s *started
	l := open(t, func(o *Options) { s = counts(t, o) })
	l.child(0)
	for n, keys := range []string{"abnf", "Nf", "nx"} { // the last process dies
		next := s.wait(t, n+2)
		l.press(keys)
		l.shows(fmt.Sprintf("pid=%d ", next))
		l.shows([]string{"note=3.", "note=3.", "note=1."}[n])
	}
}

func TestNotesAreBounded(t *testing.T) {
	var n notes
	for i := range 2 * noteNames {
		n.keep(strconv.Itoa(i), []byte("1"))
	}
	n.keep("0", make([]byte, noteMost+1))
	n.keep("1", []byte("2"))
	if got := n.copy(); len(got) != noteNames || string(got["0"]) != "1" || string(got["1"]) != "2" {
		t.Errorf("%d notes: %q", len(got), got)
	}
}

// A step of the machine's clock, forward or back, starts the measurement again.
func TestSteadiness(t *testing.T) {
	var s steadiness
	start := time.Now()
	for _, c := range []struct{ after, off, want time.Duration }{
		{0, 0, 0}, {time.Minute, 0, time.Minute}, {2 * time.Minute, 300 * time.Millisecond, 2 * time.Minute},
		{3 * time.Minute, time.Hour, 0}, {4 * time.Minute, time.Hour, time.Minute}, {5 * time.Minute, -time.Hour, 0},
	} {
		now := start.Add(c.after)
		if got := s.look(now, now.Round(0).Add(c.off)); got != c.want {
			t.Errorf("after %v, off by %v: steady for %v, want %v", c.after, c.off, got, c.want)
		}
	}
}

// A stop ends the kiosk and also a running update of the catalogue.
func TestTheEndEndsAnUpdate(t *testing.T) {
	l := open(t, func(o *Options) {
		o.Sync = func(ctx context.Context, _ func(done, total int)) error {
			<-ctx.Done()
			return ctx.Err()
		}
	})
	l.child(0)
	l.press("sl")
	if err := <-l.over; err != nil {
		t.Error(err)
	}
	l.over <- nil // for the clean-up
}

// The pipes carry lines of JSON; other lines are ignored.
func FuzzOrders(f *testing.F) {
	f.Add("{\"show\":{\"restarts\":3,\"notes\":{\"a\":1}}}\n")
	f.Add("{\"show\":\nx{}\n{\"done\":1,\"total\":-2}\n{\"over\":true}")
	f.Fuzz(func(t *testing.T, text string) {
		name := filepath.Join(t.TempDir(), "orders")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = in.Close() }()
		l := &Link{shown: make(chan Shown, 1), lost: make(chan struct{}), news: make(chan order, 1)}
		l.listen(in)
		if n, ok := l.Wait(t.Context()); ok && !strings.Contains(text, "show") && !strings.Contains(strings.ToLower(text), "show") {
			t.Errorf("shown, %+v, by %q", n, text)
		}
	})
}

// A process that died unnoticed is not shown.
func TestADeadProcessIsNotShown(t *testing.T) {
	c := &process{line: &line{none: true}, done: make(chan error, 1)}
	s := spare{waits: c}
	if got := s.alive(); got != c {
		t.Error("one that lives is not taken")
	}
	c.done <- errors.New("killed")
	s.waits = c
	if got := s.alive(); got != nil || s.waits != nil {
		t.Error("a dead one is taken")
	}
}
