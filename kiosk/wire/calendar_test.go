package wire

import (
	"slices"
	"testing"
	"time"

	"motcua/client/workday"
	"motcua/kiosk/config/calendar"
)

// Without a setting the built-in calendar counts; days and a notice change it, the days
// alone leave a year unannounced.
func TestCalendarOfAConfiguration(t *testing.T) {
	day := func(m time.Month, d int) time.Time { return time.Date(2027, m, d, 8, 0, 0, 0, workday.Zone) }
	days := calendar.Config{DaysOff: []string{"2027-02-11"}, DaysOn: []string{"2027-02-04", "2027-02-13"}}
	announced := days
	announced.Notices = []calendar.Notice{{Year: 2027, Number: "1234/TB-BNV"}}
	for _, tt := range []struct {
		name    string
		c       calendar.Config
		working int // of 1 to 14 February
		doubt   workday.DoubtKind
		notices []string
	}{
		{"nothing set", calendar.Config{}, 5, workday.Unannounced, nil}, // 1 to 3, 11, 12
		{"days", days, 6, workday.Unannounced, nil},                     // 1 to 4, 12, 13
		{"a notice alone", calendar.Config{Notices: announced.Notices}, 5, "", []string{"1234/TB-BNV"}},
		{"a notice and its days", announced, 6, "", []string{"1234/TB-BNV"}},
	} {
		cal, err := Calendar(tt.c)
		if err != nil {
			t.Fatal(err)
		}
		if got := cal.WorkingDaysBetween(day(1, 31), day(2, 14)); got != tt.working {
			t.Errorf("%s: %d working days, want %d", tt.name, got, tt.working)
		}
		if got := cal.Doubt(day(2, 1), day(2, 1)).Kind; got != tt.doubt {
			t.Errorf("%s: doubt %q, want %q", tt.name, got, tt.doubt)
		}
		if got := Notices(tt.c)[2027]; !slices.Equal(got, tt.notices) {
			t.Errorf("%s: notices %q, want %q", tt.name, got, tt.notices)
		}
	}
}
