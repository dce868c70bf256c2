package config

import (
	"slices"
	"time"

	"motcua/kiosk/config/key"
)

// Calendar corrects the public holidays that ship in the binary.
type Calendar struct {
	DaysOff []string // "2026-11-24"
	DaysOn  []string // worked although a weekend or a holiday
}

func (c *Calendar) section() key.Section {
	return key.Section{Name: "calendar", Restart: true, Keys: []key.Key{
		days("days_off", &c.DaysOff).
			Says(`Ngày nghỉ và ngày làm bù, thêm vào lịch có sẵn, ví dụ ["2026-11-24"].`, `Days off and exchanged working days, on top of the built-in calendar.`),
		days("days_on", &c.DaysOn),
	}}
}

func days(name string, field *[]string) key.Key {
	return key.List(name, field, nil, key.Say(`danh sách ngày như ["2026-11-24"]`, `a list of days such as ["2026-11-24"]`),
		func(s string) (string, bool) { _, err := time.Parse(time.DateOnly, s); return s, err == nil },
		func(s string) string { return s })
}

// MergeDays puts the operator's days over the built-in ones, in the form that
// workday.NewCalendar takes: "2026-01-01" is a day off, "+2026-01-10" a weekend
// day that is worked. A year that only the operator names becomes known. builtIn
// is not changed.
func MergeDays(builtIn map[int][]string, c Calendar) map[int][]string {
	merged := make(map[int][]string, len(builtIn))
	for year, days := range builtIn {
		merged[year] = slices.Clone(days)
	}
	for _, day := range c.DaysOff {
		year, _ := split(day)
		// A day off beats an exchanged working day of the built-in list.
		merged[year] = append(without(merged[year], "+"+day), day)
	}
	for _, day := range c.DaysOn {
		year, weekend := split(day)
		merged[year] = without(merged[year], day)
		if weekend {
			merged[year] = append(merged[year], "+"+day)
		}
	}
	return merged
}

// split reads a day that Load has checked.
func split(day string) (year int, weekend bool) {
	t, _ := time.Parse(time.DateOnly, day)
	return t.Year(), t.Weekday() == time.Saturday || t.Weekday() == time.Sunday
}

func without(days []string, day string) []string {
	return slices.DeleteFunc(days, func(d string) bool { return d == day })
}
