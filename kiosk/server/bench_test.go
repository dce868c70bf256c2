package server

import (
	"fmt"
	"net"
	"os"
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

// metered is a client whose wire is counted.
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

// settled gives what was written once nothing came for a while.
func (c *terminal) settled() int {
	c.t.Helper()
	n := -1
	for now := len(c.screen.String()); now != n; now = len(c.screen.String()) {
		n = now
		pause(400 * time.Millisecond) // longer than a pause in typing
	}
	return n
}

// cost is how many bytes the terminal gets for some keys.
func (c *terminal) cost(keys string) int {
	c.t.Helper()
	before := c.settled()
	c.press(keys)
	return c.settled() - before
}

// latency is the time from a key to the first byte of its answer, in the middle
// of many.
func (c *terminal) latency(keys ...string) time.Duration {
	c.t.Helper()
	var took []time.Duration
	for i := range 40 {
		before := len(c.screen.String())
		began := time.Now()
		c.press(keys[i%len(keys)])
		for len(c.screen.String()) == before && time.Since(began) < time.Second {
			pause(100 * time.Microsecond) // measures
		}
		took = append(took, time.Since(began))
		pause(90 * time.Millisecond) // the pace of a person
	}
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	return took[len(took)/2]
}

// The budgets of the wire, measured over real connections. The figures are
// printed; what is over its budget is marked.
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
		report("first screen, 80x24", term.settled(), 1800, "bytes")

		at, onWire := len(term.screen.String()), wire.in.Load()+wire.out.Load()
		pause(3 * time.Second) // measures that nothing comes
		report("idle, 3 s", len(term.screen.String())-at, 0, "bytes")
		report("idle, 3 s, on the wire", int(wire.in.Load()+wire.out.Load()-onWire), 0, "bytes")

		term.press("1")
		term.waitFor("H55.17.05")
		before := term.settled()
		term.press("H")
		report("the first character in the code field", term.settled()-before, 24, "bytes")
		report("the second character", term.cost("5"), 24, "bytes")
		report("a character of the date", term.cost("5.17.05-26"), 10*24, "bytes for 10")
		term.press("\x1b")
		term.settled()

		term.press("2")
		term.waitFor("Đăng ký")
		term.settled()
		down := 0
		for range 10 {
			down += term.cost("\x1b[B")
		}
		report("arrow key in the list, mean of 10", down/10, 40, "bytes")
		report("key to first byte, median", int(term.latency("\x1b[A", "\x1b[B").Microseconds()), 20_000, "µs")
		report("handshake, both ways", int(handshake), -1, "bytes")
		_ = c.Close()

		// A person at the counter: 22 keys from the first screen to the result.
		c, wire = r.metered()
		term = r.open(c, "")
		term.waitFor("4.578")
		for _, k := range "1" + strings.ReplaceAll(knownCode, "-", "")[:19] + "\r" {
			term.press(string(k))
			pause(60 * time.Millisecond) // the pace of a person
		}
		term.settled()
		if !strings.Contains(term.screen.text(), "25/11") {
			b.Logf("no result:\n%s", term.screen.text())
		}
		report("whole look-up, to the terminal", term.settled(), 4096, "bytes")
		report("whole look-up, both ways with the handshake", int(wire.in.Load()+wire.out.Load()), 12<<10, "bytes")
		_ = c.Close()

		got := r.run(anyone(), "", "track "+knownCode)
		report("ssh host track CODE", len(got.out)+len(got.err), 700, "bytes")
		line := r.run(anyone(), knownCode+"\n", "")
		report("line mode, greeting and a dossier", len(line.out), -1, "bytes")
	}
}

// Idle sessions: what one costs in memory and in processor time.
func BenchmarkIdleSessions(b *testing.B) {
	const sessions = 200
	for b.Loop() {
		r := start(b)
		r.sit(anyone())
		before := heap()
		for range sessions {
			s, err := r.dial(anyone()).NewSession()
			if err != nil {
				b.Fatal(err)
			}
			first := firstByte{seen: make(chan struct{})}
			s.Stdout = &first
			if _, err := s.StdinPipe(); err != nil {
				b.Fatal(err)
			}
			if err := s.RequestPty("xterm-256color", 24, 80, nil); err != nil {
				b.Fatal(err)
			}
			if err := s.Shell(); err != nil {
				b.Fatal(err)
			}
			<-first.seen
		}
		pause(time.Second) // until all are at rest
		fmt.Fprintf(os.Stdout, "%d sessions, client and server in one process: %d KiB of heap each\n", sessions, (heap()-before)>>10/sessions)
		used := processorTime(b)
		pause(5 * time.Second) // measures
		fmt.Fprintf(os.Stdout, "%d idle sessions: %.1f %% of one core\n", sessions, 100*(processorTime(b)-used).Seconds()/5)
	}
}
