package input

import (
	"testing"
	"time"
)

// However slowly somebody types, few of the letters are answered by a list.
func TestLull(t *testing.T) {
	for _, tt := range []struct {
		lean   bool
		letter time.Duration // between two letters
		lists  int           // for nine of them
	}{
		{false, 200 * time.Millisecond, 1},
		{false, time.Second, 9},
		{true, 200 * time.Millisecond, 1},
		{true, 600 * time.Millisecond, 1},
		{true, time.Second, 2},
		{true, 2 * time.Second, 3},
		{true, 5 * time.Second, 9},
	} {
		l, lists := Lull{Lean: tt.lean}, 0
		l.Listed() // what the page begins with
		for n := range 9 {
			if l.Typed() < tt.letter || n == 8 {
				l.Listed()
				lists++
			}
		}
		if lists != tt.lists {
			t.Errorf("lean %v, a letter each %v: %d lists, want %d", tt.lean, tt.letter, lists, tt.lists)
		}
	}
}
