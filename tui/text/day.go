package text

import (
	"fmt"
	"strconv"
	"time"
)

// zone is Vietnam's time; dates on a screen are always of that zone, whatever
// the zone of the machine or of the value.
var zone = time.FixedZone("ICT", 7*60*60)

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

// When is At for an answer that may be old: the year is left out in the same
// month only. "ngày 8/6" read in another month could be of any year.
func (d *Dates) When(t, now time.Time) string {
	a, b := t.In(zone), now.In(zone)
	if a.Year() == b.Year() && a.Month() == b.Month() || d.Near(t, now) != "" {
		return d.At(t, now)
	}
	return d.Moment(t)
}

// Moment is a moment that stays clear on any day: "lúc 9:12 ngày 24/11/2026". One
// of exactly midnight is a day without a time: "ngày 24/11/2026".
func (d *Dates) Moment(t time.Time) string {
	if l := t.In(zone); l.Hour() == 0 && l.Minute() == 0 && l.Second() == 0 {
		return fmt.Sprintf(d.OnDay, d.Day(t))
	}
	return fmt.Sprintf(d.AtDay, d.Clock(t), d.Day(t))
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

// daysApart is how many calendar days t lies after now.
func daysApart(t, now time.Time) int {
	day := func(t time.Time) time.Time {
		y, m, d := t.In(zone).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	return int(day(t).Sub(day(now)) / (24 * time.Hour))
}
