package outfile

import (
	"bytes"
	"strings"
	"testing"

	"motcua/tui/line/record"
)

// Whatever an earlier file contains, resuming does not panic and keeps only valid rows, and
// resuming a second time changes nothing more.
func FuzzResume(f *testing.F) {
	for _, body := range []string{
		"", "\n", `{"code":"a","found":true}` + "\n" + `{"code":"a","found":true}` + "\n" + `{"co`, `{"code":null,"found":null}` + "\n",
		byteOrderMark + strings.Join(csvHeader, ",") + "\nH55,true,processing,4,,,,,,,,late,-3,,,,,,,,,,\nH55,tr", "\"", "\xff\xfe",
	} {
		f.Add(body, true)
		f.Add(body, false)
	}
	f.Fuzz(func(t *testing.T, body string, asCSV bool) {
		keepAll := keepJSON
		if asCSV {
			keepAll = keepCSV
		}
		once := func(body string) (string, int, error) {
			var out bytes.Buffer
			n := 0
			err := keepAll(strings.NewReader(body), &out, func(r record.Dossier) bool {
				ok := r.Code != nil && r.Found != nil
				if ok {
					n++
				}
				return ok
			})
			return out.String(), n, err
		}
		first, n, err := once(body)
		if err != nil {
			return
		}
		second, m, err := once(first)
		if err != nil || second != first || n != m {
			t.Fatalf("%q became %q, then %q (%d, %d, %v)", body, first, second, n, m, err)
		}
	})
}

// A run that goes on sums up what an earlier one wrote, with the doubts of its counts.
func TestARowReadBackKeepsItsDoubt(t *testing.T) {
	late, found, days := "late", true, -3
	var file bytes.Buffer
	rows := NewCSV(&file)
	r := record.Dossier{Code: record.OrNull("H55"), Found: &found, Timeliness: &late, WorkingDaysLeft: &days, CalendarDoubt: &record.Doubt{Kind: "unknown", Year: 2028, Sentence: "chưa có lịch nghỉ 2028"}}
	if err := rows.Row(r); err != nil {
		t.Fatal(err)
	}
	var sum Tally
	if err := keepCSV(&file, &bytes.Buffer{}, func(r record.Dossier) bool { sum.Add(r); return true }); err != nil {
		t.Fatal(err)
	}
	if len(sum.Latest) != 1 || sum.Latest[0] != (Late{"H55", 3, "chưa có lịch nghỉ 2028"}) {
		t.Errorf("%+v", sum.Latest)
	}
}
