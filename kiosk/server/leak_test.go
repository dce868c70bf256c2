package server

import (
	"motcua/client/clienttest"
	"net"
	"runtime"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// heap returns the bytes in use after a collection.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Sessions come and go, orderly and abruptly. They leak neither goroutines nor memory.
func TestSessionsLeaveNothing(t *testing.T) {
	sessions := 500
	if clienttest.Brief() {
		sessions = 50
	}
	r := start(t)
	visit := func(i int) {
		raw, err := net.Dial("tcp", r.addr)
		if err != nil {
			t.Error(err)
			return
		}
		defer raw.Close()
		if i%10 == 9 { // hangs up during its handshake
			return
		}
		sc, chans, reqs, err := gossh.NewClientConn(raw, r.addr, anyone())
		if err != nil {
			t.Error(err)
			return
		}
		c := gossh.NewClient(sc, chans, reqs)
		defer c.Close()
		s, err := c.NewSession()
		if err != nil {
			t.Error(err)
			return
		}
		if i%10 == 8 { // a command
			_ = s.Run("track " + knownCode)
			return
		}
		var out firstByte
		out.seen = make(chan struct{})
		s.Stdout = &out
		keys, _ := s.StdinPipe()
		if err := s.RequestPty("xterm-256color", 24, 80, nil); err != nil {
			t.Error(err)
			return
		}
		if err := s.Shell(); err != nil {
			t.Error(err)
			return
		}
		select {
		case <-out.seen:
		case <-time.After(20 * time.Second):
			t.Error("no first screen")
			return
		}
		_, _ = keys.Write([]byte("2\x1b[Bkhai"))
		switch i % 4 {
		case 0: // leaves by F10, with more keys after it
			_, _ = keys.Write([]byte("\x1b[21~\x1b[21~\x1b[21~"))
			_ = s.Wait()
		case 1: // closes the terminal
			_ = s.Close()
		case 2: // breaks the connection
			_ = raw.(*net.TCPConn).SetLinger(0)
		case 3: // ends the input
			_ = keys.Close()
			_ = s.Wait()
		}
	}
	crowd := func(n int) {
		var wg sync.WaitGroup
		places := make(chan struct{}, 25)
		for i := range n {
			wg.Add(1)
			places <- struct{}{}
			go func() {
				defer wg.Done()
				defer func() { <-places }()
				visit(i)
			}()
		}
		wg.Wait()
		eventually(t, "nobody is inside", func() bool {
			r.mu.Lock()
			defer r.mu.Unlock()
			return len(r.sessions) == 0 && len(r.conns) == 0
		})
	}
	crowd(40)                     // so that everything that is created once exists
	pause(300 * time.Millisecond) // until timers of cancelled look-ups have ended
	goroutines, before := runtime.NumGoroutine(), heap()
	began := time.Now()
	crowd(sessions)
	base(t, goroutines)
	after := heap()
	t.Logf("%d sessions in %v: heap %d KiB before, %d KiB after", sessions, time.Since(began).Round(time.Millisecond), before>>10, after>>10)
	// The test's log grows by some 300 bytes a session.
	if grown := after - before - int64(len(r.log.String())); grown > before/5 {
		t.Errorf("the heap grew by %d KiB from %d KiB", grown>>10, before>>10)
	}
}

// firstByte reports the first output.
type firstByte struct {
	once sync.Once
	seen chan struct{}
}

func (f *firstByte) Write(p []byte) (int, error) {
	f.once.Do(func() { close(f.seen) })
	return len(p), nil
}
