//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"motcua/kiosk/lockfile"
)

// finish is a person's word that they have finished, and the first screen for the next
// one. It tells how long that takes.
func (l *lobby) finish() time.Duration {
	l.t.Helper()
	began := time.Now()
	l.write("\x1b[21~") // F10
	for deadline := began.Add(30 * time.Second); !l.onFirst() && time.Now().Before(deadline); <-time.After(time.Millisecond) {
	}
	took := time.Since(began)
	l.attracts()
	return took
}

// waiting is the process that waits for the next person.
func (l *lobby) waiting() (pid int) {
	l.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; <-time.After(5 * time.Millisecond) {
		if kids := l.processes()[1:]; len(kids) == 2 {
			return kids[1]
		}
		if time.Now().After(deadline) {
			l.t.Fatalf("no process waits for the next person; the log:\n%s", l.log())
		}
	}
}

// Each person has a process of their own, and the one for the next person is ready
// before they come. One that dies while it waits is replaced.
func TestKioskHandsOver(t *testing.T) {
	long(t)
	l := openLobby(t, late, true)
	if drawing(l) == 0 {
		t.Skip("processes are found through /proc, which is Linux's")
	}
	seen := []int{drawing(l)}
	for range 3 {
		next := l.waiting()
		_, _ = l.scanner.WriteString(lobbyCode + "\r")
		l.shows(lobbyName)
		t.Logf("handed over after %v", l.finish())
		l.forgot(lobbyCode, "261120")
		if now := drawing(l); now != next || slices.Contains(seen, now) {
			t.Fatalf("process %d draws, want %d; before it %v", now, next, seen)
		}
		seen = append(seen, next)
	}
	dies := l.waiting()
	if err := syscall.Kill(dies, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); l.waiting() == dies; <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nobody takes the place of a waiting process that died")
		}
	}
	_, _ = l.scanner.WriteString(lobbyCode + "\r")
	l.shows(lobbyName)
	l.finish()
	l.forgot(lobbyCode, "261120")
}

// Where the budgets cannot be kept in the state folder, as in that of another kiosk, the
// process lives on: with it would go what was tried and guessed.
func TestAKioskWithoutItsStateForgetsByItself(t *testing.T) {
	long(t)
	first := openLobby(t, late, false)
	if drawing(first) == 0 {
		t.Skip("processes are found through /proc, which is Linux's")
	}
	l := openLobbyIn(t, first.state, "[kiosk]\n"+late, true)
	draws := drawing(l)
	_, _ = l.scanner.WriteString(lobbyCode + "\r")
	l.shows(lobbyName)
	l.finish()
	l.forgot(lobbyCode, "261120")
	if now := drawing(l); now != draws {
		t.Errorf("process %d draws, %d did before: the budgets went with it", now, draws)
	}
}

// A slip comes out although its person has finished, and what prints it ends with it.
func TestASlipOutlivesItsPerson(t *testing.T) {
	long(t)
	printer := newPaper(t)
	printer.hold = make(chan struct{})
	l := openLobby(t, late+fmt.Sprintf("printer = %q\n", "tcp://"+printer.addr), true)
	_, _ = l.scanner.WriteString(lobbyCode + "\r")
	l.shows(lobbyName)
	l.types("i")
	await := func(what string, ok func() bool) {
		t.Helper()
		for deadline := time.Now().Add(20 * time.Second); !ok(); <-time.After(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s; %d bytes of the slip; log: %s", what, printer.bytes.Load(), l.log())
			}
		}
	}
	await("nothing is printed", func() bool { return printer.bytes.Load() >= 100 })
	l.finish()
	l.forgot(lobbyCode, "261120")
	if n := printer.bytes.Load(); n != 100 {
		t.Fatalf("the printer had %d bytes before it was to go on", n)
	}
	close(printer.hold)
	await("the slip broke off", func() bool { return printer.bytes.Load() > 5_000 })
	turn := filepath.Join(l.state, "motcua", "printer.lock")
	await("what prints it does not end", func() bool {
		held, err := lockfile.Lock(turn)
		if err != nil {
			return false
		}
		_ = held.Close()
		return true
	})
	if info, err := os.Stat(turn); err != nil || info.Size() != 0 {
		t.Errorf("the next slip would take this one for broken off: %v, %v", info, err)
	}
}

// How long it takes from a person's word to the first screen of the next one.
func BenchmarkHandover(b *testing.B) {
	l := openLobby(b, late, false)
	var took []time.Duration
	for b.Loop() {
		b.StopTimer()
		l.waiting()
		<-time.After(time.Second) // it is ready
		l.write("1")
		l.shows("Mã hồ sơ, in trên giấy hẹn")
		b.StartTimer()
		took = append(took, l.finish())
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "slowest-ms")
}
