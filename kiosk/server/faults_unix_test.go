//go:build unix

package server

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// processorTime is how much processor time this process has used.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Fault 2: when a session's channel closes while its connection stays open, the window channel
// is closed. A reader that does not check for that spins on two processors for ever.
func TestFault2ClosedChannelDoesNotSpin(t *testing.T) {
	r := start(t)
	c := r.dial(anyone())
	for range 4 {
		term := r.open(c, "")
		term.waitFor("4.578")
		if err := term.sess.WindowChange(30, 90); err != nil {
			t.Fatal(err)
		}
		_ = term.sess.Close()
	}
	eventually(t, "all sessions are over", func() bool { return r.people() == 0 })
	began := processorTime(t)
	pause(400 * time.Millisecond) // measures processor time while nothing should happen
	if used := processorTime(t) - began; used > 200*time.Millisecond {
		t.Errorf("%v of processor time in 400 ms of nothing", used)
	}
}

// Fault 8: every Bubble Tea program handles signals, so SIGTERM would end the sessions but not
// the process, without Drain.
func TestFault8SignalsAreNotForPrograms(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	// The test must handle SIGTERM itself, or it would end; the session must not react.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGTERM)
	defer signal.Stop(caught)
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-caught
	term.press("1")
	term.waitFor("H55.17.05")
	if r.people() != 1 {
		t.Error("the session ended")
	}
}
