package unit

import (
	"testing"
	"time"

	"motcua/client/workday"
)

func TestLevelAtAUnit(t *testing.T) {
	taking := Taking{Services: []Service{
		{Unit: "a", Case: "1", Online: OnlineFull, URL: "https://a.example"},
		{Unit: "a", Case: "2", Online: OnlinePartial},
		{Unit: "b", Online: OnlineFull},
		{Unit: "", Online: OnlineNone, URL: "https://all.example"},
		{Unit: "d", Online: OnlineUnknown},
	}}
	for id, want := range map[string]Service{
		"a": {Online: OnlinePartial, URL: "https://a.example"}, // the lowest of its cases
		"b": {Online: OnlineFull},
		"c": {Online: OnlineNone, URL: "https://all.example"}, // no row of its own
		"d": {Online: OnlineUnknown},
	} {
		if level, url := taking.At(id); level != want.Online || url != want.URL {
			t.Errorf("%s: %q %q, want %q %q", id, level, url, want.Online, want.URL)
		}
	}
	if level, _ := (Taking{}).At("a"); level != OnlineUnknown {
		t.Errorf("nobody said, got %q", level)
	}
}

func TestGeneral(t *testing.T) {
	for _, tt := range []struct {
		offline, full, online bool
		want                  Online
	}{
		{true, true, true, OnlineNone}, {false, true, false, OnlineFull}, {false, false, true, OnlineSome}, {false, false, false, OnlineNone},
	} {
		if got := General(tt.offline, tt.full, tt.online); got != tt.want {
			t.Errorf("%+v gives %q", tt, got)
		}
	}
}

func TestOpenNow(t *testing.T) {
	day := []Span{{7*60 + 30, 11*60 + 30}, {13 * 60, 17 * 60}}
	week := Week{time.Monday: day, time.Tuesday: day, time.Wednesday: day, time.Thursday: day, time.Friday: day}
	saturday := week
	saturday[time.Saturday] = []Span{{8 * 60, 10 * 60}}
	// 2026: 2/9 is a holiday (Wednesday), Saturday 22/8 is worked for Monday 31/8.
	cal, err := workday.NewCalendar(map[int][]string{2026: {"2026-09-01", "2026-09-02", "2026-08-31", "+2026-08-22"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name  string
		week  Week
		at    string
		open  bool
		until string
		off   bool
	}{
		{"open in the morning", week, "2026-08-20 08:00", true, "2026-08-20 11:30", false},
		{"the minute it closes", week, "2026-08-20 11:30", false, "2026-08-20 13:00", false},
		{"after hours", week, "2026-08-20 17:00", false, "2026-08-21 07:30", false},
		{"a Saturday that is worked", week, "2026-08-22 09:00", true, "2026-08-22 11:30", false},
		{"the Friday before it", week, "2026-08-21 18:00", false, "2026-08-22 07:30", false},
		{"a worked Saturday with hours of its own", saturday, "2026-08-22 10:30", false, "2026-08-24 07:30", false},
		{"a common Saturday", week, "2026-08-29 09:00", false, "2026-09-03 07:30", false},
		{"a common Saturday with hours", saturday, "2026-08-29 09:00", true, "2026-08-29 10:00", false},
		{"a holiday", week, "2026-09-02 09:00", false, "2026-09-03 07:30", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at, err := time.ParseInLocation("2006-01-02 15:04", tt.at, workday.Zone)
			if err != nil {
				t.Fatal(err)
			}
			o := tt.week.At(at.UTC(), cal)
			if got := o.Until.Format("2006-01-02 15:04"); !o.Known || o.Open != tt.open || got != tt.until || o.Holiday != tt.off {
				t.Errorf("%+v (%s), want open %v until %s", o, got, tt.open, tt.until)
			}
		})
	}
	if o := (Week{}).At(time.Now(), cal); o.Known {
		t.Error("hours that nobody gave are known")
	}
	never := Week{time.Sunday: nil, time.Monday: {{60, 120}}}
	if o := never.At(time.Date(2026, 8, 18, 9, 0, 0, 0, workday.Zone), nil); !o.Known || o.Open || o.Until.Weekday() != time.Monday {
		t.Errorf("%+v, want the next Monday", o)
	}
}
