package line

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/unit"
	"motcua/client/workday"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// A count of working days into a year whose days off are not announced says so in lines, in
// JSON, in a table, in a file and in the line mode.
func TestACountIntoAnUnannouncedYearSaysSoInLines(t *testing.T) {
	cal, err := workday.NewCalendar(map[int][]string{2026: nil, 2027: {"2027-01-01"}}, 2027)
	if err != nil {
		t.Fatal(err)
	}
	due := func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		d := dossier(q, client.StatusProcessing)
		d.DueAt = time.Date(2027, 1, 5, 17, 0, 0, 0, workday.Zone)
		return answer(d), nil
	}
	fresh := func() *fake {
		f := newFake(t)
		f.track, f.cal = due, cal
		return f
	}
	list := filepath.Join(t.TempDir(), "codes.txt")
	if err := os.WriteFile(list, []byte(codeOf+"04\n"+codeOf+"11\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const want = "lịch 2027 chưa công bố"
	for _, args := range [][]string{
		{"track", codeOf + "04"},
		{"track", codeOf + "04", "--json"},
		{"track", "--file", list},
		{"track", "--file", list, "--json"},
		{"track", "--file", list, "--format", "csv"},
	} {
		if got := runWith(t, fresh(), verb.Deps{Lang: text.VI}, args...); !strings.Contains(got.out, want) {
			t.Errorf("%q: %+v", args, got)
		}
	}
	if out := talk(t, fresh(), text.VI, codeOf+"04\n"); !strings.Contains(out, want) {
		t.Errorf("the line mode: %s", out)
	}
}

// An office that opens next in such a year does so as well.
func TestOpeningInAnUnannouncedYearSaysSo(t *testing.T) {
	cal, err := workday.NewCalendar(map[int][]string{2026: {"2026-12-31"}, 2027: {"2027-01-01"}}, 2027)
	if err != nil {
		t.Fatal(err)
	}
	f := newFake(t)
	f.cal, f.now = cal, func() time.Time { return time.Date(2026, 12, 31, 9, 0, 0, 0, workday.Zone) }
	var week unit.Week
	for d := time.Monday; d <= time.Friday; d++ {
		week[d] = []unit.Span{{From: 450, To: 1020}}
	}
	f.Lookups = openingFake{officeFake{Lookups: f.Lookups}, week}
	got := runWith(t, f, verb.Deps{Lang: text.VI}, "units", "duc xuan")
	if !strings.Contains(got.out, "(lịch 2027 chưa công bố)") {
		t.Errorf("%+v", got)
	}
}

// openingFake is officeFake with hours.
type openingFake struct {
	officeFake
	week unit.Week
}

func (o openingFake) Units(ctx context.Context, q unit.Query) (client.Answer[unit.Result], error) {
	a, err := o.officeFake.Units(ctx, q)
	a.Value.Units[0].Office.Hours = o.week
	return a, err
}
