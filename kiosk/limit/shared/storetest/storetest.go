// Package storetest runs a real store for tests, and a line to it that is slow, hangs or
// records.
package storetest

import (
	"context"
	"fmt"
	"io"
	"net"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"motcua/client/clienttest"
)

// Store is a store of its own, without data on a disk.
type Store struct {
	Addr string
	DB   *redis.Client // to look into it

	tb   testing.TB
	args []string
	cmd  *exec.Cmd
	done chan struct{}
	said clienttest.Buffer
}

// Start runs a store until the test ends. args are added to its command line.
func Start(tb testing.TB, args ...string) *Store {
	tb.Helper()
	s := &Store{tb: tb, Addr: FreePort(tb), args: args}
	s.DB = redis.NewClient(&redis.Options{Addr: s.Addr, Protocol: 2, DisableIdentity: true})
	tb.Cleanup(func() { _ = s.DB.Close() })
	s.Run()
	tb.Cleanup(s.Kill)
	return s
}

// FreePort returns an address of this machine without a listener.
func FreePort(tb testing.TB) string {
	tb.Helper()
	l, err := new(net.ListenConfig).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// Run starts the store, also again after Kill, and waits until it takes connections.
func (s *Store) Run() {
	s.tb.Helper()
	path := clienttest.Program(s.tb, "redis-server", "no two servers share a store")
	_, port, _ := net.SplitHostPort(s.Addr)
	args := []string{"--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", s.tb.TempDir(), "--port", port}
	s.cmd = exec.CommandContext(context.Background(), path, append(args, s.args...)...) //nolint:gosec // G204: a store of the test
	s.cmd.Stdout, s.cmd.Stderr = &s.said, &s.said
	if err := s.cmd.Start(); err != nil {
		s.tb.Fatal(err)
	}
	s.done = make(chan struct{})
	go func() {
		_ = s.cmd.Wait()
		close(s.done)
	}()
	for began := time.Now(); !strings.Contains(s.said.String(), "Ready to accept connections"); time.Sleep(10 * time.Millisecond) { //nolint:forbidigo // another process
		if time.Since(began) > 20*time.Second {
			s.tb.Fatalf("the store does not start: %s", s.said.String())
		}
	}
	s.said = clienttest.Buffer{}
}

// Kill ends the store at once.
func (s *Store) Kill() {
	_ = s.cmd.Process.Kill()
	<-s.done
}

// Everything returns all that the store knows: names, values, and what its hashes hold.
func (s *Store) Everything() string {
	s.tb.Helper()
	ctx := context.Background()
	names, err := s.DB.Keys(ctx, "*").Result()
	if err != nil {
		s.tb.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		value, err := s.DB.Get(ctx, name).Result()
		if err != nil {
			value = fmt.Sprint(s.DB.HGetAll(ctx, name).Val())
		}
		fmt.Fprintln(&all, name, value, s.DB.PTTL(ctx, name).Val())
	}
	return all.String()
}

// Line is a line to a store.
type Line struct {
	Addr  string
	Delay atomic.Int64 // in nanoseconds, of what the store answers
	Hangs atomic.Bool  // answers do not come
	Said  clienttest.Buffer
	Asked clienttest.Buffer
}

// NewLine returns a line to the store at addr.
func NewLine(tb testing.TB, addr string) *Line {
	tb.Helper()
	in, err := new(net.ListenConfig).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	l := &Line{Addr: in.Addr().String()}
	var all sync.WaitGroup
	ctx, cancel := context.WithCancel(context.Background())
	tb.Cleanup(func() { _ = in.Close(); cancel(); all.Wait() })
	all.Go(func() {
		for {
			c, err := in.Accept()
			if err != nil {
				return
			}
			all.Go(func() { l.carry(ctx, c, addr) })
		}
	})
	return l
}

func (l *Line) carry(ctx context.Context, c net.Conn, addr string) {
	s, err := new(net.Dialer).DialContext(ctx, "tcp", addr)
	if err != nil {
		_ = c.Close()
		return
	}
	end := func() { _ = c.Close(); _ = s.Close() }
	stop := context.AfterFunc(ctx, end)
	defer stop()
	go func() {
		_, _ = io.Copy(io.MultiWriter(s, &l.Asked), c)
		end()
	}()
	defer end()
	buf := make([]byte, 64<<10)
	for {
		n, err := s.Read(buf)
		if err != nil {
			return
		}
		_, _ = l.Said.Write(buf[:n])
		for began := time.Now(); l.Hangs.Load() || time.Since(began) < time.Duration(l.Delay.Load()); time.Sleep(time.Millisecond) { //nolint:forbidigo // a slow line
			if ctx.Err() != nil {
				return
			}
		}
		if _, err := c.Write(buf[:n]); err != nil {
			return
		}
	}
}
