package server

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"runtime"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// foe is a hostile client with many addresses.
type foe struct {
	*running
	net  byte // its addresses are 127.net.x.y
	stop <-chan struct{}
}

// hostile are attacks: one for each fault by which one client of a Bubble Tea program behind
// SSH could harm all others, and some more. Each runs until it is cut off or the time is over;
// its result does not matter. Two of the faults are not caused by clients: a signal that
// reaches the sessions instead of the server (TestFault8) and TEA_TRACE (TestFault10).
var hostile = map[string]func(foe){
	"sequences": func(f foe) { // fault 1
		f.inside("xterm", func(ch gossh.Channel) error {
			_, err := io.WriteString(ch, "\x1b["+strings.Repeat("1;", 40)+"m\x1bP"+strings.Repeat("2;", 40)+"q\x9b\xff\x1b[8;9999;9999t\x1b[200~")
			return err
		})
	},
	"closed channels": func(f foe) { // fault 2: the connection stays open
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		for range 20 {
			ch, err := f.shell(c, "xterm")
			if err != nil {
				return
			}
			_, _ = ch.SendRequest("window-change", false, gossh.Marshal(struct{ C, R, W, H uint32 }{90, 30, 0, 0}))
			_ = ch.Close()
			f.wait(50 * time.Millisecond)
		}
	},
	"keys at the end": func(f foe) { // fault 3
		f.inside("xterm", func(ch gossh.Channel) error {
			_, err := io.WriteString(ch, "\x1b[21~"+strings.Repeat("x", 200))
			return err
		})
	},
	"reads nothing": func(f foe) { // fault 4
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		ch, reqs, err := c.OpenChannel("session", nil)
		if err != nil {
			return
		}
		go gossh.DiscardRequests(reqs)
		askShell(ch, "xterm")
		for f.wait(20 * time.Millisecond) {
			if _, err := io.WriteString(ch, "\x1bOR"); err != nil { // all colours are drawn again
				return
			}
		}
	},
	"never types": func(f foe) { // fault 5
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		if _, err := f.shell(c, "xterm"); err == nil {
			_ = c.Wait()
		}
	},
	"sizes": func(f foe) { // fault 6
		f.inside("xterm", func(ch gossh.Channel) error {
			_, err := ch.SendRequest("window-change", false, gossh.Marshal(struct{ C, R, W, H uint32 }{rand.Uint32N(5000), rand.Uint32N(5000), 0, 0}))
			return err
		})
	},
	"channels": func(f foe) { // fault 7
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		// Fewer refusals than end a connection, because x/crypto's client waits for ever when
		// its connection closes while it opens a channel.
		for i := range tooManyRefusals - 4 {
			kind := "session"
			if i%2 == 1 {
				kind = "direct-tcpip"
			}
			_, _, _ = c.OpenChannel(kind, nil)
		}
	},
	"variables": func(f foe) { // fault 7
		f.inside("xterm", func(ch gossh.Channel) error {
			_, err := ch.SendRequest("env", true, gossh.Marshal(struct{ K, V string }{"LC_ALL", strings.Repeat("x", 100)}))
			return err
		})
	},
	"requests": func(f foe) { // fault 7
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		payload := make([]byte, 8<<10)
		for !over(f.stop) {
			if _, _, err := c.SendRequest("x@example", false, payload); err != nil {
				return
			}
		}
	},
	"half a handshake": func(f foe) { // fault 7: the places of connections
		if c := f.dial(); c != nil {
			defer c.Close()
			_, _ = io.WriteString(c, "SSH-2.0-slow\r\n")
			f.wait(5 * time.Second)
		}
	},
	"no input": func(f foe) { // fault 9
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		if ch, err := f.shell(c, "xterm"); err == nil {
			_ = ch.CloseWrite()
			f.wait(time.Second)
		}
	},
	"keys without end": func(f foe) {
		f.inside("xterm", func(ch gossh.Channel) error {
			_, err := io.WriteString(ch, strings.Repeat("\x1b[B", 300))
			return err
		})
	},
	"guesses": func(f foe) {
		c := f.client()
		if c == nil {
			return
		}
		defer c.Close()
		defer closeAt(f.stop, c)()
		if s, err := c.NewSession(); err == nil {
			var list strings.Builder
			for range 20 {
				fmt.Fprintf(&list, "H55.17.05-261120-%04d\n", rand.IntN(10_000))
			}
			s.Stdin = strings.NewReader(list.String())
			_ = s.Run("track -")
		}
	},
	"junk": func(f foe) {
		if c := f.dial(); c != nil {
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
}

// manyAddresses reports whether all of 127.0.0.0/8 is this machine.
const manyAddresses = runtime.GOOS == "linux"

// dial connects from one of the foe's addresses, or returns nil.
func (f foe) dial() net.Conn {
	d := net.Dialer{Timeout: 5 * time.Second}
	if manyAddresses {
		d.LocalAddr = &net.TCPAddr{IP: net.IPv4(127, f.net, byte(rand.IntN(4)), byte(1+rand.IntN(250)))}
	}
	c, err := d.Dial("tcp", f.addr)
	if err != nil {
		return nil
	}
	return c
}

// client returns a connection after its handshake, or nil.
func (f foe) client() *gossh.Client {
	raw := f.dial()
	if raw == nil {
		return nil
	}
	_ = raw.SetDeadline(time.Now().Add(5 * time.Second))
	sc, chans, reqs, err := gossh.NewClientConn(raw, f.addr, anyone())
	if err != nil {
		_ = raw.Close()
		return nil
	}
	_ = raw.SetDeadline(time.Time{})
	return gossh.NewClient(sc, chans, reqs)
}

// wait returns false when the time is over.
func (f foe) wait(d time.Duration) bool {
	select {
	case <-f.stop:
		return false
	case <-time.After(d):
		return true
	}
}

// shell opens the interface and reads what it draws.
func (f foe) shell(c *gossh.Client, term string) (gossh.Channel, error) {
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return nil, err
	}
	go gossh.DiscardRequests(reqs)
	go func() { _, _ = io.Copy(io.Discard, ch) }()
	askShell(ch, term)
	return ch, nil
}

func askShell(ch gossh.Channel, term string) {
	pty := struct {
		Term       string
		C, R, W, H uint32
		Modes      string
	}{term, 80, 24, 0, 0, ""}
	_, _ = ch.SendRequest("pty-req", true, gossh.Marshal(pty))
	_, _ = ch.SendRequest("shell", true, nil)
}

// inside repeats something, each time in a new session.
func (f foe) inside(term string, do func(gossh.Channel) error) {
	c := f.client()
	if c == nil {
		return
	}
	defer c.Close()
	defer closeAt(f.stop, c)()
	ch, err := f.shell(c, term)
	if err != nil {
		return
	}
	for !over(f.stop) {
		if do(ch) != nil {
			return
		}
	}
}

func over(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

// closeAt closes a client, which may be blocked in a write, when stop is closed. The returned
// function ends the waiting for that.
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

// attacked runs all attacks until stop is closed.
func (r *running) attacked(stop <-chan struct{}) (ended func()) {
	done := make(chan struct{}, len(hostile))
	n := byte(10)
	for _, attack := range hostile {
		f := foe{r, n, stop}
		n++
		go func() {
			defer func() { done <- struct{}{} }()
			for !over(stop) {
				attack(f)
				f.wait(20 * time.Millisecond) // the pace of a client that reconnects
			}
		}()
	}
	return func() {
		for range hostile {
			<-done
		}
	}
}
