package reporting

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"motcua/client/sandbox/units"
)

// ask answers one of the reports.
func ask(t *testing.T, call, body string) (status int, answer []byte) {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/reporting/evaluation/"+call, strings.NewReader(body))
	New(nil).Routes("/reporting").ServeHTTP(w, r)
	return w.Code, w.Body.Bytes()
}

// paths are the names of all fields, those of a list's elements together.
func paths(v any, at string, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, below := range v {
			into[at+"/"+k] = true
			paths(below, at+"/"+k, into)
		}
	case []any:
		for _, below := range v {
			paths(below, at, into)
		}
	}
}

// The sample portal answers with the fields of the answers that were captured: all of them,
// and no others.
func TestAnswersHaveTheFieldsOfTheRealOnes(t *testing.T) {
	home := units.ID(units.Home)
	month := `{"timeType":"month","year":2026,"month":8,"currentPage":1,"pageSize":200,"rootDepartmentId":"` + home + `"}`
	for call, tt := range map[string]struct{ body, captured string }{
		"service-results":               {`{"timeType":"year","year":2026,"departmentType":"ADMINISTRATIVE_UNIT"}`, "service-results"},
		"transparency":                  {month, "transparency"},
		"dossier-digitized":             {month, "dossier-digitized"},
		"handling-satisfaction":         {`{"fromDate":"2026-08-01","toDate":"2026-08-31","pageSize":200,"rootDepartmentId":"` + home + `"}`, "handling-satisfaction"},
		"dvc-progress-tree":             {month, "dvc-progress-tree"},
		"provide-online-tree":           {month, "provide-online-tree"},
		"formality-online-payment-tree": {month, "formality-online-payment-tree.formality"},
	} {
		b, err := os.ReadFile("../../reporting/testdata/evaluation/" + tt.captured + ".json")
		if err != nil {
			t.Fatal(err)
		}
		status, answer := ask(t, call, tt.body)
		if status != http.StatusCreated {
			t.Errorf("%s: status %d", call, status)
		}
		var got, want any
		if json.Unmarshal(b, &want) != nil || json.Unmarshal(answer, &got) != nil {
			t.Fatalf("%s: no JSON", call)
		}
		has, real := map[string]bool{}, map[string]bool{}
		paths(got, "", has)
		paths(want, "", real)
		// Nobody reads these, and where they stand in the real answers is chance.
		for _, odd := range []string{"/data/source", "/data/monthlyChart"} {
			delete(real, odd)
		}
		for _, p := range slices.Sorted(maps.Keys(real)) {
			if !has[p] && !strings.HasSuffix(p, "/averageScore") {
				t.Errorf("%s lacks %s", call, p)
			}
		}
		for _, p := range slices.Sorted(maps.Keys(has)) {
			if !real[p] && !strings.HasSuffix(p, "scoreDelta") {
				t.Errorf("%s has %s", call, p)
			}
		}
	}
}

func TestPlacesAreShared(t *testing.T) {
	rows := results("2026")
	shared := 0
	for i := range rows {
		if i > 0 && rows[i].Score == rows[i-1].Score {
			shared++
		}
	}
	if len(rows) != 34 || shared == 0 {
		t.Errorf("%d provinces, of which %d share a place", len(rows), shared)
	}
	i := slices.IndexFunc(rows, func(r resultRow) bool { return r.Code == units.Home })
	if rows[i].Score != 61.48 {
		t.Errorf("%+v", rows[i])
	}
}

// A question by days is about the same period as one by year, quarter or month.
func TestPeriods(t *testing.T) {
	for body, want := range map[string]string{
		`{"timeType":"year","year":2026}`:                 "2026",
		`{"fromDate":"2026-01-01","toDate":"2026-12-31"}`: "2026",
		`{"timeType":"quarter","year":2026,"quarter":3}`:  "2026 quarter 3",
		`{"fromDate":"2026-07-01","toDate":"2026-09-30"}`: "2026 quarter 3",
		`{"timeType":"month","year":2026,"month":8}`:      "2026 month 8",
		`{"fromDate":"2026-08-01","toDate":"2026-08-31"}`: "2026 month 8",
		`{"timeType":"month","year":2026}`:                "",
		`{}`:                                              "",
		`{"fromDate":"2026","toDate":"2026-08-31"}`:       "",
	} {
		var q question
		if err := json.Unmarshal([]byte(body), &q); err != nil || q.period() != want {
			t.Errorf("%s: %q, want %q", body, q.period(), want)
		}
	}
	if status, _ := ask(t, "transparency", `{"timeType":"year","year":2026,"rootDepartmentId":"nobody"}`); status != http.StatusBadRequest {
		t.Errorf("an unknown unit: %d", status)
	}
}
