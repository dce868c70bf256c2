package rest

import (
	"bufio"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/clienttest/badtls"
)

// closedPort returns an address without a listener.
func closedPort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// hangUp returns a server that reads a request and then closes the connection.
func hangUp(t *testing.T, reset bool) string {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		if reset {
			_ = conn.(*net.TCPConn).SetLinger(0)
		}
		_ = conn.Close()
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

func answerJSON(w http.ResponseWriter, _ *http.Request) { write(w, "application/json", good) }

// failureOf makes one call and returns its failure and its statistics.
func failureOf(t *testing.T, cfg Config) (*client.UnavailableError, Stats) {
	t.Helper()
	var stats Stats
	cfg.OnDone = func(s Stats) { stats = s }
	c, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, err = c.Do(t.Context(), look(&answer{}))
	u := unavailable(t, err)
	if stats.Cause != u.Cause {
		t.Errorf("the statistics say %s, the error %s", stats.Cause, u.Cause)
	}
	if base, _ := url.Parse(cfg.BaseURL); u.Host != base.Host {
		t.Errorf("host %q of %s", u.Host, cfg.BaseURL)
	}
	return u, stats
}

// Each reason why there is no connection has a cause of its own.
func TestNoConnectionHasItsCause(t *testing.T) {
	plain := httptest.NewServer(http.HandlerFunc(answerJSON))
	defer plain.Close()
	for _, tt := range []struct {
		name, base string
		cause      client.Cause
	}{
		{"nothing listens", "http://" + closedPort(t), client.CauseClosed},
		// It is not a valid name, so no name server needs to be asked.
		{"a dead name", "http://khong..co.example", client.CauseDNS},
		{"cut with a reset", hangUp(t, true), client.CauseReset},
		{"cut in good order", hangUp(t, false), client.CauseReset},
		{"no encryption there", strings.Replace(plain.URL, "http:", "https:", 1), client.CauseTLS},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if u, _ := failureOf(t, Config{BaseURL: tt.base, Retries: -1}); u.Cause != tt.cause {
				t.Errorf("cause %s (%v), want %s", u.Cause, u.Err, tt.cause)
			}
		})
	}
}

// The system's errors for each case, including those that a test cannot cause.
func TestWhatTheDialerSaysHasItsCause(t *testing.T) {
	dialed := func(err error) error {
		return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", err)}
	}
	named := func(e net.DNSError) error { return &net.OpError{Op: "dial", Net: "tcp", Err: &e} }
	for _, tt := range []struct {
		name  string
		err   error
		cause client.Cause
		again bool
	}{
		{"refused", dialed(syscall.ECONNREFUSED), client.CauseClosed, true},
		{"no route", dialed(syscall.EHOSTUNREACH), client.CauseUnreachable, true},
		{"no network", dialed(syscall.ENETUNREACH), client.CauseUnreachable, true},
		{"a firewall of this machine", dialed(syscall.EPERM), client.CauseUnreachable, true},
		{"reset", dialed(syscall.ECONNRESET), client.CauseReset, true},
		{"the system's time-out", dialed(syscall.ETIMEDOUT), client.CauseTimeout, true},
		{"no such name", named(net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}), client.CauseDNS, false},
		{"a dead name server", named(net.DNSError{Err: "i/o timeout", Name: "x", IsTimeout: true, IsTemporary: true}), client.CauseDNS, true},
		{"a name server in trouble", named(net.DNSError{Err: "server misbehaving", Name: "x", IsTemporary: true}), client.CauseDNS, true},
		{"a name server that refuses", named(net.DNSError{Err: "read udp 127.0.0.1:53: connection refused", Name: "x", IsTemporary: true}), client.CauseDNS, true},
		{"an alert", &net.OpError{Op: "remote error", Err: errors.New("tls: handshake failure")}, client.CauseTLS, false},
		{"no roots on this machine", errors.New("something new"), client.CauseNetwork, true},
		{"a proxy without a name", &net.OpError{Op: "proxyconnect", Net: "tcp", Err: named(net.DNSError{Err: "no such host", IsNotFound: true})}, client.CauseProxy, true},
		{"socks", &net.OpError{Op: "socks connect", Net: "tcp", Err: errors.New("host unreachable")}, client.CauseProxy, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := judgeTransport(t.Context(), &url.Error{Op: "Get", URL: "http://x", Err: tt.err}, phaseConnect)
			if f.cause != tt.cause || f.again != tt.again {
				t.Errorf("cause %s, again %v; want %s, %v", f.cause, f.again, tt.cause, tt.again)
			}
		})
	}
}

// A name server that is silent until the deadline has the cause of an unknown name, and not of
// a slow portal. The log says what was waited for.
func TestSilentNameServerIsADeadName(t *testing.T) {
	for at, want := range map[phase]client.Cause{
		phaseName: client.CauseDNS, phaseConnect: client.CauseTimeout, phaseTLS: client.CauseTimeout, phaseAnswer: client.CauseTimeout,
	} {
		ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
		f := judgeTransport(ctx, ctx.Err(), at)
		cancel()
		if f.cause != want || !errors.Is(f.err, context.DeadlineExceeded) || !strings.Contains(f.err.Error(), at.String()) {
			t.Errorf("%s: cause %s, %v", at, f.cause, f.err)
		}
	}
	asked := 0
	dial := preferIPv4(func(context.Context, string, string) (net.Conn, error) {
		asked++
		return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "i/o timeout", IsTimeout: true}}
	})
	if _, err := dial(t.Context(), "tcp", "x:443"); err == nil || asked != 1 {
		t.Errorf("a dead name server was asked %d times", asked)
	}
}

// At the deadline the error says how far the call came.
func TestDeadlineSaysWhatWasWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := portal(t, Config{Timeout: 2 * time.Second}, func(_ http.ResponseWriter, r *http.Request) { hang(r) })
		_, err := c.Do(t.Context(), look(&answer{}))
		if u := unavailable(t, err); u.Cause != client.CauseTimeout || !strings.Contains(u.Err.Error(), "waiting for the answer") {
			t.Errorf("%s: %v", u.Cause, u.Err)
		}
	})
	silent, err := net.Listen("tcp", "127.0.0.1:0") // it accepts connections and never answers in TLS
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	u, _ := failureOf(t, Config{BaseURL: "https://" + silent.Addr().String(), Timeout: 100 * time.Millisecond, Retries: -1})
	if u.Cause != client.CauseTimeout || !strings.Contains(u.Err.Error(), "encryption") {
		t.Errorf("%s: %v", u.Cause, u.Err)
	}
}

// Bytes that are not HTTP may be a part of a dossier, so no error repeats them.
func TestNoErrorRepeatsWhatCameInsteadOfHTTP(t *testing.T) {
	for _, says := range []string{
		"{\"hoTen\":\"NGUYEN VAN A\"}\r\n\r\n", "HTTP/1.1 NGUYEN VAN A\r\n\r\n", "HTTP/1.1 200 OK\r\nNGUYEN VAN A\r\n\r\n",
		"HTTP/1.1 200 OK\r\nContent-Length: NGUYEN VAN A\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: NGUYEN VAN A\r\n\r\n",
	} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for {
				conn, err := l.Accept()
				if err != nil {
					return
				}
				_, _ = bufio.NewReader(conn).ReadString('}') // the whole request
				_, _ = io.WriteString(conn, says)
				_ = conn.Close()
			}
		}()
		u, _ := failureOf(t, Config{BaseURL: "http://" + l.Addr().String(), Retries: -1})
		_ = l.Close()
		if u.Cause != client.CauseContent || strings.Contains(u.Error(), "NGUYEN") {
			t.Errorf("%q: %s: %v", says, u.Cause, u.Err)
		}
	}
}

func TestEachBadCertificateHasItsCause(t *testing.T) {
	authority := badtls.NewAuthority(t)
	for kind, cause := range badtls.Causes() {
		t.Run(string(kind), func(t *testing.T) {
			base := authority.Serve(kind, http.HandlerFunc(answerJSON))
			u, stats := failureOf(t, Config{BaseURL: base, RootCAs: authority.Pool()})
			if u.Cause != cause || stats.Attempts != 1 {
				t.Errorf("cause %s after %d attempts (%v), want %s after one", u.Cause, stats.Attempts, u.Err, cause)
			}
			var cert *client.CertificateError
			if !errors.As(u, &cert) || len(cert.Fingerprint) != 95 || len(cert.Names) != 1 || cert.Until.IsZero() || cert.Issuer == "" {
				t.Fatalf("what is told of it: %+v", cert)
			}
			if kind == badtls.WrongName && cert.Names[0] != badtls.OtherName {
				t.Errorf("it is for %q", cert.Names)
			}
		})
	}
	t.Run("good", func(t *testing.T) {
		c, err := New(Config{BaseURL: authority.Serve(badtls.Good, http.HandlerFunc(answerJSON)), RootCAs: authority.Pool()})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Do(t.Context(), look(&answer{})); err != nil {
			t.Error(err)
		}
	})
}

func through(proxy string) func(*url.URL) (*url.URL, error) {
	u, err := url.Parse(proxy)
	return func(*url.URL) (*url.URL, error) { return u, err }
}

// proxyOf is a proxy that answers CONNECT with a status; with 200 it connects to the test's
// portal.
func proxyOf(t *testing.T, status int, portal string, carried *atomic.Int64) string {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodConnect || status != http.StatusOK {
			w.WriteHeader(status)
			return
		}
		carried.Add(1)
		far, err := net.Dial("tcp", portal)
		if err != nil {
			t.Error(err)
			return
		}
		near, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_, _ = io.WriteString(near, "HTTP/1.1 200 OK\r\n\r\n")
		go func() { _, _ = io.Copy(far, near); _ = far.Close() }()
		_, _ = io.Copy(near, far)
		_ = near.Close()
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// socksOf is a SOCKS5 proxy without a password (RFC 1928) that gives one answer, and with 0
// connects to the test's portal.
func socksOf(t *testing.T, answer byte, portal string, carried *atomic.Int64) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = near.Close() }()
				in := bufio.NewReader(near)
				head := make([]byte, 2)
				_, _ = io.ReadFull(in, head)
				_, _ = in.Discard(int(head[1]))
				_, _ = near.Write([]byte{5, 0})
				ask := make([]byte, 5) // version, connect, reserved, kind of address, its first byte
				_, _ = io.ReadFull(in, ask)
				rest := 3 // of an IPv4 address
				if ask[3] == 3 {
					rest = int(ask[4]) // of a name, which begins with its length
				}
				_, _ = in.Discard(rest + 2)
				_, _ = near.Write([]byte{5, answer, 0, 1, 0, 0, 0, 0, 0, 0})
				if answer != 0 {
					return
				}
				carried.Add(1)
				far, err := net.Dial("tcp", portal)
				if err != nil {
					return
				}
				go func() { _, _ = io.Copy(far, in); _ = far.Close() }()
				_, _ = io.Copy(near, far)
			}()
		}
	}()
	return "socks5://" + l.Addr().String()
}

// Each kind of proxy passes an answer on.
func TestProxiesCarry(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1") // the Config alone decides
	t.Setenv("HTTPS_PROXY", "http://127.0.0.1:1")
	authority := badtls.NewAuthority(t)
	secure := authority.Serve(badtls.Good, http.HandlerFunc(answerJSON))
	open := httptest.NewServer(http.HandlerFunc(answerJSON))
	defer open.Close()
	host := func(base string) string { return strings.TrimPrefix(strings.TrimPrefix(base, "https://"), "http://") }
	var carried atomic.Int64
	forward := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Host == "portal.test" {
			carried.Add(1)
		}
		answerJSON(w, r)
	}))
	defer forward.Close()
	for _, tt := range []struct {
		name, base string
		proxy      func(*url.URL) (*url.URL, error)
		carried    int64
	}{
		{"none", open.URL, nil, 0},
		{"none for this address", open.URL, func(*url.URL) (*url.URL, error) { return nil, nil }, 0},
		{"http for http", "http://portal.test", through(forward.URL), 1},
		{"http for https", secure, through(proxyOf(t, http.StatusOK, host(secure), &carried)), 1},
		{"https for https", secure, through(secureProxy(t, authority, host(secure), &carried)), 1},
		{"socks5 for http", "http://portal.test", through(socksOf(t, 0, host(open.URL), &carried)), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			carried.Store(0)
			var stats Stats
			c, err := New(Config{BaseURL: tt.base, Proxy: tt.proxy, RootCAs: authority.Pool(), Retries: -1, OnDone: func(s Stats) { stats = s }})
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := c.Do(t.Context(), look(&answer{})); err != nil || carried.Load() != tt.carried {
				t.Errorf("carried %d: %v", carried.Load(), err)
			}
			if stats.BytesIn == 0 || stats.BytesOut == 0 {
				t.Errorf("counted %d bytes in, %d out", stats.BytesIn, stats.BytesOut)
			}
		})
	}
}

func secureProxy(t *testing.T, a *badtls.Authority, portal string, carried *atomic.Int64) string {
	t.Helper()
	inner, err := url.Parse(proxyOf(t, http.StatusOK, portal, carried))
	if err != nil {
		t.Fatal(err)
	}
	return a.Serve(badtls.Good, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		far, err := net.Dial("tcp", inner.Host)
		if err != nil {
			t.Error(err)
			return
		}
		near, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_, _ = fmt.Fprintf(far, "CONNECT %s HTTP/1.1\r\nHost: %[1]s\r\n\r\n", r.Host)
		go func() { _, _ = io.Copy(far, near); _ = far.Close() }()
		_, _ = io.Copy(near, far)
		_ = near.Close()
	}))
}

// A fault of a proxy is not reported as the portal's, and its password is never reported.
func TestBadProxyIsTheProxysFault(t *testing.T) {
	authority := badtls.NewAuthority(t)
	secure := authority.Serve(badtls.Good, http.HandlerFunc(answerJSON))
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusProxyAuthRequired) }))
	defer plain.Close()
	var carried atomic.Int64
	for _, tt := range []struct{ name, base, proxy string }{
		{"nothing listens", secure, "http://" + closedPort(t)},
		{"nothing listens, for http", "http://portal.test", "http://" + closedPort(t)},
		{"no such name", secure, "http://khong..co.example:3128"},
		{"wants a password", secure, proxyOf(t, http.StatusProxyAuthRequired, "", &carried)},
		{"wants a password, for http", "http://portal.test", plain.URL},
		{"forbids", secure, proxyOf(t, http.StatusForbidden, "", &carried)},
		{"does not get there", secure, proxyOf(t, http.StatusBadGateway, "", &carried)},
		{"socks does not get there", secure, socksOf(t, 4, "", &carried)},
		{"socks where nothing listens", secure, "socks5://" + closedPort(t)},
		{"its certificate", secure, badtls.NewAuthority(t).Serve(badtls.SelfSigned, http.HandlerFunc(answerJSON))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			proxy := strings.Replace(tt.proxy, "://", "://ten:hunter2@", 1)
			u, _ := failureOf(t, Config{BaseURL: tt.base, Proxy: through(proxy), RootCAs: authority.Pool(), Retries: -1})
			if u.Cause != client.CauseProxy {
				t.Errorf("cause %s (%v)", u.Cause, u.Err)
			}
			if said := fmt.Sprintf("%v %+v", u, u.Err); strings.Contains(said, "hunter2") {
				t.Errorf("tells the password: %s", said)
			}
		})
	}
}

func TestDate(t *testing.T) {
	authority := badtls.NewAuthority(t)
	at := time.Date(2026, 11, 24, 8, 14, 0, 0, time.UTC)
	dated := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodHead || r.Header.Get("User-Agent") != "motcua" {
			t.Errorf("%s by %q", r.Method, r.Header.Get("User-Agent"))
		}
		w.Header().Set("Date", at.Format(http.TimeFormat))
		w.WriteHeader(http.StatusNotFound)
	})
	ask := func(base string, pool *x509.CertPool) (time.Time, error) {
		c, err := New(Config{BaseURL: base, RootCAs: pool})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		return c.Date(t.Context())
	}
	if got, err := ask(authority.Serve(badtls.Good, dated), authority.Pool()); err != nil || !got.Equal(at) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := ask(authority.Serve(badtls.Expired, dated), authority.Pool()); unavailable(t, err).Cause != client.CauseExpired {
		t.Errorf("%v", err)
	}
}
