package pin

import (
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client/clienttest"
)

// cheap returns a hash of low cost, so that tests can check it often.
func cheap(t testing.TB, pin string) string {
	t.Helper()
	h := hash{passes: 1, memory: leastMemory, threads: 1, salt: []byte("0123456789abcdef")}
	h.key = h.derive(pin, 16)
	return h.String()
}

func TestHashAndCheck(t *testing.T) {
	hashed, err := Hash("480213")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hashed, "$argon2id$v=19$m=65536,t=3,p=4$") {
		t.Errorf("hash string %q", hashed)
	}
	again, err := Hash("480213")
	if err != nil || again == hashed {
		t.Errorf("two hashes of one PIN are alike (%v): no salt", err)
	}
	for pin, want := range map[string]bool{"480213": true, "480214": false, "": false, "4802130": false, strings.Repeat("4", Most+1): false} {
		if ok, err := Check(pin, hashed); ok != want || err != nil {
			t.Errorf("%q: %v, %v, want %v", pin, ok, err, want)
		}
	}
	if strings.Contains(hashed, "480213") {
		t.Error("the PIN stands in its hash")
	}
}

// The test vector of the reference implementation (phc-winner-argon2, test.c, version 19 of
// argon2id: t=2, m=2^16, p=1) shows that hashes of other programs are accepted.
func TestCheckReadsTheReferenceHash(t *testing.T) {
	const vector = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if ok, err := Check("password", vector); !ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}

func TestWhatIsNoPIN(t *testing.T) {
	for pin, want := range map[string]error{
		"": ErrShort, "48021": ErrShort, "4802a3": ErrForm, "480 213": ErrForm, "４８０２１３": ErrForm, "-480213": ErrForm,
		strings.Repeat("48", 40): ErrForm, "000000": ErrTrivial, "123456": ErrTrivial, "987654": ErrTrivial, "567890": ErrTrivial,
		"111111111": ErrTrivial, "890123": ErrTrivial,
	} {
		if h, err := Hash(pin); !errors.Is(err, want) || h != "" {
			t.Errorf("Hash(%q) = %q, %v, want %v", pin, h, err, want)
		}
	}
}

func TestTheLongestPIN(t *testing.T) {
	longest := strings.Repeat("48", Most/2)
	if err := acceptable(longest); err != nil {
		t.Errorf("%d digits: %v", Most, err)
	}
	if err := acceptable(longest + "4"); !errors.Is(err, ErrForm) {
		t.Errorf("%d digits: %v", Most+1, err)
	}
}

func TestSaveSaysWhetherItSaved(t *testing.T) {
	dir := t.TempDir()
	if err := File(filepath.Join(dir, "pin")).Save([]byte("{}")); err != nil {
		t.Error(err)
	}
	folder := filepath.Join(dir, "folder")
	if err := os.MkdirAll(filepath.Join(folder, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := File(folder).Save([]byte("{}")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".pin-*")); len(left) != 0 {
		t.Errorf("%q is left behind", left)
	}
}

func TestParametersAreBounded(t *testing.T) {
	const salt, key = "MDEyMzQ1Njc4OWFiY2RlZg", "MDEyMzQ1Njc4OWFiY2RlZg"
	with := func(costs, salt, key string) string { return "$argon2id$v=19$" + costs + "$" + salt + "$" + key }
	long := base64.RawStdEncoding.EncodeToString(make([]byte, 65))
	longest := base64.RawStdEncoding.EncodeToString(make([]byte, 64))
	for hashed, want := range map[string]error{
		with("m=65536,t=3,p=4", salt, key):                   nil,
		with("m=8192,t=1,p=1", salt, key):                    nil,
		with("m=262144,t=20,p=16", longest, longest):         nil,
		with("m=4194304,t=3,p=4", salt, key):                 ErrBounds, // 4 GiB
		with("m=262145,t=3,p=4", salt, key):                  ErrBounds,
		with("m=4294967296,t=3,p=4", salt, key):              ErrBounds, // more than 32 bits
		with("m=99999999999999999999,t=3,p=4", salt, key):    ErrBounds,
		with("m=1024,t=3,p=4", salt, key):                    ErrBounds,
		with("m=65536,t=0,p=4", salt, key):                   ErrBounds,
		with("m=65536,t=4000000000,p=4", salt, key):          ErrBounds,
		with("m=65536,t=3,p=0", salt, key):                   ErrBounds,
		with("m=65536,t=3,p=256", salt, key):                 ErrBounds, // would overflow to 0
		with("m=65536,t=3,p=4", "c2FsdA", key):               ErrBounds,
		with("m=65536,t=3,p=4", salt, "a2V5"):                ErrBounds,
		with("m=65536,t=3,p=4", salt, long):                  ErrBounds,
		with("m=65536,t=3,p=4", long, key):                   ErrBounds,
		with("t=3,m=65536,p=4", salt, key):                   ErrHash,
		with("m=65536,t=3", salt, key):                       ErrHash,
		with("m=+65536,t=3,p=4", salt, key):                  ErrHash,
		with("m=065536,t=3,p=4", salt, key):                  ErrHash,
		with("m=-1,t=3,p=4", salt, key):                      ErrHash,
		with("m=65536,t=3,p=4,x=1", salt, key):               ErrHash,
		with("m=65536,t=3,p=4", salt+"==", key):              ErrHash,
		with("m=65536,t=3,p=4", salt, key+"$"):               ErrHash,
		"$argon2i$v=19$m=65536,t=3,p=4$" + salt + "$" + key:  ErrHash,
		"$argon2id$v=16$m=65536,t=3,p=4$" + salt + "$" + key: ErrHash,
		"$argon2id$m=65536,t=3,p=4$" + salt + "$" + key:      ErrHash,
		"": ErrHash, "480213": ErrHash, "$2y$12$abc": ErrHash, strings.Repeat("$", 600): ErrHash,
	} {
		if err := Valid(hashed); !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%q: %v, want %v", hashed, err, want)
		}
		if want != nil {
			if ok, err := Check("480213", hashed); ok || err == nil {
				t.Errorf("%q was checked: %v, %v", hashed, ok, err)
			}
		}
	}
}

// FuzzValid tries any string: an accepted one has costs within the bounds and is formatted
// back to itself.
func FuzzValid(f *testing.F) {
	f.Add("$argon2id$v=19$m=65536,t=3,p=4$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg")
	f.Add("$argon2id$v=19$m=4294967295,t=4294967295,p=255$$")
	f.Add("$$$$$")
	f.Fuzz(func(t *testing.T, s string) {
		h, err := parse(s)
		if err != nil {
			return
		}
		if h.memory > mostMemory || h.passes > mostPasses || h.threads < 1 || len(h.salt) > mostSalt || len(h.key) > mostKey {
			t.Errorf("%q is accepted: %+v", s, h)
		}
		if h.String() != s {
			t.Errorf("%q is written back as %q", s, h.String())
		}
	})
}

// newClock returns a clock that shows a fixed morning.
func newClock() *clienttest.Clock {
	return clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
}

func TestPausesGrow(t *testing.T) {
	c := newClock()
	g, err := NewGuard(cheap(t, "480213"), nil, c.Now)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []time.Duration{0, 0, 5 * time.Second, 10 * time.Second, 20 * time.Second, 40 * time.Second, 80 * time.Second, 160 * time.Second, 320 * time.Second, 640 * time.Second, mostWait, mostWait} {
		ok, wait := g.Try("000001")
		if ok || wait != want {
			t.Fatalf("wrong PIN %d: %v, %s, want %s", i+1, ok, wait, want)
		}
		if want == 0 {
			continue
		}
		c.Advance(want - time.Millisecond)
		if ok, wait := g.Try("480213"); ok || wait != time.Millisecond {
			t.Fatalf("the right PIN before its time: %v, %s", ok, wait)
		}
		c.Advance(time.Millisecond)
		if g.Wait() != 0 {
			t.Fatalf("still %s to wait", g.Wait())
		}
	}
	if ok, _ := g.Try("480213"); !ok {
		t.Fatal("the right PIN is refused")
	}
	if _, wait := g.Try("1"); wait != 0 {
		t.Errorf("after a right one the first wrong one waits %s", wait)
	}
}

func TestAPauseOutlivesARestartAndAClockThatIsSet(t *testing.T) {
	hashed := cheap(t, "480213")
	file := File(filepath.Join(t.TempDir(), "pin"))
	c := newClock()
	open := func() *Guard {
		g, err := NewGuard(hashed, file, c.Now)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	for range 4 {
		g := open() // each try in a process of its own
		c.Advance(g.Wait())
		if ok, _ := g.Try("000001"); ok {
			t.Fatal("a wrong PIN is right")
		}
	}
	if got := open().Wait(); got != 10*time.Second {
		t.Errorf("after a restart %s to wait, want 10s", got)
	}
	c.Advance(-24 * time.Hour)
	if got := open().Wait(); got != 10*time.Second {
		t.Errorf("with the clock a day back %s to wait, want 10s", got)
	}
	c.Advance(48 * time.Hour)
	if got := open().Wait(); got != 0 {
		t.Errorf("two days later %s to wait", got)
	}
	if ok, _ := open().Try("480213"); !ok {
		t.Error("the right PIN is refused")
	}
	if _, wait := open().Try("000001"); wait != 0 {
		t.Errorf("the count was not forgotten: %s to wait", wait)
	}
}

// Somebody who can damage the file must not gain tries.
func TestADamagedStateWaits(t *testing.T) {
	for _, body := range []string{"{", "null x", `{"wrong":-5}`, strings.Repeat("x", 10_000)} {
		name := filepath.Join(t.TempDir(), "pin")
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := NewGuard(cheap(t, "480213"), File(name), newClock().Now)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Wait(); got != mostWait {
			t.Errorf("%.20q: %s to wait, want %s", body, got, mostWait)
		}
	}
	g, err := NewGuard(cheap(t, "480213"), File(t.TempDir()), nil) // a folder instead of a file
	if err != nil || g.Wait() == 0 {
		t.Errorf("a state that cannot be read: %v", err)
	}
}

// A time in the far future or a huge count in the file causes no more than the longest
// pause.
func TestAPauseIsNeverLongerThanTheLongest(t *testing.T) {
	for _, body := range []string{
		`{"wrong":3,"until":"2199-01-01T00:00:00Z","seen":"2026-11-24T08:00:00Z"}`,
		`{"wrong":3,"until":"2199-01-01T00:00:00Z","seen":"2199-01-01T00:00:00Z"}`,
		fmt.Sprintf(`{"wrong":%d,"until":"2199-01-01T00:00:00Z","seen":"2199-01-01T00:00:00Z"}`, math.MaxInt64),
	} {
		name := filepath.Join(t.TempDir(), "pin")
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		g, err := NewGuard(cheap(t, "480213"), File(name), newClock().Now)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Wait(); got <= 0 || got > mostWait {
			t.Errorf("%s: %s to wait", body, got)
		}
		c := newClock()
		g.now = func() time.Time { return c.Now().AddDate(300, 0, 0) }
		if _, wait := g.Try("000001"); wait <= 0 || wait > mostWait {
			t.Errorf("%s: after a wrong one %s to wait", body, wait)
		}
	}
}

// Parallel tries are checked one after the other: of a hundred at once three are checked
// and no more.
func TestTriesSideBySideGainNothing(t *testing.T) {
	c := newClock()
	g, err := NewGuard(cheap(t, "480213"), nil, c.Now)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			if ok, _ := g.Try("000001"); ok {
				t.Error("a wrong PIN is right")
			}
		})
	}
	wg.Wait()
	if g.wrong != freeTries+1 {
		t.Errorf("%d of a hundred tries at once were looked at, want %d", g.wrong, freeTries+1)
	}
	if g.Wait() != firstWait {
		t.Errorf("%s to wait, want %s", g.Wait(), firstWait)
	}
}

func TestNoGuardWithoutAHash(t *testing.T) {
	if _, err := NewGuard("480213", nil, nil); !errors.Is(err, ErrHash) {
		t.Errorf("%v, want %v", err, ErrHash)
	}
}
