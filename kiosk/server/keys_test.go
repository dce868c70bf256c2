package server

import (
	"strings"
	"testing"
	"time"
)

// The number pad of a terminal in application mode types over SSH, whole and with
// each of its sequences cut in two.
func TestTheNumberPadOverSSH(t *testing.T) {
	pad := strings.NewReplacer(".", "\x1bOn", "-", "\x1bOm", "\r", "\x1bOM",
		"0", "\x1bOp", "1", "\x1bOq", "2", "\x1bOr", "3", "\x1bOs", "4", "\x1bOt", "5", "\x1bOu", "6", "\x1bOv", "7", "\x1bOw", "8", "\x1bOx", "9", "\x1bOy")
	for _, cut := range []int{0, 1, 2} {
		r := start(t)
		c := r.sit(anyone())
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
