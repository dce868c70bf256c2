package server

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"motcua/kiosk/limit"
	"motcua/kiosk/metrics"
	"motcua/kiosk/server/session"
)

// count returns the value of one metric.
func (r *running) count(series string) float64 {
	r.t.Helper()
	w := httptest.NewRecorder()
	r.set.Handler(func() error { return nil }).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	for line := range strings.Lines(w.Body.String()) {
		if rest, ok := strings.CutPrefix(line, series+" "); ok {
			var v float64
			if _, err := fmt.Sscan(rest, &v); err != nil {
				r.t.Fatal(err)
			}
			return v
		}
	}
	return 0
}

// There is no shell and no other program: the answer is a sentence in both languages, and exit
// code 2.
func TestNoOtherCommand(t *testing.T) {
	r := start(t)
	for _, command := range []string{
		"sh", "/bin/sh -i", "bash -c id", "scp -t /tmp", "scp -f /etc/passwd", "rsync --server . .", "git-upload-pack '/x'",
		"tracking", "track;id", "'unfinished", "sandbox", "serve", "config", "completion bash", "__complete track",
	} {
		got := r.run(anyone(), "", command)
		if got.code != 2 || got.out != "" {
			t.Errorf("%s: exit code %d, out %q", command, got.code, got.out)
		}
		if lines := strings.Count(got.err, "\n"); lines != 2 {
			t.Errorf("%s: %d lines: %s", command, lines, got.err)
		}
	}
}

func TestNoSubsystem(t *testing.T) {
	r := start(t)
	for _, name := range []string{"sftp", "netconf"} {
		ch, reqs, err := r.dial(anyone()).OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := ch.SendRequest("subsystem", true, gossh.Marshal(struct{ Name string }{name})); !ok || err != nil {
			t.Fatalf("%s: %v, %v", name, ok, err)
		}
		said, _ := io.ReadAll(ch.Stderr())
		if !strings.Contains(string(said), "tệp") || !strings.Contains(string(said), "files") {
			t.Errorf("%s: %s", name, said)
		}
		if req := <-reqs; req == nil || req.Type != "exit-status" || !bytes.Equal(req.Payload, []byte{0, 0, 0, 2}) {
			t.Errorf("%s: ended with %+v", name, req)
		}
	}
	if got := r.count(`motcua_refused_total{why="subsystem"}`); got != 2 {
		t.Errorf("%v refusals counted", got)
	}
}

// Nothing is forwarded in either direction, and no channel other than a session opens.
func TestNoForwarding(t *testing.T) {
	r := start(t)
	target, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer target.Close()
	c := r.dial(anyone())
	if conn, err := c.Dial("tcp", target.Addr().String()); err == nil {
		_ = conn.Close()
		t.Error("a local port was forwarded")
	} else if !strings.Contains(err.Error(), "chuyển tiếp") || !strings.Contains(err.Error(), "forwards nothing") {
		t.Errorf("no sentence: %v", err)
	}
	if l, err := c.Listen("tcp", "127.0.0.1:0"); err == nil {
		_ = l.Close()
		t.Error("a remote port was forwarded")
	}
	if l, err := c.ListenUnix("/tmp/motcua-test.sock"); err == nil {
		_ = l.Close()
		t.Error("a remote socket was forwarded")
	}
	for _, kind := range []string{"x11", "auth-agent@openssh.com", "forwarded-tcpip", "direct-streamlocal@openssh.com", "tun@openssh.com"} {
		if _, _, err := c.OpenChannel(kind, nil); err == nil {
			t.Errorf("%s opened", kind)
		}
	}
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for _, req := range []string{"x11-req", "auth-agent-req@openssh.com"} {
		if ok, err := s.SendRequest(req, true, nil); ok || err != nil {
			t.Errorf("%s: %v, %v", req, ok, err)
		}
	}
	if got := r.runIn(s, "", "version"); got.code != 0 {
		t.Errorf("the session does not go on: %+v", got)
	}
}

// A connection with many refused requests is probing the server, and is closed.
func TestTooManyRefusalsEndTheConnection(t *testing.T) {
	r := start(t)
	c := r.dial(anyone())
	for i := range tooManyRefusals + 8 {
		if _, _, err := c.OpenChannel("direct-tcpip", nil); err == nil {
			t.Fatal("opened")
		} else if refused := new(gossh.OpenChannelError); !errors.As(err, &refused) {
			if i < tooManyRefusals-1 {
				t.Errorf("cut off after %d", i)
			}
			return
		}
	}
	t.Error("never cut off")
}

// The server offers only two key exchanges, four ciphers, and MACs that authenticate the
// encrypted data. A client with other algorithms finds none in common.
func TestAlgorithms(t *testing.T) {
	r := start(t)
	try := func(change func(*gossh.Config)) error {
		cfg := anyone()
		change(&cfg.Config)
		c, err := gossh.Dial("tcp", r.addr, cfg)
		if err == nil {
			_ = c.Close()
		}
		return err
	}
	all := gossh.SupportedAlgorithms()
	bad := gossh.InsecureAlgorithms()
	tests := []struct {
		kind    string
		offered []string
		good    []string
		set     func(*gossh.Config, string)
	}{
		{"key exchange", append(all.KeyExchanges, bad.KeyExchanges...), []string{"mlkem768x25519-sha256", "curve25519-sha256"},
			func(c *gossh.Config, s string) { c.KeyExchanges = []string{s} }},
		{"cipher", append(all.Ciphers, bad.Ciphers...), []string{"chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "aes256-ctr"},
			func(c *gossh.Config, s string) { c.Ciphers = []string{s} }},
	}
	for _, tt := range tests {
		for _, a := range tt.offered {
			want := false
			for _, g := range tt.good {
				want = want || a == g
			}
			if err := try(func(c *gossh.Config) { tt.set(c, a) }); (err == nil) != want {
				t.Errorf("%s %s: %v, want it taken: %v", tt.kind, a, err, want)
			}
		}
	}
	for _, mac := range algorithms().MACs {
		if !strings.HasSuffix(mac, "-etm@openssh.com") {
			t.Errorf("MAC %s", mac)
		}
	}
	if key := r.HostKey(); !strings.HasPrefix(key.Fingerprint(), "SHA256:") || !strings.HasPrefix(key.Line(), "ssh-ed25519 AAAA") {
		t.Errorf("host key: %s, %s", key.Fingerprint(), key.Line())
	}
}

// Variables about language and colour are accepted, within bounds; no others are.
func TestEnvironment(t *testing.T) {
	r := start(t)
	tests := []struct {
		name, value string
		ok          bool
	}{
		{"LANG", "vi_VN.UTF-8", true},
		{"LC_ALL", "C", true},
		{"LC_TIME", "en_DK.UTF-8", true},
		{"COLORTERM", "truecolor", true},
		{"NO_COLOR", "1", true},
		{"TEA_TRACE", "/tmp/x", false},
		{"PATH", "/bin", false},
		{"LD_PRELOAD", "x", false},
		{"TERM", "vt100", false},
		{"COLUMNS", "9999", false},
		{"LANGUAGE", "vi", false},
		{"LANG", strings.Repeat("x", 129), false},
		{"LC_" + strings.Repeat("X", 40), "C", false},
		{"LC_A=B", "C", false},
		{"LANG", "vi\x1b[m", false},
	}
	for _, tt := range tests {
		s := r.session(anyone())
		if err := s.Setenv(tt.name, tt.value); (err == nil) != tt.ok {
			t.Errorf("%s=%s: %v", tt.name, tt.value, err)
		}
		_ = s.Close()
	}
	s := r.session(anyone())
	taken := 0
	for range 4 * envMost {
		if s.Setenv("LANG", "vi") == nil {
			taken++
		}
	}
	if taken != envMost {
		t.Errorf("%d variables taken, want %d", taken, envMost)
	}
}

// TERM must be a short word.
func TestTermIsBounded(t *testing.T) {
	r := start(t)
	for _, term := range []string{strings.Repeat("x", 65), "xterm\x1b[31m", "xterm\n"} {
		if err := r.session(anyone()).RequestPty(term, 24, 80, nil); err == nil {
			t.Errorf("%q taken", term)
		}
	}
}

// A command line may be as long as five hundred codes.
func TestLongCommandLine(t *testing.T) {
	r := start(t)
	if err := r.session(anyone()).Run("track " + strings.Repeat("x", commandMost)); err == nil {
		t.Error("taken")
	}
	got := r.run(anyone(), "", "track"+strings.Repeat(" "+knownCode, 60))
	if got.code != 2 || !strings.Contains(got.err, "quá nhiều mã") {
		t.Errorf("sixty codes as public: exit code %d: %s", got.code, got.err)
	}
	got = r.run(anyone(), strings.Repeat(knownCode+"\n", 60), "track -")
	if got.code != 2 || strings.Count(got.out, knownCode) != Defaults().Public.Codes {
		t.Errorf("sixty lines as public: exit code %d, %d answers", got.code, strings.Count(got.out, knownCode))
	}
}

// The log contains nothing that people typed, and no complete address.
func TestLogsHoldNothingPersonal(t *testing.T) {
	r := start(t)
	term := r.open(r.dial(anyone()), "")
	term.waitFor("4.578")
	term.press("1")
	term.waitFor("H55.17.05") // the example in the field
	term.press(knownCode + "\r")
	term.waitFor("25/11")
	term.press("\x1b")
	_ = term.client.Close()
	s := r.session(anyone())
	if err := s.RequestPty("Nguyen-Van-A", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	r.runIn(s, "", "track "+knownCode+" --proof 4321")
	r.logged("session ended", `"face":"command"`, `"term":"other"`)
	r.logged("session ended", `"face":"interface"`, `"reason":"hangup"`)
	for _, secret := range []string{"H55", "261120", "4321", "Nguyen", "nguyenvana", "127.0.0.1"} {
		// Within a longer number the same digits are those of a time: the log has nanoseconds.
		alone := regexp.MustCompile(`(^|[^0-9])` + regexp.QuoteMeta(secret) + `([^0-9]|$)`)
		for _, text := range []string{r.log.String(), r.trail.String()} {
			if alone.MatchString(text) {
				t.Errorf("%s is in the log:\n%s", secret, text)
			}
		}
	}
	eventually(t, "two look-ups are recorded", func() bool { return strings.Count(r.trail.String(), `"outcome":"found"`) == 2 })
	if got := r.count(`motcua_lookups_total{kind="track",outcome="found",source="h55"}`); got != 2 {
		t.Errorf("%v look-ups counted", got)
	}
}

// With TEA_TRACE Bubble Tea would write every key to a file.
func TestTraceIsRefused(t *testing.T) {
	t.Setenv("TEA_TRACE", t.TempDir()+"/trace")
	_, err := New(Config{StateDir: t.TempDir()}, Deps{Common: session.Common{Service: newDesk()}, Gate: roomy(t)})
	if !errors.Is(err, ErrTrace) {
		t.Errorf("got %v", err)
	}
}

// Each refusal of the gate has its own label in the metrics.
func TestRefusalsAreCountedByName(t *testing.T) {
	for _, why := range limit.Refusals() {
		r := &running{Server: &Server{}, t: t, set: metrics.New(nil)}
		r.Server.metrics = r.set
		r.refused(string(why))
		if r.count(`motcua_refused_total{why="`+string(why)+`"}`) != 1 {
			t.Errorf("%s is counted as something else", why)
		}
	}
}

// A refused request is counted as one session that begins and ends.
func TestGaugesReturnToZero(t *testing.T) {
	r := start(t)
	r.run(anyone(), "", "sh")
	r.run(anyone(), "", "track --watch "+knownCode)
	r.run(anyone(), "", "version")
	eventually(t, "all are out", func() bool { return r.people() == 0 })
	for _, face := range []session.Face{session.FaceRefused, session.FaceCommand} {
		if got := r.count(`motcua_sessions{face="` + string(face) + `",role="public"}`); got != 0 {
			t.Errorf("%s: %v inside", face, got)
		}
	}
	if got := r.count(`motcua_sessions_ended_total{face="refused",reason="refused",role="public"}`); got != 2 {
		t.Errorf("%v refused", got)
	}
}
