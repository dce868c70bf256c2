//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest/badtls"
)

// run runs a command over SSH and returns its exit code.
func (p *process) run(command string) int {
	p.t.Helper()
	c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	s, err := c.NewSession()
	if err != nil {
		p.t.Fatal(err)
	}
	var exit *gossh.ExitError
	switch err := s.Run(command); {
	case errors.As(err, &exit):
		return exit.ExitStatus()
	case err != nil:
		p.t.Fatal(err)
	}
	return 0
}

// metric waits until the metrics contain a line.
func (p *process) metric(at, line string) {
	p.t.Helper()
	body := ""
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); <-time.After(20 * time.Millisecond) {
		answer, err := http.Get("http://" + at + "/metrics")
		if err != nil {
			continue
		}
		b, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if body = string(b); strings.Contains(body, line+"\n") {
			return
		}
	}
	p.t.Errorf("the metrics lack %s:\n%s", line, body)
}

// A portal that fails causes one warning, however many look-ups fail, a counter by cause,
// and one warning when it answers again.
func TestServeTellsOfItsSources(t *testing.T) {
	var down atomic.Bool
	base := open(t, func(w http.ResponseWriter, r *http.Request) {
		if down.Load() {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		adapterOf(w, r)
	})
	expired := badtls.NewAuthority(t)
	bad := expired.Serve(badtls.Expired, http.HandlerFunc(adapterOf))
	system := func(id, base, more string) string {
		return fmt.Sprintf("[[system]]\nid = %q\nurl = %q\n%s%s[[route]]\nmatch = \"%s.*\"\nsystems = [%q]\n", id, base, strings.Replace(adapterKeys, "2s", "1s", 1), more, strings.ToUpper(id), id)
	}
	at := closedPort(t)
	p := startServe(t, "[server]\nmetrics = \""+at+"\"\n"+system("h55", base, "")+system("g01", bad, "ca_file = '"+expired.File(t.TempDir())+"'\n"))
	const up, dead, refused = `motcua_source_failures_total{cause="server",source="h55"}`, `motcua_source_failures_total{cause="certificate_expired",source="g01"}`, `motcua_source_failures_total{cause="refused",source="h55"}`
	for _, series := range []string{up, dead, refused} {
		p.metric(at, series+" 0")
	}
	down.Store(true)
	for i := range 3 {
		if code := p.run(fmt.Sprintf("track H55.17.05-261120-%04d", i+1)); code != 4 {
			t.Errorf("exit code %d", code)
		}
		if code := p.run(fmt.Sprintf("track G01.01-261120-%04d", i+1)); code != 4 {
			t.Errorf("exit code %d", code)
		}
	}
	p.metric(at, up+" 3")
	p.metric(at, dead+" 3")
	down.Store(false)
	for i := range 2 {
		if code := p.run(fmt.Sprintf("track H55.17.05-261120-%04d", i+11)); code != 3 {
			t.Errorf("exit code %d", code)
		}
	}
	p.logs("source answers again")
	log := p.log.String()
	for piece, want := range map[string]int{
		`level=WARN msg="source does not answer" source=h55 cause=server `:              1,
		`level=WARN msg="source answers again" source=h55 cause_before=server`:          1,
		`level=WARN msg="source does not answer" source=g01 cause=certificate_expired `: 1,
		`msg="source answers again" source=g01`:                                         0,
	} {
		if got := strings.Count(log, piece); got != want {
			t.Errorf("%d lines %s, want %d:\n%s", got, piece, want, log)
		}
	}
	if strings.Contains(log, "261120") || strings.Contains(log, "sai") {
		t.Errorf("a code or a password stands in the log:\n%s", log)
	}
	p.stop()
}

// Whether the last reload succeeded is in the metrics and in the log.
func TestServeTellsWhetherAReloadHeld(t *testing.T) {
	at := closedPort(t)
	doc := "[server]\nmetrics = \"" + at + "\"\n"
	p := startServe(t, doc)
	const holds = "motcua_config_last_reload_successful"
	p.metric(at, holds+" 1")
	p.configure(doc + "[limits]\nsessions = 0\n")
	p.signal(syscall.SIGHUP)
	p.metric(at, holds+" 0")
	p.logs(`msg="the configuration was not reloaded, the old one stays in use" success=false in_use_since=`)
	p.configure(doc + "[limits]\nsessions = 10\n")
	p.signal(syscall.SIGHUP)
	p.metric(at, holds+" 1")
	p.logs("success=true")
	p.stop()
}
