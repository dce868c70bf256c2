package supervise

import (
	"slices"
	"testing"
	"time"
)

func TestPauses(t *testing.T) {
	p := pace{Pauses: Pauses{}.orDefault()}
	var got []time.Duration
	for range 9 {
		got = append(got, p.after(0))
	}
	want := []time.Duration{0, 5e8, 1e9, 2e9, 4e9, 8e9, 16e9, 30e9, 30e9}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// A person who triggers the same fault again gets the screen back at once.
	if got := p.after(10 * time.Second); got != 0 {
		t.Errorf("after ten seconds of health it waits %v", got)
	}
	if got := p.after(9 * time.Second); got != time.Second/2 {
		t.Errorf("the second early death waits %v", got)
	}
	p.reset()
	if got := p.after(0); got != 0 {
		t.Errorf("after a restart on purpose it waits %v", got)
	}
	for range 200 { // no overflow, and it never gives up
		p.after(0)
	}
	if got := p.after(0); got != 30*time.Second {
		t.Errorf("in the end it waits %v", got)
	}
}
