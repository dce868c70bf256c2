package quality_test

import (
	"testing"
	"time"

	"motcua/client/quality"
	"motcua/client/workday"
)

func day(y int, m time.Month, d, h int) time.Time {
	return time.Date(y, m, d, h, 0, 0, 0, workday.Zone)
}

func TestPeriods(t *testing.T) {
	for in, want := range map[string]struct {
		p         quality.Period
		from, end time.Time
		kind      quality.Kind
	}{
		"2026":    {quality.Period{Year: 2026}, day(2026, 1, 1, 0), day(2027, 1, 1, 0), quality.Yearly},
		"2026-Q3": {quality.Period{Year: 2026, Quarter: 3}, day(2026, 7, 1, 0), day(2026, 10, 1, 0), quality.Quarterly},
		"2026-q4": {quality.Period{Year: 2026, Quarter: 4}, day(2026, 10, 1, 0), day(2027, 1, 1, 0), quality.Quarterly},
		"2026-08": {quality.Period{Year: 2026, Month: 8}, day(2026, 8, 1, 0), day(2026, 9, 1, 0), quality.Monthly},
		"2026-12": {quality.Period{Year: 2026, Month: 12}, day(2026, 12, 1, 0), day(2027, 1, 1, 0), quality.Monthly},
	} {
		p, ok := quality.ParsePeriod(in)
		if !ok || p != want.p || !p.From().Equal(want.from) || !p.End().Equal(want.end) || p.Kind() != want.kind {
			t.Errorf("%q: %+v %v, %v to %v", in, p, ok, p.From(), p.End())
		}
		if again, ok := quality.ParsePeriod(p.String()); !ok || again != p {
			t.Errorf("%q is written %q", in, p)
		}
		if p.Ended(want.end.Add(-time.Second)) || !p.Ended(want.end) {
			t.Errorf("%q ends at another time", in)
		}
	}
	for _, in := range []string{"", "26", "2026-Q5", "2026-Q0", "2026-13", "2026-00", "2026-8-1", "1999", "2026Q3", "tháng 8"} {
		if p, ok := quality.ParsePeriod(in); ok {
			t.Errorf("%q is read as %v", in, p)
		}
	}
}

// A period that is offered is this year, or one that has ended.
func TestPeriodsThatAreOffered(t *testing.T) {
	for at, want := range map[time.Time]string{
		day(2026, 11, 24, 8):                    "2026 2026-Q3 2026-10",
		day(2026, 1, 3, 8):                      "2026 2025-Q4 2025-12",
		day(2026, 4, 1, 0):                      "2026 2026-Q1 2026-03",
		day(2026, 3, 31, 23):                    "2026 2025-Q4 2026-02",
		day(2027, 1, 1, 0).Add(-1).In(time.UTC): "2026 2026-Q3 2026-11",
	} {
		got := ""
		for i, p := range quality.Periods(at) {
			if i > 0 {
				got += " "
				if !p.Ended(at) {
					t.Errorf("%v: %v has not ended", at, p)
				}
			}
			got += p.String()
		}
		if got != want {
			t.Errorf("%v: %s, want %s", at, got, want)
		}
	}
}

func TestEqualTotalsShareAPlace(t *testing.T) {
	var all []quality.Sheet
	for _, points := range []float64{61.48, 70, 61.48, 50} {
		all = append(all, quality.Sheet{Total: &quality.Score{Points: points, Max: 100}})
	}
	all = append(all, quality.Sheet{Name: "without a total"})
	for i, want := range []quality.Standing{{2, 4, 1}, {1, 4, 0}, {2, 4, 1}, {4, 4, 0}, {}} {
		if got := quality.Rank(&all[i], all); got != want {
			t.Errorf("%d: %+v, want %+v", i, got, want)
		}
	}
}
