package server

import (
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// meter counts the bytes of a TCP connection.
type meter struct {
	net.Conn
	in, out atomic.Int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Conn.Read(p)
	m.in.Add(int64(n))
	return n, err
}

func (m *meter) Write(p []byte) (int, error) {
	n, err := m.Conn.Write(p)
	m.out.Add(int64(n))
	return n, err
}

// metered connects a client and counts its bytes on the wire.
func (r *running) metered() (*gossh.Client, *meter) {
	r.t.Helper()
	raw, err := net.Dial("tcp", r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	m := &meter{Conn: raw}
	sc, chans, reqs, err := gossh.NewClientConn(m, r.addr, anyone())
	if err != nil {
		r.t.Fatal(err)
	}
	c := gossh.NewClient(sc, chans, reqs)
	r.t.Cleanup(func() { _ = c.Close() })
	return c, m
}

// settled waits until nothing has come for a while, and returns the bytes so far.
func (c *visitor) settled() int {
	c.t.Helper()
	n := -1
	for now := len(c.screen.String()); now != n; now = len(c.screen.String()) {
		n = now
		pause(400 * time.Millisecond) // longer than a pause in typing
	}
	return n
}

// cost returns how many bytes the terminal gets for some keys.
func (c *visitor) cost(keys string) int {
	c.t.Helper()
	before := c.settled()
	c.press(keys)
	return c.settled() - before
}

// dearest types letters one by one and returns the largest number of bytes for one.
func (c *visitor) dearest(letters string) int {
	c.t.Helper()
	most, before := 0, c.settled()
	for _, k := range letters {
		c.press(string(k))
		after := c.settled()
		most, before = max(most, after-before), after
	}
	return most
}

// wholeLookUp does what a person does from the first screen to the result: some 22 keys. It
// returns the bytes to the terminal, and all bytes on the wire.
func (r *running) wholeLookUp(code string) (out, both int) {
	r.t.Helper()
	c, wire := r.metered()
	defer c.Close()
	term := r.open(c, "")
	term.waitFor("4.578")
	for _, k := range "1" + code + "\r" {
		term.press(string(k))
		pause(60 * time.Millisecond) // the pace of a person
	}
	term.waitFor("25/11")
	return term.settled(), int(wire.in.Load() + wire.out.Load())
}

// latency returns the median time from a key to the first byte of its answer.
func (c *visitor) latency(keys ...string) time.Duration {
	c.t.Helper()
	var took []time.Duration
	for i := range 40 {
		before := len(c.screen.String())
		began := time.Now()
		c.press(keys[i%len(keys)])
		for len(c.screen.String()) == before && time.Since(began) < time.Second {
			pause(100 * time.Microsecond) // measures time
		}
		took = append(took, time.Since(began))
		// The pace of a person, which is not in step with the frames.
		pause(90*time.Millisecond + rand.N(90*time.Millisecond))
	}
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	return took[len(took)/2]
}

// Budgets in bytes: of the first screen, of a look-up with it, and of the same with packets and
// handshake.
const (
	mostFirst  = 1200
	mostLookUp = 2800
	mostBoth   = 10 << 10
)

// A look-up over a real connection stays within the byte budget for slow lines, in total and
// for each letter, however the code is typed.
func TestBytesOfALookUp(t *testing.T) {
	t.Parallel()
	for how, code := range map[string]string{"as printed": knownCode, "without dashes": strings.ReplaceAll(knownCode, "-", "")} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			r := start(t)
			for tries := 3; ; tries-- {
				out, both := r.wholeLookUp(code)
				t.Logf("%d bytes to the terminal, %d both ways with the handshake", out, both)
				if out <= mostLookUp && both <= mostBoth {
					return
				}
				if tries == 1 { // a busy machine draws a page in parts, hardly three times
					t.Fatalf("%d and %d bytes, the budgets are %d and %d", out, both, mostLookUp, mostBoth)
				}
			}
		})
	}
	t.Run("each letter", func(t *testing.T) {
		t.Parallel()
		term := start(t).sit(anyone())
		if n := term.settled(); n > mostFirst {
			t.Errorf("the first screen has %d bytes, the budget is %d", n, mostFirst)
		}
		term.press("1")
		term.waitFor("H55.17.05")
		if n := term.dearest(knownCode); n > 24 {
			t.Errorf("a letter in the code field costs %d bytes, the budget is 24", n)
		}
	})
}

// The byte budgets, measured over real connections. It prints the figures and marks those over
// their budget.
//
//	go test ./kiosk/server -run '^$' -bench Wire -benchtime 1x
func BenchmarkWire(b *testing.B) {
	r := start(b)
	report := func(what string, got, budget int, unit string) {
		mark := ""
		if budget >= 0 && got > budget {
			mark = "  OVER"
		}
		limit := "no budget"
		if budget >= 0 {
			limit = fmt.Sprintf("budget %d", budget)
		}
		fmt.Fprintf(os.Stdout, "%-46s %6d %s, %s%s\n", what, got, unit, limit, mark)
	}
	for b.Loop() {
		c, wire := r.metered()
		handshake := wire.in.Load() + wire.out.Load()
		term := r.open(c, "")
		term.waitFor("4.578")
		report("first screen, 80x24", term.settled(), mostFirst, "bytes")

		at, onWire := len(term.screen.String()), wire.in.Load()+wire.out.Load()
		pause(3 * time.Second) // measures that nothing comes
		report("idle, 3 s", len(term.screen.String())-at, 0, "bytes")
		report("idle, 3 s, on the wire", int(wire.in.Load()+wire.out.Load()-onWire), 0, "bytes")

		term.press("1")
		term.waitFor("H55.17.05")
		term.settled()
		report("the dearest letter of a code as printed", term.dearest(knownCode[:len(knownCode)-1]), 24, "bytes")
		report("its last letter, with the sign that the code is whole", term.cost(knownCode[len(knownCode)-1:]), 24, "bytes")
		term.press("\x1b")
		term.settled()

		term.press("2")
		term.waitFor("Ông/bà muốn")
		term.settled()
		costs, sum := []int(nil), 0
		for range 10 {
			costs = append(costs, term.cost("\x1b[B"))
			sum += costs[len(costs)-1]
		}
		report("arrow key in the list", slices.Max(costs[:3]), 40, "bytes") // four rows are seen
		report("the same where it brings a row", slices.Max(costs), 350, "bytes")
		report("mean of the ten", sum/10, -1, "bytes")
		report("key to first byte, median", int(term.latency("\x1b[A", "\x1b[B").Microseconds()), 20_000, "µs")
		report("handshake, both ways", int(handshake), -1, "bytes")
		_ = c.Close()

		for how, code := range map[string]string{"as printed": knownCode, "without dashes": strings.ReplaceAll(knownCode, "-", "")} {
			out, both := r.wholeLookUp(code)
			report("whole look-up, first screen included, "+how, out, mostLookUp, "bytes")
			report("the same, both ways with the handshake", both, mostBoth, "bytes")
		}

		got := r.run(anyone(), "", "track "+knownCode)
		report("ssh host track CODE", len(got.out)+len(got.err), 700, "bytes")
		line := r.run(anyone(), knownCode+"\n", "")
		report("line mode, greeting and a dossier", len(line.out), -1, "bytes")
	}
}
