package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
)

// booth is a gate without limits that records penalties. Its clock stands still, so the sum of
// the penalties shows which offences they are for.
type booth struct{ *limit.Gate }

// Each offence has a penalty of its own: a power of four, in seconds.
var offences = []limit.Offence{
	limit.AuthFailed, limit.NoAuth, limit.GraceExceeded, limit.Crash, limit.Junk, limit.Refused, limit.Flood,
}

func newBooth(t *testing.T) booth {
	t.Helper()
	l := limit.Roomy()
	l.Penalties.Min, l.Penalties.Max = 24*time.Hour, 24*time.Hour
	l.Penalties.For = map[limit.Offence]time.Duration{}
	for i, o := range offences {
		l.Penalties.For[o] = time.Second << (2 * i)
	}
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{Now: clienttest.NewClock(time.Now()).Now}), l, nil)
	if err != nil {
		t.Fatal(err)
	}
	return booth{g}
}

// empty reports whether every place was given back.
func (b booth) empty() bool { _, n := b.Counts(); return n == 0 }

// faults returns the offences of these tests' clients, up to three of each.
func (b booth) faults() (list []limit.Offence) {
	left := b.Penalty(netip.MustParseAddr("127.0.0.1")).Left / time.Second
	for _, o := range offences {
		for range left % 4 {
			list = append(list, o)
		}
		left /= 4
	}
	return list
}

// only returns a check for exactly one offence, of that kind.
func (b booth) only(o limit.Offence) func() bool {
	return func() bool { return slices.Equal(b.faults(), []limit.Offence{o}) }
}

func guarded(t *testing.T, change ...func(*Config, *Deps)) (*running, booth) {
	t.Helper()
	b := newBooth(t)
	return start(t, append([]func(*Config, *Deps){func(c *Config, d *Deps) {
		quickly(c, d)
		c.HandshakeTimeout = 400 * time.Millisecond
		d.Gate = b.Gate
	}}, change...)...), b
}

// Each connection takes one place and gives it back, however it ends.
func TestGate(t *testing.T) {
	r, b := guarded(t)
	c := r.dial(anyone())
	eventually(t, "one is inside", func() bool { handshakes, n := b.Counts(); return n == 1 && handshakes == 0 })
	_ = c.Close()
	eventually(t, "nobody is inside", b.empty)
	if f := b.faults(); len(f) != 0 {
		t.Errorf("a polite client is at fault: %v", f)
	}
}

// Each fault of a handshake counts as an offence of its own.
func TestFaultsOfHandshakes(t *testing.T) {
	tests := []struct {
		name string
		want limit.Offence
		do   func(*testing.T, net.Conn)
	}{
		{"junk", limit.Junk, func(_ *testing.T, c net.Conn) { _, _ = io.WriteString(c, "GET / HTTP/1.1\r\n\r\n") }},
		{"silence", limit.GraceExceeded, func(_ *testing.T, c net.Conn) { _, _ = io.Copy(io.Discard, c) }},
		{"a version and then silence", limit.GraceExceeded, func(_ *testing.T, c net.Conn) {
			_, _ = io.WriteString(c, "SSH-2.0-x\r\n")
			_, _ = io.Copy(io.Discard, c)
		}},
		{"a port scan", limit.NoAuth, func(*testing.T, net.Conn) {}},
		{"a stranger's key alone", limit.AuthFailed, func(t *testing.T, c net.Conn) {
			t.Helper()
			cfg := withKey(newSigner(t))
			cfg.Auth = cfg.Auth[:1]
			_, _, _, _ = gossh.NewClientConn(c, "", cfg)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			staff := newSigner(t)
			dir := t.TempDir()
			r, b := guarded(t, func(c *Config, _ *Deps) {
				c.StaffKeys = dir + "/keys"
				writeFile(t, c.StaffKeys, authorized(staff))
			})
			c, err := net.Dial("tcp", r.addr)
			if err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			tt.do(t, c)
			_ = c.Close()
			eventually(t, "it is over", func() bool { return b.empty() && len(b.faults()) > 0 })
			if got := b.faults(); len(got) != 1 || got[0] != tt.want {
				t.Errorf("blamed for %q, want %q", got, tt.want)
			}
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// The real gate behind the server: limits for each source, and penalties.
func TestRealGate(t *testing.T) {
	limits := limit.Defaults()
	limits.Source.Connections = 2
	limits.Penalties.For = map[limit.Offence]time.Duration{limit.Junk: time.Minute}
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), limits, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := start(t, func(_ *Config, d *Deps) { d.Gate = g })
	first := r.dial(anyone())
	r.dial(anyone())
	if c, err := gossh.Dial("tcp", r.addr, anyone()); err == nil {
		_ = c.Close()
		t.Error("a third connection of one source")
	}
	if got := r.count(`motcua_refused_total{why="source_connections"}`); got != 1 {
		t.Errorf("%v refusals counted", got)
	}
	_ = first.Close()
	eventually(t, "a place is free again", func() bool { _, n := g.Counts(); return n == 1 })
	_ = r.dial(anyone()).Close()
	eventually(t, "a place is free again", func() bool { h, n := g.Counts(); return n == 1 && h == 0 })

	junk, err := net.Dial("tcp", r.addr)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(junk, "GET / HTTP/1.1\r\n\r\n")
	_ = junk.(*net.TCPConn).CloseWrite()
	_, _ = io.Copy(io.Discard, junk)
	_ = junk.Close()
	r.logged("address refused for a while", `"offence":"junk"`, "127.0.0.0/24")
	if c, err := gossh.Dial("tcp", r.addr, anyone()); err == nil {
		_ = c.Close()
		t.Error("let in with a penalty")
	}
	if got := r.count(`motcua_refused_total{why="penalty"}`); got != 1 {
		t.Errorf("%v refusals counted", got)
	}
}

// A connection without a session is closed and gives its place back.
func TestEmptyConnectionEnds(t *testing.T) {
	t.Parallel()
	// Enough time for a busy machine to open a session.
	r, b := guarded(t, func(c *Config, _ *Deps) { c.EmptyTimeout = 2 * time.Second })
	c := r.dial(anyone())
	done := make(chan struct{})
	go func() { _ = c.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("holds its place for ever")
	}
	eventually(t, "nobody is inside", b.empty)
	// A connection whose sessions have ended counts as empty again; one with a session does
	// not.
	c = r.dial(anyone())
	term := r.open(c, "")
	pause(2 * r.cfg.Load().EmptyTimeout) // longer than a connection may be empty
	term.press("\x1b[21~")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	eventually(t, "nobody is inside", b.empty)
}

// The PROXY protocol header is required from balancers and not accepted from anyone else,
// because it could be forged.
func TestProxyProtocol(t *testing.T) {
	header := "PROXY TCP4 203.0.113.9 198.51.100.1 40000 22\r\n"
	connect := func(r *running, header string) error {
		c, err := net.Dial("tcp", r.addr)
		if err != nil {
			return err
		}
		defer c.Close()
		if _, err := io.WriteString(c, header); err != nil {
			return err
		}
		_, _, _, err = gossh.NewClientConn(c, "", anyone())
		return err
	}
	balancer := func(c *Config, _ *Deps) { c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} }
	client, own := netip.MustParseAddr("203.0.113.9"), netip.MustParseAddr("127.0.0.1")
	// counted checks that a connection counts under one address and not under the other.
	counted := func(t *testing.T, r *running, under, not netip.Addr) {
		t.Helper()
		l := limit.Roomy()
		l.Penalties.For = map[limit.Offence]time.Duration{limit.Flood: time.Minute}
		if err := r.gate.SetLimits(l); err != nil {
			t.Fatal(err)
		}
		refused := func() float64 { return r.count(`motcua_refused_total{why="penalty"}`) }
		r.gate.Blame(not, limit.Flood)
		if _ = connect(r, header); refused() != 0 {
			t.Errorf("counted under %v", not)
		}
		r.gate.Blame(under, limit.Flood)
		if err := connect(r, header); err == nil || refused() != 1 {
			t.Errorf("not counted under %v: %v", under, err)
		}
	}
	t.Run("from a balancer", func(t *testing.T) {
		r, _ := guarded(t, balancer)
		if err := connect(r, header); err != nil {
			t.Fatal(err)
		}
		counted(t, r, client, own)
		if strings.Contains(r.log.String(), client.String()) {
			t.Error("the address is in the log")
		}
	})
	t.Run("from a balancer without the header", func(t *testing.T) {
		r, _ := guarded(t, balancer)
		if err := connect(r, ""); err == nil {
			t.Error("let in under the balancer's address")
		}
	})
	t.Run("from anyone else", func(t *testing.T) {
		r, _ := guarded(t)
		counted(t, r, own, client)
	})
}

// A client that sends without end is delayed, then cut off and given a penalty.
func TestWireRate(t *testing.T) {
	t.Parallel()
	r, b := guarded(t, func(c *Config, _ *Deps) { c.WireRate, c.EmptyTimeout = 256<<10, time.Minute })
	c := r.dial(anyone())
	junk := bytes.Repeat([]byte("x"), 30<<10)
	began, sent := time.Now(), 0
	for ; sent < 400; sent++ {
		if _, _, err := c.SendRequest("flood@example", true, junk); err != nil {
			break
		}
	}
	// The first megabyte is free, then the rate applies.
	took := time.Since(began)
	if most := (1<<20 + int((took+time.Second).Seconds()*(256<<10))) / len(junk); sent > most {
		t.Errorf("%d KiB taken in %v", sent*30, took)
	}
	eventually(t, "it is blamed", b.only(limit.Flood))
}

// A budget limits look-ups of dossiers, and says how long to wait.
func TestBudget(t *testing.T) {
	spent := &purse{left: 2}
	r := start(t, func(_ *Config, d *Deps) { d.Budget = spent })
	got := r.run(anyone(), strings.Repeat(knownCode+"\n", 4), "track -")
	if strings.Count(got.out, "Đang xử lý") != 2 || strings.Count(got.err, "40 giây") != 2 || got.code != 1 {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
	want := limit.Lookup{Asker: limit.Asker{Addr: netip.MustParseAddr("127.0.0.1")}, UnitDay: "H55.17.05-261120", Serial: "0007"}
	if spent.last != want || spent.hits != 2 {
		t.Errorf("spent on %+v, %d found", spent.last, spent.hits)
	}
	if got := r.count(`motcua_lookups_total{kind="track",outcome="limited",source="none"}`); got != 2 {
		t.Errorf("%v limited look-ups counted", got)
	}
}

type purse struct {
	mu   sync.Mutex
	left int
	hits int
	last limit.Lookup
}

func (p *purse) Ask(q limit.Lookup) (func(limit.Outcome), *client.LimitedError) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = q
	if p.left--; p.left < 0 {
		return nil, &client.LimitedError{Wait: 40 * time.Second, Why: client.LimitShared}
	}
	return func(o limit.Outcome) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if o == limit.Hit {
			p.hits++
		}
	}, nil
}

// Sessions have a longest time, and commands a shorter one.
func TestLongestTimes(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) {
		c.Public.Total, c.Public.Command = 600*time.Millisecond, 300*time.Millisecond
	})
	term := r.sit(anyone())
	term.ends()
	r.logged("session ended", `"face":"interface"`, `"reason":"total"`)
	term.waitFor("Hết thời gian")
	r.desk.block = make(chan struct{})
	got := r.run(anyone(), "", "track "+knownCode)
	if got.code != 1 || !strings.Contains(got.out+got.err, "dừng") {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
	r.logged("session ended", `"face":"command"`, `"reason":"total"`)
}

// The line mode ends after the idle time without input.
func TestIdleLineMode(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.Public.Idle = 300 * time.Millisecond })
	s := r.session(anyone())
	in, err := s.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out clienttest.Buffer
	s.Stdout = &out
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	_ = s.Wait()
	if !strings.Contains(out.String(), "không có phím") {
		t.Errorf("no farewell: %s", out.String())
	}
	r.logged("session ended", `"face":"line"`, `"reason":"idle"`)
}

// At SIGTERM no one new is admitted, those inside get a notice, and then all sessions end.
func TestDrain(t *testing.T) {
	notices := make(chan string, 4)
	r := start(t, quickly, func(_ *Config, d *Deps) {
		d.Notice = func(s string) tea.Msg { notices <- s; return nil }
	})
	term := r.sit(anyone())
	other := r.dial(anyone())
	line := r.session(anyone())
	in, err := line.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var said clienttest.Buffer
	line.Stdout = &said
	if err := line.Shell(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the line mode asks", func() bool { return strings.Contains(said.String(), "Mã hồ sơ") })

	began := time.Now()
	drained := make(chan error, 1)
	go func() { drained <- r.Drain(context.Background()) }()
	if got := <-notices; !strings.Contains(got, "khởi động lại") {
		t.Errorf("told %q", got)
	}
	if c, err := gossh.Dial("tcp", r.addr, anyone()); err == nil {
		_ = c.Close()
		t.Error("a new connection while draining")
	}
	if _, err := other.NewSession(); err == nil {
		t.Error("a new session while draining")
	}
	term.press("1") // those inside may continue
	term.waitFor("H55.17.05")
	term.ends()
	term.waitFor("Máy khởi động lại")
	_ = line.Wait()
	if n := strings.Count(said.String(), "khởi động lại"); n != 2 {
		t.Errorf("told %d times in line mode: %s", n, said.String())
	}
	if err := <-drained; err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took < 300*time.Millisecond || took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	r.logged("session ended", `"face":"interface"`, `"reason":"drain"`)
	r.logged("session ended", `"face":"line"`, `"reason":"drain"`)
}

// Draining an empty server takes no time, and ends early with its context.
func TestDrainIsQuick(t *testing.T) {
	r := start(t)
	began := time.Now()
	if err := r.Drain(context.Background()); err != nil || time.Since(began) > time.Second {
		t.Errorf("nobody inside: %v, %v", time.Since(began), err)
	}
	r = start(t)
	term := r.sit(anyone())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	began = time.Now()
	if err := r.Drain(ctx); err != nil || time.Since(began) > 5*time.Second {
		t.Errorf("cut short: %v, %v", time.Since(began), err)
	}
	term.ends()
}

// slowListener has no connections, and returns from Accept some time after it is closed.
type slowListener struct {
	net.Listener
	ended  <-chan struct{}
	closed atomic.Bool
}

func (l *slowListener) Accept() (net.Conn, error) {
	<-l.ended
	return nil, net.ErrClosed
}

func (l *slowListener) Close() error {
	if l.closed.Swap(true) {
		return net.ErrClosed
	}
	return l.Listener.Close()
}

// Serve may not have noticed that the listener is closed when the library closes it again.
func TestDrainWhileServeSleeps(t *testing.T) {
	r := start(t)
	if err := r.Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	s, err := New(*r.cfg.Load(), r.deps)
	if err != nil {
		t.Fatal(err)
	}
	inner, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	l, done := &slowListener{Listener: inner, ended: ended}, make(chan error, 1)
	go func() { done <- s.Serve(context.Background(), l) }()
	for {
		s.mu.Lock()
		serving := s.listener != nil
		s.mu.Unlock()
		if serving {
			break
		}
		pause(time.Millisecond) // until Serve has started
	}
	pause(20 * time.Millisecond) // until the library has the listener
	if err := s.Drain(t.Context()); err != nil {
		t.Errorf("Drain: %v", err)
	}
	close(ended)
	if err := <-done; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

// Reload applies to later connections; the host key does not change.
func TestReload(t *testing.T) {
	r := start(t)
	before := r.HostKey().Fingerprint()
	cfg := *r.cfg.Load()
	cfg.Public.Codes, cfg.Channels = 1, 1
	cfg.HostKey = cfg.StateDir + "/other"
	if err := r.Reload(cfg); err != nil {
		t.Fatal(err)
	}
	got := r.run(anyone(), strings.Repeat(knownCode+"\n", 3), "track -")
	if strings.Count(got.out, "Đang xử lý") != 1 {
		t.Errorf("the new bound does not count: %s", got.out)
	}
	if r.HostKey().Fingerprint() != before {
		t.Error("the host key changed")
	}
	if err := r.Reload(Config{}); err == nil {
		t.Error("a configuration without a state directory was taken")
	}
	o := *r.iface.Load()
	o.Name = "QUẦY SỐ 5"
	r.ReloadInterface(o)
	r.sit(anyone()).waitFor("QUẦY SỐ 5")
}

func TestConfigDefaults(t *testing.T) {
	c, err := Config{StateDir: "x"}.complete()
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(c.HandshakeTimeout, c.Channels, c.MaxColumns, c.MaxRows, c.FPS, c.Public == Defaults().Public, c.Staff == Defaults().Staff, c.Public.Watch, c.Staff.Watch)
	if want := "20s 4 300 100 33 true true false true"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := (Config{StateDir: "x", DrainTime: -1}).complete(); err == nil {
		t.Error("a negative time was taken")
	}
}
