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
