package server

import (
	"io"
	"math/rand/v2"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// hostile are clients that want to hurt. Each runs until it is cut off or the
// time is over; what becomes of it does not matter.
var hostile = map[string]func(*testing.T, *running, <-chan struct{}){
	"junk": func(_ *testing.T, r *running, _ <-chan struct{}) {
		if c, err := net.Dial("tcp", r.addr); err == nil {
			defer c.Close()
			var junk [4096]byte
			for i := range junk {
				junk[i] = byte(rand.Uint32())
			}
			_, _ = c.Write(junk[:])
			_ = c.SetDeadline(time.Now().Add(100 * time.Millisecond))
			_, _ = io.Copy(io.Discard, c)
		}
	},
	"half a handshake": func(_ *testing.T, r *running, stop <-chan struct{}) {
		if c, err := net.Dial("tcp", r.addr); err == nil {
			defer c.Close()
			_, _ = io.WriteString(c, "SSH-2.0-slow\r\n")
			select {
			case <-stop:
			case <-time.After(300 * time.Millisecond):
			}
		}
	},
	"sequences": func(t *testing.T, r *running, stop <-chan struct{}) {
		t.Helper()
		inSession(r, stop, func(ch gossh.Channel) error {
			_, err := io.WriteString(ch, "\x1b["+strings.Repeat("1;", 40)+"m\x1bP"+strings.Repeat("2;", 40)+"q\x9b\xff\x1b[8;9999;9999t\x1b[200~")
			return err
		})
	},
	"window changes": func(t *testing.T, r *running, stop <-chan struct{}) {
		t.Helper()
		inSession(r, stop, func(ch gossh.Channel) error {
			_, err := ch.SendRequest("window-change", false, gossh.Marshal(struct{ C, R, W, H uint32 }{rand.Uint32N(400), rand.Uint32N(200), 0, 0}))
			return err
		})
	},
	"variables": func(t *testing.T, r *running, stop <-chan struct{}) {
		t.Helper()
		inSession(r, stop, func(ch gossh.Channel) error {
			_, err := ch.SendRequest("env", true, gossh.Marshal(struct{ K, V string }{"LC_ALL", strings.Repeat("x", 100)}))
			return err
		})
	},
	"channels": func(_ *testing.T, r *running, _ <-chan struct{}) {
		c, err := gossh.Dial("tcp", r.addr, anyone())
		if err != nil {
			return
		}
		defer c.Close()
		// Fewer refusals than end a connection: x/crypto's client waits for ever
		// for a channel that it asks for while its connection is closed.
		for i := range tooManyRefusals - 4 {
			kind := "session"
			if i%2 == 1 {
				kind = "direct-tcpip"
			}
			_, _, _ = c.OpenChannel(kind, nil)
		}
	},
	"requests": func(_ *testing.T, r *running, stop <-chan struct{}) {
		c, err := gossh.Dial("tcp", r.addr, anyone())
		if err != nil {
			return
		}
		defer c.Close()
		defer closeAt(stop, c)()
		payload := make([]byte, 8<<10)
		for !over(stop) {
			if _, _, err := c.SendRequest("x@example", false, payload); err != nil {
				return
			}
		}
	},
	"keys without end": func(t *testing.T, r *running, stop <-chan struct{}) {
		t.Helper()
		inSession(r, stop, func(ch gossh.Channel) error {
			_, err := io.WriteString(ch, strings.Repeat("\x1b[B", 300))
			return err
		})
	},
}

func over(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

// closeAt closes a client that may sit in a write when the time is over. What it
// gives ends the waiting for that.
func closeAt(stop <-chan struct{}, c io.Closer) func() {
	done := make(chan struct{})
	go func() {
		select {
		case <-stop:
			_ = c.Close()
		case <-done:
		}
	}()
	return func() { close(done) }
}

// inSession does something in a session of its own, over and over.
func inSession(r *running, stop <-chan struct{}, do func(gossh.Channel) error) {
	c, err := gossh.Dial("tcp", r.addr, anyone())
	if err != nil {
		return
	}
	defer c.Close()
	defer closeAt(stop, c)()
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return
	}
	go gossh.DiscardRequests(reqs)
	go func() { _, _ = io.Copy(io.Discard, ch) }()
	pty := struct {
		Term       string
		C, R, W, H uint32
		Modes      string
	}{"xterm-256color", 80, 24, 0, 0, ""}
	_, _ = ch.SendRequest("pty-req", true, gossh.Marshal(pty))
	_, _ = ch.SendRequest("shell", true, nil)
	for !over(stop) {
		if do(ch) != nil {
			return
		}
	}
}

// A polite session goes on among hostile ones, each kind of which comes back as
// soon as it is cut off, and when they have gone nothing of them stays.
func TestHostileClientsDisturbNobody(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.HandshakeTimeout = 500 * time.Millisecond })
	polite := r.sit(anyone())
	before := runtime.NumGoroutine()
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for _, attack := range hostile {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for !over(stop) {
				attack(t, r, stop)
				pause(20 * time.Millisecond) // the pace of one who comes back
			}
		}()
	}
	length := 3 * time.Second
	if testing.Short() {
		length = time.Second
	}
	slowest := time.Duration(0)
	for began := time.Now(); time.Since(began) < length; pause(50 * time.Millisecond) {
		seen, pressed := len(polite.screen.String()), time.Now()
		polite.press("\x1b[B")
		eventually(t, "a key is answered", func() bool { return len(polite.screen.String()) > seen })
		slowest = max(slowest, time.Since(pressed))
	}
	close(stop)
	wg.Wait()
	t.Logf("slowest key: %v", slowest.Round(time.Millisecond))
	if slowest > 3*time.Second {
		t.Errorf("a key took %v", slowest)
	}
	polite.press("1")
	polite.waitFor("H55.17.05")
	eventually(t, "the others are gone", func() bool { return r.people() == 1 })
	base(t, before)
	if n := r.count("motcua_panics_total"); n != 0 {
		t.Errorf("%v panics", n)
	}
}
