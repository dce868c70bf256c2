package client

import (
	"time"

	"motcua/client/workday"
)

// Timeliness is how a dossier stands to its appointment date, as JSON names it.
type Timeliness string

// The six ways to stand.
const (
	TimelyEarly    Timeliness = "early"     // finished at least one working day before
	TimelyOnTime   Timeliness = "on_time"   // finished in time, or still has time
	TimelyDueToday Timeliness = "due_today" // not finished, due later today
	TimelyLate     Timeliness = "late"      // finished or still open after the date
	TimelyPaused   Timeliness = "paused"    // the clock stands: never late
	TimelyNone     Timeliness = "none"      // there is no date to compare with
)

// Lateness says how a dossier stands to its appointment date and by how much.
type Lateness struct {
	Timeliness Timeliness
	// WorkingDays is never negative: the days left (on_time while open), late
	// by (late) or early by (early). Late by 0 means less than one working day.
	WorkingDays int
	// MissingYear is the first counted year without holiday data, 0 when all
	// are known. The count then skips only weekends and may be too high.
	MissingYear int
}

// Lateness compares the dossier with its appointment date at the time now.
//
// On time means finished no later than due (portal body: finished <= due). A
// due date without a time (midnight in Vietnam) lasts until the end of its day.
// While the dossier waits for papers or money, and after it was withdrawn or
// stopped, the clock stands. In a state that is none of the ten it may stand too
// without our knowing the words for it, so nothing is said of the time there.
func (d Dossier) Lateness(now time.Time, cal *workday.Calendar) Lateness {
	if d.Clock() != ClockRuns {
		return Lateness{Timeliness: TimelyPaused}
	}
	if d.DueAt.IsZero() || !d.Status.Known() {
		return Lateness{Timeliness: TimelyNone}
	}
	due := endOfDue(d.DueAt)
	if end := d.endedAt(); !end.IsZero() {
		return finishedAgainst(end, due, cal)
	}
	if d.Status.Ended() {
		// It is over, but nobody said when.
		return Lateness{Timeliness: TimelyNone}
	}
	switch {
	case now.After(due):
		return counted(TimelyLate, due, now, cal)
	case workday.DayNumber(now) == workday.DayNumber(due):
		return Lateness{Timeliness: TimelyDueToday}
	default:
		return counted(TimelyOnTime, now, due, cal)
	}
}

// Clock is whether the time limit counts: what the portal says of it goes before
// what the state says. What is over does not wait for anything.
func (d Dossier) Clock() Clock {
	switch {
	case d.SaidClock != ClockRuns && d.Status.Ended():
		return ClockEnded
	case d.SaidClock != ClockRuns:
		return d.SaidClock
	default:
		return d.Status.Clock()
	}
}

func finishedAgainst(end, due time.Time, cal *workday.Calendar) Lateness {
	if end.After(due) {
		return counted(TimelyLate, due, end, cal)
	}
	l := counted(TimelyEarly, end, due, cal)
	if l.WorkingDays == 0 {
		l = Lateness{Timeliness: TimelyOnTime, MissingYear: l.MissingYear}
	}
	return l
}

func counted(kind Timeliness, from, to time.Time, cal *workday.Calendar) Lateness {
	return Lateness{
		Timeliness:  kind,
		WorkingDays: cal.WorkingDaysBetween(from, to),
		MissingYear: cal.UnknownYear(from, to),
	}
}

// endedAt is when the work was done: state 9, else 10, else refused or
// stopped. The fields that a source fills go before its time line. A dossier
// that is back at work (returned for correction, say) has not ended, whatever
// its time line holds.
func (d Dossier) endedAt() time.Time {
	if !d.Status.Ended() {
		return time.Time{}
	}
	for _, t := range []time.Time{d.FinishedAt, d.stepAt(StatusFinished), d.ReturnedAt, d.stepAt(StatusReturned)} {
		if !t.IsZero() {
			return t
		}
	}
	if t := d.stepAt(StatusStopped); !t.IsZero() {
		return t
	}
	return d.stepAt(StatusRefused)
}

// stepAt is the time of the last step that brought the state.
func (d Dossier) stepAt(s Status) time.Time {
	for i := len(d.Steps) - 1; i >= 0; i-- {
		if d.Steps[i].Status == s {
			return d.Steps[i].At
		}
	}
	return time.Time{}
}

// endOfDue is the last moment of a due date.
func endOfDue(due time.Time) time.Time {
	due = due.In(workday.Zone)
	if day := workday.StartOfDay(due); due.Equal(day) {
		return day.AddDate(0, 0, 1).Add(-time.Nanosecond)
	}
	return due
}
