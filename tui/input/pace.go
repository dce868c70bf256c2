package input

import "time"

// Pace measures how long the program was idle between two keys: the time between them,
// less the time for the messages in between and their drawing.
type Pace struct{ busy time.Duration }

// Worked adds the time that a message or its drawing took.
func (p *Pace) Worked(began time.Time) { p.busy += time.Since(began) }

// Idle returns the idle time between the previous key and one that came now, and starts a
// new measurement.
func (p *Pace) Idle(before, now time.Time) time.Duration {
	idle := max(now.Sub(before)-p.busy, 0)
	p.busy = 0
	return idle
}
