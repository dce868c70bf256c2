package dates

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Number formats a number with separators for thousands: "4.578", "4,578".
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

// Quantity formats a number that may have a fraction, such as a time limit: "0,5".
func (d *Dates) Quantity(q float64) string {
	if q == float64(int64(q)) {
		return d.Number(int64(q))
	}
	return strings.Replace(strconv.FormatFloat(q, 'f', -1, 64), ".", d.Decimal, 1)
}

// Bytes formats an amount of data: "734 B", "51 kB", "1,2 MB", "31 MB", "79,8 GB". A kB has
// 1,000 bytes, as disk makers and telephone companies count.
func (d *Dates) Bytes(n int64) string {
	tenths := (n + 50_000) / 100_000 // tenths of a MB
	switch {
	case n < 1_000:
		return d.Number(n) + " B"
	case n < 999_500:
		return d.Number((n+500)/1_000) + " kB"
	case tenths < 100:
		return d.Quantity(float64(tenths)/10) + " MB"
	case n < 999_500_000:
		return d.Number((n+500_000)/1_000_000) + " MB"
	default:
		return d.Quantity(float64((n+50_000_000)/100_000_000)/10) + " GB"
	}
}

// Money formats an amount in whole units: "30.000 đồng", "30,000 VND", "50 USD". An empty
// currency is đồng.
func (d *Dates) Money(amount int64, currency string) string {
	if currency == "" || strings.EqualFold(currency, "VND") {
		return fmt.Sprintf(d.Dong, d.Number(amount))
	}
	return fmt.Sprintf(d.Foreign, d.Number(amount), currency)
}

// WorkingDays formats "3 ngày làm việc", "1 working day".
func (d *Dates) WorkingDays(n int) string {
	return d.count(float64(n), d.WorkingDay, d.WorkingDaysMany)
}

// Days formats "3 ngày", "1 day".
func (d *Dates) Days(n float64) string { return d.count(n, d.DayOne, d.DaysMany) }

// WorkDays is WorkingDays for a time limit, which may be half a day.
func (d *Dates) WorkDays(n float64) string { return d.count(n, d.WorkingDay, d.WorkingDaysMany) }

// WorkHours formats "8 giờ làm việc".
func (d *Dates) WorkHours(n float64) string { return d.count(n, d.WorkingHour, d.WorkingHoursMany) }

// MissingPapers formats "Cần bổ sung 2 giấy tờ", "1 more paper needed".
func (d *Dates) MissingPapers(n int) string {
	return d.count(float64(n), d.MissingPaper, d.MissingMany)
}

// Hours formats "24 giờ".
func (d *Dates) Hours(n float64) string { return d.count(n, d.HourOne, d.HoursMany) }

// Wait formats how long a person has to wait, rounded up: in seconds up to two minutes,
// then in minutes.
func (d *Dates) Wait(w time.Duration) string {
	if w > 2*time.Minute {
		return d.count(float64((w+time.Minute-1)/time.Minute), d.MinuteOne, d.MinutesMany)
	}
	n := max((w+time.Second-1)/time.Second, 1)
	return d.count(float64(n), d.SecondOne, d.SecondsMany)
}

// List joins words as in a sentence: "a, b và c".
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
