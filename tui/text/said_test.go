package text

import "testing"

func TestWith(t *testing.T) {
	s := Say("cần %s từ %d", "it takes %s from %d").With(Say("số", "a number"), 3)
	if s.In(VI) != "cần số từ 3" || s.In(EN) != "it takes a number from 3" {
		t.Errorf("%q, %q", s.In(VI), s.In(EN))
	}
}
