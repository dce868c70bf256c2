package line

import (
	"context"
	"errors"
	"math"
	"time"

	"golang.org/x/time/rate"

	"motcua/client"
	"motcua/client/follow"
)

// How a list goes on when it is told to wait or nobody answers. A list is left
// alone for hours, so it waits longer than a person would, and not for ever.
const (
	limitedTries = 8                // of one code that is refused for now
	limitedMost  = 20 * time.Minute // a longer wait is not waited for
	downsFree    = 5                // in a row before it pauses
	downsMost    = 12               // in a row before it gives up
	downPause    = 30 * time.Second // doubled each time
	downMost     = 5 * time.Minute
)

func pacer(flag, preset float64) *rate.Limiter {
	r := preset
	switch {
	case flag > 0 && preset > 0:
		r = min(flag, preset)
	case flag > 0:
		r = flag
	case preset == 0:
		r = listRate
	case preset < 0:
		return nil
	}
	if math.IsInf(r, 0) {
		return nil
	}
	return rate.NewLimiter(rate.Limit(r), 1) // evenly, never a burst
}

// wait takes a place in the pace of the list and tells how long to wait for it.
func (l *list) wait() time.Duration {
	if l.pace == nil {
		return 0
	}
	return l.pace.Reserve().Delay()
}

// atOnce is how many look-ups may be under way: enough for a system that answers
// within half a second, and one alone while something is wrong there. A server has
// a pace of its own, which looks at one after the other.
func (t *tracker) atOnce() int {
	if t.list.pace == nil || t.Rate < 0 || t.list.downs > 0 {
		return 1
	}
	return min(atOnceMost, 1+int(t.list.pace.Limit()/2))
}

// settle waits as it is told and asks again, and pauses in an outage. What was
// under way when that was heard says nothing new.
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
		f.answer, f.failed = t.service.Track(ctx, f.query)
	}
}

// pause waits and says so.
func (l *list) pause(ctx context.Context, d time.Duration) {
	l.bar.pause(d)
	sleep(ctx, d)
	l.heard = time.Now()
	l.paused += d
}

// down pauses after several look-ups in a row that no system answered: going on
// would only turn the rest of the list into errors.
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
