package quality

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"motcua/client/workday"
)

// Period is the time that figures are about: a year, or a quarter or a month of it.
type Period struct {
	Year    int
	Quarter int // 1 to 4; 0 for none
	Month   int // 1 to 12; 0 for none
}

// Kind is how long a period is, in the portal's words.
type Kind string

// The kinds.
const (
	Yearly    Kind = "year"
	Quarterly Kind = "quarter"
	Monthly   Kind = "month"
)

// Kind tells how long the period is.
func (p Period) Kind() Kind {
	switch {
	case p.Month != 0:
		return Monthly
	case p.Quarter != 0:
		return Quarterly
	default:
		return Yearly
	}
}

// written is a period as people type it: 2026, 2026-Q3, 2026-08.
var written = regexp.MustCompile(`^(20\d\d)(?:-(?:[qQ]([1-4])|(0?[1-9]|1[0-2])))?$`)

// ParsePeriod reads "2026", "2026-Q3" and "2026-08".
func ParsePeriod(s string) (Period, bool) {
	m := written.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return Period{}, false
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	return Period{number(m[1]), number(m[2]), number(m[3])}, true
}

// String is the period as ParsePeriod reads it.
func (p Period) String() string {
	switch p.Kind() {
	case Monthly:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	case Quarterly:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Quarter)
	default:
		return fmt.Sprintf("%04d", p.Year)
	}
}

// IsZero tells that no period was named.
func (p Period) IsZero() bool { return p == Period{} }

// From is the beginning of the first day, in Vietnam.
func (p Period) From() time.Time {
	month := time.January
	switch p.Kind() {
	case Monthly:
		month = time.Month(p.Month)
	case Quarterly:
		month = time.Month(3*p.Quarter - 2)
	case Yearly:
	}
	return time.Date(p.Year, month, 1, 0, 0, 0, 0, workday.Zone)
}

// End is the beginning of the day after the last.
func (p Period) End() time.Time {
	months := map[Kind]int{Yearly: 12, Quarterly: 3, Monthly: 1}[p.Kind()]
	return p.From().AddDate(0, months, 0)
}

// Ended tells whether the period was over at a time: figures of one that was not still
// change.
func (p Period) Ended(at time.Time) bool { return !at.Before(p.End()) }

// Periods are those that a person chooses among: this year, and the last quarter and month
// that have ended.
func Periods(now time.Time) []Period {
	now = now.In(workday.Zone)
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, workday.Zone).AddDate(0, -1, 0)
	quarter := Period{Year: now.Year(), Quarter: (int(now.Month()) - 1) / 3}
	if quarter.Quarter == 0 {
		quarter = Period{Year: now.Year() - 1, Quarter: 4}
	}
	return []Period{{Year: now.Year()}, quarter, {Year: month.Year(), Month: int(month.Month())}}
}
