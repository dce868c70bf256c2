package follow

import (
	"errors"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// Outcome is what came of a look-up for one who follows the dossier.
type Outcome int

// The outcomes.
const (
	Same    Outcome = iota // it stands as it stood
	Begun                  // the first answer
	Changed                // news
	Kept                   // the system is down, and what is kept was seen before
	Failed                 // no answer
	Gone                   // nobody has it, and none was ever seen: asking will not bring it
)

// Dossier is one that is followed; see New.
type Dossier struct {
	seen     seen
	answered bool
	pace     pace
	due      time.Time // zero: it is over
}

// New is a dossier that is to be asked for at now. Chance gives numbers in [0, 1) that
// lengthen its pauses; nil: random ones.
func New(now time.Time, chance func() float64) Dossier {
	return Dossier{pace: pace{chance: chance}, due: now}
}

// Due is when it is to be asked for next; ok is false when it is over: nothing more
// will happen.
func (d *Dossier) Due() (at time.Time, ok bool) { return d.due, !d.due.IsZero() }

// Next is the one of several that is due first; ok is false when all are over.
func Next[D interface{ Due() (time.Time, bool) }](all []D) (first D, ok bool) {
	var earliest time.Time
	for _, d := range all {
		if at, open := d.Due(); open && (!ok || at.Before(earliest)) {
			first, earliest, ok = d, at, true
		}
	}
	return first, ok
}

// Take takes what came of a look-up at now, and plans the next one.
func (d *Dossier) Take(a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) Outcome {
	outcome := d.heard(a, err, cal, now)
	switch outcome {
	case Gone:
		d.due = time.Time{}
		return outcome
	case Same, Begun, Changed:
		// A finished dossier still waits for its owner and is followed on.
		if s := a.Value.Status; s.Ended() && s != client.StatusFinished {
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
