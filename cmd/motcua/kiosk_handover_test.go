//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"motcua/kiosk/lockfile"
)

// finish presses F10 for a person who has finished, waits for the first screen for the next
// person, and returns how long that takes.
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

// A slip is printed although its person has left, and the process that prints it ends with
// it.
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
