package track

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/follow"
)

// What happens when a system asks to wait or nobody answers. Lists run unattended for
// hours, so the run waits longer than a person would, but not for ever.
const (
	limitedTries = 8                // for one code that is refused for now
	limitedMost  = 20 * time.Minute // a longer wait ends the run
	downsFree    = 5                // consecutive failures before it pauses
	downsMost    = 12               // consecutive failures before it gives up
	downPause    = 30 * time.Second // doubled each time
	downMost     = 5 * time.Minute
)

// wait reserves the next slot of the list's rate and returns the time until it.
func (l *list) wait() time.Duration {
	if l.pace == nil {
		return 0
	}
	return l.pace.Reserve().Delay()
}

// atOnce returns how many look-ups may run at the same time: enough for a system that
// answers within half a second, and only one while something is wrong there. A server has
// its own rate limit and gets one look-up after the other.
func (t *tracker) atOnce() int {
	if t.list.pace == nil || t.Rate < 0 || t.list.downs > 0 {
		return 1
	}
	return min(atOnceMost, 1+int(t.list.pace.Limit()/2))
}

// settle waits as a refusal asks and repeats the look-up, and pauses in an outage. A
// failure of a look-up that was running when the last one became known is not counted
// again.
func (t *tracker) settle(ctx context.Context, f *flight) {
	l := &t.list
	if !l.batch {
		return
	}
	for try := 1; ; try++ {
		var limited *client.LimitedError
		switch {
		case ctx.Err() != nil:
			return
		case errors.As(f.failed, &limited) && limited.Wait <= limitedMost && try < limitedTries:
			if !f.began.Before(l.heard) {
				l.pause(ctx, limited.Wait)
			}
		case errors.Is(f.failed, client.ErrUnavailable):
			if !f.began.Before(l.heard) {
				l.down(ctx, follow.Wait(f.failed))
			}
			return
		default:
			l.downs = 0
			return
		}
		if !sleep(ctx, l.wait()) {
			return
		}
		f.began = time.Now()
		f.answer, f.failed = t.Service.Track(ctx, f.Query)
	}
}

// pause waits and shows that it does.
func (l *list) pause(ctx context.Context, d time.Duration) {
	l.bar.Pause(d)
	sleep(ctx, d)
	l.heard = time.Now()
	l.paused += d
}

// down pauses after several consecutive look-ups that no system answered: continuing would
// only turn the rest of the list into errors.
func (l *list) down(ctx context.Context, asked time.Duration) {
	l.downs++
	l.heard = time.Now()
	if l.downs >= downsMost {
		l.gaveUp = true
		return
	}
	if d := max(downPause<<max(l.downs-downsFree, 0), asked); l.downs >= downsFree {
		l.pause(ctx, min(d, downMost))
	}
}
