package login

import (
	"testing"
	"time"
)

func TestTheOldestLogInsAreForgotten(t *testing.T) {
	s := New(time.Now, time.Minute)
	first := s.Open()
	for range maxSessions + 5 {
		s.Open()
	}
	if n := len(s.until); n > maxSessions || s.Holds(first) {
		t.Errorf("%d sessions are remembered, the first: %v", n, s.Holds(first))
	}
}
