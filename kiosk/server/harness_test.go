package server

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"flag"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/clienttest"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/kiosk/audit"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/metrics"
	"motcua/kiosk/server/session"
	"motcua/tui"
)

// TestMain lets more tests run in parallel than there are processors. Those that call
// t.Parallel mostly wait for a connection, a pace or an idle time; with Go's default of 2 on
// two processors they would wait in turn for minutes. The flag -parallel overrides it.
func TestMain(m *testing.M) {
	if err := flag.Set("test.parallel", "6"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// shipped is the catalogue that ships with the program, searched as the program does.
var shipped = store.Later("", store.Options{})

// desk is a service that answers for the portals in these tests. For the rest the embedded
// catalogue answers.
type desk struct {
	client.Lookups
	block chan struct{} // look-ups wait until it is closed; nil: they do not wait
}

var hall = client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên"}

const (
	knownCode = "H55.17.05-261120-0007"
	ownerName = "Phạm Thị Dung"
)

var testDay = time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)

func (d *desk) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	if d.block != nil {
		select {
		case <-d.block:
		case <-ctx.Done():
			return client.Answer[client.Dossier]{}, ctx.Err()
		}
	}
	if q.Code.String() != knownCode || q.Proof != "" && q.Proof != "4321" {
		return client.Answer[client.Dossier]{}, client.ErrNotFound
	}
	v := client.Dossier{
		Code: q.Code, Status: client.StatusProcessing, ProcedureName: "Đăng ký tạm trú", Agency: client.Agency{Name: "Công an phường Đức Xuân"},
		ReceivedAt: time.Date(2026, 11, 20, 9, 40, 0, 0, workday.Zone), DueAt: time.Date(2026, 11, 25, 17, 0, 0, 0, workday.Zone),
		Proof: client.ProofNeeded,
	}
	if v.Proof, v.Private = q.Opened(q.Proof != "", ownerName); v.Private != nil {
		v.Private.Missing = []string{"Giấy tờ còn thiếu"}
	}
	return client.Answer[client.Dossier]{Value: v, AsOf: testDay, Source: hall}, nil
}

func (d *desk) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	r, err := shipped.Search(ctx, q)
	return client.Answer[client.SearchResult]{Value: r, AsOf: testDay, Source: hall}, err
}

func (d *desk) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	p, err := shipped.Procedure(ctx, code)
	return client.Answer[client.Procedure]{Value: p, AsOf: testDay, Source: hall}, err
}

func newDesk() *desk {
	of := builtin.Answers()
	of.Popular, of.Now = shipped.Popular, func() time.Time { return testDay }
	return &desk{Lookups: client.NewService(of)}
}

// running is a server under test on a port of its own.
type running struct {
	*Server
	t     testing.TB
	addr  string
	dir   string
	log   *clienttest.Buffer // the log, one JSON object a line
	trail *clienttest.Buffer
	set   *metrics.Set
	desk  *desk
	done  chan error
	l     net.Listener
}

// roomy returns a gate that admits everyone.
func roomy(t testing.TB) *limit.Gate {
	t.Helper()
	g, err := limit.NewGate(ledger.NewMemory(ledger.Options{}), limit.Roomy(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// start runs a server; change may alter its configuration and dependencies.
func start(t testing.TB, change ...func(*Config, *Deps)) *running {
	t.Helper()
	r := &running{t: t, dir: t.TempDir(), log: &clienttest.Buffer{}, trail: &clienttest.Buffer{}, done: make(chan error, 1)}
	r.set = metrics.New([]string{hall.ID})
	r.desk = newDesk()
	key, err := audit.LoadKey(filepath.Join(r.dir, "state", "audit.key"))
	if err != nil {
		t.Fatal(err)
	}
	cfg := Config{StateDir: filepath.Join(r.dir, "state")}
	deps := Deps{
		Common: session.Common{
			Service: r.desk, Metrics: r.set, Version: "1.2.3",
			Audit: audit.NewTrail(slog.New(slog.NewJSONHandler(r.trail, nil)), key),
		},
		Interface: tui.Options{Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Office: "Phường Đức Xuân", Catalogue: func() int { return 4578 }},
		Gate:      roomy(t), Log: slog.New(slog.NewJSONHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	for _, f := range change {
		f(&cfg, &deps)
	}
	if r.Server, err = New(cfg, deps); err != nil {
		t.Fatal(err)
	}
	if r.l, err = (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	r.addr = r.l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	go func() { r.done <- r.Serve(ctx, r.l) }()
	t.Cleanup(func() {
		cancel()
		select {
		case err := <-r.done:
			if err != nil {
				t.Errorf("the server ended with %v", err)
			}
		case <-time.After(10 * time.Second):
			t.Error("the server does not end")
		}
	})
	return r
}

// anyone returns a client without keys.
func anyone() *gossh.ClientConfig {
	return &gossh.ClientConfig{
		User: "nguyenvana", HostKeyCallback: gossh.InsecureIgnoreHostKey(),
		Timeout: 10 * time.Second,
		Auth: []gossh.AuthMethod{gossh.KeyboardInteractive(func(_, _ string, q []string, _ []bool) ([]string, error) {
			if len(q) > 0 {
				return nil, errors.New("asked something")
			}
			return nil, nil
		})},
	}
}

// withKey returns a client that offers only keys.
func withKey(keys ...gossh.Signer) *gossh.ClientConfig {
	c := anyone()
	c.Auth = append([]gossh.AuthMethod{gossh.PublicKeys(keys...)}, c.Auth...)
	return c
}

func newSigner(t testing.TB) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// dial connects and closes the connection at the end of the test.
func (r *running) dial(cfg *gossh.ClientConfig) *gossh.Client {
	r.t.Helper()
	c, err := gossh.Dial("tcp", r.addr, cfg)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = c.Close() })
	return c
}

func (r *running) session(cfg *gossh.ClientConfig) *gossh.Session {
	r.t.Helper()
	s, err := r.dial(cfg).NewSession()
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

// answer is the output of a command.
type answer struct {
	out, err string
	code     int
}

// run runs a command with that input.
func (r *running) run(cfg *gossh.ClientConfig, input, command string) answer {
	r.t.Helper()
	return r.runIn(r.session(cfg), input, command)
}

func (r *running) runIn(s *gossh.Session, input, command string) answer {
	r.t.Helper()
	var out, errOut clienttest.Buffer
	s.Stdout, s.Stderr, s.Stdin = &out, &errOut, strings.NewReader(input)
	err := error(nil)
	if command == "" {
		if err = s.Shell(); err == nil {
			err = s.Wait()
		}
	} else {
		err = s.Run(command)
	}
	return answer{out.String(), errOut.String(), exitCode(r.t, err)}
}

func exitCode(t testing.TB, err error) int {
	t.Helper()
	var exit *gossh.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitStatus()
	default:
		t.Fatalf("the session ended without an exit code: %v", err)
		return -1
	}
}

// visitor is a person at a terminal.
type visitor struct {
	t      testing.TB
	client *gossh.Client
	sess   *gossh.Session
	keys   io.WriteCloser
	screen *screen
	over   chan error
}

// screen is what the terminal shows, and all bytes that it was sent.
type screen struct {
	clienttest.Buffer
	mu sync.Mutex
	vt *vt.Emulator
}

func newScreen(t testing.TB) *screen {
	t.Helper()
	s := &screen{vt: vt.NewEmulator(80, 24)}
	// The emulator's answers to queries are not sent: the test sends its own.
	go func() { _, _ = io.Copy(io.Discard, s.vt) }()
	t.Cleanup(s.close)
	return s
}

// close ends the goroutine that reads the answers. The emulator's own Close must not be called
// from another goroutine.
func (s *screen) close() { _ = s.vt.InputPipe().(io.Closer).Close() }

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.vt.Write(p); err != nil {
		return 0, err
	}
	return s.Buffer.Write(p)
}

// text returns the text on the screen.
func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vt.String()
}

// sit opens the interface on an 80x24 terminal and waits for its first screen.
func (r *running) sit(cfg *gossh.ClientConfig) *visitor {
	r.t.Helper()
	term := r.open(r.dial(cfg), "")
	term.waitFor("4.578")
	return term
}

// open requests a terminal with a shell, or runs a command on it.
func (r *running) open(c *gossh.Client, command string) *visitor {
	r.t.Helper()
	s, err := c.NewSession()
	if err != nil {
		r.t.Fatal(err)
	}
	term := &visitor{t: r.t, client: c, sess: s, screen: newScreen(r.t), over: make(chan error, 1)}
	s.Stdout, s.Stderr = term.screen, term.screen
	if term.keys, err = s.StdinPipe(); err != nil {
		r.t.Fatal(err)
	}
	if err := s.RequestPty("xterm-256color", 24, 80, gossh.TerminalModes{}); err != nil {
		r.t.Fatal(err)
	}
	if command == "" {
		err = s.Shell()
	} else {
		err = s.Start(command)
	}
	if err != nil {
		r.t.Fatal(err)
	}
	go func() { term.over <- s.Wait() }()
	return term
}

func (c *visitor) press(keys string) {
	c.t.Helper()
	if _, err := io.WriteString(c.keys, keys); err != nil {
		c.t.Fatalf("the session takes no keys: %v", err)
	}
}

// waitFor waits until a piece of text is on the screen.
func (c *visitor) waitFor(piece string) {
	c.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(c.screen.text(), piece); pause(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			c.t.Fatalf("the screen does not show %q:\n%s", piece, c.screen.text())
		}
	}
}

// ends waits for the end of the session and returns its exit code.
func (c *visitor) ends() int {
	c.t.Helper()
	select {
	case err := <-c.over:
		var missing *gossh.ExitMissingError
		if errors.As(err, &missing) {
			return -1
		}
		return exitCode(c.t, err)
	case <-time.After(10 * time.Second):
		c.t.Fatalf("the session does not end:\n%s", c.screen.text())
		return -1
	}
}

// eventually waits until ok is true, for work on a goroutine of the server.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !ok(); pause(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("does not come true: %s", what)
		}
	}
}

// logged waits for a line of the log that contains all pieces.
func (r *running) logged(pieces ...string) {
	r.t.Helper()
	eventually(r.t, "the log says "+strings.Join(pieces, " "), func() bool {
		for line := range strings.Lines(r.log.String()) {
			all := true
			for _, p := range pieces {
				all = all && strings.Contains(line, p)
			}
			if all {
				return true
			}
		}
		return false
	})
}

// pause lets real time pass, because network connections use real time.
func pause(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // real time is meant
