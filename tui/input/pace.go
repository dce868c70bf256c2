package input

import "time"

// Pace measures how long the program had nothing to do between two Keys: from the
// one to the other, less what the messages in between and their drawing took.
type Pace struct{ busy time.Duration }

// Worked notes what a message or its drawing took.
func (p *Pace) Worked(began time.Time) { p.busy += time.Since(began) }

// Idle is how long there was nothing to do between the key before and the one that
// came at that moment. The next one begins anew.
func (p *Pace) Idle(before, now time.Time) time.Duration {
	idle := max(now.Sub(before)-p.busy, 0)
	p.busy = 0
	return idle
}
