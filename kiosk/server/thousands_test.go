//go:build linux

package server

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/supervise"
	"motcua/kiosk/terminal"
)

// BenchmarkTenThousand measures what sessions cost that nobody touches, up to ten thousand or
// as many as the machine can open. The server is a process of its own, so that the clients are
// not in its figures. It prints the table of package server's documentation.
//
//	go test ./kiosk/server -run '^$' -bench TenThousand -benchtime 1x -timeout 30m
//	go test ./kiosk/server -run '^$' -bench TenThousand -benchtime 1x -sessions 200
func BenchmarkTenThousand(b *testing.B) {
	for b.Loop() {
		c := newCrowd(b)
		most := min(openable(b), *thousands)
		c.grow(20) // so that everything that is created once exists
		c.leave(used{})
		empty := c.usage("return")
		fmt.Fprintf(os.Stdout, "no session: %d MB resident, %d MB of heap\n", empty.resident>>20, empty.heap>>20)
		fmt.Fprintf(os.Stdout, "%9s %9s %10s %9s %8s %10s %9s %9s %8s\n", "sessions", "resident", "a session", "heap", "stacks", "goroutines", "processor", "wake", "p95")
		for _, n := range []int{1, 100, 200, 1000, 2500, 5000, 10_000} {
			if n > most {
				break
			}
			c.grow(n)
			if n == 100 {
				u := c.usage("return")
				fmt.Fprintf(os.Stdout, "%9d freshly opened: %d kB each, %d kB of heap\n", n, (u.resident-empty.resident)/int64(n)/1000, (u.heap-empty.heap)/int64(n)/1000)
			}
			c.row(empty)
		}
		c.typing()
		c.leave(empty)
	}
}

// bedtime is after how long the sessions of this benchmark sleep.
const bedtime = 4 * time.Second

// openable returns how many connections this process and the server's may open.
func openable(t testing.TB) int {
	t.Helper()
	var files syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files); err != nil {
		t.Fatal(err)
	}
	return int(min(files.Cur, 25_000)) - 200 // some 28,000 ports are for clients
}

// crowd are the clients of one server.
type crowd struct {
	b       testing.TB
	addr    string
	ask     io.Writer
	answers *bufio.Scanner
	inside  []*sleeper
}

// sleeper is one client with a terminal.
type sleeper struct {
	client *gossh.Client
	keys   io.Writer
	got    atomic.Int64
	came   chan struct{} // has a value once something came
}

func (s *sleeper) Write(p []byte) (int, error) {
	s.got.Add(int64(len(p)))
	select {
	case s.came <- struct{}{}:
	default:
	}
	return len(p), nil
}

var (
	thousands = flag.Int("sessions", 10_000, "the most sessions that BenchmarkTenThousand opens")
	heaps     = flag.String("heaps", "", "a path before the number of sessions, for the server's heap profiles in BenchmarkTenThousand")
	served    = flag.Bool("served", false, "this process is the server of BenchmarkTenThousand")
)

func newCrowd(b testing.TB) *crowd {
	b.Helper()
	server := exec.CommandContext(b.Context(), os.Args[0], "-test.run", "^TestServerOfThousands$", "-test.timeout", "1h", "-served")
	server.Stderr = os.Stderr
	in, err := server.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := server.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = in.Close()
		_ = server.Wait()
	})
	c := &crowd{b: b, ask: in, answers: bufio.NewScanner(out)}
	if c.answers.Scan(); !strings.HasPrefix(c.answers.Text(), "127.0.0.1:") {
		b.Fatal("the server does not start: ", c.answers.Text())
	}
	c.addr = c.answers.Text()
	return c
}

// TestServerOfThousands looks whether the benchmark still measures, with three sessions. In the
// other process it is the server.
func TestServerOfThousands(t *testing.T) {
	if *served {
		serveThousands(t)
		return
	}
	c := newCrowd(t)
	c.grow(3)
	if _, err := c.inside[2].press("\x1b[B"); err != nil {
		t.Error(err)
	}
	if u := c.usage(); u.resident == 0 || u.heap == 0 || u.goroutines < 3*len(c.inside) {
		t.Errorf("the server says that it uses %+v", u)
	}
	for _, s := range c.inside {
		_ = s.client.Close()
	}
}

// serveThousands answers each line of its standard input with what the server uses.
func serveThousands(t *testing.T) {
	t.Helper()
	debug.SetGCPercent(50) // as supervise.CollectSooner does
	const places, cells = 20_000, 100_000_000
	roomy := limit.Roomy()
	roomy.Connections.All, roomy.Sessions.All, roomy.Cells.All = places, places, cells
	roomy.Source.Connections, roomy.Source.Sessions, roomy.Source.Cells = places, places, cells
	roomy.Office = roomy.Source
	gate, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), roomy.Parted(), nil)
	if err != nil {
		t.Fatal(err)
	}
	memory := supervise.NewReturn()
	go func() { // as package daemon does, only sooner
		for range time.Tick(bedtime) {
			memory.Look(terminal.Programs())
		}
	}()
	r := start(t, func(c *Config, d *Deps) {
		c.SleepTime = bedtime
		d.Gate = gate
		d.Log, d.Audit = slog.New(slog.DiscardHandler), nil
	})
	fmt.Fprintln(os.Stdout, r.addr)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		switch {
		case lines.Text() == "return":
			debug.FreeOSMemory()
		case strings.HasPrefix(lines.Text(), "profile "):
			runtime.GC()
			f, err := os.Create(strings.TrimPrefix(lines.Text(), "profile "))
			if err != nil {
				t.Fatal(err)
			}
			_ = pprof.WriteHeapProfile(f)
			_ = f.Close()
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Fprintln(os.Stdout, resident(t), m.HeapAlloc, m.StackInuse, runtime.NumGoroutine(), int64(processorTime(t)))
	}
}

// resident returns the bytes of this process in memory.
func resident(t testing.TB) int64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := strconv.ParseInt(strings.Fields(string(status))[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}

// used is what the server uses.
type used struct {
	resident, heap, stacks int64
	goroutines             int
	processor              time.Duration
}

// usage asks the server what it uses; how is "return" for after memory was given back.
func (c *crowd) usage(how ...string) (u used) {
	c.b.Helper()
	if _, err := fmt.Fprintln(c.ask, strings.Join(how, " ")); err != nil {
		c.b.Fatal(err)
	}
	if !c.answers.Scan() {
		c.b.Fatal("the server is gone")
	}
	if _, err := fmt.Sscan(c.answers.Text(), &u.resident, &u.heap, &u.stacks, &u.goroutines, &u.processor); err != nil {
		c.b.Fatal(err, c.answers.Text())
	}
	return u
}

// grow opens sessions until there are n, eight at a time.
func (c *crowd) grow(n int) {
	c.b.Helper()
	var wg sync.WaitGroup
	fresh := make([]*sleeper, n-len(c.inside))
	next := atomic.Int64{}
	for range 8 {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(fresh); i = next.Add(1) - 1 {
				s, err := c.enter()
				if err != nil {
					c.b.Error(err)
					return
				}
				fresh[i] = s
			}
		})
	}
	wg.Wait()
	if c.b.Failed() {
		c.b.FailNow()
	}
	c.inside = append(c.inside, fresh...)
}

func (c *crowd) enter() (*sleeper, error) {
	raw, err := net.Dial("tcp", c.addr)
	if err != nil {
		return nil, err
	}
	sc, chans, reqs, err := gossh.NewClientConn(raw, c.addr, anyone())
	if err != nil {
		return nil, err
	}
	s := &sleeper{client: gossh.NewClient(sc, chans, reqs), came: make(chan struct{}, 1)}
	ss, err := s.client.NewSession()
	if err != nil {
		return nil, err
	}
	ss.Stdout = s
	if s.keys, err = ss.StdinPipe(); err != nil {
		return nil, err
	}
	if err := ss.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		return nil, err
	}
	if err := ss.Shell(); err != nil {
		return nil, err
	}
	select {
	case <-s.came:
		return s, nil
	case <-time.After(30 * time.Second):
		return nil, errors.New("no first screen")
	}
}

// press presses an arrow key and returns how long its answer took.
func (s *sleeper) press(key string) (time.Duration, error) {
	select {
	case <-s.came:
	default:
	}
	began := time.Now()
	if _, err := io.WriteString(s.keys, key); err != nil {
		return 0, err
	}
	select {
	case <-s.came:
		return time.Since(began), nil
	case <-time.After(30 * time.Second):
		return 0, errors.New("the key has no answer")
	}
}

// row measures and prints one line of the table, when all sessions sleep and memory was returned.
func (c *crowd) row(empty used) {
	c.b.Helper()
	pause(8 * bedtime) // until memory was returned
	before, sent := c.usage(), c.sent()
	const long = 10 * time.Second
	pause(long) // measures what idle sessions use
	u := c.usage()
	if now := c.sent(); now != sent {
		c.b.Errorf("%d bytes were sent to idle sessions", now-sent)
	}
	if *heaps != "" {
		c.usage("profile", fmt.Sprintf("%s.%d", *heaps, len(c.inside)))
	}
	var took []time.Duration
	for i := range min(100, len(c.inside)) { // one after the other, spread over all
		t, err := c.inside[i*len(c.inside)/min(100, len(c.inside))].press("\x1b[B")
		if err != nil {
			c.b.Fatal(err)
		}
		took = append(took, t)
	}
	slices.Sort(took)
	fmt.Fprintf(os.Stdout, "%9d %6d MB %7d kB %6d MB %5d MB %10d %7.1f %% %7.1f ms %5.1f ms\n", len(c.inside), u.resident>>20,
		(u.resident-empty.resident)/int64(len(c.inside))/1000, u.heap>>20, u.stacks>>20, u.goroutines,
		100*(u.processor-before.processor).Seconds()/long.Seconds(), ms(took[len(took)/2]), ms(took[len(took)*95/100]))
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (c *crowd) sent() (n int64) {
	for _, s := range c.inside {
		n += s.got.Load()
	}
	return n
}

// typing lets a hundred of them press a key every two seconds for half a minute.
func (c *crowd) typing() {
	c.b.Helper()
	const every, long = 2 * time.Second, 30 * time.Second
	pause(bedtime + 2*time.Second)
	before := c.usage()
	var mu sync.Mutex
	var took []time.Duration
	var wg sync.WaitGroup
	typists := min(100, len(c.inside))
	for i := range typists {
		wg.Go(func() {
			pause(every * time.Duration(i) / time.Duration(typists))
			for n := range int(long / every) {
				t, err := c.inside[i].press([]string{"\x1b[B", "\x1b[A"}[n%2])
				if err != nil {
					c.b.Error(err)
					return
				}
				mu.Lock()
				took = append(took, t)
				mu.Unlock()
				pause(every)
			}
		})
	}
	wg.Wait()
	u := c.usage()
	slices.Sort(took)
	fmt.Fprintf(os.Stdout, "%d of them press a key every %v: %d MB resident, %.1f %% of a core, a key %.1f ms at the median, %.1f ms at p95\n", typists, every, u.resident>>20,
		100*(u.processor-before.processor).Seconds()/long.Seconds(), ms(took[len(took)/2]), ms(took[len(took)*95/100]))
}

// leave lets all hang up, and prints what is left after a minute. The supervisor returns memory
// to the machine when many have left, see [motcua/kiosk/supervise.Return].
func (c *crowd) leave(empty used) {
	c.b.Helper()
	n := len(c.inside)
	for _, s := range c.inside {
		_ = s.client.Close()
	}
	c.inside = nil
	pause(10 * time.Second)
	u := c.usage("return")
	for range 10 {
		if empty == (used{}) || u.resident < empty.resident*12/10 {
			break
		}
		pause(5 * time.Second)
		u = c.usage("return")
	}
	fmt.Fprintf(os.Stdout, "after %d have left: %d MB resident, %d MB of heap, %d goroutines\n", n, u.resident>>20, u.heap>>20, u.goroutines)
}
