package server

import (
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
	"motcua/client/clienttest/slowline"
)

// The time between keys decides what they mean. So these tests, which mostly wait, run in
// parallel with each other, and not with tests of the package that keep the machine busy.
func TestTheRhythmOfKeysOverSSH(t *testing.T) {
	t.Run("the number pad", theNumberPad)
	t.Run("an arrow that a slow line cuts in two", anArrowInTwo)
	t.Run("a scan", aScan)
}

// The number pad of a terminal in application mode works over SSH, also when each of its
// sequences arrives in two parts.
func theNumberPad(t *testing.T) {
	t.Parallel()
	pad := strings.NewReplacer(".", "\x1bOn", "-", "\x1bOm", "\r", "\x1bOM",
		"0", "\x1bOp", "1", "\x1bOq", "2", "\x1bOr", "3", "\x1bOs", "4", "\x1bOt", "5", "\x1bOu", "6", "\x1bOv", "7", "\x1bOw", "8", "\x1bOx", "9", "\x1bOy")
	// The connection is slow enough that the session waits for the second part. A busy machine
	// delivers the parts further apart than they were sent.
	for _, cut := range []int{0, 1, 2} {
		t.Run(fmt.Sprint("cut after ", cut), func(t *testing.T) {
			t.Parallel()
			c := start(t).over(slowline.Line{Delay: 250 * time.Millisecond})
			typed := func(s string) {
				for _, key := range s {
					seq := pad.Replace(string(key))
					if cut > 0 && len(seq) > cut {
						c.press(seq[:cut])
						pause(5 * time.Millisecond)
						seq = seq[cut:]
					}
					c.press(seq)
					pause(40 * time.Millisecond) // slower than a scanner
				}
			}
			typed("1")
			c.waitFor("ví dụ")
			typed(knownCode)
			c.waitFor("│ " + knownCode)
			typed("\r")
			c.waitFor("Đăng ký tạm trú")
		})
	}
}

// over connects by way of a line, and returns when the server has asked how long the line
// takes there and back: keys that are pressed then arrive after the answer.
func (r *running) over(line slowline.Line) *visitor {
	r.t.Helper()
	relay, err := line.Listen(r.t.Context(), r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(relay.Close)
	tcp, err := (&net.Dialer{}).DialContext(r.t.Context(), "tcp", relay.Addr())
	if err != nil {
		r.t.Fatal(err)
	}
	conn, channels, asked, err := gossh.NewClientConn(tcp, relay.Addr(), anyone())
	if err != nil {
		r.t.Fatal(err)
	}
	answered := make(chan *gossh.Request)
	measured := make(chan struct{})
	go func() {
		defer close(answered)
		once := sync.OnceFunc(func() { close(measured) })
		for req := range asked {
			if req.WantReply {
				_ = req.Reply(false, nil)
			}
			if req.Type == "keepalive@openssh.com" {
				once()
			}
		}
	}()
	c := gossh.NewClient(conn, channels, answered)
	r.t.Cleanup(func() { _ = c.Close() })
	term := r.open(c, "")
	term.waitFor("4.578")
	select {
	case <-measured:
	case <-time.After(10 * time.Second):
		r.t.Fatal("the server does not ask how long the line takes")
	}
	return term
}

// On a slow line the sequence of an arrow key may arrive in two parts. It stays an arrow, and
// does not become the Esc key, which leaves the page, and two letters.
func anArrowInTwo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		delay time.Duration // each way
		apart time.Duration
	}{{100 * time.Millisecond, 80 * time.Millisecond}, {200 * time.Millisecond, 300 * time.Millisecond}} {
		t.Run(c.delay.String(), func(t *testing.T) {
			t.Parallel()
			term := start(t).over(slowline.Line{Delay: c.delay})
			term.press("2")
			term.waitFor("↑↓")
			for range 3 {
				term.press("\x1b")
				pause(c.apart)
				term.press("[B")
				pause(2*c.delay + 150*time.Millisecond)
			}
			if got := term.screen.text(); !strings.Contains(got, "↑↓") || strings.Contains(got, "[B") {
				t.Fatalf("the page was left, or the arrow typed:\n%s", got)
			}
			term.press("\x1b") // an Esc by itself is still the Esc key
			term.waitFor("Hồ sơ của tôi đến đâu rồi?")
		})
	}
}

// On a fast line the Esc key acts at once.
func TestEscIsFastOnAFastLine(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	fastest := time.Hour
	for range 5 {
		term.press("2")
		term.waitFor("↑↓")
		began := time.Now()
		term.press("\x1b")
		term.waitFor("Hồ sơ của tôi đến đâu rồi?")
		fastest = min(fastest, time.Since(began))
	}
	t.Logf("%v", fastest)
	if fastest > 250*time.Millisecond {
		t.Errorf("the fastest of five took %v", fastest)
	}
}

// A scanner at the other end of a line: its keys come in one packet, in a few, or one by one at
// uneven intervals. Each scan opens its dossier, and none of its keys acts as a shortcut.
func aScan(t *testing.T) {
	// Under the race detector keys are read later than a scanner sends them.
	clienttest.Long(t, "reads scans at the speed of a scanner")
	t.Parallel()
	const other = "H55.17.05-261120-0008" // not in this server's data
	scans := map[string]func(*visitor, string){
		"one packet": func(c *visitor, s string) { c.press(s) },
		"three packets": func(c *visitor, s string) {
			c.press(s[:4])
			pause(10 * time.Millisecond)
			c.press(s[4:10])
			pause(20 * time.Millisecond)
			c.press(s[10:])
		},
		"letter by letter": func(c *visitor, s string) {
			for i := range len(s) {
				c.press(s[i : i+1])
				pause(5 * time.Millisecond)
			}
		},
	}
	for name, line := range map[string]slowline.Line{"near": {}, "far": {Delay: 60 * time.Millisecond}, "bad": {Delay: 40 * time.Millisecond, Loss: 0.05, Seed: 3}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := start(t).over(line)
			for how, scan := range scans {
				scan(c, "]Q1"+knownCode+"\r")
				c.waitFor("THỨ TƯ 25/11/2026")
				scan(c, other+"\r") // while a dossier is shown
				c.waitFor("Không thấy hồ sơ")
				scan(c, knownCode+"\r\n")
				c.waitFor("THỨ TƯ 25/11/2026")
				pause(200 * time.Millisecond)
				c.press("\x1b")
				eventually(t, how+": one Esc leads to the first page", func() bool {
					return strings.Contains(c.screen.text(), "Hồ sơ của tôi đến đâu rồi?")
				})
				scan(c, "9786042012345\r")
				c.waitFor("vừa quét")
				select {
				case err := <-c.over:
					t.Fatalf("%s: the session ended: %v", how, err)
				default:
				}
			}
		})
	}
}
