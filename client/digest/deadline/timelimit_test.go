package deadline_test

import (
	"math"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/digest/deadline"
	"motcua/client/workday"
)

func TestTimeLimitReadyBy(t *testing.T) {
	const (
		working, days, workingHours, hours, other = client.UnitWorkingDay, client.UnitDay, client.UnitWorkingHour, client.UnitHour, client.UnitOther
	)
	for _, tt := range []struct {
		name     string
		quantity float64
		unit     client.TimeUnit
		text     string
		handedIn string
		want     string // "" for no promise
	}{
		// 24 November 2026 is a Tuesday.
		{"three working days", 3, working, "", "2026-11-24 08:00", "2026-11-27"},
		{"over a weekend", 3, working, "", "2026-11-26 08:00", "2026-12-01"},
		{"over Tết", 3, working, "", "2026-02-12 08:00", "2026-02-24"},
		{"over the New Year", 3, working, "", "2026-12-30 08:00", "2027-01-05"},
		{"a worked Saturday counts", 2, working, "", "2026-01-08 08:00", "2026-01-10"},
		{"the last minute of the day", 1, working, "", "2026-11-24 16:59", "2026-11-25"},
		{"after hours it counts as tomorrow", 1, working, "", "2026-11-24 17:00", "2026-11-26"},
		{"on a Saturday it counts as Monday", 1, working, "", "2026-11-28 09:00", "2026-12-01"},
		{"on Friday evening as well", 1, working, "", "2026-11-27 20:00", "2026-12-01"},
		{"on New Year's Eve at midnight", 1, working, "", "2026-12-31 23:59", "2027-01-05"},
		{"half a day is a day", 0.5, working, "", "2026-11-24 08:00", "2026-11-25"},

		{"ten days", 10, days, "", "2026-11-24 08:00", "2026-12-04"},
		{"the last day is a Sunday", 5, days, "", "2026-11-24 08:00", "2026-11-30"},
		{"the last day is in Tết", 5, days, "", "2026-02-12 08:00", "2026-02-23"},
		{"forty-five days into the next year", 45, days, "", "2026-11-24 08:00", "2027-01-08"},

		{"four working hours", 4, workingHours, "", "2026-11-24 08:00", "2026-11-25"},
		{"eight working hours", 8, workingHours, "", "2026-11-24 08:00", "2026-11-25"},
		{"twelve working hours", 12, workingHours, "", "2026-11-27 08:00", "2026-12-01"},

		{"two hours", 2, hours, "", "2026-11-24 08:00", "2026-11-24 10:00"},
		{"two hours over midday", 2, hours, "", "2026-11-24 11:00", "2026-11-24 15:00"},
		{"two hours that end after hours", 2, hours, "", "2026-11-24 15:30", "2026-11-25"},
		{"two hours that end on the hour", 2, hours, "", "2026-11-24 15:00", "2026-11-24 17:00"},
		{"eight hours", 8, hours, "", "2026-11-24 08:00", "2026-11-25"},
		{"eight hours on a Friday", 8, hours, "", "2026-11-27 10:00", "2026-11-30"},
		{"two hours on a Sunday", 2, hours, "", "2026-11-29 10:00", "2026-11-30"},
		{"a day and a night", 24, hours, "", "2026-11-24 09:30", "2026-11-25 09:30"},
		{"two days and nights on a Friday", 48, hours, "", "2026-11-27 09:30", "2026-11-30"},
		{"an end before the office opens", 20, hours, "", "2026-11-24 09:30", "2026-11-25"},

		{"in the day, before 15:00", 1, other, "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo", "2026-11-24 14:59", "2026-11-24"},
		{"in the day, at 15:00", 1, other, "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo", "2026-11-24 15:00", "2026-11-25"},
		{"in the day, a Friday at 16:00", 0, other, "Ngay trong ngày làm việc, nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.", "2026-11-27 16:00", "2026-11-30"},
		{"in the day, in the evening", 1, other, "Trong ngày; nộp sau 15h: ngày làm việc tiếp theo", "2026-11-24 20:00", "2026-11-25"},
		{"in the day, on a Sunday", 1, other, "Trong ngày; nộp sau 15:00: ngày làm việc tiếp theo", "2026-11-29 10:00", "2026-11-30"},
		{"the rule but another number", 3, other, "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo", "2026-11-24 08:00", ""},
		{"one limit in words", 0, other, "Không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.", "2026-11-24 08:00", "2026-11-27"},
		{"a number in brackets", 5, other, "Trong thời hạn 05 (năm) ngày làm việc", "2026-11-24 08:00", "2026-12-01"},
		{"the number alone", 3, other, "3 ngày làm việc", "2026-11-24 08:00", "2026-11-27"},
		{"words that speak of another number", 5, other, "3 ngày làm việc", "2026-11-24 08:00", ""},
		{"two limits in words", 0, other, "Không quá 03 ngày làm việc; phải xác minh thì không quá 08 ngày làm việc", "2026-11-24 08:00", ""},
		{"a number of another meaning", 0, other, "Hồ sơ lưu 05 ngày ở quầy", "2026-11-24 08:00", ""},
		{"a clock time", 0, other, "Nhận hồ sơ đến 17 giờ", "2026-11-24 08:00", ""},
		{"a date", 0, other, "Thông tư số 281/2016/TT-BTC ngày 14/11/2016", "2026-11-24 08:00", ""},
		{"no words", 1, other, "", "2026-11-24 08:00", ""},
		{"at once", 0, other, "Giải quyết ngay khi nhận", "2026-11-24 08:00", ""},
		{"when the dossier moves on", 0, other, "Nhận sau 15 giờ thì chuyển hồ sơ để trả kết quả vào ngày làm việc tiếp theo", "2026-11-24 08:00", ""},
		{"when it is checked", 0, other, "Nhận sau 15 giờ thì kiểm tra vào ngày làm việc tiếp theo", "2026-11-24 08:00", ""},

		{"none", 0, client.UnitNone, "", "2026-11-24 08:00", ""},
		{"zero days", 0, working, "", "2026-11-24 08:00", ""},
		{"fewer than none", -3, working, "", "2026-11-24 08:00", ""},
		{"a slip of the source", 1e9, working, "", "2026-11-24 08:00", ""},
		{"not a number", math.NaN(), days, "", "2026-11-24 08:00", ""},
		{"a unit of the future", 3, "fortnight", "", "2026-11-24 08:00", ""},
		{"into a year without holidays", 3, working, "", "2027-12-30 08:00", "2028-01-04"}, // which Calendar.Doubt tells
	} {
		t.Run(tt.name, func(t *testing.T) {
			clienttest.Elsewhere(t, time.FixedZone("UTC-8", -8*3600))
			l := client.TimeLimit{Quantity: tt.quantity, Unit: tt.unit, Text: tt.text}
			by, ok := deadline.LimitReadyBy(l, clienttest.At(t, tt.handedIn).Local(), clienttest.Calendar(t))
			if ok != (tt.want != "") {
				t.Fatalf("%v, %v", by, ok)
			}
			if ok && !by.Equal(clienttest.At(t, tt.want)) {
				t.Errorf("%s, want %s", by.In(workday.Zone).Format("2006-01-02 15:04"), tt.want)
			}
			if _, ok := deadline.LimitReadyBy(l, clienttest.At(t, tt.handedIn), nil); ok {
				t.Error("a promise without a calendar")
			}
		})
	}
}

func FuzzTimeLimitReadyBy(f *testing.F) {
	f.Add(3.0, "working_day", "", int64(1795492800))
	f.Add(8.0, "hour", "", int64(1795492800))
	f.Add(1.0, "other", "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo", int64(1795492800))
	f.Add(0.0, "other", "không quá 03 (ba) ngày làm việc", int64(1795492800))
	cal := clienttest.Calendar(f)
	f.Fuzz(func(t *testing.T, quantity float64, unit, text string, second int64) {
		handedIn := time.Unix(second%4_000_000_000, 0)
		l := client.TimeLimit{Quantity: quantity, Unit: client.TimeUnit(unit), Text: text}
		by, ok := deadline.LimitReadyBy(l, handedIn, cal)
		if !ok {
			return
		}
		if !cal.IsWorkingDay(by) {
			t.Errorf("%+v from %v: %v is a day off", l, handedIn, by)
		}
		if by.AddDate(0, 0, 1).Before(handedIn) {
			t.Errorf("%+v from %v: %v", l, handedIn, by)
		}
	})
}
