package dates

import (
	"fmt"
	"strconv"
	"time"
)

// Zone is Vietnam's time zone. Dates on a screen are always in it, whatever the zone of the
// machine or of the value.
var Zone = time.FixedZone("ICT", 7*60*60)

// DayHeading formats a day for the largest line of a screen: "THỨ TƯ 25/11/2026",
// "WEDNESDAY 25 November 2026".
func (d *Dates) DayHeading(t time.Time) string {
	t = t.In(Zone)
	return d.WeekdayHeads[t.Weekday()] + " " + d.Day(t)
}

// DayLong formats a day with its weekday for a sentence: "thứ Hai 30/11/2026".
func (d *Dates) DayLong(t time.Time) string {
	t = t.In(Zone)
	return d.Weekdays[t.Weekday()] + " " + d.Day(t)
}

// Day formats a day with its year: "25/11/2026", "25 November 2026".
func (d *Dates) Day(t time.Time) string {
	t = t.In(Zone)
	return d.dayMonth(t) + d.yearGap() + strconv.Itoa(t.Year())
}

// DayNear formats a day without the year if that is now's: "24/11", "24 November".
func (d *Dates) DayNear(t, now time.Time) string {
	if t.In(Zone).Year() == now.In(Zone).Year() {
		return d.dayMonth(t.In(Zone))
	}
	return d.Day(t)
}

// DayStamp formats a day for a timeline: "20/11", "20 Nov"; with the year when it is not
// now's.
func (d *Dates) DayStamp(t, now time.Time) string {
	t = t.In(Zone)
	s := fmt.Sprintf("%02d", t.Day()) + d.MonthsShort[t.Month()-1]
	if t.Year() != now.In(Zone).Year() {
		s += d.yearGap() + strconv.Itoa(t.Year())
	}
	return s
}

// dayMonth formats "25/11", "25 November".
func (d *Dates) dayMonth(t time.Time) string {
	return fmt.Sprintf(d.DayNumber, t.Day()) + d.Months[t.Month()-1]
}

// yearGap returns the separator of month and year, which is also the first character of a
// month's text.
func (d *Dates) yearGap() string { return d.Months[0][:1] }

// Clock formats the time of day for a sentence: "8:14".
func (d *Dates) Clock(t time.Time) string { return t.In(Zone).Format("15:04")[clockSkip(t):] }

func clockSkip(t time.Time) int {
	if t.In(Zone).Hour() < 10 {
		return 1
	}
	return 0
}

// ClockStamp formats the time of day for a column, with two digits for the hour.
func (d *Dates) ClockStamp(t time.Time) string { return t.In(Zone).Format("15:04") }

// Near returns "hôm nay", "ngày mai" or "hôm qua"; "" for any other day.
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

// At formats a moment: "lúc 8:14 hôm nay", "lúc 9:12 ngày 24/11". Exactly midnight means a
// day without a time: "ngày 24/11".
func (d *Dates) At(t, now time.Time) string {
	l := t.In(Zone)
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

// When is At for an answer that may be old: it leaves the year out only in the same month,
// because "ngày 8/6" in another month could be of any year.
func (d *Dates) When(t, now time.Time) string {
	a, b := t.In(Zone), now.In(Zone)
	if a.Year() == b.Year() && a.Month() == b.Month() || d.Near(t, now) != "" {
		return d.At(t, now)
	}
	return d.Moment(t)
}

// Moment formats a moment so that it is clear on any day: "lúc 9:12 ngày 24/11/2026".
// Exactly midnight means a day without a time: "ngày 24/11/2026".
func (d *Dates) Moment(t time.Time) string {
	if l := t.In(Zone); l.Hour() == 0 && l.Minute() == 0 && l.Second() == 0 {
		return fmt.Sprintf(d.OnDay, d.Day(t))
	}
	return fmt.Sprintf(d.AtDay, d.Clock(t), d.Day(t))
}

// Since formats the start of a state that still lasts: only the time if it was today
// ("8:02"), otherwise time and day as At does.
func (d *Dates) Since(t, now time.Time) string {
	if daysApart(t, now) == 0 {
		return d.Clock(t)
	}
	return d.At(t, now)
}

// Before formats the time of an appointment: "trước 17 giờ", "before 17:00". It returns "" at
// 0:00 and 23:59, which mean that the source gave only a day.
func (d *Dates) Before(t time.Time) string {
	l := t.In(Zone)
	switch {
	case l.Hour() == 0 && l.Minute() == 0, l.Hour() == 23 && l.Minute() == 59:
		return ""
	case l.Minute() == 0:
		return fmt.Sprintf(d.BeforeHour, l.Hour())
	default:
		return fmt.Sprintf(d.BeforeClock, d.Clock(t))
	}
}

// daysApart returns how many calendar days t is after now.
func daysApart(t, now time.Time) int {
	day := func(t time.Time) time.Time {
		y, m, d := t.In(Zone).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(day(t).Sub(day(now)) / (24 * time.Hour))
}
