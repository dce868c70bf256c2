package facts

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/workday"
)

func day(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, workday.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

func TestEachYearHasTheDaysThatTheLawGives(t *testing.T) {
	years := holidayYears()
	if !slices.Equal(years, []int{2021, 2022, 2023, 2024, 2025, 2026, 2027}) {
		t.Fatalf("years %v", years)
	}
	for _, y := range years {
		days, _ := holidays(y)
		tet, counts := 0, map[Basis]int{}
		off := map[string]bool{}
		for _, h := range days {
			counts[h.Basis]++
			if h.Name == "" {
				t.Errorf("%s says nothing", h.Date.Format(time.DateOnly))
			}
			if strings.HasPrefix(h.Name, "Tết ") && h.Name != "Tết Dương lịch" {
				tet++
			}
			if h.Basis != BasisWorked {
				off[h.Date.Format("01-02")] = true
			}
		}
		// Article 112: 1 + 5 + 1 + 1 + 1 + 2 days.
		if len(off) < 11 {
			t.Errorf("%d: %d days off, the law gives 11", y, len(off))
		}
		if tet != 5 {
			t.Errorf("%d: Tết has %d days, the law gives 5", y, tet)
		}
		if counts[BasisExchanged] != counts[BasisWorked] {
			t.Errorf("%d: %d days were exchanged, %d worked", y, counts[BasisExchanged], counts[BasisWorked])
		}
		for _, fixed := range []string{"01-01", "04-30", "05-01", "09-02"} {
			if !off[fixed] {
				t.Errorf("%d: %s is missing", y, fixed)
			}
		}
		if !off["09-01"] && !off["09-03"] {
			t.Errorf("%d: the second day of 2/9 is missing", y)
		}
		if off["11-24"] != (y >= 2026) {
			t.Errorf("%d: 24/11 off is %v; it is law since 2026", y, off["11-24"])
		}
	}
}

// The days on which offices are closed from Monday to Friday, and the weekend days on which
// they are open, as the notices set them. Every other day of these years is ordinary.
func TestTheYearsOfTheNotices(t *testing.T) {
	for _, tt := range []struct {
		year             int
		off, on, notices string
	}{
		{2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "", "4875/TB-LĐTBXH"},
		{2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "", "119/TB-LĐTBXH"},
		{2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", "", "5034/TB-LĐTBXH"},
		{2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04", "5015/TB-LĐTBXH 1570/TB-LĐTBXH"},
		{2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26", "6150/TB-BLĐTBXH"},
		{2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22", "12729/VPCP-KGVX 9441/TB-BNV 3383/BNV-CVL NQ28/2026/QH16"},
		{2027, "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24", "", ""}, // by the law
	} {
		var off, on []string
		working := 0
		for d := time.Date(tt.year, 1, 1, 12, 0, 0, 0, workday.Zone); d.Year() == tt.year; d = d.AddDate(0, 0, 1) {
			open, weekend := Calendar().IsWorkingDay(d), d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
			if open {
				working++
			}
			switch {
			case open && weekend:
				on = append(on, d.Format("01-02"))
			case !open && !weekend:
				off = append(off, d.Format("01-02"))
			}
		}
		if got := strings.Join(off, " "); got != tt.off {
			t.Errorf("%d: off %s, want %s", tt.year, got, tt.off)
		}
		if got := strings.Join(on, " "); got != tt.on {
			t.Errorf("%d: worked %s, want %s", tt.year, got, tt.on)
		}
		if got := strings.Join(Notices()[tt.year], " "); got != tt.notices {
			t.Errorf("%d: notices %s, want %s", tt.year, got, tt.notices)
		}
		eve := time.Date(tt.year-1, 12, 31, 8, 0, 0, 0, workday.Zone)
		if got := Calendar().WorkingDaysBetween(eve, eve.AddDate(1, 0, 0)); got != working {
			t.Errorf("%d: counted %d working days, walked %d", tt.year, got, working)
		}
	}
}

// A day in lieu for each holiday of the law that falls on a weekend.
func TestDaysInLieu(t *testing.T) {
	for _, y := range holidayYears() {
		days, _ := holidays(y)
		weekend, lieu := 0, 0
		for _, h := range days {
			wd := h.Date.Weekday()
			onWeekend := wd == time.Saturday || wd == time.Sunday
			switch {
			case h.Basis == BasisInLieu && onWeekend:
				t.Errorf("%s in lieu is a weekend", h.Date.Format(time.DateOnly))
			case h.Basis == BasisInLieu:
				lieu++
			case h.Basis == BasisExchanged && onWeekend:
				t.Errorf("%s exchanged is a weekend", h.Date.Format(time.DateOnly))
			case h.Basis != BasisWorked && onWeekend:
				weekend++
			}
		}
		if weekend != lieu {
			t.Errorf("%d: %d holidays on weekends, %d days in lieu", y, weekend, lieu)
		}
	}
}

func TestKnownDays(t *testing.T) {
	firstOfTet := map[int]string{
		2021: "Friday 2021-02-12", 2022: "Tuesday 2022-02-01", 2023: "Sunday 2023-01-22",
		2024: "Saturday 2024-02-10", 2025: "Wednesday 2025-01-29",
		2026: "Tuesday 2026-02-17", 2027: "Saturday 2027-02-06",
	}
	hungKings := map[int]string{
		2021: "Wednesday 2021-04-21", 2022: "Sunday 2022-04-10", 2023: "Saturday 2023-04-29",
		2024: "Thursday 2024-04-18", 2025: "Monday 2025-04-07",
		2026: "Sunday 2026-04-26", 2027: "Friday 2027-04-16",
	}
	for _, y := range holidayYears() {
		days, _ := holidays(y)
		var tet, kings string
		for _, h := range days {
			at := h.Date.Format("Monday 2006-01-02")
			if strings.HasSuffix(h.Name, "mùng 1") && strings.HasPrefix(h.Name, "Tết") {
				tet = at
			}
			if h.Name == "Giỗ Tổ Hùng Vương" {
				kings = at
			}
		}
		if tet != firstOfTet[y] {
			t.Errorf("%d: Tết is %s, want %s", y, tet, firstOfTet[y])
		}
		if kings != hungKings[y] {
			t.Errorf("%d: Hung Kings is %s, want %s", y, kings, hungKings[y])
		}
	}
}

// The first day of a lunar month is the day of the new moon in Vietnam. The mean synodic
// month, from which the true one differs by at most 14 hours, allows checking the dates to
// within a day.
func TestLunarDaysAgreeWithTheMoon(t *testing.T) {
	known := time.Date(2000, 1, 6, 18, 14, 0, 0, time.UTC) // a new moon
	const month = 29.530588853 * 24 * float64(time.Hour)
	age := func(at time.Time) float64 {
		n := float64(at.Sub(known)) / month
		return (n - float64(int(n))) * 29.530588853
	}
	for _, y := range holidayYears() {
		days, _ := holidays(y)
		for _, h := range days {
			noon := h.Date.Add(12 * time.Hour)
			var want float64
			switch {
			case strings.HasPrefix(h.Name, "Tết") && strings.HasSuffix(h.Name, "mùng 1"):
				want = 0
			case h.Name == "Giỗ Tổ Hùng Vương":
				want = 9
			default:
				continue
			}
			diff := age(noon) - want
			if diff > 15 {
				diff -= 29.530588853
			}
			if diff < -1.2 || diff > 1.2 {
				t.Errorf("%s %s: the moon is %.1f days old", h.Date.Format(time.DateOnly), h.Name, age(noon))
			}
		}
	}
}

func TestCalendar(t *testing.T) {
	c := Calendar()
	tests := []struct {
		day     string
		working bool
	}{
		{"2025-11-24", true}, {"2026-11-24", false}, {"2027-11-24", false}, // law since 2026
		{"2026-02-16", false}, {"2026-02-20", false}, {"2026-02-23", true},
		{"2026-04-27", false}, // in lieu of Sunday 26
		{"2026-08-31", false}, {"2026-08-22", true}, {"2026-08-29", false},
		{"2026-01-02", false}, {"2026-01-10", true},
		{"2027-05-03", false}, {"2027-02-10", false}, {"2027-02-11", true},
	}
	for _, tt := range tests {
		if got := c.IsWorkingDay(day(tt.day)); got != tt.working {
			t.Errorf("%s: working %v, want %v", tt.day, got, tt.working)
		}
	}
	for year, want := range map[int]workday.DoubtKind{
		2020: workday.Unknown, 2021: "", 2024: "", 2026: "", 2027: workday.Unannounced, 2028: workday.Unknown,
	} {
		at := time.Date(year, 6, 1, 12, 0, 0, 0, workday.Zone)
		if got := c.Doubt(at, at).Kind; got != want {
			t.Errorf("%d: doubt %q, want %q", year, got, want)
		}
	}
	if got := c.AddWorkingDays(day("2026-02-13"), 1).Format(time.DateOnly); got != "2026-02-23" {
		t.Errorf("the working day after the Friday before Tết is %s", got)
	}
}

func TestAnOperatorAddsItsOwnDay(t *testing.T) {
	days := CalendarDays()
	days[2026] = append(days[2026], "2026-11-25")
	c, err := workday.NewCalendar(days)
	if err != nil {
		t.Fatal(err)
	}
	if c.IsWorkingDay(day("2026-11-25")) || !Calendar().IsWorkingDay(day("2026-11-25")) {
		t.Error("the added day must count in the operator's calendar and in no other")
	}
}

func TestParseHolidays(t *testing.T) {
	tests := []struct{ name, in, err string }{
		{"one", "[2026]\n2026-01-01 law Tết Dương lịch", ""},
		{"a known year without days", "[2030]\n", ""},
		{"no heading", "2026-01-01 law x", "line 1: 2026-01-01 does not belong under [0]"},
		{"another year", "# x\n[2026]\n2025-01-01 law x", "line 3"},
		{"no date", "[2026]\ntomorrow law x", "want a date"},
		{"no such day", "[2026]\n2026-02-30 law x", "want a date"},
		{"no basis", "[2026]\n2026-01-01 perhaps x", "want one of"},
		{"out of order", "[2026]\n2026-05-01 law x\n2026-04-30 law y", "line 3: 2026-04-30 is out of order"},
		{"twice", "[2026]\n2026-05-01 law x\n2026-05-01 law y", "out of order"},
		{"year twice", "[2026]\n[2026]", "stands twice"},
		{"worked on a Monday", "[2026]\n2026-11-23 worked x", "is worked anyway"},
		{"no year", "[next]", "want a year"},
		{"no end of the year", "[2026", "want a year"},
		{"announced and assumed", "[2026] 1/TB-BNV\n2026-01-01 law x\n2026-02-12 assumed y", "line 3: 1/TB-BNV was announced: a day of that year cannot be assumed"},
		{"announced and lunar", "[2026] 1/TB-BNV\n2026-02-12 lunar y", "cannot be lunar"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ParseHolidays(strings.NewReader(tt.in))
			if tt.err == "" {
				if err != nil || len(got) != 1 {
					t.Fatalf("got %v, %v", got, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.err) {
				t.Fatalf("got error %v, want %q", err, tt.err)
			}
		})
	}
}

func FuzzParseHolidays(f *testing.F) {
	f.Add("# x\n[2026]\n2026-01-01 law        Tết Dương lịch\n2026-01-10 worked     làm bù ngày 2/1\n\n[2027]\n")
	f.Add("[2026]\n2026-01-01 law x")
	f.Add("[\n]")
	f.Add("[2026] 12729/VPCP-KGVX 9441/TB-BNV\n2026-01-01 law x\n[2027]\n2027-02-04 assumed y")
	f.Fuzz(func(t *testing.T, in string) {
		years, err := ParseHolidays(strings.NewReader(in))
		if err != nil {
			return
		}
		days := map[int][]string{}
		for y, of := range years {
			for _, h := range of.Days {
				if len(of.Notices) > 0 && !h.Basis.Certain() {
					t.Fatalf("%d was announced, and %v is not certain", y, h)
				}
				s := h.Date.Format(time.DateOnly)
				if h.Basis == BasisWorked {
					s = "+" + s
				}
				days[y] = append(days[y], s)
			}
		}
		if _, err := workday.NewCalendar(days); err != nil {
			t.Fatalf("what was read makes no calendar: %v", err)
		}
	})
}

func Example_holidays() {
	days, known := holidays(2027)
	fmt.Println(known, days[1].Date.Format("2/1/2006"), days[1].Basis.Certain())
	// Output: true 4/2/2027 false
}

// holidays returns the days of a year in the order of the calendar, and whether the year is
// known.
func holidays(year int) ([]Holiday, bool) {
	y, ok := shippedHolidays()[year]
	return slices.Clone(y.Days), ok
}

// holidayYears returns the years whose holidays are known, ascending.
func holidayYears() []int {
	var years []int
	for y := range shippedHolidays() {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}
