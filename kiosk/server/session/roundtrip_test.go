package session

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// The connection is measured once, again when the figure is old, and not while a request is
// under way. A client that answers nothing delays no key for ever.
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
