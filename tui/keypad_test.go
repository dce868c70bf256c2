package tui_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"motcua/tui"
)

// onPad writes a text as a terminal in keypad application mode sends it (xterm,
// "VT220-Style Function Keys"); what has no key on the pad stays as it is.
func onPad(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteString("\x1bO" + string('p'+r-'0'))
		case r == '\r':
			b.WriteString("\x1bOM")
		case strings.ContainsRune("*+,-./", r):
			b.WriteString("\x1bO" + string("jklmno"[strings.IndexRune("*+,-./", r)]))
		case r == '=':
			b.WriteString("\x1bOX")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// inKitty writes it as the kitty keyboard protocol does.
func inKitty(s string) string {
	r := strings.NewReplacer("-", "\x1b[57412u", ".", "\x1b[57409u", "\r", "\x1b[57414u",
		"0", "\x1b[57399u", "1", "\x1b[57400u", "2", "\x1b[57401u", "3", "\x1b[57402u", "4", "\x1b[57403u",
		"5", "\x1b[57404u", "6", "\x1b[57405u", "7", "\x1b[57406u", "8", "\x1b[57407u", "9", "\x1b[57408u")
	return r.Replace(s)
}

// The number pad types in every field and works as shortcut, in whatever mode an
// earlier program left the terminal.
func TestTheNumberPadTypes(t *testing.T) {
	for name, pad := range map[string]func(string) string{"application mode": onPad, "kitty": inKitty} {
		for where, made := range map[string]func(*testing.T) tui.Options{
			"a lobby":        func(t *testing.T) tui.Options { t.Helper(); o, _ := inLobby(t); return o },
			"a person's own": func(t *testing.T) tui.Options { t.Helper(); o, _ := options(t); o.Staff = true; return o },
		} {
			t.Run(name+" "+where, func(t *testing.T) {
				beside(t)
				onTerminal(t, made(t), 80, 40, func(c *terminal) {
					type1 := func(s string) { // a key at a time, as people do
						for _, r := range s {
							c.press(pad(string(r)))
						}
					}
					type1("1") // a shortcut
					c.shows("Hồ sơ của tôi đến đâu rồi?", "ví dụ")
					type1(sampleCode)
					c.shows("│ " + sampleCode)
					type1("\r")
					c.wait(time.Second)
					c.press("m")
					type1("1234")
					c.shows("│ 1234")
					type1("\r")
					c.wait(time.Second)
					c.shows("••")
					c.press("esc", "esc")
					c.press("esc")
					type1("2")
					type1("1.004194")
					c.wait(time.Second)
					c.shows("│ 1.004194")
				})
			})
		}
	}
}

// Each key of the pad, whole and cut in two between any of its bytes.
func TestEachKeyOfTheNumberPad(t *testing.T) {
	o, _ := options(t)
	onTerminal(t, o, 80, 24, func(c *terminal) {
		c.press("2")
		want := ""
		for _, key := range "0123456789.-+*/,=" {
			seq := onPad(string(key))
			for cut := range len(seq) {
				_, _ = io.WriteString(c.keys, seq[:cut])
				c.wait(20 * time.Millisecond)
				_, _ = io.WriteString(c.keys, seq[cut:])
				c.wait(100 * time.Millisecond)
				want += string(key)
				c.shows("│ " + want)
			}
			for range len(seq) {
				c.press("backspace")
				want = want[:len(want)-1]
			}
		}
	})
}

// A scanner that presses the number pad is a scanner.
func TestAScanOnTheNumberPad(t *testing.T) {
	long(t)
	o, h := inLobby(t)
	onTerminal(t, o, 80, 40, func(c *terminal) {
		c.send(onPad(sampleCode + "\r"))
		c.wait(time.Second)
		c.shows("Đúng hạn")
		if got := h.looked(); len(got) != 1 {
			t.Errorf("asked for %q", got)
		}
	})
}
