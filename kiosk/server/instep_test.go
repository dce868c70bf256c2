package server

import (
	"testing"
	"testing/synctest"
	"time"
)

// Programs that start at different times tick together.
func TestSessionsDrawInStep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const fps = 30
		const frame = time.Second / fps
		start := time.Now()
		for _, late := range []time.Duration{0, time.Millisecond, 17 * time.Millisecond, frame - 1, frame, 5 * time.Second} {
			pause(late)
			began := time.Now()
			inStep(start, fps)
			if waited := time.Since(began); waited > frame {
				t.Errorf("waited %v, longer than a frame", waited)
			}
			if phase := time.Since(start) % frame; phase != 0 {
				t.Errorf("%v later a program starts %v into a frame", late, phase)
			}
		}
	})
}

func TestUntilFrame(t *testing.T) {
	const frame = time.Second / 50
	for at, want := range map[time.Duration]time.Duration{
		0: frame, time.Millisecond: frame - time.Millisecond, frame - 1: 1, frame: frame, 7*frame + 3: frame - 3,
	} {
		if got := untilFrame(at, 50); got != want {
			t.Errorf("at %v: %v, want %v", at, got, want)
		}
	}
}
