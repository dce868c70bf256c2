package workday

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Calendar knows the working days of Vietnam's offices: Monday to Friday without the
// public holidays. The holidays are data by year, because the government sets the days of
// Tết, of the National Day and of exchanged working days anew each year (Labour Code
// 2019, article 112).
//
// All its answers are about days in Vietnam, whatever the zone of the time or of the
// machine. A Calendar is immutable and may be shared.
type Calendar struct {
	years map[int]bool // true: announced, false: counted before its notice
	off   []int        // holidays that fall on Monday to Friday, ascending
	on    []int        // Saturdays and Sundays that are worked, ascending
}

// NewCalendar makes a calendar from holidays by year, each "2026-01-01". An entry
// "+2026-01-10" is a Saturday or Sunday that is worked in exchange for a day off. A year
// that is in the map, even with an empty list, counts as known. unannounced are the years
// among them whose days were counted by the law, because the notice is not out; see Doubt.
func NewCalendar(holidays map[int][]string, unannounced ...int) (*Calendar, error) {
	c := &Calendar{years: make(map[int]bool, len(holidays))}
	for year, days := range holidays {
		c.years[year] = !slices.Contains(unannounced, year)
		for _, s := range days {
			date, worked := strings.CutPrefix(s, "+")
			t, err := time.ParseInLocation(time.DateOnly, date, Zone)
			if err != nil {
				return nil, fmt.Errorf("holiday %q of %d: want a date like 2026-01-01", s, year)
			}
			if t.Year() != year {
				return nil, fmt.Errorf("holiday %q stands under %d", s, year)
			}
			n := DayNumber(t)
			switch weekend := weekendDay(n); {
			case worked && !weekend:
				return nil, fmt.Errorf("holiday %q of %d: only a Saturday or Sunday can be worked in exchange", s, year)
			case worked:
				c.on = append(c.on, n)
			case !weekend:
				c.off = append(c.off, n)
			}
		}
	}
	slices.Sort(c.off)
	slices.Sort(c.on)
	c.off, c.on = slices.Compact(c.off), slices.Compact(c.on)
	return c, nil
}

// Doubt says that a count of working days is not sure, and why. The zero value is none.
type Doubt struct {
	Year int
	Kind DoubtKind
}

// DoubtKind is why a year's days are not sure. The values are those of JSON.
type DoubtKind string

// The kinds of doubt.
const (
	Unannounced DoubtKind = "unannounced" // counted by the law: the notice may move a day
	Unknown     DoubtKind = "unknown"     // not in the calendar: only weekends are skipped
)

// Doubt says what is not sure about working days from a's day to b's, in either order: the
// first year that is not in the calendar, else the first that was not announced. All that
// show a count or a day that was counted ask here.
func (c *Calendar) Doubt(a, b time.Time) Doubt {
	if b.Before(a) {
		a, b = b, a
	}
	var doubt Doubt
	for y, last := a.In(Zone).Year(), b.In(Zone).Year(); y <= last; y++ {
		switch announced, known := c.year(y); {
		case !known:
			return Doubt{y, Unknown}
		case !announced && doubt.Year == 0:
			doubt = Doubt{y, Unannounced}
		}
	}
	return doubt
}

func (c *Calendar) year(y int) (announced, known bool) {
	if c == nil {
		return false, false
	}
	announced, known = c.years[y]
	return announced, known
}

// Unnamed returns the years that have no notice, ascending: NewCalendar's unannounced ones.
func Unnamed(notices map[int][]string) []int {
	var out []int
	for year, numbers := range notices {
		if len(numbers) == 0 {
			out = append(out, year)
		}
	}
	slices.Sort(out)
	return out
}

// IsWorkingDay reports whether offices work on t's day in Vietnam.
func (c *Calendar) IsWorkingDay(t time.Time) bool { return c.working(DayNumber(t)) }

func (c *Calendar) working(day int) bool {
	if c == nil {
		return !weekendDay(day)
	}
	if weekendDay(day) {
		_, found := slices.BinarySearch(c.on, day)
		return found
	}
	_, found := slices.BinarySearch(c.off, day)
	return !found
}

// WorkingDaysBetween counts the working days after from's day up to and including to's
// day. It is negative when to is before from, and 0 for two times on one day. It takes the
// same time for a day and for a century.
func (c *Calendar) WorkingDaysBetween(from, to time.Time) int {
	a, b := DayNumber(from), DayNumber(to)
	n := weekdaysUpTo(b) - weekdaysUpTo(a)
	if c != nil {
		n += within(c.on, a, b) - within(c.off, a, b)
	}
	return n
}

// AddWorkingDays returns the n-th working day after t's day, or before it when n is
// negative, at the same time of day in Vietnam. For n = 0 it returns t itself, even on a
// day off.
func (c *Calendar) AddWorkingDays(t time.Time, n int) time.Time {
	t = t.In(Zone)
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	day, days := DayNumber(t), 0
	for n > 0 {
		days += step
		if c.working(day + days) {
			n--
		}
	}
	return t.AddDate(0, 0, days)
}

// DayNumber counts days in Vietnam; day 0 is Monday, 1 January of the year 1.
func DayNumber(t time.Time) int {
	y, m, d := t.In(Zone).Date()
	// In nanoseconds the difference would overflow after 292 years.
	return int((time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() - epochMonday) / 86_400)
}

var epochMonday = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

func weekendDay(day int) bool { return mod(day, 7) >= 5 }

// weekdaysUpTo counts Mondays to Fridays up to and including day.
func weekdaysUpTo(day int) int {
	week, rest := (day-mod(day, 7))/7, mod(day, 7)
	return week*5 + min(rest+1, 5)
}

func mod(a, b int) int { return ((a % b) + b) % b }

// within counts the sorted days in (a, b].
func within(days []int, a, b int) int {
	i, _ := slices.BinarySearch(days, a+1)
	j, _ := slices.BinarySearch(days, b+1)
	return j - i
}

// StartOfDay is midnight in Vietnam at the beginning of t's day. A due date or a promise
// at midnight means a day without a time.
func StartOfDay(t time.Time) time.Time {
	y, m, d := t.In(Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, Zone)
}
