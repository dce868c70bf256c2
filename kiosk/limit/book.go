package limit

import (
	"math"
	"time"
)

// Key names one number in a [Book]. Space is the kind of number, from a small
// fixed set, and what an overflow is confined to; Name is whose it is.
type Key struct {
	Space string
	Name  string
}

// Never is a wait without an end.
const Never = time.Duration(math.MaxInt64)

// Scale is how penalties of a space are measured. A penalty runs off as time goes
// by; it is enforced from the moment that more than From is left, until all of it
// has run off.
type Scale struct {
	From time.Duration
	Most time.Duration // more is not added up
	// Sources is how many penalties the space holds. When it is full, the one is
	// forgotten that would be the first to run off.
	Sources int
}

// Book keeps the numbers that limits are made of: places held, buckets of tokens,
// penalties. The three do not meet, so a key may stand in each. Methods may be
// called from any goroutine, and each is one step: two callers cannot both take
// the last place.
//
// A Book that is shared over a network has its own, short time-outs, and answers
// as if nothing were written when it cannot be reached: a hall must not stand
// still because a counter does. It gives places back when the server that held
// them is gone.
type Book interface {
	// Hold takes n places under key, if no more than most are held then. It returns
	// how many were held before, and whether all n were taken; else none was.
	Hold(key Key, n, most int) (before int, ok bool)
	// Release gives back n of the places that Hold took.
	Release(key Key, n int)
	// Held returns how many places are held under key.
	Held(key Key) int

	// Take takes cost tokens out of the bucket under key, which holds at most
	// burst, fills at rate a second and is full at first. Without enough of them
	// it takes none and says how long until there are, or Never.
	Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration)

	// Give puts tokens back into a bucket that Take took them from, as far as it
	// holds them.
	Give(key Key, tokens, rate, burst float64)

	// Blame adds by to the penalty under key, and returns what is left of it. With
	// a by of zero it only asks.
	Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool)
	// Blamed returns how many penalties stand in a space.
	Blamed(space string) int
}
