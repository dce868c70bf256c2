package sandbox

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"motcua/client/facts"
)

type listAnswer struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Data    listData `json:"data"`
}

const (
	listPath   = NationalPath + "/submitting/formality/list-all-public-formality-by-citizen"
	detailPath = NationalPath + "/configuring/formality/get-formality-by-citizen"
)

func list(t *testing.T, url string, q listRequest) (int, listAnswer) {
	t.Helper()
	status, _, body := post(t, url+listPath, q)
	return status, decode[listAnswer](t, body)
}

func TestTheWholeListByCursor(t *testing.T) {
	_, server := newServer(t, Options{})
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
			if !isUUID(item.ID) || item.ID[14] != '7' {
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
	_, server := newServer(t, Options{})
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
		{"a field", listRequest{CategoryID: derivedID("field", "Đăng ký, quản lý cư trú"), Limit: 200}, residence, 13, 13},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, a := list(t, server.URL, tt.q)
			n := len(a.Data.Items)
			if n < tt.least || n > tt.most {
				t.Errorf("%d items, want %d to %d", n, tt.least, tt.most)
			}
			has := slices.ContainsFunc(a.Data.Items, func(i listItem) bool { return i.Code == tt.holds })
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
	_, server := newServer(t, Options{})
	detailOf := func(id string) (int, map[string]json.RawMessage) {
		status, _, body := post(t, server.URL+detailPath, map[string]string{"id": id})
		a := decode[struct {
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
	s, _ := newServer(t, Options{})
	l, err := s.procedures()
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
	_, server := newServer(t, Options{
		Catalogue: []facts.Entry{{Code: "1.000001", Name: "Một"}},
		Details:   map[string]json.RawMessage{"9.999999": body, "8.888888": json.RawMessage(`{"code":"8.888888","name":"Nội bộ","type":"STANDARD_INTERNAL"}`)},
	})
	_, a := list(t, server.URL, listRequest{})
	if a.Data.Total != 2 {
		t.Errorf("total %d: the given two, and the internal one stays hidden", a.Data.Total)
	}
	_, _, got := post(t, server.URL+detailPath, map[string]string{"id": "019d2bf7-770b-734d-b7fb-5e1995f194f4"})
	if !strings.Contains(string(got), `"surprise":{"a":[1]}`) {
		t.Errorf("got %s", got)
	}
	_, err := New(Options{Details: map[string]json.RawMessage{"1.000001": json.RawMessage(`{`)}})
	if err == nil {
		t.Error("a broken detail was taken")
	}
}

func TestIDsStayTheSame(t *testing.T) {
	if got, want := procedureID("1.001978"), procedureID("1.001978"); got != want || got == procedureID("1.001979") {
		t.Errorf("got %s", got)
	}
	if id := procedureID("1.001978"); !isUUID(id) || id[14] != '7' {
		t.Errorf("%s is no UUIDv7", id)
	}
}

func TestAnswersArePackedWhenAsked(t *testing.T) {
	_, server := newServer(t, Options{})
	_, packed, small := post(t, server.URL+listPath, listRequest{Limit: 200}, "Accept-Encoding", "gzip")
	_, plainHeader, large := post(t, server.URL+listPath, listRequest{Limit: 200}, "Accept-Encoding", "identity")
	if packed.Get("Content-Encoding") != "gzip" || plainHeader.Get("Content-Encoding") != "" || len(small)*3 > len(large) {
		t.Errorf("%d bytes packed (%s), %d plain (%s)", len(small), packed.Get("Content-Encoding"), len(large), plainHeader.Get("Content-Encoding"))
	}
	if ct := packed.Get("Content-Type"); !strings.HasPrefix(ct, "application/json") {
		t.Errorf("content type %q", ct)
	}
}

func TestDepartments(t *testing.T) {
	_, server := newServer(t, Options{})
	_, _, body := post(t, server.URL+NationalPath+"/configuring/citizen/department/list-with-location",
		map[string]any{"direction": "DESC", "order": "", "type": "PROVINCE", "agencyLevel": "level_1", "lastId": "", "levels": []string{"PROVINCE"}, "limit": 50})
	a := decode[struct {
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
	_, server := newServer(t, Options{})
	for _, body := range []string{"", "{", "[]", `{"limit":"many"}`, strings.Repeat(" ", maxRequest+1)} {
		resp, err := web.Post(server.URL+listPath, "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%.20q: status %d", body, resp.StatusCode)
		}
	}
	if status, _, body := post(t, server.URL+NationalPath+"/no/such/call", struct{}{}); status != http.StatusNotFound || !json.Valid(body) {
		t.Errorf("status %d, %s", status, body)
	}
}

func TestPages(t *testing.T) {
	_, server := newServer(t, Options{})
	for path, want := range map[string]string{
		"/": "H55.17.05-261120-0007",
		"/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4": "Đăng ký tạm trú",
	} {
		resp, err := web.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := resp.Write(&b); err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if !strings.Contains(b.String(), want) || !strings.Contains(b.String(), "DỮ LIỆU MẪU") {
			t.Errorf("%s: %s", path, b.String())
		}
	}
}

// Whatever is sent, the answer is JSON in an envelope.
func FuzzRequests(f *testing.F) {
	s, err := New(Options{Now: at(tuesday)})
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range []string{listPath, detailPath, AdapterPath + LoginPath, AdapterPath + "/h55" + CallPath} {
		f.Add(path, `{"limit":2,"lastId":"x","q":"khai sinh","departmentCode":"H55"}`)
		f.Add(path, `{"id":"x","session":"y","service":"TraCuuHoSo","mahoso":"\u0000"}`)
		f.Add(path, `[`)
	}
	f.Fuzz(func(t *testing.T, path, body string) {
		if !strings.HasPrefix(path, NationalPath+"/") && !strings.HasPrefix(path, AdapterPath+"/") {
			return
		}
		u, err := url.ParseRequestURI(path)
		if err != nil || u.RawQuery != "" || u.Path != path {
			return
		}
		req := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		req.URL = u
		answer := httptest.NewRecorder()
		s.Handler().ServeHTTP(answer, req)
		if strings.HasPrefix(answer.Header().Get("Content-Type"), "application/json") && !json.Valid(answer.Body.Bytes()) {
			t.Fatalf("%s %q: %d %s", path, body, answer.Code, answer.Body)
		}
	})
}

func BenchmarkFirstList(b *testing.B) {
	for b.Loop() {
		if _, err := newProcedureList(nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
