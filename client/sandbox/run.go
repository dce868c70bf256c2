package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"motcua/client/goroutine"
)

// closeGrace is how long answers in progress may take when the portal is closed.
const closeGrace = 300 * time.Millisecond

// Running is a sample portal that is listening.
type Running struct {
	Addr        string // "127.0.0.1:41234"
	URL         string // "http://127.0.0.1:41234"
	NationalURL string // with /api/v1
	AdapterURL  string // with /adapter: the dossiers of all portals
	FaultsURL   string

	server *http.Server
	cancel context.CancelFunc
	done   chan struct{}
	err    error
}

// Start listens on addr ("127.0.0.1:0" picks a free port) and serves until ctx
// ends or Close is called.
func (s *Sandbox) Start(ctx context.Context, addr string) (*Running, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("sample portal: %w", err)
	}
	// Delayed and hanging answers end when their request's context ends.
	ctx, cancel := context.WithCancel(ctx)
	url := "http://" + l.Addr().String()
	run := &Running{
		Addr: l.Addr().String(), URL: url,
		NationalURL: url + NationalPath, AdapterURL: url + AdapterPath,
		FaultsURL: url + FaultsPath,
		cancel:    cancel, done: make(chan struct{}),
		server: &http.Server{
			Handler:           s.Handler(),
			BaseContext:       func(net.Listener) context.Context { return ctx },
			ReadHeaderTimeout: 10 * time.Second,
			ReadTimeout:       30 * time.Second,
			IdleTimeout:       2 * time.Minute,
			MaxHeaderBytes:    32 << 10,
		},
	}
	goroutine.Start(func() error { return run.server.Serve(l) }, func(err error) {
		if !errors.Is(err, http.ErrServerClosed) {
			run.err = fmt.Errorf("sample portal: %w", err)
		}
		cancel()
		close(run.done)
	})
	context.AfterFunc(ctx, run.shut)
	return run, nil
}

// Close ends the sample portal. It may be called more than once.
func (r *Running) Close() error {
	r.cancel()
	r.shut()
	return r.Wait()
}

// Wait blocks until the portal has ended. It returns an error when nobody asked for the
// end.
func (r *Running) Wait() error {
	<-r.done
	return r.err
}

func (r *Running) shut() {
	ctx, cancel := context.WithTimeout(context.Background(), closeGrace)
	defer cancel()
	if r.server.Shutdown(ctx) != nil {
		_ = r.server.Close()
	}
}
