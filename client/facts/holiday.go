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

// Basis says why a day is in the calendar, and so how certain it is.
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

// Certain reports whether the day is fixed by law or was announced.
func (b Basis) Certain() bool { return b != BasisLunar && b != BasisAssumed }

// Holiday is one day of holidays.txt.
type Holiday struct {
	Date  time.Time // midnight in Vietnam
	Basis Basis
	Name  string
}

// Year is one year of holidays.txt.
type Year struct {
	Notices []string // numbers of the notices that set it; none: not announced
	Days    []Holiday
}

// ParseHolidays reads holidays in the form of holidays.txt: a heading "[2026]" for each
// year, with the numbers of its notices, and below it lines of date, basis and name,
// ordered by date; "#" begins a comment line. A year with only a heading is known and has
// no holidays. A year with a notice has no day that is not certain. An error names the
// line.
func ParseHolidays(r io.Reader) (map[int]Year, error) {
	text, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("holidays: %w", err)
	}
	years := map[int]Year{}
	year, n := 0, 0
	for row := range strings.Lines(string(text)) {
		n++
		row = strings.TrimSpace(row)
		switch {
		case row == "" || row[0] == '#':
		case row[0] == '[':
			heading, notices, closed := strings.Cut(row[1:], "]")
			year, err = strconv.Atoi(heading)
			if err != nil || !closed || year < 1900 || year > 9999 {
				return nil, fmt.Errorf("holidays: line %d: want a year like [2026]", n)
			}
			if _, twice := years[year]; twice {
				return nil, fmt.Errorf("holidays: line %d: the year %d stands twice", n, year)
			}
			years[year] = Year{Notices: strings.Fields(clean.Line(notices))}
		default:
			y := years[year]
			h, err := parseHoliday(row, year, y)
			if err != nil {
				return nil, fmt.Errorf("holidays: line %d: %w", n, err)
			}
			y.Days = append(y.Days, h)
			years[year] = y
		}
	}
	return years, nil
}

func parseHoliday(row string, year int, in Year) (Holiday, error) {
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
	if len(in.Notices) > 0 && !Basis(basis).Certain() {
		return Holiday{}, fmt.Errorf("%s was announced: a day of that year cannot be %s", strings.Join(in.Notices, " "), basis)
	}
	if n := len(in.Days); n > 0 && !in.Days[n-1].Date.Before(day) {
		return Holiday{}, fmt.Errorf("%s is out of order", date)
	}
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	if Basis(basis) == BasisWorked && !weekend {
		return Holiday{}, fmt.Errorf("%s is worked anyway", date)
	}
	return Holiday{Date: day, Basis: Basis(basis), Name: clean.Line(name)}, nil
}

var shippedHolidays = sync.OnceValue(func() map[int]Year {
	years, err := ParseHolidays(strings.NewReader(holidayText))
	if err != nil {
		panic("facts: " + err.Error())
	}
	return years
})

// CalendarDays returns the shipped holidays in the form of workday.NewCalendar:
// "2026-01-01" is a day off, "+2026-01-10" a Saturday that is worked. An operator's own
// days are added to it.
func CalendarDays() map[int][]string {
	out := map[int][]string{}
	for year, y := range shippedHolidays() {
		out[year] = []string{}
		for _, h := range y.Days {
			s := h.Date.Format(time.DateOnly)
			if h.Basis == BasisWorked {
				s = "+" + s
			}
			out[year] = append(out[year], s)
		}
	}
	return out
}

// Notices returns the numbers of the notices that set the days of each shipped year, as
// "3383/BNV-CVL". A year without one was not announced.
func Notices() map[int][]string {
	out := map[int][]string{}
	for year, y := range shippedHolidays() {
		out[year] = slices.Clone(y.Notices)
	}
	return out
}

var calendar = sync.OnceValue(func() *workday.Calendar {
	c, err := workday.NewCalendar(CalendarDays(), workday.Unnamed(Notices())...)
	if err != nil {
		panic("facts: " + err.Error())
	}
	return c
})

// Calendar counts working days with the holidays that ship.
func Calendar() *workday.Calendar { return calendar() }
