package limit_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
)

// hashed is a keyed hash whose key lasts.
func hashed(name string) string {
	h := hmac.New(sha256.New, []byte("a key of a test"))
	h.Write([]byte(name))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func openLedger(t *testing.T, path string, now func() time.Time) *limit.FileLedger {
	t.Helper()
	l, damaged, err := limit.OpenLedger(path, limit.FileOptions{LedgerOptions: limit.LedgerOptions{Name: hashed, Now: now}})
	if err != nil || damaged != 0 {
		t.Fatalf("%v, damaged %d", err, damaged)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func closeLedger(t *testing.T, l *limit.FileLedger) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// What was spent and what stands against somebody are the same after a restart.
func TestALedgersFileOutlivesTheProcess(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "state", "budgets"), newClock()
	l := openLedger(t, path, c.now)
	spent, blamed, free := key("203.0.113.7"), key("203.0.113.8"), key("203.0.113.9")
	if ok, _ := l.Take(spent, 4, 1./60, 5); !ok {
		t.Fatal("a full bucket gives nothing")
	}
	l.Blame(blamed, 40*time.Second, minute)
	l.Take(free, 5, 1, 5)
	c.advance(10 * time.Second)
	closeLedger(t, l)

	l = openLedger(t, path, c.now)
	if ok, wait := l.Take(spent, 4, 1./60, 5); ok || wait < 169*time.Second || wait > 171*time.Second {
		t.Errorf("after a restart: %v, wait %v, want 170 s", ok, wait)
	}
	if left, on := l.Blame(blamed, 0, minute); !on || left < 29*time.Second || left > 31*time.Second {
		t.Errorf("a penalty after a restart: %v, %v, want 30 s", left, on)
	}
	if ok, _ := l.Take(free, 5, 1, 5); !ok {
		t.Error("what had filled up meanwhile is not full")
	}
	c.advance(time.Hour)
	closeLedger(t, l)

	l = openLedger(t, path, c.now)
	if ok, _ := l.Take(spent, 5, 1./60, 5); !ok {
		t.Error("an hour later it is not full")
	}
	if left, on := l.Blame(blamed, 0, minute); on || left != 0 {
		t.Errorf("an hour later: %v, %v", left, on)
	}
}

// The file holds neither an address nor a code nor the fingerprint of a key, and
// nobody else may read it.
func TestALedgersFileNamesNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	l := openLedger(t, path, nil)
	b, err := limit.NewLookups(l, limit.DefaultLookups(), limit.LookupOptions{Hash: hashed})
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []limit.Asker{{Addr: addr("203.0.113.7")}, {Addr: addr("2001:db8:7:8::1")}, {Key: "SHA256:fingerprint"}, {Kiosk: "lobby"}} {
		q := from("203.0.113.7", someDay, 7)
		q.Asker, q.Proof = who, limit.TypedProof
		if wait := asked(b, q, limit.Miss); wait > 0 {
			t.Fatal(wait)
		}
	}
	closeLedger(t, l)
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{"203.0", "2001:db8", "fingerprint", "lobby", "H55", "261120", hashed(someDay), hashed(someDay + "-0007")} {
		if strings.Contains(string(body), piece) {
			t.Errorf("the file holds %q", piece)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestALedgersFileBelongsToOneProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	openLedger(t, path, nil)
	_, _, err := limit.OpenLedger(path, limit.FileOptions{LedgerOptions: limit.LedgerOptions{Name: hashed}})
	if !errors.Is(err, limit.ErrLedgerInUse) {
		t.Errorf("a second one: %v", err)
	}
}

func TestALedgersFileNeedsHashes(t *testing.T) {
	if _, _, err := limit.OpenLedger(filepath.Join(t.TempDir(), "budgets"), limit.FileOptions{}); err == nil {
		t.Error("it keeps names")
	}
}

// A file that is damaged loses the lines that are, and no more: a server must start
// on Monday morning.
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
	for _, tt := range []struct {
		name          string
		body          []byte
		damaged, left int // at least
	}{
		{"empty", nil, 0, 0},
		{"text", []byte("hello"), 1, 0},
		{"zeros", make([]byte, 1<<18), 1, 0},
		{"a line without an end", bytes.Repeat([]byte("b"), 1<<18), 1, 0},
		{"cut in the middle of a line", body[:len(body)-10], 1, names - 1},
		{"half of it", body[:len(body)/2], 0, names/2 - 1},
		{"garbled here and there", garbled, 15, names - 45},
		{"another number in a line", bytes.Replace(body, []byte(" 0 "), []byte(" 5 "), 1), 1, names - 1},
		{"a space of the future", append([]byte("q new abc 1 2 3 4a5b6c7d\n"), body...), 1, names},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "budgets")
			if err := os.WriteFile(path, tt.body, 0o600); err != nil {
				t.Fatal(err)
			}
			l, damaged, err := limit.OpenLedger(path, limit.FileOptions{LedgerOptions: limit.LedgerOptions{Name: hashed}})
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
			l = openLedger(t, path, nil) // no damage any more
			if ok, _ := l.Take(key("7"), 5, 1e-6, 5); ok {
				t.Error("the new one keeps nothing")
			}
		})
	}
}

// The file does not grow with time, only with what it holds, and a disk that was
// full for a while loses nothing.
func TestALedgersFileIsWrittenAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "budgets")
	var told []error
	l, _, err := limit.OpenLedger(path, limit.FileOptions{
		LedgerOptions: limit.LedgerOptions{Name: hashed}, Failed: func(err error) { told = append(told, err) },
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
}

// A place where nothing can be kept is an error and no damage.
func TestALedgerWithoutAPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, damaged, err := limit.OpenLedger(filepath.Join(file, "budgets"), limit.FileOptions{LedgerOptions: limit.LedgerOptions{Name: hashed}}); err == nil || damaged != 0 {
		t.Errorf("%v, damaged %d", err, damaged)
	}
}

// Many at once spend what one after another would, written down meanwhile.
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
				l.Blame(k, time.Hour, limit.Scale{From: limit.Never, Most: time.Hour, Sources: limit.DefaultEntries})
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

// spender is the process of the next test: it tries proofs of one dossier as fast
// as it may, and says each on its output.
const spender = "MOTCUA_TEST_SPENDER"

func TestMain(m *testing.M) {
	if path := os.Getenv(spender); path != "" { //nolint:forbidigo // a process of this test
		spend(path)
	}
	os.Exit(m.Run())
}

func spend(path string) {
	l, _, err := limit.OpenLedger(path, limit.FileOptions{LedgerOptions: limit.LedgerOptions{Name: hashed}})
	if err != nil {
		panic(err)
	}
	b, err := limit.NewLookups(l, limit.DefaultLookups(), limit.LookupOptions{Hash: hashed})
	if err != nil {
		panic(err)
	}
	for {
		q := from("203.0.113.7", someDay, 7)
		q.Proof = limit.TypedProof
		done, limited := b.Ask(q)
		if limited == nil {
			done(limit.Miss)
			fmt.Println("tried") //nolint:forbidigo // a process of this test
			continue
		}
		if limited.Why != client.LimitProof && limited.Why != client.LimitShared {
			panic(limited.Why)
		}
		fmt.Println("refused")             //nolint:forbidigo // a process of this test
		time.Sleep(200 * time.Millisecond) //nolint:forbidigo // a process of this test
	}
}

// Whoever has a server killed over and over gets the proofs of one server: a kill
// loses what was spent in the last moment, and by then nothing is left to spend.
func TestKillsGiveNoBudgetBack(t *testing.T) {
	clienttest.Long(t, "plays hours of an attack in virtual time")
	t.Parallel() // most of it is waiting
	path := filepath.Join(t.TempDir(), "budgets")
	tried := 0
	for range 4 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), spender+"="+path) //nolint:forbidigo // a process of this test
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		buf := make([]byte, 256)
		// Five refusals last a second: what was spent before stands in the file.
		for strings.Count(said.String(), "refused") < 6 {
			n, err := out.Read(buf)
			if err != nil {
				t.Fatal(err)
			}
			said.Write(buf[:n])
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		tried += strings.Count(said.String(), "tried")
	}
	if most := int(limit.DefaultLookups().Public.Proof.Burst) + 2; tried < 1 || tried > most {
		t.Errorf("four processes, three of them killed, tried %d proofs, want up to %d", tried, most)
	}
}
