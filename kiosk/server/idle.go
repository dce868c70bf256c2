package server

import "time"

// limit watches the clock until the session ends.
func (x *session) limit(args []string) {
	total := x.may.Total
	if x.face == FaceCommand && !watches(args) {
		total = min(total, x.may.Command)
	}
	go func() {
		// Output must not count: a page that ticks would keep itself alive.
		idle := time.NewTimer(x.may.Idle)
		end := time.NewTimer(total)
		defer idle.Stop()
		defer end.Stop()
		warned := false
		for {
			select {
			case <-x.ended:
				return
			case <-end.C:
				x.end(ReasonTotal)
				return
			case <-idle.C:
			}
			quiet := x.quiet()
			left := x.may.Idle - quiet
			switch {
			case x.face == FaceCommand: // waits for us, not for a person
				continue
			case left <= 0:
				x.end(ReasonIdle)
				return
			case left <= idleWarning && !warned:
				warned = true
				x.tell(wordIdleSoon.in(x.lang))
			case left > idleWarning:
				warned = false
				left -= min(idleWarning, left/2)
			}
			idle.Reset(max(left, time.Millisecond))
		}
	}()
}

// quiet is how long nobody did anything. A terminal that reports its focus or a
// mouse that was left moving is nobody.
func (x *session) quiet() time.Duration {
	if x.face != FaceInterface {
		return x.in.quiet()
	}
	if at := x.filter.Stats().LastKey; !at.IsZero() {
		return time.Since(at)
	}
	return time.Since(x.in.start)
}

// idleWarning is how long before an idle end the person is told. WCAG 2.2.1
// asks for at least 20 s.
const idleWarning = 30 * time.Second
