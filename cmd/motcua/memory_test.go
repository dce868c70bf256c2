package main

import "testing"

func TestMemoryIsGivenBackWhenACrowdHasLeft(t *testing.T) {
	given := 0
	tide := &tide{give: func() { given++ }}
	for _, step := range []struct{ sessions, given int }{
		{0, 0}, {5, 0}, {0, 0}, // a few come and go: not worth the work
		{500, 0}, {400, 0}, // most are still here
		{10, 1}, {9, 1}, {0, 1}, // the crowd has left: once
		{40, 1}, {19, 2}, // and again after the next one
		{19, 2}, {19, 2}, {19, 2}, {19, 2}, {19, 3}, {19, 3}, // what outlived it for some seconds: once more
	} {
		tide.look(step.sessions)
		if given != step.given {
			t.Errorf("at %d sessions memory was given back %d times, want %d", step.sessions, given, step.given)
		}
	}
}
