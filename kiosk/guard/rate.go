package guard

import "time"

// bucket counts bytes against a rate: it holds one minute's worth and refills over a
// minute.
type bucket struct {
	perMinute int // below 0: no limit
	tokens    float64
	at        time.Time
}

func newBucket(perMinute int) bucket {
	return bucket{perMinute: perMinute, tokens: float64(perMinute)}
}

// take returns how many of n bytes are within the rate.
func (b *bucket) take(now time.Time, n int) int {
	if b.perMinute < 0 {
		return n
	}
	if !b.at.IsZero() && now.After(b.at) {
		b.tokens += now.Sub(b.at).Minutes() * float64(b.perMinute)
		b.tokens = min(b.tokens, float64(b.perMinute))
	}
	b.at = now
	taken := min(n, int(b.tokens))
	b.tokens -= float64(taken)
	return taken
}
