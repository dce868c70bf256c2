package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// Refresh configures the automatic updates of a store.
type Refresh struct {
	// Every is the age at which the catalogue is read again.
	Every time.Duration
	// Details is how many of the most used procedures are stored in full in advance, see
	// Ahead.
	Details int
	// Did is called after every attempt, also a failed one; nil: not called.
	Did func(Refreshed)
	// Jitter returns numbers in [0, 1); nil: random.
	Jitter func() float64
}

// Refreshed is the result of one attempt.
type Refreshed struct {
	Report  Report // zero when Err is set
	Details int    // details fetched in advance
	// Err is why the list could not be read or, when Report is set, why a detail could
	// not be fetched.
	Err  error
	Next time.Time // the next attempt; zero after a success
}

const (
	// startPause lets a new process serve people first. It also keeps a kiosk that dies
	// and restarts again and again from asking the portal each time.
	startPause = time.Minute
	startSway  = 2 * time.Minute
	// lookAgain limits each sleep, because meanwhile another process may have read a
	// newer catalogue, the clock may have been set, or the machine may have slept.
	lookAgain = 15 * time.Minute
	// otherPause is the pause while another process is reading.
	otherPause = 10 * time.Minute

	retryFirst    = 5 * time.Minute // doubled by each failure in a row
	retryMost     = 6 * time.Hour
	retryRejected = time.Hour // after a rejection by the firewall, which blocks for long
)

// The hours, in Vietnam, in which offices keep the portal busy. A catalogue that may be a
// day old waits for the evening.
const (
	busyFrom  = 7
	busyUntil = 18
	quietSway = 4 * time.Hour
	mayWait   = 12 * time.Hour // a shorter Refresh.Every cannot wait for the evening
)

// KeepFresh reads the list again whenever it is older than r.Every, and then the most used
// details, until ctx ends. It makes the pauses of Sync, prefers the time outside office
// hours, adds random delays, and asks less often while the portal does not answer. When
// several processes share the file, one reads and the others use its result.
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

// refresher is the state of a running KeepFresh.
type refresher struct {
	*Store
	Refresh
	portal    Portal
	notBefore time.Time // earliest time of the next attempt, whatever the age
	failures  int       // in a row
	number    int64     // the generation that the jitters are for
	sways     [2]float64
}

// turn waits until the next check, and reads the list when that is due.
func (k *refresher) turn(ctx context.Context) {
	k.head.Store(nil)
	h, now := k.look(ctx), k.opts.Now()
	if g := k.loaded.Load(); g != nil && g.number != h.number {
		_, _ = k.fresh(ctx) // another process read it: load it now, before a search needs it
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

// dueAt returns when a catalogue should be read again.
func dueAt(h head, now time.Time, every time.Duration, sways [2]float64) time.Time {
	if h.number == 0 || h.asOf.After(now.Add(time.Hour)) {
		return now // never read, or dated by a clock that was wrong
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

// try reads the list once and sets the earliest time of the next attempt.
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

// atLeast returns the shortest pause after a failure that only time can mend.
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
