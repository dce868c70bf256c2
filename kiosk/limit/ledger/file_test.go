package ledger_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"motcua/kiosk/limit/ledger"
)

// hashed is a keyed hash with a fixed key.
func hashed(name string) string {
	h := hmac.New(sha256.New, []byte("a key of a test"))
	h.Write([]byte(name))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func openLedger(t *testing.T, path string, now func() time.Time) *ledger.File {
	t.Helper()
	l, damaged, err := ledger.Open(path, ledger.FileOptions{Options: ledger.Options{Name: hashed, Now: now}})
	if err != nil || damaged != 0 {
		t.Fatalf("%v, damaged %d", err, damaged)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func closeLedger(t *testing.T, l *ledger.File) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// Spent points and penalties are the same after a restart.
func TestALedgersFileOutlivesTheProcess(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "state", "budgets"), newClock()
	l := openLedger(t, path, c.Now)
	spent, blamed, free := key("203.0.113.7"), key("203.0.113.8"), key("203.0.113.9")
	if ok, _ := l.Take(spent, 4, 1./60, 5); !ok {
		t.Fatal("a full bucket gives nothing")
	}
	l.Blame(blamed, 40*time.Second, minute)
	warned := key("203.0.113.10")
	l.Blame(warned, 14*time.Second, minute) // below the 15 s from which a penalty is enforced
	l.Take(free, 5, 1, 5)
	c.Advance(10 * time.Second)
	closeLedger(t, l)

	l = openLedger(t, path, c.Now)
	if ok, wait := l.Take(spent, 4, 1./60, 5); ok || wait < 169*time.Second || wait > 171*time.Second {
		t.Errorf("after a restart: %v, wait %v, want 170 s", ok, wait)
	}
	if left, on := l.Blame(blamed, 0, minute); !on || left < 29*time.Second || left > 31*time.Second {
		t.Errorf("a penalty after a restart: %v, %v, want 30 s", left, on)
	}
	if left, on := l.Blame(warned, 0, minute); on || left < 3*time.Second || left > 5*time.Second {
		t.Errorf("a warning after a restart: %v, %v, want 4 s", left, on)
	}
	if ok, _ := l.Take(free, 5, 1, 5); !ok {
		t.Error("what had filled up meanwhile is not full")
	}
	c.Advance(time.Hour)
	closeLedger(t, l)

	l = openLedger(t, path, c.Now)
	if ok, _ := l.Take(spent, 5, 1./60, 5); !ok {
		t.Error("an hour later it is not full")
	}
	if left, on := l.Blame(blamed, 0, minute); on || left != 0 {
		t.Errorf("an hour later: %v, %v", left, on)
	}
}

func TestALedgersFileBelongsToOneProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	openLedger(t, path, nil)
	_, _, err := ledger.Open(path, ledger.FileOptions{Options: ledger.Options{Name: hashed}})
	if !errors.Is(err, ledger.ErrInUse) {
		t.Errorf("a second one: %v", err)
	}
}

func TestALedgersFileNeedsHashes(t *testing.T) {
	if _, _, err := ledger.Open(filepath.Join(t.TempDir(), "budgets"), ledger.FileOptions{}); err == nil {
		t.Error("it keeps names")
	}
}

// A damaged file loses only its damaged lines, because the server must still start.
func TestADamagedLedger(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "budgets")
	l := openLedger(t, whole, nil)
	const names = 200
	for n := range names {
		l.Take(key(fmt.Sprint(n)), 5, 1e-6, 5)
	}
	closeLedger(t, l)
	body, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	garbled := append([]byte(nil), body...)
	for i := 0; i < len(garbled); i += len(garbled) / 20 {
		garbled[i] ^= 0x15
	}
	// before puts a line whose checksum is right before the others.
	before := func(number string) []byte {
		line := "b test abc " + number + " 1 2"
		return append(fmt.Appendf(nil, "%s %08x\n", line, crc32.ChecksumIEEE([]byte(line))), body...)
	}
	bits := func(f float64) string { return strconv.FormatUint(math.Float64bits(f), 36) }
	for _, tt := range []struct {
		name          string
		body          []byte
		damaged, left int // at least so many
	}{
		{"empty", nil, 0, 0},
		{"text", []byte("hello"), 1, 0},
		{"zeros", make([]byte, 1<<18), 1, 0},
		{"a line without an end", bytes.Repeat([]byte("b"), 1<<18), 1, 0},
		{"cut in the middle of a line", body[:len(body)-10], 1, names - 1},
		{"half of it", body[:len(body)/2], 0, names/2 - 1},
		{"garbled here and there", garbled, 15, names - 45},
		{"another number in a line", bytes.Replace(body, []byte(" 0 "), []byte(" 5 "), 1), 1, names - 1},
		{"a line without a blank", append([]byte("nonsense\n"), body...), 1, names},
		{"a number of other signs", before("?"), 1, names},
		{"not a number", before(bits(math.NaN())), 1, names},
		{"less than nothing", before(bits(-1)), 1, names},
		{"a space of the future", append([]byte("q new abc 1 2 3 4a5b6c7d\n"), body...), 1, names},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "budgets")
			if err := os.WriteFile(path, tt.body, 0o600); err != nil {
				t.Fatal(err)
			}
			l, damaged, err := ledger.Open(path, ledger.FileOptions{Options: ledger.Options{Name: hashed}})
			if err != nil || damaged < tt.damaged || tt.damaged == 0 && damaged > 1 {
				t.Fatalf("%v, damaged %d, want %d", err, damaged, tt.damaged)
			}
			left := 0
			for n := range names {
				if ok, _ := l.Take(key(fmt.Sprint(n)), 5, 1e-6, 5); !ok {
					left++
				}
			}
			if left < tt.left {
				t.Errorf("%d of %d are left, want %d", left, names, tt.left)
			}
			closeLedger(t, l)
			l = openLedger(t, path, nil) // the damage has been repaired
			if ok, _ := l.Take(key("7"), 5, 1e-6, 5); ok {
				t.Error("the new one keeps nothing")
			}
		})
	}
}

// The file grows only with what it holds, not with time, and loses nothing when the disk is
// full for a while.
func TestALedgersFileIsWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	var told []error
	l, _, err := ledger.Open(path, ledger.FileOptions{
		Options: ledger.Options{Name: hashed}, Failed: func(err error) { told = append(told, err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 12 {
		for n := range 10_000 {
			l.Take(key(fmt.Sprint(n)), 1e-3, 1e-6, 5)
		}
		if err := l.WriteNow(); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 8<<20 {
		t.Errorf("10,000 numbers take %d bytes, %v", info.Size(), err)
	}
	l.BreakFile()
	l.Take(key("late"), 5, 1e-6, 5)
	if err := l.WriteNow(); err == nil {
		t.Error("a write to a file that is closed works")
	}
	if err := l.WriteNow(); err != nil {
		t.Errorf("it does not recover: %v", err)
	}
	closeLedger(t, l)
	if len(told) < 1 || told[0] == nil || told[len(told)-1] != nil {
		t.Errorf("told: %v", told)
	}
	l = openLedger(t, path, nil)
	if ok, _ := l.Take(key("late"), 5, 1e-6, 5); ok {
		t.Error("what was spent meanwhile is lost")
	}
	if ok, _ := l.Take(key("0"), 4.9885, 1e-6, 5); ok {
		t.Error("of twelve times that were spent, some are lost")
	}
}

// A path where nothing can be written is an error, not damage.
func TestALedgerWithoutAPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, damaged, err := ledger.Open(filepath.Join(file, "budgets"), ledger.FileOptions{Options: ledger.Options{Name: hashed}}); err == nil || damaged != 0 {
		t.Errorf("%v, damaged %d", err, damaged)
	}
}

// Concurrent callers spend as much as callers in sequence, while the file is written.
func TestManyAtOnceInALedgersFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	l := openLedger(t, path, nil)
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			for i := range 500 {
				k := key(fmt.Sprintf("%d %d", n, i))
				l.Take(k, 2, 1e-6, 5)
				l.Give(k, 1, 1e-6, 5)
				l.Blame(k, time.Hour, ledger.Scale{From: ledger.Never, Most: time.Hour, Sources: ledger.DefaultEntries})
			}
		})
	}
	all.Wait()
	closeLedger(t, l)
	l = openLedger(t, path, nil)
	for n := range 8 {
		for i := range 500 {
			k := key(fmt.Sprintf("%d %d", n, i))
			if ok, _ := l.Take(k, 4, 1e-6, 5); !ok {
				t.Fatalf("%v has less than four of five", k)
			}
			if ok, _ := l.Take(k, 1, 1e-6, 5); ok {
				t.Fatalf("%v got its point back", k)
			}
		}
	}
}
