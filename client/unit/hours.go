package unit

import (
	"time"

	"motcua/client/workday"
)

// Span is a time of opening, in minutes after midnight in Vietnam.
type Span struct{ From, To int }

// Week has the opening hours of each time.Weekday, in order.
type Week [7][]Span

// IsZero tells that nobody said when the unit is open.
func (w Week) IsZero() bool {
	for _, day := range w {
		if len(day) > 0 {
			return false
		}
	}
	return true
}

// Opening is whether a unit is open, and until or from when.
type Opening struct {
	Known bool
	Open  bool
	// Until is when it closes, or when it opens next; zero when no day within three weeks
	// has hours.
	Until time.Time
	// Holiday tells that the hours of the day do not count: it is a day off.
	Holiday bool
}

// lookAhead is how many days are looked through for the next opening. The longest holiday
// has nine days.
const lookAhead = 21

// At tells whether it is open at a time. On a holiday it is closed, whatever the weekday
// says. On a weekend day that is worked in exchange for another the hours of that weekday
// count, or Monday's where it has none. A nil calendar knows weekends alone.
func (w Week) At(now time.Time, cal *workday.Calendar) Opening {
	if w.IsZero() {
		return Opening{}
	}
	now = now.In(workday.Zone)
	start := workday.StartOfDay(now)
	minute := now.Hour()*60 + now.Minute()
	o := Opening{Known: true}
	for _, s := range w.on(start, cal) {
		if minute >= s.From && minute < s.To {
			o.Open, o.Until = true, at(start, s.To)
			return o
		}
	}
	o.Holiday = len(w[now.Weekday()]) > 0 && len(w.on(start, cal)) == 0
	for days := range lookAhead {
		day := start.AddDate(0, 0, days)
		for _, s := range w.on(day, cal) {
			if days > 0 || s.From > minute {
				o.Until = at(day, s.From)
				return o
			}
		}
	}
	return o
}

func at(day time.Time, minute int) time.Time { return day.Add(time.Duration(minute) * time.Minute) }

// on are the hours of a day.
func (w Week) on(day time.Time, cal *workday.Calendar) []Span {
	weekday := day.Weekday()
	weekend := weekday == time.Saturday || weekday == time.Sunday
	working := cal.IsWorkingDay(day)
	switch {
	case !weekend && !working:
		return nil
	case weekend && working && len(w[weekday]) == 0:
		return w[time.Monday]
	default:
		return w[weekday]
	}
}
