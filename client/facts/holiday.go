package facts

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"motcua/client/clean"
	"motcua/client/workday"
)

//go:embed holidays.txt
var holidayText string

// Basis says why a day is in the calendar and how sure it is.
type Basis string

// The bases, explained at the top of holidays.txt.
const (
	BasisLaw       Basis = "law"
	BasisAnnounced Basis = "announced"
	BasisLunar     Basis = "lunar"
	BasisAssumed   Basis = "assumed"
	BasisInLieu    Basis = "in-lieu"
	BasisExchanged Basis = "exchanged"
	BasisWorked    Basis = "worked" // a Saturday on which offices are open
)

var bases = []Basis{BasisLaw, BasisAnnounced, BasisLunar, BasisAssumed, BasisInLieu, BasisExchanged, BasisWorked}

// Certain tells whether the day stands in the law or was announced.
func (b Basis) Certain() bool { return b != BasisLunar && b != BasisAssumed }

// Holiday is one day of holidays.txt.
type Holiday struct {
	Date  time.Time // midnight in Vietnam
	Basis Basis
	Name  string
}

// ParseHolidays reads holidays in the form of holidays.txt: a heading "[2026]"
// for each year and below it lines of date, basis and name, in the order of the
// dates; "#" begins a comment line. A year with a heading alone is known and
// empty. An error names the line.
func ParseHolidays(r io.Reader) (map[int][]Holiday, error) {
	text, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("holidays: %w", err)
	}
	years := map[int][]Holiday{}
	year, n := 0, 0
	for row := range strings.Lines(string(text)) {
		n++
		row = strings.TrimSpace(row)
		switch {
		case row == "" || row[0] == '#':
		case row[0] == '[':
			year, err = strconv.Atoi(strings.Trim(row, "[]"))
			if err != nil || year < 1900 || year > 9999 {
				return nil, fmt.Errorf("holidays: line %d: want a year like [2026]", n)
			}
			if _, twice := years[year]; twice {
				return nil, fmt.Errorf("holidays: line %d: the year %d stands twice", n, year)
			}
			years[year] = []Holiday{}
		default:
			h, err := parseHoliday(row, year, years[year])
			if err != nil {
				return nil, fmt.Errorf("holidays: line %d: %w", n, err)
			}
			years[year] = append(years[year], h)
		}
	}
	return years, nil
}

func parseHoliday(row string, year int, before []Holiday) (Holiday, error) {
	date, rest, _ := strings.Cut(row, " ")
	basis, name, _ := strings.Cut(strings.TrimSpace(rest), " ")
	day, err := time.ParseInLocation(time.DateOnly, date, workday.Zone)
	if err != nil {
		return Holiday{}, fmt.Errorf("want a date like 2026-01-01, not %q", clean.Line(date))
	}
	if day.Year() != year {
		return Holiday{}, fmt.Errorf("%s does not belong under [%d]", date, year)
	}
	if !slices.Contains(bases, Basis(basis)) {
		return Holiday{}, fmt.Errorf("want one of %v after the date", bases)
	}
	if len(before) > 0 && !before[len(before)-1].Date.Before(day) {
		return Holiday{}, fmt.Errorf("%s is out of order", date)
	}
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	if Basis(basis) == BasisWorked && !weekend {
		return Holiday{}, fmt.Errorf("%s is worked anyway", date)
	}
	return Holiday{Date: day, Basis: Basis(basis), Name: clean.Line(name)}, nil
}

var shippedHolidays = sync.OnceValue(func() map[int][]Holiday {
	years, err := ParseHolidays(strings.NewReader(holidayText))
	if err != nil {
		panic("facts: " + err.Error())
	}
	return years
})

// Holidays are the days of a year in the order of the calendar, and whether
// the year is known at all.
func Holidays(year int) ([]Holiday, bool) {
	days, ok := shippedHolidays()[year]
	return slices.Clone(days), ok
}

// HolidayYears are the years whose holidays are known, ascending.
func HolidayYears() []int {
	var years []int
	for y := range shippedHolidays() {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}

// CalendarDays are the holidays that ship in the form that workday.NewCalendar
// takes: "2026-01-01" is a day off, "+2026-01-10" a Saturday that is worked. An
// operator's own days are added to it.
func CalendarDays() map[int][]string {
	out := map[int][]string{}
	for year, days := range shippedHolidays() {
		out[year] = []string{}
		for _, h := range days {
			s := h.Date.Format(time.DateOnly)
			if h.Basis == BasisWorked {
				s = "+" + s
			}
			out[year] = append(out[year], s)
		}
	}
	return out
}

var calendar = sync.OnceValue(func() *workday.Calendar {
	c, err := workday.NewCalendar(CalendarDays())
	if err != nil {
		panic("facts: " + err.Error())
	}
	return c
})

// Calendar counts working days with the holidays that ship.
func Calendar() *workday.Calendar { return calendar() }
