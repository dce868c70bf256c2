package text

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// zone is Vietnam's time; dates on a screen are always of that zone, whatever
// the zone of the machine or of the value.
var zone = time.FixedZone("ICT", 7*60*60)

// Dates are the words of days, hours, numbers and money, with methods that put
// them together.
type Dates struct {
	Weekdays     [7]string  // as in a sentence, Sunday first
	WeekdayHeads [7]string  // as a heading, in capitals
	Months       [12]string // as in a date of a sentence
	MonthsShort  [12]string // as in a time line

	Today, Tomorrow, Yesterday string

	AtToday     string // clock
	AtTomorrow  string // clock
	AtYesterday string // clock
	AtDay       string // clock, day
	OnDay       string // day
	BeforeHour  string // hour, on the dot
	BeforeClock string // clock

	Thousands string // separator of thousands
	Decimal   string // decimal mark
	Dong      string // amount in đồng
	Foreign   string // amount, currency

	WorkingDay, WorkingDaysMany   string // count
	DayOne, DaysMany              string // count
	WorkingHour, WorkingHoursMany string // count
	HourOne, HoursMany            string // count
	MinuteOne, MinutesMany        string // count
	SecondOne, SecondsMany        string // count
	And                           string // between the last two of a list
}

var datesVI = Dates{
	Weekdays:     [7]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"},
	WeekdayHeads: [7]string{"CHỦ NHẬT", "THỨ HAI", "THỨ BA", "THỨ TƯ", "THỨ NĂM", "THỨ SÁU", "THỨ BẢY"},
	Months:       [12]string{"/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12"},
	MonthsShort:  [12]string{"/01", "/02", "/03", "/04", "/05", "/06", "/07", "/08", "/09", "/10", "/11", "/12"},

	Today: "hôm nay", Tomorrow: "ngày mai", Yesterday: "hôm qua",

	AtToday:     "lúc %s hôm nay",
	AtTomorrow:  "lúc %s ngày mai",
	AtYesterday: "lúc %s hôm qua",
	AtDay:       "lúc %s ngày %s",
	OnDay:       "ngày %s",
	BeforeHour:  "trước %d giờ",
	BeforeClock: "trước %s",

	Thousands: ".",
	Decimal:   ",",
	Dong:      "%s đồng",
	Foreign:   "%s %s",

	WorkingDay: "%s ngày làm việc", WorkingDaysMany: "%s ngày làm việc",
	DayOne: "%s ngày", DaysMany: "%s ngày",
	WorkingHour: "%s giờ làm việc", WorkingHoursMany: "%s giờ làm việc",
	HourOne: "%s giờ", HoursMany: "%s giờ",
	MinuteOne: "%s phút", MinutesMany: "%s phút",
	SecondOne: "%s giây", SecondsMany: "%s giây",
	And: " và ",
}

var datesEN = Dates{
	Weekdays:     [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	WeekdayHeads: [7]string{"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"},
	Months: [12]string{" January", " February", " March", " April", " May", " June", " July",
		" August", " September", " October", " November", " December"},
	MonthsShort: [12]string{" Jan", " Feb", " Mar", " Apr", " May", " Jun", " Jul", " Aug", " Sep", " Oct", " Nov", " Dec"},

	Today: "today", Tomorrow: "tomorrow", Yesterday: "yesterday",

	AtToday:     "at %s today",
	AtTomorrow:  "at %s tomorrow",
	AtYesterday: "at %s yesterday",
	AtDay:       "at %s on %s",
	OnDay:       "on %s",
	BeforeHour:  "before %d:00",
	BeforeClock: "before %s",

	Thousands: ",",
	Decimal:   ".",
	Dong:      "%s VND",
	Foreign:   "%s %s",

	WorkingDay: "%s working day", WorkingDaysMany: "%s working days",
	DayOne: "%s day", DaysMany: "%s days",
	WorkingHour: "%s working hour", WorkingHoursMany: "%s working hours",
	HourOne: "%s hour", HoursMany: "%s hours",
	MinuteOne: "%s minute", MinutesMany: "%s minutes",
	SecondOne: "%s second", SecondsMany: "%s seconds",
	And: " and ",
}

// DayHeading is a day as the biggest line of a screen says it:
// "THỨ TƯ 25/11/2026", "WEDNESDAY 25 November 2026".
func (d *Dates) DayHeading(t time.Time) string {
	t = t.In(zone)
	return d.WeekdayHeads[t.Weekday()] + " " + d.Day(t)
}

// DayLong is a day with its weekday inside a sentence: "thứ Hai 30/11/2026".
func (d *Dates) DayLong(t time.Time) string {
	t = t.In(zone)
	return d.Weekdays[t.Weekday()] + " " + d.Day(t)
}

// Day is a day with its year: "25/11/2026", "25 November 2026".
func (d *Dates) Day(t time.Time) string {
	t = t.In(zone)
	return d.dayMonth(t) + d.yearGap() + strconv.Itoa(t.Year())
}

// DayNear is a day as short as it stays clear beside now: without the year in
// the same year. "24/11", "24 November".
func (d *Dates) DayNear(t, now time.Time) string {
	if t.In(zone).Year() == now.In(zone).Year() {
		return d.dayMonth(t.In(zone))
	}
	return d.Day(t)
}

// DayStamp is a day of fixed width for a time line: "20/11", "20 Nov"; with the
// year when it is not now's.
func (d *Dates) DayStamp(t, now time.Time) string {
	t = t.In(zone)
	s := fmt.Sprintf("%02d", t.Day()) + d.MonthsShort[t.Month()-1]
	if t.Year() != now.In(zone).Year() {
		s += d.yearGap() + strconv.Itoa(t.Year())
	}
	return s
}

// dayMonth is "25/11", "25 November".
func (d *Dates) dayMonth(t time.Time) string {
	return strconv.Itoa(t.Day()) + d.Months[t.Month()-1]
}

// yearGap is what stands between the month and the year: the mark with which
// the month begins.
func (d *Dates) yearGap() string { return d.Months[0][:1] }

// Clock is the time of day in a sentence: "8:14".
func (d *Dates) Clock(t time.Time) string { return t.In(zone).Format("15:04")[clockSkip(t):] }

func clockSkip(t time.Time) int {
	if t.In(zone).Hour() < 10 {
		return 1
	}
	return 0
}

// ClockStamp is the time of day with two digits for the hour, for columns.
func (d *Dates) ClockStamp(t time.Time) string { return t.In(zone).Format("15:04") }

// Near is "hôm nay", "ngày mai" or "hôm qua"; "" for any other day.
func (d *Dates) Near(t, now time.Time) string {
	switch daysApart(t, now) {
	case 0:
		return d.Today
	case 1:
		return d.Tomorrow
	case -1:
		return d.Yesterday
	default:
		return ""
	}
}

// At is a moment: "lúc 8:14 hôm nay", "lúc 9:12 ngày 24/11". A moment of
// exactly midnight is a day without a time: "ngày 24/11".
func (d *Dates) At(t, now time.Time) string {
	l := t.In(zone)
	if l.Hour() == 0 && l.Minute() == 0 && l.Second() == 0 {
		if near := d.Near(t, now); near != "" {
			return near
		}
		return fmt.Sprintf(d.OnDay, d.DayNear(t, now))
	}
	switch clock := d.Clock(t); daysApart(t, now) {
	case 0:
		return fmt.Sprintf(d.AtToday, clock)
	case 1:
		return fmt.Sprintf(d.AtTomorrow, clock)
	case -1:
		return fmt.Sprintf(d.AtYesterday, clock)
	default:
		return fmt.Sprintf(d.AtDay, clock, d.DayNear(t, now))
	}
}

// Since is the start of something that still lasts: the clock alone today
// ("8:02"), else the clock and the day as At says it.
func (d *Dates) Since(t, now time.Time) string {
	if daysApart(t, now) == 0 {
		return d.Clock(t)
	}
	return d.At(t, now)
}

// Before is the hour of an appointment: "trước 17 giờ", "before 17:00"; "" at
// midnight, which means that the source gave a day only.
func (d *Dates) Before(t time.Time) string {
	l := t.In(zone)
	switch {
	case l.Hour() == 0 && l.Minute() == 0, l.Hour() == 23 && l.Minute() == 59:
		return ""
	case l.Minute() == 0:
		return fmt.Sprintf(d.BeforeHour, l.Hour())
	default:
		return fmt.Sprintf(d.BeforeClock, d.Clock(t))
	}
}

// Number groups thousands: "4.578", "4,578".
func (d *Dates) Number(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteString(d.Thousands)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Quantity writes a count that may be broken, as time limits are: "0,5".
func (d *Dates) Quantity(q float64) string {
	if q == float64(int64(q)) {
		return d.Number(int64(q))
	}
	return strings.Replace(strconv.FormatFloat(q, 'f', -1, 64), ".", d.Decimal, 1)
}

// Money is an amount in whole units: "30.000 đồng", "30,000 VND", "50 USD". An
// empty currency is đồng.
func (d *Dates) Money(amount int64, currency string) string {
	if currency == "" || strings.EqualFold(currency, "VND") {
		return fmt.Sprintf(d.Dong, d.Number(amount))
	}
	return fmt.Sprintf(d.Foreign, d.Number(amount), currency)
}

// WorkingDays is "3 ngày làm việc", "1 working day".
func (d *Dates) WorkingDays(n int) string {
	return d.count(float64(n), d.WorkingDay, d.WorkingDaysMany)
}

// Days is "3 ngày", "1 day".
func (d *Dates) Days(n float64) string { return d.count(n, d.DayOne, d.DaysMany) }

// WorkDays is WorkingDays for a time limit, which may be half a day.
func (d *Dates) WorkDays(n float64) string { return d.count(n, d.WorkingDay, d.WorkingDaysMany) }

// WorkHours is "8 giờ làm việc".
func (d *Dates) WorkHours(n float64) string { return d.count(n, d.WorkingHour, d.WorkingHoursMany) }

// Hours is "24 giờ".
func (d *Dates) Hours(n float64) string { return d.count(n, d.HourOne, d.HoursMany) }

// Wait is how long a person has to wait, rounded up: seconds up to two minutes,
// then minutes.
func (d *Dates) Wait(w time.Duration) string {
	if w > 2*time.Minute {
		return d.count(float64((w+time.Minute-1)/time.Minute), d.MinuteOne, d.MinutesMany)
	}
	n := max((w+time.Second-1)/time.Second, 1)
	return d.count(float64(n), d.SecondOne, d.SecondsMany)
}

// List joins words as a sentence does: "a, b và c".
func (d *Dates) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + d.And + words[last]
}

func (d *Dates) count(n float64, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf(many, d.Quantity(n))
}

// daysApart is how many calendar days t lies after now.
func daysApart(t, now time.Time) int {
	day := func(t time.Time) time.Time {
		y, m, d := t.In(zone).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(day(t).Sub(day(now)) / (24 * time.Hour))
}
