package follow

import (
	"errors"
	"math/rand/v2"
	"time"

	"motcua/client"
)

// How often a dossier is asked for: at first every minute, then ever more rarely
// while nothing changes. Nobody's dossier moves by the second, and the portals are
// shared.
const (
	First = time.Minute
	most  = 15 * time.Minute
	grow  = 1.5
	sway  = 0.2 // a pause is up to a fifth longer, so that those who follow spread out
)

// pace is how long to wait between look-ups of one dossier. Its zero value begins anew.
type pace struct {
	chance func() float64 // nil: random
	pause  time.Duration  // the last one, before chance lengthened it; 0: there was none
}

// next is the pause before the next look-up: the first one after the beginning and
// after news, else a longer one than the last, and never less than who answers asked
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

// Wait is how long the system, or our own limit, wants to be left alone; 0 where it
// did not say.
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
