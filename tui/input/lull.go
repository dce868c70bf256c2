package input

import "time"

// Lull is how long a person must stop typing before the list below the field changes. On a slow
// line a list costs more than the letters that follow.
type Lull struct {
	Lean   bool // each byte counts
	pause  time.Duration
	listed bool
}

const (
	lull      = 250 * time.Millisecond
	leanLull  = 700 * time.Millisecond
	mostPause = 2400 * time.Millisecond
)

// Listed tells that the list was changed.
func (l *Lull) Listed() { l.listed = true }

// Typed tells of a letter, and returns how long to wait for the next. Where each byte counts,
// somebody who typed on after a list came types slowly, and is given twice the time.
func (l *Lull) Typed() time.Duration {
	switch {
	case !l.Lean:
		return lull
	case l.pause == 0:
		l.pause = leanLull
	case l.listed:
		l.pause = min(2*l.pause, mostPause)
	}
	l.listed = false
	return l.pause
}
