package patience

import (
	"math"

	"golang.org/x/time/rate"
)

// Pace is how fast a list is looked up: as a flag says, but not faster than a server's
// preset; usual without either. A negative preset and an infinite rate are no limit.
func Pace(flag, preset, usual float64) *rate.Limiter {
	r := preset
	switch {
	case flag > 0 && preset > 0:
		r = min(flag, preset)
	case flag > 0:
		r = flag
	case preset == 0:
		r = usual
	case preset < 0:
		return nil
	}
	if math.IsInf(r, 0) {
		return nil
	}
	return rate.NewLimiter(rate.Limit(r), 1) // evenly, without bursts
}
