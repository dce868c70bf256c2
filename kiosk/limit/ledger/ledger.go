package ledger

import (
	"math"
	"time"
)

// Key names one number in a [Ledger]. Space is the kind of number, from a small fixed set;
// when a space is full, no other is affected. Name says whose number it is.
type Key struct {
	Space string
	Name  string
}

// Never is a wait without an end.
const Never = time.Duration(math.MaxInt64)

// Scale says how the penalties of a space are measured. A penalty decreases with time. It
// is enforced from the moment that more than From is left, until nothing is left.
type Scale struct {
	From time.Duration
	Most time.Duration // a penalty never becomes larger
	// Sources is how many penalties the space holds. When it is full, the one that would
	// end first is dropped.
	Sources int
}

// Ledger keeps the numbers behind the limits: held places, token buckets, penalties. The
// three are separate, so one key may have all of them. Methods may be called from any
// goroutine, and each is atomic: two callers cannot both take the last place.
//
// A Ledger that is shared over a network has its own short time-outs, and answers as if
// nothing were stored when it cannot be reached, so that a failed store does not stop a
// hall. It gives places back when the server that held them is gone.
type Ledger interface {
	// Hold takes n places under key, if no more than most are held then. It returns
	// how many were held before, and whether it took all n; otherwise it takes none.
	Hold(key Key, n, most int) (before int, ok bool)
	// Release gives back n of the places that Hold took.
	Release(key Key, n int)
	// Held returns how many places are held under key.
	Held(key Key) int

	// Take takes cost tokens out of the bucket under key, which holds at most burst, fills
	// at rate a second and is full at first. Without enough tokens it takes none and
	// returns how long until there are, or Never.
	Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration)

	// Give returns tokens to a bucket that Take took them from, up to its size.
	Give(key Key, tokens, rate, burst float64)

	// Blame adds by to the penalty under key, and returns what is left of it. With zero it
	// only asks.
	Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool)
	// Blamed returns how many penalties a space has.
	Blamed(space string) int
}
