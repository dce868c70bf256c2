// Package calendar has the keys of [calendar], which correct the public holidays that ship in
// the binary, and puts the two together.
package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Config corrects the public holidays that ship in the binary.
type Config struct {
	DaysOff []string // "2027-02-11"
	DaysOn  []string // working days: weekend days, or days off of the binary
	Notices []Notice
}

// Notice is a notice of the government that sets the days off of a year. Until one is
// known a year counts as not announced.
type Notice struct {
	Year   int
	Number string // "3383/BNV-CVL"
}

// Section returns the keys.
func (c *Config) Section() key.Section {
	return key.Section{Name: "calendar", Restart: true, Keys: []key.Key{
		key.List("days_off", &c.DaysOff, nil, text.Say(`danh sách ngày như ["2027-02-11"]`, `a list of days such as ["2027-02-11"]`), readDay, same).
			Says(`Ngày nghỉ, thêm vào lịch có sẵn, ví dụ ["2027-02-11"].`, `Days off, on top of the built-in calendar.`),
		key.List("days_on", &c.DaysOn, nil, text.Say(`danh sách ngày cuối tuần như ["2026-08-22"], hay ngày nghỉ của lịch có sẵn`, `a list of weekend days such as ["2026-08-22"], or of days off of the built-in calendar`), readDayOn, same).
			Says(`Ngày làm bù, ví dụ ["2026-08-22"]: ngày cuối tuần, hay ngày nghỉ của lịch có sẵn mà thông báo không có.`, `Weekend days that are worked, or days off of the built-in calendar that the notice has not.`),
		key.List("notices", &c.Notices, nil, text.Say(`danh sách năm và số thông báo như ["2026 3383/BNV-CVL"]`, `a list of years and notices such as ["2026 3383/BNV-CVL"]`), readNotice, Notice.String).
			Says(`Thông báo lịch nghỉ của năm mà lịch có sẵn ghi là chưa công bố, ví dụ ["2026 3383/BNV-CVL"]; ngày khác với lịch có sẵn thì ghi ở trên.`, `The notice of a year that the built-in calendar has not announced; where its days differ, write them above.`).
			Must(c.noticesHaveDays),
	}}
}

// noticesHaveDays refuses the notice of a year that has no days off at all.
func (c *Config) noticesHaveDays() *key.Wrong {
	days := Days(facts.CalendarDays(), *c)
	for _, n := range c.Notices {
		if len(days[n.Year]) == 0 {
			return &key.Wrong{
				What: operator.KeyBadValue, Got: strconv.Itoa(n.Year),
				Want: text.Say("năm của lịch có sẵn, hay năm có ngày nghỉ ghi ở calendar.days_off", "a year of the built-in calendar, or one with its days off in calendar.days_off"),
			}
		}
	}
	return nil
}

func same(s string) string { return s }

func readDay(s string) (string, bool) {
	_, err := time.Parse(time.DateOnly, s)
	return s, err == nil
}

// readDayOn refuses a day that is worked anyway: it is a slip of the pen.
func readDayOn(s string) (string, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", false
	}
	_, weekend := split(s)
	return s, weekend || slices.Contains(facts.CalendarDays()[t.Year()], s)
}

// readNotice reads "2026 3383/BNV-CVL".
func readNotice(s string) (Notice, bool) {
	year, number, _ := strings.Cut(s, " ")
	n, err := strconv.Atoi(year)
	number = clean.Line(number)
	return Notice{n, number}, err == nil && n >= 1900 && n <= 9999 && number != ""
}

func (n Notice) String() string { return strconv.Itoa(n.Year) + " " + n.Number }

// Notices appends the operator's notices to the built-in ones of their year. A year
// of which only the operator names days has none yet. builtIn is not changed.
func Notices(builtIn map[int][]string, c Config) map[int][]string {
	merged := make(map[int][]string, len(builtIn))
	for year, numbers := range builtIn {
		merged[year] = slices.Clone(numbers)
	}
	for _, day := range slices.Concat(c.DaysOff, c.DaysOn) {
		year, _ := split(day)
		hasYear(merged, year)
	}
	for _, n := range c.Notices {
		merged[n.Year] = append(merged[n.Year], n.Number)
	}
	return merged
}

// Days adds the operator's days to the built-in ones, in the form of
// workday.NewCalendar: "2026-01-01" is a day off, "+2026-01-10" a weekend day that is a
// working day. A year that only the operator names is in it too. builtIn is not changed.
func Days(builtIn map[int][]string, c Config) map[int][]string {
	merged := make(map[int][]string, len(builtIn))
	for year, days := range builtIn {
		merged[year] = slices.Clone(days)
	}
	for _, day := range c.DaysOff {
		year, _ := split(day)
		// A day off overrides an exchanged working day of the built-in list.
		merged[year] = append(without(merged[year], "+"+day), day)
	}
	for _, day := range c.DaysOn {
		year, weekend := split(day)
		merged[year] = without(merged[year], day)
		if weekend {
			merged[year] = append(merged[year], "+"+day)
		}
	}
	for _, n := range c.Notices {
		hasYear(merged, n.Year)
	}
	return merged
}

func hasYear(m map[int][]string, year int) {
	if _, ok := m[year]; !ok {
		m[year] = nil
	}
}

// split parses a day that Load has checked.
func split(day string) (year int, weekend bool) {
	t, _ := time.Parse(time.DateOnly, day)
	return t.Year(), t.Weekday() == time.Saturday || t.Weekday() == time.Sunday
}

func without(days []string, day string) []string {
	return slices.DeleteFunc(days, func(d string) bool { return d == day })
}
