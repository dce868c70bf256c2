package follow

import (
	"errors"
	"math/rand/v2"
	"time"

	"motcua/client"
)

// How often a dossier is asked for: at first every minute, then less often while nothing
// changes. Dossiers do not change by the second, and many people share the portals.
const (
	First = time.Minute
	most  = 15 * time.Minute
	grow  = 1.5
	sway  = 0.2 // a pause is up to a fifth longer, so that followers do not ask all at once
)

// pace computes the pauses between look-ups of one dossier. Its zero value starts anew.
type pace struct {
	chance func() float64 // nil: random
	pause  time.Duration  // the last one, before chance lengthened it; 0: there was none
}

// next returns the pause before the next look-up: the shortest one at the beginning and
// after news, else a longer one than before, and never shorter than the source asked
// for.
func (p *pace) next(news bool, least time.Duration) time.Duration {
	if news || p.pause == 0 {
		p.pause = First
	} else {
		p.pause = min(time.Duration(float64(p.pause)*grow), most)
	}
	chance := p.chance
	if chance == nil {
		chance = rand.Float64
	}
	pause := max(p.pause, least)
	return pause + time.Duration(float64(pause)*sway*chance())
}

// Wait returns how long the system, or our own limit, wants us to wait before the next
// request; 0 when the error does not say.
func Wait(err error) time.Duration {
	var (
		down    *client.UnavailableError
		limited *client.LimitedError
	)
	switch {
	case errors.As(err, &limited):
		return limited.Wait
	case errors.As(err, &down):
		return down.RetryAfter
	default:
		return 0
	}
}
