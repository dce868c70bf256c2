package config

import (
	"testing"
	"time"

	"motcua/client/workday"
)

func TestMergeDays(t *testing.T) {
	builtIn := map[int][]string{2026: {"2026-01-01", "+2026-01-10", "2026-09-02"}}
	cal, err := workday.NewCalendar(MergeDays(builtIn, Calendar{
		DaysOff: []string{"2026-11-24", "2026-01-10", "2031-01-01"},
		DaysOn:  []string{"2026-11-28", "2026-09-02", "2026-11-25"},
	}))
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]bool{
		"2026-01-01": false, // built in
		"2026-11-24": false, // the operator's, a Tuesday
		"2026-11-28": true,  // a Saturday that the operator works
		"2026-09-02": true,  // a holiday that the operator works
		"2026-11-25": true,  // was a working day already
		"2026-01-10": false, // a Saturday that was to be worked
		"2026-11-29": false, // a Sunday as any other
	} {
		at, err := time.ParseInLocation(time.DateOnly, day, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := cal.IsWorkingDay(at); got != want {
			t.Errorf("%s: working day %v, want %v", day, got, want)
		}
	}
	if !cal.HasYear(2031) || cal.HasYear(2032) {
		t.Error("a year is known when the operator names a day of it")
	}
	if len(builtIn[2026]) != 3 || builtIn[2026][2] != "2026-09-02" {
		t.Errorf("the built-in days were changed: %v", builtIn)
	}
}
