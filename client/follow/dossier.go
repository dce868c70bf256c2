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

// Dossier is one that is followed. Its zero value was not asked for yet.
type Dossier struct {
	seen           Seen
	answered, over bool
}

// Take takes what came of a look-up at now.
func (d *Dossier) Take(a client.Answer[client.Dossier], err error, cal *workday.Calendar, now time.Time) Outcome {
	switch {
	case err != nil && !d.answered && errors.Is(err, client.ErrNotFound):
		d.over = true
		return Gone
	case err != nil:
		return Failed
	case a.Stale && d.answered:
		return Kept
	}
	next, before := See(a.Value, cal, now), *d
	d.seen, d.answered, d.over = before.seen.then(next), true, ends(a.Value.Status)
	switch {
	case !before.answered:
		return Begun
	case before.seen.News(next):
		return Changed
	default:
		return Same
	}
}

// Answered tells whether there was an answer yet.
func (d *Dossier) Answered() bool { return d.answered }

// Over tells that nothing more will happen, so that it is not asked for again.
func (d *Dossier) Over() bool { return d.over }

// ends: a finished dossier still waits for its owner and is followed on.
func ends(s client.Status) bool { return s.Ended() && s != client.StatusFinished }
