//go:build unix

package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
)

// process is `motcua serve` in its own process.
type process struct {
	t      *testing.T
	cmd    *exec.Cmd
	addr   string
	config string
	log    *logLines
}

// logLines is the log so far.
type logLines struct {
	clienttest.Buffer
	more chan struct{} // there is more than before
}

func (l *logLines) Write(p []byte) (int, error) {
	defer func() {
		select {
		case l.more <- struct{}{}:
		default:
		}
	}()
	return l.Buffer.Write(p)
}

func startServe(t *testing.T, doc string) *process {
	t.Helper()
	p := &process{t: t, config: filepath.Join(t.TempDir(), "config.toml"), log: &logLines{more: make(chan struct{}, 1)}}
	p.configure(doc)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	p.cmd = exec.CommandContext(ctx, "motcua", "serve", "--listen", "127.0.0.1:0", "--config", p.config, "--lang", "en")
	p.cmd.Env = append(os.Environ(), "XDG_STATE_HOME="+t.TempDir(), "STATE_DIRECTORY=", "TEA_TRACE=", "MOTCUA_LANG=")
	p.cmd.Stderr = p.log
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	at := regexp.MustCompile(`serves at (\S+)`)
	for lines := bufio.NewScanner(out); p.addr == "" && lines.Scan(); {
		if m := at.FindStringSubmatch(lines.Text()); m != nil {
			p.addr = m[1]
		}
	}
	if p.addr == "" {
		t.Fatalf("it does not say where it serves: %s", p.log.String())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return p
}

func (p *process) configure(doc string) {
	p.t.Helper()
	if err := os.WriteFile(p.config, []byte(doc), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func (p *process) signal(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// logs waits until the log contains a text.
func (p *process) logs(piece string) {
	p.t.Helper()
	patience := time.NewTimer(20 * time.Second)
	defer patience.Stop()
	for !strings.Contains(p.log.String(), piece) {
		select {
		case <-p.log.more:
		case <-patience.C:
			p.t.Fatalf("the log does not hold %q:\n%s", piece, p.log.String())
		}
	}
}

func (p *process) wait() int {
	p.t.Helper()
	var exit *exec.ExitError
	switch err := p.cmd.Wait(); {
	case errors.As(err, &exit):
		return exit.ExitCode()
	case err != nil:
		p.t.Fatal(err)
	}
	return 0
}

// stop sends the second signal once the first was seen, because two pending signals become
// one.
func (p *process) stop() int {
	p.t.Helper()
	p.signal(syscall.SIGTERM)
	p.logs("stopping")
	p.signal(syscall.SIGTERM)
	return p.wait()
}

// dial opens the interface as a client does.
func (p *process) dial() (*gossh.Session, io.Reader) {
	p.t.Helper()
	c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = c.Close() })
	s, err := c.NewSession()
	if err != nil {
		p.t.Fatal(err)
	}
	if _, err := s.StdinPipe(); err != nil { // without standard input the client hangs up
		p.t.Fatal(err)
	}
	out, err := s.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := errors.Join(s.RequestPty("xterm-256color", 24, 80, nil), s.Shell()); err != nil {
		p.t.Fatal(err)
	}
	return s, out
}

const twoOffices = "[server]\ndrain_time = \"20s\"\n[place]\noffice = \"%s\"\n"

// SIGHUP applies to sessions that begin after it; an invalid file changes nothing and is
// reported.
func TestServeReadsItsConfigurationAgain(t *testing.T) {
	p := startServe(t, strings.Replace(twoOffices, "%s", "Phuong Mot", 1))
	_, out := p.dial()
	waitFor(t, out, "Phuong Mot")

	p.configure(strings.Replace(twoOffices, "%s", "Phuong Hai", 1) + "[limits]\nsessions = 50\n")
	p.signal(syscall.SIGHUP)
	p.logs("configuration read again")
	_, out = p.dial()
	waitFor(t, out, "Phuong Hai")

	p.configure("[place]\noffice = \"Phuong Ba\"\n[limits]\nsessions = 0\n")
	p.signal(syscall.SIGHUP)
	p.logs("the old one stays")
	p.logs("line 4") // the line of the mistake
	p.configure("[place]\noffice = \"Phuong Ba\"\n[server]\nstaff_keys = \"/nonexistent/keys\"\n")
	p.signal(syscall.SIGHUP)
	p.logs("/nonexistent/keys")
	_, out = p.dial()
	waitFor(t, out, "Phuong Hai")

	p.configure("[server]\nlog_format = \"json\"\n[national]\nurl = \"https://portal.example/api/v1\"\n")
	p.signal(syscall.SIGHUP)
	p.logs("need a restart")
	p.logs("server.log_format")
	p.stop()
}

// SIGTERM tells the people inside and waits for them.
func TestServeDrains(t *testing.T) {
	p := startServe(t, strings.Replace(twoOffices, "%s", "Phuong Mot", 1))
	s, out := p.dial()
	in := make(chan struct{})
	waitFor(t, out, "Phuong Mot")
	go func() { _, _ = io.Copy(io.Discard, out); close(in) }()
	p.signal(syscall.SIGTERM)
	p.logs("stopping")
	for began := time.Now(); ; { // the listener closes a moment after the message
		c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 5 * time.Second})
		if err != nil {
			break
		}
		_ = c.Close()
		if time.Since(began) > 10*time.Second {
			t.Fatal("people are still let in")
		}
	}
	_ = s.Close() // the last session ends
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	<-in
	p.logs("msg=stopped")
}

// A second signal ends the server immediately.
func TestServeStopsAtOnce(t *testing.T) {
	p := startServe(t, strings.Replace(twoOffices, "%s", "Phuong Mot", 1))
	_, out := p.dial()
	waitFor(t, out, "Phuong Mot")
	began := time.Now()
	if code := p.stop(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	p.logs("cut off")
}
