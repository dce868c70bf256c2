package server

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"motcua/kiosk/server/session"
	"motcua/tui/text"
)

// With a terminal the client gets the interface. F10 leaves it with exit code 0.
func TestInterface(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	term.press("1")
	term.waitFor("H55")
	term.press("\x1b[21~") // F10
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	r.logged("session ended", `"face":"interface"`, `"reason":"left"`, `"from":"127.0.0.0/24"`, `"term":"xterm-256color"`)
}

// With a command it gets the verbs, as in the local program.
func TestCommand(t *testing.T) {
	r := start(t)
	tests := []struct {
		command, input string
		code           int
		out, err       string
	}{
		{command: "track " + knownCode, out: "25/11/2026"},
		{command: "hoso " + knownCode + " --json", out: `"status":"processing"`},
		{command: "track - --json", input: knownCode + "\n", out: `"timeliness":"on_time"`},
		{command: "track H55.17.05-261120-0008", code: 3, err: "Không thấy hồ sơ"},
		{command: "track H55", code: 2, err: "thiếu"},
		{command: "search khai sinh --limit 3", out: "1.001193"},
		{command: "show 1.001193", out: "khai sinh"},
		{command: "help", out: "track"},
		{command: "help track --lang en", out: "application"},
		{command: "version", out: "motcua 1.2.3"},
		{command: "motcua track " + knownCode, out: "25/11/2026"},
	}
	for _, tt := range tests {
		t.Run(tt.command, func(t *testing.T) {
			got := r.run(anyone(), tt.input, tt.command)
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit code %d, want %d\nout: %s\nerr: %s", got.code, tt.code, got.out, got.err)
			}
			if strings.Contains(got.out+got.err, "\x1b") {
				t.Error("an escape sequence in plain text")
			}
		})
	}
}

// Without a terminal, or with the command "line": plain lines.
func TestLineMode(t *testing.T) {
	r := start(t)
	for _, command := range []string{"", "line"} {
		got := r.run(anyone(), knownCode+"\r\nm 4321\n?\nkhai sinh\n1\nq\n", command)
		for _, want := range []string{"Một cửa", "25/11/2026", "1. ", "1.001193", "Chào ông/bà"} {
			if !strings.Contains(got.out, want) {
				t.Errorf("command %q: %q is not in:\n%s", command, want, got.out)
			}
		}
		if got.code != 0 || strings.Contains(got.out, "\x1b") || got.err != "" {
			t.Errorf("command %q: exit code %d, escape %v, err %q", command, got.code, strings.Contains(got.out, "\x1b"), got.err)
		}
	}
	// The end of the input ends the session too.
	if got := r.run(anyone(), knownCode+"\n", ""); got.code != 0 || !strings.Contains(got.out, "25/11/2026") {
		t.Errorf("exit code %d: %s", got.code, got.out)
	}
	r.logged("session ended", `"face":"line"`, `"reason":"done"`)
}

// On a terminal the line mode echoes what is typed and allows corrections, because the client
// sends keys and echoes nothing by itself.
func TestLineModeOnATerminal(t *testing.T) {
	r := start(t)
	term := r.open(r.dial(anyone()), "line")
	term.waitFor("Mã hồ sơ")
	term.press("H55.17.05-261120-0008")
	term.waitFor("0008")
	term.press("\x7f7\x1b[A\r")
	term.waitFor("25/11/2026")
	term.press("\x04") // Ctrl-D
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if strings.Contains(term.screen.String(), "\x1b") {
		t.Errorf("an escape sequence: %q", term.screen.String())
	}
}

// An explicit language setting counts; LANG counts only when it says Vietnamese.
func TestLanguage(t *testing.T) {
	r := start(t)
	tests := []struct{ name, value, want string }{
		{"LC_ALL", "en_GB.UTF-8", "One-stop"},
		{"LC_MESSAGES", "en_US.UTF-8", "One-stop"},
		{"LANG", "en_US.UTF-8", "Một cửa"},
		{"LANG", "vi_VN.UTF-8", "Một cửa"},
		{"LC_ALL", "C", "Một cửa"},
	}
	for _, tt := range tests {
		s := r.session(anyone())
		if err := s.Setenv(tt.name, tt.value); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := r.runIn(s, "", ""); !strings.Contains(got.out, tt.want) {
			t.Errorf("%s=%s: %s", tt.name, tt.value, got.out)
		}
	}
}

// Ctrl-C, which arrives as a key, stops a command on a terminal.
func TestCtrlCStopsACommand(t *testing.T) {
	r := start(t)
	r.desk.block = make(chan struct{})
	asked := make(chan context.Context, 1)
	r.deps.Service = notedService{r.desk, asked}
	term := r.open(r.dial(anyone()), "track "+knownCode)
	<-asked
	term.press("\x03")
	if code := term.ends(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	r.logged("session ended", `"face":"command"`, `"reason":"left"`)
}

// A proof that is asked for is not echoed on a terminal, and can also be given without one.
func TestProofIsAskedFor(t *testing.T) {
	r := start(t)
	if got := r.run(anyone(), "4321\n", "track "+knownCode+" --proof - --json"); got.code != 0 || !strings.Contains(got.out, `"proof":"given"`) {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
	term := r.open(r.dial(anyone()), "track "+knownCode+" --proof -")
	eventually(t, "it asks", func() bool { return term.screen.String() != "" })
	term.press("43\x7f321\r")
	if code := term.ends(); code != 0 || strings.Contains(term.screen.String(), "321") {
		t.Errorf("exit code %d: %s", code, term.screen.String())
	}
}

// The person is told once how to stop a client that pads its keys.
func TestPaddingIsTold(t *testing.T) {
	t.Parallel()
	r := start(t)
	c := r.dial(anyone())
	term := r.open(c, "")
	term.waitFor("4.578")
	for range 60 { // like OpenSSH's pings, which x/crypto's client cannot send
		if _, _, err := c.SendRequest("keepalive@openssh.com", true, nil); err != nil {
			t.Fatal(err)
		}
	}
	term.press("\x1b[B")
	term.waitFor("ObscureKeystrokeTiming")
	if got := r.count("motcua_padded_total"); got != 1 {
		t.Errorf("%v counted", got)
	}
}

// The health check reports the state of the server.
func TestHealth(t *testing.T) {
	r := start(t)
	r.sit(anyone())
	if err := r.Health(); err != nil {
		t.Errorf("serving: %v", err)
	}
	r.draining.Store(true)
	if err := r.Health(); err == nil {
		t.Error("healthy while draining")
	}
	r.draining.Store(false)
	s, err := New(Config{StateDir: t.TempDir()}, Deps{Common: session.Common{Service: r.desk}, Gate: roomy(t)})
	if err != nil {
		t.Fatal(err)
	}
	if s.Health() == nil {
		t.Error("healthy before it serves")
	}
}

// Look-ups are paced: the burst at once, all others later.
func TestPace(t *testing.T) {
	t.Parallel()
	r := start(t, func(c *Config, _ *Deps) { c.Public.Pace, c.Public.Codes = 0.5, 10 })
	began := time.Now()
	got := r.run(anyone(), strings.Repeat(knownCode+"\n", 6), "track -")
	if n := strings.Count(got.out, "Đang xử lý"); n != 6 || got.code != 0 {
		t.Errorf("exit code %d, %d answers", got.code, n)
	}
	if took := time.Since(began); took < 1500*time.Millisecond {
		t.Errorf("six look-ups within %v", took)
	}
}

// Notices in the interface fit its narrowest line.
func TestNoticesFit(t *testing.T) {
	for _, w := range []text.Said{text.ServerIdleSoon, text.ServerDrainSoon, text.ServerPadding} {
		for _, s := range []string{w.In(text.VI), w.In(text.EN)} {
			if n := utf8.RuneCountInString(s); n > 56 {
				t.Errorf("%d cells: %s", n, s)
			}
		}
	}
}
