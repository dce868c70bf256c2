package national

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"motcua/client/clienttest/ask"
	"motcua/client/facts"
	"motcua/client/sandbox/httpjson"
	"motcua/client/sandbox/pagefile"
)

type listAnswer struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Data    listData `json:"data"`
}

// newPortal serves a national portal with what is given; nil means what ships.
func newPortal(t *testing.T, catalogue []facts.Entry, details map[string]json.RawMessage) *httptest.Server {
	t.Helper()
	s, err := New(catalogue, details)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Routes(testPath))
	t.Cleanup(server.Close)
	return server
}

const (
	testPath   = "/api/v1"
	listPath   = testPath + "/submitting/formality/list-all-public-formality-by-citizen"
	detailPath = testPath + "/configuring/formality/get-formality-by-citizen"
)

func list(t *testing.T, url string, q listRequest) (int, listAnswer) {
	t.Helper()
	status, _, body := ask.Post(t, url+listPath, q)
	return status, ask.Decode[listAnswer](t, body)
}

func TestTheWholeListByCursor(t *testing.T) {
	server := newPortal(t, nil, nil)
	codes, ids := map[string]bool{}, map[string]bool{}
	statuses := map[int]bool{}
	last := ""
	for range 100 {
		status, a := list(t, server.URL, listRequest{Limit: 200, LastID: last})
		statuses[status] = true
		if a.Code != "OK" || a.Data.Total != 4578 || len(a.Data.Items) > 200 {
			t.Fatalf("code %q, total %d, %d items", a.Code, a.Data.Total, len(a.Data.Items))
		}
		for _, item := range a.Data.Items {
			if codes[item.Code] || ids[item.ID] {
				t.Fatalf("%s %s came twice", item.Code, item.ID)
			}
			if !pagefile.IsUUID(item.ID) || item.ID[14] != '7' {
				t.Errorf("%s has the id %s, which is no UUIDv7", item.Code, item.ID)
			}
			if item.Name == "" || item.Type == "" || item.CodeNotation != item.Code || item.Categories == nil || item.Departments == nil {
				t.Errorf("%+v", item)
			}
			codes[item.Code], ids[item.ID] = true, true
		}
		if len(a.Data.Items) == 0 || a.Data.LastID == last {
			break
		}
		last = a.Data.LastID
	}
	if len(codes) != 4578 {
		t.Errorf("%d procedures came, want 4578", len(codes))
	}
	for _, e := range facts.Entries() {
		if !codes[e.Code] {
			t.Fatalf("%s did not come", e.Code)
		}
	}
	if !statuses[http.StatusOK] || !statuses[http.StatusCreated] {
		t.Errorf("statuses %v: the portal answers with 200 and 201", statuses)
	}
}

func TestListFilters(t *testing.T) {
	server := newPortal(t, nil, nil)
	residence := "1.004194"
	tests := []struct {
		name  string
		q     listRequest
		holds string
		least int
		most  int
	}{
		{"words", listRequest{Q: "khai sinh", Limit: 200}, "1.001193", 5, 60},
		{"words without marks, any case", listRequest{Q: "DANG KY TAM TRU", Limit: 200}, residence, 2, 20},
		{"the middle of a word, as the portal's box", listRequest{Q: "ạm tr", Limit: 200}, residence, 5, 200},
		{"a code", listRequest{Q: "1.004194"}, residence, 1, 1},
		{"nothing", listRequest{Q: "xyzzy"}, "", 0, 0},
		{"a ministry", listRequest{DepartmentCode: "G01", Q: "tạm trú", Limit: 200}, residence, 2, 50},
		{"a ministry in the older form", listRequest{DepartmentCode: "000.00.00.G01", Q: "tạm trú", Limit: 200}, residence, 2, 50},
		{"a province", listRequest{DepartmentCode: "H55", Q: "tạm trú", Limit: 200}, residence, 2, 50},
		{"a field", listRequest{CategoryID: pagefile.DerivedID("field", "Đăng ký, quản lý cư trú"), Limit: 200}, residence, 13, 13},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, a := list(t, server.URL, tt.q)
			n := len(a.Data.Items)
			if n < tt.least || n > tt.most {
				t.Errorf("%d items, want %d to %d", n, tt.least, tt.most)
			}
			has := slices.ContainsFunc(a.Data.Items, func(i Item) bool { return i.Code == tt.holds })
			if tt.holds != "" && !has {
				t.Errorf("%s is missing in %+v", tt.holds, a.Data.Items)
			}
		})
	}
	// With words the one called by them comes first, then what most people mean,
	// wherever the words stand in however long a name.
	for q, first := range map[string]string{"khai sinh": "1.001193", "tam tru": "1.004194", "ho chieu": "1.001456", "chung thuc": "2.000815"} {
		if _, a := list(t, server.URL, listRequest{Q: q}); a.Data.Items[0].Code != first {
			t.Errorf("%s: first of %d is %+v, want %s", q, a.Data.Total, a.Data.Items[0], first)
		}
	}
	// The cursor keeps that order.
	seen := map[string]bool{}
	for last := ""; ; {
		_, a := list(t, server.URL, listRequest{Q: "khai sinh", Limit: 7, LastID: last})
		if last == "" && a.Data.Items[0].Code != "1.001193" {
			t.Errorf("first of %d is %+v", a.Data.Total, a.Data.Items[0])
		}
		for _, i := range a.Data.Items {
			if seen[i.Code] {
				t.Fatalf("%s came twice", i.Code)
			}
			seen[i.Code] = true
		}
		if last = a.Data.LastID; last == "" {
			if len(seen) != a.Data.Total {
				t.Errorf("%d of %d came", len(seen), a.Data.Total)
			}
			break
		}
	}
	if _, a := list(t, server.URL, listRequest{LastID: "nobody's"}); len(a.Data.Items) != 0 {
		t.Errorf("a cursor of nobody gives %d", len(a.Data.Items))
	}
	_, a := list(t, server.URL, listRequest{Limit: 5000})
	if len(a.Data.Items) != maxPage {
		t.Errorf("a page of 5000 was asked, %d came", len(a.Data.Items))
	}
}

func TestDetail(t *testing.T) {
	server := newPortal(t, nil, nil)
	detailOf := func(id string) (int, map[string]json.RawMessage) {
		status, _, body := ask.Post(t, server.URL+detailPath, map[string]string{"id": id})
		a := ask.Decode[struct {
			Code string
			Data map[string]json.RawMessage
		}](t, body)
		if (a.Code == "OK") != (status == http.StatusOK) {
			t.Errorf("status %d with code %q", status, a.Code)
		}
		return status, a.Data
	}

	status, birth := detailOf("019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7")
	if status != http.StatusOK || string(birth["code"]) != `"1.001193"` {
		t.Fatalf("status %d, code %s", status, birth["code"])
	}
	for _, key := range []string{"executionSteps", "executionMethods", "executionCases", "legalBasisesDetails"} {
		if len(birth[key]) < 20 {
			t.Errorf("%s is %s", key, birth[key])
		}
	}

	// One of which the catalogue's line alone is known, without an id.
	status, benefit := detailOf(procedureID("1.001978"))
	if status != http.StatusOK || string(benefit["name"]) != `"Giải quyết hưởng trợ cấp thất nghiệp"` {
		t.Fatalf("status %d, %s", status, benefit["name"])
	}
	for key := range birth {
		if _, ok := benefit[key]; !ok {
			t.Errorf("a poor detail lacks the key %s", key)
		}
	}
	if string(benefit["executionCases"]) != "[]" {
		t.Errorf("papers of nowhere: %s", benefit["executionCases"])
	}

	for _, id := range []string{"", "x", "019d2bfd-0000-7000-8000-000000000000"} {
		if status, data := detailOf(id); status != http.StatusBadRequest || data != nil {
			t.Errorf("%q: status %d, data %v", id, status, data)
		}
	}
}

// Every id of the list opens a detail with that id and code.
func TestListAndDetailAgree(t *testing.T) {
	l, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	full := 0
	for i := range l.items {
		p := &l.items[i]
		d, err := p.detail()
		if err != nil {
			t.Fatalf("%s: %v", p.item.Code, err)
		}
		body, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ ID, Code, Name string }
		if err := json.Unmarshal(body, &got); err != nil {
			t.Fatal(err)
		}
		if got.ID != p.item.ID || got.Code != p.item.Code || got.Name != p.item.Name {
			t.Errorf("list says %+v, detail %+v", p.item, got)
		}
		if p.body != nil {
			full++
		}
	}
	if full < 60 {
		t.Errorf("%d procedures in full, want 60 at least", full)
	}
}

func TestGivenDetailsAreServedAsTheyAre(t *testing.T) {
	body := json.RawMessage(`{"id":"019d2bf7-770b-734d-b7fb-5e1995f194f4","code":"9.999999","name":"Thủ tục lạ","surprise":{"a":[1]},"type":"STANDARD"}`)
	server := newPortal(t, []facts.Entry{{Code: "1.000001", Name: "Một"}},
		map[string]json.RawMessage{"9.999999": body, "8.888888": json.RawMessage(`{"code":"8.888888","name":"Nội bộ","type":"STANDARD_INTERNAL"}`)})
	_, a := list(t, server.URL, listRequest{})
	if a.Data.Total != 2 {
		t.Errorf("total %d: the given two, and the internal one stays hidden", a.Data.Total)
	}
	_, _, got := ask.Post(t, server.URL+detailPath, map[string]string{"id": "019d2bf7-770b-734d-b7fb-5e1995f194f4"})
	if !strings.Contains(string(got), `"surprise":{"a":[1]}`) {
		t.Errorf("got %s", got)
	}
	_, err := New(nil, map[string]json.RawMessage{"1.000001": json.RawMessage(`{`)})
	if err == nil {
		t.Error("a broken detail was taken")
	}
}

func TestIDsStayTheSame(t *testing.T) {
	if got, want := procedureID("1.001978"), procedureID("1.001978"); got != want || got == procedureID("1.001979") {
		t.Errorf("got %s", got)
	}
	if id := procedureID("1.001978"); !pagefile.IsUUID(id) || id[14] != '7' {
		t.Errorf("%s is no UUIDv7", id)
	}
}

func TestAnswersArePackedWhenAsked(t *testing.T) {
	server := newPortal(t, nil, nil)
	_, packed, small := ask.Post(t, server.URL+listPath, listRequest{Limit: 200}, "Accept-Encoding", "gzip")
	_, plainHeader, large := ask.Post(t, server.URL+listPath, listRequest{Limit: 200}, "Accept-Encoding", "identity")
	if packed.Get("Content-Encoding") != "gzip" || plainHeader.Get("Content-Encoding") != "" || len(small)*3 > len(large) {
		t.Errorf("%d bytes packed (%s), %d plain (%s)", len(small), packed.Get("Content-Encoding"), len(large), plainHeader.Get("Content-Encoding"))
	}
	if ct := packed.Get("Content-Type"); !strings.HasPrefix(ct, "application/json") {
		t.Errorf("content type %q", ct)
	}
}

func TestDepartments(t *testing.T) {
	server := newPortal(t, nil, nil)
	_, _, body := ask.Post(t, server.URL+testPath+"/configuring/citizen/department/list-with-location",
		map[string]any{"direction": "DESC", "order": "", "type": "PROVINCE", "agencyLevel": "level_1", "lastId": "", "levels": []string{"PROVINCE"}, "limit": 50})
	a := ask.Decode[struct {
		Code string
		Data struct {
			Rows   []departmentRow
			LastID string
		}
	}](t, body)
	if a.Code != "OK" || len(a.Data.Rows) != 34 || a.Data.LastID != a.Data.Rows[33].ID {
		t.Errorf("%d provinces, want 34: %+v", len(a.Data.Rows), a.Data.Rows)
	}
}

func TestBadRequests(t *testing.T) {
	server := newPortal(t, nil, nil)
	for _, body := range []string{"", "{", "[]", `{"limit":"many"}`, strings.Repeat(" ", httpjson.MaxRequest+1)} {
		req := httptest.NewRequest(http.MethodPost, listPath, strings.NewReader(body))
		answer := httptest.NewRecorder()
		server.Config.Handler.ServeHTTP(answer, req)
		if answer.Code != http.StatusBadRequest {
			t.Errorf("%.20q: status %d", body, answer.Code)
		}
	}
	if status, _, body := ask.Post(t, server.URL+testPath+"/no/such/call", struct{}{}); status != http.StatusNotFound || !json.Valid(body) {
		t.Errorf("status %d, %s", status, body)
	}
}

func BenchmarkFirstList(b *testing.B) {
	for b.Loop() {
		if _, err := newProcedureList(nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
