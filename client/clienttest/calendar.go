package clienttest

import (
	"testing"
	"time"

	"motcua/client/workday"
)

// Calendar knows no holidays of 2025 and 2027 but New Year's Day, and for 2026 a part
// of the holidays: Tết Bính Ngọ, the Hung Kings' day on 26 April (a Sunday) moved to the
// Monday, and a Friday off at the New Year that is worked on a Saturday.
func Calendar(tb testing.TB) *workday.Calendar {
	tb.Helper()
	c, err := workday.NewCalendar(map[int][]string{
		2025: {"2025-01-01"},
		2026: {
			"2026-01-01", "2026-01-02", "+2026-01-10",
			"2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
			"2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02",
		},
		2027: {"2027-01-01"},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// At parses "2026-11-25" or "2026-11-25 17:00" as a time in Vietnam.
func At(tb testing.TB, s string) time.Time {
	tb.Helper()
	layout := "2006-01-02 15:04"
	if len(s) == len(time.DateOnly) {
		layout = time.DateOnly
	}
	v, err := time.ParseInLocation(layout, s, workday.Zone)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// Elsewhere sets the process's time zone for the rest of a test.
func Elsewhere(tb testing.TB, zone *time.Location) {
	tb.Helper()
	before := time.Local
	time.Local = zone
	tb.Cleanup(func() { time.Local = before })
}
