//go:build unix

package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
)

// servers are two `motcua serve` behind a HAProxy, with a store over TLS: with the files that
// motcua deploy cluster writes, but for addresses, ports and times.
type servers struct {
	t        *testing.T
	dir      string
	front    string // of the balancer
	each     [2]*process
	metrics  [2]string
	store    *exec.Cmd
	runStore func()
}

// emptyPort returns an address of this machine without a listener.
func emptyPort(t *testing.T) (addr, port string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ = net.SplitHostPort(l.Addr().String())
	return l.Addr().String(), port
}

// certificates writes an authority and a certificate for 127.0.0.1, as README.md of the files
// does with openssl.
func certificates(t *testing.T, dir string) {
	t.Helper()
	write := func(name, kind string, der []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	made := func(c, by *x509.Certificate, key, signer *ecdsa.PrivateKey) *x509.Certificate {
		c.SerialNumber, c.NotBefore, c.NotAfter = big.NewInt(time.Now().UnixNano()), time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
		der, err := x509.CreateCertificate(rand.Reader, c, by, &key.PublicKey, signer)
		if err != nil {
			t.Fatal(err)
		}
		c, err = x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	key := func() *ecdsa.PrivateKey {
		k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	caKey, storeKey := key(), key()
	ca := &x509.Certificate{Subject: pkix.Name{CommonName: "authority"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	ca = made(ca, ca, caKey, caKey)
	cert := made(&x509.Certificate{Subject: pkix.Name{CommonName: "store"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}, ca, storeKey, caKey)
	der, err := x509.MarshalECPrivateKey(storeKey)
	if err != nil {
		t.Fatal(err)
	}
	write("ca.crt", "CERTIFICATE", ca.Raw)
	write("store.crt", "CERTIFICATE", cert.Raw)
	write("store.key", "EC PRIVATE KEY", der)
}

// adapt changes a file of the installation for this test.
func (s *servers) adapt(name string, pairs ...string) string {
	s.t.Helper()
	body, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(string(body), pairs[i]) {
			s.t.Fatalf("%s does not hold %q", name, pairs[i])
		}
	}
	doc := strings.NewReplacer(pairs...).Replace(string(body))
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(doc), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return doc
}

// run runs another program until the test ends.
func (s *servers) run(path string, args ...string) *exec.Cmd {
	s.t.Helper()
	cmd := exec.Command(path, args...)
	said := &clienttest.Buffer{}
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if s.t.Failed() {
			s.t.Logf("%s: %s", path, said.String())
		}
	})
	return cmd
}

func cluster(t *testing.T) *servers {
	t.Helper()
	redis := clienttest.Program(t, "redis-server", "no two servers share a store")
	haproxy := clienttest.Program(t, "haproxy", "no balancer stands in front of two servers")
	s := &servers{t: t, dir: filepath.Join(t.TempDir(), "cluster")}
	if out, err := exec.Command("motcua", "deploy", "cluster", s.dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	certificates(t, s.dir)
	front, _ := emptyPort(t)
	store, storePort := emptyPort(t)
	s.front = front
	s.adapt("store.conf", "bind 10.0.0.20", "bind 127.0.0.1", "6380", storePort, "/etc/motcua-cluster", s.dir, "/run/motcua-store", t.TempDir())
	s.runStore = func() { s.store = s.run(redis, filepath.Join(s.dir, "store.conf")) }
	s.runStore()
	for i := range s.each {
		var port string
		s.metrics[i], port = emptyPort(t)
		state := filepath.Join(t.TempDir(), "state")
		doc := strings.NewReplacer(
			`log_format = "json"`, `log_format = "text"`+"\nstate_dir = \""+state+`"`, `metrics = ":9222"`, `metrics = "`+s.metrics[i]+`"`,
			"10.0.0.10", "127.0.0.1", "10.0.0.20:6380", store, "/etc/motcua", s.dir, `grace_time = "10s"`, `grace_time = "4s"`, `drain_time = "10m"`, `drain_time = "15s"`,
			"offices = []", strings.Join([]string{
				`offices = ["127.0.0.2"]`, `handshakes = "2000:30:3000"`, "connections = 4000", "sessions = 4000", "cells = 10000000",
				"office_handshakes = 2000", "office_connections = 4000", "office_sessions = 4000", "office_cells = 10000000", `office_starts = "10000:10000/m"`,
			}, "\n"),
			`servers = 2`, "servers = 2\ntimeout = \"2s\"",
		).Replace(content(t, filepath.Join(s.dir, "config.toml")))
		if i > 0 { // one host key and one audit key for all
			first := regexp.MustCompile(`state_dir = "(.*)"`).FindStringSubmatch(content(t, s.each[0].config))[1]
			if err := os.Mkdir(state, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, name := range []string{"audit.key", "ssh_host_ed25519_key"} {
				if err := os.WriteFile(filepath.Join(state, name), []byte(content(t, filepath.Join(first, name))), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
		s.each[i] = startServe(t, doc)
		s.each[i].logs("msg=metrics")
		s.adapt("haproxy.cfg", fmt.Sprintf("10.0.0.1%d:2222", 1+i), s.each[i].addr+" port "+port)
	}
	s.adapt("haproxy.cfg", "bind :2222", "bind "+front, "/run/motcua-balancer", s.dir)
	s.run(haproxy, "-db", "-f", filepath.Join(s.dir, "haproxy.cfg"))
	s.eventually("the store is used", func() bool {
		return s.metric(0, "motcua_cluster_store_up") == 1 && s.metric(1, "motcua_cluster_store_up") == 1
	})
	s.eventually("the balancer answers", func() bool {
		c, err := s.connect("127.0.0.2")
		if err == nil {
			_ = c.Close()
		}
		return err == nil
	})
	return s
}

func content(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func (s *servers) eventually(what string, holds func() bool) {
	s.t.Helper()
	for began := time.Now(); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Since(began) > time.Minute {
			s.t.Fatalf("not within a minute: %s", what)
		}
	}
}

// metric returns the sum of a metric of one server, -1 when it does not answer.
func (s *servers) metric(i int, name string) (sum float64) {
	res, err := http.Get("http://" + s.metrics[i] + "/metrics")
	if err != nil {
		return -1
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return -1
	}
	for _, line := range regexp.MustCompile(`(?m)^`+name+`(?:\{.*\})? (\S+)$`).FindAllStringSubmatch(string(body), -1) {
		var n float64
		_, _ = fmt.Sscan(line[1], &n)
		sum += n
	}
	return sum
}

// connect connects to the balancer from an address of this machine.
func (s *servers) connect(from string) (*gossh.Client, error) {
	d := net.Dialer{Timeout: 20 * time.Second, LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	raw, err := d.Dial("tcp", s.front)
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(time.Minute))
	sc, chans, reqs, err := gossh.NewClientConn(raw, s.front, &gossh.ClientConfig{User: "guest", HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		_ = raw.Close()
		return nil, err
	}
	_ = raw.SetDeadline(time.Time{})
	return gossh.NewClient(sc, chans, reqs), nil
}

// command runs a command over a connection of its own.
func (s *servers) command(from, command string) (said string, err error) {
	c, err := s.connect(from)
	if err != nil {
		return "", err
	}
	defer c.Close()
	x, err := c.NewSession()
	if err != nil {
		return "", err
	}
	out, err := x.CombinedOutput(command + " --lang vi")
	if exit := (*gossh.ExitError)(nil); errors.As(err, &exit) {
		err = nil
	}
	return string(out), err
}

// tries returns how many codes of a day a stranger may try before being told to wait.
func tries(t *testing.T, look func(serial int) (limited bool, said string)) int {
	t.Helper()
	for n := range 60 {
		if limited, _ := look(30 + n); limited {
			return n
		}
	}
	t.Fatal("sixty codes of one day in a row, and no end")
	return 0
}

func (s *servers) tries(from string) int {
	s.t.Helper()
	return tries(s.t, func(serial int) (bool, string) {
		said, err := s.command(from, fmt.Sprintf("track H55.17.05-261120-%04d", serial))
		if err != nil {
			s.t.Fatal(err)
		}
		return toldToWait.MatchString(said), said
	})
}

// stays is a session that stays open.
type stays struct {
	in    io.WriteCloser
	ended atomic.Bool
	said  clienttest.Buffer
}

// stay opens a session: the interface, or the line mode.
func (s *servers) stay(from string, terminal bool) (*stays, error) {
	c, err := s.connect(from)
	if err != nil {
		return nil, err
	}
	x, err := c.NewSession()
	if err != nil {
		return nil, err
	}
	if terminal {
		if err := x.RequestPty("xterm-256color", 24, 80, gossh.TerminalModes{}); err != nil {
			return nil, err
		}
	}
	p := &stays{}
	x.Stdout = &p.said
	if p.in, err = x.StdinPipe(); err != nil {
		return nil, err
	}
	if err := x.Shell(); err != nil {
		return nil, err
	}
	go func() {
		_ = c.Wait()
		p.ended.Store(true)
	}()
	s.t.Cleanup(func() { _ = c.Close() })
	return p, nil
}

// crowd opens many sessions, of which each tenth has a terminal.
func (s *servers) crowd(n int) []*stays {
	s.t.Helper()
	all := make([]*stays, n)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				var err error
				if all[i], err = s.stay("127.0.0.2", i%10 == 0); err != nil {
					s.t.Errorf("session %d: %v", i, err)
					return
				}
			}
		})
	}
	wait.Wait()
	if s.t.Failed() {
		s.t.FailNow()
	}
	return all
}

// Two servers behind a real balancer count as one. A thousand sessions spread; when a server is
// killed the other's go on, people who connect again get in, and what was spent stays spent.
// So it does when the store is killed.
func TestServersCountAsOne(t *testing.T) {
	clienttest.Long(t, "opens a thousand sessions on two servers")
	crowd := 1000
	s := cluster(t)
	lone := startServe(t, "[server]\ndrain_time = \"1s\"\n")
	one := tries(t, func(serial int) (bool, string) { return lone.asks("", serial) })
	if n := s.tries("127.0.0.9"); n != one {
		t.Errorf("over two servers a stranger tries %d codes, at one %d", n, one)
	}
	t.Logf("a stranger tries %d codes at one server, and as many over two", one)

	began := time.Now()
	inside := s.crowd(crowd)
	open := func(i int) int { return int(s.metric(i, "motcua_sessions")) }
	s.eventually("all are counted", func() bool { return open(0)+open(1) == crowd })
	a, b := open(0), open(1)
	t.Logf("%d sessions in %v: %d and %d", crowd, time.Since(began).Round(time.Second), a, b)
	if a < crowd/3 || b < crowd/3 {
		t.Errorf("sessions spread as %d and %d", a, b)
	}
	if err := s.each[1].cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.each[1].wait()
	ended := func() (n int) {
		for _, p := range inside {
			if p.ended.Load() {
				n++
			}
		}
		return n
	}
	s.eventually("those of the killed server have ended", func() bool { return ended() >= b })
	began = time.Now()
	s.crowd(b)
	s.eventually("all are at the other", func() bool { return open(0) == crowd })
	t.Logf("%d connected again in %v; of the other server's %d sessions %d ended", b, time.Since(began).Round(time.Second), a, ended()-b)
	if ended() != b {
		t.Errorf("%d sessions ended with the %d of the killed server", ended()-b, b)
	}
	for i, p := range inside {
		if p.ended.Load() || i%50 != 0 {
			continue
		}
		before := p.said.String()
		_, _ = io.WriteString(p.in, "?")
		_, _ = io.WriteString(p.in, "\r\n")
		s.eventually("a session of the other server answers", func() bool { return p.said.String() != before })
	}
	if n := s.tries("127.0.0.9"); n != 0 {
		t.Errorf("after the kill the stranger tries %d more codes", n)
	}

	_ = s.store.Process.Kill()
	s.eventually("the server notices", func() bool { return s.metric(0, "motcua_cluster_store_up") == 0 })
	for _, command := range []string{"show 1.001193", "track H55.17.05-261120-0007"} {
		began := time.Now()
		if said, err := s.command("127.0.0.10", command); err != nil || toldToWait.MatchString(said) || len(said) < 50 {
			t.Errorf("without the store %s: %v %s", command, err, said)
		}
		t.Logf("without the store %s takes %v", command, time.Since(began).Round(time.Millisecond))
	}
	if n := s.tries("127.0.0.9"); n != 0 {
		t.Errorf("without the store the stranger tries %d more codes", n)
	}
	s.runStore()
	s.eventually("the store is used again", func() bool { return s.metric(0, "motcua_cluster_store_up") == 1 })
	if n := s.tries("127.0.0.9"); n != 0 {
		t.Errorf("with an empty store the stranger tries %d more codes", n)
	}
	if n := strings.Count(s.each[0].log.String(), "level=WARN msg=\"the servers' common store is not used"); n != 1 {
		t.Errorf("%d warnings:\n%s", n, s.each[0].log.String())
	}
}

// A server that is stopped refuses nobody: its health check fails first, and the balancer sends
// new people to the other. Those inside are cut off at the end of the drain and not before.
func TestServersAreStoppedInTurn(t *testing.T) {
	clienttest.Long(t, "waits for a server to drain")
	s := cluster(t)
	out, _ := exec.Command("motcua", "doctor", "--config", s.each[1].config, "--lang", "en").CombinedOutput() // other findings may fail here
	if !regexp.MustCompile(`common store 127\.0\.0\.1:\d+ answers after`).Match(out) {
		t.Errorf("doctor does not tell of the store: %s", out)
	}
	var inside []*stays
	for range 20 {
		p, err := s.stay("127.0.0.2", false)
		if err != nil {
			t.Fatal(err)
		}
		inside = append(inside, p)
	}
	s.eventually("all are counted", func() bool { return s.metric(0, "motcua_sessions")+s.metric(1, "motcua_sessions") == 20 })
	there := int(s.metric(0, "motcua_sessions"))
	if there < 5 || there > 15 {
		t.Errorf("%d of 20 sessions are at the first server", there)
	}
	ctx, cancel := context.WithCancel(t.Context())
	began := time.Now()
	var came, refused atomic.Int64
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for pace := time.NewTicker(50 * time.Millisecond); ctx.Err() == nil; <-pace.C {
				came.Add(1)
				if said, err := s.command("127.0.0.2", "version"); err != nil || said == "" {
					if refused.Add(1) == 1 {
						t.Errorf("a newcomer, %v after the signal: %v %q", time.Since(began), err, said)
					}
				}
			}
		})
	}
	s.each[0].signal(syscall.SIGTERM)
	s.each[0].logs("stopping")
	ended := func() (n int) {
		for _, p := range inside {
			if p.ended.Load() {
				n++
			}
		}
		return n
	}
	s.eventually("the first session is cut off", func() bool { return ended() > 0 })
	if took := time.Since(began); took < 18*time.Second {
		t.Errorf("a session is cut off after %v, before the 4 s of grace and 15 s of drain were over", took)
	}
	if code := s.each[0].wait(); code != 0 {
		t.Errorf("the server ends with %d", code)
	}
	s.eventually("all of its sessions are", func() bool { return ended() == there })
	cancel()
	wait.Wait()
	t.Logf("%d newcomers, %d refused; %d sessions cut off %v after the signal, %d of the other server go on", came.Load(), refused.Load(), there, time.Since(began).Round(time.Second), 20-there)
}
