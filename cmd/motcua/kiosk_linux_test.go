package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// These tests find the processes of a kiosk in /proc, which only Linux has.

// processes returns the kiosk's processes: the supervisor and its children.
func (l *lobby) processes() []int {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", l.cmd.Process.Pid))
	pids := []int{l.cmd.Process.Pid}
	for _, name := range threads {
		kids, _ := os.ReadFile(name)
		for _, kid := range strings.Fields(string(kids)) {
			if pid, err := strconv.Atoi(kid); err == nil {
				pids = append(pids, pid)
			}
		}
	}
	return pids
}

// drawing returns the kiosk's drawing process, the oldest child.
func drawing(l *lobby) int {
	l.t.Helper()
	all := l.processes()
	if len(all) == 1 {
		l.t.Fatalf("nothing draws the screen; the log:\n%s", l.log())
	}
	return all[1]
}

// The interface is killed while it shows somebody's dossier: the first screen is back
// within a second, and the restart is counted.
func TestKioskComesBack(t *testing.T) {
	long(t)
	began := time.Now()
	l := openLobby(t, late, true)
	within := max(time.Second, 2*time.Since(began)) // on a busy machine each start takes longer
	fastest, tries := time.Hour, 0
	for fastest > within && tries < 4 {
		tries++
		_, _ = l.scanner.WriteString(lobbyCode + "\r")
		l.shows(lobbyName)
		if err := syscall.Kill(drawing(l), syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		l.attracts()
		fastest = min(fastest, time.Since(began))
		l.forgot(lobbyCode, "261120")
		for deadline := time.Now().Add(20 * time.Second); strings.Count(l.log(), "scanner connected") <= tries; <-time.After(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("the scanner is not read again: %s", l.log())
			}
		}
	}
	t.Logf("back after %v", fastest)
	if fastest > within {
		t.Errorf("the fastest of %d took %v, more than %v", tries, fastest, within)
	}
	count, err := os.ReadFile(filepath.Join(l.state, "motcua", "kiosk-restarts.json"))
	if err != nil || !strings.Contains(string(count), fmt.Sprintf(`"restarts":%d}`, tries)) {
		t.Errorf("counted %s, %v", count, err)
	}
}

// waiting returns the process that waits for the next person.
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

// Each person has a process of their own, and the one for the next person is ready before
// they come. A waiting process that ends is replaced.
func TestKioskHandsOver(t *testing.T) {
	long(t)
	l := openLobby(t, late, true)
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

// When the budgets cannot be saved in the state folder, for example because another kiosk
// uses it, the process keeps running: otherwise the counts of tries and look-ups would be
// lost.
func TestAKioskWithoutItsStateForgetsByItself(t *testing.T) {
	long(t)
	first := openLobby(t, late, false)
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

// The time from a person's F10 to the first screen of the next person.
func BenchmarkHandover(b *testing.B) {
	l := openLobby(b, late, false)
	var took []time.Duration
	for b.Loop() {
		b.StopTimer()
		l.waiting()
		<-time.After(time.Second) // so that it is ready
		l.write("1")
		l.shows("Mã hồ sơ, in trên giấy hẹn")
		b.StartTimer()
		took = append(took, l.finish())
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "slowest-ms")
}

// At a kiosk the number of proofs for one dossier is limited for the machine, whoever uses
// it. Neither a wipe nor a crash resets the count.
func TestKioskBoundsGuessing(t *testing.T) {
	long(t)
	t.Parallel() // it mostly waits
	l := openLobby(t, late, false)
	const waits = "đã nhập sai 4 số cuối"
	tried := 0
	tries := func() (waiting bool) {
		l.types("1")
		l.shows("Mã hồ sơ, in trên giấy hẹn")
		l.types(lobbyCode + "\r")
		l.shows(lobbyName)
		l.types("m")
		for range 4 {
			l.shows("4 số cuối căn cước")
			l.types(fmt.Sprintf("%04d", 9000+tried))
			l.until("the field alone", func(s string) bool { return !strings.Contains(s, "! ") })
			l.write("\r")
			l.shows("! ") // a wrong proof, or a wait
			if strings.Contains(l.text(), waits) {
				return true
			}
			tried++
			l.write("\x7f\x7f\x7f\x7f") // empties the field
		}
		return false
	}
	for rounds := 0; !tries(); rounds++ {
		l.write("\x1b[21~") // F10 wipes
		l.attracts()
		if rounds > 10 {
			t.Fatalf("%d wrong proofs, and no end:\n%s", tried, l.text())
		}
	}
	if tried > 20 {
		t.Errorf("%d wrong proofs of one dossier", tried)
	}
	<-time.After(2500 * time.Millisecond) // it writes once a second
	if err := syscall.Kill(drawing(l), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	l.attracts()
	if !tries() {
		t.Errorf("a process that died gave proofs back:\n%s", l.text())
	}
	l.write("\x1b[21~")
	l.forgot(lobbyCode, "261120")
}
