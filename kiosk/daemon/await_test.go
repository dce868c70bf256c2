package daemon

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"motcua/kiosk/server"
)

// An address that comes up late is waited for, within bounds and until a signal; anything
// else that keeps a server from listening is told at once.
func TestAwait(t *testing.T) {
	for _, tc := range []struct {
		name    string
		fails   error
		until   time.Duration // from then on it works
		stopped time.Duration // a signal comes then; 0: none
		took    time.Duration
		good    bool
		err     error
	}{
		{name: "at once", good: true},
		{name: "late", fails: syscall.EADDRNOTAVAIL, until: 9500 * time.Millisecond, took: 10 * time.Second, good: true},
		{name: "never", fails: syscall.EADDRNOTAVAIL, until: time.Hour, took: time.Minute, err: syscall.EADDRNOTAVAIL},
		{name: "in use", fails: syscall.EADDRINUSE, until: time.Hour, err: syscall.EADDRINUSE},
		{name: "stopped meanwhile", fails: syscall.EADDRNOTAVAIL, until: time.Hour, stopped: 2500 * time.Millisecond, took: 2500 * time.Millisecond, err: errStopped},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				begin := time.Now()
				var said bytes.Buffer
				d := &Daemon{opts: Options{Patience: time.Minute}, log: NewLog(&said, server.LogText, func(string) string { return "" })}
				d.listen = func(context.Context, string) (net.Listener, error) {
					if time.Since(begin) < tc.until {
						return nil, &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", tc.fails)}
					}
					return &net.TCPListener{}, nil
				}
				signals := make(chan os.Signal, 1)
				if tc.stopped > 0 {
					time.AfterFunc(tc.stopped, func() { signals <- syscall.SIGTERM })
				}
				l, err := d.await(t.Context(), "10.0.0.7:2222", signals)
				if took := time.Since(begin); (l != nil) != tc.good || !errors.Is(err, tc.err) || took != tc.took {
					t.Errorf("%v, %v after %v", l, err, took)
				}
				told := 0
				if tc.took > 0 {
					told = 1
				}
				if n := strings.Count(said.String(), "does not have the address yet"); n != told {
					t.Errorf("told %d times: %s", n, &said)
				}
			})
		})
	}
}
