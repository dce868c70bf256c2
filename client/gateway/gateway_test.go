package gateway

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/rest"
	"motcua/client/workday"
)

// wire answers each service with a file of testdata, or with the text itself where there is
// none of that name, and fails the test for a service that it was not given.
func wire(t *testing.T, bodies map[string]string) *Source {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var q struct{ Service, Provider string }
		if r.URL.Path != "/jsp/rest.jsp" || json.Unmarshal([]byte(r.PostFormValue("params")), &q) != nil || q.Provider != "dvcquocgia" {
			t.Errorf("asked %s %q", r.URL, r.PostForm)
		}
		body, ok := bodies[q.Service]
		if !ok {
			t.Errorf("asked for %q", q.Service)
		}
		if file, err := os.ReadFile("testdata/" + body); err == nil {
			body = string(file)
		}
		w.Header().Set("Content-Type", "text/html;charset=UTF-8") // as the gateway labels its JSON
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	s, err := New(rest.Config{BaseURL: server.URL, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, workday.Zone) }

// Captured rows: dates, numbers that are not unique, names that are not NFC or have blanks
// and breaks too many.
func TestDecisionsAsCaptured(t *testing.T) {
	list, of, err := wire(t, map[string]string{listService: "decisions.json"}).List(t.Context(), ListQuery{Size: 50})
	if err != nil || of != 23039 || len(list) != 14 {
		t.Fatalf("%d of %d, %v", len(list), of, err)
	}
	first := decision.Decision{
		ID: "115187", Number: "2193/QĐ-UBND", Date: date(2025, 12, 9),
		Title:  "Về việc công bố Danh mục thủ tục hành chính trong một số lĩnh vực thuộc phạm vi chức năng quản lý của Sở Văn hóa, Thể thao và Du lịch tỉnh Thái Nguyên",
		Agency: decision.Agency{ID: "370865", Name: "UBND tỉnh Thái Nguyên"},
	}
	if list[0] != first {
		t.Errorf("%+v", list[0])
	}
	ids, numbers := map[string]bool{}, map[string]int{}
	for _, d := range list {
		if ids[d.ID] = true; !norm.NFC.IsNormalString(d.Title) || d.Date.IsZero() || d.Title == "" {
			t.Errorf("%+v", d)
		}
		numbers[d.Number]++
	}
	if len(ids) != len(list) || numbers["4063/QĐ-BKHCN"] != 2 {
		t.Errorf("%d ids of %d, %v", len(ids), len(list), numbers)
	}
	if got := list[6].Agency.Name; got != "Bộ Khoa học và Công nghệ" {
		t.Errorf("%q", got)
	}
}

// One decision as captured: nothing new, four amended or replaced, nothing abolished.
func TestTheListsOfADecisionAsCaptured(t *testing.T) {
	s := wire(t, map[string]string{
		newService: "[]", modifiedService: "modified.115010.json", rescindService: `"[null]"`, fieldsOfService: "fields.115010.json",
	})
	f, fields, err := s.Full(t.Context(), "115010")
	if err != nil || len(f.New)+len(f.Abolished) != 0 || len(f.Amended) != 4 || len(fields) != 1 {
		t.Fatalf("%+v, %v, %v", f, fields, err)
	}
	if got, want := f.Amended[1], (decision.Procedure{ID: "109830", Name: "Công bố đủ điều kiện sản xuất trang thiết bị y tế", Publisher: "UBND tỉnh Điện Biên"}); got != want {
		t.Errorf("%+v", got)
	}
	if fields[0] != (Field{"256", "Thiết bị y tế"}) {
		t.Errorf("%+v", fields[0])
	}
}

func TestAgenciesAsCaptured(t *testing.T) {
	list, err := wire(t, map[string]string{agenciesService: "agencies.json"}).Agencies(t.Context())
	if err != nil || len(list) != 57 {
		t.Fatalf("%d, %v", len(list), err)
	}
	codes := map[string]decision.Agency{}
	for _, a := range list {
		codes[a.Code] = a
	}
	for code, want := range map[string]decision.Agency{
		"H55": {ID: "370865", Name: "UBND tỉnh Thái Nguyên", Code: "H55"}, "G01": {ID: "6369", Name: "Bộ Công an", Code: "G01"},
	} {
		if codes[code] != want {
			t.Errorf("%s: %+v", code, codes[code])
		}
	}
}

// What is no list of rows is an error that names the source, and never an empty answer.
func TestAnswersThatAreNoRows(t *testing.T) {
	for body, want := range map[string]client.Cause{
		`<html><body>HTTP Status 500</body></html>`: client.CauseWebPage,
		`{"error":"x"}`:   client.CauseContent,
		`"ORA-00942"`:     client.CauseContent,
		`[{"ID":"1"`:      client.CauseContent,
		``:                client.CauseContent,
		`"[{\"ID\":\"7\"`: client.CauseContent,
	} {
		_, _, err := wire(t, map[string]string{listService: body}).List(t.Context(), ListQuery{})
		var down *client.UnavailableError
		if !errors.As(err, &down) || down.Cause != want || down.Source != DefaultSource {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestRowsThatCannotBeRead(t *testing.T) {
	for body, want := range map[string]int{
		`[]`: 0, `[null]`: 0, `"[null]"`: 0, `"[]"`: 0, `""`: 0,
		`[{"ID":"7","NAME":"a"}]`:               1,
		`"[{\"ID\":\"7\",\"NAME\":\"a\"}]"`:     1,
		`[7,"x",{"ID":"7"},[],{"ID":8}]`:        2,
		`[{"NAME":"no number"},{"ID":"x' --"}]`: 0,
	} {
		list, _, err := wire(t, map[string]string{listService: body}).List(t.Context(), ListQuery{})
		if err != nil || len(list) != want {
			t.Errorf("%s: %v, %v", body, list, err)
		}
	}
	for text, want := range map[string]time.Time{
		"09-12-2025": date(2025, 12, 9), "9/12/2025": date(2025, 12, 9), "31-02-2025": {}, "2025-12-09": {}, "01-01-0025": {}, "": {},
	} {
		if got := day(rest.Line(text)); !got.Equal(want) {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A page that ignores its index ends the reading.
func TestAListThatRepeatsItselfEnds(t *testing.T) {
	s := wire(t, map[string]string{codesService: `[{"ID":"1","PROCEDURE_CODE":"1.000001","AMOUNT":"900"}]`})
	if codes, err := s.Codes(t.Context(), "256"); err != nil || len(codes) != 1 || codes["1"] != "1.000001" {
		t.Errorf("%v, %v", codes, err)
	}
}

func FuzzRows(f *testing.F) {
	for _, name := range []string{"decisions.json", "modified.115010.json", "agencies.json"} {
		body, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	for _, s := range []string{`"[null]"`, `[null]`, `<html>`, `"[{\"ID\":\"7\"}]"`, `[{"ID":"1","PUBLISHING_DATE":"99-99-9999","AMOUNT":"-5"}]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		rows, err := parseRows(body)
		if err != nil && len(rows) > 0 {
			t.Fatal("rows beside an error")
		}
		if n := total(rows); n < len(rows) {
			t.Fatalf("%d rows of %d", len(rows), n)
		}
		for _, r := range rows {
			d, p := r.decision(), r.procedure()
			if d.ID != "" && !decision.IsID(d.ID) || !norm.NFC.IsNormalString(d.Title) || !norm.NFC.IsNormalString(p.Name) {
				t.Fatalf("%+v, %+v", d, p)
			}
			if !d.Date.IsZero() && (d.Date.Year() < 2000 || d.Date.Year() > 2100) {
				t.Fatalf("%v", d.Date)
			}
		}
	})
}
