package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/kiosk/limit"
)

// booth is a gate that writes down what it is told.
type booth struct {
	mu      sync.Mutex
	refuse  limit.Refusal
	admits  []netip.Addr
	inside  int
	entered int
	faults  []limit.Offence
}

func (b *booth) Admit(a netip.Addr) (Pass, limit.Refusal) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.refuse != "" {
		return nil, b.refuse
	}
	b.admits = append(b.admits, a)
	b.inside++
	return &ticket{booth: b}, ""
}

func (b *booth) AdmitBalancer(a netip.Addr, _ bool) (Pass, limit.Refusal) { return b.Admit(a) }

func (b *booth) look() booth {
	b.mu.Lock()
	defer b.mu.Unlock()
	return booth{inside: b.inside, admits: append([]netip.Addr(nil), b.admits...), entered: b.entered, faults: append([]limit.Offence(nil), b.faults...)}
}

type ticket struct {
	openPass
	booth *booth
	once  sync.Once
}

func (t *ticket) Entered() bool {
	t.booth.mu.Lock()
	defer t.booth.mu.Unlock()
	t.booth.entered++
	return false
}

func (t *ticket) Blame(o limit.Offence) limit.Penalty {
	t.booth.mu.Lock()
	defer t.booth.mu.Unlock()
	t.booth.faults = append(t.booth.faults, o)
	return limit.Penalty{}
}

func (t *ticket) Leave() {
	t.once.Do(func() {
		t.booth.mu.Lock()
		defer t.booth.mu.Unlock()
		t.booth.inside--
	})
}

func guarded(t *testing.T, change ...func(*Config, *Deps)) (*running, *booth) {
	t.Helper()
	b := &booth{}
	return start(t, append([]func(*Config, *Deps){func(c *Config, d *Deps) {
		quickly(c, d)
		c.HandshakeTimeout = 400 * time.Millisecond
		d.Gate = b
	}}, change...)...), b
}

// Each connection takes one place and gives it back, however it ends.
func TestGate(t *testing.T) {
	r, b := guarded(t)
	c := r.dial(anyone())
	eventually(t, "one is inside", func() bool { g := b.look(); return g.inside == 1 && g.entered == 1 })
	if g := b.look(); g.admits[0] != netip.MustParseAddr("127.0.0.1") {
		t.Errorf("counted under %v", g.admits)
	}
	_ = c.Close()
	eventually(t, "nobody is inside", func() bool { return b.look().inside == 0 })
	if f := b.look().faults; len(f) != 0 {
		t.Errorf("a polite client is at fault: %v", f)
	}

	b.mu.Lock()
	b.refuse = limit.SourceConnections
	b.mu.Unlock()
	if c, err := gossh.Dial("tcp", r.addr, anyone()); err == nil {
		_ = c.Close()
		t.Error("let in past the gate")
	}
	if got := r.count(`motcua_refused_total{why="source_connections"}`); got != 1 {
		t.Errorf("%v refusals counted", got)
	}
}

// What is wrong with a handshake is weighed, each in its own way.
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
			eventually(t, "it is over", func() bool { g := b.look(); return g.inside == 0 && len(g.admits) == 1 })
			if got := b.look().faults; len(got) != 1 || got[0] != tt.want {
				t.Errorf("blamed for %q, want %q", got, tt.want)
			}
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// The real gate behind the server: a share for each source, and penalties.
func TestRealGate(t *testing.T) {
	limits := limit.Defaults()
	limits.Source.Connections = 2
	limits.Penalties.For = map[limit.Offence]time.Duration{limit.Junk: time.Minute}
	g, err := limit.NewGate(limit.NewLedger(limit.LedgerOptions{}), limits, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := start(t, func(_ *Config, d *Deps) { d.Gate = GateOf(g) })
	first := r.dial(anyone())
	r.dial(anyone())
	if c, err := gossh.Dial("tcp", r.addr, anyone()); err == nil {
		_ = c.Close()
		t.Error("a third connection of one source")
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

// A connection without a session gives its place back.
func TestEmptyConnectionEnds(t *testing.T) {
	r, b := guarded(t)
	c := r.dial(anyone())
	done := make(chan struct{})
	go func() { _ = c.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("holds its place for ever")
	}
	eventually(t, "nobody is inside", func() bool { return b.look().inside == 0 })
	// One whose sessions are over is empty again; one with a session is not.
	c = r.dial(anyone())
	term := r.open(c, "")
	pause(2 * r.cfg.Load().EmptyTimeout) // longer than it may be empty
	term.press("\x1b[21~")
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	eventually(t, "nobody is inside", func() bool { return b.look().inside == 0 })
}

// The PROXY protocol is read from balancers, who must send it, and from nobody
// else: it would be a forged address.
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
	t.Run("from a balancer", func(t *testing.T) {
		r, b := guarded(t, balancer)
		if err := connect(r, header); err != nil {
			t.Fatal(err)
		}
		if got := b.look().admits; len(got) != 1 || got[0] != netip.MustParseAddr("203.0.113.9") {
			t.Errorf("counted under %v", got)
		}
		if strings.Contains(r.log.String(), "203.0.113.9") {
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
		r, b := guarded(t)
		_ = connect(r, header)
		if got := b.look().admits; len(got) != 1 || got[0] != netip.MustParseAddr("127.0.0.1") {
			t.Errorf("counted under %v", got)
		}
	})
}

// A client that sends without end is held back, then cut off and blamed.
func TestWireRate(t *testing.T) {
	r, b := guarded(t, func(c *Config, _ *Deps) { c.WireRate, c.EmptyTimeout = 256<<10, time.Minute })
	c := r.dial(anyone())
	junk := bytes.Repeat([]byte("x"), 30<<10)
	began, sent := time.Now(), 0
	for ; sent < 400; sent++ {
		if _, _, err := c.SendRequest("flood@example", true, junk); err != nil {
			break
		}
	}
	// A megabyte is free, then the rate.
	took := time.Since(began)
	if most := (1<<20 + int((took+time.Second).Seconds()*(256<<10))) / len(junk); sent > most {
		t.Errorf("%d KiB taken in %v", sent*30, took)
	}
	eventually(t, "it is blamed", func() bool { f := b.look().faults; return len(f) == 1 && f[0] == limit.Flood })
}

// A budget bounds look-ups of dossiers, and says how long to wait.
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

// A session has a longest time, and a command a shorter one.
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

// Line mode ends for who says nothing.
func TestIdleLineMode(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.Public.Idle = 300 * time.Millisecond })
	s := r.session(anyone())
	in, err := s.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out safeBuffer
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

// SIGTERM: nobody new, a sentence to those inside, and the end.
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
	var said safeBuffer
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
	term.press("1") // those inside may go on
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

// With nobody inside, draining takes no time, and its context cuts it short.
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

// Reload counts for those who come later; the host key stays.
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
