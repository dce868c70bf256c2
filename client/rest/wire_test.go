package rest

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestIPv4ComesFirst(t *testing.T) {
	refused := errors.New("connection refused")
	noAddress := &net.OpError{Op: "dial", Err: &net.AddrError{Err: "no suitable address found"}}
	tests := []struct {
		name   string
		answer map[string]error
		asked  []string
		err    error
	}{
		{"IPv4 answers", map[string]error{}, []string{"tcp4"}, nil},
		{"only IPv6 answers", map[string]error{"tcp4": refused}, []string{"tcp4", "tcp6"}, nil},
		{"a host without IPv6", map[string]error{"tcp4": refused, "tcp6": noAddress}, []string{"tcp4", "tcp6"}, refused},
		{"a host without IPv4", map[string]error{"tcp4": noAddress, "tcp6": refused}, []string{"tcp4", "tcp6"}, refused},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			dial := preferIPv4(func(_ context.Context, network, _ string) (net.Conn, error) {
				asked = append(asked, network)
				if err := tt.answer[network]; err != nil {
					return nil, err
				}
				near, far := net.Pipe()
				_ = far.Close()
				return near, nil
			})
			conn, err := dial(t.Context(), "tcp", "portal.test:443")
			if !errors.Is(err, tt.err) {
				t.Errorf("error = %v, want %v", err, tt.err)
			}
			if conn != nil {
				_ = conn.Close()
			}
			if len(asked) != len(tt.asked) || asked[0] != tt.asked[0] || asked[len(asked)-1] != tt.asked[len(tt.asked)-1] {
				t.Errorf("asked %v, want %v", asked, tt.asked)
			}
		})
	}
}

// The meter's figures are those of a counting listener, including TLS.
func TestBytesAreThoseOnTheWire(t *testing.T) {
	var in, out atomic.Int64
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		write(w, "application/json", good)
	}))
	srv.Listener = countingListener{srv.Listener, &in, &out}
	srv.StartTLS()
	defer srv.Close()
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())

	var sum, last Stats
	c, err := New(Config{BaseURL: srv.URL, RootCAs: roots, OnDone: func(s Stats) {
		last = s
		sum.BytesIn += s.BytesIn
		sum.BytesOut += s.BytesOut
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var first Stats
	for i := range 3 {
		if _, err := c.Do(t.Context(), look(&answer{})); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = last
		}
	}
	if sum.BytesOut != in.Load() || sum.BytesIn != out.Load() {
		t.Errorf("metered %d in, %d out; the server sent %d, received %d", sum.BytesIn, sum.BytesOut, out.Load(), in.Load())
	}
	if last.BytesIn >= first.BytesIn || last.BytesIn == 0 {
		t.Errorf("third call brought %d bytes, the first with its handshake %d", last.BytesIn, first.BytesIn)
	}
}

type countingListener struct {
	net.Listener
	in, out *atomic.Int64
}

func (l countingListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	return &countingConn{c, l.in, l.out}, err
}

type countingConn struct {
	net.Conn
	in, out *atomic.Int64
}

func (c *countingConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.in.Add(int64(n))
	return n, err
}

// Write counts before it writes, because a client may have read everything and the test may ask
// for the count before Write returns.
func (c *countingConn) Write(p []byte) (int, error) {
	c.out.Add(int64(len(p)))
	n, err := c.Conn.Write(p)
	c.out.Add(int64(n - len(p)))
	return n, err
}

func TestAtMostThreeConnections(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		open, most := 0, 0
		c := portal(t, Config{}, func(w http.ResponseWriter, _ *http.Request) {
			mu.Lock()
			open++
			most = max(most, open)
			mu.Unlock()
			<-time.After(time.Second)
			mu.Lock()
			open--
			mu.Unlock()
			write(w, "application/json", good)
		})
		var all sync.WaitGroup
		for range 9 {
			all.Go(func() {
				if _, err := c.Do(t.Context(), look(&answer{})); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if most != DefaultConns {
			t.Errorf("%d calls at a time, want %d", most, DefaultConns)
		}
	})
}

func TestWhatIsSent(t *testing.T) {
	tests := []struct {
		name                      string
		req                       Request
		method, contentType, body string
		query                     string
	}{
		{"JSON", Request{Path: "x", JSON: map[string]int{"a": 1}}, "POST", "application/json; charset=utf-8", `{"a":1}`, ""},
		{"form", Request{Path: "x", Form: map[string][]string{"params": {`{"a":"ế&"}`}}}, "POST", "application/x-www-form-urlencoded", "params=%7B%22a%22%3A%22%E1%BA%BF%26%22%7D", ""},
		{"get", Request{Path: "x", Query: map[string][]string{"code": {"a b"}}}, "GET", "", "", "code=a+b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := portal(t, Config{UserAgent: UserAgent("9", "mailto:a@b.vn")}, func(w http.ResponseWriter, r *http.Request) {
					body, _ := io.ReadAll(r.Body)
					if r.Method != tt.method || string(body) != tt.body || r.URL.RawQuery != tt.query || r.Header.Get("Content-Type") != tt.contentType {
						t.Errorf("%s ?%s %q %q", r.Method, r.URL.RawQuery, r.Header.Get("Content-Type"), body)
					}
					if ua := r.Header.Get("User-Agent"); ua != "motcua/9 (+mailto:a@b.vn)" {
						t.Errorf("User-Agent = %q", ua)
					}
					if r.Header.Get("Cookie") != "" || r.Header.Get("dstcode") != "D" {
						t.Errorf("headers = %v", r.Header)
					}
					w.Header().Set("Set-Cookie", "who=someone")
					write(w, "application/json", good)
				})
				tt.req.Header = map[string]string{"dstcode": "D"}
				tt.req.Out = &answer{}
				for range 2 { // the second must not carry the first one's cookie
					if _, err := c.Do(t.Context(), tt.req); err != nil {
						t.Fatal(err)
					}
				}
			})
		})
	}
}

// A path that leaves the base path must not reach the server.
func TestAbsolutePathFailsLoudly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := portal(t, Config{}, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
		_, err := c.Do(t.Context(), Request{Path: "/detail", Out: &answer{}})
		if unavailable(t, err); !errors.Is(err, errPath) {
			t.Errorf("error = %v", err)
		}
	})
}
