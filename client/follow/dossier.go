package follow

import (
	"errors"
	"time"

	"motcua/client"
	"motcua/client/reason"
	"motcua/client/workday"
)

// Outcome is the result of a look-up for somebody who follows the dossier.
type Outcome int

// The outcomes.
const (
	Same    Outcome = iota // nothing changed
	Begun                  // the first answer
	Changed                // news
	Kept                   // the system is down, and the kept answer was seen before
	Failed                 // no answer
	Gone                   // no system has it, and it was never seen: asking again is useless
)

// Dossier is a followed dossier; see New.
type Dossier struct {
	seen     seen
	answered bool
	pace     pace
	due      time.Time // the next look-up; zero: it is over
	unsaid   time.Time // since when it lacks a reason; zero: it does not
}

// reasonMost is how long to wait for a reason. Officials write the reason when they
// refuse a dossier or soon after, and some systems never show it.
const reasonMost = time.Hour

// New returns a dossier that is to be asked for at now. Chance returns numbers in [0, 1)
// that lengthen its pauses; nil means random ones.
func New(now time.Time, chance func() float64) Dossier {
	return Dossier{pace: pace{chance: chance}, due: now}
}

// Due returns when to ask next; ok is false when the dossier is over: nothing more will
// happen.
func (d *Dossier) Due() (at time.Time, ok bool) { return d.due, !d.due.IsZero() }

// Next returns the one of several that is due first; ok is false when all are over.
func Next[D interface{ Due() (time.Time, bool) }](all []D) (first D, ok bool) {
	var earliest time.Time
	for _, d := range all {
		if at, open := d.Due(); open && (!ok || at.Before(earliest)) {
			first, earliest, ok = d, at, true
		}
	}
	return first, ok
}

// Take records the result of a look-up at now and plans the next one.
func (d *Dossier) Take(a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) Outcome {
	outcome := d.heard(a, err, cal, now)
	switch outcome {
	case Gone:
		d.due = time.Time{}
		return outcome
	case Same, Begun, Changed:
		if d.over(a.Value, now) {
			d.due = time.Time{}
			return outcome
		}
	case Kept, Failed:
	}
	d.due = now.Add(d.pace.next(outcome == Begun || outcome == Changed, Wait(err)))
	return outcome
}

func (d *Dossier) heard(a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) Outcome {
	switch {
	case err != nil && !d.answered && errors.Is(err, client.ErrNotFound):
		return Gone
	case err != nil:
		return Failed
	case a.Stale && d.answered:
		return Kept
	}
	next, before := see(a.Value, cal, now), *d
	d.seen, d.answered = before.seen.then(next), true
	switch {
	case !before.answered:
		return Begun
	case before.seen.news(next):
		return Changed
	default:
		return Same
	}
}

// over reports whether nothing more will happen to a dossier with this answer at now.
func (d *Dossier) over(said client.Dossier, now time.Time) bool {
	if said.Status.HasReason() && said.ReasonKind == reason.Unsaid {
		if d.unsaid.IsZero() {
			d.unsaid = now
		}
		return now.Sub(d.unsaid) >= reasonMost
	}
	d.unsaid = time.Time{}
	return said.Status.Ended() && said.Status != client.StatusFinished // a finished one still has to be collected
}
