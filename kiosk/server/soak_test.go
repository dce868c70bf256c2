package server

import (
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/server/session"
	"motcua/tui/text"
)

// soak is how long TestSoak lasts. A long run:
//
//	go test ./kiosk/server -run TestSoak -soak 10m -timeout 15m -v
var soak = flag.Duration("soak", 4*time.Second, "how long TestSoak lasts")

// times are durations of repeated measurements.
type times []time.Duration

// at returns the duration below which that share of all lies.
func (t times) at(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(t))
	return s[min(int(share*float64(len(s))), len(s)-1)].Round(100 * time.Microsecond)
}

func (t times) String() string {
	return fmt.Sprintf("%d, median %v, p99 %v, slowest %v", len(t), t.at(0.5), t.at(0.99), t.at(1))
}

// One ordinary person, and a script at the same address, are served while clients attack in
// every way at once and reconnect as soon as they are cut off. When the attackers have gone,
// nothing of them remains.
func TestSoak(t *testing.T) {
	length := *soak
	if clienttest.Brief() {
		length = min(length, time.Second)
	}
	r := start(t, func(c *Config, d *Deps) {
		// On a busy machine the polite take three seconds for a handshake.
		c.HandshakeTimeout, c.StallTimeout = 6*time.Second, 2*time.Second
		c.Public = session.Allowance{Idle: 10 * time.Second, Total: time.Hour}
		// both grow with each refused client
		d.Log, d.Audit = slog.New(slog.DiscardHandler), nil
		if !manyAddresses {
			return // friend and foe share one address and cannot be told apart
		}
		book := ledger.NewMemory(ledger.Options{})
		limits := limit.Defaults()
		limits.Offices = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")} // the script connects five times a second
		gate, err := limit.NewGate(book, limits, nil)
		if err != nil {
			t.Fatal(err)
		}
		d.Gate = gate
		lookups := limit.DefaultLookups()
		lookups.Offices = limits.Offices
		if d.Budget, err = limit.NewLookups(book, lookups, limit.LookupOptions{}); err != nil {
			t.Fatal(err)
		}
	})
	polite := r.sit(anyone())
	polite.press("1")
	polite.waitFor("H55.17.05")
	polite.press(knownCode)
	polite.waitFor("✓")
	r.run(anyone(), "", "track "+knownCode) // so that everything that is created once exists
	pause(300 * time.Millisecond)
	goroutines, before := runtime.NumGoroutine(), heap()

	stop := make(chan struct{})
	ended := r.attacked(stop)
	var keys, lookups, commands times
	errors := 0
	every := min(2*time.Second, length/20)
	for began := time.Now(); time.Since(began) < length; pause(every) {
		pressed := time.Now()
		polite.press("\r")
		if !polite.comes("25/11", 10*time.Second) {
			errors++
		}
		lookups = append(lookups, time.Since(pressed))
		pressed = time.Now()
		polite.press("\x1b")
		if !polite.comes(text.For(text.VI).Screen.CodeWhole, 10*time.Second) {
			errors++
		}
		// The decoder takes ESC for the Esc key after 50 ms without another byte.
		keys = append(keys, time.Since(pressed))
		pressed = time.Now()
		got, err := r.tryCommand("track " + knownCode)
		if err != nil || !strings.Contains(got, "25/11") {
			t.Logf("a command: %v %q", err, got)
			errors++
		}
		commands = append(commands, time.Since(pressed))
	}
	close(stop)
	ended()
	t.Logf("%v under attack: %d errors", length, errors)
	t.Logf("look-ups in the interface: %v", lookups)
	t.Logf("the key that leads back:   %v", keys)
	t.Logf("connections with a command: %v", commands)
	if errors > 0 || lookups.at(1) > 5*time.Second {
		t.Error("the polite were disturbed")
	}
	eventually(t, "the others are gone", func() bool { return r.people() == 1 })
	base(t, goroutines+1) // the client's side of the session may be in a write
	after := heap()
	t.Logf("goroutines: %d before, %d after; heap: %d KiB before, %d KiB after", goroutines, runtime.NumGoroutine(), before>>10, after>>10)
	for _, line := range r.series("motcua_refused_total", "motcua_sessions_ended_total", "motcua_panics_total") {
		t.Log(line)
	}
	// The ledger of what was spent has a limit of its own.
	if grown := after - before; grown > 16<<20 {
		t.Errorf("the heap grew by %d KiB", grown>>10)
	}
	if n := r.count("motcua_panics_total"); n != 0 {
		t.Errorf("%v panics", n)
	}
}

// comes reports whether a piece of text appears on the screen in time.
func (c *visitor) comes(piece string, within time.Duration) bool {
	for deadline := time.Now().Add(within); !strings.Contains(c.screen.text(), piece); pause(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			c.t.Logf("the screen does not show %q:\n%s", piece, c.screen.text())
			return false
		}
	}
	return true
}

// tryCommand connects, runs a command and returns its output.
func (r *running) tryCommand(command string) (string, error) {
	c, err := gossh.Dial("tcp", r.addr, anyone())
	if err != nil {
		return "", err
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		return "", err
	}
	out, err := s.Output(command)
	return string(out), err
}

// series returns the lines of some metrics that are not 0.
func (r *running) series(names ...string) []string {
	w := httptest.NewRecorder()
	r.set.Handler(func() error { return nil }).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	var lines []string
	for line := range strings.Lines(w.Body.String()) {
		for _, n := range names {
			if strings.HasPrefix(line, n) && !strings.HasSuffix(line, " 0\n") {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
	}
	return lines
}
