package session

import (
	"time"

	"motcua/tui/text"
)

// limit ends the session when its idle time or its total time is over.
func (x *Session) limit(args []string) {
	total := x.May.Total
	if x.face == FaceCommand && !watches(args) {
		total = min(total, x.May.Command)
	}
	go func() {
		// Output must not count as activity: a page that updates itself would never become
		// idle.
		idle := time.NewTimer(x.May.Idle)
		end := time.NewTimer(total)
		defer idle.Stop()
		defer end.Stop()
		warned := false
		for {
			select {
			case <-x.ended:
				return
			case <-end.C:
				x.End(ReasonTotal)
				return
			case <-idle.C:
			}
			quiet := x.quiet()
			left := x.May.Idle - quiet
			switch {
			case x.face == FaceCommand: // it waits for the server and not for a person
				continue
			case left <= 0:
				x.End(ReasonIdle)
				return
			case left <= idleWarning && !warned:
				warned = true
				x.Tell(text.ServerIdleSoon)
			case left > idleWarning:
				warned = false
				left -= min(idleWarning, left/2)
			}
			idle.Reset(max(left, time.Millisecond))
		}
	}()
}

// quiet returns how long the person has done nothing. Focus reports and mouse motion do not
// count, because a terminal sends them by itself.
func (x *Session) quiet() time.Duration {
	if x.face != FaceInterface {
		return x.in.quiet()
	}
	if at := x.filter.Stats().LastKey; !at.IsZero() {
		return time.Since(at)
	}
	return time.Since(x.in.start)
}

// idleWarning is how long before the idle end the person is warned. WCAG 2.2.1 asks for at
// least 20 s.
const idleWarning = 30 * time.Second
