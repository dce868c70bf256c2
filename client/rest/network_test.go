package rest

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"motcua/client"
)

// pipeNet is a network inside the process: real HTTP over net.Pipe, so that a synctest bubble
// needs no real time for waits, and fails if a goroutine is left.
type pipeNet struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeNet() *pipeNet {
	return &pipeNet{conns: make(chan net.Conn), done: make(chan struct{})}
}

func (p *pipeNet) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case p.conns <- far:
		return near, nil
	case <-p.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pipeNet) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipeNet) Close() error   { p.once.Do(func() { close(p.done) }); return nil }
func (p *pipeNet) Addr() net.Addr { return &net.UnixAddr{Name: "pipe"} }

// base is the base path of the test portals. It is not the root, so a path without it reaches a
// handler that answers only 418.
const base = "/portal/api/v1"

// portal serves h under base and returns a client for it. In a bubble all their goroutines end
// with the test.
func portal(t *testing.T, cfg Config, h http.HandlerFunc) *Client {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(base+"/", http.StripPrefix(base, h))
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	network := newPipeNet()
	srv := &http.Server{Handler: mux, ReadHeaderTimeout: time.Hour}
	go func() { _ = srv.Serve(network) }()
	if cfg.BaseURL == "" {
		cfg.BaseURL = "http://portal.test" + base
	}
	if cfg.Source.ID == "" {
		cfg.Source = client.SourceName{ID: "test", Name: "Cổng thử"}
	}
	c, err := newClient(cfg, network.dial)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Close()
		_ = srv.Close()
	})
	return c
}

type answer struct {
	Name Line `json:"name"`
}

func look(out any) Request {
	return Request{Operation: "detail", Path: "detail", JSON: map[string]string{"id": "1"}, Idempotent: true, Out: out}
}

func unavailable(t *testing.T, err error) *client.UnavailableError {
	t.Helper()
	var u *client.UnavailableError
	if !errors.As(err, &u) {
		t.Fatalf("error %v is no *client.UnavailableError", err)
	}
	if !errors.Is(err, client.ErrUnavailable) {
		t.Errorf("error %v is not ErrUnavailable", err)
	}
	return u
}

func write(w http.ResponseWriter, contentType, body string) {
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write([]byte(body))
}

const good = `{"name":"Đăng ký tạm trú"}`
