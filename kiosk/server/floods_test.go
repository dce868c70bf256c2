//go:build floods && linux

package server

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
)

// TestFloods measures how long a visitor at another address waits for the first screen while
// one to three addresses flood the server, and what the server uses meanwhile.
//
//	go test -tags floods -run TestFloods -v -timeout 20m ./kiosk/server
//	go test -tags floods -run TestFloods/shells -v ./kiosk/server -visits 40
//
// Three processes take part, so that each one's processor time is told apart:
// `motcua serve` with the sample portal and the limits of `config init`, started
// anew for each row; the attackers, at a lower priority, because the machines of
// real ones compute for themselves; and this one, the visitor. With `nice -n -10` in
// front, what else runs on the machine counts less. What it holds is said at
// floodMedian.
func TestFloods(t *testing.T) {
	if name := os.Getenv("FLOOD"); name != "" { //nolint:forbidigo // a test's own
		attack(name, os.Getenv("FLOOD_ADDR")) //nolint:forbidigo // the same
		return
	}
	binary := filepath.Join(t.TempDir(), "motcua")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "motcua/cmd/motcua").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var quiet flooded
	var table strings.Builder
	fmt.Fprintf(&table, "%-12s %9s %9s %9s %8s %8s %7s %7s %9s %s\n", "attack", "median", "p95", "slowest", "failed", "RSS", "server", "attack", "log", "attackers got")
	for _, f := range floods {
		ok := t.Run(f.name, func(t *testing.T) {
			got := measureFlood(t, binary, f.name)
			if f.name == noFlood {
				quiet = got
			}
			fmt.Fprintln(&table, got.row(f.name))
			t.Log(got.row(f.name))
			got.holds(t, quiet)
		})
		if !ok && testing.Short() {
			break
		}
	}
	t.Logf("cores of each process, bytes of log a second; %d visits a row\n%s", *floodVisits, table.String())
}

var floodVisits = flag.Int("visits", 25, "first screens that TestFloods asks for in each row")

// The bounds: of the median of first screens, and of the server's resident memory.
const (
	floodMedian = 100 * time.Millisecond
	floodMemory = 600 << 20
)

// noFlood is the name of the row without an attack.
const noFlood = "none"

// flooded is one row.
type flooded struct {
	screens  times
	failed   int
	resident int64   // the most resident memory, in bytes
	server   float64 // cores
	attack   float64
	log      float64 // bytes a second
	said     string
}

func (f flooded) row(name string) string {
	return fmt.Sprintf("%-12s %9v %9v %9v %8s %5d MB %7.2f %7.2f %7.0f/s %s", name, f.screens.at(0.5), f.screens.at(0.95), f.screens.at(1),
		fmt.Sprintf("%d/%d", f.failed, f.failed+len(f.screens)), f.resident>>20, f.server, f.attack, f.log, f.said)
}

func (f flooded) holds(t *testing.T, quiet flooded) {
	t.Helper()
	if f.failed > 0 {
		t.Errorf("%d visitors saw no screen", f.failed)
	}
	// A busy machine is slow even without an attack.
	if most := max(floodMedian, 4*quiet.screens.at(0.5)); f.screens.at(0.5) > most {
		t.Errorf("the median is %v, at most %v", f.screens.at(0.5), most)
	}
	if f.resident > floodMemory {
		t.Errorf("the server took %d MB, at most %d", f.resident>>20, floodMemory>>20)
	}
}

// measureFlood measures one row: a server, the attackers, and the visits.
func measureFlood(t *testing.T, binary, name string) flooded {
	t.Helper()
	addr, pid, log := floodServer(t, binary)
	var got flooded
	visit := func(i int) {
		took, err := firstScreen(addr, net.IPv4(127, 77, byte(i>>8), byte(i)))
		if err != nil {
			t.Logf("visit %d: %v", i, err)
			got.failed++
			return
		}
		got.screens = append(got.screens, took)
	}
	for i := range 3 { // so that everything that is created once exists
		visit(1000 + i)
	}
	got = flooded{}

	attackers, said := floodAttackers(t, name, addr)
	pause(2 * time.Second) // until the flood is under way
	began, cpu, attackCPU, logged := time.Now(), processCPU(t, pid), processCPU(t, attackers), len(log.String())
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for !over(stop) {
			got.resident = max(got.resident, residentSet(t, pid))
			pause(50 * time.Millisecond)
		}
	})
	for i := range *floodVisits {
		visit(i + 1)
		pause(200 * time.Millisecond)
	}
	close(stop)
	wg.Wait()
	seconds := time.Since(began).Seconds()
	got.server, got.attack = (processCPU(t, pid)-cpu).Seconds()/seconds, (processCPU(t, attackers)-attackCPU).Seconds()/seconds
	got.log = float64(len(log.String())-logged) / seconds
	got.said = fmt.Sprintf("%s; %d times refused for a while", said(), strings.Count(log.String(), "address refused for a while"))
	if os.Getenv("FLOOD_LOG") != "" { //nolint:forbidigo // a test's own
		t.Log(log.String()[max(0, len(log.String())-4000):])
	}
	return got
}

// floodServer starts `motcua serve` with its defaults.
func floodServer(t *testing.T, binary string) (addr string, pid int, log *clienttest.Buffer) {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "config.toml"), "[sample]\nmode = \"on\"\n[server]\nlisten = \"127.0.0.1:0\"\n")
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, binary, "serve", "--config", filepath.Join(dir, "config.toml"))
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_STATE_HOME="+dir, "MOTCUA_STORE_DIR="+dir) //nolint:forbidigo // a test's own
	log = &clienttest.Buffer{}
	cmd.Stdout, cmd.Stderr = io.Discard, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); _ = cmd.Wait() })
	at := regexp.MustCompile(`serving.* address=(\S+)`)
	eventually(t, "the server listens", func() bool {
		if m := at.FindStringSubmatch(log.String()); m != nil {
			addr = m[1]
		}
		return addr != ""
	})
	return addr, cmd.Process.Pid, log
}

// firstScreen returns the time from the first packet to a complete first screen.
func firstScreen(addr string, from net.IP) (time.Duration, error) {
	began := time.Now()
	c, err := floodDial(addr, from, nil)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		return 0, err
	}
	if _, err := s.StdinPipe(); err != nil { // without one the client hangs up at once
		return 0, err
	}
	out, err := s.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := s.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		return 0, err
	}
	if err := s.Shell(); err != nil {
		return 0, err
	}
	cut := time.AfterFunc(10*time.Second, func() { _ = c.Close() })
	defer cut.Stop()
	var seen bytes.Buffer
	for buf := make([]byte, 4096); ; {
		n, err := out.Read(buf)
		seen.Write(buf[:n])
		if strings.Contains(seen.String(), "4.578") || seen.Len() > 3000 {
			return time.Since(began), nil
		}
		if err != nil {
			return 0, fmt.Errorf("%w after %q", err, seen.String())
		}
	}
}

func floodDial(addr string, from net.IP, change func(*gossh.ClientConfig)) (*gossh.Client, error) {
	cfg := anyone()
	cfg.User = "guest"
	if change != nil {
		change(cfg)
	}
	raw, err := (&net.Dialer{Timeout: 10 * time.Second, LocalAddr: &net.TCPAddr{IP: from}}).Dial("tcp", addr) //nolint:noctx // it has a time-out
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(10 * time.Second))
	sc, chans, reqs, err := gossh.NewClientConn(raw, addr, cfg)
	if err != nil {
		_ = raw.Close()
		return nil, err
	}
	_ = raw.SetDeadline(time.Time{})
	return gossh.NewClient(sc, chans, reqs), nil
}

// processCPU returns the processor time that a process and its children have used.
func processCPU(t *testing.T, pid int) time.Duration {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	// proc_pid_stat(5): utime and stime are fields 14 and 15, in ticks of 10 ms.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	var ticks int
	for _, f := range fields[11:13] {
		n, _ := strconv.Atoi(f)
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// residentSet returns the resident memory of a process in bytes.
func residentSet(t *testing.T, pid int) int64 {
	t.Helper()
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmRSS:"); ok {
			kb, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 10, 64)
			return kb << 10
		}
	}
	return 0
}

// floodAttackers starts the attackers in a process of their own. said ends it and returns what
// they achieved.
func floodAttackers(t *testing.T, name, addr string) (pid int, said func() string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "nice", "-n", "10", os.Args[0], "-test.run", "^TestFloods$")
	cmd.Env = append(os.Environ(), "FLOOD="+name, "FLOOD_ADDR="+addr) //nolint:forbidigo // a test's own
	end, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid, func() string {
		_ = end.Close()
		_ = cmd.Wait()
		for line := range strings.Lines(out.String()) {
			if rest, ok := strings.CutPrefix(line, "flood: "); ok {
				return strings.TrimSpace(rest)
			}
		}
		return "?"
	}
}

// attack is the process of the attackers.
func attack(name, addr string) {
	a := &attackers{addr: addr, stop: make(chan struct{})}
	i := slices.IndexFunc(floods, func(f flood3) bool { return f.name == name })
	f := floods[i]
	var wg sync.WaitGroup
	for n := range f.connections {
		wg.Go(func() {
			for !over(a.stop) {
				f.attack(a, net.IPv4(127, 66, 0, byte(1+n%f.addresses)))
				a.wait(5 * time.Millisecond) // the pace of a client that reconnects
			}
		})
	}
	began := time.Now()
	ended := make(chan struct{})
	go func() { _, _ = io.Copy(io.Discard, os.Stdin); close(ended) }()
	select {
	case <-ended:
	case <-time.After(3 * time.Minute): // the process that started it is gone
	}
	close(a.stop)
	s := time.Since(began).Seconds()
	fmt.Fprintf(os.Stdout, "flood: %.0f connections, %.0f channels, %.0f requests a second, %d refused; %d shells with a screen now\n",
		float64(a.connected.Load())/s, float64(a.channels.Load())/s, float64(a.requests.Load())/s, a.refused.Load(), a.screens.Load())
	pause(100 * time.Millisecond)
	os.Exit(0) // ends what still waits for the server
}

// attackers counts what the attackers achieve.
type attackers struct {
	addr                                            string
	stop                                            chan struct{}
	connected, channels, requests, refused, screens atomic.Int64
}

func (a *attackers) wait(d time.Duration) {
	select {
	case <-a.stop:
	case <-time.After(d):
	}
}

// connect returns nil when the server refuses the connection.
func (a *attackers) connect(from net.IP, change func(*gossh.ClientConfig)) *gossh.Client {
	c, err := floodDial(a.addr, from, change)
	if err != nil {
		a.refused.Add(1)
		return nil
	}
	a.connected.Add(1)
	return c
}

// inside repeats something on a connection until it fails.
func (a *attackers) inside(from net.IP, do func(*gossh.Client) error) {
	c := a.connect(from, nil)
	if c == nil {
		return
	}
	defer c.Close()
	for !over(a.stop) {
		if do(c) != nil {
			a.refused.Add(1)
			return
		}
	}
}

func (a *attackers) channel(c *gossh.Client) (gossh.Channel, error) {
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return nil, err
	}
	a.channels.Add(1)
	go gossh.DiscardRequests(reqs)
	return ch, nil
}

func (a *attackers) request(ch gossh.Channel, kind string, payload []byte) error {
	ok, err := ch.SendRequest(kind, true, payload)
	if err == nil && !ok {
		a.refused.Add(1)
	}
	a.requests.Add(1)
	return err
}

type floodPty struct {
	Term       string
	C, R, W, H uint32
	Modes      string
}

// shell opens the interface and waits for something on its screen.
func (a *attackers) shell(c *gossh.Client, columns, rows uint32) (gossh.Channel, error) {
	ch, err := a.channel(c)
	if err != nil {
		return nil, err
	}
	if err := a.request(ch, "pty-req", gossh.Marshal(floodPty{"xterm-256color", columns, rows, 0, 0, ""})); err != nil {
		return nil, err
	}
	if err := a.request(ch, "shell", nil); err != nil {
		return nil, err
	}
	_, err = ch.Read(make([]byte, 4096))
	return ch, err
}

// run starts something and waits for its end.
func (a *attackers) run(c *gossh.Client, kind, what string) error {
	ch, err := a.channel(c)
	if err != nil {
		return err
	}
	defer ch.Close()
	if err := a.request(ch, kind, gossh.Marshal(struct{ Command string }{what})); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, ch)
	return err
}

// held opens four shells on a connection and repeats something in each, until the connection
// ends.
func (a *attackers) held(from net.IP, columns, rows uint32, do func(gossh.Channel, int) error) {
	c := a.connect(from, nil)
	if c == nil {
		return
	}
	defer c.Close()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			ch, err := a.shell(c, columns, rows)
			if err != nil {
				a.refused.Add(1)
				return
			}
			a.screens.Add(1)
			defer a.screens.Add(-1)
			gone := make(chan struct{})
			go func() { _, _ = io.Copy(io.Discard, ch); close(gone) }()
			for i := 0; !over(a.stop) && !over(gone); i++ {
				if do(ch, i) != nil {
					return
				}
			}
		})
	}
	wg.Wait()
}

// flood3 is one kind of attack, by several connections from a few addresses.
type flood3 struct {
	name                   string
	addresses, connections int
	attack                 func(*attackers, net.IP)
}

// floods are all kinds of attack: on connections, on channels, and on what a session costs to
// start, to keep and to draw.
var floods = []flood3{
	{noFlood, 1, 0, nil},
	// The three kinds that were reported first.
	{"terminals", 2, 40, func(a *attackers, from net.IP) {
		a.held(from, 300, 100, func(gossh.Channel, int) error { a.wait(100 * time.Millisecond); return nil })
	}},
	{"shells1", 1, 1, (*attackers).shells},
	{"shells60", 3, 60, (*attackers).shells},
	// Further kinds.
	{"commands", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error { return a.run(c, "exec", "search khai sinh") })
	}},
	{"lines", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error { return a.run(c, "exec", "line") })
	}},
	{"subsystems", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error { return a.run(c, "subsystem", "sftp") })
	}},
	{"channels", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error {
			ch, err := a.channel(c)
			if err == nil {
				_ = ch.Close()
			}
			return err
		})
	}},
	{"variables", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error {
			ch, err := a.channel(c)
			for err == nil && !over(a.stop) {
				err = a.request(ch, "env", gossh.Marshal(struct{ K, V string }{"LC_ALL", "vi_VN"}))
			}
			return err
		})
	}},
	{"pings", 3, 60, func(a *attackers, from net.IP) {
		a.inside(from, func(c *gossh.Client) error {
			a.requests.Add(1)
			_, _, err := c.SendRequest("keepalive@openssh.com", true, nil)
			return err
		})
	}},
	{"handshakes", 3, 60, func(a *attackers, from net.IP) {
		if c := a.connect(from, nil); c != nil {
			_ = c.Close()
		}
	}},
	{"half", 3, 60, func(a *attackers, from net.IP) {
		raw, err := (&net.Dialer{Timeout: time.Second, LocalAddr: &net.TCPAddr{IP: from}}).Dial("tcp", a.addr) //nolint:noctx // it has a time-out
		if err != nil {
			return
		}
		defer raw.Close()
		_, _ = io.WriteString(raw, "SSH-2.0-half\r\n")
		_ = raw.SetDeadline(time.Now().Add(5 * time.Second))
		_, _ = io.Copy(io.Discard, raw)
	}},
	{"connects", 3, 60, func(a *attackers, from net.IP) {
		raw, err := (&net.Dialer{Timeout: time.Second, LocalAddr: &net.TCPAddr{IP: from}}).Dial("tcp", a.addr) //nolint:noctx // it has a time-out
		if err == nil {
			a.connected.Add(1)
			_ = raw.Close()
		}
	}},
	{"rekeys", 3, 60, func(a *attackers, from net.IP) {
		c := a.connect(from, func(cfg *gossh.ClientConfig) { cfg.RekeyThreshold = 1 }) // the smallest threshold is 256 bytes
		if c == nil {
			return
		}
		defer c.Close()
		for !over(a.stop) {
			a.requests.Add(1)
			if _, _, err := c.SendRequest("x@example", true, make([]byte, 256)); err != nil {
				a.refused.Add(1)
				return
			}
		}
	}},
	{"resizes", 3, 60, func(a *attackers, from net.IP) {
		a.held(from, 300, 100, func(ch gossh.Channel, i int) error {
			a.requests.Add(1)
			_, err := ch.SendRequest("window-change", false, gossh.Marshal(struct{ C, R, W, H uint32 }{uint32(200 + i%100), 100, 0, 0}))
			a.wait(20 * time.Millisecond)
			return err
		})
	}},
	{"keys", 3, 60, func(a *attackers, from net.IP) {
		a.held(from, 300, 100, func(ch gossh.Channel, i int) error {
			a.requests.Add(1)
			_, err := io.WriteString(ch, "\t") // 16 KiB a minute are allowed
			a.wait(4 * time.Millisecond)
			return err
		})
	}},
}

// shells opens a shell and closes it, as fast as it can.
func (a *attackers) shells(from net.IP) {
	a.inside(from, func(c *gossh.Client) error {
		ch, err := a.shell(c, 80, 24)
		if err == nil {
			err = ch.Close()
		}
		return err
	})
}
