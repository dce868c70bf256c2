package reporting

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/rest"
	"motcua/client/unit"
)

// serve starts a portal that answers each path with what the function gives.
func serve(t *testing.T, answer func(path string, in map[string]any) string) *Reader {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var in map[string]any
		if json.Unmarshal(body, &in) != nil || r.Method != http.MethodPost {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, answer(strings.TrimPrefix(r.URL.Path, "/api/v1/"), in))
	}))
	c, err := rest.New(rest.Config{BaseURL: srv.URL + "/api/v1", Source: client.SourceName{ID: "national"}, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(); srv.Close() })
	return New(c)
}

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCapturedFormalities(t *testing.T) {
	var asked map[string]any
	r := serve(t, func(path string, in map[string]any) string {
		asked = in
		if path != formalitiesPath {
			t.Errorf("asked %s", path)
		}
		return fixture(t, "formalities.json")
	})
	p, err := r.Formalities(t.Context(), "1.0000", 1, 10)
	if err != nil || p.Total != 5741 || p.Last || len(p.Items) != 3 {
		t.Fatalf("%+v, %v", p, err)
	}
	if asked["q"] != "1.0000" || asked["currentPage"] != 1.0 || asked["pageSize"] != 10.0 || len(asked) != 3 {
		t.Errorf("asked %v", asked)
	}
	if f := p.Items[1]; f.Code != "1.000016" || len(f.Units) != 3 || f.Abolished() || !slices.Contains(f.Units, "019d2be3-6a88-732b-8b25-68dfdcdcff0e") {
		t.Errorf("%+v", f)
	}
	if f := p.Items[2]; !f.Abolished() || f.Code != "1.000026" {
		t.Errorf("%+v, want an abolished procedure", f)
	}
	if f, err := r.Formality(t.Context(), "1.000016"); err != nil || f.Code != "1.000016" {
		t.Errorf("%+v, %v", f, err)
	}
	if _, err := r.Formality(t.Context(), "1.00001"); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("part of a code: %v", err)
	}
}

func TestAbolishedIsSaidOnlyWhereNothingContradicts(t *testing.T) {
	for body, want := range map[string]bool{
		`{"code":"1","state":"INACTIVE","appliedDepartmentIds":[]}`:    true,
		`{"code":"1","state":"inactive","appliedDepartmentIds":null}`:  true,
		`{"code":"1","state":"INACTIVE","appliedDepartmentIds":["a"]}`: false,
		`{"code":"1","state":"ACTIVE","appliedDepartmentIds":[]}`:      false,
		`{"code":"1","state":"SOMETHING","appliedDepartmentIds":[]}`:   false,
		`{"code":"1"}`: false,
	} {
		var b formalityBody
		if err := json.Unmarshal([]byte(body), &b); err != nil || b.formality().Abolished() != want {
			t.Errorf("%s: %v, want %v", body, b.formality().Abolished(), want)
		}
	}
}

func TestLastPage(t *testing.T) {
	for _, tt := range []struct {
		body       string
		page, size int
		last       bool
	}{
		{`{"items":[{"code":"1"}],"pagination":{"totalPages":3}}`, 2, 10, false},
		{`{"items":[{"code":"1"}],"pagination":{"totalPages":3}}`, 3, 10, true},
		{`{"items":[],"pagination":{"totalPages":3}}`, 1, 10, true},
		{`{"items":[{"code":"1"}]}`, 1, 1, false},
		{`{"items":[{"code":"1"}]}`, 1, 2, true},
	} {
		var b pageBody
		if err := json.Unmarshal([]byte(tt.body), &b); err != nil || b.page(tt.page, tt.size).Last != tt.last {
			t.Errorf("%s page %d: last %v, want %v", tt.body, tt.page, !tt.last, tt.last)
		}
	}
}

func TestCapturedUnits(t *testing.T) {
	var asked map[string]any
	r := serve(t, func(path string, in map[string]any) string {
		asked = in
		return fixture(t, "tree.json")
	})
	list, err := r.Units(t.Context(), "019d2be3-6a88-732b-8b17-b68020c8553a", 2026)
	if err != nil || len(list) != 4 {
		t.Fatalf("%+v, %v", list, err)
	}
	if asked["rootDepartmentId"] != "019d2be3-6a88-732b-8b17-b68020c8553a" || asked["timeType"] != "year" {
		t.Errorf("asked %v", asked)
	}
	var codes []string
	for _, u := range list {
		codes = append(codes, u.Code)
	}
	// As text: H44.100 before H44.11 would be right too; only the order matters.
	if !slices.IsSorted(codes) || codes[0] != "H44" {
		t.Errorf("codes %v", codes)
	}
	want := unit.Unit{ID: "019d2be3-6a88-732b-8b17-bcfe78dd3f07", Code: "H44.03", Name: "Ban quản lý các khu công nghiệp", Parent: "H44", Level: unit.LevelProvince}
	if list[2] != want {
		t.Errorf("%+v, want %+v", list[2], want)
	}
	if u := list[3]; u.Code != "H44.100" && u.Level != unit.LevelCommune {
		t.Errorf("%+v", u)
	}
}

// A province has more units than a page, and the answer does not say which page it is.
func TestUnitsOfSeveralPages(t *testing.T) {
	for _, ignores := range []bool{false, true} {
		asked := 0
		r := serve(t, func(_ string, in map[string]any) string {
			asked++
			first := (int(in["currentPage"].(float64)) - 1) * childrenPage
			if ignores {
				first = 0
			}
			var rows []string
			for i := first; i < min(first+childrenPage, 112); i++ {
				n := strconv.Itoa(i)
				rows = append(rows, `{"departmentId":"u-`+n+`","departmentName":"Xã `+n+`","departmentCode":"H55.`+n+`","level":"COMMUNE"}`)
			}
			return `{"code":"OK","data":{"parent":{"departmentId":"p","departmentName":"UBND tỉnh","departmentCode":"H55"},"children":[` + strings.Join(rows, ",") + `]}}`
		})
		list, err := r.Units(t.Context(), "p", 2026)
		want := 113
		if ignores {
			want = 101
		}
		if err != nil || len(list) != want || asked != 2 {
			t.Errorf("ignores the page: %v: %d units in %d requests, %v; want %d in 2", ignores, len(list), asked, err, want)
		}
	}
}

func TestCapturedResults(t *testing.T) {
	r := serve(t, func(string, map[string]any) string { return fixture(t, "results.json") })
	provinces, shares, err := r.Results(t.Context(), 2026)
	if err != nil || len(provinces) != 5 || provinces[0].Code != "H19" || provinces[4].Name != "UBND tỉnh Thái Nguyên" {
		t.Fatalf("%+v, %v", provinces, err)
	}
	want := []unit.Share{{Level: unit.OnlineFull, Count: 390, Percent: 24.36}, {Level: unit.OnlinePartial, Count: 701, Percent: 43.79}, {Level: unit.OnlineNone, Count: 510, Percent: 31.86}}
	if !slices.Equal(shares.Provision, want) || shares.Of != "Cả nước" || shares.Year != 2026 || shares.Online != 11122091 || shares.All != 11722823 || shares.OnlinePercent != 94.88 {
		t.Errorf("%+v", shares)
	}
}

func TestAnswersThatMakeNoSense(t *testing.T) {
	for _, body := range []string{`{"code":"OK","data":null}`, `{"code":"NO","data":{}}`, `<html>`, `{}`} {
		r := serve(t, func(string, map[string]any) string { return body })
		if _, err := r.Formalities(t.Context(), "", 1, 10); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("formalities %s: %v", body, err)
		}
		if _, _, err := r.Results(t.Context(), 2026); !errors.Is(err, client.ErrUnavailable) {
			t.Errorf("results %s: %v", body, err)
		}
	}
}

func TestUnitName(t *testing.T) {
	for in, want := range map[string]string{
		"Sở Công Thương - Tỉnh Phú Thọ":               "Sở Công Thương",
		"UBND xã Lâm Thao - Tỉnh Phú Thọ":             "UBND xã Lâm Thao",
		"Sở Nội vụ - Thành phố Huế":                   "Sở Nội vụ",
		"Trung tâm Phục vụ hành chính công - Cơ sở 2": "Trung tâm Phục vụ hành chính công - Cơ sở 2",
		" - Tỉnh X": "- Tỉnh X",
		"":          "",
	} {
		if got := UnitName(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func FuzzReports(f *testing.F) {
	for _, name := range []string{"formalities.json", "tree.json", "results.json"} {
		var env struct{ Data json.RawMessage }
		if err := json.Unmarshal([]byte(fixture(f, name)), &env); err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(env.Data))
	}
	f.Add([]byte(`{"items":{"code":7,"appliedDepartmentIds":"x\u001b"},"pagination":[{"total":-4,"totalPages":"1.000"}],"children":{"departmentId":true}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p pageBody
		if json.Unmarshal(data, &p) == nil {
			if got := p.page(1, 10); got.Total < len(got.Items) {
				t.Errorf("%d of %d", len(got.Items), got.Total)
			}
		}
		var tree treeBody
		if json.Unmarshal(data, &tree) == nil {
			var list []unit.Unit
			seen := map[string]bool{}
			tree.addTo(&list, seen)
			if tree.addTo(&list, seen); len(list) != len(seen) {
				t.Error("a unit came twice")
			}
			for _, u := range list {
				if u.ID == "" || u.Name == "" || strings.ContainsAny(u.Name+u.Code+u.ID, "\x1b\n") {
					t.Errorf("%+v", u)
				}
			}
		}
		var res resultsBody
		if json.Unmarshal(data, &res) == nil {
			if s := res.shares(2026); s.Online > s.All {
				t.Errorf("%d of %d online", s.Online, s.All)
			}
		}
	})
}
