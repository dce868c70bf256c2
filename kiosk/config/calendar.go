package config

import (
	"slices"
	"time"
)

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
