package dossiers

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/timely"
	"motcua/client/workday"
)

// someDays are days on which the samples must all hold: each day of a week, the
// days around Tết, an exchanged Saturday, the end of a year, early and late.
func someDays(t *testing.T) []time.Time {
	t.Helper()
	var out []time.Time
	for _, s := range []string{
		"2026-11-23 00:01", "2026-11-24 08:14", "2026-11-25 12:00", "2026-11-26 17:30", "2026-11-27 23:59",
		"2026-11-28 09:00", "2026-11-29 09:00", "2026-02-14 10:00", "2026-02-18 10:00", "2026-02-23 07:00",
		"2026-08-22 10:00", "2026-12-31 10:00", "2027-01-01 10:00", "2027-05-03 10:00",
	} {
		d, err := time.ParseInLocation("2006-01-02 15:04", s, workday.Zone)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// wednesday is a working day, in the morning.
var wednesday = time.Date(2026, 11, 25, 8, 14, 0, 0, workday.Zone)

func TestSamplesShowEverything(t *testing.T) {
	statuses, standings, agencies := map[client.Status]bool{}, map[timely.Timeliness]bool{}, map[string]bool{}
	codes := map[string]bool{}
	for _, s := range Samples() {
		statuses[s.Status], standings[s.Timeliness] = true, true
		dossierCode, err := code.ParseDossier(s.Code)
		if err != nil || dossierCode.String() != s.Code {
			t.Errorf("%s is no code in canonical form: %v, %v", s.Code, dossierCode, err)
		}
		agencies[code.AgencyRoot(dossierCode.Agency())] = true
		if codes[s.Code] || len(s.Proof) != 4 || len(s.Phone) != 4 || s.Proof == s.Phone || s.Shows.VI == "" || s.Shows.EN == "" {
			t.Errorf("%+v", s)
		}
		codes[s.Code] = true
		if _, ok := facts.Shipped().Entry(s.Procedure); !ok {
			t.Errorf("%s: no procedure %s", s.Code, s.Procedure)
		}
	}
	for _, s := range client.AllStatuses() {
		if !statuses[s] {
			t.Errorf("no sample is %s", s)
		}
	}
	for _, l := range []timely.Timeliness{timely.Early, timely.OnTime, timely.DueToday, timely.Late, timely.Paused, timely.None} {
		if !standings[l] {
			t.Errorf("no sample is %s", l)
		}
	}
	for _, a := range []string{"H55", "H03", "G01"} {
		if !agencies[a] {
			t.Errorf("no sample is of %s", a)
		}
	}
	if !codes["H55.17.05-261120-0007"] {
		t.Error("the code of the help is gone")
	}
}

// A sample must show what it says on every day, at every hour.
func TestSamplesNeverGrowStale(t *testing.T) {
	cal := facts.Calendar()
	for _, now := range someDays(t) {
		t.Run(now.Format("Mon 2006-01-02 15:04"), func(t *testing.T) {
			days := newDays(now, cal)
			for _, d := range samples {
				moment := func(s string) time.Time {
					at, err := days.at(s)
					if err != nil {
						t.Fatal(err)
					}
					return at
				}
				got := client.Dossier{
					Status: d.Status, DueAt: moment(d.Due), FinishedAt: moment(d.Finished), ReturnedAt: moment(d.Returned),
				}
				last := moment(d.HandedIn)
				for _, w := range d.Steps {
					at := moment(w.At)
					if at.Before(last) || at.After(now) {
						t.Errorf("%s: %q at %s is out of order or ahead", d.Code(), w.Text, at)
					}
					last = at
					got.Steps = append(got.Steps, client.Step{At: at, Status: w.Status})
				}
				if n := len(d.Steps); n == 0 || d.Steps[n-1].Status != d.Status {
					t.Errorf("%s: the time line does not end in its state", d.Code())
				}
				if l := timely.Of(got, now, cal); l.Timeliness != d.Timeliness {
					t.Errorf("%s: %+v, want %s", d.Code(), l, d.Timeliness)
				}
			}
		})
	}
}

// What the samples say about their days in words.
func TestSampleWordsAreTrue(t *testing.T) {
	cal := facts.Calendar()
	want := map[string]int{"0002": 3, "0007": 1, "0009": 3, "0016": 2, "0018": 1}
	for _, now := range someDays(t) {
		days := newDays(now, cal)
		for _, d := range samples {
			n, ok := want[d.Serial]
			if !ok {
				continue
			}
			due, err := days.at(d.Due)
			if err != nil {
				t.Fatal(err)
			}
			end, err := days.at(d.Finished)
			if err != nil {
				t.Fatal(err)
			}
			l := timely.Of(client.Dossier{Status: d.Status, DueAt: due, FinishedAt: end}, now, cal)
			if l.WorkingDays != n {
				t.Errorf("%s on %s: %d working days, %q says %d", d.Code(), now, l.WorkingDays, d.Shows.EN, n)
			}
		}
	}
}

func TestSamplesAtCarryTheDayInTheirCode(t *testing.T) {
	samples, err := SamplesAt(wednesday, facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	if got := samples[3].Code; got != "H55.17.05-261120-0007" {
		t.Errorf("two working days before %s is %s", wednesday.Format(time.DateOnly), got)
	}
	later, err := SamplesAt(wednesday.AddDate(0, 3, 0), facts.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	if got := later[3].Code; got != "H55.17.05-270223-0007" {
		t.Errorf("three months later: %s", got)
	}
	for _, s := range samples {
		if _, err := code.ParseDossier(s.Code); err != nil {
			t.Errorf("%s: %v", s.Code, err)
		}
	}
}

func TestMoments(t *testing.T) {
	days := newDays(time.Date(2026, 11, 28, 9, 0, 0, 0, workday.Zone), facts.Calendar()) // a Saturday
	for in, want := range map[string]string{
		"today": "20261128000000", "-1 08:12": "20261126081200", "+1 17:00": "20261130170000",
		"2025-06-12 08:20": "20250612082000",
	} {
		got, err := days.at(in)
		if err != nil || got.Format("20060102150405") != want {
			t.Errorf("at(%q) = %s, %v, want %s", in, got.Format("20060102150405"), err, want)
		}
	}
	for _, in := range []string{"soon", "0 08:00", "-1", "-1 25:00", "-999 08:00", "tomorrow 08:00"} {
		if got, err := days.at(in); err == nil {
			t.Errorf("at(%q) = %s", in, got)
		}
	}
}
