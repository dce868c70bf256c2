package server

import (
	"fmt"
	"net/netip"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/server/session"
	"motcua/tui"
	"motcua/tui/line/exit"
)

// limited starts a server behind a real gate with the default limits, changed by change. A
// client with the key is staff.
func limited(t *testing.T, change func(*limit.Limits), more ...func(*Config, *Deps)) (r *running, g *limit.Gate, staff *gossh.ClientConfig) {
	t.Helper()
	l := limit.Defaults()
	change(&l)
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), l, nil)
	if err != nil {
		t.Fatal(err)
	}
	key, file := newSigner(t), filepath.Join(t.TempDir(), "staff")
	writeFile(t, file, authorized(key))
	r = start(t, append([]func(*Config, *Deps){func(c *Config, d *Deps) { c.StaffKeys, d.Gate = file, g }}, more...)...)
	return r, g, withKey(key)
}

// refusedWith opens a session or runs a command, and checks that it is refused with these words
// and its own exit code.
func (r *running) refusedWith(cfg *gossh.ClientConfig, pty bool, command string, pieces ...string) {
	r.t.Helper()
	s := r.session(cfg)
	if pty {
		if err := s.RequestPty("xterm", 24, 80, nil); err != nil {
			r.t.Fatal(err)
		}
	}
	got := r.runIn(s, "", command)
	for _, p := range pieces {
		if !strings.Contains(got.out+got.err, p) {
			r.t.Errorf("is not told %q: %+v", p, got)
		}
	}
	if got.code != exit.Failed {
		r.t.Errorf("exit code %d", got.code)
	}
}

// The number of sessions of one address is limited, over any number of connections. The next
// one is told what to do, those inside continue, and staff at the same address get in.
func TestSessionsOfAnAddress(t *testing.T) {
	r, g, staff := limited(t, func(l *limit.Limits) { l.Source.Sessions = 2 })
	c := r.dial(anyone())
	first, second := r.open(c, ""), r.open(c, "")
	first.waitFor("4.578")
	second.waitFor("4.578")
	r.refusedWith(anyone(), true, "", "đã mở đủ số phiên", "kết nối lại sau ít phút", "has all the sessions it may have")
	r.refusedWith(anyone(), false, "", "đã mở đủ số phiên", "Close some")
	r.refusedWith(anyone(), false, "track "+knownCode, "đã mở đủ số phiên")
	if got := r.count(`motcua_refused_total{why="source_sessions"}`); got != 3 {
		t.Errorf("%v refusals counted", got)
	}
	r.logged("session ended", `"face":"refused"`, `"refused":"source_sessions"`)
	r.sit(staff)
	first.press("1")
	first.waitFor("H55.17.05")

	second.press("\x1b[21~")
	second.ends()
	eventually(t, "its place is free", func() bool { n, _ := g.Open(); return n == 2 })
	r.sit(anyone())
}

// The cells of all terminals are limited. A person for whom none are left is told to use the
// line mode or a command, and both work. Staff have cells of their own.
func TestCellsRunOut(t *testing.T) {
	r, g, staff := limited(t, func(l *limit.Limits) {
		l.Cells = limit.Room{All: 3 * 80 * 24, Public: 80*24 + 100}
	})
	first := r.sit(anyone())
	r.refusedWith(anyone(), true, "", "hết chỗ để vẽ màn hình", "ssh -T", "track MÃ-HỒ-SƠ", "no room left to draw screens", "a command")
	if got := r.run(anyone(), knownCode+"\n", ""); !strings.Contains(got.out, "25/11") {
		t.Errorf("no line mode: %+v", got)
	}
	if got := r.run(anyone(), "", "track "+knownCode); !strings.Contains(got.out, "25/11") || got.code != 0 {
		t.Errorf("no command: %+v", got)
	}
	r.sit(staff)
	if got := r.count(`motcua_refused_total{why="public_cells"}`); got != 1 {
		t.Errorf("%v refusals counted", got)
	}
	first.press("1")
	first.waitFor("H55.17.05")
	_ = first.client.Close() // the connection breaks
	eventually(t, "its cells are free", func() bool { _, c := g.Open(); return c == 80*24 })
	r.sit(anyone())
}

// A terminal that grows beyond its limit is drawn at its previous size, and a smaller one gives
// cells back.
func TestCellsOfAResize(t *testing.T) {
	r, g, _ := limited(t, func(l *limit.Limits) { l.Source.Cells = 100 * 40 })
	sizes := make(chan tea.WindowSizeMsg, 16)
	r.deps.Model = func(tui.Options) tea.Model { return &sized{sizes: sizes} }
	term := r.open(r.dial(anyone()), "")
	<-sizes
	for _, step := range []struct{ columns, rows, width, height int }{
		{100, 40, 100, 40}, {101, 40, 100, 40}, {300, 30, 100, 30}, {60, 20, 60, 20}, {200, 20, 200, 20}, {100, 41, 100, 20},
	} {
		if err := term.sess.WindowChange(step.rows, step.columns); err != nil {
			t.Fatal(err)
		}
		if got := <-sizes; got.Width != step.width || got.Height != step.height {
			t.Errorf("%dx%d is drawn as %dx%d, want %dx%d", step.columns, step.rows, got.Width, got.Height, step.width, step.height)
		}
		if _, cells := g.Open(); cells != step.width*step.height {
			t.Errorf("%d cells are held for %dx%d", cells, step.width, step.height)
		}
	}
	if got := r.count(`motcua_refused_total{why="larger_terminal"}`); got != 3 {
		t.Errorf("%v refusals counted", got)
	}
	_ = term.sess.Close()
	eventually(t, "nothing is held", func() bool { s, c := g.Open(); return s == 0 && c == 0 })
}

// A connection that opens and closes sessions without end is slowed down to its rate. Then it
// is cut off and its address is refused for a while.
func TestStartsArePaced(t *testing.T) {
	r, _, staff := limited(t, func(l *limit.Limits) {
		l.Connection = limit.Rate{Burst: 4, Minute: 60 * 10}
	}, func(c *Config, _ *Deps) { c.StartPatience = 500 * time.Millisecond })
	c := r.dial(anyone())
	began, opened := time.Now(), 0
	for ; opened < 200; opened++ {
		s, err := c.NewSession()
		if err != nil {
			break
		}
		_ = s.Shell()
		_ = s.Close()
	}
	took := time.Since(began)
	// Four at once, then ten a second, until it was delayed for a second in total.
	if most := 4 + int((took+time.Second).Seconds()*10); opened > most || took > 5*time.Second {
		t.Errorf("%d sessions in %v", opened, took)
	}
	r.logged("address refused for a while", `"offence":"flood"`)
	if got := r.count(`motcua_paced_total{what="starts"}`); got < 5 {
		t.Errorf("%v starts held back", got)
	}
	if _, err := gossh.Dial("tcp", r.addr, staff); err == nil {
		t.Error("the address is let in again")
	}
}

// An address is slowed down as a whole, over any number of connections. A session that does not
// start in time is told so. Staff at the same address are not slowed down.
func TestStartsOfAnAddress(t *testing.T) {
	r, _, staff := limited(t, func(l *limit.Limits) {
		l.Source.Starts = limit.Rate{Burst: 6, Minute: 60} // of connections and of sessions
	}, func(c *Config, _ *Deps) { c.StartPatience = 100 * time.Millisecond })
	c, known := r.dial(anyone()), r.dial(staff)
	version := func(c *gossh.Client) answer {
		t.Helper()
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		return r.runIn(s, "", "version")
	}
	for range 6 {
		if got := version(c); got.code != 0 {
			t.Fatalf("%+v", got)
		}
	}
	r.refusedWith(anyone(), true, "", "quá dồn dập", "thử lại sau một phút", "too fast", "in a minute")
	for range 20 {
		if got := version(known); got.code != 0 {
			t.Fatalf("staff: %+v", got)
		}
	}
	if got := r.count(`motcua_refused_total{why="source_starts"}`); got != 1 {
		t.Errorf("%v refusals counted", got)
	}
}

// When the public's connections are used up, the next one is told so in a sentence and closed
// soon. Staff get in.
func TestPublicConnectionsRunOut(t *testing.T) {
	r, _, staff := limited(t, func(l *limit.Limits) { l.Connections = limit.Room{All: 10, Public: 1} },
		func(c *Config, _ *Deps) { c.EmptyTimeout = 5 * time.Second })
	r.sit(anyone())
	r.refusedWith(anyone(), true, "", "hết chỗ", "is full")
	crowded := r.dial(anyone())
	gone := make(chan struct{})
	go func() { _ = crowded.Wait(); close(gone) }()
	r.sit(staff)
	select {
	case <-gone:
	case <-time.After(3 * time.Second):
		t.Error("keeps the place of staff")
	}
}

// What all connections of an address send is limited, and each of them is delayed. Connections
// of staff are not.
func TestWireOfAnAddress(t *testing.T) {
	t.Parallel()
	r, _, staff := limited(t, func(l *limit.Limits) {
		l.Source.Bytes = limit.Rate{Burst: 64 << 10, Minute: 60 * (64 << 10)}
	})
	send := func(cfg *gossh.ClientConfig) time.Duration {
		c := r.dial(cfg)
		s, err := c.NewSession() // a connection becomes staff's with its first session
		if err != nil {
			t.Error(err)
			return 0
		}
		defer s.Close()
		began := time.Now()
		for range 6 {
			if _, _, err := c.SendRequest("x@example", true, make([]byte, 16<<10)); err != nil {
				t.Error(err)
			}
		}
		return time.Since(began)
	}
	both := make(chan time.Duration, 2)
	for range 2 {
		go func() { both <- send(anyone()) }()
	}
	took := max(<-both, <-both)
	quick := send(staff)
	// They send 192 KiB and two handshakes, of which 64 KiB are free.
	if took < 1500*time.Millisecond || quick > took/2 {
		t.Errorf("two of the public took %v, one of staff %v", took, quick)
	}
	if got := r.count(`motcua_paced_total{what="wire"}`); got < 2 {
		t.Errorf("held back %v times", got)
	}
}

// When keys need more drawing than an address may have, they are drawn in fewer frames, and no
// key is lost.
func TestDrawingOfAnAddress(t *testing.T) {
	frames := func(redraws limit.Rate) (views int64) {
		r, _, _ := limited(t, func(l *limit.Limits) { l.Source.Redraws = redraws })
		m := &typed{}
		r.deps.Model = func(tui.Options) tea.Model { return m }
		term := r.open(r.dial(anyone()), "")
		term.waitFor("0 keys")
		for range 50 {
			term.press("x")
			pause(10 * time.Millisecond)
		}
		eventually(t, "all keys are there", func() bool { return m.keys.Load() == 50 })
		return m.views.Load()
	}
	free := frames(limit.Rate{Burst: 1e9, Minute: 1e9})
	held := frames(limit.Rate{Burst: session.DrawCost + 80*24 + session.KeyCost, Minute: 60 * 2 * (session.DrawCost + 80*24)}) // two screens a second
	if held > free/2 {
		t.Errorf("%d frames, and %d without a bound", held, free)
	}
}

// Waiting for drawing does not change the input: a sequence that is split between two pieces is
// still one key, and a paste of many pieces is still a paste.
func TestDrawingOfAnAddressBreaksNoKey(t *testing.T) {
	t.Parallel()
	r, _, _ := limited(t, func(l *limit.Limits) { // a piece waits for more than a second
		l.Source.Redraws = limit.Rate{Burst: 19_000, Minute: 60 * 12_000}
	})
	m := &inputs{}
	r.deps.Model = func(tui.Options) tea.Model { return m }
	term := r.open(r.dial(anyone()), "")
	term.waitFor("ready")
	text := strings.Repeat("x", session.DrawPiece)
	term.press("a")
	eventually(t, "the first one is there", func() bool { m.mu.Lock(); defer m.mu.Unlock(); return m.keys == "a" })
	term.press("a") // it waits, so what follows comes in pieces
	pause(200 * time.Millisecond)
	term.press(text[1:] + "\x1b[B" + text[1:] + "\x1bOB" + "\x1b[200~" + text + text + "\r" + "\x1b[201~")
	eventually(t, "all is there", func() bool { m.mu.Lock(); defer m.mu.Unlock(); return len(m.pastes) > 0 })
	m.mu.Lock()
	defer m.mu.Unlock()
	if want := "aa" + text[1:] + "(down)" + text[1:] + "(down)"; m.keys != want {
		t.Errorf("the keys are\n%s, want\n%s", m.keys, want)
	}
	if want := text + text + "\r"; len(m.pastes) != 1 || m.pastes[0] != want {
		t.Errorf("pasted %q, want %q", m.pastes, want)
	}
}

// inputs records the input that reaches it.
type inputs struct {
	mu     sync.Mutex
	keys   string
	pastes []string
}

func (m *inputs) Init() tea.Cmd { return nil }

func (m *inputs) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if name := msg.String(); len(name) == 1 {
			m.keys += name
		} else {
			m.keys += "(" + name + ")"
		}
	case tea.PasteMsg:
		m.pastes = append(m.pastes, msg.Content)
	}
	return m, nil
}

func (m *inputs) View() tea.View { return tea.NewView("ready") }

// typed counts the keys that reach it, and its views.
type typed struct{ keys, views atomic.Int64 }

func (m *typed) Init() tea.Cmd { return nil }

func (m *typed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		m.keys.Add(1)
	}
	return m, nil
}

func (m *typed) View() tea.View {
	m.views.Add(1)
	return tea.NewView(fmt.Sprint(m.keys.Load(), " keys"))
}

// A client that sends variables without end is probing the server.
func TestFloodOfVariables(t *testing.T) {
	r, b := guarded(t)
	ch, reqs, err := r.dial(anyone()).OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(reqs)
	sent := 0
	for ; sent < 1000; sent++ {
		if _, err := ch.SendRequest("env", true, gossh.Marshal(struct{ K, V string }{"LC_ALL", "vi_VN"})); err != nil {
			break
		}
	}
	if sent > offeredMost+tooManyRefusals {
		t.Errorf("%d variables were read", sent)
	}
	eventually(t, "it is blamed", b.only(limit.Refused))
	if got := r.count(`motcua_refused_total{why="variables"}`); got != tooManyRefusals {
		t.Errorf("%v refusals counted", got)
	}
}

// An address may cause so many log lines a second; of the rest the log gives the number.
func TestLogIsRationed(t *testing.T) {
	r := start(t)
	c := r.dial(anyone())
	const sessions = 60
	began := time.Now()
	for range sessions {
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		_ = s.Run("version")
	}
	count := func() (told, leftOut int) {
		for line := range strings.Lines(r.log.String()) {
			var n int
			if at := strings.Index(line, `"lines":`); at >= 0 && strings.Contains(line, `"from":"127.0.0.0/24"`) {
				_, _ = fmt.Sscanf(line[at:], `"lines":%d`, &n)
			}
			leftOut += n
			if strings.Contains(line, "session ended") {
				told++
			}
		}
		return told, leftOut
	}
	eventually(t, "each is told or counted", func() bool { told, left := count(); return told+left == sessions })
	told, left := count()
	if most := rationAddress * (1 + int(time.Since(began)/rationEvery)); told > most || left == 0 {
		t.Errorf("%d lines, at most %d; %d left out", told, most, left)
	}
	if got := r.count("motcua_log_left_out_total"); int(got) != left {
		t.Errorf("%v lines counted, %d told", got, left)
	}
}

// A thousand addresses are counted separately, and all together are limited.
func TestRationOfManyAddresses(t *testing.T) {
	var x ration
	over := make(chan struct{})
	var leftOut, others int
	end := func(counts map[netip.Prefix]*lines, more int) {
		for _, n := range counts {
			leftOut += n.leftOut
		}
		others = more
		close(over)
	}
	told := 0
	at := func(n int) netip.Prefix {
		return limit.Prefix(netip.AddrFrom4([4]byte{100, 0, byte(n >> 8), byte(n)}))
	}
	for n := range 3 * rationCounted {
		if x.allows(at(n), end) {
			told++
		}
	}
	<-over
	if told != rationAll || leftOut != rationCounted-rationAll || others != 2*rationCounted {
		t.Errorf("%d told, %d and %d left out", told, leftOut, others)
	}
	if !x.allows(at(1), func(map[netip.Prefix]*lines, int) {}) {
		t.Error("nothing in the next second")
	}
}

// A client with an old library finds a cipher: aes256-ctr with an encrypt-then-mac MAC. A new
// client does not use it.
func TestOldClients(t *testing.T) {
	r := start(t)
	for _, mac := range []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM} {
		old := anyone()
		old.Ciphers, old.MACs = []string{gossh.CipherAES256CTR}, []string{mac}
		if got := r.run(old, "", "track "+knownCode); !strings.Contains(got.out, "25/11") {
			t.Errorf("%s: %+v", mac, got)
		}
	}
	for _, weak := range []gossh.Config{
		{Ciphers: []string{gossh.CipherAES256CTR}, MACs: []string{gossh.HMACSHA256}}, // a MAC that is not encrypt-then-mac
		{Ciphers: []string{gossh.CipherAES128CTR}, MACs: []string{gossh.HMACSHA256ETM}},
	} {
		old := anyone()
		old.Ciphers, old.MACs = weak.Ciphers, weak.MACs
		if c, err := gossh.Dial("tcp", r.addr, old); err == nil {
			_ = c.Close()
			t.Errorf("%v was taken", weak)
		}
	}
	if got := algorithms().Ciphers; got[len(got)-1] != gossh.CipherAES256CTR {
		t.Errorf("offered before others: %v", got)
	}
}
