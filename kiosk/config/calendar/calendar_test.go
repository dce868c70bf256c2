package calendar

import (
	"reflect"
	"testing"
	"time"

	"motcua/client/workday"
)

func TestDays(t *testing.T) {
	builtIn := map[int][]string{2026: {"2026-01-01", "+2026-01-10", "2026-09-02"}}
	own := Config{
		DaysOff: []string{"2026-11-24", "2026-01-10", "2031-01-01"},
		DaysOn:  []string{"2026-11-28", "2026-09-02", "2026-11-25"},
	}
	cal, err := workday.NewCalendar(Days(builtIn, own), workday.Unnamed(Notices(map[int][]string{2026: {"1/TB-BNV"}}, own))...)
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]bool{
		"2026-01-01": false, // built in
		"2026-11-24": false, // the operator's, a Tuesday
		"2026-11-28": true,  // a Saturday that the operator makes a working day
		"2026-09-02": true,  // a holiday that the operator makes a working day
		"2026-11-25": true,  // already was a working day
		"2026-01-10": false, // a built-in exchanged working day, a Saturday
		"2026-11-29": false, // an ordinary Sunday
	} {
		at, err := time.ParseInLocation(time.DateOnly, day, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := cal.IsWorkingDay(at); got != want {
			t.Errorf("%s: working day %v, want %v", day, got, want)
		}
	}
	for year, want := range map[int]workday.DoubtKind{2026: "", 2031: workday.Unannounced, 2032: workday.Unknown} {
		if at := time.Date(year, 6, 1, 0, 0, 0, 0, workday.Zone); cal.Doubt(at, at).Kind != want {
			t.Errorf("%d: doubt %v, want %q", year, cal.Doubt(at, at), want)
		}
	}
	if len(builtIn[2026]) != 3 || builtIn[2026][2] != "2026-09-02" {
		t.Errorf("the built-in days were changed: %v", builtIn)
	}
}

// The next notice: its number makes the year announced, its days correct what was counted
// before it.
func TestTheNextNotice(t *testing.T) {
	builtIn, notices := map[int][]string{2026: nil, 2027: {"2027-02-04"}}, map[int][]string{2026: {"1/TB-BNV"}, 2027: nil}
	own := Config{
		DaysOff: []string{"2027-02-11", "2028-01-03"},
		DaysOn:  []string{"2027-02-04", "2027-02-13"},
		Notices: []Notice{{2027, "2/TB-BNV"}, {2027, "3/TB-BNV"}, {2028, "4/TB-BNV"}},
	}
	merged := Notices(notices, own)
	if want := map[int][]string{2026: {"1/TB-BNV"}, 2027: {"2/TB-BNV", "3/TB-BNV"}, 2028: {"4/TB-BNV"}}; !reflect.DeepEqual(merged, want) {
		t.Errorf("notices %v, want %v", merged, want)
	}
	if len(notices) != 2 || notices[2027] != nil {
		t.Errorf("the built-in notices were changed: %v", notices)
	}
	cal, err := workday.NewCalendar(Days(builtIn, own), workday.Unnamed(merged)...)
	if err != nil {
		t.Fatal(err)
	}
	on := func(s string) time.Time {
		at, err := time.ParseInLocation(time.DateOnly, s, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	if got := cal.Doubt(on("2026-12-01"), on("2028-12-31")); got != (workday.Doubt{}) {
		t.Errorf("announced by the operator, but %v", got)
	}
	// 3, 4, 5, 8, 9, 10, 12 and Saturday 13; 11 is off.
	if got := cal.WorkingDaysBetween(on("2027-02-02"), on("2027-02-14")); got != 8 {
		t.Errorf("%d working days", got)
	}
}
