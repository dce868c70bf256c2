package text

import (
	"motcua/tui/text/dates"
	"testing"
	"time"
)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, dates.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

func TestDates(t *testing.T) {
	now := at("2026-11-25 08:14")
	vi, en := For(VI), For(EN)
	tests := []struct {
		what, got, want string
	}{
		{"heading", vi.DayHeading(now), "THỨ TƯ 25/11/2026"},
		{"heading", en.DayHeading(now), "WEDNESDAY 25 November 2026"},
		{"Sunday", vi.DayHeading(at("2026-11-29 00:00")), "CHỦ NHẬT 29/11/2026"},
		{"in a sentence", vi.DayLong(at("2026-11-30 17:00")), "thứ Hai 30/11/2026"},
		{"in a sentence", en.DayLong(at("2026-11-30 17:00")), "Monday 30 November 2026"},
		{"near", vi.DayNear(at("2026-01-05 00:00"), now), "05/01"},
		{"near, other year", vi.DayNear(at("2027-01-05 00:00"), now), "05/01/2027"},
		{"near, other year", en.DayNear(at("2027-01-05 00:00"), now), "5 January 2027"},
		{"stamp", vi.DayStamp(at("2026-01-05 00:00"), now), "05/01"},
		{"stamp", en.DayStamp(at("2025-01-05 00:00"), now), "05 Jan 2025"},
		{"moment today", vi.At(now, now), "lúc 8:14 hôm nay"},
		{"moment today", en.At(now, now), "at 8:14 today"},
		{"moment yesterday", vi.At(at("2026-11-24 23:59"), now), "lúc 23:59 hôm qua"},
		{"moment tomorrow", en.At(at("2026-11-26 00:01"), now), "at 0:01 tomorrow"},
		{"moment", vi.At(at("2026-11-20 09:12"), now), "lúc 9:12 ngày 20/11"},
		{"moment", en.At(at("2026-11-20 09:12"), now), "at 9:12 on 20 November"},
		{"day of a copy", vi.At(at("2026-11-20 00:00"), now), "ngày 20/11"},
		{"day of a copy", vi.At(at("2026-11-25 00:00"), now), "hôm nay"},
		{"day of a copy", en.At(at("2025-11-20 00:00"), now), "on 20 November 2025"},
		{"an old answer, this month", vi.When(at("2026-11-20 09:12"), now), "lúc 9:12 ngày 20/11"},
		{"an old answer, another month", vi.When(at("2026-06-08 00:00"), now), "ngày 08/6/2026"},
		{"an old answer, another month", en.When(at("2026-06-08 09:12"), now), "at 9:12 on 8 June 2026"},
		{"an old answer, yesterday in another month", vi.When(at("2026-10-31 09:12"), at("2026-11-01 08:00")), "lúc 9:12 hôm qua"},
		{"since", vi.Since(at("2026-11-25 08:02"), now), "8:02"},
		{"since", vi.Since(at("2026-11-24 08:02"), now), "lúc 8:02 hôm qua"},
		{"before the hour", vi.Before(at("2026-11-25 17:00")), "trước 17 giờ"},
		{"before the hour", en.Before(at("2026-11-25 17:00")), "before 17:00"},
		{"before a minute", vi.Before(at("2026-11-25 16:30")), "trước 16:30"},
		{"a day only", vi.Before(at("2026-11-25 00:00")), ""},
		{"a day's end", vi.Before(at("2026-11-25 23:59")), ""},
		{"another zone", vi.Clock(time.Date(2026, 11, 25, 1, 14, 0, 0, time.UTC)), "8:14"},
		{"another zone", vi.At(time.Date(2026, 11, 24, 17, 30, 0, 0, time.UTC), now), "lúc 0:30 hôm nay"},
		{"clock in a column", vi.ClockStamp(now), "08:14"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 B", 999: "999 B", 1_000: "1 kB", 51_499: "51 kB", 999_499: "999 kB", 999_500: "1 MB", 1_250_000: "1,3 MB",
		9_949_999: "9,9 MB", 9_950_000: "10 MB", 12_040_000: "12 MB", 12_400_000_000: "12,4 GB",
	} {
		if got := For(VI).Bytes(n); got != want {
			t.Errorf("%d bytes: %q, want %q", n, got, want)
		}
	}
	if got := For(EN).Bytes(1_250_000); got != "1.3 MB" {
		t.Error(got)
	}
}

func TestNumbersMoneyCounts(t *testing.T) {
	vi, en := For(VI), For(EN)
	tests := []struct{ got, want string }{
		{vi.Number(0), "0"},
		{vi.Number(999), "999"},
		{vi.Number(4578), "4.578"},
		{en.Number(4578), "4,578"},
		{vi.Number(-1234567), "-1.234.567"},
		{vi.Money(30000, "VND"), "30.000 đồng"},
		{en.Money(30000, ""), "30,000 VND"},
		{vi.Money(150, "USD"), "150 USD"},
		{vi.Quantity(0.5), "0,5"},
		{en.Quantity(0.5), "0.5"},
		{vi.WorkingDays(1), "1 ngày làm việc"},
		{en.WorkingDays(1), "1 working day"},
		{en.WorkingDays(0), "0 working days"},
		{en.WorkingDays(12), "12 working days"},
		{en.WorkDays(0.5), "0.5 working days"},
		{vi.WorkHours(8), "8 giờ làm việc"},
		{en.Hours(1), "1 hour"},
		{en.Days(1), "1 day"},
		{vi.Wait(1500 * time.Millisecond), "2 giây"},
		{en.Wait(0), "1 second"},
		{en.Wait(90 * time.Second), "90 seconds"},
		{vi.Wait(121 * time.Second), "3 phút"},
		{vi.List(nil), ""},
		{vi.List([]string{"a"}), "a"},
		{vi.List([]string{"a", "b", "c"}), "a, b và c"},
		{en.List([]string{"a", "b"}), "a and b"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
