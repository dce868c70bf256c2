package server

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest/slowline"
)

// The number pad of a terminal in application mode types over SSH, whole and with
// each of its sequences cut in two.
func TestTheNumberPadOverSSH(t *testing.T) {
	pad := strings.NewReplacer(".", "\x1bOn", "-", "\x1bOm", "\r", "\x1bOM",
		"0", "\x1bOp", "1", "\x1bOq", "2", "\x1bOr", "3", "\x1bOs", "4", "\x1bOt", "5", "\x1bOu", "6", "\x1bOv", "7", "\x1bOw", "8", "\x1bOx", "9", "\x1bOy")
	r := start(t)
	// On a line that is slow enough for the halves to be waited for: a machine that is
	// busy brings them further apart than they were sent.
	for _, cut := range []int{0, 1, 2} {
		c := r.over(slowline.Line{Delay: 150 * time.Millisecond})
		pause(450 * time.Millisecond) // until the line is measured
		typed := func(s string) {
			for _, key := range s {
				seq := pad.Replace(string(key))
				if cut > 0 && len(seq) > cut {
					c.press(seq[:cut])
					pause(5 * time.Millisecond)
					seq = seq[cut:]
				}
				c.press(seq)
				pause(40 * time.Millisecond) // nobody's scanner
			}
		}
		typed("1")
		c.waitFor("ví dụ")
		typed(knownCode)
		c.waitFor("│ " + knownCode)
		typed("\r")
		c.waitFor("Đăng ký tạm trú")
	}
}

// over connects by way of a line.
func (r *running) over(line slowline.Line) *terminal {
	r.t.Helper()
	relay, err := line.Listen(r.t.Context(), r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(relay.Close)
	c, err := gossh.Dial("tcp", relay.Addr(), anyone())
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = c.Close() })
	term := r.open(c, "")
	term.waitFor("4.578")
	return term
}

// A slow line brings an arrow in two: it stays an arrow, where it would be a key Esc
// that leaves the page and two letters.
func TestAnArrowThatASlowLineCutsInTwo(t *testing.T) {
	for _, c := range []struct {
		delay time.Duration // each way
		apart time.Duration
	}{{100 * time.Millisecond, 80 * time.Millisecond}, {200 * time.Millisecond, 300 * time.Millisecond}} {
		r := start(t)
		term := r.over(slowline.Line{Delay: c.delay})
		pause(3 * c.delay) // until the line is measured
		term.press("2")
		term.waitFor("↑↓")
		for range 3 {
			term.press("\x1b")
			pause(c.apart)
			term.press("[B")
			pause(2*c.delay + 150*time.Millisecond)
		}
		if got := term.screen.text(); !strings.Contains(got, "↑↓") || strings.Contains(got, "[B") {
			t.Fatalf("%v: the page was left, or the arrow typed:\n%s", c.delay, got)
		}
		term.press("\x1b") // alone it is what it always was
		term.waitFor("Hồ sơ của tôi đến đâu rồi?")
	}
}

// On a line that is not slow a key Esc acts at once.
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

// The line is asked once, again when the figure is old, and not while an answer is
// out; a client that answers nothing makes no key slow for ever.
func TestTheLineIsMeasured(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var line roundTrip
		asked := 0
		answer := make(chan error)
		send := func() error { asked++; return <-answer }
		wait := func(want time.Duration) {
			t.Helper()
			if got := line.newest(); got != want {
				t.Errorf("the line takes %v, want %v", got, want)
			}
		}
		wait(0)
		line.measure(send)
		line.measure(send)
		time.Sleep(300 * time.Millisecond) //nolint:forbidigo // virtual time
		wait(300 * time.Millisecond)
		answer <- nil
		synctest.Wait()
		time.Sleep(5 * time.Second) //nolint:forbidigo // virtual time
		line.measure(send)
		wait(300 * time.Millisecond)
		if asked != 1 {
			t.Errorf("asked %d times", asked)
		}
		time.Sleep(roundTripLasts) //nolint:forbidigo // virtual time
		line.measure(send)
		time.Sleep(40 * time.Millisecond) //nolint:forbidigo // virtual time
		wait(300 * time.Millisecond)
		answer <- nil
		synctest.Wait()
		wait(40 * time.Millisecond)
		time.Sleep(roundTripLasts) //nolint:forbidigo // virtual time
		line.measure(send)
		time.Sleep(roundTripMost) //nolint:forbidigo // virtual time
		wait(40 * time.Millisecond)
		answer <- errors.New("closed")
		if asked != 3 {
			t.Errorf("asked %d times", asked)
		}
	})
	for roundTrip, want := range map[time.Duration]time.Duration{
		0: 0, 25 * time.Millisecond: 0, 40 * time.Millisecond: 30 * time.Millisecond, 200 * time.Millisecond: 350 * time.Millisecond,
		500 * time.Millisecond: 950 * time.Millisecond, time.Hour: 950 * time.Millisecond,
	} {
		if got := sequenceWait(roundTrip); got != want {
			t.Errorf("waits %v on a line of %v, want %v", got, roundTrip, want)
		}
	}
}

// A scanner at the other end of a line: its keys come in one packet, in a few, or one
// by one and at uneven times. Each scan opens its dossier, and none of its keys is a
// shortcut.
func TestAScanOverSSH(t *testing.T) {
	const other = "H55.17.05-261120-0008" // no dossier of this server
	scans := map[string]func(*terminal, string){
		"one packet": func(c *terminal, s string) { c.press(s) },
		"three packets": func(c *terminal, s string) {
			c.press(s[:4])
			pause(10 * time.Millisecond)
			c.press(s[4:10])
			pause(20 * time.Millisecond)
			c.press(s[10:])
		},
		"letter by letter": func(c *terminal, s string) {
			for i := range len(s) {
				c.press(s[i : i+1])
				pause(5 * time.Millisecond)
			}
		},
	}
	for name, line := range map[string]slowline.Line{"near": {}, "far": {Delay: 60 * time.Millisecond}, "bad": {Delay: 40 * time.Millisecond, Loss: 0.05, Seed: 3}} {
		r := start(t)
		c := r.over(line)
		pause(3 * line.Delay)
		for how, scan := range scans {
			scan(c, "]Q1"+knownCode+"\r")
			c.waitFor("THỨ TƯ 25/11/2026")
			scan(c, other+"\r") // with a dossier on the screen
			c.waitFor("Không thấy hồ sơ")
			scan(c, knownCode+"\r\n")
			c.waitFor("THỨ TƯ 25/11/2026")
			pause(200 * time.Millisecond)
			c.press("\x1b")
			eventually(t, name+", "+how+": one Esc leads to the first page", func() bool {
				return strings.Contains(c.screen.text(), "Hồ sơ của tôi đến đâu rồi?")
			})
			scan(c, "9786042012345\r")
			c.waitFor("vừa quét")
			select {
			case err := <-c.over:
				t.Fatalf("%s, %s: the session ended: %v", name, how, err)
			default:
			}
		}
	}
}
