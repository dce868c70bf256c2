// Package timely tells how a dossier stands relative to its appointment date, in working
// days.
package timely

import (
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// Timeliness is how a dossier stands relative to its appointment date. The values are those of JSON.
type Timeliness string

// The six values.
const (
	Early    Timeliness = "early"     // finished at least one working day before
	OnTime   Timeliness = "on_time"   // finished in time, or still has time
	DueToday Timeliness = "due_today" // not finished, due later today
	Late     Timeliness = "late"      // finished or still open after the date
	Paused   Timeliness = "paused"    // the clock is stopped: never late
	None     Timeliness = "none"      // there is no date to compare with
)

// Standing says how a dossier stands relative to its appointment date, and by how much.
type Standing struct {
	Timeliness Timeliness
	// WorkingDays is never negative: the days left (on_time while open), late
	// by (late) or early by (early). Late by 0 means less than one working day.
	WorkingDays int
	// Doubt is why WorkingDays may be off: a counted year that was not announced or
	// that the calendar does not have.
	Doubt workday.Doubt
}

// Of compares a dossier with its appointment date at the time now.
//
// On time means finished no later than due (the portals' field: finished <= due). A
// due date without a time (midnight in Vietnam) lasts until the end of its day.
// While the dossier waits for papers or money, and after it was withdrawn or
// stopped, the clock is stopped. In a state that is none of the ten the clock may be
// stopped too, in words that we cannot read, so the result is then None.
func Of(d client.Dossier, now time.Time, cal *workday.Calendar) Standing {
	if d.Clock() != client.ClockRuns {
		return Standing{Timeliness: Paused}
	}
	if d.DueAt.IsZero() || !d.Status.Known() {
		return Standing{Timeliness: None}
	}
	due := endOfDue(d.DueAt)
	if end := endedAt(d); !end.IsZero() {
		return finishedAgainst(end, due, cal)
	}
	if d.Status.Ended() {
		// It is over, but nobody said when.
		return Standing{Timeliness: None}
	}
	switch {
	case now.After(due):
		return counted(Late, due, now, cal)
	case workday.DayNumber(now) == workday.DayNumber(due):
		return Standing{Timeliness: DueToday}
	default:
		return counted(OnTime, now, due, cal)
	}
}

func finishedAgainst(end, due time.Time, cal *workday.Calendar) Standing {
	if end.After(due) {
		return counted(Late, due, end, cal)
	}
	l := counted(Early, end, due, cal)
	if l.WorkingDays == 0 {
		l = Standing{Timeliness: OnTime, Doubt: l.Doubt}
	}
	return l
}

func counted(kind Timeliness, from, to time.Time, cal *workday.Calendar) Standing {
	return Standing{
		Timeliness:  kind,
		WorkingDays: cal.WorkingDaysBetween(from, to),
		Doubt:       cal.Doubt(from, to),
	}
}

// endedAt is when the work was done: the time of state 9, else 10, else of a refusal
// or a stop. Fields that a source fills take precedence over its time line. A dossier
// that is being processed again (returned for correction, say) has not ended, whatever
// its time line holds.
func endedAt(d client.Dossier) time.Time {
	if !d.Status.Ended() {
		return time.Time{}
	}
	for _, t := range []time.Time{d.FinishedAt, stepAt(d, client.StatusFinished), d.ReturnedAt, stepAt(d, client.StatusReturned)} {
		if !t.IsZero() {
			return t
		}
	}
	if t := stepAt(d, client.StatusStopped); !t.IsZero() {
		return t
	}
	return stepAt(d, client.StatusRefused)
}

// stepAt returns the time of the last step into state s.
func stepAt(d client.Dossier, s client.Status) time.Time {
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
