package ledger_test

import (
	"path/filepath"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/limit/ledger"
)

// machine is a machine whose clock is set by people and NTP, and whose processes end.
type machine struct {
	t    *testing.T
	path string
	real *clienttest.Clock
	off  time.Duration // how far its clock is ahead of real time
	// steady is how long its clock was steady before, as each process is told.
	steady time.Duration
	l      *ledger.File
}

// Each source has 60 points and gets one back a minute.
const (
	clockBurst = 60.
	clockRate  = 1. / 60
)

func (m *machine) start() {
	m.t.Helper()
	l, damaged, err := ledger.Open(m.path, ledger.FileOptions{
		Options: ledger.Options{Name: hashed, Now: m.real.Now},
		Wall:    func() time.Time { return m.real.Now().Add(m.off) }, Steady: m.steady,
	})
	if err != nil || damaged > 0 {
		m.t.Fatalf("%v, damaged %d", err, damaged)
	}
	m.l = l
	m.t.Cleanup(func() { _ = l.Close() })
}

// runs lets the process run for so many minutes.
func (m *machine) runs(minutes int) {
	for range minutes {
		m.real.Advance(time.Minute)
		m.l.LookAtClock()
	}
}

// restart ends a process in order and starts the next after down.
func (m *machine) restart(down time.Duration) {
	m.t.Helper()
	closeLedger(m.t, m.l)
	m.real.Advance(down)
	m.start()
}

// cut is a power cut, after pending changes have been written.
func (m *machine) cut(down time.Duration) {
	m.t.Helper()
	if err := m.l.WriteNow(); err != nil {
		m.t.Fatal(err)
	}
	m.l.Crash()
	m.real.Advance(down)
	m.start()
}

// TestBudgetsComeBackInRealTime: each row is what happens to a machine after all points were
// spent, and how many minutes' worth come back, which is never more than have passed.
func TestBudgetsComeBackInRealTime(t *testing.T) {
	const (
		hour = time.Hour
		year = 365 * 24 * hour
	)
	for _, tt := range []struct {
		name   string
		before time.Duration // how far the clock is ahead while they are spent
		then   func(m *machine)
		want   float64 // in minutes' worth of points
	}{
		{"nothing", 0, func(m *machine) { m.runs(3) }, 3},
		{"a restart", 0, func(m *machine) { m.restart(20 * time.Minute) }, 0},
		{"a restart, and the clock runs well", 0, func(m *machine) { m.restart(20 * time.Minute); m.runs(11) }, 31},
		{"a restart, and a step of a second", 0, func(m *machine) { m.restart(20 * time.Minute); m.runs(5); m.off = time.Second; m.runs(6) }, 11},
		{"processes of three minutes", 0, func(m *machine) {
			m.restart(20 * time.Minute)
			for range 4 {
				m.runs(3)
				m.restart(0)
			}
			m.runs(1)
		}, 13},
		{"processes of three minutes that know how the clock ran before", 0, func(m *machine) {
			m.restart(20 * time.Minute)
			for range 4 {
				m.runs(3)
				m.steady += 3 * time.Minute
				m.restart(0)
			}
			m.runs(1)
		}, 33},
		{"a clock that is set after it was steady", 0, func(m *machine) {
			m.steady = 9 * time.Minute
			m.restart(20 * time.Minute)
			m.off = 9 * hour
			m.runs(2)
			m.off = 0
			m.runs(2)
		}, 4},
		{"a kill, after which the minutes since the last write count too", 0, func(m *machine) { m.runs(5); m.cut(0); m.runs(11) }, 16},
		{"it stands back at the start", 0, func(m *machine) { m.off = -50 * year; m.cut(5 * time.Minute); m.runs(2) }, 2},
		{"it stands back for ever", 0, func(m *machine) { m.off = -50 * year; m.cut(5 * time.Minute); m.runs(30) }, 30},
		{"it stands back, and NTP sets it right", 0, func(m *machine) {
			m.off = -50 * year
			m.cut(5 * time.Minute)
			m.runs(1)
			m.off = 0
			m.runs(1)
		}, 2},
		{"it stands back, NTP sets it right, and it runs well", 0, func(m *machine) {
			m.off = -50 * year
			m.cut(5 * time.Minute)
			m.runs(1)
			m.off = 0
			m.runs(12)
		}, 18},
		{"power cuts, and NTP each time", 0, func(m *machine) {
			for range 4 {
				m.off = -50 * year
				m.cut(time.Minute)
				m.runs(1)
				m.off = 0
				m.runs(3)
			}
		}, 4},
		{"it stands ahead at the start", 0, func(m *machine) { m.off = 7 * hour; m.cut(5 * time.Minute); m.runs(1); m.off = 0; m.runs(1) }, 2},
		{"it stands ahead at the start and is set right", 0, func(m *machine) {
			m.off = 7 * hour
			m.cut(5 * time.Minute)
			m.runs(1)
			m.off = 0
			m.runs(12)
		}, 18},
		{"it stood ahead while they were spent", year, func(m *machine) { m.off = 0; m.cut(5 * time.Minute); m.runs(12) }, 17},
		{"it is set ahead while the process runs", 0, func(m *machine) { m.runs(12); m.off = 9 * hour; m.runs(12) }, 24},
		{"it is set ahead again and again", 0, func(m *machine) {
			for range 20 {
				m.runs(1)
				m.off += 9 * hour
			}
		}, 20},
		{"it is set back while the process runs", 0, func(m *machine) { m.runs(12); m.off = -9 * hour; m.runs(12) }, 24},
		{"it is set back, and then the process starts anew", 0, func(m *machine) { m.runs(12); m.off = -9 * hour; m.restart(time.Minute); m.runs(12) }, 24},
		{"it is set right while they are spent, and then the process starts anew", -50 * year, func(m *machine) {
			m.off = 0
			m.restart(0)
			m.runs(5)
		}, 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := &machine{t: t, path: filepath.Join(t.TempDir(), "budgets"), real: newClock(), off: 0}
			m.start() // the file contains the time
			m.off = tt.before
			m.restart(0)
			m.l.Take(key("a"), clockBurst, clockRate, clockBurst)
			m.l.Blame(key("b"), hour, ledger.Scale{Most: hour, Sources: 10})
			began := m.real.Now()
			tt.then(m)
			passed := m.real.Now().Sub(began).Minutes()
			left, _ := m.l.Blame(key("b"), 0, ledger.Scale{Most: hour, Sources: 10})
			got := 0.
			for ok := true; ok && got < clockBurst; got++ {
				if ok, _ = m.l.Take(key("a"), 1, clockRate, clockBurst); !ok {
					break
				}
			}
			if got != tt.want || got > passed {
				t.Errorf("%v minutes' worth came back in %v minutes, want %v", got, passed, tt.want)
			}
			if ran := 60 - left.Minutes(); ran < tt.want-0.1 || ran > tt.want+0.1 {
				t.Errorf("a penalty lost %v minutes, want %v", ran, tt.want)
			}
		})
	}
}
