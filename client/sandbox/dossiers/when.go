package dossiers

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"motcua/client/workday"
)

// Days computes a sample dossier's dates relative to today.
type Days struct {
	today time.Time // midnight in Vietnam
	base  time.Time // the last working day that is not after today
	cal   *workday.Calendar
}

func newDays(now time.Time, cal *workday.Calendar) Days {
	y, m, d := now.In(workday.Zone).Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, workday.Zone)
	base := today
	if !cal.IsWorkingDay(base) {
		base = cal.AddWorkingDays(base, -1)
	}
	return Days{today, base, cal}
}

// at parses a time of a sample: "-2 08:12" is two working days ago, "+1 17:00" the next
// working day, "today" this day without a time, "2025-06-12 08:20" that fixed time, and ""
// the zero time.
func (d Days) at(s string) (time.Time, error) {
	switch s {
	case "":
		return time.Time{}, nil
	case "today":
		return d.today, nil
	}
	if t, err := time.ParseInLocation("2006-01-02 15:04", s, workday.Zone); err == nil {
		return t, nil
	}
	day, clock, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(day)
	if err != nil || n == 0 || n < -250 || n > 250 {
		return time.Time{}, fmt.Errorf("sample: %q is no moment", s)
	}
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}, fmt.Errorf("sample: %q is no moment", s)
	}
	date := d.cal.AddWorkingDays(d.base, n)
	return date.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute), nil
}

// Moments reads the times of one dossier and keeps the first error.
type Moments struct {
	Days Days
	Err  error
}

// At reads a time in the form of Days.at; an unreadable one is the zero time.
func (m *Moments) At(s string) time.Time {
	t, err := m.Days.at(s)
	if err != nil && m.Err == nil {
		m.Err = err
	}
	return t
}
