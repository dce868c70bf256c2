package clienttest

import (
	"sync"
	"time"
)

// Clock is a clock that only moves when a test moves it, also backwards.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// NewClock returns a clock that shows that time.
func NewClock(at time.Time) *Clock { return &Clock{at: at} }

// Now returns the time that the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Advance moves the clock.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}
