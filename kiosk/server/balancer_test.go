package server

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
)

// Headers of the PROXY protocol (proxy-protocol.txt of HAProxy, 2.1 and 2.2).
const (
	proxySignature = "\r\n\r\n\x00\r\nQUIT\n"
	proxyLocal     = proxySignature + "\x20\x00\x00\x00"
	proxyLocalTCP  = proxySignature + "\x20\x11\x00\x00" // LOCAL, with a family that must be ignored
	proxyUnspec    = proxySignature + "\x21\x00\x00\x00"
	proxyUnspecTLV = proxySignature + "\x21\x00\x00\x04\x04\x00\x01\x00" // with a PP2_TYPE_NOOP
	proxyUnknown   = "PROXY UNKNOWN\r\n"
	proxyClient    = proxySignature + "\x21\x11\x00\x0c\xcb\x00\x71\x09\xc6\x33\x64\x01\x9c\x40\x00\x16" // 203.0.113.9:40000
)

func behindLoopback(c *Config, _ *Deps) {
	c.Balancers = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
}

// proxied connects as a balancer that sends this header.
func (r *running) proxied(header string, pieces ...string) net.Conn {
	r.t.Helper()
	c, err := net.Dial("tcp", r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = c.Close() })
	_ = c.SetDeadline(time.Now().Add(10 * time.Second))
	for _, p := range append([]string{header}, pieces...) {
		if _, err := io.WriteString(c, p); err != nil {
			r.t.Fatal(err)
		}
	}
	return c
}

// through looks a dossier up over an existing connection.
func (r *running) through(c net.Conn) (string, error) {
	sc, chans, reqs, err := gossh.NewClientConn(c, "", anyone())
	if err != nil {
		return "", err
	}
	client := gossh.NewClient(sc, chans, reqs)
	defer client.Close()
	s, err := client.NewSession()
	if err != nil {
		return "", err
	}
	out, err := s.Output("track " + knownCode)
	return string(out), err
}

// A balancer's health checks: they say LOCAL or nothing at all, may read the server's version,
// and hang up. They cause no penalty and no counted refusal, and clients still connect
// meanwhile.
func TestBalancerChecks(t *testing.T) {
	checks := map[string]struct {
		kind, header  string
		reads, resets bool
	}{
		"HAProxy's":                    {"check", proxyLocal, true, true},
		"one that leaves politely":     {"check", proxyLocal, true, false},
		"one with a family":            {"check", proxyLocalTCP, true, false},
		"one that reads nothing":       {"check", proxyLocal, false, true},
		"one of version 1":             {"unknown", proxyUnknown, true, true},
		"one that only connects":       {"bare", "", false, false},
		"one that connects and resets": {"bare", "", false, true},
	}
	for name, check := range checks {
		t.Run(name, func(t *testing.T) {
			r, g, _ := limited(t, func(*limit.Limits) {}, behindLoopback)
			const times = 60 // half a minute at two a second
			for range times {
				c := r.proxied(check.header)
				if check.reads {
					if line, err := bufio.NewReader(c).ReadString('\n'); err != nil || !strings.HasPrefix(line, "SSH-2.0-") {
						t.Fatalf("read %q, %v", line, err)
					}
				}
				if check.resets {
					_ = c.(*net.TCPConn).SetLinger(0)
				}
				_ = c.Close()
			}
			eventually(t, "all are counted as what they are", func() bool {
				return r.count(`motcua_balancer_connections_total{kind="`+check.kind+`"}`) == times
			})
			eventually(t, "all are gone", func() bool { h, n := g.Counts(); return h == 0 && n == 0 })
			if p := g.Penalty(netip.MustParseAddr("127.0.0.1")); p != (limit.Penalty{}) {
				t.Errorf("the balancer is punished: %+v", p)
			}
			if got := r.series("motcua_refused_total"); len(got) != 0 {
				t.Errorf("counted as refused: %v", got)
			}
			if got, err := r.through(r.proxied(proxyClient)); err != nil || !strings.Contains(got, "25/11") {
				t.Errorf("a client: %v %q", err, got)
			}
		})
	}
}

// A balancer may not pass on a client's address. Such a client is served whatever the form of
// the header, and gets no penalty, because that would hit everybody.
func TestBalancerTellsNoAddress(t *testing.T) {
	r, g, _ := limited(t, func(*limit.Limits) {}, behindLoopback)
	for name, header := range map[string]string{"version 1": proxyUnknown, "version 2": proxyUnspec, "with more": proxyUnspecTLV} {
		got, err := r.through(r.proxied(header))
		if err != nil || !strings.Contains(got, "25/11") {
			t.Errorf("%s: %v %q", name, err, got)
		}
	}
	var bytewise []string
	for i := range len(proxyUnspec) {
		bytewise = append(bytewise, proxyUnspec[i:i+1])
	}
	if got, err := r.through(r.proxied("", bytewise...)); err != nil || !strings.Contains(got, "25/11") {
		t.Errorf("in pieces: %v %q", err, got)
	}
	for range 20 {
		_ = r.proxied(proxyUnspec, "GET / HTTP/1.1\r\n\r\n").Close()
	}
	eventually(t, "all are gone", func() bool { h, n := g.Counts(); return h == 0 && n == 0 })
	if p := g.Penalty(netip.MustParseAddr("127.0.0.1")); p != (limit.Penalty{}) {
		t.Errorf("punished: %+v", p)
	}
	if got, err := r.through(r.proxied(proxyUnspec)); err != nil || !strings.Contains(got, "25/11") {
		t.Errorf("after junk: %v %q", err, got)
	}
	// After such a header, no second header is read.
	if got, err := r.through(r.proxied(proxyUnspec, proxyUnspec)); err == nil {
		t.Errorf("a second header was read: %q", got)
	}
}

// From any other address such a header is junk.
func TestNobodyElseIsABalancer(t *testing.T) {
	for _, header := range []string{proxyLocal, proxyUnspec, proxyClient} {
		r, b := guarded(t)
		if _, err := r.through(r.proxied(header)); err == nil {
			t.Errorf("%q was taken", header)
		}
		eventually(t, "it is blamed", b.only(limit.Junk))
	}
}

// balanced is how long TestHAProxy lasts. For a minute of two checks a second:
//
//	go test ./kiosk/server -run TestHAProxy -balanced 1m -v
var balanced = flag.Duration("balanced", 3*time.Second, "how long TestHAProxy lasts")

// Two servers behind a real HAProxy that checks them and reads their version. The short run
// checks ten times as often, so that as many checks happen as once took both servers out of
// service after twenty seconds.
func TestHAProxy(t *testing.T) {
	t.Parallel()
	path := clienttest.Program(t, "haproxy", "no balancer stands in front of the servers")
	every := 500 * time.Millisecond
	if *balanced < 30*time.Second {
		every = 50 * time.Millisecond
	}
	var servers [2]*running
	var config strings.Builder
	dir := t.TempDir()
	front := freePort(t)
	fmt.Fprintf(&config, `global
  stats socket %s
defaults
  mode tcp
  timeout connect 5s
  timeout check 5s
  timeout client 1m
  timeout server 1m
listen ssh
  bind %s
  balance roundrobin
  option tcp-check
  tcp-check expect rstring ^SSH-2.0-
  default-server check inter %dms fall 2 rise 2 send-proxy-v2
`, filepath.Join(dir, "s"), front, every.Milliseconds())
	for i := range servers {
		servers[i], _, _ = limited(t, func(*limit.Limits) {}, behindLoopback)
		fmt.Fprintf(&config, "  server s%d %s\n", i, servers[i].addr)
	}
	file := filepath.Join(dir, "haproxy.cfg")
	writeFile(t, file, config.String())
	ctx, cancel := context.WithCancel(context.Background())
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, path, "-db", "-f", file)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); _ = cmd.Wait() })

	look := func() (status string, failed int) {
		status, failed, err := haproxyStatus(filepath.Join(dir, "s"))
		if err != nil {
			return err.Error(), 0
		}
		return status, failed
	}
	eventually(t, "both are up", func() bool { s, _ := look(); return s == "UP UP" })
	answered := 0
	for began := time.Now(); time.Since(began) < *balanced; pause(*balanced / 20) {
		if status, failed := look(); status != "UP UP" || failed > 0 {
			t.Fatalf("after %v the servers are %s, %d checks failed\n%s", time.Since(began), status, failed, said.String())
		}
		c, err := net.Dial("tcp", front)
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(10 * time.Second))
		if got, err := servers[0].through(c); err != nil || !strings.Contains(got, "25/11") {
			t.Errorf("a client: %v %q", err, got)
		} else {
			answered++
		}
		_ = c.Close()
	}
	for i, r := range servers {
		checks := r.count(`motcua_balancer_connections_total{kind="check"}`)
		if least := float64(*balanced/every) / 2; checks < least {
			t.Errorf("server %d was checked %v times, at least %v", i, checks, least)
		}
		if got := r.series("motcua_refused_total"); len(got) != 0 {
			t.Errorf("counted as refused: %v", got)
		}
		t.Logf("server %d: %v checks in %v", i, checks, *balanced)
	}
	t.Logf("%d clients answered", answered)
}

// haproxyStatus asks HAProxy's socket for the status of its servers and how many checks failed
// (management.txt, 9.1: the fields svname, status and chkfail).
func haproxyStatus(socket string) (status string, failed int, err error) {
	c, err := net.Dial("unix", socket)
	if err != nil {
		return "", 0, err
	}
	defer c.Close()
	if _, err := io.WriteString(c, "show stat\n"); err != nil {
		return "", 0, err
	}
	table, err := io.ReadAll(c)
	if err != nil {
		return "", 0, err
	}
	const svname, state, chkfail = 1, 17, 21
	var all []string
	for line := range strings.Lines(string(table)) {
		fields := strings.Split(line, ",")
		if len(fields) <= chkfail || !strings.HasPrefix(fields[svname], "s") || fields[svname] == "svname" {
			continue
		}
		n := 0
		_, _ = fmt.Sscan(fields[chkfail], &n)
		failed += n
		all = append(all, fields[state])
	}
	if len(all) == 0 {
		return "", 0, errors.New("no server in the table")
	}
	return strings.Join(all, " "), failed, nil
}

// freePort returns an address without a listener.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// asked is a budget that records who asks.
type asked struct {
	mu  sync.Mutex
	who []limit.Asker
}

func (a *asked) Ask(q limit.Lookup) (func(limit.Outcome), *client.LimitedError) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.who = append(a.who, q.Asker)
	return func(limit.Outcome) {}, nil
}

// A balancer's own address may be among the kiosks and offices. Clients whose address it does
// not pass on are neither.
func TestABalancersAddressIsNobodys(t *testing.T) {
	for name, tt := range map[string]struct {
		header string
		kiosk  bool
	}{
		"its own check":                      {proxyLocal, false},
		"no address, version 1":              {proxyUnknown, false},
		"no address, version 2":              {proxyUnspec, false},
		"the address of a balancer in front": {"PROXY TCP4 127.0.0.9 198.51.100.1 40000 22\r\n", false},
		"the address of a kiosk":             {"PROXY TCP4 192.0.2.9 198.51.100.1 40000 22\r\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			who := &asked{}
			r := start(t, kioskFrom("127.0.0.0/8", make(chan []client.DossierQuery, 100)), behindLoopback, func(c *Config, d *Deps) {
				c.KioskFrom = append(c.KioskFrom, netip.MustParsePrefix("192.0.2.0/24"))
				c.Public.Idle, c.Public.Total = 6*time.Second, 12*time.Second // enough time for a look-up
				d.Budget = who
			})
			sc, chans, reqs, err := gossh.NewClientConn(r.proxied(tt.header), "", kioskClient())
			if err != nil {
				t.Fatal(err)
			}
			c := r.open(gossh.NewClient(sc, chans, reqs), "")
			if tt.kiosk {
				c.waitFor(lobbyHome)
			} else {
				c.waitFor("4.578")
			}
			c.press("1")
			c.waitFor("H55")
			c.press(knownCode + "\r")
			c.waitFor("Đăng ký tạm trú")
			r.mu.Lock()
			for c := range r.conns {
				if c.known.Load() != tt.kiosk {
					t.Errorf("the gate takes it for a kiosk: %v", c.known.Load())
				}
			}
			r.mu.Unlock()
			who.mu.Lock()
			if len(who.who) != 1 || (who.who[0].Kiosk != "") != tt.kiosk || who.who[0].Addr.IsValid() != tt.kiosk {
				t.Errorf("the budget is asked by %+v", who.who)
			}
			if entry := who.who[0].Entry; tt.kiosk != (entry == netip.MustParsePrefix("192.0.2.0/24")) {
				t.Errorf("it is one of the kiosks of %v", entry)
			}
			who.mu.Unlock()
			r.mu.Lock()
			for x := range r.sessions {
				if x.Kiosks().IsValid() != tt.kiosk { // without limits of a person's own
					t.Errorf("the session is one of the kiosks of %v", x.Kiosks())
				}
			}
			r.mu.Unlock()
		})
	}
}
