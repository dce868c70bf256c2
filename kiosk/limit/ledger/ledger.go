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

// Account is a bucket, and what is taken from it. The bucket holds at most Burst tokens,
// fills at Rate a second and is full at first.
type Account struct {
	Key
	Cost, Rate, Burst float64
}

// Charge is one thing that is paid for: from all accounts of Own or, when one of them has
// too little, from Shared alone.
type Charge struct {
	Own    []Account
	Shared Account // the zero value: there is none
}

// Receipt is the result of [Ledger.Pay].
type Receipt struct {
	Refused int           // the first charge that could not be paid; -1: all are paid
	Wait    time.Duration // until that charge could be paid, or Never; at least 1 then
	Shared  []bool        // for each charge, whether its shared account paid
	// Back takes tokens back that were paid too much. It is the ledger itself, or the part
	// of it that has taken them.
	Back Giver
}

// Giver is the part of a [Ledger] that takes tokens back.
type Giver interface {
	// Give returns tokens to a bucket that Pay took them from, up to its size.
	Give(key Key, tokens, rate, burst float64)
}

// Ledger keeps the numbers behind the limits: held places, token buckets, penalties. The
// three are separate, so one key may have all of them. Methods may be called from any
// goroutine, and each is atomic: two callers cannot both take the last place.
//
// Several servers share one through package shared.
type Ledger interface {
	// Hold takes n places under key, if no more than most are held then. It returns
	// how many were held before, and whether it took all n; otherwise it takes none.
	Hold(key Key, n, most int) (before int, ok bool)
	// Release gives back n of the places that Hold took.
	Release(key Key, n int)
	// Held returns how many places are held under key.
	Held(key Key) int

	// Pay pays all charges or, when one of them cannot be paid, takes nothing at all. The
	// charges are paid in their order; no two have an account in common.
	Pay(charges []Charge) Receipt
	Giver

	// Blame adds by to the penalty under key, and returns what is left of it. With zero it
	// only asks.
	Blame(key Key, by time.Duration, s Scale) (left time.Duration, enforced bool)
	// Left returns what is left of each penalty.
	Left(keys []Key) []time.Duration
	// Mark sets what is left of a penalty. It is for marks that somebody reads later, and
	// may return before it is done.
	Mark(key Key, left time.Duration)
	// Blamed returns how many penalties a space has.
	Blamed(space string) int
}
