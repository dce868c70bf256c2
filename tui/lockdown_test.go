package tui_test

import (
	"fmt"
	"regexp"
	"testing"
	"time"

	"motcua/client/clienttest"
)

// everyKey is what keyboards and mice can send: control characters, Alt and every
// printable character, letters and function keys with every modifier in the
// notations of xterm and kitty, mouse buttons with theirs.
func everyKey() (all []string) {
	for c := range 0x20 {
		all = append(all, string(rune(c)))
	}
	all = append(all, "\x7f")
	for c := ' '; c <= '~'; c++ {
		all = append(all, string(c), "\x1b"+string(c))
	}
	for c := range 0x20 {
		all = append(all, "\x1b"+string(rune(c)))
	}
	for mod := 2; mod <= 16; mod++ {
		for _, c := range "abcdefghijklmnopqrstuvwxyz[\\]^_ \r\t\x1b\x7f" {
			all = append(all, fmt.Sprintf("\x1b[%d;%du", c, mod), fmt.Sprintf("\x1b[27;%d;%d~", mod, c))
		}
		for _, c := range "ABCDHFPQRS" { // arrows, Home, End, F1 to F4
			all = append(all, fmt.Sprintf("\x1b[1;%d%c", mod, c))
		}
	}
	for _, n := range []int{2, 3, 5, 6, 7, 8, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34} { // to F20
		for _, mod := range []string{"", ";2", ";3", ";5", ";6", ";7", ";8", ";9"} {
			all = append(all, fmt.Sprintf("\x1b[%d%s~", n, mod))
		}
	}
	for c := 57344; c <= 57454; c++ { // kitty's own keys, F13 to F35 among them
		all = append(all, fmt.Sprintf("\x1b[%du", c))
	}
	for _, button := range []int{0, 1, 2, 3, 64, 65, 66, 67, 128, 129, 130, 131} {
		for _, mod := range []int{0, 4, 8, 16, 28, 32} {
			all = append(all, mouse(button|mod, 40, 10), fmt.Sprintf("\x1b[<%d;41;11m", button|mod))
		}
	}
	return all
}

// neverWritten changes what is not the interface's: the title of the window, the
// clipboard, links that open something, notices of the desktop, the size of the
// window, files to be saved.
var neverWritten = regexp.MustCompile(`\x1b\](0|1|2|8|9|52|99|777|1337);|\x1b\[(1|2|3|4|5|6|7|8|9|22|23)(;\d*)*t|\x1bP|\x1b_|\x1b\^|\x1bc|\x1b\[!p`)

func TestNoKeyGetsOutOfALobby(t *testing.T) {
	keys := everyKey()
	if len(keys) < 1_500 {
		t.Fatalf("only %d keys", len(keys))
	}
	for name, from := range map[string]struct {
		at    func(*terminal)
		every int // each key on one page, a part of them on the other
	}{
		"the first page": {func(*terminal) {}, 1},
		"a dossier":      {func(c *terminal) { c.beam(receipt, 0) }, 5},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o, h := inLobby(t)
			left := 0
			o.Leave = func() { left++ }
			onTerminal(t, o, 80, 21, func(c *terminal) {
				from.at(c)
				every := from.every
				if clienttest.Raced() {
					every *= oneIn // they go the same way, and the run without it has them all
				}
				for i := 0; i < len(keys); i += every {
					k := keys[i]
					c.send(k)
					select {
					case <-c.ended:
						t.Fatalf("%q ended the program", k)
					default:
					}
					if i%300 == 0 {
						from.at(c) // back to where it began
					}
				}
				c.press("f10")
				c.wait(time.Second)
				c.shows("CẦN MANG GIẤY TỜ GÌ?")
				if bad := neverWritten.Find(c.screen.raw); bad != nil {
					t.Errorf("it writes %q", bad)
				}
				if _, restarts, leaves, _ := h.operator.counts(); restarts+leaves+left > 0 {
					t.Errorf("%d restarts, %d and %d ways out", restarts, leaves, left)
				}
			})
		})
	}
}

// The search for what is never written finds it.
func TestWhatIsNeverWrittenIsFound(t *testing.T) {
	for _, bad := range []string{"\x1b]0;title\a", "\x1b]2;title\a", "\x1b]8;;https://example.vn\x1b\\", "\x1b]52;c;YQ==\a", "\x1b[22;0t", "\x1b]9;note\a", "\x1bc"} {
		if !neverWritten.MatchString("..." + bad + "...") {
			t.Errorf("%q is not found", bad)
		}
	}
	for _, good := range []string{"\x1b[2J\x1b[3J", "\x1b]11;?\a", "\x1b[38;2;1;2;3m", "\x1b[?1049h", "\x1b[c"} {
		if bad := neverWritten.FindString(good); bad != "" {
			t.Errorf("%q counts as bad: %q", good, bad)
		}
	}
}
