package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// Refresh says how a store brings itself up to date.
type Refresh struct {
	// Every is how old the catalogue may grow.
	Every time.Duration
	// Details is how many of the most used procedures are kept in full ahead of
	// need, see Ahead.
	Details int
	// Did is told of every try, also of one that failed; nil: nobody.
	Did func(Refreshed)
	// Jitter gives numbers in [0, 1); nil: random.
	Jitter func() float64
}

// Refreshed is what came of one try.
type Refreshed struct {
	Report  Report // zero when Err is set
	Details int    // fetched ahead of need
	// Err is what kept the list from being read, or a detail from being
	// fetched when Report says that the list was.
	Err  error
	Next time.Time // when it is tried again; zero after a success
}

const (
	// startPause lets a process that begins serve people first. A kiosk that
	// dies and comes back again and again asks no portal meanwhile.
	startPause = time.Minute
	startSway  = 2 * time.Minute
	// lookAgain bounds each sleep: another process may have brought a newer
	// catalogue, a clock may have been set, a machine may have slept.
	lookAgain = 15 * time.Minute
	// otherPause is how long it stays away while another process reads.
	otherPause = 10 * time.Minute

	retryFirst    = 5 * time.Minute // doubled by each failure in a row
	retryMost     = 6 * time.Hour
	retryRejected = time.Hour // a firewall that has had enough forgets slowly
)

// The hours in which the offices of the country keep the portal busy, in
// Vietnam. A catalogue that may be a day old waits for the evening.
const (
	busyFrom  = 7
	busyUntil = 18
	quietSway = 4 * time.Hour
	mayWait   = 12 * time.Hour // a shorter Refresh.Every has no time for that
)

// KeepFresh reads the list anew whenever it has grown older than r.Every, and
// the most used details with it, until ctx ends. It asks as politely as Sync,
// outside office hours where it can, at moments of its own, and ever more rarely
// while the portal does not answer. Of several processes that share the file one
// reads; the others see what it brought.
func (s *Store) KeepFresh(ctx context.Context, p Portal, r Refresh) {
	if r.Jitter == nil {
		r.Jitter = rand.Float64
	}
	if r.Did == nil {
		r.Did = func(Refreshed) {}
	}
	k := &refresher{Store: s, portal: p, Refresh: r, notBefore: s.opts.Now().Add(startPause + sway(r.Jitter(), startSway))}
	for ctx.Err() == nil {
		k.turn(ctx)
	}
}

// refresher is KeepFresh at work.
type refresher struct {
	*Store
	Refresh
	portal    Portal
	notBefore time.Time // of the next try, whatever the age
	failures  int       // in a row
	number    int64     // the generation that the jitters are for
	sways     [2]float64
}

// turn waits for the next moment to look, and reads the list when it is due.
func (k *refresher) turn(ctx context.Context) {
	k.head.Store(nil)
	h, now := k.look(ctx), k.opts.Now()
	if g := k.loaded.Load(); g != nil && g.number != h.number {
		_, _ = k.fresh(ctx) // another process brought it: nobody should get the old one
	}
	if k.sways == [2]float64{} || h.number != k.number {
		k.number, k.sways = h.number, [2]float64{k.Jitter(), k.Jitter()}
	}
	due := dueAt(h, now, k.Every, k.sways)
	if due.Before(k.notBefore) {
		due = k.notBefore
	}
	if wait := due.Sub(now); wait > 0 {
		t := time.NewTimer(min(wait, lookAgain))
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
		}
		return
	}
	k.try(ctx, h.number)
}

// dueAt is when a catalogue should be read anew.
func dueAt(h head, now time.Time, every time.Duration, sways [2]float64) time.Time {
	if h.number == 0 || h.asOf.After(now.Add(time.Hour)) {
		return now // never read, or by a clock that went wrong
	}
	due := h.asOf.Add(every + sway(sways[0], min(every/10, time.Hour)))
	if day := due.In(workday.Zone); every >= mayWait && day.Hour() >= busyFrom && day.Hour() < busyUntil {
		evening := time.Date(day.Year(), day.Month(), day.Day(), busyUntil, 0, 0, 0, workday.Zone)
		due = evening.Add(sway(sways[1], quietSway))
	}
	return due
}

func sway(part float64, most time.Duration) time.Duration {
	return time.Duration(part * float64(most))
}

// try reads the list once and sets when that may be tried again.
func (k *refresher) try(ctx context.Context, number int64) {
	report, err := k.syncUnless(ctx, k.portal, number, func(Progress) {})
	now := k.opts.Now()
	switch {
	case ctx.Err() != nil, errors.Is(err, errFreshAlready):
		return
	case errors.Is(err, ErrSyncing):
		k.notBefore = now.Add(otherPause)
		return
	case err != nil:
		pause := min(retryFirst<<min(k.failures, 10), retryMost)
		k.failures++
		pause += sway(k.Jitter(), pause/5)
		pause = max(pause, atLeast(err))
		k.notBefore = now.Add(pause)
		k.Did(Refreshed{Err: err, Next: k.notBefore})
		return
	}
	k.failures, k.notBefore = 0, time.Time{}
	did := Refreshed{Report: report}
	if k.Details > 0 {
		did.Details, did.Err = k.Ahead(ctx, k.portal, k.Details, nil)
	}
	k.Did(did)
}

// atLeast is the shortest pause after a failure that time alone may mend.
func atLeast(err error) time.Duration {
	var down *client.UnavailableError
	var none *NoStoreError
	switch {
	case errors.Is(err, ErrFull), errors.As(err, &none):
		return retryMost
	case !errors.As(err, &down):
		return 0
	case down.Cause == client.CauseRejected, down.Cause == client.CauseRefused:
		return max(retryRejected, down.RetryAfter)
	default:
		return down.RetryAfter
	}
}
