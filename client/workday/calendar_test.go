package workday_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/client/workday"
)

func TestIsWorkingDay(t *testing.T) {
	c := clienttest.Calendar(t)
	for _, tt := range []struct {
		day  string
		want bool
	}{
		{"2026-11-24", true},  // Tuesday
		{"2026-11-28", false}, // Saturday
		{"2026-11-29", false}, // Sunday
		{"2026-11-30", true},  // Monday
		{"2026-01-01", false},
		{"2026-01-10", true}, // a Saturday that is worked
		{"2026-02-13", true},
		{"2026-02-16", false},
		{"2026-02-23", true},
		{"2026-04-27", false},
		{"2028-05-01", true}, // no data: a Monday like any other
		{"1999-12-31", true},
	} {
		for _, clock := range []string{" 00:00", " 23:59"} {
			if got := c.IsWorkingDay(clienttest.At(t, tt.day+clock)); got != tt.want {
				t.Errorf("%s%s: %v", tt.day, clock, got)
			}
		}
	}
}

// Midnight in Vietnam is 17:00 of the day before in London. Neither the time's zone nor the
// machine's may matter.
func TestDaysAreVietnams(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("UTC-11", -11*3600), time.FixedZone("UTC+14", 14*3600)} {
		t.Run(zone.String(), func(t *testing.T) {
			clienttest.Elsewhere(t, zone)
			c := clienttest.Calendar(t)
			friday := time.Date(2026, 11, 27, 16, 59, 59, 0, time.UTC) // 23:59:59 in Vietnam
			saturday := friday.Add(time.Second)
			if !c.IsWorkingDay(friday.In(zone)) || c.IsWorkingDay(saturday.In(zone)) {
				t.Error("the week ends at midnight in Vietnam")
			}
			if n := c.WorkingDaysBetween(friday.Local(), saturday.Local()); n != 0 {
				t.Errorf("Friday to Saturday: %d", n)
			}
			monday := c.AddWorkingDays(friday.In(zone), 1)
			if want := "2026-11-30T23:59:59+07:00"; monday.Format(time.RFC3339) != want {
				t.Errorf("next working day %s, want %s", monday.Format(time.RFC3339), want)
			}
		})
	}
}

func TestWorkingDaysBetween(t *testing.T) {
	c := clienttest.Calendar(t)
	for _, tt := range []struct {
		from, to string
		want     int
	}{
		{"2026-11-24 08:00", "2026-11-24 17:00", 0},
		{"2026-11-24 23:59", "2026-11-25 00:00", 1},
		{"2026-11-24 00:00", "2026-11-25 23:59", 1},
		{"2026-11-20", "2026-11-23", 1}, // Friday to Monday
		{"2026-11-20", "2026-11-22", 0}, // Friday to Sunday
		{"2026-11-21", "2026-11-22", 0},
		{"2026-11-22", "2026-11-23", 1},
		{"2026-11-23", "2026-11-30", 5},
		{"2026-02-13", "2026-02-23", 1}, // over Tết
		{"2026-02-14", "2026-02-22", 0}, // within Tết
		{"2025-12-31", "2026-01-05", 1}, // over the New Year
		{"2026-12-31", "2027-01-01", 0},
		{"2026-12-31", "2027-01-04", 1},
		{"2026-01-09", "2026-01-12", 2}, // Saturday the 10th is worked
		{"2026-01-01", "2027-01-01", 250},
	} {
		from, to := clienttest.At(t, tt.from), clienttest.At(t, tt.to)
		if got := c.WorkingDaysBetween(from, to); got != tt.want {
			t.Errorf("%s to %s: %d, want %d", tt.from, tt.to, got, tt.want)
		}
		if got := c.WorkingDaysBetween(to, from); got != -tt.want {
			t.Errorf("%s back to %s: %d, want %d", tt.to, tt.from, got, -tt.want)
		}
	}
}

// The computed count must equal the result of counting day by day, and AddWorkingDays must be
// its inverse.
func TestCountingAgreesWithWalking(t *testing.T) {
	c := clienttest.Calendar(t)
	random := rand.New(rand.NewPCG(20, 26))
	for range 500 {
		from := clienttest.At(t, "2025-06-01").AddDate(0, 0, random.IntN(700))
		to := from.AddDate(0, 0, random.IntN(60))
		want := 0
		for d := from.AddDate(0, 0, 1); !d.After(to); d = d.AddDate(0, 0, 1) {
			if c.IsWorkingDay(d) {
				want++
			}
		}
		if got := c.WorkingDaysBetween(from, to); got != want {
			t.Fatalf("%s to %s: %d, want %d", from.Format(time.DateOnly), to.Format(time.DateOnly), got, want)
		}
		n := random.IntN(30) + 1
		for _, signed := range []int{n, -n} {
			day := c.AddWorkingDays(from, signed)
			if !c.IsWorkingDay(day) {
				t.Fatalf("%s is %d working days from %s and a day off", day, signed, from)
			}
			if signed > 0 && c.WorkingDaysBetween(from, day) != signed {
				t.Fatalf("%s + %d = %s", from, signed, day)
			}
		}
	}
}

func TestAddWorkingDays(t *testing.T) {
	c := clienttest.Calendar(t)
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-24 09:30", 0, "2026-11-24 09:30"},
		{"2026-11-28 09:30", 0, "2026-11-28 09:30"},
		{"2026-11-24 09:30", 1, "2026-11-25 09:30"},
		{"2026-11-27 09:30", 1, "2026-11-30 09:30"},
		{"2026-11-28 09:30", 1, "2026-11-30 09:30"},
		{"2026-02-13 09:30", 1, "2026-02-23 09:30"},
		{"2025-12-31 09:30", 1, "2026-01-05 09:30"},
		{"2026-01-09 09:30", 1, "2026-01-10 09:30"},
		{"2026-02-23 09:30", -1, "2026-02-13 09:30"},
		{"2026-11-29 09:30", -1, "2026-11-27 09:30"},
	} {
		if got := c.AddWorkingDays(clienttest.At(t, tt.from), tt.n); !got.Equal(clienttest.At(t, tt.want)) {
			t.Errorf("%s + %d = %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestNewCalendarNamesWhatItCannotRead(t *testing.T) {
	for _, days := range []map[int][]string{
		{2026: {"2026-02-30"}},
		{2026: {"01/05/2026"}},
		{2026: {""}},
		{2026: {"2027-01-01"}},
		{2026: {"+2026-11-24"}}, // a Tuesday is worked anyway
	} {
		if c, err := workday.NewCalendar(days); err == nil || c != nil {
			t.Errorf("NewCalendar(%v) = %v, %v", days, c, err)
		}
	}
}

func TestDoubt(t *testing.T) {
	c, err := workday.NewCalendar(map[int][]string{2025: nil, 2026: {"2026-01-01", "2026-01-01"}, 2027: nil, 2029: nil}, 2027, 2029)
	if err != nil {
		t.Fatal(err)
	}
	var none *workday.Calendar
	for _, tt := range []struct {
		c    *workday.Calendar
		a, b string
		want workday.Doubt
	}{
		{c, "2025-01-01", "2026-12-31", workday.Doubt{}},
		{c, "2026-12-31", "2027-01-01", workday.Doubt{2027, workday.Unannounced}},
		{c, "2027-01-01", "2026-12-31", workday.Doubt{2027, workday.Unannounced}},
		{c, "2027-06-01", "2027-06-01", workday.Doubt{2027, workday.Unannounced}},
		{c, "2027-12-31", "2028-01-01", workday.Doubt{2028, workday.Unknown}}, // the more serious of the two
		{c, "2027-12-31", "2031-01-01", workday.Doubt{2028, workday.Unknown}},
		{c, "2024-12-31", "2025-01-01", workday.Doubt{2024, workday.Unknown}},
		{none, "2026-11-20", "2026-11-23", workday.Doubt{2026, workday.Unknown}},
	} {
		if got := tt.c.Doubt(clienttest.At(t, tt.a), clienttest.At(t, tt.b)); got != tt.want {
			t.Errorf("%s to %s: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	// The year is Vietnam's: its first hour belongs to the old year in London.
	if got := c.Doubt(time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC), time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC)); got.Year != 2027 {
		t.Errorf("midnight in Vietnam: %v", got)
	}
	if n := none.WorkingDaysBetween(clienttest.At(t, "2026-11-20"), clienttest.At(t, "2026-11-23")); n != 1 {
		t.Errorf("without a calendar only weekends are skipped: %d", n)
	}
}

func TestUnnamedYearsHaveNoNotice(t *testing.T) {
	got := workday.Unnamed(map[int][]string{2025: {"6150/TB-BLĐTBXH"}, 2028: nil, 2026: {"9441/TB-BNV", "9859/VPCP-KGVX"}, 2027: {}})
	if want := []int{2027, 2028}; !slices.Equal(got, want) {
		t.Errorf("years without a notice: %v, want %v", got, want)
	}
}

func BenchmarkWorkingDaysBetween(b *testing.B) {
	c, from, to := clienttest.Calendar(b), clienttest.At(b, "2025-01-01"), clienttest.At(b, "2026-12-31")
	for b.Loop() {
		c.WorkingDaysBetween(from, to)
	}
}
