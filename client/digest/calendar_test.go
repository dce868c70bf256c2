package digest_test

import (
	"testing"
	"time"

	"motcua/client"
)

// holidays2026 are the days off of 2026: Tết Bính Ngọ from 14 to 22 February,
// the Hung Kings' day on 26 April (a Sunday) made up for on the Monday, and a
// Friday exchanged for a Saturday at the New Year.
var holidays2026 = map[int][]string{
	2025: {"2025-01-01"},
	2026: {
		"2026-01-01", "2026-01-02", "+2026-01-10",
		"2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
		"2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02",
	},
	2027: {"2027-01-01"},
}

func calendar(t testing.TB) *client.Calendar {
	t.Helper()
	c, err := client.NewCalendar(holidays2026)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// at reads "2026-11-25" or "2026-11-25 17:00" as a time in Vietnam.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	layout := "2006-01-02 15:04"
	if len(s) == len(time.DateOnly) {
		layout = time.DateOnly
	}
	v, err := time.ParseInLocation(layout, s, client.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// elsewhere runs a test on a machine that is set to another zone.
func elsewhere(t *testing.T, zone *time.Location) {
	t.Helper()
	before := time.Local
	time.Local = zone
	t.Cleanup(func() { time.Local = before })
}
