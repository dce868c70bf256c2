package timely_test

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/timely"
	"motcua/client/workday"
)

func TestOf(t *testing.T) {
	type want = timely.Standing
	var sure workday.Doubt
	const (
		early, onTime, today = timely.Early, timely.OnTime, timely.DueToday
		late, paused, none   = timely.Late, timely.Paused, timely.None
	)
	for _, tt := range []struct {
		name                         string
		status                       client.Status
		due, finished, returned, now string
		want                         want
	}{
		{"one day left", 4, "2026-11-25 17:00", "", "", "2026-11-24 10:00", want{onTime, 1, sure}},
		{"a weekend between", 4, "2026-11-30 17:00", "", "", "2026-11-27 10:00", want{onTime, 1, sure}},
		{"Tết between", 2, "2026-02-24 17:00", "", "", "2026-02-13 10:00", want{onTime, 2, sure}},
		{"the year ends between", 4, "2027-01-05 17:00", "", "", "2026-12-31 10:00", want{onTime, 2, sure}},
		{"newly registered", 1, "2026-11-25", "", "", "2026-11-24 10:00", want{onTime, 1, sure}},

		{"due today, at midnight", 4, "2026-11-25 17:00", "", "", "2026-11-25 00:00", want{today, 0, sure}},
		{"due today, the last minute", 4, "2026-11-25 17:00", "", "", "2026-11-25 17:00", want{today, 0, sure}},
		{"a date alone lasts all day", 4, "2026-11-25", "", "", "2026-11-25 23:59", want{today, 0, sure}},
		{"the minute before the day", 4, "2026-11-25 17:00", "", "", "2026-11-24 23:59", want{onTime, 1, sure}},

		{"late by less than a day", 4, "2026-11-25 17:00", "", "", "2026-11-25 17:01", want{late, 0, sure}},
		{"late after midnight", 4, "2026-11-25", "", "", "2026-11-26 00:00", want{late, 1, sure}},
		{"late over a weekend", 4, "2026-11-27 17:00", "", "", "2026-11-30 08:00", want{late, 1, sure}},
		{"due on Friday, now Sunday", 4, "2026-11-27 17:00", "", "", "2026-11-29 08:00", want{late, 0, sure}},

		{"waiting for papers is never late", 5, "2026-11-20", "", "", "2026-11-25 08:00", want{paused, 0, sure}},
		{"waiting for money", 6, "2026-11-20", "", "", "2026-11-25 08:00", want{paused, 0, sure}},
		{"withdrawn", 7, "2026-11-20", "", "", "2026-11-25 08:00", want{paused, 0, sure}},
		{"stopped", 8, "2026-11-20", "2026-11-24", "", "2026-11-25 08:00", want{paused, 0, sure}},
		{"waiting, no date", 5, "", "", "", "2026-11-25 08:00", want{paused, 0, sure}},

		{"finished the day before", 9, "2026-11-25 17:00", "2026-11-24 09:00", "", "2026-11-30 08:00", want{early, 1, sure}},
		{"finished on the day", 9, "2026-11-25 17:00", "2026-11-25 16:59", "", "2026-11-30 08:00", want{onTime, 0, sure}},
		{"finished on the minute", 9, "2026-11-25 17:00", "2026-11-25 17:00", "", "2026-11-30 08:00", want{onTime, 0, sure}},
		{"finished late in the evening of a date", 9, "2026-11-25", "2026-11-25 22:00", "", "2026-11-30 08:00", want{onTime, 0, sure}},
		{"finished a minute late", 9, "2026-11-25 17:00", "2026-11-25 17:01", "", "2026-11-30 08:00", want{late, 0, sure}},
		{"finished two days late", 9, "2026-11-25 17:00", "2026-11-27 09:00", "", "2026-11-30 08:00", want{late, 2, sure}},
		{"finished on Saturday for Sunday", 9, "2026-11-29", "2026-11-28 09:00", "", "2026-11-30 08:00", want{onTime, 0, sure}},
		{"handing over late does not make it late", 10, "2026-11-25 17:00", "2026-11-24 09:00", "2026-12-20 09:00", "2026-12-21 08:00", want{early, 1, sure}},
		{"only the handing over is known", 10, "2026-11-25 17:00", "", "2026-11-26 09:00", "2026-12-21 08:00", want{late, 1, sure}},

		{"refused before the date", 3, "2026-11-25 17:00", "2026-11-23 09:00", "", "2026-11-30 08:00", want{early, 2, sure}},
		{"refused, nobody said when", 3, "2026-11-25 17:00", "", "", "2026-11-30 08:00", want{none, 0, sure}},
		{"finished, nobody said when", 9, "2026-11-25 17:00", "", "", "2026-11-30 08:00", want{none, 0, sure}},
		{"no date", 4, "", "", "", "2026-11-25 08:00", want{none, 0, sure}},
		{"a portal's own state, past its date", 0, "2026-11-24 17:00", "", "", "2026-11-25 08:00", want{none, 0, sure}},
		{"a portal's own state, before its date", 0, "2026-11-26 17:00", "", "", "2026-11-25 08:00", want{none, 0, sure}},
		{"a portal's own state, with the date of its end", 0, "2026-11-24 17:00", "2026-11-24 09:00", "", "2026-11-25 08:00", want{none, 0, sure}},
		{"back at work after it was finished", 4, "2026-11-24 17:00", "2026-11-20 09:00", "", "2026-11-25 08:00", want{late, 1, sure}},

		{"a year without data", 4, "2028-01-04 17:00", "", "", "2027-12-31 08:00", want{onTime, 2, workday.Doubt{Year: 2028, Kind: workday.Unknown}}},
		{"late since a year without data", 4, "2023-12-29 17:00", "", "", "2026-01-05 08:00", want{late, 523, workday.Doubt{Year: 2023, Kind: workday.Unknown}}},
		{"a year without data does not matter on the day", 4, "2028-01-04 17:00", "", "", "2028-01-04 08:00", want{today, 0, sure}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			clienttest.Elsewhere(t, time.FixedZone("UTC-8", -8*3600))
			d := client.Dossier{Status: tt.status}
			for at_, s := range map[*time.Time]string{&d.DueAt: tt.due, &d.FinishedAt: tt.finished, &d.ReturnedAt: tt.returned} {
				if s != "" {
					*at_ = clienttest.At(t, s).UTC()
				}
			}
			if got := timely.Of(d, clienttest.At(t, tt.now).Local(), clienttest.Calendar(t)); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// What a portal says of the clock goes before what the state says.
func TestOfWhereThePortalStopsTheClock(t *testing.T) {
	for _, tt := range []struct {
		status client.Status
		said   client.Clock
		want   client.Clock
	}{
		{client.StatusProcessing, client.ClockRuns, client.ClockRuns},
		{client.StatusProcessing, client.ClockStands, client.ClockStands},
		{client.StatusUnknown, client.ClockStands, client.ClockStands},
		{client.StatusUnknown, client.ClockEnded, client.ClockEnded},
		{client.StatusSupplement, client.ClockRuns, client.ClockStands},
		{client.StatusStopped, client.ClockStands, client.ClockEnded},
		{client.StatusReturned, client.ClockStands, client.ClockEnded},
	} {
		d := client.Dossier{Status: tt.status, SaidClock: tt.said, DueAt: clienttest.At(t, "2026-11-20 17:00"), FinishedAt: clienttest.At(t, "2026-11-24 17:00")}
		got, l := d.Clock(), timely.Of(d, clienttest.At(t, "2026-11-25 08:00"), clienttest.Calendar(t))
		if got != tt.want || (l.Timeliness == timely.Paused) != (tt.want != client.ClockRuns) {
			t.Errorf("%v, the portal says %v: clock %v, %+v", tt.status, tt.said, got, l)
		}
	}
}

// Some sources leave the fields empty and say it only in the time line.
func TestOfReadsTheTimeLine(t *testing.T) {
	step := func(s client.Status, when string) client.Step {
		return client.Step{Status: s, At: clienttest.At(t, when)}
	}
	for _, tt := range []struct {
		name   string
		status client.Status
		steps  []client.Step
		want   timely.Standing
	}{
		{"finished", 10, []client.Step{step(2, "2026-11-20 08:00"), step(9, "2026-11-24 08:00"), step(10, "2026-11-27 08:00")},
			timely.Standing{Timeliness: timely.Early, WorkingDays: 1}},
		{"only returned", 10, []client.Step{step(10, "2026-11-27 08:00")}, timely.Standing{Timeliness: timely.Late, WorkingDays: 2}},
		{"finished twice, the last counts", 9, []client.Step{step(9, "2026-11-20 08:00"), step(4, "2026-11-23 08:00"), step(9, "2026-11-26 08:00")},
			timely.Standing{Timeliness: timely.Late, WorkingDays: 1}},
		{"refused", 3, []client.Step{step(1, "2026-11-20 08:00"), step(3, "2026-11-25 09:00")}, timely.Standing{Timeliness: timely.OnTime}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := client.Dossier{Status: tt.status, DueAt: clienttest.At(t, "2026-11-25 17:00"), Steps: tt.steps}
			if got := timely.Of(d, clienttest.At(t, "2026-12-01 08:00"), clienttest.Calendar(t)); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// A count that touches a year before its notice, or one without days off, says so,
// whichever end it is at.
func TestOfInADoubtfulYearSaysSo(t *testing.T) {
	cal, err := workday.NewCalendar(map[int][]string{
		2026: {"2026-08-31", "+2026-08-22"}, 2027: {"2027-01-01"},
	}, 2027)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		due, finished, now string
		want               timely.Standing
	}{
		{"2026-08-24 17:00", "", "2026-08-21 08:00", timely.Standing{Timeliness: timely.OnTime, WorkingDays: 2}}, // the Saturday is worked
		{"2026-08-21 17:00", "", "2026-08-24 08:00", timely.Standing{Timeliness: timely.Late, WorkingDays: 2}},
		{"2026-12-31 17:00", "", "2026-12-30 08:00", timely.Standing{Timeliness: timely.OnTime, WorkingDays: 1}},
		{"2027-01-04 17:00", "", "2026-12-31 08:00", timely.Standing{Timeliness: timely.OnTime, WorkingDays: 1, Doubt: workday.Doubt{Year: 2027, Kind: workday.Unannounced}}},
		{"2026-12-31 17:00", "", "2027-01-04 08:00", timely.Standing{Timeliness: timely.Late, WorkingDays: 1, Doubt: workday.Doubt{Year: 2027, Kind: workday.Unannounced}}},
		{"2027-01-05 17:00", "2026-12-31 16:00", "2027-01-06 08:00", timely.Standing{Timeliness: timely.Early, WorkingDays: 2, Doubt: workday.Doubt{Year: 2027, Kind: workday.Unannounced}}},
		{"2028-01-04 17:00", "", "2027-12-31 08:00", timely.Standing{Timeliness: timely.OnTime, WorkingDays: 2, Doubt: workday.Doubt{Year: 2028, Kind: workday.Unknown}}},
		{"2025-12-31 17:00", "", "2026-01-02 08:00", timely.Standing{Timeliness: timely.Late, WorkingDays: 2, Doubt: workday.Doubt{Year: 2025, Kind: workday.Unknown}}},
	} {
		d := client.Dossier{Status: client.StatusProcessing, DueAt: clienttest.At(t, tt.due)}
		if tt.finished != "" {
			d.Status, d.FinishedAt = client.StatusFinished, clienttest.At(t, tt.finished)
		}
		if got := timely.Of(d, clienttest.At(t, tt.now), cal); got != tt.want {
			t.Errorf("due %s, now %s: %+v, want %+v", tt.due, tt.now, got, tt.want)
		}
	}
}

func TestOfWithoutACalendarSaysSo(t *testing.T) {
	d := client.Dossier{Status: client.StatusProcessing, DueAt: clienttest.At(t, "2026-11-30 17:00")}
	got := timely.Of(d, clienttest.At(t, "2026-11-27 08:00"), nil)
	if want := (timely.Standing{Timeliness: timely.OnTime, WorkingDays: 1, Doubt: workday.Doubt{Year: 2026, Kind: workday.Unknown}}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
