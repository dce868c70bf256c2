//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// toldToWait matches the sentence with its seconds or minutes.
var toldToWait = regexp.MustCompile(`Thử lại sau (\d+) (giây|phút)`)

// asks runs `track` for a code from an address of this machine, "" for the usual one, and
// reports whether it was told to wait.
func (p *process) asks(from string, serial int) (limited bool, said string) {
	p.t.Helper()
	d := net.Dialer{Timeout: 10 * time.Second}
	if from != "" {
		d.LocalAddr = &net.TCPAddr{IP: net.ParseIP(from)}
	}
	raw, err := d.Dial("tcp", p.addr)
	if err != nil {
		p.t.Fatal(err)
	}
	sc, chans, reqs, err := gossh.NewClientConn(raw, p.addr, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		p.t.Fatal(err)
	}
	c := gossh.NewClient(sc, chans, reqs)
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		p.t.Fatal(err)
	}
	out, err := s.CombinedOutput(fmt.Sprintf("track H55.17.05-261120-%04d --lang vi", serial))
	var exit *gossh.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return toldToWait.MatchString(string(out)), string(out)
}

// Somebody who tries codes in sequence is soon told how many seconds to wait. The log says
// so with a keyed hash and without the code, and the metrics count it. An office is not
// limited, and SIGHUP applies other budgets.
func TestServeBoundsGuessing(t *testing.T) {
	p := startServe(t, "[server]\nmetrics = \"127.0.0.1:0\"\n[limits]\noffices = [\"127.0.0.3\"]\n[guess]\nalarm_in_order = 5\n")
	said := ""
	for serial := 30; serial < 60 && said == ""; serial++ {
		if limited, out := p.asks("", serial); limited {
			said = out
		}
	}
	if said == "" {
		t.Fatalf("thirty codes of one day in a row, and no end")
	}
	p.logs("dossiers are being guessed")
	p.logs("pattern=in_order")
	p.logs("outcome=limited")
	if strings.Contains(p.log.String(), "261120") {
		t.Errorf("a code stands in the log:\n%s", p.log.String())
	}
	at := regexp.MustCompile(`msg=metrics address=(\S+)`).FindStringSubmatch(p.log.String())
	if at == nil {
		t.Fatal("no metrics")
	}
	res, err := http.Get("http://" + at[1] + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		`motcua_guess_alarms_total{pattern="in_order",role="public"} 1`, `motcua_lookups_total{kind="track",outcome="limited",source="none"}`,
		`motcua_invalid_dates_total{source="`,
	} {
		if !strings.Contains(string(body), line) {
			t.Errorf("the metrics do not hold %s", line)
		}
	}
	if runtime.GOOS == "linux" { // all of 127.0.0.0/8 is this machine
		for serial := range 30 {
			if limited, out := p.asks("127.0.0.3", 100+serial); limited {
				t.Fatalf("an office is told %q", out)
			}
		}
		p.configure("[guess]\npublic_own = \"500:500/h\"\npublic_unit_day = \"500:500/h\"\n")
		p.signal(syscall.SIGHUP)
		p.logs("configuration read again")
		for serial := range 30 {
			if limited, out := p.asks("127.0.0.2", 100+serial); limited {
				t.Fatalf("with a bucket of 500 it says %q", out)
			}
		}
	}
	p.stop()
}
