package line

import (
	"context"
	"errors"
	"math"
	"time"

	"golang.org/x/time/rate"

	"motcua/client"
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

// track looks up one code at the pace of the list, and in a batch waits as it is
// told.
func (t *tracker) track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	l := &t.list
	for try := 1; ; try++ {
		if l.pace != nil {
			if err := l.pace.Wait(ctx); err != nil {
				return client.Answer[client.Dossier]{}, ctx.Err()
			}
		}
		a, err := t.service.Track(ctx, q)
		var limited *client.LimitedError
		switch {
		case !l.batch || ctx.Err() != nil:
			return a, err
		case errors.As(err, &limited) && limited.Wait <= limitedMost && try < limitedTries:
			l.bar.pause(limited.Wait)
			sleep(ctx, limited.Wait)
		case errors.Is(err, client.ErrUnavailable):
			t.down(ctx, retryAfter(err))
			return a, err
		default:
			l.downs = 0
			return a, err
		}
	}
}

// down pauses after several look-ups in a row that no system answered: going on
// would only turn the rest of the list into errors.
func (t *tracker) down(ctx context.Context, asked time.Duration) {
	l := &t.list
	l.downs++
	if l.downs >= downsMost {
		l.gaveUp = true
		return
	}
	if pause := max(downPause<<max(l.downs-downsFree, 0), asked); l.downs >= downsFree {
		pause = min(pause, downMost)
		l.bar.pause(pause)
		sleep(ctx, pause)
	}
}
