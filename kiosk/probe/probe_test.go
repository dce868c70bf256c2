package probe

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/kiosk/metrics"
)

func served(t *testing.T, health func() error) string {
	t.Helper()
	srv := httptest.NewServer(metrics.New(nil).Handler(health))
	t.Cleanup(srv.Close)
	return strings.TrimPrefix(srv.URL, "http://")
}

// greets listens and says line to whoever comes.
func greets(t *testing.T, line string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(c, line)
			_ = c.Close()
		}
	}()
	return l.Addr().String()
}

func TestServer(t *testing.T) {
	// The proxy of the environment would be asked otherwise.
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")
	other := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(other.Close)
	well, nothing := func() error { return nil }, "127.0.0.1:1"
	_, port, err := net.SplitHostPort(served(t, well))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name       string
		metrics    string
		ssh        string
		want       error
		wantUnwell string
	}{
		{name: "well", metrics: served(t, well), ssh: nothing},
		{name: "well, on all addresses", metrics: "0.0.0.0:" + port, ssh: nothing},
		{name: "draining", metrics: served(t, func() error { return metrics.ErrDraining }), want: metrics.ErrDraining},
		{name: "another fault", metrics: served(t, func() error { return errors.New("no disk") }), wantUnwell: "503 no disk"},
		{name: "another server", metrics: strings.TrimPrefix(other.URL, "http://"), wantUnwell: "404 404 page not found"},
		{name: "without metrics", ssh: greets(t, "SSH-2.0-motcua\r\n")},
		{name: "another protocol", ssh: greets(t, "220 mail\r\n"), wantUnwell: "220 mail"},
		{name: "closes at once", ssh: greets(t, ""), want: io.EOF},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := Server(t.Context(), tt.metrics, tt.ssh)
			var unwell *UnwellError
			switch {
			case tt.wantUnwell != "":
				if !errors.As(err, &unwell) || unwell.Said != tt.wantUnwell {
					t.Errorf("got %v, want %q", err, tt.wantUnwell)
				}
			case !errors.Is(err, tt.want):
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	if err := Server(t.Context(), nothing, nothing); err == nil {
		t.Error("nothing listens, and it is well")
	}
}

// A server that accepts and says nothing is not waited for longer than Patience.
func TestServerThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		near, far := net.Pipe()
		defer near.Close()
		defer far.Close()
		began := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), Patience)
		defer cancel()
		err := greet(ctx, near)
		if err == nil || time.Since(began) != Patience {
			t.Errorf("after %v: %v", time.Since(began), err)
		}
	})
}

func TestHere(t *testing.T) {
	for address, want := range map[string]string{
		":9222": "127.0.0.1:9222", "0.0.0.0:9222": "127.0.0.1:9222", "[::]:9222": "[::1]:9222",
		"10.1.2.3:9222": "10.1.2.3:9222", "9222": "9222",
	} {
		if got := here(address); got != want {
			t.Errorf("here(%q) = %q, want %q", address, got, want)
		}
	}
}
