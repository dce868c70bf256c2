package rest

import (
	"context"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	maxBackOff    = 16 * time.Second
	maxRetryAfter = 24 * time.Hour
	// spread keeps kiosks that were told the same Retry-After from coming back at the
	// same moment.
	spread = time.Second
)

// backOff returns the pause after attempt i (from 0) with full jitter: a random time
// between 0 and min(16 s, 2^i s).
func backOff(i int) time.Duration {
	top := maxBackOff
	if i < 4 {
		top = time.Second << i
	}
	return rand.N(top)
}

func waitFor(i int, retryAfter time.Duration) time.Duration {
	if retryAfter > 0 {
		return retryAfter + rand.N(spread)
	}
	return backOff(i)
}

// pause waits d and reports whether the call may continue. It returns false at once when
// the wait would pass the deadline.
func pause(ctx context.Context, d time.Duration) bool {
	if end, ok := ctx.Deadline(); ok && time.Until(end) <= d {
		return false
	}
	return Wait(ctx, d) == nil
}

// retryAfter reads the header: seconds or an HTTP date (RFC 9110, 10.2.3). A date is
// compared with the server's own Date when there is one, because clocks at counters are
// often wrong.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if v == "" {
		return 0
	}
	if s, err := strconv.ParseFloat(v, 64); err == nil {
		if math.IsNaN(s) || s <= 0 {
			return 0
		}
		return time.Duration(min(s, maxRetryAfter.Seconds()) * float64(time.Second))
	}
	at, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	if said, err := http.ParseTime(h.Get("Date")); err == nil {
		now = said
	}
	return min(max(at.Sub(now), 0), maxRetryAfter)
}
